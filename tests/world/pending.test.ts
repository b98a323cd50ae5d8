import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ownFolder } from "../support/folder.js";

const bin = fileURLToPath(new URL("../../bin/seller-route.js", import.meta.url));
const SLOW = 30_000;
const NOTE = "Standard input was not read";

const room = ownFolder();
writeFileSync(join(room, "notice.txt"), "Your account is closed: late shipments\nPlease reply\n");

/** Runs a line of a shell in which $S is the built program; gives what went to stdout and stderr. */
const shell = (line: string): string =>
  execFileSync("sh", ["-c", `S="${process.execPath} ${bin} --json"; { ${line}; } 2>&1`], {
    cwd: room,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

describe.skipIf(!existsSync("/proc/self/fdinfo/0"))("what stands on standard input and is not read", () => {
  test.each([
    ["a file", '$S "late shipments, account closed" < notice.txt; true'],
    ["a pipe", 'cat notice.txt | { $S "late shipments, account closed"; }; true'],
    ["a file beside an issue", "$S --fact issue=late-shipment < notice.txt; true"],
  ])("is told of: %s", { timeout: SLOW }, (_, line) => expect(shell(line)).toContain(NOTE));

  test.each([
    ["nothing", '$S "late shipments, account closed" < /dev/null'],
    ["an empty file", ': > none; $S "late shipments, account closed" < none'],
    ["the lines of a loop", 'while read -r l; do $S "account closed: $l"; echo "LINE $l"; done < notice.txt'],
    ["a loop's pipe", 'cat notice.txt | while read -r l; do $S "account closed: $l"; echo "LINE $l"; done'],
  ])("is left alone: %s", { timeout: SLOW }, (_, line) => {
    const said = shell(line);
    expect(said).toContain('"status"');
    expect(said).not.toContain(NOTE);
    if (line.includes("LINE")) expect(said).toContain("LINE Please reply");
  });

  test("a pipe on which nothing ever comes is not waited for", { timeout: SLOW }, async () => {
    const child = spawn(process.execPath, [bin, "--fact", "issue=fees"], { stdio: ["pipe", "ignore", "ignore"] });
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
