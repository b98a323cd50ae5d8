import { createHash } from "node:crypto";
import type { Result } from "./result.js";
import { clean } from "./safe.js";
import type { Interface } from "./words.js";

/** A day that the seller must not miss. */
interface Day {
  readonly day: string;
  readonly title: string;
  readonly about: readonly string[];
  /** What makes it this day and no other, whatever its date: an entry that is made again replaces the old one. */
  readonly key: readonly string[];
}

/** An hour before the day's first that rings at nine in the morning of the day before. */
const RINGS = 15 * 60 * 60;

/**
 * The due dates of a result, and the day from which the next step is open, as whole days of an iCalendar file; null
 * where it has none. `today` (YYYY-MM-DD) is the only clock.
 */
export async function calendar(shown: Result, words: Interface, today: string): Promise<string | null> {
  const result = clean(shown);
  const days = [...deadlines(result, words, today), ...ask(result, words, today), ...followUp(result, words, today)];
  if (days.length === 0) return null;
  const { default: ical, ICalAlarmType, ICalEventTransparency } = await import("ical-generator");
  const made = ical({
    prodId: { company: "seller-route", product: "seller-route", language: words.lang.toUpperCase() },
  });
  for (const { day, title, about, key } of days) {
    const event = made.createEvent({
      id: `${createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)}@seller-route`,
      start: at(day),
      allDay: true,
      stamp: at(today),
      summary: title,
      description: about.filter((line) => line !== "").join("\n"),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: RINGS, description: title });
  }
  return `${made.toString()}\r\n`;
}

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
            key: [...about(result), "due", text],
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
  return [{ day: told.due, title, about: said, key: [...about(result), "ask", told.step] }];
}

/** Shown only where the answer itself shows it. */
function followUp(result: Result, words: Interface, today: string): Day[] {
  const { next, status } = result;
  if (status !== "advised" || !next || next.due === undefined) return [];
  const step = `${next.team.name}${words.colon}${next.after}`;
  const title = words.calendar.next(next.team.name);
  const told = [step, next.because, words.calendar.from(next.from ?? today), ...problem(result, words)];
  return [{ day: next.due, title, about: told, key: [...about(result), "next", next.team.id] }];
}

/** Two cases of one kind are told apart by their numbers. */
const about = ({ issue, entities }: Result): string[] => [
  issue?.id ?? "",
  ...entities.filter(({ kind }) => ["asin", "order", "case", "complaint"].includes(kind)).map(({ value }) => value),
];

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
