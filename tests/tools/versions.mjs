// Runs the tests on every version of Node that is supported; with --smoke, the packed bundle alone, as somebody else
// would install it, on those that can be had within a minute. Usage: node tests/tools/versions.mjs [--smoke] [20 26 …]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodes } from "./nodes.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const MINUTE = 60_000;
const words = process.argv.slice(2);
const room = mkdtempSync(join(tmpdir(), "seller-route-"));
try {
  const wanted = words.filter((word) => /^\d+$/.test(word));
  if (words.includes("--smoke")) smoke(await nodes(wanted, MINUTE));
  else tests(await nodes(wanted));
} finally {
  rmSync(room, { recursive: true });
}

function tests(found) {
  execFileSync("npm", ["run", "build", "--silent"], { cwd: root, stdio: "inherit" });
  for (const { version, path } of found) {
    console.log(`\n== Node ${version}`);
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const env = { ...process.env, PATH: `${dirname(path)}:${process.env.PATH}` };
    const { status } = spawnSync(path, [vitest, "run", "--config", ".vitest.config.ts"], {
      cwd: root,
      stdio: "inherit",
      env,
    });
    if (status !== 0) process.exitCode = 1;
  }
}

function smoke(found) {
  const quiet = { cwd: room, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" };
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", room, root], quiet);
  const [packed] = execFileSync("ls", { cwd: room, encoding: "utf8" }).split("\n");
  execFileSync("tar", ["-xzf", packed], quiet);
  const bin = join(room, "package", "bin", "seller-route.js");
  const claim = "A rights owner says my listing infringes their trademark";
  const own = `${claim}, but I own the brand`;
  // A line each: what is said, what is piped in, the exit code, and what the answer must hold.
  const runs = [
    [[own], "", 0, "Notice-Dispute"],
    [["--json"], own, 0, '"id": "notice-dispute"'],
    [["--json"], `Subject: x\nContent-Type: text/plain\n\n${own}`, 0, '"id": "notice-dispute"'],
    [[`${claim}. I copied their logo by mistake`, "--format", "markdown"], "", 0, "Notice team"],
    [["我的账户因为关联被停用", "--lang", "zh", "--explain"], "", 0, "Seller Performance"],
    [["How do I bake a pizza?"], "", 3, ""],
    [["--version"], "", 0, ""],
    [["--help"], "", 0, "Usage: seller-route"],
    [["--nope"], "", 2, ""],
    [["batch"], '{"id":1,"facts":{"issue":"upload-error"}}\n', 0, '"status":"advised"'],
    [["teams"], "", 0, "Notice-Dispute"],
    [["check"], "", 0, ""],
  ];
  for (const { version, path } of found) {
    for (const [argv, input, exit, holds] of runs) {
      const { status, stdout, stderr } = spawnSync(path, [bin, ...argv], { input, encoding: "utf8" });
      if (status === exit && stdout.includes(holds)) continue;
      console.error(`Node ${version}: ${argv.join(" ")} ended with ${status}\n${stdout.slice(0, 400)}${stderr}`);
      process.exitCode = 1;
    }
    console.log(`Node ${version}: ${runs.length} runs of the packed bundle`);
  }
}
