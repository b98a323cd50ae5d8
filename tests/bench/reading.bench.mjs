// How the time to read a text grows: node tests/bench/reading.bench.mjs (after npm run build)
// One row a kind of content, one column a length; milliseconds, the median of five readings of a fresh text.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));

const cases = readdirSync(join(root, "data", "cases"))
  .flatMap((name) => parse(readFileSync(join(root, "data", "cases", name), "utf8")).cases)
  .flatMap((one) => (one.text ? [one.text] : []));
let seed = 1;
const random = (n) => {
  seed = (seed * 48271) % 2147483647;
  return seed % n;
};
const pick = (list) => list[random(list.length)];
const words = [...new Set(cases.join(" ").split(/\s+/))];
const fill = (length, piece) => {
  let text = "";
  while (text.length < length) text += piece();
  return text.slice(0, length);
};

const KINDS = {
  "real cases": () => `${pick(cases)}\n\n`,
  "random words of cases": () => `${pick(words)} `,
  "one word repeated": () => "suspended ",
  "the beginning of a phrase": () => "listing listing not ",
  "no spaces at all": () => "a",
  "random letters": () => String.fromCharCode(97 + random(26)) + (random(6) === 0 ? " " : ""),
  "one Chinese character": () => "申",
  "open entities": () => "&amp",
  "at signs": () => "a@",
  "digits and dashes": () => "123-1234567-",
  links: () => "http://",
};
const LENGTHS = [1_000, 10_000, 100_000, 1_000_000];

const start = performance.now();
const playbook = await loadPlaybook();
read("warm", playbook);
console.log(`stored playbook to first reading: ${(performance.now() - start).toFixed(1)} ms\n`);

console.log(
  `${"ms by length".padEnd(28)}${LENGTHS.map((length) => String(length).padStart(11)).join("")}   1 MB by 100 KB`,
);
for (const [kind, piece] of Object.entries(KINDS)) {
  const medians = LENGTHS.map((length) => {
    const times = Array.from({ length: 5 }, () => {
      const text = fill(length, piece);
      const before = performance.now();
      read(text, playbook);
      return performance.now() - before;
    });
    return times.sort((a, b) => a - b)[2];
  });
  const growth = medians[3] / medians[2];
  console.log(`${kind.padEnd(28)}${medians.map((ms) => ms.toFixed(2).padStart(11)).join("")}   ${growth.toFixed(1)} ×`);
}

for (let i = 0; i < 3; i++) for (const text of cases) read(text, playbook);
const before = performance.now();
let characters = 0;
for (const text of cases) {
  read(text, playbook);
  characters += text.length;
}
const ms = performance.now() - before;
console.log(
  `\n${cases.length} real cases, ${Math.round(characters / cases.length)} characters each: ${(ms / cases.length).toFixed(3)} ms a case, ${(characters / ms / 1000).toFixed(1)} million characters a second`,
);
