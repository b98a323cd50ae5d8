import type { Entity } from "../../core/reading.js";
import type { Word, Words } from "./words.js";

/** Words that say what kind of number follows, within so many words. */
const LABELS: readonly { readonly kind: "case" | "complaint"; readonly words: ReadonlySet<string> }[] = [
  {
    kind: "complaint",
    words: new Set(
      [
        "complaint complaints complaintid beschwerde beschwerden beschwerdenummer beschwerdeid plainte plaintes",
        "reclamation queja quejas reclamo reclamacion denuncia denuncias 申立て 申し立て 苦情 投诉 投訴",
      ].flatMap((line) => line.split(" ")),
    ),
  },
  {
    kind: "case",
    words: new Set(
      [
        "case cases caseid ticket tickets ticketid fall falle fallnummer fallid vorgang vorgangsnummer ticketnummer",
        "dossier cas caso casi casos expediente pratica 案例 案件 工单 工單 ケース 問い合わせ",
      ].flatMap((line) => line.split(" ")),
    ),
  },
];
const CJK_LABELS = LABELS.map(({ words }) => [...words].filter((name) => name.charCodeAt(0) > 0x2e7f));
const REACH = 4;

/** ASINs (B0 and eight more, or a number that a text calls one), order ids (3-7-7 digits, or S01-7-7), and the numbers that a text calls a case or a complaint. */
export function ids(text: string, words: Words): Entity[] {
  const found: Entity[] = [];
  for (const i of words.codes) {
    const { start, end } = words.at(i) as Word;
    const raw = text.slice(start, end);
    if (/^B0[0-9A-Z]{8}$/i.test(raw) || isBook(text, raw, start))
      found.push({ kind: "asin", value: raw.toUpperCase(), start, end });
  }
  for (const i of words.numbers) {
    const start = words.startOf(i);
    const length = words.lengthOf(i);
    const end = start + length;
    if (length === 3 && orderAt(text, start)) {
      found.push(order(text, start, start + ORDER));
    } else if (length === BOOK && isBook(text, text.slice(start, end), start)) {
      found.push({ kind: "asin", value: text.slice(start, end).toUpperCase(), start, end });
    } else if (length === 7 && lettered(text, start)) {
      found.push(order(text, start - 4, start - 4 + ORDER));
    } else if (length >= SHORTEST && length <= LONGEST && text.charCodeAt(start - 1) !== HYPHEN) {
      const value = text.slice(start, end);
      const kind = /^\d+$/.test(value) ? labelled(text, words, i) : null;
      if (kind) found.push({ kind, value, start, end });
    }
  }
  return found;
}

/** Whether a number is a book's: its ISBN is its ASIN, and tells so only behind that word. */
const isBook = (text: string, raw: string, start: number): boolean =>
  /^\d{9}[\dX]$/i.test(raw) && /(?<![a-z])asins?[\s:#\uff1a]{0,3}$/i.test(text.slice(Math.max(0, start - 9), start));

const BOOK = 10;
const ORDER = 19;
const HYPHEN = 45;
/** Word processors put others in the place of "-". */
const HYPHENS = /[-\u2010-\u2013]/;
const REST = String.raw`[-\u2010-\u2013]\d{7}[-\u2010-\u2013]\d{7}(?![\d-])`;
/** Digits of the number of a case or a complaint. */
const [SHORTEST, LONGEST] = [8, 15];

function orderAt(text: string, start: number): boolean {
  if (!HYPHENS.test(text[start + 3] ?? "")) return false;
  if (/[\d-]/.test(text[start - 1] ?? "")) return false;
  return new RegExp(String.raw`^\d{3}${REST}`).test(text.slice(start, start + ORDER + 1));
}

/** The second part of the number of an order that begins with a letter, as those of other shops and of downloads do. */
function lettered(text: string, start: number): boolean {
  if (!HYPHENS.test(text[start - 1] ?? "") || /[A-Za-z\d-]/.test(text[start - 5] ?? "")) return false;
  return new RegExp(String.raw`^[SDP]0\d${REST}`).test(text.slice(start - 4, start - 4 + ORDER + 1));
}

/** As it is written everywhere else, whatever hyphens stand in it. */
const order = (text: string, start: number, end: number): Entity => ({
  kind: "order",
  value: text.slice(start, end).replace(/[\u2010-\u2013]/g, "-"),
  start,
  end,
});

/** What the words just before a number say that it is; the nearest one decides. */
function labelled(text: string, words: Words, at: number): "case" | "complaint" | null {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const word = words.at(i) as Word;
    if (text.slice(word.end, (words.at(at) as Word).start).includes("\n\n")) return null;
    for (const [place, { kind, words: names }] of LABELS.entries()) {
      if (
        names.has(word.text) ||
        (CJK_LABELS[place] as string[]).some((name) => text.slice(word.start, word.end).includes(name))
      )
        return kind;
    }
  }
  return null;
}
