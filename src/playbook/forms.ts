import type { Book } from "./book.js";
import { error, type Finding } from "./finding.js";
import type { Sheet } from "./parse.js";
import { visit } from "./texts.js";

/** Dates that are in no calendar, and channels that are none of their kind: forms that no schema can tell. */
export function formFaults(book: Book): readonly Finding[] {
  const { channels, facts, routes, playbook } = book;
  const more = [book.refusals, book.review].filter((sheet) => sheet !== null);
  const sheets: readonly Sheet[] = [playbook, channels, facts, routes, ...book.teams, ...book.issues, ...book.outlines];
  return [...[...sheets, ...more].flatMap(impossibleDates), ...uselessChannels(book)];
}

function impossibleDates(sheet: Sheet): Finding[] {
  const faults: Finding[] = [];
  visit(sheet.value, [], (value, path) => {
    if (path.at(-1) !== "as_of" || typeof value !== "string") return;
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
    if (day === undefined || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return;
    faults.push(error("SR115", sheet.place(path), `as_of: there is no ${value} in the calendar`));
  });
  return faults;
}

const MAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
/** Where an address or a number is to be found, for one that is nobody's own. */
const ELSEWHERE = / > |\baddress\b|\bnumber\b/i;

function uselessChannels({ channels }: Book): Finding[] {
  return channels.value.channels.flatMap(({ kind, value }, i) => {
    const at = () => channels.place(["channels", i, "value"]);
    const told = (what: string, hint: string) => [error("SR115", at(), `value: "${value}" is no ${what}`, hint)];
    const said = ELSEWHERE.test(value);
    if (kind === "email" && !MAIL.test(value) && !said)
      return told("e-mail address", "Write name@host, or where the address is to be found.");
    if (kind === "phone" && !/\d(\D?\d){2}/.test(value) && !said)
      return told("telephone number", "Write the number, or the path to it: Help > Contact Us.");
    return [];
  });
}
