import fc from "fast-check";
import { answer, back, begin, change, changeable, type Letter, next } from "../../src/letter/interview.js";
import type { Said } from "../../src/letter/places.js";
import type { Outline } from "../../src/playbook/types.js";

const words = (en: string) => ({ en });

/** A plan with one section of each kind. */
export const plan: Outline = {
  id: "plan",
  name: words("Plan of Action"),
  purpose: words("Write it when they ask for it."),
  sections: [
    {
      id: "opening",
      title: words("Opening"),
      text: words("Dear team,\n\nthis is the plan of {{store}} about {{asin}}."),
      prompts: [words("What does the notice say?")],
      needs: [],
    },
    {
      id: "root-cause",
      title: words("Root cause"),
      role: "causes",
      prompts: [words("What happened?"), words("Why was it possible?")],
      needs: [words("Buyer comments")],
    },
    { id: "actions", title: words("Actions taken"), role: "actions", prompts: [words("What was done?")], needs: [] },
    { id: "prevention", title: words("Prevention"), role: "measures", prompts: [words("Who checks?")], needs: [] },
    {
      id: "proof",
      title: words("Proof"),
      role: "evidence",
      prompts: [words("All there?")],
      needs: [words("Invoices")],
    },
    {
      id: "closing",
      title: words("Closing"),
      text: words("Please review {{asin}}.\n\n{{seller_name}}"),
      prompts: [words("What do you ask for?")],
      needs: [],
    },
  ],
  avoid: [{ text: words("Blame.") }],
  sources: ["article"],
  as_of: "undated",
};

export const fresh = (): Letter => begin(plan, { asin: "B0ABCDEFGH" });

/** Answers what is asked, one after the other; "-" leaves it open. */
export function told(said: string, letter = fresh()): Letter {
  for (const one of said.split(", ").filter(Boolean)) {
    const ask = next(letter);
    if (!ask) throw new Error(`Nothing is asked where "${one}" is said`);
    letter = answer(letter, ask.key, one === "-" ? null : one);
  }
  return letter;
}

const texts = fc.constantFrom(
  "one",
  "two\n\n- three\n- four",
  "a {{asin}} b",
  "{{store}}",
  "五",
  "[…: x]",
  "$& 1. _six_",
  "",
);

/** What a seller does next. */
export interface Deed {
  readonly kind: "answer" | "back" | "change";
  readonly pick: number;
  readonly said: Said;
}

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("answer" as const, "answer" as const, "answer" as const, "back" as const, "change" as const),
    pick: fc.nat(99),
    said: fc.option(texts, { freq: 3 }),
  }),
  { maxLength: 60 },
);

/** What a seller can say to a question. */
const said = (key: string, deed: Deed): Said =>
  key.endsWith(".cause") && deed.said !== null ? (["1", "2"][deed.pick % 2] as string) : deed.said;

/** A letter after random answers, backs and changes. */
export function played(all: readonly Deed[], letter = fresh()): Letter {
  return all.reduce((now, deed) => {
    if (deed.kind === "back") return back(now) ?? now;
    const places = changeable(now);
    if (deed.kind === "change") return change(now, (places[deed.pick % places.length] as (typeof places)[number]).key);
    const ask = next(now);
    return ask === null ? now : answer(now, ask.key, said(ask.key, deed));
  }, letter);
}
