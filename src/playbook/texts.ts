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
  walk(sheet.value, [], (value, path) => {
    // Phrases are by language too, but no text that a reader is shown.
    if (typeof value !== "object" || value === null || !("en" in value) || typeof value.en !== "string") return;
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
  walk(sheet.value, [], (value, path) => {
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

/** Visits every value in a sheet, with the way to it. */
export function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], visit);
}
