import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { wideness } from "./decode.js";
import { bytesOf, type Chunks } from "./stream.js";

/** A line without its end; or that it is longer than may be kept, or no text. */
export type InputLine = { readonly text: string } | { readonly fault: "long" | "not UTF-8" };

const NEWLINE = 10;
const RETURN = 13;

/** Whole lines as they came together, each with its end but perhaps the last. */
export interface Block {
  /** Number of its first line, from 1 on. */
  readonly first: number;
  /** Null: one line that is longer than may be kept. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of a stream in blocks, as soon as the end of one has come. Of a line that is longer than `most` bytes no
 * more is kept than that. UTF-16 is read as `decode` does; a byte order mark is passed over.
 */
export async function* blocksOf(chunks: Chunks, most: number): AsyncGenerator<Block> {
  let rest: Uint8Array[] = [];
  let length = 0;
  let first = 1;
  const keep = (part: Uint8Array) => {
    length += part.length;
    if (length > most) rest = [];
    else if (part.length > 0) rest.push(part);
  };
  const take = (): Block => {
    const bytes = length > most ? null : rest.length === 1 ? (rest[0] as Uint8Array) : Buffer.concat(rest);
    rest = [];
    length = 0;
    return { first: first++, bytes };
  };
  for await (const chunk of inUtf8(chunks)) {
    let from = 0;
    if (length > 0) {
      const end = chunk.indexOf(NEWLINE);
      keep(end < 0 ? chunk : chunk.subarray(0, end));
      if (end < 0) continue;
      yield take();
      from = end + 1;
    }
    const last = chunk.lastIndexOf(NEWLINE) + 1;
    if (last > from) {
      const bytes = chunk.subarray(from, last);
      yield { first, bytes };
      first += newlines(bytes);
      from = last;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/**
 * The lines of a block. Only "\n" ends a line, with "\r" before it or not: the other line ends of Unicode may stand in
 * JSON.
 */
export function linesIn({ bytes }: Block, most: number): InputLine[] {
  if (bytes === null) return [{ fault: "long" }];
  const lines: InputLine[] = [];
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const sound = isUtf8(bytes);
  for (let from = 0; from < bytes.length; ) {
    const next = all.indexOf(NEWLINE, from);
    const end = next < 0 ? bytes.length : next;
    if (end - from > most) lines.push({ fault: "long" });
    else if (sound || isUtf8(all.subarray(from, end)))
      // Each by itself: one line in Chinese would double the room that all others take.
      lines.push({ text: all.toString("utf8", from, end > from && all[end - 1] === RETURN ? end - 1 : end) });
    else lines.push({ fault: "not UTF-8" });
    from = end + 1;
  }
  return lines;
}

/** The same bytes without a mark at their beginning, and in UTF-8 where they are UTF-16. */
async function* inUtf8(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    let bytes = bytesOf(chunk);
    if (decoder === undefined) {
      start = Buffer.concat([start, bytes]);
      if (start.length < SHORTEST) continue;
      bytes = start;
      decoder = decoderOf(bytes);
      if (decoder === null && BOM.every((byte, i) => bytes[i] === byte)) bytes = bytes.subarray(BOM.length);
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (decoder === undefined) yield start;
  else if (decoder !== null) yield Buffer.from(decoder.decode());
}

const BOM = [0xef, 0xbb, 0xbf];
/** Fewer bytes tell no encoding. */
const SHORTEST = 4;

/** What is not valid in UTF-16 becomes a sign that stands for it. */
function decoderOf(start: Uint8Array): TextDecoder | null {
  const wide = wideness(start);
  return wide === null ? null : new TextDecoder(wide);
}
