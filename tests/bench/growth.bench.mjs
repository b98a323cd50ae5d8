// What more signals cost: the same texts read with the shipped playbook and with one of ten times the signals, in
// turns; and how the time grows with the text's length. npm run bench -- growth (after npm run build)
// A generated phrase has the form of a shipped one and words of others in the same language, each as likely as any
// other: a new signal is about something new. Every third begins as the shipped one does. None has fitted weights.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { longTexts, median, root, texts } from "./cases.mjs";
import { seeded, table } from "./compare.mjs";

const TIMES = 10;
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const random = seeded(7);
const pick = (list) => list[random(list.length)];

/** Words, word groups and gaps of a phrase; of these only gaps stay as they are. */
const PIECES = /~\d*|@[a-z0-9-]+|[^\s()|~+?@]+/gu;
const isWord = (piece) => /^(@|\p{L})/u.test(piece);
const folder = mkdtempSync(join(tmpdir(), "seller-route-growth-"));
cpSync(join(root, "data"), folder, { recursive: true });
const yaml = (name) => parse(readFileSync(join(folder, name), "utf8"));
const head = (name) => readFileSync(join(folder, name), "utf8").split("\n")[0];

/** Calls `act` with each list of phrases in a sheet of signals, its language, and the fact and value that it speaks for. */
function lists(name, sheet, act) {
  const [, , only] = name.split("/");
  const fact = only === undefined ? name.slice("signals/".length, -".yaml".length) : "issue";
  const values = only === undefined ? sheet.values : { [only.slice(0, -".yaml".length)]: sheet.signals };
  for (const [value, languages] of Object.entries(values))
    for (const [lang, strengths] of Object.entries(languages))
      for (const strength of Object.keys(strengths))
        act({ list: strengths[strength], lang, fact, value, more: (all) => strengths[strength].push(...all) });
}

const sheets = readdirSync(join(folder, "signals"), { recursive: true, encoding: "utf8" })
  .map((name) => `signals/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => [name, yaml(name)]);
const words = {};
let shipped = 0;
for (const [name, sheet] of sheets)
  lists(name, sheet, ({ list, lang }) => {
    words[lang] ??= new Set();
    for (const phrase of list)
      for (const piece of String(phrase).match(PIECES) ?? []) if (isWord(piece)) words[lang].add(piece);
    shipped += list.length;
  });

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
for (const [name, sheet] of sheets) {
  lists(name, sheet, ({ list, lang, fact, value, more }) => {
    more(
      list.flatMap((phrase) =>
        Array.from({ length: TIMES - 1 }, (_, i) => {
          const key = () => JSON.stringify([fact, value, made]);
          let made = like(String(phrase), lang, i % 3 === 0);
          while (taken.has(key())) made = `${made} ${pick(words[lang])}`;
          taken.add(key());
          return made;
        }),
      ),
    );
  });
  writeFileSync(join(folder, name), `${head(name)}\n${stringify(sheet)}`);
}

const began = performance.now();
const small = await loadPlaybook(join(root, "data"));
const large = await loadPlaybook(folder);
rmSync(folder, { recursive: true });
console.log(
  `${shipped} signals and ${large.automaton.signals.length}; both loaded in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);
if (large.automaton.signals.length < 9.5 * small.automaton.signals.length) throw new Error("Too few signals were made");

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
