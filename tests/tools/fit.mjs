// Fits what the phrases of data/signals say to labelled texts, and writes it to data/weights.yaml.
//   npm run fit                      from data/cases and tests/corpus
//   npm run fit -- --folds 5         only measures: each fold is judged by a fit on the others
//   npm run fit -- --folds 5 --fold 0 --flat   one fold only; all strengths are forgotten first, since texts of that
//                                    fold had a part in them (they may have had one in the phrases themselves)
//   npm run fit -- --test A,B        only measures: fits on everything, judges the files A and B
//   npm run fit -- --train A,B       with further labelled texts
//   npm run fit -- --without A,B     without these files of tests/corpus
// Phrases stay as they were written. What is fitted is how much each adds to the log-odds of every value that it may
// speak for: a softmax regression, held by a prior to what its author gave it. In every step most of what was found is
// left out (dropout, Hinton and others 2012; on regressions Wager, Wang and Liang 2013), so that weak words learn to
// do without the strong phrases that a text not seen before may not have.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const playbook = await loadPlaybook(join(root, "data"));
const { diagram, automaton, groups, routes, facts, thresholds } = playbook;
const { signals } = automaton;

/** As in src/core/posterior.ts. */
const [STRANGE, FEW] = [1.5, 8];
/** What an also_ok team is worth beside the label itself; how much a labelled fact and issue count beside the team. */
const [ALSO, FACT, ISSUE] = [0.55, 0.5, 1];
const number = (name, usual) => Number(process.env[name] ?? usual);
/** Share of what was found that is left out of a step. */
const DROPOUT = number("DROPOUT", 0.7);
/** The same of phrases that say what a text must not hold, and of turns among the plain words: nothing else stands in for them. */
const RULE_DROPOUT = number("RULE_DROPOUT", 0.1);
const STEPS = number("STEPS", 300);
/** The weights of the steps after this one are averaged: what chance did in a single one evens out (Polyak 1990). */
const SETTLED = number("SETTLED", 150);
const RATE = 0.05;
/** Pull to the authored strength: by its square, and by its size. */
const [SQUARE, SIZE] = [number("SQUARE", 3e-5), number("SIZE", 0.012)];
/** Weights smaller than this are not written down; those of plain words are small, but many. */
const LEAST = 0.05;
/** Real situations count more than texts made up, and the playbook's own cases too; languages with many texts less. */
const COUNTS = {
  "situations.jsonl": 6,
  "situations-2.jsonl": 3,
  "situations-3.jsonl": 3,
  "situations-4.jsonl": 3,
  "situations-5.jsonl": 3,
  "situations-6.jsonl": 3,
  "situations-7.jsonl": 3,
  "situations-8.jsonl": 3,
  "short-3.jsonl": 3,
  "beside-2.jsonl": 0.5,
  "last-resorts-2.jsonl": 2,
  "en-short.jsonl": 4,
  "en-short-2.jsonl": 3,
  "languages-short.jsonl": 4,
  "languages-short-2.jsonl": 2,
  "reasons.jsonl": 4,
  "reasons-2.jsonl": 4,
  "notices-short.jsonl": 4,
  "en-support-short.jsonl": 2,
  "denied.jsonl": 2,
  "denied-3.jsonl": 2,
  "executives.jsonl": 2,
  "last-resorts.jsonl": 2,
  "misread-2.jsonl": 4,
  "named-reasons.jsonl": 2,
  "outside-10.jsonl": 1.5,
  "outside-11.jsonl": 1.5,
  "refused.jsonl": 1.5,
  "ja-2.jsonl": 1.5,
  "zh-2.jsonl": 1.5,
  "ja.jsonl": 0.3,
  "zh.jsonl": 0.3,
};
/** Facts that words of other things may speak for; the others are spoken of in so many words or not at all. */
const SHARED = new Set(["issue", "claim", "appeal", "waiting", "account", "aim", "urgency"]);

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const listed = (name) => (option(name) ?? "").split(",").filter(Boolean);
const jsonl = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const own = readdirSync(join(root, "data", "cases")).flatMap((file) =>
  parse(readFileSync(join(root, "data", "cases", file), "utf8"))
    .cases.filter((one) => one.text && one.expect.status !== "unsure" && !one.expect.also)
    .map(({ text, lang = "en", expect }) => ({
      text,
      lang,
      team: expect.team ?? "none",
      also_ok: expect.also_ok ?? [],
      issue: expect.issue,
      facts: expect.facts ?? {},
      count: 4,
    })),
);
const corpusFolder = join(root, "tests", "corpus");
const corpus = readdirSync(corpusFolder)
  .filter((name) => name.endsWith(".jsonl") && !listed("--without").includes(name))
  .flatMap((name) => jsonl(join(corpusFolder, name)).map((one) => ({ ...one, count: COUNTS[name] ?? 1 })));

/** Columns: the values of all facts of the diagram, and last that a text is not a seller's problem. */
const from = [];
let columns = 0;
for (const values of diagram.values) {
  from.push(columns);
  columns += values.length;
}
const OTHER = columns++;
const level = new Map(diagram.facts.map((fact, i) => [fact, i]));
const valueAt = diagram.values.map((values) => new Map(values.map((value, i) => [value, i])));
const column = (fact, value) => from[level.get(fact)] + valueAt[level.get(fact)].get(value);
const prior = new Float64Array(columns);
for (const id of diagram.facts)
  for (const value of facts.find((fact) => fact.id === id).values) prior[column(id, value.id)] = Math.log(value.prior);
const sumOfIssues = diagram.values[0].reduce((sum, issue) => sum + Math.exp(prior[column("issue", issue)]), 0);
prior[OTHER] = STRANGE + Math.log(sumOfIssues);

/** Every signal as strong as every other, where the strengths are forgotten. */
const FLAT = 1.2;
const members = new Map(groups.map((group) => [group.id, group.members]));
const authored = new Float32Array(signals.length * columns);
/** By signal and column: 1 where the signal may speak for the value. */
const open = new Uint8Array(signals.length * columns);
signals.forEach(({ fact, value, weight: given }, i) => {
  const at = i * columns;
  const weight = args.includes("--flat") ? FLAT * Math.sign(given) : given;
  if (fact === "scope") authored[at + OTHER] = value === "other" ? weight : -weight;
  else if (fact === "group") for (const issue of members.get(value)) authored[at + column("issue", issue)] = weight;
  else if (level.has(fact)) authored[at + column(fact, value)] = weight;
  diagram.facts.forEach((id, a) => {
    const may = id === "issue" || id === fact || ((fact === "word" || fact === "issue") && SHARED.has(id));
    if (may) open.fill(1, at + from[a], at + from[a] + diagram.values[a].length);
  });
  open[at + OTHER] = 1;
});

const teamOf = new Map(routes.map((route) => [route.id, route.team]));
const leafTeam = diagram.outcomes.map((outcome) => teamOf.get(outcome.route));

// What was fitted before names phrases too; fitting starts from what the authors gave alone.
const place = new Map(signals.map(({ fact, value, phrase }, i) => [`${fact} ${value} ${phrase}`, i]));
// Times are counted, whatever phrases say beside them.
const unfitted = { ...playbook, votes: undefined, facts: undefined };
const prepare = (one) => ({
  one,
  hits: [...new Set(found(one.text).map((hit) => place.get(`${hit.fact} ${hit.value} ${hit.phrase}`)))],
});
/** What says nothing of the decision is not fitted: cautions, and what a refusal asks for. */
const fitted = (fact) => level.has(fact) || ["group", "scope", "word"].includes(fact);
const found = (text) => read(text, unfitted).evidence.filter(({ fact }) => fitted(fact));

const z = new Float64Array(columns);
const odds = new Float64Array(columns);
const slope = new Float64Array(columns);
const nodes = new Float64Array(diagram.level.length);
const worth = new Float64Array(diagram.level.length);
const mass = new Float64Array(diagram.outcomes.length);

/** By signal: the share of texts that it is left out of in a step, and how many times it counts in the others; and in a whole text. */
const leftOut = signals.map(({ fact, phrase }) =>
  /\+\s*!/.test(phrase) || (fact === "word" && phrase.includes("~")) ? RULE_DROPOUT : DROPOUT,
);
const inStep = leftOut.map((share) => 1 / (1 - share));
const whole = leftOut.map(() => 1);

/** Probabilities of every value, and that the text is beside the matter. */
function forward(hits, times, weights, sharpness = 1) {
  z.fill(0);
  for (const hit of hits) for (let c = 0, at = hit * columns; c < columns; c++) z[c] += times[hit] * weights[at + c];
  for (let c = 0; c < columns; c++) z[c] = z[c] * sharpness + prior[c];
  for (let a = 0; a < from.length; a++) {
    const end = from[a] + diagram.values[a].length;
    let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
    for (let c = from[a]; c < end; c++) most = Math.max(most, z[c]);
    for (let c = from[a]; c < end; c++) {
      odds[c] = Math.exp(z[c] - most);
      sum += odds[c];
    }
    if (a === 0) odds[OTHER] = 1 / (1 + sum * Math.exp(most - z[OTHER]));
    for (let c = from[a]; c < end; c++) odds[c] /= sum;
  }
}

function reach() {
  nodes.fill(0);
  mass.fill(0);
  const arrive = (at, share) => {
    if (at >= 0) nodes[at] += share;
    else mass[~at] += share;
  };
  arrive(diagram.root, 1);
  for (let at = nodes.length - 1; at >= 0; at--) {
    if (nodes[at] < 1e-12) continue;
    for (let i = 0; i < diagram.values[diagram.level[at]].length; i++)
      arrive(diagram.kids[diagram.first[at] + i], nodes[at] * odds[from[diagram.level[at]] + i]);
  }
}

/** The gradient of the negative log-likelihood by the log-odds: scope, team through the diagram, labelled facts. */
function descend(one) {
  slope.fill(0);
  const issues = diagram.values[0].length;
  const outside = odds[OTHER] - (one.team === "none" ? 1 : 0);
  slope[OTHER] = outside;
  for (let c = 0; c < issues; c++) slope[c] -= outside * odds[c];
  if (one.team === "none") return;
  reach();
  const credit = (at) =>
    at >= 0 ? worth[at] : leafTeam[~at] === one.team ? 1 : (one.also_ok ?? []).includes(leafTeam[~at]) ? ALSO : 0;
  const by = new Float64Array(columns);
  for (let at = 0; at < worth.length; at++) {
    const start = from[diagram.level[at]];
    worth[at] = 0;
    for (let i = 0; i < diagram.values[diagram.level[at]].length; i++) {
      const gain = credit(diagram.kids[diagram.first[at] + i]);
      worth[at] += odds[start + i] * gain;
      by[start + i] += nodes[at] * gain;
    }
  }
  const total = credit(diagram.root) + 1e-6;
  for (let a = 0; a < from.length; a++) {
    const end = from[a] + diagram.values[a].length;
    let mean = 0;
    for (let c = from[a]; c < end; c++) mean += odds[c] * by[c];
    for (let c = from[a]; c < end; c++) slope[c] -= (odds[c] * (by[c] - mean)) / total;
  }
  for (const [fact, value] of Object.entries({ ...one.facts, ...(one.issue && { issue: one.issue }) })) {
    const a = level.get(fact);
    const right = a === undefined ? undefined : valueAt[a].get(String(value));
    if (right === undefined) continue;
    const share = fact === "issue" ? ISSUE : FACT;
    for (let i = 0; i < diagram.values[a].length; i++)
      slope[from[a] + i] += share * (odds[from[a] + i] - (i === right ? 1 : 0));
  }
}

/** Adam on the posterior, all texts in each step. */
function fitTo(texts) {
  const [weights, settled] = [0, 0].map(() => Float32Array.from(authored));
  const [mean, spread, grad] = [0, 1, 2].map(() => new Float32Array(weights.length));
  const seen = new Uint8Array(signals.length);
  for (const { hits } of texts) for (const hit of hits) seen[hit] = 1;
  const total = texts.reduce((sum, { one }) => sum + (one.count ?? 1), 0);
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let step = 1; step <= STEPS; step++) {
    grad.fill(0);
    for (const { one, hits } of texts) {
      const kept = hits.filter((hit) => random() >= leftOut[hit]);
      forward(kept, inStep, weights);
      descend(one);
      for (const hit of kept) {
        const share = ((one.count ?? 1) / total) * inStep[hit];
        for (let c = 0, at = hit * columns; c < columns; c++) grad[at + c] += share * slope[c];
      }
    }
    const [fix, fixSpread] = [1 - 0.9 ** step, 1 - 0.99 ** step];
    for (let hit = 0; hit < signals.length; hit++) {
      if (seen[hit] === 0) continue;
      for (let at = hit * columns; at < (hit + 1) * columns; at++) {
        if (open[at] === 0) continue;
        const g = grad[at] + SQUARE * (weights[at] - authored[at]);
        mean[at] = 0.9 * mean[at] + 0.1 * g;
        spread[at] = 0.99 * spread[at] + 0.01 * g * g;
        const off = weights[at] - authored[at] - (RATE * mean[at]) / fix / (Math.sqrt(spread[at] / fixSpread) + 1e-5);
        weights[at] = authored[at] + Math.sign(off) * Math.max(0, Math.abs(off) - SIZE);
        if (step > SETTLED) settled[at] += (weights[at] - authored[at]) / (STEPS - SETTLED);
      }
    }
  }
  return settled;
}

function judge(texts, weights, sharpness = thresholds.sharpness) {
  const sums = { accepted: 0, strict: 0, confidentWrong: 0, best: 0 };
  for (const { one, hits } of texts) {
    forward(hits, whole, weights, sharpness * (1 + (thresholds.brevity ?? 0) / (FEW + hits.length)));
    reach();
    const teams = new Map();
    for (const [i, share] of mass.entries()) teams.set(leafTeam[i], (teams.get(leafTeam[i]) ?? 0) + share);
    const [[team, share], [, second]] = [...teams].sort((a, b) => b[1] - a[1]);
    const right = [one.team, ...(one.also_ok ?? [])];
    const outside = odds[OTHER] >= thresholds.scope;
    const advised = !outside && share >= thresholds.advise && share - second >= thresholds.margin;
    const accepted = one.team === "none" ? !advised : advised && right.includes(team);
    sums.accepted += accepted;
    sums.strict += one.team === "none" ? outside : advised && team === one.team;
    sums.confidentWrong += advised && !accepted;
    sums.best += one.team === "none" ? outside : !outside && right.includes(team);
  }
  const percent = (sum) => Math.round((1000 * sum) / texts.length) / 10;
  return { n: texts.length, ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, percent(sum)])) };
}

/** One line a phrase: what it says, the most first. */
function write(weights) {
  const name = (c) => {
    if (c === OTHER) return "scope=other";
    const a = from.findLastIndex((start) => start <= c);
    const value = diagram.values[a][c - from[a]];
    return diagram.facts[a] === "issue" ? value : `${diagram.facts[a]}=${value}`;
  };
  const lines = new Map();
  signals.forEach(({ fact, value, phrase }, i) => {
    if (!fitted(fact)) return;
    const at = i * columns;
    const own = weights.subarray(at, at + columns);
    if (own.every((weight, c) => Math.abs(weight - authored[at + c]) < LEAST)) return;
    const said = [...own].map((weight, c) => [name(c), weight]).filter(([, weight]) => Math.abs(weight) >= LEAST);
    if (said.length === 0) return;
    said.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
    const text = said.map(([target, weight]) => `${target} ${Number(weight.toFixed(2))}`).join(", ");
    const values = lines.get(fact) ?? new Map();
    const phrases = values.get(value) ?? new Map();
    lines.set(fact, values.set(value, phrases.set(phrase, text)));
  });
  const parts = [
    "# yaml-language-server: $schema=schema/weights.schema.json",
    "# What every phrase of signals/ turned out to say. Written by `npm run fit` from the labelled texts: change phrases, not this.",
    "weights:",
  ];
  for (const [fact, values] of lines) {
    parts.push(`  ${fact}:`);
    for (const [value, phrases] of values) {
      parts.push(`    ${value}:`);
      for (const [phrase, text] of phrases) parts.push(`      ${JSON.stringify(phrase)}: ${text}`);
    }
  }
  writeFileSync(join(root, "data", "weights.yaml"), `${parts.join("\n")}\n`);
}

const all = [...own, ...corpus, ...listed("--train").flatMap(jsonl)].map(prepare);
const folds = Number(option("--folds") ?? 0);
const tests = listed("--test");
if (folds > 0) {
  const which = option("--fold") === undefined ? [...Array(folds).keys()] : [Number(option("--fold"))];
  const parts = which.map((fold) => {
    const inFold = (_one, i) => i % folds === fold;
    const test = all.filter(inFold);
    return judge(test, fitTo(all.filter((one, i) => !inFold(one, i))));
  });
  const judged = parts.reduce((sum, one) => sum + one.n, 0);
  const mean = (name) => Math.round((10 * parts.reduce((sum, one) => sum + one[name] * one.n, 0)) / judged) / 10;
  const names = ["accepted", "strict", "confidentWrong", "best"];
  console.log("left-out folds", Object.fromEntries(names.map((name) => [name, mean(name)])));
} else {
  const weights = fitTo(all);
  console.log("texts fitted", judge(all, weights));
  for (const file of tests) console.log(file, judge(jsonl(file).map(prepare), weights));
  if (tests.length === 0) write(weights);
}
