import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { wideness } from "./decode.js";
import { bytesOf, type Chunks } from "./stream.js";

/** A line without its end; or that it is longer than may be kept, or no text. */
export type InputLine = { readonly text: string } | { readonly fault: "long" | "not UTF-8" };

const NEWLINE = 10;

/**
 * The lines of a stream, each as soon as its end has come. Of a line that is longer than `most` bytes no more is kept
 * than that. UTF-16 is read as `decode` does; a byte order mark is passed over. Only "\n" ends a line, with "\r" before it or not:
 * the other line ends of Unicode may stand in JSON.
 */
export async function* linesOf(chunks: Chunks, most: number): AsyncGenerator<InputLine> {
  let rest: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    length += part.length;
    if (length > most) rest = [];
    else if (part.length > 0) rest.push(part);
  };
  const take = (): InputLine => {
    const line = length > most ? ({ fault: "long" } as const) : lineOf(rest);
    rest = [];
    length = 0;
    return line;
  };
  for await (const chunk of inUtf8(chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function lineOf(parts: readonly Uint8Array[]): InputLine {
  const whole = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
  const end = whole.at(-1) === 13 ? whole.length - 1 : whole.length;
  const line = Buffer.from(whole.buffer, whole.byteOffset, end);
  return isUtf8(line) ? { text: line.toString() } : { fault: "not UTF-8" };
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
