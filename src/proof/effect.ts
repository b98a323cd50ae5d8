import type { Outcome } from "../core/diagram.js";
import { channelsFor } from "../playbook/channels.js";
import { letterOf } from "../playbook/letter-of.js";
import type { Playbook } from "../playbook/types.js";

/** What a recommendation is made of, as far as two playbooks are compared. */
const FIELDS = ["team", "channels", "outline", "deadlines", "next"] as const;
export type Field = (typeof FIELDS)[number];

/** One part of a recommendation: the name that a reader knows it by, and all of it that counts. */
export interface Item {
  readonly name: string;
  readonly content: string;
}

/** What follows from an outcome; lists without an item where it gives none. */
export interface Effect extends Readonly<Record<Field, readonly Item[]>> {
  readonly route: string | null;
}

/** What an outcome of the playbook's diagram says to do. */
export function effectOf(playbook: Playbook, { route: id, named }: Outcome): Effect {
  const route = playbook.routes.find((one) => one.id === id);
  const issue = playbook.issues.find((one) => one.id === named.issue);
  if (!route || !issue) return { route: null, team: [], channels: [], outline: [], deadlines: [], next: [] };
  const letter = letterOf(route, issue);
  const outline = playbook.outlines.find((one) => one.id === letter);
  return {
    route: route.id,
    team: [item(route.team, "")],
    channels: channelsFor(route, issue, playbook).map(
      ({ id, kind, value, marketplaces, status, desk, note, when, ahead }) =>
        item(id, { kind, value, marketplaces, status, desk, note, when, ahead }),
    ),
    outline: outline ? [item(outline.id, [outline.name, outline.purpose, outline.sections])] : [],
    deadlines: (route.waits ? [] : issue.deadlines).map(({ text, days, business, since, usual, when }) =>
      item(text.en, { text, days, business, since, usual, when }),
    ),
    next: route.next ? [item(route.next.team, [route.next.after, route.next.days, route.next.business])] : [],
  };
}

const item = (name: string, content: unknown): Item => ({ name, content: JSON.stringify(content) });

/** How one part of a recommendation has changed. */
export interface FieldChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Named as before, with something else in them. */
  readonly edited: readonly string[];
  /** The same in another order. */
  readonly moved: boolean;
}

/** The parts that differ; nothing where none does. What is the same on both sides is not told, so that much can be one. */
export type Change = Partial<Readonly<Record<Field, FieldChange>>>;

export function changeOf(old: Effect, fresh: Effect): Change {
  return Object.fromEntries(
    FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field])).map((field) => [
      field,
      fieldChange(old[field], fresh[field]),
    ]),
  );
}

function fieldChange(old: readonly Item[], fresh: readonly Item[]): FieldChange {
  const names = (items: readonly Item[]) => items.map(({ name }) => name);
  const [before, after] = [names(old), names(fresh)];
  const content = (items: readonly Item[], name: string) =>
    items.filter((one) => one.name === name).map((one) => one.content);
  const [left, right] = [
    before.filter((name) => after.includes(name)).join("\n"),
    after.filter((name) => before.includes(name)).join("\n"),
  ];
  return {
    removed: before.filter((name) => !after.includes(name)),
    added: after.filter((name) => !before.includes(name)),
    edited: [...new Set(after)].filter(
      (name) => before.includes(name) && content(old, name).join() !== content(fresh, name).join(),
    ),
    moved: left !== right,
  };
}
