// How long a run takes from start to end, beside `node -e 0` and beside a program that is nothing but commander, on
// each version of Node. The runs take turns, so that whatever else the machine does falls on all of them.
// Usage: node tests/bench/start.bench.mjs [--runs 40] [20 26 …]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { build } from "esbuild";
import { nodes } from "../tools/nodes.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const words = process.argv.slice(2);
const runs = words.includes("--runs") ? Number(words[words.indexOf("--runs") + 1]) : 40;
const wanted = words.filter((word, i) => /^\d+$/.test(word) && words[i - 1] !== "--runs");
const room = mkdtempSync(join(tmpdir(), "seller-route-"));
// What runs keep for the next one is kept apart, so that no other build on this machine writes over it.
Object.assign(process.env, { XDG_CACHE_HOME: join(room, "cache"), LOCALAPPDATA: join(room, "cache") });

const commander = join(room, "commander.cjs");
await build({
  stdin: {
    contents: `const { program } = require("commander");
      program.argument("[problem...]").option("--json").action((words) => console.log(words.join(" "))).parse();`,
    resolveDir: root,
  },
  outfile: commander,
  bundle: true,
  minify: true,
  platform: "node",
});

const bin = join(root, "bin", "seller-route.js");
const text = "A rights owner says my listing infringes their trademark, but I own the brand";
const CASES = {
  "node -e 0": ["-e", "0"],
  "commander alone": [commander, text],
  "one-shot": [bin, text],
  "one-shot --json": [bin, text, "--json"],
  "--version": [bin, "--version"],
  "--help": [bin, "--help"],
};
const PROMPT = "first prompt";

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Milliseconds of a whole run. */
function whole(node, argv) {
  const start = process.hrtime.bigint();
  spawnSync(node, argv, { stdio: ["ignore", "pipe", "pipe"] });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Milliseconds until something stands on the screen that waits for an answer. */
async function prompt(node, pty) {
  const start = process.hrtime.bigint();
  const terminal = pty.spawn(node, [bin], { cols: 80, rows: 24, env: { ...process.env, TERM: "xterm" } });
  let screen = "";
  await new Promise((shown) => {
    terminal.onData((data) => {
      screen += data;
      // Escape sequences hold question marks of their own.
      if (stripVTControlCharacters(screen).includes("?")) shown();
    });
    terminal.onExit(shown);
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  terminal.kill();
  return time;
}

const pty = await import("@lydell/node-pty");
const rows = [["", ...Object.keys(CASES), PROMPT]];
try {
  // Files of the playbook that were touched a moment ago are not remembered.
  await setTimeout(4000);
  for (const { version, path } of await nodes(wanted)) {
    for (const argv of Object.values(CASES)) for (let i = 0; i < 3; i++) whole(path, argv);
    const times = Object.fromEntries([...Object.keys(CASES), PROMPT].map((name) => [name, []]));
    for (let i = 0; i < runs; i++) {
      for (const [name, argv] of Object.entries(CASES)) times[name].push(whole(path, argv));
      times[PROMPT].push(await prompt(path, pty));
    }
    const bare = median(times["node -e 0"]);
    const told = (name) =>
      name === "node -e 0" ? `${bare.toFixed(0)} ms` : `${(median(times[name]) / bare).toFixed(2)} x`;
    rows.push([`Node ${version}`, ...Object.keys(times).map(told)]);
  }
} finally {
  rmSync(room, { recursive: true });
}
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows) console.log(`| ${row.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`);
console.log(
  `\nMedian of ${runs} runs each, which took turns; whole processes, but for the first prompt on a terminal.`,
);
process.exit(0);
