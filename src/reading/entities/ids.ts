import type { Entity } from "../../core/reading.js";
import type { Word, Words } from "./words.js";

/** Words that say what kind of number follows, within so many words. */
const LABELS: readonly { readonly kind: "case" | "complaint"; readonly words: ReadonlySet<string> }[] = [
  {
    kind: "complaint",
    words: new Set(["complaint", "beschwerde", "plainte", "queja", "reclamo", "denuncia", "申立て", "投诉", "投訴"]),
  },
  { kind: "case", words: new Set(["case", "ticket", "fall", "vorgang", "dossier", "caso", "案例", "ケース"]) },
];
const REACH = 4;

/** ASINs (B0 and eight more), order ids (3-7-7 digits), and the numbers that a text calls a case or a complaint. */
export function ids(text: string, words: Words): Entity[] {
  const found: Entity[] = [];
  for (const i of words.codes) {
    const { start, end } = words.at(i) as Word;
    const raw = text.slice(start, end);
    if (/^B0[0-9A-Z]{8}$/.test(raw)) found.push({ kind: "asin", value: raw, start, end });
  }
  for (const i of words.numbers) {
    const start = words.startOf(i);
    const length = words.lengthOf(i);
    const end = start + length;
    if (length === 3 && orderAt(text, start)) {
      found.push({ kind: "order", value: text.slice(start, start + ORDER), start, end: start + ORDER });
    } else if (length >= SHORTEST && length <= LONGEST && text.charCodeAt(start - 1) !== HYPHEN) {
      const value = text.slice(start, end);
      const kind = /^\d+$/.test(value) ? labelled(text, words, i) : null;
      if (kind) found.push({ kind, value, start, end });
    }
  }
  return found;
}

const ORDER = 19;
const HYPHEN = 45;
/** Digits of the number of a case or a complaint. */
const [SHORTEST, LONGEST] = [8, 15];

function orderAt(text: string, start: number): boolean {
  if (text.charCodeAt(start + 3) !== HYPHEN) return false;
  if (/[\d-]/.test(text[start - 1] ?? "")) return false;
  return /^\d{3}-\d{7}-\d{7}(?![\d-])/.test(text.slice(start, start + ORDER + 1));
}

/** What the words just before a number say that it is; the nearest one decides. */
function labelled(text: string, words: Words, at: number): "case" | "complaint" | null {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const word = words.at(i) as Word;
    if (text.slice(word.end, (words.at(at) as Word).start).includes("\n\n")) return null;
    for (const { kind, words: names } of LABELS) {
      if (names.has(word.text) || [...names].some((name) => name.charCodeAt(0) > 0x2e7f && word.text.includes(name)))
        return kind;
    }
  }
  return null;
}
