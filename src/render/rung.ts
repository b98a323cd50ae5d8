import { dayAfter, dayBefore } from "../core/calendar.js";
import type { Rung } from "../playbook/types.js";
import type { Result } from "./result.js";
import { say } from "./say.js";

/** When and why to go on to the next rung; its days count from today unless so many days of them are gone. */
export function rung(
  { after, days, business, because }: Rung,
  gone: number | undefined,
  telling: { readonly lang: string; readonly today: string },
): Omit<NonNullable<Result["next"]>, "team"> {
  const { lang } = telling;
  const counted = (count: number) => {
    const from = gone === undefined ? telling.today : dayBefore(telling.today, gone);
    const due = dayAfter(from, count, business ? "business days" : "days");
    return { days: count, due, ...(gone !== undefined && { from }) };
  };
  return { after: say(after, lang), ...(days !== undefined && counted(days)), because: say(because, lang) };
}
