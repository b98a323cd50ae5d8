/** A decision map as it is drawn: questions, and the routes that answers lead to. */
export interface Graph {
  readonly title: string;
  /** The first is where it begins. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly id: string;
  /** A question; several questions as one; a route to a team, or any to it; or a gap, where no route leads. */
  readonly kind: "question" | "branch" | "route" | "team" | "gap";
  /** One or two lines. */
  readonly lines: readonly string[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Answers that lead there. */
  readonly label: string;
}
