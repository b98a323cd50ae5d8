import type { Result } from "./result.js";
import { most } from "./sheet.js";
import type { Interface } from "./words.js";

/**
 * The line that says that some of these texts are only there in English; nothing where all are in the page's language.
 * They are gathered for other pages than English ones alone.
 */
export function onlyEnglish(texts: () => readonly string[], { english }: Pick<Interface, "english">): string[] {
  return english !== null && texts().some(isEnglish) ? [english] : [];
}

/** Chinese is told by its script. */
const isEnglish = (text: string): boolean => /\p{Script=Latin}/u.test(text) && !/\p{Script=Han}/u.test(text);

/** Channels that are not in use and are shown on a screen. */
export const MOST_OLD = 2;

/**
 * The playbook's texts in which a result is told, as a whole document or on a screen, where long lists are cut. Names of
 * teams are left out: Amazon itself has them in English.
 */
export function textsOf(result: Result, extent: "whole" | "screen"): string[] {
  const cut = <T>(all: readonly T[] = [], count = most(all.length)) => (extent === "whole" ? all : all.slice(0, count));
  const { status, cautions, ask, because, refusal, avoid, deadlines = [], channels = [], outline, next } = result;
  const first = cautions.map(({ text }) => text);
  const question = ask ? [ask.text, ...ask.answers.map(({ label }) => label)] : [];
  if (status === "out-of-scope") return [...first, ...question];
  const told = [
    ...first,
    ...[...because, ...deadlines].map(({ text }) => text),
    ...cut(refusal?.missing).map((one) => one.do),
    ...cut(refusal?.again),
    ...cut(avoid),
  ];
  if (status === "unsure") return [...told, ...question];
  const old = channels.filter((one) => one.status !== "active");
  return [
    ...told,
    ...[...channels.filter((one) => one.status === "active"), ...cut(old, MOST_OLD)].flatMap(({ note }) => note ?? []),
    ...(result.first ?? []),
    ...cut(result.evidence),
    ...(refusal?.now ? [refusal.now.text, refusal.now.wait] : []),
    ...(next ? [next.after, next.because] : []),
    ...(outline
      ? [outline.name, ...(extent === "whole" ? textsIn(outline) : outline.sections.map(({ title }) => title))]
      : []),
  ];
}

const TEXTS = new Set("text summary note purpose title prompts needs avoid".split(" "));

/** The texts of a list, a team, an issue or an outline as it is shown, but not what stands in the letter itself. */
export function textsIn(shown: unknown, key = ""): string[] {
  if (typeof shown === "string") return TEXTS.has(key) ? [shown] : [];
  if (Array.isArray(shown)) return shown.flatMap((one) => textsIn(one, key));
  if (typeof shown !== "object" || shown === null) return [];
  const isSection = "prompts" in shown;
  return Object.entries(shown).flatMap(([name, value]) => (isSection && name === "text" ? [] : textsIn(value, name)));
}
