import {
  around,
  type Block,
  code,
  joined,
  type Line,
  list,
  type Piece,
  paragraph,
  said,
  section,
  strong,
} from "./blocks.js";
import { elsewhere, wayTo } from "./degree.js";
import { foundAs } from "./found.js";
import { outlineBlocks } from "./outline-blocks.js";
import { sourceName, standing } from "./provenance.js";
import { answersOn, doorMarks, shownBy } from "./quotes.js";
import type { Result, ShownChannel } from "./result.js";
import type { Labels } from "./view.js";
import type { Interface } from "./words.js";

/** A result that has been made safe, and its words. */
export interface Draft extends Labels {
  readonly result: Result;
}

export type Part = (draft: Draft) => readonly Block[];

const under = (title: string, ...below: readonly (Block | null)[]): Block[] => section(2, title, ...below);

export const problem: Part = ({ result, words }) =>
  result.issue === null ? [] : [{ kind: "paragraph", line: words.labels.problem + words.colon + result.issue.name }];

export const careful: Part = ({ result, words }) =>
  result.cautions.map(({ text }) => ({
    kind: "quote",
    lines: [[strong(words.labels.careful + words.colon.trimEnd()), " ", { text, as: "unlinked" }]],
  }));

export const question: Part = ({ result, words }) => {
  const { ask, status } = result;
  if (ask === undefined) return status === "unsure" ? under(words.labels.question, paragraph(words.sayMore)) : [];
  const answers = answersOn(result).map(({ value, label }) => [code(`--fact ${ask.fact}=${value}`), ` ${label}`]);
  return under(words.labels.question, paragraph(ask.text), list("bullet", answers));
};

export const why: Part = ({ result, words, label }) => {
  const quotes = shownBy(result.because.flatMap((reason) => reason.evidence)).map(({ fact, value, texts }) => [
    ...joined(
      texts.map((text) => [said(text)]),
      words.comma,
    ),
    words.aside(label(fact) + words.colon + label(fact, value)),
  ]);
  return under(words.labels.why, ...result.because.map(({ text }) => paragraph(text)), list("bullet", quotes));
};

export const where: Part = ({ result: { channels }, words }) => {
  if (channels === undefined) return [];
  const active = channels.filter((one) => one.status === "active");
  const others = channels.filter((one) => one.status !== "active");
  const none = others.length > 0 ? words.noActive : words.noChannel;
  return under(
    words.labels.where,
    active.length > 0 ? null : paragraph(none),
    list(
      "bullet",
      [...active, ...others].map((one) => channelItem(one, words)),
    ),
  );
};

/** A channel as an entry of a list, with all that is known of it. */
export function channelItem(one: ShownChannel, words: Interface): { line: Line; notes: readonly Line[] } {
  const mark: Line[] = one.status === "active" ? [] : [[strong(words.marks[one.status])]];
  const about = joined([...mark, ...standing(one, words)], words.semicolon);
  const value: Piece = /^https?:\/\/\S+$/.test(one.value) ? one.value : code(one.value);
  const sources = one.sources.map((source) => sourceName(source, words)).join(words.comma);
  return {
    line: [words.kinds[one.kind] + words.colon, value, ...around(words.aside, about)],
    notes: [
      ...(one.note === undefined ? [] : [one.note]),
      ...(sources === "" ? [] : [words.lists.sources + words.colon + sources]),
    ],
  };
}

export const first: Part = ({ result, words }) => under(words.labels.first, list("number", result.first ?? []));

export const ready: Part = ({ result, words }) => under(words.labels.ready, list("box", result.evidence ?? []));

export const never: Part = ({ result, words }) => under(words.labels.never, list("bullet", result.avoid ?? []));

export const clock: Part = ({ result, words }) =>
  under(
    words.labels.clock,
    list(
      "bullet",
      (result.deadlines ?? []).map(({ text, due, passed }) =>
        due === undefined ? text : [strong(words.due(due, passed).trimEnd()), ` ${text}`],
      ),
    ),
  );

export const letter: Part = ({ result: { outline }, words }) => {
  if (outline === undefined) return [];
  if (outline === null) return under(words.labels.letter, paragraph(words.noLetter));
  return outlineBlocks({ ...outline, name: words.labels.letter + words.colon + outline.name }, words, 2);
};

export const fails: Part = ({ result: { next }, words }) => {
  if (next === undefined) return [];
  if (next === null) return under(words.labels.fails, paragraph(words.lastDoor));
  const day = next.due === undefined ? "" : words.aside(words.counted(next.due, next.from));
  return under(
    words.labels.fails,
    paragraph([strong(next.team.name), words.colon + next.after + day]),
    paragraph(next.because),
  );
};

export const previous: Part = ({ result, words }) =>
  result.previous === undefined ? [] : under(words.labels.previous, paragraph(result.previous.text));

export const missing: Part = ({ result, words }) =>
  under(
    words.labels.missing,
    list(
      "box",
      (result.refusal?.missing ?? []).map(({ name, do: deed, text }) => [
        strong(name),
        ...around(words.aside, [said(text)]),
        words.colon + deed,
      ]),
    ),
  );

export const again: Part = ({ result, words }) =>
  under(words.labels.again, list("bullet", result.refusal?.again ?? []));

export const now: Part = ({ result: { refusal }, words }) => {
  if (refusal?.now === undefined) return [];
  const { text, wait, due } = refusal.now;
  return under(
    words.labels.now,
    paragraph([strong(text)]),
    paragraph(wait + (due === undefined ? "" : words.sent(due))),
  );
};

export const ladder: Part = ({ result, words }) =>
  under(
    words.labels.ladder,
    list(
      "number",
      (result.ladder ?? []).map((door): Piece[] => {
        const marks = doorMarks(door, words);
        const { name } = door.team;
        return [door.state === "here" ? strong(name) : name, marks === "" ? "" : words.colon + marks];
      }),
    ),
  );

export const assumed: Part = ({ result, words, label }) => {
  const taken = Object.entries(result.assumed).map(([fact, value]) => label(fact) + words.colon + label(fact, value));
  return under(words.labels.assumed, list("bullet", taken));
};

export const otherwise: Part = ({ result, words, label }) => {
  const lines = result.alternatives.map((one) => {
    const when = wayTo(one).map(([fact, value]) => label(fact) + words.colon + label(fact, value));
    return `${elsewhere(one, words)} ${when.join(words.semicolon)}`.trim();
  });
  return under(words.labels.otherwise, list("bullet", lines));
};

export const also: Part = ({ result, words, label }) => {
  const others = result.also.map((one) => [
    `${label("issue", one.issue)} → ${one.team} `,
    code(`--fact issue=${one.issue}`),
  ]);
  const separately = others.length === 0 ? null : paragraph(words.separately);
  return under(words.labels.also, separately, list("bullet", others));
};

export const found: Part = ({ result, words }) =>
  under(
    words.labels.found,
    list(
      "bullet",
      result.entities.map((one) => [words.entities[one.kind] + words.colon, said(foundAs(one, words))]),
    ),
  );
