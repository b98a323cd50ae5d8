import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { edited } from "./playbook/fixture.js";
import { ownFolder } from "./support/folder.js";

// A real disk of 64 KB that fills up: a tmpfs in a mount namespace of its own, gone with the process that it is for.
const bin = fileURLToPath(new URL("../bin/seller-route.js", import.meta.url));
const top = ownFolder("seller-route-disk");
const disk = join(top, "disk");
mkdirSync(disk);

/** A playbook of which one case is wrong; its cases can be a disk of their own. */
const book = join(top, "small");
const small = edited("cases/basic.yaml", "team: notice, issue: trademark", "team: support, issue: trademark");
for (const [name, text] of Object.entries(small)) {
  mkdirSync(dirname(join(book, name)), { recursive: true });
  writeFileSync(join(book, name), text);
}

const MOUNT = ["unshare", ["-rm", "sh", "-c"]] as const;
/** Runs lines of shell in which the folder `at` is the disk, with `free` KB left. $it is the program. */
function onDisk(lines: string, free: number, at = disk, before = "") {
  const script = `set -e; mount -t tmpfs -o size=64k tmpfs ${at}; cd ${at}; ${before}
    dd if=/dev/zero of=filler bs=1k count=${64 - free} 2>/dev/null || true
    set +e; it="${process.execPath} ${bin}"; { ${lines}; } >${top}/out 2>${top}/err; code=$?
    rm filler; ls -A; exit $code`;
  const { status, stdout, stderr } = spawnSync(MOUNT[0], [...MOUNT[1], script], { encoding: "utf8", cwd: top });
  const said = (name: string) => readFileSync(join(top, name), "utf8");
  return { code: status, files: stdout.split("\n").filter(Boolean), out: said("out"), err: said("err"), stderr };
}

const permitted =
  process.platform === "linux" &&
  spawnSync(MOUNT[0], [...MOUNT[1], `mount -t tmpfs -o size=64k tmpfs ${disk}`]).status === 0;
if (!permitted) console.warn("No disk may be mounted here: nothing was tried on a full one");

describe.runIf(permitted)("a disk that fills up", { timeout: 60_000 }, () => {
  const ADVICE = `--fact issue=fees`;
  const commands = [
    ["teams --output a.txt", "a.txt"],
    ["issues --output a.txt", "a.txt"],
    [`${ADVICE} --output a.txt`, "a.txt"],
    [`${ADVICE} --output a.json`, "a.json"],
    [`${ADVICE} --output a.md`, "a.md"],
    [`${ADVICE} --output a.docx`, "a.docx"],
    ["'appeal within 17 days, my listing was removed, they say inauthentic' --output a.ics", "a.ics"],
    [`${ADVICE} --save s.yaml`, "s.yaml"],
    ["outline inauthentic --output a.md", "a.md"],
    ["letter inauthentic --output a.docx", "a.docx"],
    ["letter inauthentic --output a.txt --save s.yaml", "s.yaml"],
    ["graph --whole --format dot --output a.dot", "a.dot"],
    [`check ${book} --format sarif=a.sarif`, "a.sarif"],
  ] as const;

  test.each(commands)("full from the start: %s", (line, file) => {
    const { code, files, out, err } = onDisk(`$it ${line}`, 0);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toMatch(new RegExp(`^(.*\\n)*seller-route: Cannot write ${file}: the disk is full\\n$`));
    expect(out + err).not.toMatch(/^\s+at |bug/m);
  });

  test.each([
    ["graph --whole --format dot --output a.dot", "a.dot"],
    ["issues --output a.txt", "a.txt"],
  ])("full in the middle of it: %s", (line, file) => {
    const { code, files, err } = onDisk(`$it ${line}`, 4);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain(`Cannot write ${file}: the disk is full`);
  });

  test("what is written over stays as it was", () => {
    const { code, files, out } = onDisk(
      "$it graph --whole --format dot --output a.dot --force; code=$?; cat a.dot; (exit $code)",
      4,
      disk,
      "printf old >a.dot",
    );
    expect({ code, files, out }).toEqual({ code: 2, files: ["a.dot"], out: "old" });
  });

  test("cases that are brought up to date stay as they were", () => {
    const cases = small["cases/basic.yaml"] as string;
    const at = join(book, "cases");
    const { code, files, out, err } = onDisk(
      `$it check ${book} --update all; code=$?; cat basic.yaml; (exit $code)`,
      0,
      at,
      `printf '%s' '${cases.replaceAll("'", "'\\''")}' >basic.yaml`,
    );
    expect({ code, files, out }).toEqual({ code: 2, files: ["basic.yaml"], out: cases });
    expect(err).toMatch(/^seller-route: Cannot write [^\n]+: the disk is full\n$/);
  });

  test("a new playbook is whole file by file, and none without its first", () => {
    const { code, files, out, err } = onDisk("$it init new", 24);
    expect({ code, files, out }).toEqual({ code: 2, files: ["new"], out: "" });
    expect(err).toBe("seller-route: Cannot write a playbook into new: the disk is full\n");
    const looked = onDisk(
      "$it init new 2>/dev/null; find new -type f -size -1c; find new -name '*.tmp'; find new -name playbook.yaml",
      24,
    );
    expect(looked.out).toBe("");
  });
});
