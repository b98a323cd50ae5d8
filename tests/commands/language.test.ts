import { describe, expect, it } from "vitest";
import { main } from "../../src/main.js";
import { edited, type Folder, minimal, under } from "../playbook/fixture.js";
import { ran } from "../support/ran.js";
import { fakeWorld } from "../support/world.js";

const german = edited("playbook.yaml", "languages: [en, zh]", "languages: [en, de]");
const texts: Folder = {
  ...german,
  "issues/upload.yaml": (minimal["issues/upload.yaml"] as string).replace(
    "{ en: Upload error }",
    "{ en: Upload error, de: Fehler beim Hochladen }",
  ),
};

const run = (...words: string[]) => ran(words, { files: under("own", texts) });

describe("--lang", () => {
  it("tells a playbook's texts in a language that it lists, and the program's own words in English", async () => {
    const { code, out } = await run("My upload fails.", "--data", "own", "--lang", "de");
    expect(code).toBe(0);
    expect(out).toContain("Problem      Fehler beim Hochladen");
    expect((await run("issues", "upload", "--data", "own", "--lang", "de")).out).toContain("Fehler beim Hochladen");
  });

  it("is refused in one that the playbook does not list", async () => {
    const { code, err } = await run("issues", "--data", "own", "--lang", "fr");
    expect(code).toBe(2);
    expect(err).toContain("--lang fr is no language of the playbook");
    expect(err).toContain("Known: en, zh, de.");
    // Which commands take it is seen to first.
    expect((await run("init", "new", "--lang", "fr")).err).toContain("--lang means nothing to seller-route init");
  });

  it("is one of the program's own whatever the playbook lists", async () => {
    expect((await run("My upload fails.", "--data", "own", "--lang", "zh")).code).toBe(0);
  });

  it("is completed with those of the playbook", async () => {
    expect((await run("completion", "bash", "--data", "own")).out).toContain(
      '--lang) COMPREPLY=($(compgen -W "en zh de"',
    );
  });

  it("reads no playbook for --help", async () => {
    const { world, out } = fakeWorld();
    const files = {
      ...world.files,
      read: () => Promise.reject(new Error("read")),
      list: () => Promise.reject(new Error()),
    };
    expect(await main(["--lang", "de", "--data", "nowhere", "--help"], { ...world, files })).toBe(0);
    expect(out()).toContain("--lang <lang>");
  });
});
