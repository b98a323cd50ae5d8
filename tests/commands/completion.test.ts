import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.js";
import { ownFolder } from "../support/folder.js";
import { fakeWorld } from "../support/world.js";

async function script(shell: string): Promise<string> {
  const { world, out } = fakeWorld();
  expect(await main(["completion", shell], world)).toBe(0);
  return out();
}

const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;

describe.runIf(has("bash"))("completion in bash", () => {
  let bash: string;
  const folder = ownFolder("completion");
  beforeAll(async () => {
    bash = await script("bash");
    mkdirSync(join(folder, "my playbook"));
    writeFileSync(join(folder, "my notice.txt"), "");
  });

  /** What bash offers behind a line; it takes "=" for a word of its own. */
  function offered(line: string, words = line.split(/\s+|(?<==)|(?==)/)): string[] {
    const asked = `COMP_WORDS=(${words.map((word) => `$'${word.replace(/[\\']/g, "\\$&")}'`).join(" ")}); COMP_CWORD=${words.length - 1}; COMP_LINE=$'${line.replace(/[\\']/g, "\\$&")}'; COMP_POINT=${line.length}; _seller_route_reply; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", `${bash}\n${asked}`], {
      encoding: "utf8",
      cwd: folder,
    });
    expect(stderr).toBe("");
    return stdout.trim().split("\n");
  }

  it.each([
    ["seller-route comp", ["completion"]],
    ["seller-route teams notice-", ["notice-dispute"]],
    ["seller-route outline ip-trade", ["ip-trademark"]],
    ["seller-route letter inauth", ["inauthentic"]],
    ["seller-route letter --res", ["--resume"]],
    ["seller-route completion z", ["zsh"]],
    ["seller-route graph --format m", ["mermaid"]],
    ["seller-route graph --from claim=dis", ["disputed"]],
    ["seller-route --fact issue=ip-trade", ["ip-trademark"]],
    ["seller-route --marketplace d", ["de"]],
    ["seller-route diff --fail", ["--fail-on-change"]],
    ["seller-route --data x check --max-w", ["--max-warnings"]],
    ["seller-route check --format pr", ["pretty"]],
    ["seller-route --format=j", ["json"]],
    ["seller-route check --format=s", ["sarif"]],
    ["seller-route --fact=claim=dis", ["disputed"]],
    ["seller-route --data=check te", ["teams"]],
    ["seller-route init --extends sh", ["shipped"]],
    ["seller-route diff sh", ["shipped"]],
    ["seller-route check --explain SR11", ["SR111", "SR112", "SR113", "SR114", "SR115"]],
  ])("%s", (line, words) => expect(offered(line)).toEqual(words));

  it.each([
    ["a file with a space", "--file", "my", ["my notice.txt", "my playbook"]],
    ["one that is typed with a backslash", "--file", "my\\ n", ["my notice.txt"]],
    ["one that is typed with a quote", "--file", '"my n', ["my notice.txt"]],
    ["a folder", "--data", "my", ["my playbook"]],
  ])("a path: %s", (_, option, typed, paths) =>
    expect(offered(`seller-route ${option} ${typed}`, ["seller-route", option, typed]).sort()).toEqual(paths),
  );
});

describe("completion scripts", () => {
  it.each(["bash", "zsh", "fish"])(
    "%s: every command and every option of it, and no sign that ends a quote",
    async (shell) => {
      const text = await script(shell);
      for (const word of ["batch", "outline", "letter", "diff", "graph", "init"]) expect(text).toContain(word);
      for (const option of ["fail-on-change", "min-coverage", "extends"]) expect(text).toContain(option);
      for (const line of text.split("\n")) expect((line.replaceAll("\\'", "").match(/'/g) ?? []).length % 2).toBe(0);
    },
  );

  it("zsh: behind a command, the options of that command alone", async () => {
    const text = await script("zsh");
    const branch = /^ {4}check\) _arguments ([\s\S]*?) ;;$/m.exec(text)?.[1] ?? "";
    expect(branch.match(/--format=.*:value:.*/g)).toEqual([
      expect.stringContaining("(pretty json github sarif junit)"),
    ]);
    const own = /^ {4}\*\) _arguments -C ([\s\S]*?) ;;$/m.exec(text)?.[1] ?? "";
    expect(own.match(/--format=.*:value:.*/g)).toEqual([expect.stringContaining("(text json markdown docx ics)")]);
    expect(text.match(/_arguments /g)).toHaveLength(text.match(/^ {4}[a-z*]+\) _arguments /gm)?.length ?? 0);
  });

  it.each(["bash", "zsh", "fish"].filter(has))("%s reads it without a complaint", async (shell) => {
    const { status, stderr } = spawnSync(shell, ["-n"], { input: await script(shell), encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("refuses another shell", async () => {
    const { world, err } = fakeWorld();
    expect(await main(["completion", "cmd"], world)).toBe(2);
    expect(err()).toContain("bash, zsh, fish");
  });
});
