import { Refusal } from "../exit.js";

/** What is read of a text, a line of `batch` or a file of a playbook, unless told otherwise. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** "300", "20k" or "5M" in bytes, by 1024; null where it is no such size. */
export function sizeOf(text: string): number | null {
  const [, number, unit = ""] = /^([1-9]\d{0,8})([kKmM]?)$/.exec(text) ?? [];
  if (number === undefined) return null;
  const bytes = Number(number) * ({ k: 1024, m: 1024 * 1024 }[unit.toLowerCase()] ?? 1);
  return bytes <= MOST_EVER ? bytes : null;
}

/** A text of more cannot be held in one string. */
const MOST_EVER = 256 * 1024 * 1024;

/** A size in words: "5 MB", "20 kB", "300 bytes". */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ["MB", 1024 * 1024],
    ["kB", 1024],
  ] as const)
    if (bytes >= size && (bytes * 10) % size === 0) return `${bytes / size} ${unit}`;
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}

/** The size that --max-bytes gives. */
export function maxBytes(text: string): number {
  const bytes = sizeOf(text);
  if (bytes === null)
    throw new Refusal(`--max-bytes ${text} is no size`, { hint: "Write a size such as 300k or 20M; 256M at most." });
  return bytes;
}
