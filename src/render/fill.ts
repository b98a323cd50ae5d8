import type { Shown } from "../core/reading.js";
import { ownerIn } from "../letter/rights-owner.js";

/** What the text itself can put in the outline's placeholders; without its words, what was read of them. */
export function fillFrom({ entities, written }: Shown, text: string | null = null): Record<string, string> {
  const all = (kind: string) =>
    [...new Set(entities.filter((one) => one.kind === kind).map((one) => one.value))].join(", ");
  const fill = {
    asin: all("asin"),
    order_id: all("order"),
    case_id: all("case"),
    complaint_id: all("complaint"),
    notice_date: written?.startsWith("-") ? "" : (written ?? ""),
    ...(text !== null && ownerIn(text, entities)),
  };
  return Object.fromEntries(Object.entries(fill).filter(([, value]) => value !== ""));
}
