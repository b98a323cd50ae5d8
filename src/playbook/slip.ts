import { HASH, HASH_HINT } from "./hash.js";

/** What went wrong in a text that is no YAML, and where: from one offset to another. */
export interface Slip {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly hint?: string;
}

/** A piece of the text, as the YAML library's lexer cuts it. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

const CLOSES: Readonly<Record<string, string>> = { "{": "}", "[": "]" };
/** What the lexer puts in before a document, where a bracket should be closed, and before unquoted text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);

/**
 * Why a text is no YAML, by how it looks to whoever wrote it; null where nothing is clearer than what the library says.
 * The library says where it could go no further, which often is lines below what has to be mended.
 */
export function slipIn(yaml: typeof import("yaml"), text: string, at: number): Slip | null {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const piece of new yaml.Lexer().lex(text)) {
    pieces.push({ text: piece, at: offset });
    if (!MARKS.has(piece)) offset += piece.length;
  }
  return (
    openBracket(pieces, at) ?? openQuote(pieces, text, at) ?? crooked(text, ownLines(pieces), at) ?? cut(pieces, at)
  );
}

/** The bracket that is still open where it should not be. */
function openBracket(pieces: readonly Piece[], slip: number): Slip | null {
  const open: Piece[] = [];
  for (const [i, piece] of [...pieces, { text: "\u0018", at: Number.POSITIVE_INFINITY }].entries()) {
    if (Object.hasOwn(CLOSES, piece.text)) open.push(piece);
    const last = open.at(-1);
    const ends = piece.text === "\u0018" || Object.values(CLOSES).includes(piece.text);
    if (!last || !ends) continue;
    if (piece.text === CLOSES[last.text]) open.pop();
    else return last.at <= slip ? unclosed(last, pieces.slice(0, i)) : null;
  }
  return null;
}

function unclosed({ text, at }: Piece, pieces: readonly Piece[]): Slip {
  const close = CLOSES[text] as string;
  const lost = pieces.some((piece) => piece.at > at && piece.text.startsWith("#") && piece.text.includes(close));
  const hint = lost ? `${HASH}. ${HASH_HINT}` : `Close it with ${close}`;
  return { from: at, to: at + 1, message: `The ${text} is never closed`, hint };
}

/** A quote that goes on over lines, up to where the library stumbled: most likely nobody closed it. */
function openQuote(pieces: readonly Piece[], text: string, slip: number): Slip | null {
  const long = pieces.find(({ text: piece, at }) => {
    const end = at + piece.length;
    if (!/^["']/.test(piece) || at > slip) return false;
    if (!piece.includes("\n") && piece.length > 1 && piece.endsWith(piece.charAt(0))) return false;
    const line = text.indexOf("\n", end);
    return line < 0 || line >= slip;
  });
  if (!long) return null;
  return { from: long.at, to: long.at + 1, message: "The quote that opens here is not closed in its line" };
}

/** Where the lines begin that are neither in brackets, nor in quotes, nor in a block of text. */
function ownLines(pieces: readonly Piece[]): readonly number[] {
  const starts = [0];
  let depth = 0;
  let block = false;
  for (const [i, { text, at }] of pieces.entries()) {
    if (Object.hasOwn(CLOSES, text)) depth++;
    else if (text === "}" || text === "]" || text === "\u0018") depth = Math.max(0, depth - 1);
    const plain = pieces[i - 1]?.text === "\u001f";
    if (block && plain) starts.push(at + text.length);
    else if (depth === 0 && !block && (plain || /^\r?\n$/.test(text)))
      for (const { index } of text.matchAll(/\n/g)) starts.push(at + index + 1);
    if (plain) block = false;
    else if (/^[|>]/.test(text)) block = true;
  }
  return starts;
}

const ENTRY = /^(?:-(?:\s|$)|(?:"[^"]*"|'[^']*'|[^\s#"'{[|>][^#]*?):(?:\s|$))/;

interface Level {
  readonly column: number;
  readonly list: boolean;
}

/** The first line from a place on that is indented as none above it. */
function crooked(text: string, starts: readonly number[], slip: number): Slip | null {
  const levels: Level[] = [];
  const slipLine = text.lastIndexOf("\n", slip - 1) + 1;
  let opens = true;
  for (const start of starts) {
    const end = text.indexOf("\n", start);
    const line = text
      .slice(start, end < 0 ? undefined : end)
      .replace(/(^|\s)#.*/, "")
      .trimEnd();
    const column = line.search(/\S/);
    const rest = line.slice(column);
    if (column < 0 || !ENTRY.test(rest)) continue;
    const fits = settle(levels, column, /^-(\s|$)/.test(rest), opens);
    if (fits !== null) return start < slipLine ? null : misplaced(start, column, line.length, rest, fits);
    // What stands behind "- " is on a level of its own.
    let inner = column;
    for (let dash = /^-\s+/.exec(rest); dash; dash = /^-\s+/.exec(line.slice(inner))) {
      inner += dash[0].length;
      if (ENTRY.test(line.slice(inner))) levels.push({ column: inner, list: /^-\s/.test(line.slice(inner)) });
    }
    opens = /(^|\s)-$|:$/.test(line) || /:\s+[|>&!]\S*$/.test(line);
    if (start > slipLine) return null;
  }
  return null;
}

const NO_LIST = -1;

/** Enters a line into the levels; where it fits none, the column that would. */
function settle(levels: Level[], column: number, list: boolean, opens: boolean): number | null {
  let deeper: number | undefined;
  while ((levels.at(-1)?.column ?? -1) > column) deeper = levels.pop()?.column;
  let top = levels.at(-1);
  if (top?.column === column && top.list && !list && levels.at(-2)?.column === column) {
    levels.pop();
    top = levels.at(-1);
  }
  if (top?.column === column) {
    if (top.list === list) return null;
    if (list && opens) return levels.push({ column, list }) && null;
    return list ? (levels.findLast((level) => level.list)?.column ?? NO_LIST) : (deeper ?? null);
  }
  if (deeper !== undefined) return deeper;
  if (!opens) return top?.column ?? null;
  levels.push({ column, list });
  return null;
}

function misplaced(start: number, column: number, length: number, rest: string, fits: number): Slip {
  const at = { from: start + column, to: start + length };
  if (/^-[^\s-]/.test(rest)) return { ...at, to: at.from + 1, message: 'A space is missing behind the "-"' };
  if (fits === NO_LIST)
    return {
      ...at,
      message: "An item of a list stands among keys here",
      hint: 'Write "- " before the keys above it too.',
    };
  return { ...at, message: `This line is indented by ${column} spaces; ${fits} would fit the lines above` };
}

/** Unquoted text that a comment cuts off, in the line of the slip or the one before it. */
function cut(pieces: readonly Piece[], slip: number): Slip | null {
  const last = pieces.findLastIndex(({ text, at }) => text.startsWith("#") && at < slip);
  const comment = pieces[last];
  if (!comment || pieces[last - 3]?.text !== "\u001f") return null;
  const between = pieces.slice(last + 1).filter(({ at }) => at < slip);
  if (between.some(({ text }) => text.trim() !== "" && !MARKS.has(text))) return null;
  return { from: comment.at, to: comment.at + comment.text.length, message: HASH, hint: HASH_HINT };
}
