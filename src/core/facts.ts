/** What is known about a seller's case, by fact name. An absent name is unknown, never "no". */
export type Facts = Readonly<Record<string, string>>;

/** A fact as the decision sees it: a name, a closed list of values, and when it means anything at all. */
export interface FactDomain {
  readonly id: string;
  readonly values: readonly string[];
  /** Absent: the fact always applies. Only facts that stand earlier in the table may occur here. */
  readonly applies?: Condition;
}

/** Facts of a playbook as the decision sees them. */
export const domainsOf = (
  facts: readonly {
    readonly id: string;
    readonly values: readonly { readonly id: string }[];
    readonly applies?: Condition;
  }[],
): FactDomain[] =>
  facts.map(({ id, values, applies }) => ({
    id,
    values: values.map((value) => value.id),
    ...(applies && { applies }),
  }));

/** Facts by name, as conditions are judged by. */
export const byName = (domains: readonly FactDomain[]): ReadonlyMap<string, FactDomain> =>
  new Map(domains.map((domain) => [domain.id, domain]));

/**
 * A condition in disjunctive form: it holds where one of its boxes holds.
 * A condition with no boxes never holds; a box with no sides always does.
 */
export type Condition = readonly Box[];

/**
 * A conjunction: each named fact has one of the listed values.
 * `null` in a list stands for "does not apply", the value of a fact whose `applies` fails.
 */
export type Box = Readonly<Record<string, readonly (string | null)[]>>;
