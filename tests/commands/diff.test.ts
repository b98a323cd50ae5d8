import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/main.js";
import { run } from "../../src/world/run.js";
import { edited, type Folder, minimal, under } from "../playbook/fixture.js";
import { ownFolder } from "../support/folder.js";
import { fakeWorld } from "../support/world.js";

/** What `diff` prints for two folders in memory. */
async function diff(old: Folder, fresh: Folder, ...words: string[]) {
  const { world, out, err } = fakeWorld({ files: { ...under("old", old), ...under("new", fresh) } });
  const code = await main(["diff", "old", "new", ...words], world);
  return { code, out: out(), err: err() };
}

const moved = edited("routes.yaml", "team: notice\n", "team: support\n");

describe("diff", () => {
  it("says that nothing differs", async () => {
    const told = await diff(minimal, minimal, "--fail-on-change");
    expect(told).toEqual({
      code: 0,
      out: "old → new: The two decide the same, whatever the facts.\n",
      err: "",
    });
  });

  it("names what differs, where, and a case that shows it", async () => {
    expect(
      (await diff(minimal, moved)).out,
    ).toBe(`old → new: 1 change of what is decided (2 rows), 1 case with another answer.

1. changed, 61% of cases
   team: notice → support
   where  issue: trademark; claim: right
          as in issue: trademark, claim: right: notice (brand) → support (brand)
   where  issue: trademark; appeal: none
          as in issue: trademark, claim: right: notice (brand) → support (brand)

Cases with another answer
   new/cases/basic.yaml:3 brand: team notice → support

To hold the new playbook to it, as cases
  - id: diff-trademark-right
    facts: { issue: trademark, claim: right }
    expect: { status: advised, team: support, route: brand, outline: dispute }
`);
  });

  it("puts the cases of both to both: those of the old one too, each once", async () => {
    const mine = {
      ...moved,
      "cases/basic.yaml": (moved["cases/basic.yaml"] as string).replace(/cases:[\s\S]*/, "cases: []\n"),
    };
    const { out } = await diff(minimal, mine);
    expect(out).toContain("1 case with another answer");
    expect(out).toContain("   old/cases/basic.yaml:3 brand: team notice → support\n");
  });

  it("takes shipped for the shipped playbook, unless a folder is called so", async () => {
    const told = async (files: Folder) => {
      const { world, out } = fakeWorld({ files: { ...under("own", minimal), ...files } });
      expect(await main(["diff", "shipped", "own", "--json"], world)).toBe(0);
      return JSON.parse(out()).old.name;
    };
    expect(await told({})).toBe("the shipped playbook");
    expect(await told(under("shipped", minimal))).toBe("shipped");
  });

  it("counts what a reader sees under the same name: a letter, a deadline, the next rung, an address", async () => {
    const changes: readonly (readonly [string, string, string, string])[] = [
      ["outlines/dispute.yaml", "this is about", "it is about", "letter: dispute, with other content"],
      ["issues/trademark.yaml", "days: 10", "days: 7", "deadlines: Answer soon., with other content"],
      [
        "routes.yaml",
        "after: { en: A refusal. }",
        "after: { en: Two refusals. }",
        "next: executive, with other content",
      ],
      ["channels.yaml", "value: Help > Contact us", "value: Help > Case log", "channels: help, with other content"],
    ];
    for (const [file, from, to, line] of changes)
      expect((await diff(minimal, edited(file, from, to))).out).toContain(line);
  });

  it("tells cases that only one of the two knows", async () => {
    const text = minimal["issues/upload.yaml"] as string;
    const more = {
      ...minimal,
      "issues/images.yaml": text,
      "signals/issue/images.yaml": minimal["signals/issue/upload.yaml"] as string,
    };
    expect((await diff(minimal, more)).out).toContain("1. only in the new one, 20% of cases\n   team: support");
    expect((await diff(more, minimal)).out).toContain("1. only in the old one, 20% of cases\n   team: support");
  });

  it("is JSON with cases to paste, and fails on a change where it should", async () => {
    const { out, code } = await diff(minimal, moved, "--json", "--fail-on-change");
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(told.decided).toBe(true);
    expect(told.changes[0].rows[0]).toMatchObject({
      when: { issue: ["trademark"], claim: ["right"] },
      old: { team: "notice", outline: "dispute", next: "executive" },
      new: { team: "support" },
    });
    const cases = parse(
      told.changes.flatMap((one: { rows: { case: string }[] }) => one.rows.map((row) => row.case)).join(""),
    );
    expect(cases[0].expect).toEqual({ status: "advised", team: "support", route: "brand", outline: "dispute" });
  });

  it("is a table for a pull request", async () => {
    const { out } = await diff(minimal, moved, "--format", "markdown");
    expect(out).toContain(
      "| `issue: trademark; claim: right` | `issue: trademark, claim: right` | `notice (brand)` | `support (brand)` |",
    );
  });

  it("refuses what it cannot read", async () => {
    expect(await diff({}, minimal)).toMatchObject({ code: 2, err: expect.stringContaining("There is no folder old") });
    const broken = edited("routes.yaml", "team: notice\n", "team: nobody\n");
    expect(await diff(broken, minimal)).toMatchObject({ code: 4, err: expect.stringContaining("old/routes.yaml:") });
  });
});

describe("diff of git revisions", () => {
  const repository = ownFolder("seller-route-diff");
  const git = (...args: string[]) =>
    run("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@b.c", ...args]);
  const revisions = (...words: string[]) => revisionsFrom(".", ...words);
  const revisionsFrom = async (below: string, ...words: string[]) => {
    const { world, out, err } = fakeWorld({ below: repository, files: {} });
    const inside = {
      ...world,
      run: (_: string, args: readonly string[], input?: string) =>
        run("git", ["-C", join(repository, below), ...args], input),
    };
    return { code: await main(["diff", ...words], inside), out: out(), err: err() };
  };
  const save = async (files: Folder) => {
    for (const [name, text] of Object.entries(files)) {
      const path = join(repository, "data", name);
      await mkdir(join(path, ".."), { recursive: true });
      await writeFile(path, text);
    }
    await git("add", "-A");
    await git("commit", "-qm", "a playbook");
  };

  beforeAll(async () => {
    await git("init", "-q");
    await save(minimal);
    await save(moved);
  });

  it("reads a folder of a revision", async () => {
    const { out, code } = await revisions("HEAD~1:data", "HEAD:data");
    expect(code).toBe(0);
    expect(out).toContain("team: notice → support");
    expect((await revisions("HEAD~1:data", join(repository, "data"))).out).toContain("team: notice → support");
    expect((await revisions("HEAD:./data", "HEAD:data")).out).toContain("The two decide the same");
  });

  it("reads the folder that it stands in", async () => {
    expect((await revisionsFrom("data", "HEAD~1:./", "HEAD:.")).out).toContain("team: notice → support");
    expect((await revisionsFrom("data", "HEAD:../data/", "HEAD:data")).out).toContain("The two decide the same");
  });

  it("reads what a playbook extends, from the folder that it stands in; names what is broken as git does", async () => {
    const base = (files: Folder) => under("../sub/base", files);
    await save({ ...base(minimal), "../sub/over/playbook.yaml": `${minimal["playbook.yaml"]}extends: ../base\n` });
    const same = await revisionsFrom("sub", "HEAD:./over", "HEAD:sub/base");
    expect(same).toMatchObject({ code: 0, out: expect.stringContaining("The two decide the same") });
    expect((await revisions("HEAD:sub", "HEAD:data")).err).toContain(
      "There is no playbook in the folder sub of the revision HEAD\nWhere a playbook is new",
    );
    await save(base(edited("routes.yaml", "team: notice\n", "team: nobody\n")));
    const { code, err } = await revisionsFrom("sub", "HEAD:./base", "HEAD~1:sub/base");
    expect({ code, err }).toEqual({
      code: 4,
      err: expect.stringMatching(/^seller-route: HEAD:sub\/base\/routes.yaml:\d+:/),
    });
    expect(err).not.toContain("seller-route check");
  });

  it("refuses a revision or a folder that is not there, and takes no option for one", async () => {
    expect((await revisions("HEAD~9:data", "HEAD:data")).err).toContain('There is no git revision "HEAD~9"');
    expect((await revisions("HEAD:elsewhere", "HEAD:data")).err).toContain(
      "There is no folder elsewhere in the revision HEAD",
    );
    expect((await revisions("--", "--output=x:data", "HEAD:data")).err).toContain(
      'There is no git revision "--output=x"',
    );
  });
});
