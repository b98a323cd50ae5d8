/** The page of a code: what it means and why it matters, and how to mend it. */
export interface Page {
  readonly what: string;
  readonly mend: string;
  /** YAML that has the fault. */
  readonly wrong?: string;
}

/** A page, with an example where one helps. */
export const page = (what: string, mend: string, wrong?: string): Page => ({
  what,
  mend,
  ...(wrong !== undefined && { wrong }),
});
