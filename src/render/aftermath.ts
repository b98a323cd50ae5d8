import type { Advice } from "../core/advise.js";
import { isRefused } from "../core/asked.js";
import { dayAfter } from "../core/calendar.js";
import { applicable, isSaid, judge } from "../core/condition.js";
import { byName, type Condition, domainsOf, type Facts } from "../core/facts.js";
import { ladder } from "../core/ladder.js";
import { ASKED, type Shown } from "../core/reading.js";
import type { Refusals, Step } from "../playbook/refusals.js";
import type { Playbook } from "../playbook/types.js";
import type { Telling } from "./present.js";
import type { Result, ShownRefusal } from "./result.js";
import { say } from "./say.js";
import { words } from "./words.js";

type Aftermath = Pick<Result, "previous" | "refusal" | "ladder">;
type Asked = Pick<Telling, "lang" | "today" | "previous">;

/**
 * What a refusal says is missing, what not to send again, what to do now, and where on the ladder the seller stands:
 * only where the facts say that there was a refusal. Of a document that was refused by itself, what is wrong with it.
 */
export function aftermath(advice: Advice, reading: Shown, playbook: Playbook, telling: Asked): Aftermath {
  const { refusals } = playbook;
  if (refusals === undefined) return {};
  const advised = advice.status === "advised" && advice.team !== null;
  const facts = factsOf(advice);
  const spent = isSaid(refusals.used, facts);
  const refused = wasRefused(advice, playbook);
  const apart = isSaid(refusals.apart ?? NEVER, { ...advice.assumed, ...facts });
  const executive = playbook.teams.some((team) => team.id === advice.team && team.executive);
  const doors =
    advised && (refused || spent || executive)
      ? ladder(playbook, {
          facts: { ...advice.assumed, ...facts },
          team: advice.team,
          first: refusals.first,
          spent,
        })
      : [];
  const { lang } = telling;
  const nameOf = (id: string) => {
    const team = playbook.teams.find((one) => one.id === id);
    return { id, name: team ? say(team.name, lang) : id };
  };
  const step = advised && !spent ? (executive ? "up" : "mend") : null;
  const passed = passedOver(telling.previous, refused, advice, playbook);
  return {
    ...(passed && { previous: { why: passed, text: words(lang).previous[passed] } }),
    ...(refused && !apart && { refusal: refusalOf(refusals, reading, step, telling) }),
    ...(ofDocument(advice, reading, playbook) && documentsIn(refusals, reading, telling)),
    ...(doors.length > 0 && { ladder: doors.map(({ team, ...door }) => ({ team: nameOf(team), ...door })) }),
  };
}

/** Whether the facts say that there was a refusal. */
export const wasRefused = (advice: Advice, playbook: Pick<Playbook, "refusals" | "facts">): boolean =>
  judged(advice, playbook) === "holds";

const judged = (advice: Advice, { refusals, facts }: Pick<Playbook, "refusals" | "facts">): ReturnType<typeof judge> =>
  refusals === undefined ? "fails" : judge(refusals.when, factsOf(advice), byName(domainsOf(facts)));

/** The same, or nothing is known of an appeal, and the text says that a document was refused. */
export const tellsOfRefusal = (advice: Advice, reading: Shown, playbook: Playbook): boolean =>
  wasRefused(advice, playbook) || ofDocument(advice, reading, playbook);

const ofDocument = (advice: Advice, { evidence }: Shown, playbook: Playbook): boolean =>
  advice.status === "advised" && evidence.some(isRefused) && judged(advice, playbook) === "undecided";

/** What is wrong with a document that was refused by itself. There is no appeal to mend then. */
function documentsIn(refusals: Refusals, reading: Shown, telling: Asked): Aftermath {
  const refusal = refusalOf(refusals, reading, null, telling);
  return refusal.missing.length === 0 ? {} : { refusal };
}

/** What is not clear enough to be named still has been refused. */
function factsOf({ status, team, issue: named, likely, facts }: Advice): Facts {
  const issue = named ?? (status === "advised" && team !== null ? likely[0] : undefined);
  return { ...facts, ...(issue !== undefined && { issue }) };
}

const NEVER: Condition = [];

/** Why a message that was handed over as a refusal has no effect. */
function passedOver(
  previous: Asked["previous"],
  refused: boolean,
  advice: Advice,
  { refusals, facts }: Playbook,
): NonNullable<Result["previous"]>["why"] | null {
  if (previous === "other") return "no-refusal";
  if (previous === undefined || refused || advice.status === "out-of-scope") return null;
  const domains = byName(domainsOf(facts));
  const shown = Object.keys(refusals?.shows ?? {});
  return shown.some((fact) => applicable(fact, factsOf(advice), domains) === "fails") ? "no-appeal" : null;
}

/** What its words ask for. `step` is what to do if they ask for anything; null where that is not for a refusal to say. */
function refusalOf(
  { asks, steps }: Refusals,
  { evidence }: Shown,
  step: "up" | "mend" | null,
  { lang, today }: { readonly lang: string; readonly today: string },
): ShownRefusal {
  const all = asks.flatMap((ask) => {
    const words = evidence.find((one) => one.fact === ASKED && one.value === ask.id);
    return words ? [{ ask, words }] : [];
  });
  const named = all.filter(({ ask }) => !ask.vague);
  const found = named.length > 0 ? named : all;
  const mends = found.some(({ ask }) => ask.step === "mend");
  const now: Step | null = step === "mend" && !mends ? "call" : step;
  const told = now === null ? null : steps[now];
  return {
    missing: found.map(({ ask, words: { text, start, end } }) => ({
      id: ask.id,
      name: say(ask.name, lang),
      do: say(ask.do.text, lang),
      text,
      start,
      end,
    })),
    again: found.flatMap(({ ask }) => (ask.again ? [say(ask.again.text, lang)] : [])),
    ...(now !== null &&
      told !== null && {
        now: {
          step: now,
          text: say(told.text, lang),
          wait: say(told.wait.text, lang),
          ...(told.days !== undefined && {
            days: told.days,
            due: dayAfter(today, told.days, told.business ? "business days" : "days"),
          }),
        },
      }),
  };
}

/** Whether a seller can still go to a team: not through a door that opens once and is used up. */
export const leadsOn = (team: string, { facts }: Advice, { teams, refusals }: Playbook): boolean =>
  refusals === undefined || !isSaid(refusals.used, facts) || teams.every((one) => one.id !== team || !one.executive);
