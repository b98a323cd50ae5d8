import type { Sheet } from "../playbook/parse.js";
import type { Path } from "../playbook/places.js";
import { isWords, visit } from "../playbook/texts.js";
import type { Subject } from "./subject.js";

/** A text that a person reads, in one language. */
export interface Text {
  readonly sheet: Sheet;
  readonly path: Path;
  /** The path without places in lists: texts of the same kind have the same. */
  readonly field: string;
  readonly lang: string;
  readonly text: string;
}

/** What stands beside the languages of a statement. */
const OWN = new Set(["sources", "as_of", "unverified", "about", "days", "business"]);

/** Every sheet that holds what people read. */
export function sheetsOf({ book }: Subject): readonly Sheet[] {
  const more = [book.refusals, book.review].filter((sheet) => sheet !== null);
  const lists = [...book.teams, ...book.issues, ...book.outlines];
  return [book.playbook, book.facts, book.routes, book.channels, ...lists, ...more];
}

/** Every text of a playbook in every language that it has. */
export function textsOf(subject: Subject): Text[] {
  return sheetsOf(subject).flatMap((sheet) => {
    const found: Text[] = [];
    visit(sheet.value, [], (value, path) => {
      if (!isWords(value)) return;
      const field = `${sheet.kind}:${path.filter((step) => typeof step === "string").join(".")}`;
      for (const [lang, text] of Object.entries(value)) {
        if (!OWN.has(lang) && typeof text === "string") found.push({ sheet, path: [...path, lang], field, lang, text });
      }
    });
    return found;
  });
}
