import { percent } from "./degree.js";
import { code, escaped } from "./escape.js";
import { items, outlineMarkdown } from "./outline.js";
import { sourceName, standing } from "./provenance.js";
import { shownBy } from "./quotes.js";
import type { Result, ShownChannel } from "./result.js";
import type { Interface } from "./words.js";

/** A result that has been made safe, and its words; labels are escaped. */
export interface Draft {
  readonly result: Result;
  readonly words: Interface;
  label(fact: string, value?: string): string;
}

/** Paragraphs; empty ones are left out. */
export type Part = (draft: Draft) => string[];

export const problem = ({ result, words }: Pick<Draft, "result" | "words">): string =>
  result.issue === null ? "" : `${words.labels.problem}${words.colon}${escaped(result.issue.name)}`;

export const careful: Part = ({ result, words }) =>
  result.cautions.map(({ text }) => `> **${words.labels.careful}${words.colon.trimEnd()}** ${escaped(text, code)}`);

export const question: Part = ({ result: { ask, status }, words }) => {
  if (ask === undefined) return status === "unsure" ? section(words.labels.question, words.sayMore) : [];
  const answers = ask.answers.map(({ value, label }) => `${code(`--fact ${ask.fact}=${value}`)} ${escaped(label)}`);
  return section(words.labels.question, escaped(ask.text), list(answers));
};

export const why: Part = ({ result, words, label }) => {
  const quotes = shownBy(result.because.flatMap((reason) => reason.evidence)).map(
    ({ fact, value, texts }) =>
      texts.map(code).join(words.comma) + words.aside(label(fact) + words.colon + label(fact, value)),
  );
  return section(words.labels.why, ...result.because.map(({ text }) => escaped(text)), list(quotes));
};

export const where: Part = ({ result: { channels }, words }) => {
  if (channels === undefined) return [];
  const active = channels.filter((one) => one.status === "active");
  const others = channels.filter((one) => one.status !== "active");
  const none = others.length > 0 ? words.noActive : words.noChannel;
  return section(
    words.labels.where,
    active.length > 0 ? "" : none,
    list([...active, ...others].map((one) => channelLine(one, words))),
  );
};

/** A channel as the text of a list item, with all that is known of it. */
export function channelLine(one: ShownChannel, words: Interface): string {
  const mark = one.status === "active" ? [] : [`**${words.marks[one.status]}**`];
  const about = [...mark, ...standing(one, words).map((text) => escaped(text))].join(words.semicolon);
  const value = /^https?:\/\/\S+$/.test(one.value) ? escaped(one.value) : code(one.value);
  const sources = one.sources.map((source) => escaped(sourceName(source, words))).join(words.comma);
  return [
    `${words.kinds[one.kind]}${words.colon}${value}${words.aside(about)}`,
    ...(one.note === undefined ? [] : [`  ${escaped(one.note)}`]),
    ...(sources === "" ? [] : [`  ${words.lists.sources}${words.colon}${sources}`]),
  ].join("\n");
}

export const first: Part = ({ result, words }) =>
  section(words.labels.first, (result.first ?? []).map((step, i) => `${i + 1}. ${escaped(step)}`).join("\n"));

export const ready: Part = ({ result, words }) => section(words.labels.ready, items("- [ ] ", result.evidence ?? []));

export const never: Part = ({ result, words }) => section(words.labels.never, items("- ", result.avoid ?? []));

export const clock: Part = ({ result, words }) => {
  const lines = (result.deadlines ?? []).map(({ text, due }) =>
    due === undefined ? escaped(text) : `**${words.due(due).trimEnd()}** ${escaped(text)}`,
  );
  return section(words.labels.clock, list(lines));
};

export const letter: Part = ({ result: { outline }, words }) => {
  if (outline === undefined) return [];
  if (outline === null) return section(words.labels.letter, words.noLetter);
  return [
    outlineMarkdown({ ...outline, name: words.labels.letter + words.colon + outline.name }, { words }, 2).trimEnd(),
  ];
};

export const fails: Part = ({ result: { next }, words }) => {
  if (next === undefined) return [];
  if (next === null) return section(words.labels.fails, words.lastDoor);
  const step = `**${escaped(next.team.name)}**${words.colon}${escaped(next.after)}`;
  return section(words.labels.fails, step, escaped(next.because));
};

export const assumed: Part = ({ result, words, label }) => {
  const taken = Object.entries(result.assumed).map(([fact, value]) => label(fact) + words.colon + label(fact, value));
  return taken.length === 0 ? [] : section(words.labels.assumed, list(taken));
};

export const otherwise: Part = ({ result, words, label }) => {
  const lines = result.alternatives.map(({ team, confidence, if: facts }) => {
    const when = Object.entries(facts).map(([fact, value]) => label(fact) + words.colon + label(fact, value));
    return [when.join(words.and), escaped(team.name) + words.aside(percent(confidence))].filter(Boolean).join(" → ");
  });
  return section(words.labels.otherwise, list(lines));
};

export const also: Part = ({ result, words, label }) =>
  section(words.labels.also, list(result.also.map((one) => `${label("issue", one.issue)} → ${escaped(one.team)}`)));

export const found: Part = ({ result, words }) =>
  section(
    words.labels.found,
    list(result.entities.map(({ kind, value }) => words.entities[kind] + words.colon + code(value))),
  );

/** A heading and its paragraphs; nothing where they are all empty. */
function section(heading: string, ...paragraphs: readonly string[]): string[] {
  const filled = paragraphs.filter((one) => one !== "");
  return filled.length === 0 ? [] : [`## ${heading}`, ...filled];
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
