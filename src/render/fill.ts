import type { Shown } from "../core/reading.js";

/** What the text itself can put in the outline's placeholders. */
export function fillFrom({ entities, written }: Shown): Record<string, string> {
  const all = (kind: string) =>
    [...new Set(entities.filter((one) => one.kind === kind).map((one) => one.value))].join(", ");
  const fill = {
    asin: all("asin"),
    order_id: all("order"),
    case_id: all("case"),
    complaint_id: all("complaint"),
    notice_date: written?.startsWith("-") ? "" : (written ?? ""),
  };
  return Object.fromEntries(Object.entries(fill).filter(([, value]) => value !== ""));
}
