import type { Document, Node } from "yaml";
import { isRecord } from "../core/record.js";
import { Refusal } from "../exit.js";
import type { Letter } from "../letter/interview.js";
import type { KeptLetter } from "../letter/kept.js";
import type { Playbook } from "../playbook/types.js";
import { say } from "../render/say.js";
import type { World } from "../world.js";
import { type Said, textFile } from "./given.js";
import type { Step } from "./interview.js";
import type { LetterTalk } from "./letter-words.js";
import { type Fault, lettersIn } from "./saved-letters.js";
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
  /** What of them cannot be gone on with, or looks as if it were not meant so; each with "file:line:column". */
  readonly faults: readonly (Fault & { readonly place: string })[];
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
export async function resumeFrom(
  file: string,
  said: Said,
  playbook: Playbook,
  world: Pick<World, "files" | "stdin">,
  today: () => string,
): Promise<Resumed> {
  if (said.problem.length > 0 || said.file !== undefined) {
    throw new Refusal("The problem was given twice, as a text and in the saved answers", {
      hint: "Leave one of them out. --fact changes a saved answer.",
    });
  }
  return readAnswers(file, playbook, world, today);
}

/** What to say of answers that another playbook asked for, or that were edited; nothing where all can be gone on with. */
export function changesSince({ before, faults }: Resumed, playbook: Playbook, words: Talk, own: LetterTalk): string[] {
  const told = (fault: Fault): string => {
    if (fault.why === "wrong") return own.wrong[fault.wrong.why](fault.wrong.found);
    if (fault.why === "remark") return own.remarks[fault.remark];
    return fault.why === "gone" ? words.gone(fault.name) : words.noText(fault.name);
  };
  return [
    ...(before === null ? [] : [words.changed(before, playbook.version)]),
    ...faults.map((fault) => `${fault.place}: ${told(fault)}`),
  ];
}

const KEYS = ["form", "playbook", "marketplace", "text", "answers", "letters"];

/** Reads saved answers. What is none, or none any more, is left out and told. */
export async function readAnswers(
  file: string,
  playbook: Playbook,
  world: Pick<World, "files" | "stdin">,
  today: () => string,
): Promise<Resumed> {
  const { found, placeOf } = await savedIn(file, world);
  const entries = Object.entries(found.answers);
  const kept = entries.flatMap(([fact, value]) => stepOf(playbook, fact, value));
  const name = inWords(found.marketplace ?? "").toLowerCase();
  const place = playbook.marketplaces.find((one) => one.id === name)?.id;
  const letters = lettersIn(found.letters, playbook, today);
  const gone = (name: string, ...path: string[]): Fault => ({ why: "gone", name, path });
  const faults = [
    ...Object.keys(found).flatMap((key) => (KEYS.includes(key) ? [] : [gone(key, key)])),
    ...(name === "" || place !== undefined ? [] : [gone(`marketplace: ${name}`, "marketplace")]),
    ...entries.flatMap(([fact, value]) =>
      kept.some((step) => step.fact === fact) ? [] : [gone(nameOf(playbook, fact, value), "answers", fact)],
    ),
    ...letters.faults,
  ];
  return {
    text: found.text ?? null,
    steps: kept,
    ...(place !== undefined && { marketplace: place }),
    ...(found.letters !== undefined && { letters: letters.known }),
    before: found.playbook.digest === playbook.digest ? null : inWords(found.playbook.version),
    faults: faults.map((fault) => ({ ...fault, place: placeOf(fault.path) })),
  };
}

/** What a file of saved answers holds, whatever the playbook of today knows of it. Refuses one of another form. */
async function savedIn(file: string, world: Pick<World, "files" | "stdin">) {
  const { document, placeOf } = await openDocument(file, world);
  const not = (why: string, ...path: string[]) =>
    new Refusal(`${path.length === 0 ? file : placeOf(path)} does not hold saved answers: ${why}`, {
      hint: "Name a file that --save wrote.",
    });
  const [error] = document.errors;
  if (error) throw not(error.message.split("\n")[0] as string);
  let found: unknown;
  try {
    found = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw not((error as Error).message.split("\n")[0] as string);
  }
  if (!isRecord(found) || !isRecord(found.answers) || !isRecord(found.playbook))
    throw not('"playbook" or "answers" is missing');
  const { form, playbook, answers, text, marketplace, letters } = found;
  if (form !== FORM) throw not(`its form is ${inWords(form)}, not ${FORM}`, "form");
  if (text !== undefined && typeof text !== "string") throw not('"text" is not a text', "text");
  if (letters !== undefined && !isRecord(letters)) throw not('"letters" is not a map', "letters");
  return { found: { ...found, playbook, answers, text, marketplace, letters }, placeOf };
}

/** A YAML file, and how to find where something in it stands. */
async function openDocument(file: string, world: Pick<World, "files" | "stdin">) {
  const { isNode, LineCounter, parseDocument } = await openYaml();
  const lines = new LineCounter();
  const document: Document = parseDocument(await textFile(file, world), { lineCounter: lines, logLevel: "error" });
  const placeOf = (path: Fault["path"]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return `${file}:${line}:${col}`;
    }
    return file;
  };
  return { document, placeOf };
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
