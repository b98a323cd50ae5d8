// batch beside a loop that only parses and prints the JSON: node tests/bench/batch.bench.mjs (after npm run build)
// Lines of 500 characters a second, whole processes in turn; the time to the first answer; memory over a long run.
// --lines 10000000 makes the long run longer, --each 200000 the runs that are compared, --runs 9 measures more often.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longTexts, median, root } from "./cases.mjs";

const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : Number(process.argv[at + 1]);
};
const RUNS = option("--runs", 5);
const LONG = option("--lines", 200_000);
const LINES = option("--each", 20_000);

const folder = mkdtempSync(join(tmpdir(), "seller-route-bench-"));
const plain = join(folder, "plain.mjs");
writeFileSync(
  plain,
  `import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) process.stdout.write(JSON.stringify(JSON.parse(line)) + "\\n");
`,
);
const lines = longTexts(2000).map((text, id) => `${JSON.stringify({ id, text })}\n`);
const block = Buffer.from(lines.join(""));

/** Runs a program on so many lines; calls `look` now and then with its process id. */
async function run(argv, count, look) {
  const start = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  let answers = 0;
  child.stdout.on("data", (chunk) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) answers++;
  });
  const ended = once(child, "close");
  for (let sent = 0; sent < count; sent += lines.length) {
    if (!child.stdin.write(block)) await once(child.stdin, "drain");
    look?.(child.pid, sent);
  }
  child.stdin.end();
  await ended;
  if (answers !== count) throw new Error(`${answers} answers to ${count} lines`);
  return performance.now() - start;
}

const bin = join(root, "bin", "seller-route.js");
const programs = {
  "parse and print": [plain],
  "seller-route batch": [bin, "batch"],
  "seller-route batch --jobs 2": [bin, "batch", "--jobs", "2"],
};
const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let i = 0; i < RUNS; i++)
  for (const [name, argv] of Object.entries(programs)) times[name].push(await run(argv, LINES));

console.log(`${"".padEnd(30)}lines a second        time   beside parse and print`);
const base = median(times["parse and print"]);
for (const [name, all] of Object.entries(times)) {
  const ms = median(all);
  const row = [(LINES / ms) * 1000, ms, ms / base];
  console.log(
    `${name.padEnd(30)}${row[0].toFixed(0).padStart(14)}${row[1].toFixed(0).padStart(9)} ms${row[2].toFixed(1).padStart(10)} ×`,
  );
}

const one = await firstAnswer();
console.log(`\nfrom one line to its answer, the input still open: ${one.toFixed(1)} ms`);

const seen = [];
await run([bin, "batch"], LONG, (pid, sent) => {
  if (sent % (lines.length * 10) !== 0) return;
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  if (resident) seen.push(Number(resident) / 1024);
});
const half = seen.slice(Math.floor(seen.length / 2));
console.log(
  `memory over ${LONG} lines: at most ${Math.max(...seen).toFixed(0)} MB, in the second half ${Math.min(...half).toFixed(0)} to ${Math.max(...half).toFixed(0)} MB`,
);
rmSync(folder, { recursive: true });

/** From a line to its answer in a process that runs already. */
async function firstAnswer() {
  const child = spawn(process.execPath, [bin, "batch"], { stdio: ["pipe", "pipe", "inherit"] });
  const times = [];
  for (const line of lines.slice(0, 50)) {
    const before = performance.now();
    child.stdin.write(line);
    await once(child.stdout, "data");
    times.push(performance.now() - before);
  }
  child.stdin.end();
  await once(child, "close");
  return median(times);
}
