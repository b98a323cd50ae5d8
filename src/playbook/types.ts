// Longer than other files: the whole playbook is described on one page.
import type { Diagram } from "../core/diagram.js";
import type { Condition } from "../core/facts.js";
import type { Automaton } from "../reading/automaton.js";
import type { Votes } from "../reading/votes.js";
import type { Refusals } from "./refusals.js";
import type { ReviewRules } from "./review.js";

/** Text that a person reads, by language tag. English is always there; others fall back to it. */
export interface Words {
  readonly en: string;
  readonly [lang: string]: string;
}

/** Where a statement of fact about Amazon comes from, and from when it is. */
export interface Provenance {
  /** Web addresses, or "article" for the article that the eight teams come from. */
  readonly sources: readonly string[];
  /** A year, a month or a day ("2026", "2026-03", "2026-03-14"), or "undated" where the source bears no date. */
  readonly as_of: string;
}

/**
 * One statement. What it does not say of its own provenance it inherits from the file that it stands in.
 * `unverified` marks what rests on one weak source, or on sources that disagree.
 */
export interface Statement extends Partial<Provenance> {
  readonly text: Words;
  /** What it is about: of statements on the same thing, a result shows only the first. */
  readonly about?: readonly string[];
  readonly unverified?: boolean;
  /** Of a first step: it is not told any more so many days after what the route's next rung counts from. */
  readonly over?: number;
  /** Of a route or an issue: it is not told where this fails. */
  readonly when?: Condition;
}

export interface Team extends Provenance {
  readonly id: string;
  readonly name: Words;
  /** One sentence: who this is. */
  readonly summary: Words;
  readonly does: readonly Statement[];
  readonly does_not: readonly Statement[];
  readonly cares: readonly Statement[];
  /** How the team gets in touch with a seller. */
  readonly reaches_you: readonly Statement[];
  /** What never to do with this team. */
  readonly never: readonly Statement[];
  /** How long an answer takes, as far as it is known. */
  readonly reply: readonly Statement[];
  /** What is different today from what the article says. */
  readonly changed: readonly Statement[];
  /** A door that opens once: no route may lead here before the ordinary appeal was tried. */
  readonly executive: boolean;
  /** Position in lists, ascending. */
  readonly order: number;
}

export type ChannelStatus = "active" | "legacy" | "unverified";

export interface Channel extends Provenance {
  readonly id: string;
  /** Teams that are reached by this channel whatever the issue; an empty list where only issues or routes name it. */
  readonly teams: readonly string[];
  readonly kind: "seller-central" | "email" | "phone" | "form" | "post";
  /** The address or the path through Seller Central, as it is to be used. */
  readonly value: string;
  /** Marketplaces that it serves; empty: all of them. */
  readonly marketplaces: readonly string[];
  readonly status: ChannelStatus;
  /** Who sits behind it, where that is not the team itself (Account Health Support, the funds desk). */
  readonly desk?: Words;
  /** What it takes, and what to know about it. */
  readonly note?: Words;
  /** It is not there where this fails. */
  readonly when?: Condition;
  /** Where this holds, it comes before the others. */
  readonly ahead?: Condition;
}

export interface FactValue {
  readonly id: string;
  /** The answer as a seller would give it. */
  readonly label: Words;
  /** How likely the value is with nothing else known, relative to the fact's other values. */
  readonly prior: number;
  /** Of a fact that is a time: it holds from so many days on, up to the next value's. */
  readonly days?: number;
}

export interface Fact {
  readonly id: string;
  /** Short name for lists: "The claim". */
  readonly name: Words;
  readonly question: Words;
  /** What the answers mean and where the seller can look it up. */
  readonly help: Words;
  /** What hangs on the answer. */
  readonly why: Words;
  readonly applies?: Condition;
  /** How much of what a text says of the fact counts as said for the issues that it applies to, 0 to 1. */
  readonly shows?: number;
  /** What a seller wants: no door that opens once is opened by a guess at it. */
  readonly wish?: boolean;
  readonly values: readonly FactValue[];
}

export interface Deadline extends Statement {
  /** Days from the notice, where the source gives a number. */
  readonly days?: number;
  readonly business?: boolean;
  /** What the days count from: a fact that is a time, or one of the playbook's events. */
  readonly since?: string;
  /** It only says which time such notices give. */
  readonly usual?: boolean;
}

export interface Group {
  readonly id: string;
  readonly name: Words;
  /** Other groups that it takes in. */
  readonly includes: readonly string[];
  /** Every issue in it, those of the groups that it takes in too. */
  readonly members: readonly string[];
}

export interface Issue extends Provenance {
  readonly id: string;
  readonly group: string;
  readonly name: Words;
  /** The problem in a seller's words, for lists: "My listing is there but no one can find it". */
  readonly summary: Words;
  readonly prior: number;
  /** What is at stake, as in the playbook's `stakes`; the least where it is left out. */
  readonly stake?: string;
  /** Issues, or groups of them, that it commonly comes from: told together with one of these it is no second problem. */
  readonly follows?: readonly string[];
  /** The letter to write unless the route says otherwise; null where none is needed. */
  readonly outline: string | null;
  readonly evidence: readonly Statement[];
  /** Mistakes that get appeals refused. */
  readonly avoid: readonly Statement[];
  readonly deadlines: readonly Deadline[];
  /** Channels to name besides the team's own; only those that lead to the recommended team, or to no team in particular, are shown. */
  readonly channels: readonly string[];
}

export interface Rung {
  readonly team: string;
  /** When to go there: "after 5 business days without an answer". */
  readonly after: Words;
  /** The same as a number of days, where there is one. */
  readonly days?: number;
  readonly business?: boolean;
  /** The fact that the days count from where it does; absent: from today. */
  readonly since?: string;
  readonly because: Words;
}

export interface Route extends Provenance {
  readonly id: string;
  readonly when: Condition;
  readonly team: string;
  readonly because: Words;
  /** What to do before contact. */
  readonly first: readonly Statement[];
  readonly avoid: readonly Statement[];
  /** Overrides the issue's outline; null: no letter. Absent: the issue's own. */
  readonly outline?: string | null;
  /** Channels to name first. */
  readonly channels: readonly string[];
  /** Nothing but these and the issue's own: the team's would lead somewhere else. */
  readonly alone?: boolean;
  /** There is nothing to answer by now: what the issue says of deadlines is for others. */
  readonly waits?: boolean;
  /** Where to go when this fails; null where nothing is left. */
  readonly next: Rung | null;
}

/** What a section lists. Every action is tied to a cause; measures are what is done from now on. */
export type Role = "causes" | "actions" | "measures" | "evidence";

export interface Section {
  readonly id: string;
  readonly title: Words;
  /** None: free text. */
  readonly role?: Role;
  /** What to answer in this section. */
  readonly prompts: readonly Words[];
  /** Evidence that the section's claims need. */
  readonly needs: readonly Words[];
  /** Fixed wording with {{placeholders}}, where a section has any. */
  readonly text?: Words;
}

export interface Outline extends Provenance {
  readonly id: string;
  readonly name: Words;
  readonly purpose: Words;
  readonly sections: readonly Section[];
  readonly avoid: readonly Statement[];
}

export interface Marketplace {
  readonly id: string;
  readonly name: Words;
  readonly hosts: readonly string[];
  /** Wider regions that it belongs to, which channels may name: "eu". */
  readonly regions: readonly string[];
  /** Other names of the country; and what something there is called: "German". */
  readonly called?: readonly string[];
  readonly adjectives?: readonly string[];
  /** Languages by which a text that names no marketplace is likely to be about this one. */
  readonly languages?: readonly string[];
}

/** A sign that a message may not be Amazon's, and what to tell the seller; {{found}} is what was found. */
export interface Caution {
  readonly id: string;
  readonly text: Words;
}

export interface Thresholds {
  /** Least probability of the best team for `advised`. */
  readonly advise: number;
  /** Least lead over the second team for `advised`. */
  readonly margin: number;
  /** Probability of "not a seller's problem" from which a text is `out-of-scope`. */
  readonly scope: number;
  /** The same from which nothing is advised, but asked; as `scope` where left out. */
  readonly doubted?: number;
  /** Least probability of an issue to be named as the problem of what is advised; any where left out. */
  readonly named?: number;
  /** What log-odds are multiplied by, so that a probability is right as often as it says. */
  readonly sharpness?: number;
  /** How much more log-odds count the fewer phrases they come from; 0 where left out. */
  readonly brevity?: number;
  /** Probability with which a route to a door that opens once must hold; as `understood` where left out. */
  readonly doors?: number;
  /** The same for a fact of it that no words of a text are for, only what goes with it; never where left out. */
  readonly unsaid?: number;
  /** Log-odds that must be gained by taking a text for two problems told one after the other; never where left out. */
  readonly second?: number;
  /** Probability from which a fact that was read counts as understood and is not asked. */
  readonly understood: number;
}

/** All of data/, checked and linked: data only, so that a build can store it. */
export interface Playbook {
  readonly version: string;
  /** "sha256:" and the digest of every YAML and schema byte that it was read from. */
  readonly digest: string;
  readonly languages: readonly string[];
  readonly thresholds: Thresholds;
  /** Hosts that Amazon writes from and links to. */
  readonly hosts: readonly string[];
  readonly marketplaces: readonly Marketplace[];
  readonly groups: readonly Group[];
  /** What can be at stake, the most first: of two problems in one text, which to act on first. */
  readonly stakes?: readonly string[];
  readonly cautions: readonly Caution[];
  readonly teams: readonly Team[];
  readonly channels: readonly Channel[];
  readonly facts: readonly Fact[];
  readonly issues: readonly Issue[];
  readonly routes: readonly Route[];
  readonly outlines: readonly Outline[];
  /** How to go on after a refusal, where the playbook says it. */
  readonly refusals?: Refusals;
  /** How drafts of letters are reviewed, where the playbook says it. */
  readonly review?: ReviewRules;
  readonly diagram: Diagram;
  readonly automaton: Automaton;
  /** What signals speak for besides their own values, and how much; absent where no weights were fitted. */
  readonly votes?: Votes;
}
