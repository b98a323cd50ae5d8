import { expect, it } from "vitest";
import { type Advice, advise, attended, type Rules, understood } from "../../src/core/advise.js";
import type { Facts } from "../../src/core/facts.js";
import type { Evidence, Half, Reading } from "../../src/core/reading.js";
import { reading, rules } from "./small.js";

type Issues = Readonly<Record<string, number>>;

const evidence = (value: string, start: number): Evidence => ({
  ...{ fact: "issue", value, weight: 9, own: true, phrase: value, text: value, start, end: start + 1 },
});
const half = (scores: Half["scores"]): Half => ({ scores, heard: 9 });

/** A text that tells of some issues in its first twenty characters, and of others behind. */
function told(
  before: Issues,
  behind: Issues,
  gain = 5,
  all: Issues = { ...before, ...behind },
  group: Issues = {},
): Reading {
  return {
    ...reading({ issue: all, claim: { true: 9 }, group }, [
      ...Object.keys(before).map((value) => evidence(value, 3)),
      ...Object.keys(behind).map((value) => evidence(value, 20)),
    ]),
    halves: {
      ...{ at: 20, gain },
      before: half({ issue: before, claim: { true: 5 } }),
      behind: half({ issue: behind, claim: { true: 4 } }),
    },
  };
}

const book: Rules = {
  ...rules({ second: 4.5 }),
  stakes: ["account", "money"],
  issues: [
    { id: "rights", stake: "account", follows: ["upload"] },
    { id: "fees", stake: "money", follows: ["loss"] },
    { id: "refund", stake: "money" },
    { id: "upload", stake: "none that is known" },
  ],
  groups: [
    { id: "loss", members: ["upload"] },
    { id: "kept", members: ["refund"] },
  ],
};
const [RIGHTS, FEES, REFUND, UPLOAD] = [{ rights: 9 }, { fees: 9 }, { refund: 9 }, { upload: 9 }];

/** What is advised, and what is named beside it. */
const said = ({ issue, also }: Pick<Advice, "issue" | "also">): string =>
  [issue, ...also.map((one) => `${one.issue} (${one.team})`)].join(" + ");

it.each<[string, Reading, Facts, string]>([
  ["with more at stake comes first", told(RIGHTS, FEES, 6, { fees: 9 }), {}, "rights + fees (support)"],
  ["wherever it stands", told(FEES, RIGHTS, 6, { fees: 9 }), {}, "rights + fees (support)"],
  [
    "that is clearer in all comes second",
    told(REFUND, RIGHTS, 5, { refund: 14, rights: 7 }),
    {},
    "rights + refund (support)",
  ],
  [
    "of which nothing is said to be at stake comes last",
    told(UPLOAD, REFUND, 5, { upload: 14, refund: 7 }),
    {},
    "refund + upload (catalog)",
  ],
  [
    "that just enough is gained by is a second",
    told(RIGHTS, REFUND, 4.5, { refund: 9, rights: 8 }),
    {},
    "rights + refund (support)",
  ],
  ["that comes from the other is no second", told(UPLOAD, RIGHTS, 6, { upload: 9 }), {}, "upload"],
  ["that is not gained much by is no second", told(RIGHTS, REFUND, 4.4, { refund: 9 }), {}, "refund"],
  ["that the whole says too little of is no second", told(RIGHTS, FEES, 5.9, { fees: 9 }), {}, "fees"],
  ["nor is one whose group it says too little of", told(RIGHTS, REFUND, 5.9, {}, { kept: 9 }), {}, "refund"],
  [
    "but where the other is the one that is acted on",
    told(RIGHTS, FEES, 5, { rights: 9 }),
    {},
    "rights + fees (support)",
  ],
  ["of the same team has a letter of its own", told(FEES, REFUND, 5, { fees: 9 }), {}, "fees + refund (support)"],
  ["that comes from the other is no second", told(FEES, UPLOAD, 5, { fees: 9 }), {}, "fees"],
  ["nor one that the other comes from", told(UPLOAD, FEES, 5, { upload: 9 }), {}, "upload"],
  ["that is not clear by itself is no second", told(RIGHTS, { refund: 1, upload: 1 }, 5, { refund: 9 }), {}, "refund"],
  [
    "that may as well be another is no second",
    told(RIGHTS, { fees: 9, upload: 9 }, 5, { refund: 9, rights: 8 }),
    {},
    "refund",
  ],
  ["that is given is the one that is meant", told(RIGHTS, REFUND), { issue: "refund" }, "refund + rights (notice)"],
  [
    "that nobody told leaves both beside it",
    told(RIGHTS, REFUND),
    { issue: "upload" },
    "upload + rights (notice) + refund (support)",
  ],
])("a problem %s", (_, text, given, expected) => {
  expect(said(advise(book, text, given))).toBe(expected);
});

it("takes the one that is advised on the whole, where as much is at stake", () => {
  const even = { ...book, issues: [], groups: [] };
  expect(said(advise(even, told(RIGHTS, REFUND, 5, { rights: 9 }), {}))).toBe("rights + refund (support)");
  expect(said(advise(even, told(RIGHTS, REFUND, 5, { refund: 9 }), {}))).toBe("refund + rights (notice)");
});

it("comes from the other also where a playbook says nothing else of it", () => {
  const bare = { ...book, issues: (book.issues ?? []).filter(({ id }) => id !== "upload") };
  expect(said(advise(bare, told(FEES, UPLOAD, 5, { fees: 9 }), {}))).toBe("fees");
});

it("is never two problems where a playbook does not say from when on", () => {
  expect(said(advise({ ...book, thresholds: rules().thresholds }, told(RIGHTS, FEES, 99, { fees: 9 }), {}))).toBe(
    "fees",
  );
});

it("rests on what its own half says", () => {
  const text = told(REFUND, RIGHTS, 5, { refund: 14, rights: 7 });
  const own = attended(book, text, {});
  expect(own).toMatchObject({ half: true, scores: { issue: RIGHTS, claim: { true: 4 } } });
  expect(own.evidence.map(({ value }) => value)).toEqual(["rights"]);
  expect(attended(book, text, { issue: "refund" }).evidence.map(({ value }) => value)).toEqual(["refund"]);
  expect(understood(book, text, {})).toMatchObject({ issue: "rights" });
  expect(attended(book, text, { issue: "rights" }).evidence.map(({ value }) => value)).toEqual(["rights"]);
});

it.each<[string, Reading, Facts]>([
  ["tells of one problem", told(RIGHTS, FEES, 1), {}],
  ["tells of the same one twice", told(RIGHTS, { rights: 8 }), {}],
  ["tells of two, neither of which is meant", told(RIGHTS, REFUND), { issue: "upload" }],
])("rests on the whole of a text that %s", (_, text, given) => {
  expect(attended(book, text, given)).toBe(text);
});
