import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchBelow } from "../../src/world/watching.js";

describe("watching a folder", () => {
  let folder: string;
  let stop: () => void;
  let seen = 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "watching-"));
    mkdirSync(join(folder, "signals/issue"), { recursive: true });
    for (const name of ["a.yaml", "signals/b.yaml", "signals/issue/c.yaml"]) writeFileSync(join(folder, name), "0");
    seen = 0;
    stop = watchBelow(folder, () => seen++);
  });

  afterEach(() => {
    stop();
    rmSync(folder, { recursive: true });
  });

  /** A change is told, and then calm. */
  async function told(change: () => void) {
    await pause(60);
    const before = seen;
    change();
    await expect.poll(() => seen, { timeout: 5000 }).toBeGreaterThan(before);
  }

  const inPlace = (name: string) => writeFileSync(join(folder, name), "1");
  const byRename = (name: string) => {
    writeFileSync(join(folder, `${name}~`), "1");
    renameSync(join(folder, `${name}~`), join(folder, name));
  };
  const fromOutside = (name: string) => {
    const beside = `${folder}.tmp`;
    writeFileSync(beside, "1");
    renameSync(beside, join(folder, name));
  };

  it.each(["a.yaml", "signals/b.yaml", "signals/issue/c.yaml"])(
    "tells each save of %s, however it is made",
    async (name) => {
      for (const save of [inPlace, byRename, fromOutside, byRename, inPlace, fromOutside, fromOutside])
        await told(() => save(name));
    },
  );

  it("looks into folders that are made later, and into one that takes the place of another", async () => {
    await told(() => mkdirSync(join(folder, "teams")));
    await told(() => inPlace("teams/d.yaml"));
    await told(() => renameSync(join(folder, "signals"), join(folder, "old")));
    await told(() => renameSync(join(folder, "teams"), join(folder, "signals")));
    await told(() => byRename("signals/d.yaml"));
    await told(() => rmSync(join(folder, "old"), { recursive: true }));
    await told(() => inPlace("a.yaml"));
  });

  it("is deaf once it is stopped", async () => {
    stop();
    inPlace("a.yaml");
    await pause(100);
    expect(seen).toBe(0);
  });

  it("needs a folder", () => {
    expect(() => watchBelow(join(folder, "none"), () => {})).toThrow("There is no folder");
  });
});
