import type { Paint } from "./style.js";
import type { Interface } from "./words.js";

/** What every rendering needs besides what it renders. */
export interface Labels {
  readonly words: Interface;
  /** The short name of a fact, or the label of one of its values; the id itself where there is none. */
  label(fact: string, value?: string): string;
  /** The languages of texts that are read. Absent: they are not named. */
  reads?(): readonly string[];
}

/** A screen to render for. */
export interface View extends Labels {
  /** Columns; taken as at least 40 and at most 100. */
  readonly width: number;
  readonly paint: Paint;
  /** Where a menu stands below: what of it shows lists in full. There is no command line then to give flags on. */
  readonly menu?: string;
}
