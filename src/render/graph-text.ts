import type { Graph, GraphEdge, GraphNode } from "./graph.js";
import { safe } from "./safe.js";
import type { Paint } from "./style.js";

/** The map as a tree of lines. A part that stands in the tree already is named by its number. */
export function graphText({ title, nodes, edges }: Graph, paint: Paint): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = (id: string): readonly GraphEdge[] => edges.filter((edge) => edge.from === id);
  const shared = new Set(
    nodes.filter(({ id }) => edges.filter((edge) => edge.to === id).length > 1).map(({ id }) => id),
  );
  const numbers = new Map<string, number>();
  const lines: string[] = [paint.bold(flat(title))];

  const visit = (node: GraphNode, before: string, label: string, last: boolean, top: boolean): void => {
    const [first = "", ...rest] = node.lines.map(flat);
    const kids = below(node.id);
    const known = numbers.get(node.id);
    const number = shared.has(node.id) && kids.length > 0 ? (known ?? numbers.size + 1) : undefined;
    const told = [
      label === "" ? "" : `${paint.cyan(flat(label))} → `,
      kids.length > 0 ? first : paint.green(first),
      rest.length > 0 ? paint.dim(` (${rest.join(" ")})`) : "",
      number === undefined ? "" : paint.dim(known === undefined ? ` [${number}]` : ` see [${number}]`),
    ];
    lines.push(`${before}${top ? "" : last ? "└─ " : "├─ "}${told.join("")}`);
    if (known !== undefined) return;
    if (number !== undefined) numbers.set(node.id, number);
    const inner = top ? "" : `${before}${last ? "   " : "│  "}`;
    kids.forEach((edge, i) => {
      visit(byId.get(edge.to) as GraphNode, inner, edge.label, i === kids.length - 1, false);
    });
  };
  const [root] = nodes;
  if (root) visit(root, "", "", true, true);
  return `${lines.join("\n")}\n`;
}

const flat = (text: string): string => safe(text).replace(/\s+/g, " ");
