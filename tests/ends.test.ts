import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { minimal } from "./playbook/fixture.js";
import { ownFolder } from "./support/folder.js";

// How the built program ends when the world around it does.
const bin = fileURLToPath(new URL("../bin/seller-route.js", import.meta.url));
const SLOW = 60_000;
const top = ownFolder("seller-route-ends");
const book = join(top, "small");
for (const [name, text] of Object.entries(minimal)) {
  mkdirSync(dirname(join(book, name)), { recursive: true });
  writeFileSync(join(book, name), text);
}

/** Runs a line of shell in which $it is the program. */
const sh = (line: string, cwd = top) => {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `it="${process.execPath} ${bin}"; ${line}`], {
    cwd,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
};
const batch = `printf '%s\\n' '{"facts":{"issue":"fees"}}' '{"facts":{"issue":"fees"}}'`;

describe.runIf(existsSync("/dev/full"))("a full disk", { timeout: SLOW }, () => {
  test.each([
    ["$it teams >/dev/full", "Cannot write to standard output"],
    ["$it --fact issue=fees --json >/dev/full", "Cannot write to standard output"],
    [`${batch} | $it batch >/dev/full`, "Cannot write to standard output"],
    ["$it completion bash >/dev/full", "Cannot write to standard output"],
    ["$it teams --output /dev/full --force", "Cannot write /dev/full: the disk is full"],
    [`$it check ${book} --format json=/dev/full`, "Cannot write /dev/full: the disk is full"],
  ])("%s", (line, said) => {
    const { code, err, out } = sh(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe("a working folder that is gone", { timeout: SLOW }, () => {
  const gone = (line: string) => sh(`mkdir gone && cd gone && rmdir "$PWD" && ${line}`);
  test.each([
    ["$it --version", 0, ""],
    ["$it --fact issue=fees", 0, ""],
    [`echo '{"facts":{"issue":"fees"}}' | $it batch`, 0, ""],
    ["$it --file notice.txt", 2, "Cannot read notice.txt"],
    ["$it teams --output x.txt", 2, "Cannot write x.txt"],
    ["$it --fact issue=fees --save x.yaml", 2, "Cannot write x.yaml"],
    ["$it check book", 2, "There is no folder book"],
    [`$it check ${book} `, 1, "error"],
    ["$it init book", 2, "Cannot write a playbook into book"],
    ["$it diff book", 2, "There is no folder book"],
    ["$it diff HEAD~1:data", 2, "git"],
  ])("%s", (line, code, said) => {
    const found = gone(line);
    expect(found.err).toContain(said);
    expect(found.err).not.toMatch(/^\s+at |bug/m);
    expect(found.code).toBe(code);
  });
});

describe("streams that nobody holds", { timeout: SLOW }, () => {
  test.each([
    ["$it teams | :", 0],
    ["$it nonsense-command-x 2>&1 >/dev/null | :", 0],
    ["$it teams 2>&-", 0],
    ["$it --nope 2>/dev/full", 2],
    ["$it --fact issue=fees <&-", 0],
  ])("%s", (line, code) => {
    const found = sh(line);
    expect(found.err).not.toMatch(/^\s+at |bug/m);
    expect(found.code).toBe(code);
  });
});

describe("a signal", { timeout: SLOW }, () => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGPIPE"] as const)(
    "%s in the middle of a batch leaves whole lines",
    async (signal) => {
      const child = spawn(process.execPath, [bin, "batch"], { cwd: top });
      let [out, err] = ["", ""];
      child.stdout.on("data", (part) => (out += String(part)));
      child.stderr.on("data", (part) => (err += String(part)));
      child.stdin.on("error", () => {});
      const ended = once(child, "close");
      for (let i = 0; i < 200; i++) child.stdin.write('{"text":"my account was deactivated for late shipments"}\n');
      await once(child.stdout, "data");
      child.kill(signal);
      // Node passes over SIGPIPE: whoever closes the pipe is met as an error of writing.
      if (signal === "SIGPIPE") child.stdin.end();
      expect(await ended).toEqual(signal === "SIGPIPE" ? [0, null] : [null, signal]);
      expect(err).toBe("");
      for (const line of out.split("\n").slice(0, -1)) expect(JSON.parse(line)).toHaveProperty("status");
    },
  );

  test("whenever it comes, a file is whole or not there", async () => {
    for (let wait = 60; wait < 460; wait += 40) {
      const child = spawn(process.execPath, [bin, "graph", "--whole", "--format", "dot", "--output", `w${wait}.dot`], {
        cwd: top,
        stdio: "ignore",
      });
      const ended = once(child, "close");
      setTimeout(() => child.kill("SIGTERM"), wait);
      await ended;
    }
    const whole = spawnSync(process.execPath, [bin, "graph", "--whole", "--format", "dot"], {
      encoding: "utf8",
    }).stdout;
    for (const name of readdirSync(top)) {
      expect(name).not.toMatch(/tmp$/);
      if (name.endsWith(".dot")) expect(sh(`cat ${name}`).out).toBe(whole);
    }
  });
});
