import { type Diagram, deciding, type Outcome, restrict } from "./diagram.js";
import type { Facts } from "./facts.js";

/** Where a case stands: settled whatever the unknown facts are, or hanging on some of them. */
export type Decision =
  | { readonly kind: "settled"; readonly outcome: Outcome }
  /** `hangs` names every fact that can still change the recommendation, in table order; never empty. */
  | { readonly kind: "open"; readonly hangs: readonly string[]; readonly rest: Diagram };

/**
 * Decides by first match with facts possibly unknown: settled only if every completion of the facts
 * gives the same recommendation. Facts that are not in the table, or that do not apply, change nothing.
 */
export function decide(diagram: Diagram, facts: Facts): Decision {
  const rest = restrict(diagram, facts);
  if (rest.root < 0) return { kind: "settled", outcome: rest.outcomes[~rest.root] as Outcome };
  return { kind: "open", hangs: deciding(rest), rest };
}
