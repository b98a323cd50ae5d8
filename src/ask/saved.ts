import type { Node } from "yaml";
import { Refusal } from "../exit.js";
import type { Letter } from "../letter/interview.js";
import { type KeptLetter, restored } from "../letter/kept.js";
import type { Playbook } from "../playbook/types.js";
import { say } from "../render/say.js";
import type { World } from "../world.js";
import { type Said, textFile } from "./given.js";
import type { Step } from "./interview.js";
import { type Talk, talk } from "./words.js";
import { inWords, openYaml } from "./yaml.js";

/** What an interview needs to go on another day. */
export interface Answers {
  readonly text: string | null;
  readonly steps: readonly Step[];
  readonly marketplace?: string | undefined;
  /** Letters that were begun, by outline. */
  readonly letters?: Readonly<Record<string, KeptLetter>>;
}

/** Answers that were saved, as far as the playbook of today knows them. */
export interface Resumed extends Omit<Answers, "letters"> {
  readonly letters?: Readonly<Record<string, Letter>>;
  /** The playbook's version then, where it was another playbook. */
  readonly before: string | null;
  /** Facts and values that are no more: "claim" or "claim: disputed". */
  readonly gone: readonly string[];
}

/** How "I don't know" is written. */
const UNKNOWN = "unknown";
const FORM = 1;

/** Answers as YAML for people: what each means stands beside it. */
export async function writeAnswers(
  { text, steps, marketplace, letters = {} }: Answers,
  playbook: Playbook,
  lang = "en",
): Promise<string> {
  const { Document, Scalar, visit } = await openYaml();
  const document = new Document({
    form: FORM,
    playbook: { version: playbook.version, digest: playbook.digest },
    ...(marketplace !== undefined && { marketplace }),
    ...(text !== null && { text }),
    answers: Object.fromEntries(
      steps.map(({ fact, answer }) => [fact, answer ?? (isValue(playbook, fact, UNKNOWN) ? null : UNKNOWN)]),
    ),
    ...(Object.keys(letters).length > 0 && { letters }),
  });
  document.commentBefore = " Answers of a seller-route interview. Go on with: seller-route --resume FILE";
  for (const { fact, answer } of steps) {
    const node = document.getIn(["answers", fact], true);
    const value = playbook.facts.find((one) => one.id === fact)?.values.find((one) => one.id === answer);
    if (node instanceof Scalar && value) node.comment = ` ${say(value.label, lang).replace(/\s+/g, " ")}`;
  }
  visit(document.get("letters", true) as Node | null, {
    Scalar(_, node) {
      if (node.value === null) node.comment = ` ${talk(lang).leftOpen}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Saved answers to go on from. A text of their own they have already. */
export async function resumeFrom(file: string, said: Said, playbook: Playbook, world: World): Promise<Resumed> {
  if (said.problem.length > 0 || said.file !== undefined) {
    throw new Refusal("The problem was given twice, as a text and in the saved answers", {
      hint: "Leave one of them out. --fact changes a saved answer.",
    });
  }
  return readAnswers(file, playbook, world);
}

/** What to say of answers that another playbook asked for; nothing where it is the same. */
export function changesSince({ before, gone }: Resumed, playbook: Playbook, words: Talk): string[] {
  const changed = before === null ? [] : [words.changed(before, playbook.version)];
  return gone.length === 0 ? changed : [...changed, words.gone(gone.join(", "))];
}

/** Reads saved answers. What the playbook does not know any more is left out, and named. */
export async function readAnswers(
  file: string,
  playbook: Playbook,
  world: Pick<World, "files" | "stdin">,
): Promise<Resumed> {
  const { parse } = await openYaml();
  const not = (why: string) =>
    new Refusal(`${file} does not hold saved answers: ${why}`, { hint: "Name a file that --save wrote." });
  let found: unknown;
  try {
    found = parse(await textFile(file, world), { maxAliasCount: 0, logLevel: "error" });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw not((error as Error).message.split("\n")[0] as string);
  }
  if (!isRecord(found) || !isRecord(found.answers) || !isRecord(found.playbook))
    throw not('"playbook" or "answers" is missing');
  if (found.form !== FORM) throw not(`its form is ${inWords(found.form)}, not ${FORM}`);
  if (found.text !== undefined && typeof found.text !== "string") throw not('"text" is not a text');
  const entries = Object.entries(found.answers);
  const kept = entries.flatMap(([fact, value]) => stepOf(playbook, fact, value));
  const place = playbook.marketplaces.find((one) => one.id === found.marketplace)?.id;
  const letters = lettersOf(found.letters, playbook);
  return {
    text: found.text ?? null,
    steps: kept,
    ...(place !== undefined && { marketplace: place }),
    ...(found.letters !== undefined && { letters: letters.known }),
    before: found.playbook.digest === playbook.digest ? null : inWords(found.playbook.version),
    gone: [
      ...entries
        .filter(([fact]) => !kept.some((step) => step.fact === fact))
        .map(([fact, value]) => nameOf(playbook, fact, value)),
      ...letters.gone,
    ],
  };
}

/** The letters that were begun, and what of them has no place in the playbook. */
function lettersOf(found: unknown, { outlines }: Playbook) {
  const known: Record<string, Letter> = {};
  const gone: string[] = [];
  for (const [id, one] of Object.entries(isRecord(found) ? found : {})) {
    const outline = outlines.find((one) => one.id === id);
    if (!outline) gone.push(id);
    else {
      const again = restored(outline, {}, one);
      known[id] = again.letter;
      for (const name of again.gone) gone.push(`${id}: ${name}`);
    }
  }
  return { known, gone };
}

function stepOf(playbook: Playbook, fact: string, value: unknown): Step[] {
  if (!playbook.facts.some((one) => one.id === fact)) return [];
  // YAML reads a bare "true" as a boolean.
  const written = typeof value === "boolean" || typeof value === "number" ? String(value) : value;
  if (typeof written === "string" && isValue(playbook, fact, written)) return [{ fact, answer: written }];
  return written === null || written === UNKNOWN ? [{ fact, answer: null }] : [];
}

const nameOf = (playbook: Playbook, fact: string, value: unknown): string =>
  playbook.facts.some((one) => one.id === fact) ? `${fact}: ${inWords(value)}` : fact;

const isValue = (playbook: Playbook, fact: string, value: string): boolean =>
  playbook.facts.find((one) => one.id === fact)?.values.some((one) => one.id === value) === true;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
