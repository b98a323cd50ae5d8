// How long proofs take: on the shipped playbook, and on generated tables of growing size (a curve).
// Usage: node tests/bench/proof.bench.mjs [--quick] [folder of a playbook]
import { join } from "node:path";
import { root, sources } from "../tools/source.mjs";

const quick = process.argv.includes("--quick");
const { load, close } = await sources();
const { compile } = await load("src/core/compile.ts");
const { loadPlaybook } = await load("src/playbook/load.ts");
const { files } = await load("src/world.ts");
const { prove, proveDecisions } = await load("src/proof/prove.ts");
const { subjectOf } = await load("src/proof/subject.ts");
const routes = await load("src/proof/routes.ts");
const removable = await load("src/proof/removable.ts");
const values = await load("src/proof/values.ts");
const teams = await load("src/proof/teams.ts");
const { interviews, inTableOrder } = await load("src/proof/interview.ts");

const time = (work) => {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
};
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const folder = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? join(root, "data");
const loaded = await loadPlaybook(folder, files, join(root, "data", "schema"));
if (!("playbook" in loaded)) throw new Error(`The shipped playbook does not load: ${loaded.findings[0]?.message}`);
const times = { today: "2026-11-22" };
const runs = Array.from(
  { length: quick ? 3 : 9 },
  () => time(() => proveDecisions(subjectOf(loaded.playbook, loaded.book))).ms,
);
// What is proved of signals is remembered as long as they stay the same, so only the first time tells.
const full = time(() => prove(subjectOf(loaded.playbook, loaded.book), times)).ms;
const { length } = loaded.playbook.automaton.signals;
console.log(
  `shipped playbook: decisions and interview, first ${runs[0].toFixed(0)} ms, median ${median(runs).toFixed(0)} ms`,
);
console.log(`shipped playbook: every proof, with ${length} signals, first time ${full.toFixed(0)} ms\n`);

/** A table as real ones are: rows of one to four conditions, a few facts used much more than others. */
function generated(facts, width, rows, seed) {
  let state = seed;
  const random = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const skewed = () => Math.min(facts - 1, Math.floor(facts * random() ** 2.5));
  const domains = Array.from({ length: facts }, (_, i) => ({
    id: `f${i}`,
    values: Array.from({ length: width }, (_, k) => `v${k}`),
  }));
  const all = Array.from({ length: rows - 1 }, (_, i) => {
    const box = {};
    for (let n = 1 + Math.floor(random() * 4); n > 0; n--) box[`f${skewed()}`] = [`v${Math.floor(random() * width)}`];
    return { route: `r${i}`, when: [box] };
  });
  return { facts: domains, rows: [...all, { route: `r${rows - 1}`, when: [{}] }] };
}

const says = (route) => `t${Number(route.slice(1)) % 8}`;
console.log("facts × values × routes    compile     proofs      total   nodes   idle");
const sizes = quick
  ? [
      [8, 4, 100],
      [12, 8, 400],
    ]
  : [
      [6, 4, 25],
      [6, 4, 50],
      [8, 4, 100],
      [10, 6, 200],
      [12, 8, 200],
      [12, 8, 300],
      [12, 8, 400],
      [12, 8, 600],
      [14, 8, 800],
    ];
for (const [facts, width, rows] of sizes) {
  const table = generated(facts, width, rows, 7);
  const compiled = time(() => compile(table));
  const name = `${facts} × ${width} × ${rows}`.padEnd(24);
  if (compiled.result === null) {
    console.log(`${name} ${compiled.ms.toFixed(0).padStart(7)} ms   undecided: more states than the bound`);
    continue;
  }
  const decided = { ...table, diagram: compiled.result };
  const odds = table.facts.map((fact) => fact.values.map(() => 1 / fact.values.length));
  const led = (route) => ({ team: says(route), next: null });
  const parts = {};
  const part = (label, work) => {
    const one = time(work);
    parts[label] = one.ms;
    return one.result;
  };
  const idle = part("idle", () => routes.idleRoutes(decided));
  part("gaps", () => routes.gaps(decided));
  part("removable", () => removable.removableRoutes(decided, says));
  part("byValue", () => {
    const winners = routes.winnersByValue(decided);
    const live = routes.liveRoutes(decided);
    for (const { route, when } of table.rows)
      for (const [fact, [value]] of Object.entries(when[0]))
        if (live.has(route) && live.get(route)[fact] !== value) winners(fact, value);
  });
  part("values", () => [values.idleFacts(decided), values.alikeValues(decided)]);
  part("teams", () => [teams.unreachedTeams(decided, ["t0"], led), teams.ladderLoops(decided, led)]);
  const asked = part("interview", () => interviews(decided, odds, inTableOrder(decided)));
  const proofs = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  const detail = Object.entries(parts)
    .map(([label, ms]) => `${label} ${ms.toFixed(0)}`)
    .join(", ");
  const length = asked === null ? "interview undecided" : `longest interview ${asked.longest}`;
  console.log(
    `${name} ${compiled.ms.toFixed(0).padStart(7)} ms ${proofs.toFixed(0).padStart(7)} ms ${(compiled.ms + proofs).toFixed(0).padStart(7)} ms ${String(compiled.result.level.length).padStart(7)} ${String(idle.length).padStart(6)}   ${length}; ${detail}`,
  );
}
await close();
