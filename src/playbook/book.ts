import type { Kind } from "./layout.js";
import type { Sheet } from "./parse.js";
import type {
  RawChannels,
  RawFact,
  RawFacts,
  RawIssue,
  RawLexicon,
  RawOutline,
  RawPlaybook,
  RawRoutes,
  RawSignals,
  RawTeam,
  RawWeights,
} from "./raw.js";
import type { RawRefusals } from "./refusals.js";
import type { RawReview } from "./review.js";
import type { Domain, Scope } from "./when.js";

/** All sheets of a playbook, by kind; each has passed its schema. */
export interface Book {
  readonly playbook: Sheet<RawPlaybook>;
  /** In the order of lists. */
  readonly teams: readonly Sheet<RawTeam>[];
  readonly channels: Sheet<RawChannels>;
  readonly facts: Sheet<RawFacts>;
  /** By group, in the order of playbook.yaml, then by name. */
  readonly issues: readonly Sheet<RawIssue>[];
  readonly routes: Sheet<RawRoutes>;
  readonly outlines: readonly Sheet<RawOutline>[];
  /** Null in a playbook that says nothing of refusals. */
  readonly refusals: Sheet<RawRefusals> | null;
  /** Null in a playbook that reviews no letters. */
  readonly review: Sheet<RawReview> | null;
  readonly lexicon: Sheet<RawLexicon>;
  readonly signals: readonly Sheet<RawSignals>[];
  /** Null where no weights were fitted. */
  readonly weights: Sheet<RawWeights> | null;
}

/**
 * Facts of which only signals speak, with their values: whether a text is about a seller's problem at all, which group
 * of issues it is about where it names none, plain words, of which fitted weights alone say what they speak for, what it
 * says never was or is over, and what the times in it count from.
 */
export function spokenOf(book: Book): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ["scope", ["seller", "other"]],
    ["group", book.playbook.value.groups.map((group) => group.id)],
    ["word", ["any"]],
    ["moot", ["denied", "over"]],
    ["since", [...book.facts.value.facts.filter(isTime).map((fact) => fact.id), ...(book.playbook.value.events ?? [])]],
    ["caution", book.playbook.value.cautions.map((caution) => caution.id)],
  ]);
}

const isTime = ({ values = [] }: RawFact): boolean => values.some(({ days }) => days !== undefined);

/** Binds sheets that passed their schemas. There must be one of each single file. */
export function bind(sheets: readonly Sheet[]): Book {
  const all = <T>(kind: Kind) => sheets.filter((sheet) => sheet.kind === kind) as Sheet<T>[];
  const one = <T>(kind: Kind) => all<T>(kind)[0] as Sheet<T>;
  const playbook = one<RawPlaybook>("playbook");
  const groups = playbook.value.groups.map((group) => group.id);
  return {
    playbook,
    teams: all<RawTeam>("team").sort((a, b) => a.value.order - b.value.order),
    channels: one("channels"),
    facts: one("facts"),
    issues: all<RawIssue>("issue").sort((a, b) => groups.indexOf(a.value.group) - groups.indexOf(b.value.group)),
    routes: one("routes"),
    outlines: all("outline"),
    refusals: all<RawRefusals>("refusals")[0] ?? null,
    review: all<RawReview>("review")[0] ?? null,
    lexicon: one("lexicon"),
    signals: all("signals"),
    weights: all<RawWeights>("weights")[0] ?? null,
  };
}

/** Ids of a fact's values, in order; those of `issue` are the issues. */
export function valuesOf(book: Book, fact: RawFact): readonly string[] {
  if (fact.id === "issue") return book.issues.map((issue) => issue.id);
  return (fact.values ?? []).map((value) => value.id);
}

/** What conditions may name: all facts, or those above the one at `place`. */
export function scopeOf(book: Book, place = Number.POSITIVE_INFINITY): Scope {
  const domain = (fact: RawFact): [string, Domain] => [
    fact.id,
    { values: valuesOf(book, fact), applies: fact.applies !== undefined },
  ];
  const { facts } = book.facts.value;
  return {
    facts: new Map(facts.slice(0, place).map(domain)),
    later: new Set(facts.slice(place).map((fact) => fact.id)),
    groups: new Map(book.playbook.value.groups.map((group) => [group.id, issuesOf(book, group.id)])),
  };
}

/** Issues of a group and of all groups that it takes in. */
function issuesOf(book: Book, group: string): readonly string[] {
  const within = new Set([group]);
  // A set grows while it is walked, so groups of groups come along, and a circle ends.
  for (const id of within) {
    for (const other of book.playbook.value.groups.find((one) => one.id === id)?.includes ?? []) within.add(other);
  }
  return book.issues.filter((issue) => within.has(issue.value.group)).map((issue) => issue.id);
}
