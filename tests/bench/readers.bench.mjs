// Reading beside what else sorts texts, trained on the same texts: npm run bench -- readers (after npm run build)
// One text in five is left out of all training and judged. Ours is fitted anew without these texts, from signals that
// are all alike strong; its phrases were written with some of them in sight, which no training of the others can undo.
// Takes minutes, most of them node-nlp's and our own training.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { compare, table, times } from "./compare.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { advise, loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const playbook = await loadPlaybook();
// One of their packages announces itself on stdout when it is loaded.
const { log } = console;
console.log = () => {};
const require = createRequire(import.meta.url);
const natural = require("natural");
const MiniSearch = require("minisearch");
const { NlpManager } = require("node-nlp");
console.log = log;

/** The very list that tests/tools/fit.mjs makes, in its order. */
const FOLDS = 5;
const own = readdirSync(join(root, "data", "cases")).flatMap((name) =>
  parse(readFileSync(join(root, "data", "cases", name), "utf8"))
    .cases.filter((one) => one.text && one.expect.status !== "unsure" && !one.expect.also)
    .map(({ text, lang = "en", expect }) => ({ text, lang, team: expect.team ?? "none", also_ok: expect.also_ok })),
);
const folder = join(root, "tests", "corpus");
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
const all = [...own, ...corpus];
const train = all.filter((_, i) => i % FOLDS !== 0);
const left = all.filter((_, i) => i % FOLDS === 0);
/** So many of the others are judged by those that take long; all of them by ours. */
const JUDGED = 800;
const judged = left.filter((_, i) => i % Math.ceil(left.length / JUDGED) === 0);
const some = (count) => train.filter((_, i) => i % Math.ceil(train.length / count) === 0);

/** Words in any language: what the others take for words has no use for Chinese or Japanese. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const words = (text) => [
  ...new Set([...segmenter.segment(text.toLowerCase())].flatMap((one) => (one.isWordLike ? [one.segment] : []))),
];

const since = (start) => `${((performance.now() - start) / 1000).toFixed(0)} s`;

/** Its default smoothing of 1 does far worse: 25 % instead of about 60 %. */
function bayes() {
  const classifier = new natural.BayesClassifier(null, 0.01);
  for (const one of train) classifier.addDocument(words(one.text), one.team);
  classifier.train();
  return ({ text }) => classifier.classify(words(text));
}

/** Their training grows so fast with the number of texts that they get few. */
const [FEW, FEWER] = [2500, 60];
function regression() {
  const classifier = new natural.LogisticRegressionClassifier();
  for (const one of some(FEWER)) classifier.addDocument(words(one.text), one.team);
  classifier.train();
  return ({ text }) => classifier.classify(words(text));
}

/** The label of the text that is found first. */
function nearest() {
  const index = new MiniSearch({
    fields: ["text"],
    storeFields: ["team"],
    tokenize: words,
    processTerm: (word) => word,
  });
  index.addAll(train.map(({ text, team }, id) => ({ id, text, team })));
  return ({ text }) => index.search(text, { combineWith: "OR" })[0]?.team ?? "none";
}

/** The best of its intents, whatever it thinks of it. */
async function nlp() {
  const languages = [...new Set(all.map((one) => one.lang))];
  const files = { autoSave: false, autoLoad: false, modelFileName: "" };
  const manager = new NlpManager({ languages, forceNER: false, nlu: { log: false }, ...files });
  for (const one of some(FEW)) manager.addDocument(one.lang, one.text, one.team);
  await manager.train();
  return async ({ lang, text }) => {
    const { classifications } = await manager.process(lang, text);
    return classifications.find((one) => one.intent !== "None")?.intent ?? "none";
  };
}

const OURS = "seller-route read + advise";
const ours = ({ text }) => {
  const { status, team } = advise(playbook, read(text, playbook), {});
  return status === "out-of-scope" ? "none" : team;
};
const right = (one, team) => team === one.team || (one.also_ok ?? []).includes(team);
const percent = (share) => `${(100 * share).toFixed(1)} %`;
async function accuracy(way, texts) {
  let hits = 0;
  for (const one of texts) if (right(one, await way(one))) hits++;
  return percent(hits / texts.length);
}

console.log(
  `${train.length} texts to learn from, ${left.length} left out, of which the others judge ${judged.length}; ${new Set(all.map((one) => one.lang)).size} languages, 9 answers.\n`,
);
const began = performance.now();
const fitted = execFileSync(
  process.execPath,
  [join(root, "tests", "tools", "fit.mjs"), "--folds", FOLDS, "--fold", "0", "--flat"].map(String),
  { encoding: "utf8" },
);
const known = { [OURS]: [`${/left-out folds.*best: ([\d.]+)/s.exec(fitted)?.[1]} %`, since(began)] };
const ways = { [OURS]: ours };
console.log = () => {};
for (const [name, learn] of Object.entries({
  "natural, naive Bayes": bayes,
  [`natural, logistic regression (${FEWER} texts)`]: regression,
  "minisearch, nearest text": nearest,
  [`node-nlp (${FEW} texts)`]: nlp,
})) {
  const start = performance.now();
  ways[name] = await learn();
  known[name] = [await accuracy(ways[name], judged), since(start)];
}
console.log = log;

const micro = await compare(ways, left.slice(0, 40), { rounds: 2, time: 300 });
table(
  ["reading", "right on texts left out", "trained in", "time a text", "beside ours"],
  Object.entries(known).map(([name, [share, seconds]]) => {
    return [name, share, seconds, `${micro.get(name).toFixed(0)} µs`, times(micro.get(name), micro.get(OURS))];
  }),
);
console.log(
  `\nAs it is shipped, fitted to all texts, ours is right on ${await accuracy(ours, left)} of the same ones.`,
);
