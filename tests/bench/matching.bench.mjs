// Finding phrases beside the plain way to do it, a regular expression a phrase: npm run bench -- matching
// (after npm run build). Both look for every shipped phrase in the same texts; first it is shown that they find the same.
// The regular expressions are given words, folded and cut into sentences by our own tokeniser, for nothing; ours does in
// the time that is measured all that reading does: it weighs as well, and looks for entities and signs of false notices.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { sources } from "../tools/source.mjs";
import { longTexts, root, texts } from "./cases.mjs";
import { compare, table, times } from "./compare.mjs";

const { load, close } = await sources();
const { parsePhrase } = await load("src/reading/phrase.ts");
const { scan } = await load("src/reading/tokens.ts");
const { unitOf } = await load("src/reading/letters.ts");
const { Matcher } = await load("src/reading/matcher.ts");
const { lexiconOf } = await load("src/playbook/phrases.ts");
const { loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const playbook = await loadPlaybook();
const { signals } = playbook.automaton;
const lexicon = lexiconOf(parse(readFileSync(join(root, "data", "lexicon.yaml"), "utf8")));

/** Words end in a space; a sentence ends in a line break, which no gap passes over. */
const sourceOf = (parts) =>
  parts
    .map((part) => {
      if (part.kind === "word") return part.text + (part.stem ? "[^ \\n]* " : " ");
      if (part.kind === "gap") return `(?:[^ \\n]+ ){0,${part.most}}`;
      return `(?:${part.options.map(sourceOf).join("|")})`;
    })
    .join("");
const patterns = signals.map(({ phrase }) =>
  parsePhrase(phrase, lexicon).map(({ parts, absent }) => ({
    one: new RegExp(`(?<![^ \\n])${sourceOf(parts)}`),
    absent,
  })),
);
/** The signals that a text holds, by number. */
const plain = (text) =>
  patterns.flatMap((parts, signal) => (parts.every(({ one, absent }) => one.test(text) !== absent) ? [signal] : []));

/** A text as its words, folded, a line a sentence: by our own tokeniser, so that what is compared is the search alone. */
function folded(text) {
  const letters = new Uint8Array(text.length * 7);
  let all = "";
  scan(text, {
    letters,
    word: (length) => {
      all += `${String.fromCharCode(...Array.from(letters.subarray(0, length), unitOf))} `;
    },
    ideograph: (code) => {
      all += `${String.fromCharCode(code)} `;
    },
    stop: () => {
      all += "\n";
    },
  });
  return all;
}

const matcher = new Matcher(playbook.automaton);
let hits = 0;
for (const text of texts) {
  const [ours, others] = [matcher.find(text).map(({ signal }) => signal), plain(folded(text))];
  const lacking = [...new Set([...ours, ...others])].filter((one) => ours.includes(one) !== others.includes(one));
  if (lacking.length > 0) throw new Error(`Only one finds "${signals[lacking[0]].phrase}" in: ${text}`);
  hits += ours.length;
}
await close();
console.log(`${signals.length} phrases are found ${hits} times in ${texts.length} texts, by both the same.\n`);

const NAMES = ["seller-route read", "a regular expression a phrase"];
const ways = { [NAMES[0]]: ({ text }) => read(text, playbook), [NAMES[1]]: ({ words }) => plain(words) };
for (const [name, all] of [
  ["the playbook's cases", texts.filter((_, i) => i % 40 === 0)],
  ["lines of 500 characters", longTexts(6)],
]) {
  const inputs = all.map((text) => ({ text, words: folded(text) }));
  const micro = await compare(ways, inputs, { rounds: 2, time: 200 });
  table(
    [name, "time a text", "beside ours"],
    NAMES.map((one) => [one, `${micro.get(one).toFixed(0)} µs`, times(micro.get(one), micro.get(NAMES[0]))]),
  );
  console.log();
}
