// What more signals cost: the same texts read with the shipped playbook and with one of ten times the signals, in
// turns; and how the time grows with the text's length. npm run bench -- growth (after npm run build)
// The larger playbook is compiled at once: as files it would be larger than a playbook may be.
// A generated phrase has the form of a shipped one and words of others in the same language, each as likely as any
// other: a new signal is about something new. Every third begins as the shipped one does. None has fitted weights.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { sources } from "../tools/source.mjs";
import { longTexts, median, root, seeded, texts } from "./cases.mjs";
import { table } from "./compare.mjs";

const TIMES = 10;
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const { load, close } = await sources();
const { build } = await load("src/reading/automaton.ts");
const { tableOf } = await load("src/reading/votes.ts");
const { lexiconOf } = await load("src/playbook/phrases.ts");
await close();
const random = seeded(7);
const pick = (list) => list[random(list.length)];

/** Words, word groups and gaps of a phrase; of these only gaps stay as they are. */
const PIECES = /~\d*|@[a-z0-9-]+|[^\s()|~+?@]+/gu;
const isWord = (piece) => /^(@|\p{L})/u.test(piece);

const stored = await loadPlaybook();
const shipped = [...stored.automaton.signals];
const words = {};
for (const { phrase, lang } of shipped) {
  words[lang] ??= new Set();
  for (const piece of phrase.match(PIECES) ?? []) if (isWord(piece)) words[lang].add(piece);
}
for (const lang in words) words[lang] = [...words[lang]];

/** A phrase of the same form with other words; a single word gets a second one, or there would be few to choose from. */
function like(phrase, lang, keepsFirst) {
  let at = 0;
  const made = phrase.replace(PIECES, (piece) =>
    !isWord(piece) || (at++ === 0 && keepsFirst) ? piece : pick(words[lang]),
  );
  return at < 2 ? `${made} ${pick(words[lang])}` : made;
}

const taken = new Set();
const generated = shipped.flatMap((signal) =>
  Array.from({ length: TIMES - 1 }, (_, i) => {
    const key = () => JSON.stringify([signal.fact, signal.value, made]);
    let made = like(signal.phrase, signal.lang, i % 3 === 0);
    while (taken.has(key())) made = `${made} ${pick(words[signal.lang])}`;
    taken.add(key());
    return { ...signal, phrase: made };
  }),
);

/** What each signal says: the shipped ones what was fitted, others what they are written for; a plain word says nothing. */
function said() {
  const { targets, first, votes } = stored.votes;
  const fitted = shipped.map((_, signal) =>
    Array.from({ length: (first[signal + 1] - first[signal]) / 2 }, (_, i) => {
      const at = first[signal] + 2 * i;
      return [...targets[votes[at]], votes[at + 1] / 100];
    }),
  );
  return [...fitted, ...generated.map(({ fact, value, weight }) => (fact === "word" ? [] : [[fact, value, weight]]))];
}

const began = performance.now();
const lexicon = lexiconOf(parse(readFileSync(join(root, "data", "lexicon.yaml"), "utf8")));
// Both as compiled: a stored list of signals is read as it is asked for.
const small = { ...stored, automaton: build(shipped, lexicon) };
const large = { ...stored, automaton: build([...shipped, ...generated], lexicon), votes: tableOf(said()) };
console.log(
  `${shipped.length} signals and ${large.automaton.signals.length}; compiled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);

/** Processor time of the process so far, in microseconds: others on the machine do not count. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Microseconds a text with each playbook, the least of several turns. */
function timed(all, turns = 15) {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const books = [small, large];
  for (let turn = 0; turn < turns; turn++)
    for (const which of turn % 2 === 0 ? [0, 1] : [1, 0]) {
      const start = used();
      for (const text of all) read(text, books[which]);
      best[which] = Math.min(best[which], (used() - start) / all.length);
    }
  return best;
}

timed(texts, 4);
const rows = [
  ["the playbook's cases", texts],
  ["lines of 500 characters", longTexts(300)],
  ["texts of 10,000", longTexts(20, 10_000)],
  ["texts of 100,000", longTexts(3, 100_000)],
  ["a text of a million", longTexts(1, 1_000_000)],
].map(([name, all]) => {
  const [one, ten] = timed(all, all.length < 10 ? 5 : 15);
  const length = all.reduce((sum, text) => sum + text.length, 0) / all.length;
  return [
    name,
    Math.round(length),
    ...[one, ten].map((micro) => `${micro.toFixed(micro < 1000 ? 1 : 0)} µs`),
    `${((1000 * one) / length).toFixed(0)} ns`,
    `${(ten / one).toFixed(2)} ×`,
  ];
});
table(["reading", "characters", "as shipped", `${TIMES} × the signals`, "a character", "costs"], rows);
const cost = median(rows.map((row) => Number.parseFloat(row.at(-1))));
console.log(
  `\n${TIMES} times the signals: ${cost.toFixed(2)} times the time, so ${(100 * (1 - 1 / cost)).toFixed(0)} % of the speed.`,
);
