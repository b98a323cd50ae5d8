// How fast facts become a recommendation, and how that grows with the routes: node tests/bench/decide.bench.mjs
import { join } from "node:path";
import { sources } from "../tools/source.mjs";
import { median, root } from "./cases.mjs";

const { load, close } = await sources();
const { compile } = await load("src/core/compile.ts");
const { walk } = await load("src/core/diagram.ts");
const { decide } = await load("src/core/decide.ts");
const { loadPlaybook } = await load("src/playbook/load.ts");
const { files } = await load("src/world.ts");

let state = 7;
const random = (n) => {
  state = (state * 1664525 + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
const complete = ({ facts, values }) =>
  Array.from({ length: 1000 }, () =>
    Object.fromEntries(facts.map((fact, level) => [fact, values[level][random(values[level].length)]])),
  );

/** Calls a second, the median of nine rounds. */
function rate(cases, decideOne) {
  const rounds = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    for (let i = 0; i < 100; i++) for (const facts of cases) decideOne(facts);
    const { user, system } = process.cpuUsage(start);
    return (100 * cases.length * 1e6) / (user + system);
  });
  return median(rounds);
}
const shown = (name, diagram) => {
  const cases = complete(diagram);
  const walks = rate(cases, (facts) => walk(diagram, facts));
  const decisions = rate(cases, (facts) => decide(diagram, facts));
  console.log(`${name.padEnd(34)}${(walks / 1e6).toFixed(2).padStart(12)}${(decisions / 1e6).toFixed(2).padStart(16)}`);
  return decisions;
};

console.log(`${"millions a second".padEnd(34)}walk to leaf   decide, settled`);
const { playbook } = await loadPlaybook(join(root, "data"), files);
shown(`shipped playbook, ${playbook.routes.length} routes`, playbook.diagram);

/** Rows of one to four conditions, as in real tables; some facts are used much more than others. */
function table(rows) {
  const facts = Array.from({ length: 12 }, (_, i) => ({
    id: `f${i}`,
    values: ["a", "b", "c", "d", "e", "f", "g", "h"],
  }));
  const skewed = () => Math.min(11, Math.floor(12 * (random(1e6) / 1e6) ** 2.5));
  const box = () =>
    Object.fromEntries(Array.from({ length: 1 + random(4) }, () => [`f${skewed()}`, ["abcdefgh"[random(8)]]]));
  const all = Array.from({ length: rows - 1 }, (_, i) => ({ route: `r${i}`, when: [box()] }));
  return { facts, rows: [...all, { route: "last", when: [{}] }] };
}
const rates = [8, 80, 800].map((rows) => {
  const diagram = compile(table(rows));
  return diagram === null ? null : shown(`12 facts of 8 values, ${rows} routes`, diagram);
});
if (rates[0] && rates[2]) console.log(`\n100 times the routes: ${(rates[0] / rates[2]).toFixed(1)} times the time`);
await close();
