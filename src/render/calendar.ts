import { createHash } from "node:crypto";
import { numbersIn } from "./mark.js";
import type { Result } from "./result.js";
import { clean } from "./safe.js";
import type { Interface } from "./words.js";

/** A day that the seller must not miss. */
interface Day {
  readonly day: string;
  readonly title: string;
  readonly about: readonly string[];
  /** What makes it this day of its case and no other, whatever its date: an entry that is made again replaces the old one. */
  readonly key: readonly string[];
}

/** An hour before the day's first that rings at nine in the morning of the day before. */
const RINGS = 15 * 60 * 60;

/**
 * The due dates of a result, and the day from which the next step is open, as whole days of an iCalendar file; null
 * where it has none. `today` (YYYY-MM-DD) is the only clock; `mark` tells two cases of one kind apart.
 */
export async function calendar(
  shown: Result,
  words: Interface,
  { today, mark = [] }: { readonly today: string; readonly mark?: readonly string[] },
): Promise<string | null> {
  const result = clean(shown);
  const days = [...deadlines(result, words, today), ...ask(result, words, today), ...followUp(result, words, today)];
  if (days.length === 0) return null;
  const { default: ical, ICalAlarmType, ICalEventTransparency } = await import("ical-generator");
  const made = ical({
    prodId: { company: "seller-route", product: "seller-route", language: words.lang.toUpperCase() },
  });
  for (const { day, about, key, ...told } of days) {
    const summary = named(told.title, result, words);
    const event = made.createEvent({
      id: uid([result.issue?.id ?? "", ...mark, ...key]),
      start: at(day),
      allDay: true,
      stamp: at(today),
      summary,
      description: about.filter((line) => line !== "").join("\n"),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: RINGS, description: summary });
  }
  return `${made.toString()}\r\n`;
}

const uid = (key: readonly string[]): string =>
  `${createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)}@seller-route`;

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

function deadlines(result: Result, words: Interface, today: string): Day[] {
  return (result.deadlines ?? []).flatMap(({ text, due, assumed }) =>
    due === undefined
      ? []
      : [
          {
            day: due,
            title: words.calendar.answer(result.issue?.name ?? ""),
            about: [text, assumed ? words.calendar.came(today) : "", ...where(result, words)],
            key: ["due", text],
          },
        ],
  );
}

/** When to ask about the plan that goes out after a refusal. */
function ask(result: Result, words: Interface, today: string): Day[] {
  const told = result.refusal?.now;
  if (told?.due === undefined) return [];
  const said = [told.wait, words.calendar.from(today), ...where(result, words)];
  const title = words.calendar.silent(result.issue?.name ?? "");
  return [{ day: told.due, title, about: said, key: ["ask", told.step] }];
}

/** Shown only where the answer itself shows it. */
function followUp(result: Result, words: Interface, today: string): Day[] {
  const { next, status } = result;
  if (status !== "advised" || !next || next.due === undefined) return [];
  const step = `${next.team.name}${words.colon}${next.after}`;
  const title = words.calendar.next(next.team.name);
  const told = [step, next.because, words.calendar.from(next.from ?? today), ...problem(result, words)];
  return [{ day: next.due, title, about: told, key: ["next", next.team.id] }];
}

/** A title with the numbers by which the seller knows the case; those that are masked tell nothing. */
function named(title: string, { entities }: Result, words: Interface): string {
  const [first, ...more] = new Set(numbersIn(entities).filter((number) => /[\p{L}\d]/u.test(number)));
  return first === undefined ? title : words.calendar.of(title, more.length === 0 ? first : `${first}, …`);
}

function where(result: Result, words: Interface): string[] {
  if (result.status !== "advised" || result.team === null) return [];
  const channel = result.channels?.find((one) => one.status === "active");
  return [
    words.labels.goTo + words.colon + result.team.name,
    channel ? words.kinds[channel.kind] + words.colon + channel.value : "",
    result.outline ? words.labels.letter + words.colon + result.outline.name : "",
  ];
}

const problem = ({ issue }: Result, words: Interface): string[] =>
  issue === null ? [] : [words.labels.problem + words.colon + issue.name];
