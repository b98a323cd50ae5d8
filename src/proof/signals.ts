import { error, type Finding, warning } from "../playbook/finding.js";
import type { Sheet } from "../playbook/parse.js";
import { lexiconOf, type Phrase, phrasesOf, sameAs } from "../playbook/phrases.js";
import { refusalPhrases } from "../playbook/refusal-links.js";
import type { Automaton } from "../reading/automaton.js";
import { type Part, parsePhrase, type Run } from "../reading/phrase.js";
import { scan } from "../reading/tokens.js";
import { covered, deniesItself } from "./covered.js";
import { related, type Subject } from "./subject.js";

/** A signal with the place that it comes from; in the order of the automaton. */
export interface Placed extends Phrase {
  readonly sheet: Sheet;
}

/** Every signal of a playbook, in the order in which the automaton has them. */
export function signalsOf({ book, playbook }: Subject): Placed[] {
  const ofIssue = (sheet: Sheet) => sheet.name.startsWith("signals/issue/");
  const all = [...book.signals.filter(ofIssue), ...book.signals.filter((sheet) => !ofIssue(sheet))].flatMap((sheet) =>
    phrasesOf(sheet).map((phrase) => ({ ...phrase, sheet })),
  );
  const { signals } = playbook.automaton;
  if (all.some(({ phrase, value }, i) => signals[i]?.phrase !== phrase || signals[i].value !== value))
    throw new Error("The automaton has its signals in another order");
  return all;
}

export const placeOf = ({ sheet, path }: Placed) => sheet.place(path);
const meaning = ({ fact, value }: Placed): string => (fact === "issue" ? value : `${fact} = ${value}`);

/** What is wrong with signals among themselves. */
export function signalFindings(subject: Subject): Finding[] {
  const all = signalsOf(subject);
  const lexicon = lexiconOf(subject.book.lexicon.value);
  const parsed = all.map(({ phrase }) => parsePhrase(phrase, lexicon));
  return [
    ...unmatched(all, parsed),
    ...claimedTwice(all, parsed, subject.playbook.automaton),
    ...needless(subject, all, parsed),
    ...groupsUnused(subject, all),
  ];
}

/** Phrases with words that no text can have once it is folded, or that go on over the end of a sentence. */
function unmatched(all: readonly Placed[], parsed: readonly Run[][]): Finding[] {
  return all.flatMap((one, i) => {
    const runs = parsed[i] as Run[];
    const readable = runs.every(({ parts }) => canBeRead(parts));
    const torn = readable && broken(one.phrase);
    if (readable && !torn && !deniesItself(runs)) return [];
    const why = !readable
      ? "texts are read without such letters"
      : torn
        ? "a sentence ends in the middle of it"
        : "what it asks for holds what it forbids";
    return [error("SR603", placeOf(one), `The phrase "${one.phrase}" can never be found as it is written: ${why}`)];
  });
}

/** Letters and digits of one kind are left of a text, and CJK characters, each a word of its own. */
const canBeRead = (parts: readonly Part[]): boolean =>
  parts.every((part) => {
    if (part.kind === "word") return /^(?:[a-z0-9]+|[^\0-\u2fff\ufffe\uffff])$/.test(part.text);
    return part.kind === "gap" || part.options.some(canBeRead);
  });

/** Whether a run of plain words in a phrase has the end of a sentence in it, over which no phrase goes on. */
function broken(phrase: string): boolean {
  if (!/[.!?;。！？；…\n]/.test(phrase)) return false;
  return phrase.split(/[()|]|\+\s*!?/).some((run) => {
    let stopped = false;
    let bad = false;
    const word = () => {
      bad ||= stopped;
    };
    const stop = () => {
      stopped = true;
    };
    scan(run.replace(/[~@*?]/g, " "), { letters: new Uint8Array(0), word, ideograph: word, stop });
    return bad;
  });
}

/** A phrase in one form, whatever the order of its choices. */
const plain = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if (part.kind === "word") return part.stem ? `${part.text}*` : part.text;
      if (part.kind === "gap") return `~${part.most}`;
      return `(${[...new Set(part.options.map(plain))].sort().join("|")})`;
    })
    .join(" ");

/** The same phrase for two values of a fact, or for and against one value. */
function claimedTwice(all: readonly Placed[], parsed: readonly Run[][], automaton: Automaton): Finding[] {
  const first = new Map<string, number[]>();
  return all.flatMap((one, i) => {
    const key = `${one.fact}: ${(parsed[i] as Run[]).map(({ parts, absent }) => (absent ? "!" : "") + plain(parts)).join(" + ")}`;
    const before = first.get(key) ?? [];
    first.set(key, [...before, i]);
    const weight = (at: number) => automaton.signals[at]?.weight ?? 0;
    const against = before.find((at) => all[at]?.value === one.value && weight(at) * weight(i) < 0);
    const other = before.find((at) => all[at]?.value !== one.value && weight(at) * weight(i) > 0);
    const at = against ?? other;
    if (at === undefined) return [];
    const twin = all[at] as Placed;
    const said =
      against === undefined
        ? warning("SR601", placeOf(one), `"${one.phrase}" speaks for ${meaning(one)} and for ${meaning(twin)}`)
        : warning("SR606", placeOf(one), `"${one.phrase}" speaks for and against ${meaning(one)}`);
    return [{ ...said, related: [related(placeOf(twin), "the same phrase")] }];
  });
}

/** What was found in a sheet, and the sheets that it hangs on besides. */
const needlessBefore = new WeakMap<Sheet, { readonly on: readonly Sheet[]; readonly found: readonly Finding[] }>();

/** Phrases that add nothing to another one for the same value in the same language; a value stands in one sheet. */
function needless(subject: Subject, all: readonly Placed[], parsed: readonly Run[][]): Finding[] {
  const { lexicon, playbook } = subject.book;
  const bySheet = new Map<Sheet, number[]>();
  all.forEach(({ sheet }, i) => {
    const known = bySheet.get(sheet);
    if (known) known.push(i);
    else bySheet.set(sheet, [i]);
  });
  return [...bySheet].flatMap(([sheet, here]) => {
    const old = needlessBefore.get(sheet);
    if (old?.on[0] === lexicon && old.on[1] === playbook) return old.found;
    const found = needlessIn(subject, all, parsed, here);
    needlessBefore.set(sheet, { on: [lexicon, playbook], found });
    return found;
  });
}

function needlessIn(
  { playbook }: Subject,
  all: readonly Placed[],
  parsed: readonly Run[][],
  here: readonly number[],
): Finding[] {
  const { signals } = playbook.automaton;
  const byValue = new Map<string, number[]>();
  for (const i of here) {
    const { fact, value, lang } = all[i] as Placed;
    // Plain words say nothing alike: each has a line of its own in the weights.
    if (fact === "word") continue;
    const key = `${fact} ${value} ${lang}`;
    byValue.set(key, [...(byValue.get(key) ?? []), i]);
  }
  return [...byValue.values()].flatMap((same) =>
    covered(same.map((i) => ({ runs: parsed[i] as Run[], weight: signals[i]?.weight ?? 0 }))).flatMap(
      ({ phrase, by }) => {
        const [one, other] = [phrase, by].map((at) => all[same[at] as number] as Placed) as [Placed, Placed];
        if (sameAs(one) === sameAs(other)) return [];
        const message = `"${one.phrase}" adds nothing: "${other.phrase}" is found wherever it is`;
        return { ...warning("SR602", placeOf(one), message), related: [related(placeOf(other), "covers it")] };
      },
    ),
  );
}

function groupsUnused({ book }: Subject, all: readonly Placed[]): Finding[] {
  const asked = (book.refusals ? [...refusalPhrases(book.refusals.value)] : []).flatMap(({ phrases }) =>
    Object.values(phrases).flat(),
  );
  const phrases = [...all.map(({ phrase }) => phrase), ...asked];
  const used = new Set(phrases.flatMap((phrase) => [...phrase.matchAll(/@([a-z0-9-]+)/g)].map(([, name]) => name)));
  return Object.keys(book.lexicon.value.groups)
    .filter((name) => !used.has(name))
    .map((name) =>
      warning("SR605", book.lexicon.place(["groups", name], "key"), `No signal uses the word group @${name}`),
    );
}
