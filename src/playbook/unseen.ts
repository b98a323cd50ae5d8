import type { Document } from "yaml";
import type { Slip } from "./slip.js";

/** What looks like a space, or like nothing, and is no space to YAML. */
const ODD = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/;
const INDENT = new RegExp(`^[ -]*${ODD.source}+`);

/** The lines that git leaves where two versions could not be merged. */
export function conflictIn(text: string): Slip | null {
  const found = /^(?:<{7}|>{7})(?: .*)?$/m.exec(text);
  return found && slip(found.index, found[0].length, "Two versions of the file were merged, and not settled", CHOOSE);
}

const CHOOSE = "Keep one of the two, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.";

/** A line that is indented by what is no space: the one of a slip, or the last one above it that has text. */
export function oddIndent(text: string, at: number): Slip | null {
  const lines = [text.lastIndexOf("\n", at - 1) + 1];
  lines.push(text.lastIndexOf("\n", (lines[0] as number) - 2) + 1);
  for (const start of lines) {
    const found = INDENT.exec(text.slice(start, start + 200));
    if (found) return odd(start, found[0]);
  }
  return null;
}

/** A key that begins with what is no space, so that it is another one than it looks. */
export function oddSpace(text: string, document: Document, yaml: typeof import("yaml")): Slip | null {
  let found: Slip | null = null;
  yaml.visit(document, {
    Pair(_, { key }) {
      if (!yaml.isScalar(key) || key.type !== "PLAIN" || !key.range) return;
      const [start] = key.range;
      if (!ODD.test(text.charAt(start))) return;
      found = odd(start, text.charAt(start));
      return yaml.visit.BREAK;
    },
  });
  return found;
}

function odd(start: number, text: string): Slip {
  const at = start + text.search(ODD);
  const code = (text.match(ODD) as RegExpMatchArray)[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const message = `A character stands before this that looks like a space and is none (U+${code})`;
  return slip(
    at,
    start + text.length - at,
    message,
    "Put spaces in its place; it often comes with text from a web page.",
  );
}

const slip = (from: number, length: number, message: string, hint: string): Slip => ({
  from,
  to: from + length,
  message,
  hint,
});
