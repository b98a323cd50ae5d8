import type { Graph, GraphNode } from "./graph.js";
import { safe } from "./safe.js";

const SHAPES: Readonly<Record<GraphNode["kind"], readonly [open: string, close: string]>> = {
  question: ["{{", "}}"],
  branch: ["[[", "]]"],
  route: ["([", "])"],
  team: ["([", "])"],
  gap: ["[", "]"],
};

/** The map as a Mermaid flowchart, which GitHub and many editors draw. */
export function graphMermaid({ title, nodes, edges }: Graph): string {
  const lines = [
    `---\ntitle: ${JSON.stringify(safe(title))}\n---`,
    "flowchart LR",
    ...nodes.map(({ id, kind, lines: label }) => {
      const [open, close] = SHAPES[kind];
      return `  ${id}${open}"${label.map(quoted).join("<br/>")}"${close}`;
    }),
    ...edges.map(({ from, to, label }) => `  ${from} -->${label === "" ? "" : `|"${quoted(label)}"|`} ${to}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** Signs that mean something to Mermaid, as its own entities. */
const quoted = (text: string): string =>
  safe(text)
    .replace(/\s+/g, " ")
    .replace(/[#"<>&`\\;]/g, (sign) => `#${sign.charCodeAt(0)};`);
