import { codesIn, isLongNumber, ordersIn } from "./answers.js";
import type { Ask } from "./interview.js";
import { keyOfName } from "./places.js";

/** Something about an answer that gets letters refused. It is pointed out; the seller decides. */
export type Remark = "future" | "ahead" | "no-order" | "no-complaint" | "no-day" | "no-asin" | "promise" | "no-rhythm";

/** What remarks are made by, besides the answer itself. */
export interface Known {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Days that were read in the answer: YYYY-MM-DD, or --MM-DD where no year stands. */
  readonly days: readonly string[];
}

const PROMISE = /\b(?:will|shall|going to|plan(?:ning)? to|intend to|promise)\b|['’]ll\b|将会|将要|打算|计划在|保证/i;
const VAGUE =
  /^(?:regularly|often|always|frequently|periodically|as needed|when needed|from time to time|定期|经常|随时)\W*$/i;

/** What to point out about an answer; null where there is nothing. */
export function remarkOn({ key, section, number, part }: Ask, said: string, { today, days }: Known): Remark | null {
  const ahead = days.some((day) => day > today && !day.startsWith("--"));
  if (key === keyOfName("asin") && codesIn(said).length === 0) return "no-asin";
  if (key === keyOfName("order_id") && !ordersIn(said)) return "no-order";
  if (key === keyOfName("complaint_id") && !isLongNumber(said)) return "no-complaint";
  if (key === keyOfName("date") && ahead) return "ahead";
  if (number === undefined || said.trim() === "") return null;
  if (part === "date") {
    if (days.length === 0) return "no-day";
    return ahead ? "future" : null;
  }
  if (part === "rhythm") return VAGUE.test(said.trim()) ? "no-rhythm" : null;
  return section.role === "actions" && part === undefined && PROMISE.test(said) ? "promise" : null;
}
