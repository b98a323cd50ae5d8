import { isRecord } from "../core/record.js";
import { error, type Finding, warning } from "../playbook/finding.js";
import type { Sheet } from "../playbook/parse.js";
import type { Path } from "../playbook/places.js";
import { visit } from "../playbook/texts.js";
import type { Subject } from "./subject.js";
import { sheetsOf } from "./words.js";

/** What is known of time. */
export interface Times {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Days after which a statement is stale; absent: none is. */
  readonly maxAge?: number;
}

const UNPUBLISHED = "unpublished";

/** Statements whose source cannot be looked up, that are too old, or that come from the future. */
export function provenanceFindings(subject: Subject, times: Times): Finding[] {
  return sheetsOf(subject).flatMap((sheet) => {
    const found: Finding[] = [];
    visit(sheet.value, [], (value, path) => {
      if (!isRecord(value)) return;
      const { as_of, sources, unverified } = value;
      if (
        Array.isArray(sources) &&
        sources.every((one) => one === UNPUBLISHED) &&
        unverified !== true &&
        !isWhole(value)
      )
        found.push(
          warning(
            "SR701",
            sheet.place([...path, "sources"]),
            "Nobody can look this up: its only source is not published",
            "Name a published source, or add unverified: true.",
          ),
        );
      if (typeof as_of === "string") found.push(...aged(sheet, [...path, "as_of"], as_of, times));
    });
    return found;
  });
}

/** What has a status of its own says with it whether it is verified. */
const isWhole = (value: object): boolean => "status" in value && value.status !== "active";

function aged(sheet: Sheet, path: Path, asOf: string, { today, maxAge }: Times): Finding[] {
  if (!/^\d{4}/.test(asOf)) return [];
  const [first, last] = spanOf(asOf);
  if (first > dayOf(today)) return [error("SR703", sheet.place(path), `${asOf} lies in the future; today is ${today}`)];
  const age = dayOf(today) - last;
  if (maxAge === undefined || age <= maxAge) return [];
  const message = `This is ${told(age)} old, older than ${told(maxAge)}`;
  return [warning("SR702", sheet.place(path), message, "Look whether it still holds, and renew as_of.")];
}

/** First and last day that a date may mean: a year is all of its days. */
function spanOf(date: string): readonly [number, number] {
  const [year, month, day] = date.split("-").map(Number) as [number, number?, number?];
  if (day !== undefined) return [dayOf(date), dayOf(date)];
  const first = Date.UTC(year, month === undefined ? 0 : month - 1, 1);
  const next = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return [first / DAY, next / DAY - 1];
}

const DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Days as a person says them. */
function told(days: number): string {
  if (days < 60) return `${days} days`;
  return days < 730 ? `${Math.round(days / 30.44)} months` : `${(days / 365.25).toFixed(1).replace(/\.0$/, "")} years`;
}

const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.44, y: 365.25 };

/** An age such as 18m, 2y, 90d or 6w in days; null where it is none. */
export function ageOf(text: string): number | null {
  const found = /^(\d{1,5})([dwmy])$/.exec(text.trim().toLowerCase());
  return found ? Math.round(Number(found[1]) * (UNITS[found[2] as string] as number)) : null;
}

/** Today, but never before the playbook itself: a computer's clock may be wrong. */
export function todayFor(version: string, clock: string): string {
  const found = /^(\d{4})[.-](\d{2})(?:[.-](\d{2}))?/.exec(version);
  const made = found ? `${found[1]}-${found[2]}-${found[3] ?? "01"}` : clock;
  return made > clock && !Number.isNaN(dayOf(made)) ? made : clock;
}
