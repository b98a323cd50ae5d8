import { dayAfter, dayBefore, daysBetween, nearestDay, windowOf } from "../core/calendar.js";
import type { Limit, Shown } from "../core/reading.js";
import type { Deadline } from "../playbook/types.js";
import type { ShownDeadline } from "./result.js";
import { say } from "./say.js";
import type { Interface } from "./words.js";

/** The day on which a text is read, and where: 5/12 is another day in Germany than in the USA. */
interface Telling {
  readonly today: string;
  readonly marketplace?: string;
}

/**
 * The limits that the text itself states: last days, and times to answer. Those count from the day that the text says,
 * else from today; a time that is only taken to run until after a stated last day is not told.
 */
export function stated(
  { limits }: Pick<Shown, "limits">,
  telling: Telling,
  words: Pick<Interface, "window" | "lastDay">,
): ShownDeadline[] {
  if (limits.length === 0) return [];
  const { today } = telling;
  const last = limits.filter(({ value }) => windowOf(value) === null).map((one) => lastOf(one, telling));
  const times = new Map<string, Time>();
  for (const limit of limits) {
    const one = timeOf(limit, telling);
    if (one === null || (one.from === null && last.some(({ due }) => due <= one.due))) continue;
    const known = times.get(limit.value);
    if (known === undefined || isSooner(one, known)) times.set(limit.value, one);
  }
  const shown = [
    ...last.map(({ due, other }) => ({ text: words.lastDay(due, other), due })),
    ...[...times].map(([value, { due, from }]) => ({
      text: words.window(value.replace(/^1 (.+)s$/, "1 $1"), from),
      due,
      ...(from === null ? { assumed: true as const } : { from }),
    })),
  ];
  const texts = new Map(shown.map((one) => [one.text, one]));
  return [...texts.values()].map((one) => ({ ...one, ...(one.due < today && { passed: true as const }) }));
}

/**
 * The limits that the text states, and the deadlines of its problem. Where the text tells of the day that a deadline counts
 * from, it has a last day; where the text states a time itself, it is not told which one notices usually give.
 */
export function deadlinesOf(
  reading: Pick<Shown, "limits" | "gone">,
  known: readonly Deadline[],
  telling: Telling & { readonly lang: string },
  words: Pick<Interface, "window" | "lastDay">,
): ShownDeadline[] {
  const told = stated(reading, telling, words);
  const own = known.filter(({ usual }) => !usual || told.length === 0);
  const lasts = own.map((one) => lastDayOf(one, reading, telling.today));
  // A time of which the playbook knows what it counts from does not count from today.
  const sure = told.filter(({ due, assumed }) => !assumed || !lasts.some((one) => one?.fromToday === due));
  return [
    ...sure,
    ...own.map(({ text }, i) => {
      const last = lasts[i];
      const said = { text: say(text, telling.lang) };
      if (!last) return said;
      const { due, from } = last;
      return { ...said, due, from, ...(due < telling.today && { passed: true as const }) };
    }),
  ];
}

/** The last day of a deadline that counts from something which the text tells of. */
function lastDayOf({ days, business, since }: Deadline, { gone }: Pick<Shown, "gone">, today: string) {
  const ago = since === undefined ? undefined : gone[since];
  if (ago === undefined || days === undefined) return null;
  const unit = business ? "business days" : "days";
  const from = dayBefore(today, ago);
  return { due: dayAfter(from, days, unit), from, fromToday: dayAfter(today, days, unit) };
}

interface Time {
  readonly due: string;
  /** The day that it counts from; null where that is not told. */
  readonly from: string | null;
}

/** Of two that are told of one time, the one whose beginning is told stands, else the earlier one. */
const isSooner = (one: Time, known: Time): boolean =>
  (one.from === null) === (known.from === null) ? one.due < known.due : one.from !== null;

function timeOf({ value, from, otherFrom, closed }: Limit, telling: Telling): Time | null {
  const window = windowOf(value);
  if (window === null) return null;
  const { today } = telling;
  const dueFrom = (day: string) => dayAfter(day, window.count, window.unit);
  const day = from === null ? null : started(from, otherFrom, telling);
  const due = dueFrom(day ?? today);
  const over = closed && daysBetween(due, today) > LONG_OVER;
  return day === null || over ? { due: dueFrom(today), from: null } : { due, from: day };
}

/** Nobody asks so many days after the last one. */
const LONG_OVER = 30;

/** The day from which a time counts: none that is still to come. Null where it may be either of two. */
function started(from: string, other: string | undefined, telling: Telling): string | null {
  const [first, second] = [whole(from, telling), whole(other ?? from, telling)];
  const { today } = telling;
  if (first === second) return first;
  if (first > today !== second > today) return first > today ? second : first;
  return inOrder(first, second, telling);
}

/** A last day, and the other one that it may be: the earlier counts, unless it is long over. */
function lastOf({ value, other }: Limit, telling: Telling): { readonly due: string; readonly other?: string } {
  const first = whole(value, telling);
  if (other === undefined) return { due: first };
  const sure = inOrder(first, other, telling);
  if (sure !== null) return { due: sure };
  const [early, late] = first < other ? [first, other] : [other, first];
  return daysBetween(early, telling.today) > LONG_OVER ? { due: late, other: early } : { due: early, other: late };
}

/** Of the readings by day first and by month first, the one of the marketplace; null where that writes both, or is not known. */
function inOrder(byDay: string, byMonth: string, { marketplace }: Telling): string | null {
  if (marketplace === undefined || EITHER.has(marketplace)) return null;
  return marketplace === "us" ? byMonth : byDay;
}

/** Where days are written by year, or in more than one way. */
const EITHER = new Set(["ca", "jp", "za"]);

/** A day with its year. */
function whole(day: string, { today }: Telling): string {
  if (day.startsWith("--")) return nearestDay(day, today);
  return day.startsWith("-") ? dayBefore(today, Number(day.slice(1))) : day;
}
