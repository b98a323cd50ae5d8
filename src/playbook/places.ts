import type { Document, LineCounter, Node, Pair } from "yaml";
import type { Place } from "./finding.js";

/** The way from the top of a file to a value in it. */
export type Path = readonly (string | number)[];

/** A longer line is not shown: many findings in it would each hold all of it. */
const LONGEST = 5000;

/** Finds where the parts of a document stand. */
export function finder(
  yaml: typeof import("yaml"),
  file: string,
  text: string,
  document: Document,
  lines: LineCounter,
) {
  const between = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(Math.min(start, text.length));
    const from = lines.lineStarts[line - 1] ?? 0;
    const newline = text.indexOf("\n", from);
    const source = text.slice(from, newline < 0 ? undefined : newline).replace(/\r$/, "");
    const endColumn = Math.min(col + Math.max(1, end - start), Math.max(col, source.length) + 1);
    return { file, line, column: col, endColumn, ...(source.length <= LONGEST && { source }) };
  };
  const whole = (node: Node): Place => between(node.range?.[0] ?? 0, node.range?.[1] ?? 0);

  const pairAt = (node: unknown, key: string | number): Pair<Node, Node | null> | undefined =>
    yaml.isMap<Node, Node | null>(node)
      ? node.items.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value ?? "") === String(key))
      : undefined;

  const place = (path: Path, part: "key" | "value" = "value"): Place => {
    let node: Node | null = document.contents;
    let key: Node | null = null;
    for (const step of path) {
      const pair = pairAt(node, step);
      const next: Node | null | undefined = pair
        ? pair.value
        : yaml.isSeq<Node>(node)
          ? node.items[Number(step)]
          : undefined;
      // What is not there is shown where it should be.
      if (next === undefined) break;
      key = pair?.key ?? null;
      node = next;
    }
    if (key && (part === "key" || !standsAlone(node))) return whole(key);
    for (;;) {
      if (yaml.isMap<Node, Node>(node) && !node.flow && node.items[0]) node = node.items[0].key;
      else if (yaml.isSeq<Node>(node) && !node.flow && node.items[0]) node = node.items[0];
      else break;
    }
    return node ? whole(node) : between(0, 0);
  };

  /** Whether a value can be pointed at: text or a number that is there, or something in brackets. */
  const standsAlone = (node: Node | null): boolean =>
    yaml.isScalar(node)
      ? (node.range?.[0] ?? 0) < (node.range?.[1] ?? 0)
      : yaml.isCollection(node) && node.flow === true;

  return { between, place };
}
