import { isRecord } from "../core/record.js";
import type { Book } from "./book.js";
import { error, type Finding } from "./finding.js";
import { nearest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";

/** Blanks that a letter may have. */
const PLACEHOLDERS = [
  "asin",
  "order_id",
  "case_id",
  "complaint_id",
  "rights_owner",
  "rights_owner_email",
  "brand",
  "store",
  "seller_name",
  "address",
  "phone",
  "email",
  "date",
  "notice_date",
  "marketplace",
  "amount",
] as const;

const LANGUAGE = /^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/;

/** Texts in a language that is not listed, and blanks that nothing can fill. */
export function textFaults(book: Book): readonly Finding[] {
  const { playbook, channels, facts, routes } = book;
  const more = [book.refusals, book.review].filter((sheet) => sheet !== null);
  const all: readonly Sheet[] = [playbook, channels, facts, routes, ...book.teams, ...book.issues, ...book.outlines];
  const sheets = [...all, ...more];
  return [...sheets.flatMap((sheet) => foreign(sheet, playbook.value.languages)), ...book.outlines.flatMap(blanks)];
}

function foreign(sheet: Sheet, languages: readonly string[]): Finding[] {
  const faults: Finding[] = [];
  visit(sheet.value, [], (value, path) => {
    // Phrases are by language too, but no text that a reader is shown.
    if (!isWords(value)) return;
    for (const lang of Object.keys(value)) {
      if (!LANGUAGE.test(lang) || languages.includes(lang)) continue;
      faults.push(
        error(
          "SR208",
          sheet.place([...path, lang], "key"),
          `The language "${lang}" is not listed in playbook.yaml`,
          `Listed: ${languages.join(", ")}.`,
        ),
      );
    }
  });
  return faults;
}

function blanks(sheet: Sheet): Finding[] {
  const faults: Finding[] = [];
  visit(sheet.value, [], (value, path) => {
    if (typeof value !== "string") return;
    for (const [blank, name] of value.matchAll(/\{\{([^{}]*)\}\}/g)) {
      if ((PLACEHOLDERS as readonly string[]).includes(name as string)) continue;
      const near = nearest(name as string, PLACEHOLDERS);
      const hint = near ? `Did you mean {{${near}}}?` : `Known: ${PLACEHOLDERS.join(", ")}.`;
      faults.push(error("SR201", sheet.place(path), `There is no placeholder ${blank}`, hint));
    }
  });
  return faults;
}

/** Whether a value is a text by language. English is always there. */
export const isWords = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && typeof value.en === "string";

/** Visits every value in a sheet, with the way to it; places in lists are numbers. */
export function visit(value: unknown, path: Path, act: (value: unknown, path: Path) => void): void {
  act(value, path);
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries()) visit(inner, [...path, i], act);
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], act);
  }
}
