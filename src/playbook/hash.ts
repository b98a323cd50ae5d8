import type { Node, Pair, Scalar } from "yaml";
import type { Kind } from "./layout.js";

export const HASH = 'What stands behind " #" is a comment, and not read';
export const HASH_HINT = 'Put text with " #" in it in quotes.';

const BEHIND = /[ \t]+(#[^\r\n]*)/y;
const LANGUAGE = /^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/;

/**
 * Where a comment begins and ends that cuts off text without quotes. Behind numbers, ids and whatever is in quotes or
 * brackets a comment is one; behind words and phrases nobody can tell it from the rest of the text.
 */
export function cutOff(
  yaml: typeof import("yaml"),
  text: string,
  scalar: Scalar,
  path: readonly unknown[],
  kind: Kind,
): readonly [number, number] | null {
  if (scalar.type !== "PLAIN" || typeof scalar.value !== "string" || !scalar.range) return null;
  BEHIND.lastIndex = scalar.range[1];
  const comment = BEHIND.exec(text)?.[1];
  if (comment === undefined || !(/\s/.test(scalar.value) || spoken(yaml, path, kind))) return null;
  return [BEHIND.lastIndex - comment.length, BEHIND.lastIndex];
}

/** Whether a value at the end of a way is a word that sellers or Amazon use: a phrase, or text by language. */
function spoken(yaml: typeof import("yaml"), path: readonly unknown[], kind: Kind): boolean {
  if (kind === "signals" || kind === "lexicon") return true;
  return path.some((step, i) => {
    if (!yaml.isPair(step)) return false;
    const key = named(step as Pair<Node>);
    const map = path[i - 1];
    return (
      key === "text" || (LANGUAGE.test(key) && yaml.isMap<Node>(map) && map.items.some((pair) => named(pair) === "en"))
    );
  });
}

const named = ({ key }: Pair<Node>): string => String((key as Node & { value?: unknown }).value ?? "");
