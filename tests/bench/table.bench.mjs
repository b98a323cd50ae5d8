// Deciding beside two rule engines, on the same table and the same facts: npm run bench -- table (after npm run build)
// Every route of the shipped playbook is translated for them; all must answer the same before they are timed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { seeded } from "./cases.mjs";
import { compare, table, times } from "./compare.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { decide, loadPlaybook } = await import(join(root, "dist", "index.js"));
const { diagram, facts, routes } = await loadPlaybook();

const holds = (condition, known) =>
  condition.some((box) => Object.entries(box).every(([fact, allowed]) => allowed.includes(known[fact] ?? null)));
const random = seeded(7);
/** Complete facts: any value of each fact that applies, null for one that does not. */
const drawn = () => {
  const known = {};
  for (const { id, values, applies } of facts)
    known[id] = !applies || holds(applies, known) ? values[random(values.length)].id : null;
  return known;
};

/** json-rules-engine runs rules by priority, and can be stopped by the first that succeeds. */
function jsonRules() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  routes.forEach(({ id, when }, i) => {
    const side = ([fact, allowed]) => ({ fact, operator: "in", value: allowed });
    const always = { fact: diagram.facts[0], operator: "notEqual", value: "" };
    const any = when.map((box) => ({ all: Object.keys(box).length > 0 ? Object.entries(box).map(side) : [always] }));
    engine.addRule({
      conditions: { any },
      event: { type: id },
      priority: routes.length - i,
      onSuccess: () => engine.stop(),
    });
  });
  return async (known) => (await engine.run(known)).events[0]?.type ?? null;
}

/** A decision table of ZEN: a row a box, first hit; a cell lists the values that it allows. */
function zen() {
  const name = (i) => `f${i}`;
  const cell = (allowed) => (allowed ?? []).map((value) => (value === null ? "null" : `'${value}'`)).join(", ");
  const rules = routes.flatMap(({ id, when }) =>
    when.map((box, i) => ({
      _id: `${id} ${i}`,
      ...Object.fromEntries(diagram.facts.map((fact, level) => [name(level), cell(box[fact])])),
      route: `'${id}'`,
    })),
  );
  const inputs = diagram.facts.map((fact, level) => ({ id: name(level), name: fact, field: name(level) }));
  const content = { hitPolicy: "first", inputs, outputs: [{ id: "route", name: "route", field: "route" }], rules };
  const position = { x: 0, y: 0 };
  const nodes = [
    { id: "in", name: "in", type: "inputNode", position },
    { id: "table", name: "table", type: "decisionTableNode", position, content },
    { id: "out", name: "out", type: "outputNode", position },
  ];
  const edges = [
    { id: "1", sourceId: "in", targetId: "table", type: "edge" },
    { id: "2", sourceId: "table", targetId: "out", type: "edge" },
  ];
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({ nodes, edges })));
  return async (known) => {
    const input = Object.fromEntries(diagram.facts.map((fact, level) => [name(level), known[fact]]));
    return (await decision.evaluate(input)).result.route ?? null;
  };
}

/** Ours takes facts that do not apply as absent. */
const present = (known) => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
const samples = Array.from({ length: 2000 }, drawn).map((known) => ({ known, given: present(known) }));
const NAMES = ["seller-route decide", "@gorules/zen-engine", "json-rules-engine"];
const [otherRules, otherTable] = [jsonRules(), zen()];
const ways = {
  [NAMES[0]]: ({ given }) => decide(diagram, given).outcome.route,
  [NAMES[1]]: ({ known }) => otherTable(known),
  [NAMES[2]]: ({ known }) => otherRules(known),
};

const won = new Set();
for (const sample of samples) {
  const route = ways[NAMES[0]](sample);
  won.add(route);
  for (const name of NAMES.slice(1)) {
    const other = await ways[name](sample);
    if (other !== route) throw new Error(`${name} says ${other}, not ${route}: ${JSON.stringify(sample.known)}`);
  }
}
console.log(
  `${routes.length} routes over ${diagram.facts.length} facts; ${samples.length} complete cases won by ${won.size} routes: all three agree on every one.\n`,
);

const micro = await compare(ways, samples.slice(0, 200));
const own = micro.get(NAMES[0]);
table(
  ["deciding", "time", "beside ours"],
  NAMES.map((name) => [name, `${micro.get(name).toFixed(2)} µs`, times(micro.get(name), own)]),
);
// A walk that waits for nothing against two that must be waited for: what the waiting itself costs.
const waited = await compare({ waited: async ({ given }) => decide(diagram, given) }, samples.slice(0, 200));
console.log(`\nOurs, waited for like the others: ${waited.get("waited").toFixed(2)} µs.`);
