// Fits the strengths of the authored signals to labelled texts, and writes them back into data/signals.
//   npm run fit                      from data/cases and tests/corpus
//   npm run fit -- --folds 5         only measures: each fold is judged by a fit on the others
//   npm run fit -- --folds 5 --fold 0 --flat   one fold only; all strengths are forgotten first, since texts of that
//                                    fold had a part in them (they may have had one in the phrases themselves)
//   npm run fit -- --test FILE       only measures: fits on everything, judges FILE
// Patterns stay as they were written; what changes is the strength that each one stands under. Maximum a posteriori:
// the authored strength is the mean of a normal prior, so a phrase that few texts know keeps it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseDocument } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const playbook = await loadPlaybook(join(root, "data"));
const { diagram, automaton, groups, routes, facts, thresholds } = playbook;

/** As in src/reading/read.ts and src/core/posterior.ts. */
const [FADE, STRANGE, MOST, MOST_SHOWN] = [0.65, 1.5, 4, 3];
/** What an also_ok team is worth beside the label itself; how much a labelled fact counts beside the team. */
const [ALSO, FACT] = [0.55, 0.5];
/** Weight of the prior that holds a signal at its authored strength. */
const PRIOR = Number(process.env.PRIOR ?? 0.5);
// Strengths are fitted unsharpened; the playbook's sharpness is set afterwards, by calibration.
const SHARP = 1;
const STEPS = Number(process.env.STEPS ?? 150);

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const jsonl = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const own = readdirSync(join(root, "data", "cases")).flatMap((file) =>
  parse(readFileSync(join(root, "data", "cases", file), "utf8"))
    .cases.filter((one) => one.text && one.expect.status !== "unsure")
    .map(({ text, lang = "en", expect }) => ({
      text,
      lang,
      team: expect.team ?? "none",
      also_ok: expect.also_ok ?? [],
      issue: expect.issue,
      facts: expect.facts ?? {},
    })),
);
const corpusFolder = join(root, "tests", "corpus");
/** Real situations count more than texts made up; languages with many texts count less each. */
const COUNTS = { "situations.jsonl": 4, "ja.jsonl": 0.3, "zh.jsonl": 0.3 };
const corpus = readdirSync(corpusFolder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => jsonl(join(corpusFolder, name)).map((one) => ({ ...one, count: COUNTS[name] ?? 1 })));

const key = (signal) => `${signal.fact} ${signal.value} ${signal.lang} ${signal.phrase}`;
const place = new Map(automaton.signals.map((signal, i) => [`${signal.fact} ${signal.value} ${signal.phrase}`, i]));
/** Every signal as strong as every other, where the strengths are forgotten. */
const FLAT = 2;
const authored = Float64Array.from(automaton.signals, ({ weight }) =>
  process.argv.includes("--flat") ? FLAT * Math.sign(weight) : weight,
);
const level = new Map(diagram.facts.map((fact, i) => [fact, i]));
const valueAt = diagram.values.map((values) => new Map(values.map((value, i) => [value, i])));
const priors = diagram.facts.map((id) =>
  facts.find((fact) => fact.id === id).values.map((value) => Math.log(value.prior)),
);
const members = new Map(groups.map((group) => [group.id, group.members.map((issue) => valueAt[0].get(issue))]));
const teamOf = new Map(routes.map((route) => [route.id, route.team]));
const leafTeam = diagram.outcomes.map((outcome) => teamOf.get(outcome.route));

const prepare = (one) => ({
  one,
  hits: read(one.text, playbook)
    .evidence.filter(({ fact }) => fact !== "caution")
    .map(({ fact, value, phrase, start, end }) => ({
      signal: place.get(`${fact} ${value} ${phrase}`),
      fact,
      value,
      start,
      end,
    })),
});

/** What each hit counts: the strongest of a value in full, each further one less, words once. */
function shares(hits, weights) {
  const heard = new Map();
  const counted = [];
  for (const hit of [...hits].sort((a, b) => Math.abs(weights[b.signal]) - Math.abs(weights[a.signal]))) {
    const name = `${hit.fact} ${hit.value}`;
    const before = heard.get(name) ?? { spans: [], share: 1 };
    heard.set(name, before);
    if (before.spans.some((other) => hit.start < other.end && other.start < hit.end)) continue;
    before.spans.push(hit);
    counted.push([hit, before.share]);
    before.share *= FADE;
  }
  return counted;
}

function forward({ hits }, weights, bias) {
  const counted = shares(hits, weights);
  const scores = diagram.values.map((values, at) => values.map((_, i) => bias[at][i]));
  const said = { issue: new Map(), appeal: new Map() };
  let [seller, other] = [0, 0];
  const add = (at, i, x, sum) => {
    scores[at][i] += x;
    if (sum) said[sum].set(i, (said[sum].get(i) ?? 0) + x);
  };
  for (const [hit, share] of counted) {
    const x = weights[hit.signal] * share;
    if (hit.fact === "scope" && hit.value === "seller") seller += x;
    else if (hit.fact === "scope") other += x;
    else if (hit.fact === "group") for (const i of members.get(hit.value)) add(0, i, x, "issue");
    else
      add(
        level.get(hit.fact),
        valueAt[level.get(hit.fact)].get(hit.value),
        x,
        Object.hasOwn(said, hit.fact) ? hit.fact : null,
      );
  }
  // What is said of a fact shows that it applies; a constant as far as the slopes are concerned.
  for (const { id, applies = [], shows = 0 } of facts) {
    const at = level.get(id);
    const most = shows * Math.max(0, ...scores[at].map((x, i) => x - bias[at][i]));
    if (most > 0)
      for (const issue of new Set(applies.flatMap((box) => box.issue ?? [])))
        add(0, valueAt[0].get(issue), Math.min(most, MOST_SHOWN), "issue");
  }
  let best = { x: 0 };
  for (const [fact, sums] of Object.entries(said)) for (const [i, x] of sums) if (x > best.x) best = { x, fact, i };
  const odds = scores.map((row, at) => {
    const raw = row.map((x, i) => Math.exp(Math.min(SHARP * x, 40) + priors[at][i]));
    const sum = raw.reduce((a, b) => a + b, 0);
    return raw.map((x) => x / sum);
  });
  const beside = 1 / (1 + Math.exp(Math.min(seller, MOST) + Math.min(best.x, MOST) - other - STRANGE));
  return { counted, odds, beside, best, open: [seller < MOST, best.x < MOST] };
}

function reach(odds) {
  const nodes = new Float64Array(diagram.level.length);
  const mass = new Float64Array(diagram.outcomes.length);
  const arrive = (at, share) => {
    if (at >= 0) nodes[at] += share;
    else mass[~at] += share;
  };
  arrive(diagram.root, 1);
  for (let at = nodes.length - 1; at >= 0; at--) {
    if (nodes[at] < 1e-12) continue;
    for (const [i, share] of odds[diagram.level[at]].entries())
      arrive(diagram.kids[diagram.first[at] + i], nodes[at] * share);
  }
  return { nodes, mass };
}

/** Adds one text's gradient of the negative log-likelihood: scope, team through the diagram, labelled facts. */
function descend(text, weights, bias, gw, gb, count) {
  const { counted, odds, beside, best, open } = forward(text, weights, bias);
  const { one } = text;
  const slopes = diagram.values.map((values) => new Float64Array(values.length));
  const outside = beside - (one.team === "none" ? 1 : 0);
  if (one.team !== "none") {
    const credit = (at) =>
      at >= 0 ? worth[at] : leafTeam[~at] === one.team ? 1 : (one.also_ok ?? []).includes(leafTeam[~at]) ? ALSO : 0;
    const worth = new Float64Array(diagram.level.length);
    const { nodes } = reach(odds);
    for (let at = 0; at < worth.length; at++) {
      worth[at] = odds[diagram.level[at]].reduce(
        (sum, share, i) => sum + share * credit(diagram.kids[diagram.first[at] + i]),
        0,
      );
    }
    const total = credit(diagram.root) + 1e-9;
    const by = diagram.values.map((values) => new Float64Array(values.length));
    for (let at = 0; at < worth.length; at++) {
      if (nodes[at] > 1e-12)
        by[diagram.level[at]].forEach((_, i, row) => {
          row[i] += nodes[at] * credit(diagram.kids[diagram.first[at] + i]);
        });
    }
    odds.forEach((row, at) => {
      const mean = row.reduce((sum, share, i) => sum + share * by[at][i], 0);
      for (const [i, share] of row.entries()) slopes[at][i] -= (share * (by[at][i] - mean)) / total;
    });
    for (const [fact, value] of Object.entries({ ...one.facts, ...(one.issue && { issue: one.issue }) })) {
      const at = level.get(fact);
      const right = at === undefined ? undefined : valueAt[at].get(String(value));
      if (right !== undefined)
        for (const [i, share] of odds[at].entries()) slopes[at][i] += FACT * (share - (i === right ? 1 : 0));
    }
  }
  for (const row of slopes) for (const i of row.keys()) row[i] *= count * SHARP;
  const scope = outside * count;
  for (const [at, row] of slopes.entries()) for (const [i, x] of row.entries()) gb[at][i] += x;
  const known = -scope * open[1];
  for (const [hit, share] of counted) {
    if (hit.fact === "scope") gw[hit.signal] += share * (hit.value === "other" ? scope : -scope * open[0]);
    else if (hit.fact === "group") {
      for (const i of members.get(hit.value))
        gw[hit.signal] += share * (slopes[0][i] + (best.fact === "issue" && best.i === i ? known : 0));
    } else {
      const [at, i] = [level.get(hit.fact), valueAt[level.get(hit.fact)].get(hit.value)];
      gw[hit.signal] += share * (slopes[at][i] + (best.fact === hit.fact && best.i === i ? known : 0));
    }
  }
}

/** Adam on the posterior. Signs stay as authored: a phrase written for a value never comes to speak against it. */
function fitTo(texts) {
  const weights = Float64Array.from(authored);
  const bias = diagram.values.map((values) => new Float64Array(values.length));
  const moments = [weights, ...bias].map((row) => [new Float64Array(row.length), new Float64Array(row.length)]);
  for (let step = 1; step <= STEPS; step++) {
    const gw = new Float64Array(weights.length);
    const gb = bias.map((row) => new Float64Array(row.length));
    for (const text of texts) descend(text, weights, bias, gw, gb, text.one.count ?? 1);
    [weights, ...bias].forEach((row, r) => {
      const [m, v] = moments[r];
      row.forEach((_, i) => {
        const g = r === 0 ? gw[i] + PRIOR * (row[i] - authored[i]) : gb[r - 1][i] + 2 * row[i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.99 * v[i] + 0.01 * g * g;
        row[i] -= (0.06 * (m[i] / (1 - 0.9 ** step))) / (Math.sqrt(v[i] / (1 - 0.99 ** step)) + 1e-8);
        if (r === 0) row[i] = authored[i] > 0 ? Math.max(0, Math.min(9, row[i])) : Math.min(0, Math.max(-4, row[i]));
      });
    });
  }
  return { weights, bias };
}

function judge(texts, { weights, bias }, limits = thresholds) {
  const sums = { n: texts.length, accepted: 0, strict: 0, confidentWrong: 0, best: 0 };
  for (const text of texts) {
    const { odds, beside } = forward(text, weights, bias);
    const { mass } = reach(odds);
    const teams = new Map();
    for (const [i, share] of mass.entries()) teams.set(leafTeam[i], (teams.get(leafTeam[i]) ?? 0) + share);
    const [[team, share], [, second]] = [...teams].sort((a, b) => b[1] - a[1]);
    const { one } = text;
    const right = [one.team, ...(one.also_ok ?? [])];
    const outside = beside >= limits.scope;
    const advised = !outside && share >= limits.advise && share - second >= limits.margin;
    const accepted = one.team === "none" ? !advised : advised && right.includes(team);
    sums.accepted += accepted;
    sums.strict += one.team === "none" ? outside : advised && team === one.team;
    sums.confidentWrong += advised && !accepted;
    sums.best += one.team === "none" ? outside : !outside && right.includes(team);
  }
  return Object.fromEntries(
    Object.entries(sums).map(([name, sum]) => [
      name,
      name === "n" ? sum : Math.round((1000 * sum) / texts.length) / 10,
    ]),
  );
}

/** Writes each phrase under the strength that is nearest to its fitted weight. */
function write({ weights }) {
  const strengths = parse(readFileSync(join(root, "data", "playbook.yaml"), "utf8")).strengths;
  const nearest = (weight) =>
    Object.entries(strengths).sort((a, b) => Math.abs(a[1] - weight) - Math.abs(b[1] - weight))[0][0];
  const fitted = new Map(automaton.signals.map((signal, i) => [key(signal), weights[i]]));
  const folder = join(root, "data", "signals");
  const names = [...readdirSync(folder), ...readdirSync(join(folder, "issue")).map((name) => `issue/${name}`)].filter(
    (name) => name.endsWith(".yaml"),
  );
  for (const name of names) {
    const file = join(folder, name);
    const document = parseDocument(readFileSync(file, "utf8"));
    const id = name.replace(/^issue\//, "").replace(/\.yaml$/, "");
    if (id === "caution") continue;
    const sorted = (fact, value, langs) =>
      Object.fromEntries(
        Object.entries(langs).map(([lang, by]) => {
          const all = Object.entries(by).flatMap(([strength, phrases]) => phrases.map((phrase) => [phrase, strength]));
          const now = {};
          for (const [phrase] of all) {
            const strength = nearest(fitted.get(`${fact} ${value} ${lang} ${phrase}`));
            now[strength] = [...(now[strength] ?? []), phrase];
          }
          return [
            lang,
            Object.fromEntries(
              Object.keys(strengths)
                .filter((strength) => now[strength])
                .map((strength) => [strength, now[strength]]),
            ),
          ];
        }),
      );
    const { signals, values } = document.toJS();
    if (name.startsWith("issue/")) document.set("signals", document.createNode(sorted("issue", id, signals)));
    else
      document.set(
        "values",
        document.createNode(
          Object.fromEntries(Object.entries(values).map(([value, langs]) => [value, sorted(id, value, langs)])),
        ),
      );
    writeFileSync(file, document.toString({ lineWidth: 0 }));
  }
}

const all = [...own, ...corpus].map(prepare);
const untouched = { weights: authored, bias: diagram.values.map((values) => new Float64Array(values.length)) };
const folds = Number(option("--folds") ?? 0);
const test = option("--test");
if (folds > 0) {
  console.log("as they are", judge(all, untouched));
  const which = option("--fold") === undefined ? [...Array(folds).keys()] : [Number(option("--fold"))];
  const unseen = which.map((fold) => {
    const model = fitTo(all.filter((_, i) => i % folds !== fold));
    return judge(
      all.filter((_, i) => i % folds === fold),
      model,
    );
  });
  const judged = unseen.reduce((sum, one) => sum + one.n, 0);
  const mean = (name) => Math.round((10 * unseen.reduce((sum, one) => sum + one[name] * one.n, 0)) / judged) / 10;
  console.log(
    "left-out folds",
    Object.fromEntries(["accepted", "strict", "confidentWrong", "best"].map((name) => [name, mean(name)])),
  );
} else {
  const model = fitTo(all);
  console.log("texts fitted", judge(all, untouched), "→", judge(all, model));
  if (test) {
    const unseen = jsonl(test).map(prepare);
    for (const limits of [thresholds, { ...thresholds, advise: 0.3, margin: 0.05 }])
      console.log(
        "unseen",
        judge(unseen, untouched, limits),
        "→",
        judge(unseen, model, limits),
        "without bias →",
        judge(unseen, { ...model, bias: untouched.bias }, limits),
      );
  } else write(model);
}
