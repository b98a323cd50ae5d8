import type { Result } from "../../src/render/result.js";
import { type Paint, plain } from "../../src/render/style.js";
import type { View } from "../../src/render/view.js";
import { words } from "../../src/render/words.js";

const NAMES: Readonly<Record<string, string>> = {
  claim: "The claim",
  "claim=disputed": "It is wrong",
  "claim=true": "It is true",
  appeal: "Appeal",
  "appeal=none": "not sent yet",
  "appeal=rejected": "refused",
  waiting: "Waiting",
  "waiting=under-2-days": "under two days",
  issue: "Problem",
  "issue=ip-trademark": "Trademark complaint",
  "issue=funds-held": "Money is held back",
};

/** A screen without colour, with names for the facts that the samples use. */
export function view(width = 80, lang = "en", paint: Paint = plain): View {
  const label = (fact: string, value?: string): string => {
    const key = value === undefined ? fact : `${fact}=${value}`;
    return NAMES[key] ?? value ?? fact;
  };
  return { width, paint, words: words(lang), label };
}

const playbook = { version: "2026.11", digest: `sha256:${"0".repeat(64)}` };

/** A trademark complaint that the seller disputes; every key of a result is there. */
export const advised: Result = {
  version: 1,
  id: "case-7",
  status: "advised",
  team: { id: "notice-dispute", name: "Notice-Dispute" },
  issue: { id: "ip-trademark", name: "Trademark complaint" },
  confidence: 0.93,
  facts: { issue: "ip-trademark", claim: "disputed" },
  assumed: { appeal: "none", waiting: "under-2-days" },
  because: [
    {
      route: "false-claim",
      text: "The complaint is wrong, so it goes to the desk that weighs your proof against the rights owner's report.",
      evidence: [
        { fact: "claim", value: "disputed", text: "we own the brand", start: 61, end: 77 },
        { fact: "issue", value: "ip-trademark", text: "trademark   infringement\nnotice", start: 12, end: 43 },
      ],
    },
  ],
  alternatives: [{ team: { id: "notice", name: "Notice" }, confidence: 0.05, if: { claim: "true" } }],
  also: [{ issue: "funds-held", team: "seller-performance" }],
  entities: [
    { kind: "asin", value: "B0ABCDEFGH", start: 90, end: 100 },
    { kind: "date", value: "2026-04-03", other: "2026-03-04", start: 110, end: 120 },
  ],
  explain: [
    {
      fact: "claim",
      candidates: [
        {
          value: "disputed",
          probability: 0.97,
          signals: [{ phrase: "(i|we) own", weight: 4, text: "we own the brand", start: 61, end: 77 }],
        },
      ],
    },
  ],
  cautions: [
    {
      sign: "foreign-sender",
      text: "The notice names the sender amazon-appeals.example, which is not on the list of Amazon's hosts.",
    },
  ],
  playbook,
  first: [
    "Copy the complaint ID, the ASIN and the rights owner's address from the notice.",
    "Write to the rights owner once, politely, and ask for a retraction. Keep the mail.",
  ],
  channels: [
    {
      id: "notice-dispute-email-us",
      kind: "email",
      value: "notice-dispute@amazon.com",
      status: "legacy",
      note: "Named in an older Amazon notice; in one case it answered after about half a month.",
      marketplaces: ["us"],
      as_of: "2026",
      sources: ["https://88bfru.com/thread-153707-1-861.html"],
    },
    {
      id: "ip-complaints-dispute",
      kind: "seller-central",
      value: "Performance > Account Health > Policy Compliance > Received Intellectual Property Complaints > Appeal",
      status: "active",
      desk: "Account Health",
      note: "Say that you dispute the report. Send an invoice or authorization letter, or say that you never sold it.",
      marketplaces: [],
      as_of: "undated",
      sources: ["https://sellercentral.amazon.com/gp/help/external/help.html?itemID=202017130"],
    },
    ...["copyright@amazon.com", "counter-notice@amazon.com", "notice@amazon.co.uk"].map((value, i) => ({
      id: `lead-${i}`,
      kind: "email" as const,
      value,
      status: "unverified" as const,
      marketplaces: ["us", "uk"],
      as_of: "undated",
      sources: ["unpublished"],
    })),
  ],
  outline: {
    id: "ip-dispute",
    name: "Dispute of an infringement claim",
    purpose: "Write it to Notice-Dispute when the claim is wrong.",
    sections: [
      {
        id: "opening",
        title: "Opening",
        prompts: ["Are complaint ID, ASIN and date copied exactly from the notice?"],
        needs: ["The notice as you received it."],
        text: "Dear Notice-Dispute team,\n\nI write about complaint {{complaint_id}} against B0ABCDEFGH.",
      },
      {
        id: "why-wrong",
        title: "Why the claim is wrong",
        prompts: ["Is the brand yours? Since when, and under which number?", "Are the goods genuine?"],
        needs: ["Registration with number, owner and classes.", "Invoices and order IDs."],
      },
      { id: "closing", title: "Request and closing", prompts: ["What exactly do you ask for?"], needs: [] },
    ],
    avoid: ["Do not write a plan that confesses when the claim is false."],
  },
  evidence: [
    "The whole notice: ASINs, kind of infringement, complaint ID and the rights owner's contact.",
    "An invoice, a letter of authorization or a licence for exactly this brand and this product.",
    "If the brand is yours: the registration, with its number, owner, country and classes of goods.",
    "Screenshots that show where the word stands: title, brand field, bullets, search terms or packaging.",
    "Your mails to the rights owner, with dates and any bounce message.",
    "A letter of authorization if you can get one.",
  ],
  avoid: [
    "Do not send a plan that admits infringement when the claim is false.",
    "Do not forward a retraction yourself. Amazon accepts it only when the rights owner sends it directly.",
    "Do not think that deleting the listing is enough. A deleted listing does not clear its violation.",
  ],
  deadlines: [
    { text: "One infringement notice gave 90 days until the stock would be removed.", due: "2027-02-20" },
    { text: "Your text gives 17 days.", due: "2026-11-19", from: "2026-11-02", assumed: true, passed: true },
  ],
  next: {
    team: { id: "executive-seller-relations", name: "Executive Seller Relations" },
    after: "after two refusals, and not before 5 business days without an answer",
    days: 5,
    due: "2026-11-27",
    from: "2026-11-22",
    because: "It looks at a case once, so it needs the whole story and the refusals.",
  },
};

/** The same after a refusal. */
export const refused: Result = {
  ...advised,
  previous: { why: "no-appeal", text: "There is no appeal that could be mended." },
  refusal: {
    missing: [
      {
        id: "invoices",
        name: "Invoices",
        do: "Send invoices dated before the notice, with the supplier's address.",
        text: "provide invoices",
        start: 20,
        end: 36,
      },
      { id: "root-cause", name: "Root cause", do: "Explain why it happened.", text: "root cause", start: 40, end: 50 },
    ],
    again: ["Receipts and pro-forma invoices."],
    now: {
      step: "mend",
      text: "Mend the plan and send it to the same team.",
      wait: "Ask about it after five business days of silence.",
      days: 5,
      due: "2026-11-27",
    },
  },
  ladder: [
    { team: { id: "notice-dispute", name: "Notice-Dispute" }, state: "here", once: false },
    { team: { id: "executive-seller-relations", name: "Executive Seller Relations" }, state: "open", once: true },
  ],
};

/** Two teams are about as likely. */
export const unsure: Result = {
  version: 1,
  status: "unsure",
  team: { id: "notice", name: "Notice" },
  issue: { id: "ip-trademark", name: "Trademark complaint" },
  confidence: 0.48,
  facts: { issue: "ip-trademark" },
  assumed: { claim: "true" },
  because: [{ route: "true-claim", text: "Where the complaint is true, the Notice team lifts it.", evidence: [] }],
  alternatives: [
    { team: { id: "notice-dispute", name: "Notice-Dispute" }, confidence: 0.45, if: { claim: "disputed" } },
  ],
  also: [],
  ask: {
    fact: "claim",
    text: "Is the complaint true?",
    answers: [
      { value: "true", label: "Yes, at least in part" },
      { value: "disputed", label: "No, it is wrong" },
    ],
  },
  entities: [],
  cautions: [],
  playbook,
  channels: advised.channels ?? [],
};

/** About a parcel that did not come. */
export const outOfScope: Result = {
  version: 1,
  status: "out-of-scope",
  team: null,
  issue: null,
  confidence: 0.97,
  facts: {},
  assumed: {},
  because: [],
  alternatives: [],
  also: [],
  entities: [],
  cautions: [],
  playbook,
};
