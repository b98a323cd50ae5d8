import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  adviceOf,
  answer,
  back,
  begin,
  change,
  type Interview,
  known,
  next,
} from "../../src/ask/interview.js";
import type { Reading } from "../../src/core/reading.js";
import { certainlyApplies, completions, matters, readingOf, recommended, small, valuesOf } from "./small.js";

const untold = () => begin(small, null, readingOf({}));

/** Answers in order: "issue=trademark, claim=?" where ? is "I don't know". */
function told(said: string, state = untold()): Interview {
  for (const pair of said.split(", ").filter(Boolean)) {
    const [fact, value] = pair.split("=") as [string, string];
    state = answer(state, fact, value === "?" ? null : value);
  }
  return state;
}

/** What comes next: "claim", "claim (true)" with its offer, or "→ team". */
function then(state: Interview): string {
  const turn = next(state);
  if ("settled" in turn) return `→ ${turn.settled.team}`;
  return "offer" in turn ? `${turn.ask} (${turn.offer ?? "?"})` : turn.ask;
}

const undo = (state: Interview, times = 1): Interview => (times === 0 ? state : undo(back(state) ?? state, times - 1));

describe("what comes next", () => {
  const cases: [said: string, comes: string][] = [
    ["", "issue"],
    ["issue=upload", "→ support"],
    ["issue=deactivated", "appeal"],
    ["issue=deactivated, appeal=none", "→ performance"],
    ["issue=deactivated, appeal=sent", "waiting"],
    ["issue=deactivated, appeal=sent, waiting=long", "→ executive"],
    ["issue=trademark, appeal=refused, aim=review", "→ executive"],
    ["issue=trademark, appeal=none, claim=disputed", "→ dispute"],
    ["issue=trademark, appeal=none, claim=?", "→ notice"],
    ["issue=?", "→ notice"],
    ["issue=deactivated, appeal=?", "→ performance"],
  ];
  it.each(cases)("after [%s] comes %s", (said, comes) => expect(then(told(said))).toBe(comes));
});

describe("back and change", () => {
  const three = "issue=trademark, appeal=sent, waiting=short";
  const cases: [what: string, state: () => Interview, comes: string][] = [
    ["back offers the answer", () => undo(told(three)), "waiting (short)"],
    ["back from the third to the first", () => undo(told(three), 3), "issue (trademark)"],
    [
      "forward again, the later ones are on offer",
      () => told("issue=trademark, appeal=sent", undo(told(three), 3)),
      "waiting (short)",
    ],
    ["from the first there is no back", () => undo(told(three), 9), "issue (trademark)"],
    ["a change offers the present answer", () => change(told(three), "issue"), "issue (trademark)"],
    ["back from a change changes nothing", () => undo(change(told(`${three}, claim=true`), "issue")), "→ notice"],
    [
      "what still applies stays",
      () => answer(change(told(`${three}, claim=true`), "issue"), "issue", "patent"),
      "→ notice",
    ],
    [
      "what no longer applies falls away",
      () => answer(change(told(`${three}, claim=true`), "issue"), "issue", "upload"),
      "→ support",
    ],
    [
      "and is offered when it applies again",
      () => told("issue=trademark", answer(change(told("issue=trademark, claim=true"), "issue"), "issue", "upload")),
      "claim (true)",
    ],
    [
      "back undoes a change",
      () => undo(answer(change(told(`${three}, claim=true`), "issue"), "issue", "upload")),
      "issue (upload)",
    ],
  ];
  it.each(cases)("%s", (_, state, comes) => expect(then(state())).toBe(comes));
});

describe("what was read", () => {
  const sure = readingOf({ issue: { trademark: 9 }, claim: { disputed: 9 } });
  const unsure = readingOf({ issue: { trademark: 9 }, claim: { disputed: 0.5 } });
  const text = (reading: Reading) => begin(small, "they say …", reading);

  it("counts as known when it is certain", () =>
    expect(known(text(sure))).toEqual({ issue: "trademark", claim: "disputed" }));
  it("is asked when it is not", () => expect(known(text(unsure))).toEqual({ issue: "trademark" }));
  it("is not asked again", () => expect(then(text(sure))).toBe("appeal"));
  it("gives way to an answer", () => expect(then(told("appeal=none, claim=true", text(sure)))).toBe("→ notice"));
  it("is taken back by I don't know", () => expect(then(told("appeal=none, claim=?", text(sure)))).toBe("→ notice"));
  it("is left out where it does not apply", () =>
    expect(known(told("issue=upload", text(sure)))).toEqual({ issue: "upload" }));
  it("counts for nothing in a text about something else", () => {
    const pizza = begin(small, "pizza", { ...sure, scores: { scope: { other: 20 }, claim: { disputed: 9 } } });
    expect(then(pizza)).toBe("issue");
    expect(adviceOf(told("issue=?", pizza)).status).toBe("out-of-scope");
  });
  it("I don't know without a text is not out of scope", () =>
    expect(adviceOf(told("issue=?")).status).not.toBe("out-of-scope"));
});

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("answer" as const), pick: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("back" as const), pick: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("change" as const), pick: fc.nat(99) }) },
);
const score = fc.double({ min: -3, max: 6, noNaN: true });
const scores = fc.record(
  {
    issue: fc.record(Object.fromEntries(valuesOf("issue").map((id) => [id, score])), { requiredKeys: [] }),
    claim: fc.record(Object.fromEntries(valuesOf("claim").map((id) => [id, score])), { requiredKeys: [] }),
    appeal: fc.record(Object.fromEntries(valuesOf("appeal").map((id) => [id, score])), { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** The answer with a number: one of the fact's values, or now and then "I don't know". */
function picked(fact: string, pick: number): Answer {
  const values = valuesOf(fact);
  return pick % 5 === 4 ? null : (values[pick % values.length] as string);
}

function act(state: Interview, { kind, pick }: { kind: "answer" | "back" | "change"; pick: number }): Interview {
  if (kind === "back") return back(state) ?? state;
  const facts = [...new Set([...Object.keys(known(state)), ...Object.keys(state.answers)])];
  if (kind === "change") return facts.length === 0 ? state : change(state, facts[pick % facts.length] as string);
  const turn = next(state);
  return "settled" in turn ? state : answer(state, turn.ask, picked(turn.ask, pick));
}

describe("whatever is answered, undone and changed", () => {
  const run = fc.tuple(fc.option(scores), fc.array(deed, { maxLength: 25 }));
  const play = (
    [read, deeds]: [Reading["scores"] | null, Parameters<typeof act>[1][]],
    look: (state: Interview) => void,
  ) => {
    let state = begin(small, read === null ? null : "text", readingOf((read ?? {}) as Reading["scores"]));
    look(state);
    for (const one of deeds) {
      state = act(state, one);
      look(state);
    }
    return state;
  };

  it("no question is idle, and each certainly applies", () => {
    fc.assert(
      fc.property(run, (plan) => {
        play(plan as never, (state) => {
          const turn = next(state);
          if (state.pinned !== null || "settled" in turn) return;
          expect(matters(turn.ask, known(state))).toBe(true);
          expect(certainlyApplies(turn.ask, known(state))).toBe(true);
          expect(Object.keys(state.answers)).not.toContain(turn.ask);
        });
      }),
    );
  });

  it("it ends: each question is asked once", () => {
    fc.assert(
      fc.property(run, fc.infiniteStream(fc.nat(99)), (plan, picks) => {
        let state = play(plan as never, () => {});
        for (let questions = 0; ; questions++) {
          const turn = next(state);
          if ("settled" in turn) break;
          expect(questions).toBeLessThanOrEqual(small.facts.length);
          state = answer(state, turn.ask, picked(turn.ask, picks.next().value as number));
        }
      }),
    );
  });

  it("it ends with what every completion of the facts gives, unless something was not known", () => {
    fc.assert(
      fc.property(run, (plan) => {
        play(plan as never, (state) => {
          const turn = next(state);
          if (!("settled" in turn) || Object.values(state.answers).includes(null)) return;
          const { route, issue } = turn.settled;
          expect(new Set(completions(known(state)).map(recommended))).toEqual(new Set([`${route} ${issue}`]));
        });
      }),
    );
  });

  it("the same answers give the same advice, whatever the path", () => {
    fc.assert(
      fc.property(run, (plan) => {
        play(plan as never, (state) => {
          const steps = small.facts.flatMap(({ id }) =>
            Object.hasOwn(state.answers, id) ? [{ fact: id, answer: state.answers[id] as Answer }] : [],
          );
          const fresh = begin(small, state.text, state.reading, steps);
          expect(known(fresh)).toEqual(known(state));
          expect(adviceOf(fresh)).toEqual(adviceOf(state));
          if (state.pinned === null) expect("ask" in next(fresh)).toBe("ask" in next(state));
        });
      }),
    );
  });

  it("no executive team while the appeal is not known to have been tried", () => {
    fc.assert(
      fc.property(run, (plan) => {
        play(plan as never, (state) => {
          if (!["sent", "refused"].includes(known(state).appeal ?? ""))
            expect(adviceOf(state).team).not.toBe("executive");
        });
      }),
    );
  });
});
