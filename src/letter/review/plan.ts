import { at, type Case, type Checker, type Hit } from "./check.js";
import type { Sentence } from "./draft.js";
import type { Span } from "./places.js";
import { stemsOf } from "./stems.js";
import { has, isAside, type Listed, listsOf, type Step, sentencesOfStep } from "./steps.js";

const lists = ({ draft, partsOf }: Case, role: "causes" | "actions" | "measures"): Listed[] =>
  listsOf(draft, role, partsOf);

/** Steps that say something. A paragraph speaks for all of its section; so the section as a whole is looked at. */
const real = (found: readonly Listed[], text: string, items: boolean): Step[] =>
  found.filter((one) => one.items === items).flatMap(({ steps }) => steps.filter((step) => !isAside(step, text)));

/** Actions of a list without a date; where there is no list, a section that bears none at all. */
export const actionWithoutDate: Checker = (_, given) => {
  const { text } = given.draft;
  const bears = (step: Step) => [step, ...step.leads].some(given.dated);
  const sections = lists(given, "actions");
  const undated = real(sections, text, true).filter((step) => !bears(step) && !isFuture(step));
  const told = sections
    .filter(({ items, steps }) => !items && steps.length > 0 && !steps.some(bears))
    .flatMap(({ steps }) => steps.filter((step) => has(step, "done") && !isFuture(step)).slice(0, 1));
  return [...undated, ...told].map((step) => head(text, step));
};

const isFuture = (step: Step): boolean => sentencesOfStep(step).some(isPromise);

/** Whether a sentence says what will be done, and nothing that was: "we will set" holds no "we set". */
function isPromise({ found }: Sentence): boolean {
  const of = (mark: string) => found.filter(({ use, name, negated }) => use === "mark" && name === mark && !negated);
  const future = of("future");
  const apart = (one: Span) => !future.some(({ start, end }) => start < one.end && one.start < end);
  return future.length > 0 && !of("done").some(apart);
}

/** Sentences among the actions that speak of what will be done, and of nothing that was. */
export const actionInFuture: Checker = (_, given) =>
  lists(given, "actions").flatMap(({ steps }) =>
    steps.flatMap((step) =>
      sentencesOfStep(step)
        .filter(isPromise)
        .map((one) => at(given.draft.text, one)),
    ),
  );

/** Measures that say neither when they are done nor how often, and that are not settled once for all. */
export const measureWithoutRhythm: Checker = (_, given) =>
  measures(given, (step) => !has(step, "rhythm") && !given.dated(step));

/** Measures with a rhythm, and nobody who sees to it. */
export const measureWithoutOwner: Checker = (_, given) =>
  measures(given, (step) => has(step, "rhythm") && !has(step, "owner") && !namesSomebody(step, given.draft.text));

function measures(given: Case, lacks: (step: Step) => boolean): Hit[] {
  const { text } = given.draft;
  const sections = lists(given, "measures");
  const open = (step: Step) => !has(step, "settled") && lacks(step);
  const items = real(sections, text, true).filter(open);
  const paragraphs = sections
    .filter((one) => !one.items)
    .flatMap(({ steps }) => {
      const said = steps.filter((step) => !isAside(step, text));
      return said.length > 0 && said.every(open) ? said.slice(0, 1) : [];
    });
  return [...items, ...paragraphs].map((step) => head(text, step));
}

/** Two words with capitals, at the beginning of a sentence before a third without, or in the middle of one: a person. */
const PERSON = /(?:^[^\p{L}]*|[\p{Ll}\p{N},(] )\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{Ll}'’.-]*(?=[,)]? \p{Ll}|[.,;)])/u;

/** A family name with one or two characters behind it, at the beginning or behind a comma, that does something: 李安娜每周. */
const PERSON_ZH =
  /(?:^|[，。；、：\s])(?:由|让|请)?(?!程序|方案|方法|白天|何时|高峰|马上|许多|周[一二三四五六日末])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦方邹熊孟秦江薛張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒]\p{Script=Han}{1,2}(?=每|定期|负责|負責|逐|将|將|会每|會每)/u;

const namesSomebody = (step: Step, text: string): boolean =>
  sentencesOfStep(step).some(({ start, end }) => {
    const said = text.slice(start, Math.min(end, start + 1000));
    return PERSON.test(said) || PERSON_ZH.test(said);
  });

/** The first sentence of a step. */
function head(text: string, step: Step): Hit {
  return at(text, sentencesOfStep(step)[0] ?? step);
}

/** Causes that no action is about: by the numbers that actions name, else by words that they share. */
export const causeWithoutAction: Checker = (_, given) => {
  const { text } = given.draft;
  const causes = causesOf(given);
  const [done, planned] = [lists(given, "actions"), lists(given, "measures")].map((found) =>
    found.flatMap(({ steps }) => steps),
  );
  const steps = [...(done ?? []), ...(planned ?? [])];
  if (causes.length === 0 || (done ?? []).length === 0 || namesAll(steps)) return [];
  const tied = new Set((done ?? []).flatMap((step) => step.causes));
  if (tied.size > 0) return causes.filter((_, i) => !tied.has(numberOf(causes, i))).map((cause) => head(text, cause));
  // Without numbers only what stands out is told: fewer actions than causes, and as many causes at most as there are
  // too few actions share no word with any. More would say that the words are a poor guide here.
  const short = causes.length - (done ?? []).length;
  if (causes.length < 2 || short < 1 || causes.some((cause) => cause.kind !== "item")) return [];
  const stems = stemsOf(text, given.rules);
  const answered = new Set(steps.flatMap((step) => [...stems(step)]));
  const open = causes.filter((cause) => ![...stems(cause)].some((stem) => answered.has(stem)));
  return open.length > short ? [] : open.map((cause) => head(text, cause));
};

/** Actions that name no cause, where most others do. */
export const actionWithoutCause: Checker = (_, given) => {
  const { text } = given.draft;
  const steps = real(lists(given, "actions"), text, true);
  const loose = steps.filter((step) => step.causes.length === 0 && !has(step, "every-cause"));
  if (causesOf(given).length < 2 || 2 * loose.length >= steps.length) return [];
  return loose.map((step) => head(text, step));
};

const causesOf = (given: Case): Step[] =>
  lists(given, "causes").flatMap(({ steps }) => steps.filter((step) => !isAside(step, given.draft.text)));

const namesAll = (steps: readonly Step[]): boolean => steps.some((step) => has(step, "every-cause"));

/** The number that a cause bears or is given by its own words ("Cause 2: …"), else its place among them. */
function numberOf(causes: readonly Step[], i: number): string {
  const { label, causes: named } = causes[i] as Step;
  return (label ?? named[0] ?? String(i + 1)).toUpperCase();
}
