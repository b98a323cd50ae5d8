/** Bytes as text, or why they are none: the rest of a sentence that begins with what was read. */
export type Decoded = Text | { readonly fault: string; readonly hint?: string };

export interface Text {
  readonly text: string;
  /** What was attached to an e-mail and is not part of the text, by name. Absent: nothing was. */
  readonly unread?: readonly string[];
}

const SAVE = "Save it as UTF-8 and try again.";
const COPY = "Copy the text out of it and paste that.";

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark or the pattern of its zeros tells so. */
export function decode(bytes: Uint8Array): Decoded {
  const known = SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (known) return { fault: `is ${known[0]}, not text`, hint: COPY };
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return { fault: "is text in UTF-32", hint: SAVE };
  const wide = wideness(bytes);
  const text = decoded(bytes, wide ?? "utf-8");
  if (text?.includes("\0") || (text === null && !wide && bytes.subarray(0, LOOK).includes(0)))
    return { fault: "is binary, not text" };
  if (text === null) return { fault: `is not text in ${wide ? "UTF-16" : "UTF-8"}`, hint: SAVE };
  return { text };
}

/** Formats that a seller may take for a text. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a zip archive or an office document", [0x50, 0x4b, 3, 4]],
  ["an old office document or Outlook message", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a gzip archive", [0x1f, 0x8b]],
];

/** Which UTF-16 it is, told by its mark, or where every other byte of the beginning is mostly zero; null for others. */
export function wideness(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const zeros: [number, number] = [0, 0];
  const length = Math.min(bytes.length, LOOK) & ~1;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[(i & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  // A few zeros are a binary file's, or a stray one.
  if (length < 2 || (even > 0 && odd > 0) || Math.max(even, odd) < length / 8) return null;
  return odd > 0 ? "utf-16le" : "utf-16be";
}

const LOOK = 1024;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
