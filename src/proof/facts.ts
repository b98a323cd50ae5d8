import { error, type Finding, warning } from "../playbook/finding.js";
import { undecided } from "./idle.js";
import { regionOf } from "./regions.js";
import { listed, type Subject } from "./subject.js";
import { alikeValues, idleFacts } from "./values.js";

/** Facts and values that change no decision, or that cannot occur. */
export function factFindings(subject: Subject): Finding[] {
  return [...idleFactFindings(subject), ...alikeFindings(subject)];
}

function idleFactFindings({ book, table }: Subject): Finding[] {
  const idle = new Set(idleFacts(table));
  return book.facts.value.facts.flatMap(({ id }, i) => {
    // Each issue is a recommendation of its own.
    if (id === "issue" || !idle.has(id)) return [];
    const at = book.facts.place(["facts", i, "id"]);
    const applies = table.facts.find((fact) => fact.id === id)?.applies;
    const region = applies && regionOf(table, applies);
    if (region === null) return [undecided(at, `whether the fact ${id} ever applies`)];
    if (region?.outcomes.every((one) => one.route === null)) {
      const where = book.facts.place(["facts", i, "applies"], "key");
      return [error("SR416", where, `The fact ${id} never applies: no facts meet its condition`)];
    }
    const hint = "Name it in a route, or take it out: nobody is ever asked about it.";
    return [warning("SR407", at, `The fact ${id} never matters: it changes no decision`, hint)];
  });
}

function alikeFindings({ book, table }: Subject): Finding[] {
  const alike = alikeValues(table);
  return book.facts.value.facts.flatMap(({ id, values = [] }, i) => {
    const at = (k: number) => book.facts.place(["facts", i, "values", k, "id"]);
    const sets = alike.get(id) ?? [];
    const setOf = (value: string) => sets.find((set) => set.includes(value));
    const wrong = values.flatMap((value, k) => {
      if (value.alike === undefined || (value.alike !== value.id && setOf(value.id)?.includes(value.alike))) return [];
      const place = book.facts.place(["facts", i, "values", k, "alike"]);
      if (!values.some((other) => other.id === value.alike) || value.alike === value.id)
        return [error("SR201", place, `The fact ${id} has no other value "${value.alike}"`)];
      if (idleFacts(table).includes(id)) return [];
      const message = `${id} = ${value.id} is said to decide the same as ${value.alike}, and does not`;
      return [error("SR409", place, message, "Take out alike, or let the routes treat both the same.")];
    });
    const idle = sets.flatMap((set) => {
      const plain = set.filter((value) => values.find((one) => one.id === value)?.alike === undefined);
      return plain.slice(1).map((value) => {
        const others = set.filter((one) => one !== value);
        const hint = `Tell them apart in a route, or say on purpose: alike: ${plain[0]}.`;
        const k = values.findIndex((one) => one.id === value);
        return warning(
          "SR408",
          at(k),
          `${id} = ${value} never matters: it decides the same as ${listed(others)}`,
          hint,
        );
      });
    });
    return [...wrong, ...idle];
  });
}
