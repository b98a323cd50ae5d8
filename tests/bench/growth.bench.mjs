// What more signals cost: the same texts read with the shipped playbook and with two of ten times the signals, in
// turns; and how the time grows with the text's length. npm run bench -- growth (after npm run build)
// The larger playbooks are compiled at once: as files they would be larger than a playbook may be.
// A generated phrase has the form of a shipped one. In "about the same" it has words of others in the same language, each
// as likely as any other, and every third begins as the shipped one does, so that texts say many of them: what is heard is
// told beside the time. In "about something else" each has a word of its own, which no text has. None has fitted weights.
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

const near = (lang) => pick(words[lang]);
/** A word of the same kind that nobody writes. */
const far = (lang) => `${near(lang).replace(/[^\p{L}]/gu, "")}${random(26 ** 3).toString(36)}qx`;

/** A phrase of the same form with other words; a single word gets a second one, or there would be few to choose from. */
function like(phrase, lang, keepsFirst, word) {
  let at = 0;
  const made = phrase.replace(PIECES, (piece) => (!isWord(piece) || (at++ === 0 && keepsFirst) ? piece : word(lang)));
  return at < 2 ? `${made} ${word(lang)}` : made;
}

/** More signals, for each shipped one as many as it takes. */
function generated(word) {
  const taken = new Set();
  return shipped.flatMap((signal) =>
    Array.from({ length: TIMES - 1 }, (_, i) => {
      const key = () => JSON.stringify([signal.fact, signal.value, made]);
      let made = like(signal.phrase, signal.lang, i % 3 === 0, word);
      while (taken.has(key())) made = `${made} ${word(signal.lang)}`;
      taken.add(key());
      return { ...signal, phrase: made };
    }),
  );
}

/** What each signal says: the shipped ones what was fitted, others what they are written for; a plain word says nothing. */
function said(generated) {
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
const larger = (word) => {
  const more = generated(word);
  return { ...stored, automaton: build([...shipped, ...more], lexicon), votes: tableOf(said(more)) };
};
// All as compiled: a stored list of signals is read as it is asked for.
const books = [{ ...stored, automaton: build(shipped, lexicon) }, larger(near), larger(far)];
const [fewer, more] = books.map(({ automaton }) => automaton.signals.length);
console.log(`${fewer} signals and ${more}; compiled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);

/** Processor time of the process so far, in microseconds: others on the machine do not count. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Microseconds a text with each playbook, the least of several turns. */
function timed(all, turns = 15) {
  const best = books.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++)
    for (let i = 0; i < books.length; i++) {
      const which = (turn + i) % books.length;
      const start = used();
      for (const text of all) read(text, books[which]);
      best[which] = Math.min(best[which], (used() - start) / all.length);
    }
  return best;
}

/** How many signals are heard in all of some texts. */
const heard = (all, book) => all.reduce((sum, text) => sum + read(text, book).heard, 0);
const times = (number) => `${number.toFixed(2)} ×`;

timed(texts, 4);
const costs = [];
const rows = [
  ["the playbook's cases", texts],
  ["lines of 500 characters", longTexts(300)],
  ["texts of 10,000", longTexts(20, 10_000)],
  ["texts of 100,000", longTexts(3, 100_000)],
  ["a text of a million", longTexts(1, 1_000_000)],
].map(([name, all]) => {
  const [one, same, other] = timed(all, all.length < 10 ? 5 : 15);
  const length = all.reduce((sum, text) => sum + text.length, 0) / all.length;
  const [few, many] = books.map((book) => heard(all, book));
  costs.push([same / one, other / one]);
  return [
    name,
    `${one.toFixed(one < 1000 ? 1 : 0)} µs`,
    `${((1000 * one) / length).toFixed(0)} ns`,
    times(same / one),
    times(many / few),
    times(other / one),
  ];
});
const head = ["reading", "as shipped", "a character", "10 × about the same", "heard", "10 × about something else"];
table(head, rows);
const [same, other] = [0, 1].map((i) => median(costs.map((cost) => cost[i])));
console.log(
  `\n${TIMES} times the signals: ${same.toFixed(2)} times the time about the same, ${other.toFixed(2)} about something else.`,
);
