/** A line of text on its way to the screen: plain and safe, to be wrapped, then painted. */
export interface Line {
  readonly text: string;
  readonly as?: "dim" | "bold" | "green" | "red" | "yellow" | "cyan";
  readonly indent?: number;
}

export interface Choice<V> {
  readonly value: V;
  readonly label: string;
  /** Choices with the same heading stand together under it. */
  readonly group?: string;
  /** What it is called, where that is not the label: a search finds it by this as by the label. */
  readonly name?: string;
  /** More words that a search finds it by. */
  readonly also?: string;
  /** Shown whatever is searched for. */
  readonly always?: boolean;
}

/** A question with a closed list of answers. */
export interface Menu<V> {
  readonly title: string;
  /** What was answered so far: shown where there is room, and never twice in plain mode. */
  readonly trail?: readonly Line[];
  readonly lead?: readonly Line[];
  readonly choices: readonly Choice<V>[];
  /** Where the cursor stands at first. Below 0 as where it is absent: nothing is offered. */
  readonly at?: number;
  /** What is offered was read in the text; absent: it was answered before. */
  readonly read?: boolean;
  /** Shown on "?". */
  readonly why?: readonly Line[];
  readonly search?: boolean;
  readonly back: boolean;
}

/** A question for one line, such as a file name. */
export interface Blank {
  readonly title: string;
  readonly lead?: readonly Line[];
  /** What Enter alone answers. */
  readonly offer: string;
  /** What Enter alone does, where nothing is offered. */
  readonly enter?: string;
}

/** A question for a text of many lines. */
export interface Page {
  readonly title: string;
  readonly lead: readonly Line[];
  /** The lines of an earlier attempt. */
  readonly start: string;
  /** What Enter alone does. */
  readonly enter: string;
  readonly back?: boolean;
}

export const BACK: unique symbol = Symbol("back");

/** Typed where something is offered, to take it away. */
export const NONE = "-";

/** Somebody to ask. Every question throws `Cancelled` where the seller leaves. */
export interface Asker {
  /** The text; null where there is none. */
  text(page: Page): Promise<string | null | typeof BACK>;
  choose<V>(menu: Menu<V>): Promise<V | typeof BACK>;
  line(blank: Blank): Promise<string | typeof BACK>;
  /** Puts lines on the screen, to stay. */
  tell(lines: readonly Line[]): void;
  /** The text that was being written when the seller went back or left; empty where there is none. */
  unfinished(): string;
  close(): void;
}
