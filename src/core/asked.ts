import { ASKED, type Evidence } from "./reading.js";

type Words = Omit<Evidence, "phrase">;

/** What stands behind the id of what may be asked for: words that only name it, and words that say that it is none. */
export const [NAMED, UNLESS] = ["+named", "+unless"];

/**
 * Words that say of what is named beside them whether it is asked for. `before` stands before what it says it of,
 * `behind` behind it; `neither` only looks like one of the others, `answered` says that all that was asked for was sent,
 * `granted` that the appeal was accepted, `refused` that a document was not, whatever became of the appeal.
 */
export const MARKS = [
  "demanded-before",
  "demanded-behind",
  "sent-before",
  "sent-behind",
  "neither",
  "answered",
  "granted",
  "refused",
] as const;
export type Mark = (typeof MARKS)[number];

/** The value of a mark: no id begins so. */
export const markValue = (mark: Mark): string => `+${mark}`;

/** Whether words say that a document was refused. */
export const isRefused = ({ fact, value }: Pick<Words, "fact" | "value">): boolean =>
  fact === ASKED && value === markValue("refused");

/** A sentence, or an item of a list, and what is heard in it. */
export interface Piece {
  readonly words: readonly Words[];
  /** It begins as the items of a list do. */
  readonly item: boolean;
  /** An empty line stands before it. */
  readonly apart: boolean;
  /** A list follows, of lines or of what semicolons part, or this is one of the latter and more follow. */
  readonly opens: "lines" | "parts" | null;
}

/** Whether a text says that an appeal was accepted. */
export const isGranted = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ words }) => words.some(({ fact, value }) => fact === ASKED && value === markValue("granted")));

/**
 * What a text asks for, each at the first words that do: what it says outright, and of what it only names that which
 * stands in a demand. The nearest mark says of what is named whether it was demanded or sent; in a list, the mark
 * that stands above it.
 */
export function asked(pieces: readonly Piece[]): Words[] {
  const all = pieces.map(({ words }) => words.filter((one) => one.fact === ASKED && !isRefused(one)));
  const ruledOut = new Set(all.flat().flatMap(({ value }) => (value.endsWith(UNLESS) ? [idOf(value)] : [])));
  const found: { readonly words: Words; readonly piece: number; readonly named: boolean }[] = [];
  let above: Side | null = null;
  let list: Piece["opens"] = null;
  let begun = false;
  for (const [i, piece] of pieces.entries()) {
    const words = all[i] as readonly Words[];
    const marks = outermost(words.filter(({ value }) => value.startsWith("+")));
    const sides = marks.filter(({ value }) => sideOf(value) !== null);
    if (list !== null && piece.apart && !piece.item && begun) list = null;
    const within = piece.item || list !== null;
    const named = outermost(words.filter(({ value }) => value.endsWith(NAMED)));
    for (const one of named) {
      const side = governing(one, sides) ?? (within ? above : null);
      if (side === "demanded") found.push({ words: { ...one, value: idOf(one.value) }, piece: i, named: true });
    }
    for (const one of words) if (!one.value.includes("+")) found.push({ words: one, piece: i, named: false });
    for (const mark of marks)
      if (mark.value === markValue("answered"))
        for (let at = found.length - 1; at >= 0; at--) {
          const { words: its, piece: where, named: only } = found[at] as (typeof found)[number];
          if (only && where >= i - 1 && its.start < mark.start) found.splice(at, 1);
        }
    const last = sides.at(-1);
    begun = list !== null || begun;
    if (last) {
      above = sideOf(last.value);
      begun = false;
      list = piece.opens;
    } else if (!within) above = null;
    else if (list === "parts" && piece.opens === null) list = null;
    if (above === null) list = null;
  }
  const first = new Map<string, Words>();
  for (const { words } of found.sort((a, b) => a.words.start - b.words.start))
    if (!first.has(words.value) && !ruledOut.has(words.value)) first.set(words.value, words);
  return [...first.values()];
}

type Side = "demanded" | "sent";

const idOf = (value: string): string => value.slice(0, value.indexOf("+"));

function sideOf(value: string): Side | null {
  if (value.startsWith("+demanded")) return "demanded";
  return value.startsWith("+sent") ? "sent" : null;
}

/** Words but those that are part of longer ones that say something else. */
function outermost(all: readonly Words[]): Words[] {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  let widest: Words | undefined;
  return sorted.filter((one) => {
    if (widest && one.end <= widest.end)
      return sideOf(one.value) !== null && sideOf(one.value) === sideOf(widest.value);
    widest = one;
    return true;
  });
}

/** What the nearest mark says of what is named: one that reaches over it, else that to which there is the least way. */
function governing({ start, end }: Words, marks: readonly Words[]): Side | null {
  const ways = marks.flatMap((mark) => {
    const way = mark.start <= start && end <= mark.end ? -1 : wayFrom(mark, start, end);
    return way === null ? [] : [{ way, mark }];
  });
  const nearest = ways.sort((a, b) => a.way - b.way)[0];
  return nearest ? sideOf(nearest.mark.value) : null;
}

function wayFrom(mark: Words, start: number, end: number): number | null {
  if (mark.value.endsWith("before")) return mark.start < start ? Math.max(0, start - mark.end) : null;
  return mark.end > end ? Math.max(0, mark.start - end) : null;
}
