import type { Graph, GraphNode } from "./graph.js";
import { safe } from "./safe.js";

const SHAPES: Readonly<Record<GraphNode["kind"], string>> = {
  question: "hexagon",
  branch: "box3d",
  route: "box",
  team: "box",
  gap: "plaintext",
};

/** The map in the DOT language, for Graphviz. */
export function graphDot({ title, nodes, edges }: Graph): string {
  const lines = [
    "digraph playbook {",
    `  label=${quoted([title])};`,
    '  labelloc="t"; rankdir="LR";',
    '  node [fontname="sans-serif", style="rounded"]; edge [fontname="sans-serif", fontsize="10"];',
    ...nodes.map(({ id, kind, lines: label }) => `  ${id} [label=${quoted(label)}, shape="${SHAPES[kind]}"];`),
    ...edges.map(({ from, to, label }) => `  ${from} -> ${to}${label === "" ? "" : ` [label=${quoted([label])}]`};`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => safe(line).replace(/\s+/g, " ").replace(/["\\]/g, "\\$&")).join("\\n")}"`;
