import type { Line } from "../ask/asker.js";
import { adviceOf, answer, factsIn, type Interview, known } from "../ask/interview.js";
import { factLine, soFar } from "../ask/questions.js";
import type { Result } from "../render/result.js";
import { say } from "../render/say.js";
import { type Explanation, explanation } from "./explained.js";
import type { Room } from "./room.js";

/** What --explain adds to the result of an interview; null where it was not asked for. */
export function explained(state: Interview, { options, playbook }: Room): Explanation | null {
  if (options.explain !== true) return null;
  return explanation(state.text, state.reading, factsIn(state.answers), playbook, options.redact === true);
}

/** What the advice rests on, and which single answers would lead to another team. */
export function why(state: Interview, result: Result, room: Room): Line[] {
  const { words, playbook, lang } = room;
  const facts = known(state);
  const team = adviceOf(state).team;
  const others = playbook.facts.flatMap((fact) => {
    const own = facts[fact.id];
    if (fact.id === "issue" || own === undefined) return [];
    return fact.values.flatMap(({ id }) => {
      const other = id === own ? team : adviceOf(answer(state, fact.id, id)).team;
      const found = other === team ? undefined : playbook.teams.find((one) => one.id === other);
      return found ? [`${factLine(state, fact.id, id, room, false)} → ${say(found.name, lang)}`] : [];
    });
  });
  const list = (title: string, items: readonly string[]): Line[] =>
    items.length === 0
      ? []
      : [
          { text: "" },
          { text: title + words.colon.trimEnd(), as: "bold" },
          ...items.map((text) => ({ text: `- ${text}`, indent: 2 })),
        ];
  const assumed = Object.entries(result.assumed).map(([fact, value]) => factLine(state, fact, value, room, false));
  return [
    ...(result.team ? [{ text: words.heading(result.team.name), as: "bold" as const }] : []),
    ...result.because.map(({ text }) => ({ text, indent: 2 })),
    ...list(
      words.youSaid,
      soFar(state).map(([fact, value]) => factLine(state, fact, value, room)),
    ),
    ...list(words.assumed, assumed),
    ...(others.length > 0 ? list(words.otherwise, others) : [{ text: "" }, { text: words.nothingElse }]),
    { text: "" },
  ];
}
