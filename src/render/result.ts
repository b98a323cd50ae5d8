/** One answer as `--json` prints it; data/schema/result.schema.json says the same. Texts are in one language. */
export interface Result {
  readonly version: 1;
  /** Only in batch. */
  readonly id?: string | number;
  readonly status: "advised" | "unsure" | "out-of-scope";
  /** Where nothing was understood of one text: it does not seem to be in a language that is read. Not in batch. */
  readonly unread?: true;
  /** The best guess where the status is `unsure`. */
  readonly team: Named | null;
  readonly issue: Named | null;
  /** Probability of the team, 0 to 1, two decimals. */
  readonly confidence: number;
  /** Facts that were given or read. */
  readonly facts: Readonly<Record<string, string>>;
  /** Facts that nobody gave, with the value that the advice rests on. */
  readonly assumed: Readonly<Record<string, string>>;
  readonly because: readonly Reason[];
  readonly alternatives: readonly Alternative[];
  /** Other problems in the same text. */
  readonly also: readonly { readonly issue: string; readonly team: string }[];
  /** The question that would settle it. */
  readonly ask?: {
    readonly fact: string;
    readonly text: string;
    readonly answers: readonly { readonly value: string; readonly label: string }[];
  };
  readonly entities: readonly Entity[];
  readonly cautions: readonly { readonly sign: string; readonly text: string }[];
  readonly playbook: { readonly version: string; readonly digest: string };
  /** Only with --explain: for each fact what was weighed, likeliest first, and the signals behind it. */
  readonly explain?: readonly {
    readonly fact: string;
    readonly candidates: readonly {
      readonly value: string;
      readonly probability: number;
      readonly signals: readonly ExplainedSignal[];
    }[];
  }[];
  /** What the playbook says about the recommendation; left out of batch's short form and where there is no team. */
  readonly first?: readonly string[];
  readonly channels?: readonly ShownChannel[];
  readonly outline?: ShownOutline | null;
  readonly evidence?: readonly string[];
  readonly avoid?: readonly string[];
  readonly deadlines?: readonly ShownDeadline[];
  readonly next?: {
    readonly team: Named;
    readonly after: string;
    readonly days?: number;
    /** YYYY-MM-DD: so many days from today, or from the day in `from`. */
    readonly due?: string;
    /** YYYY-MM-DD, where the text tells since when the seller waits. */
    readonly from?: string;
    readonly because: string;
  } | null;
  /** Only where a message that was handed over as a refusal has no effect: it is none, or there is no appeal to mend. */
  readonly previous?: { readonly why: "no-refusal" | "no-appeal"; readonly text: string };
  /** Only after a refusal. */
  readonly refusal?: ShownRefusal;
  /** The doors from the first one on; only where one was tried in vain, or opens once. */
  readonly ladder?: readonly {
    readonly team: Named;
    readonly state: "here" | "used" | "open";
    /** It opens once. */
    readonly once: boolean;
  }[];
}

/** What a refusal asks for, and what to do about it. */
export interface ShownRefusal {
  /** `text` are the words that say so, from `start` to `end`. */
  readonly missing: readonly {
    readonly id: string;
    readonly name: string;
    readonly do: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** What not to send again. */
  readonly again: readonly string[];
  /** Absent where the refusal alone does not say it: unsure, or nothing is left. */
  readonly now?: {
    readonly step: "mend" | "call" | "up";
    readonly text: string;
    /** After how long; what is not known is said to be unknown. */
    readonly wait: string;
    readonly days?: number;
    /** YYYY-MM-DD: so many days from today. */
    readonly due?: string;
  };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Reason {
  readonly route: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Words of the text that show a fact: `text` is the text from `start` to `end` (UTF-16 units). */
export interface Evidence {
  readonly fact: string;
  readonly value: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A signal that was found: its phrase, the words of the text, and the log-odds that it adds. */
export interface ExplainedSignal {
  readonly phrase: string;
  readonly weight: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Alternative {
  readonly team: Named;
  /** 0: its door opens once, and stays shut until the facts are said. */
  readonly confidence: number;
  /** The facts that would lead there. */
  readonly if: Readonly<Record<string, string>>;
}

export interface Entity {
  readonly kind: "asin" | "order" | "case" | "complaint" | "email" | "date" | "window" | "marketplace" | "amount";
  readonly value: string;
  /** The other way to read it, where there are two: a date that may be by day or by month. */
  readonly other?: string;
  readonly start: number;
  readonly end: number;
}

export interface ShownChannel {
  readonly id: string;
  readonly kind: "seller-central" | "email" | "phone" | "form" | "post";
  readonly value: string;
  readonly status: "active" | "legacy" | "unverified";
  readonly desk?: string;
  readonly note?: string;
  /** Empty: all marketplaces. */
  readonly marketplaces: readonly string[];
  readonly as_of: string;
  readonly sources: readonly string[];
}

export interface ShownOutline {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly prompts: readonly string[];
    readonly needs: readonly string[];
    /** Fixed wording, placeholders filled where the value is known and left as {{name}} where not. */
    readonly text?: string;
  }[];
  readonly avoid: readonly string[];
}

export interface ShownDeadline {
  readonly text: string;
  /** YYYY-MM-DD, where it can be counted. */
  readonly due?: string;
  /** YYYY-MM-DD: the day that it counts from, where the text tells. */
  readonly from?: string;
  /** It counts from a day that the text does not tell: taken to be today. */
  readonly assumed?: true;
  /** The day has passed. */
  readonly passed?: true;
}
