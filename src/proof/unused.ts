import { type Finding, warning } from "../playbook/finding.js";
import { letterFor } from "../playbook/letter-of.js";
import { references } from "../playbook/references.js";
import { outcomes } from "./regions.js";
import type { Subject } from "./subject.js";

/** Entries that nothing names, letters that nothing gives, sections that hold nothing. */
export function unusedFindings(subject: Subject): Finding[] {
  return [...channelsUnused(subject), ...groupsUnused(subject), ...lettersUnused(subject), ...emptySections(subject)];
}

function channelsUnused({ book }: Subject): Finding[] {
  const named = namedIn(book, "channel");
  return book.channels.value.channels.flatMap(({ id, teams }, i) =>
    teams.length > 0 || named.has(id)
      ? []
      : [
          warning(
            "SR210",
            book.channels.place(["channels", i, "id"]),
            `Nobody is ever shown the channel ${id}: no team has it, no issue or route names it`,
            "Name its teams, or name it in an issue or a route.",
          ),
        ],
  );
}

function groupsUnused({ book }: Subject): Finding[] {
  const named = namedIn(book, "group");
  const conditions = JSON.stringify([
    book.routes.value.routes.map(({ when }) => when),
    book.facts.value.facts.map(({ applies }) => applies),
  ]);
  return book.playbook.value.groups.flatMap(({ id }, i) => {
    const inCondition = [...conditions.matchAll(/"group":("[^"]*"|\[[^\]]*\])/g)].some(([, names]) =>
      (names as string).includes(JSON.stringify(id)),
    );
    if (named.has(id) || inCondition) return [];
    const at = book.playbook.place(["groups", i, "id"]);
    return [warning("SR210", at, `No issue is in the group ${id}, and nothing names it`, "Take it out.")];
  });
}

const namedIn = (book: Subject["book"], kind: string): ReadonlySet<string> =>
  new Set([...references(book)].filter((one) => one.kind === kind).map((one) => one.id));

function lettersUnused(subject: Subject): Finding[] {
  const { book, table } = subject;
  const named = namedIn(book, "outline");
  const given = new Set(
    outcomes(table.diagram).flatMap(({ what: { route, named } }) =>
      route === null ? [] : [letterFor(subject.playbook, { route, issue: named.issue })],
    ),
  );
  return book.outlines.flatMap((sheet) => {
    if (!named.has(sheet.id)) {
      const hint = `Name it in an issue or a route: outline: ${sheet.id}.`;
      return [warning("SR210", sheet.place(["name"], "key"), `No issue or route names the letter ${sheet.id}`, hint)];
    }
    if (given.has(sheet.id)) return [];
    const message = `No facts lead to the letter ${sheet.id}: its sections cannot be reached`;
    const hint = "The routes of the issues that name it give another letter, or never win.";
    return [warning("SR211", sheet.place(["sections"], "key"), message, hint)];
  });
}

function emptySections({ book }: Subject): Finding[] {
  return book.outlines.flatMap((sheet) =>
    sheet.value.sections.flatMap(({ id, prompts, needs, text }, i) =>
      prompts.length > 0 || needs.length > 0 || text !== undefined
        ? []
        : [warning("SR212", sheet.place(["sections", i, "id"]), `The section ${id} holds nothing but its title`)],
    ),
  );
}
