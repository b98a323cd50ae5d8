// Over 200 lines: a line of batch from what it says, with all that can be wrong with it, to its answer.

import { marketplaceOf } from "../ask/given.js";
import type { Facts } from "../core/facts.js";
import { isEmpty } from "../core/one.js";
import { isRecord } from "../core/record.js";
import { type Block, type InputLine, linesIn } from "../input/lines.js";
import { sizeInWords } from "../input/size.js";
import { mayBeWrapped, unwrapped } from "../input/wrapped.js";
import { nearest } from "../playbook/nearest.js";
import type { Playbook } from "../playbook/types.js";
import { redact } from "../reading/redact.js";
import { fillFrom } from "../render/fill.js";
import { LineWriter } from "../render/line.js";
import { present, presentFully } from "../render/present.js";
import type { Result } from "../render/result.js";
import { json } from "../render/safe.js";
import { type Heard, hear, hearAll, withDemands } from "./heard.js";

/** How lines are to be answered. Can be sent to another thread as it is. */
export interface Manner {
  readonly playbook: Playbook;
  readonly lang: string;
  readonly full: boolean;
  readonly redact: boolean;
  readonly today: string;
  /** A line that is longer gives an error in its place. */
  readonly maxBytes: number;
  /** Where the sellers sell whose line does not say. */
  readonly marketplace?: string;
}

/** The answers to a block of lines, a line each, how many there are, and how many of them are errors. */
export interface Answers {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly bad: number;
}

/** A case that was read. */
interface Item {
  readonly id?: string | number;
  readonly text?: string;
  readonly facts?: Facts;
  readonly marketplace?: string;
}

/** A line that could not be answered, in its place. */
interface BadLine {
  readonly line: number;
  readonly error: string;
}

/** So many lines are answered together at most: as many of 500 characters as come at once. */
const TOGETHER = 256;

/** Answers the lines of a block, in their order; empty ones have no answer. */
export async function answerBlock(block: Block, manner: Manner): Promise<Answers> {
  let number = block.first - 1;
  let items: (Item | BadLine)[] = [];
  const answers: string[] = [];
  let bad = 0;
  const answer = () => {
    answers.push(...answersTo(items, manner));
    items = [];
  };
  for (const line of linesIn(block, manner.maxBytes)) {
    number++;
    if ("text" in line && line.text.trim() === "") continue;
    const said = itemOf(line, number, manner);
    const wrapped = !("error" in said) && said.text !== undefined && mayBeWrapped(said.text);
    const item = wrapped ? await unwrappedItem(said, number) : said;
    if ("error" in item) bad++;
    if (items.push(item) === TOGETHER) answer();
  }
  answer();
  return { bytes: inBytes(answers), count: answers.length, bad };
}

/** Lines as they are written. Each by itself: one in Chinese would double the room that all others take. */
function inBytes(lines: readonly string[]): Uint8Array {
  let room = 0;
  for (const line of lines) room += Buffer.byteLength(line) + 1;
  const bytes = Buffer.allocUnsafeSlow(room);
  let at = 0;
  for (const line of lines) {
    at += bytes.write(line, at);
    bytes[at++] = NEWLINE;
  }
  return bytes;
}

const NEWLINE = 10;

const writers = new WeakMap<Playbook, Map<string, LineWriter>>();

function writerFor({ playbook, lang }: Manner): LineWriter {
  const own = writers.get(playbook) ?? new Map<string, LineWriter>();
  const writer = own.get(lang) ?? new LineWriter();
  writers.set(playbook, own.set(lang, writer));
  return writer;
}

function itemOf(line: InputLine, number: number, { playbook, maxBytes }: Manner): Item | BadLine {
  if ("fault" in line) {
    const long = line.fault === "long";
    return { line: number, error: long ? `The line is longer than ${sizeInWords(maxBytes)}` : "The line is not UTF-8" };
  }
  let item: unknown;
  try {
    item = JSON.parse(line.text);
  } catch {
    return { line: number, error: "The line is not JSON" };
  }
  if (!isRecord(item)) return { line: number, error: 'A line is an object: {"id", "text"} or {"id", "facts"}' };
  const { id, text, facts, marketplace } = item;
  if (id !== undefined && typeof id !== "string" && typeof id !== "number")
    return { line: number, error: '"id" is a string or a number' };
  if (typeof id === "number" && !(Math.abs(id) <= Number.MAX_SAFE_INTEGER))
    return { line: number, error: '"id" is a larger number than can be given back: write it as a string' };
  const named = id === undefined ? {} : { id };
  // Other columns of a ticket are passed over, whatever they are called.
  // Tickets have columns of that name that hold something else.
  const place = typeof marketplace === "string" ? marketplaceOf(marketplace, playbook) : undefined;
  const own = {
    ...named,
    ...(text !== undefined && { text }),
    ...(facts !== undefined && { facts }),
    ...(place !== undefined && { marketplace: place }),
  } as Item;
  const wrong = problemWith(text, facts, Object.keys(item), playbook) ?? emptiness(own) ?? misspelt(item, playbook);
  return wrong === null ? own : { ...named, line: number, error: wrong };
}

/** With the text that a reader would see, where it is an e-mail or HTML. */
async function unwrappedItem(item: Item, number: number): Promise<Item | BadLine> {
  const found = await unwrapped(item.text as string);
  const seen = { ...item, text: "text" in found ? found.text : "" };
  const wrong = "text" in found ? emptiness(seen) : `"text" ${found.fault}`;
  return wrong === null ? seen : { ...(item.id !== undefined && { id: item.id }), line: number, error: wrong };
}

/** What is wrong with a line of which nothing is known: neither words nor facts. */
function emptiness({ text, facts = {} }: Item): string | null {
  if (!isEmpty(facts) || (text !== undefined && /\S/.test(text))) return null;
  return text === undefined ? '"facts" is empty' : '"text" is empty';
}

/** A line for each item. */
function answersTo(items: readonly (Item | BadLine)[], manner: Manner): string[] {
  const sound = items.filter((one): one is Item => !("error" in one));
  const results = heard(sound, manner).map((one, i) => resultOf(one, sound[i] as Item, manner));
  const writer = writerFor(manner);
  let at = 0;
  return items.map((item) => {
    if ("error" in item) return json(item);
    const result = results[at++] as Result;
    if (!manner.full) return writer.line(result, item.id);
    const { version, ...rest } = result;
    return json({ version, ...(item.id !== undefined && { id: item.id }), ...rest });
  });
}

function resultOf(
  { advice, shown }: Heard,
  item: Item,
  { full, playbook, lang, today, redact: masks, ...manner }: Manner,
): Result {
  if (!full) return present(advice, shown, playbook, { lang });
  const named = shown.entities.find(({ kind }) => kind === "marketplace")?.value;
  const marketplace = item.marketplace ?? manner.marketplace ?? named;
  const fill = masks ? {} : fillFrom(shown, item.text ?? null);
  return presentFully(advice, shown, playbook, {
    lang,
    today,
    fill,
    ...(marketplace !== undefined && { marketplace }),
  });
}

function heard(items: readonly Item[], { playbook, today, full, redact: masks }: Manner): Heard[] {
  const worded = items.filter(({ text }) => text !== undefined);
  const texts = worded.map(({ text }) => text as string);
  const given = worded.map(({ facts = {} }) => facts);
  const found = hearAll(texts, given, playbook, () => today);
  let at = 0;
  return items.map(({ text, facts = {} }) => {
    if (text === undefined) return hear(null, facts, playbook, () => today);
    const { advice, shown } = found[at++] as Heard;
    const told = full ? withDemands(text, shown, advice, playbook) : shown;
    return { advice, shown: masks ? redact(text, told).reading : told };
  });
}

/** A column of other names passes, unless it holds what stands under one of ours. */
function misspelt(item: object, { facts }: Playbook): string | null {
  for (const [key, value] of Object.entries(item)) {
    if (key === "facts" || typeof value !== "object" || value === null || nearest(key, OWN) !== "facts") continue;
    const names = Object.keys(value);
    if (names.length > 0 && names.every((name) => facts.some(({ id }) => id === name)))
      return `"${key}" is not read: it is called "facts"`;
  }
  return null;
}

const OWN = ["text", "facts"];

function problemWith(text: unknown, facts: unknown, keys: readonly string[], playbook: Playbook): string | null {
  if (text === undefined && facts === undefined) {
    const near = keys.find((key) => nearest(key, OWN) !== undefined);
    return `A line needs "text" or "facts"${near === undefined ? "" : `, and has ${JSON.stringify(near)}`}`;
  }
  if (text !== undefined && typeof text !== "string") return '"text" is a string';
  if (facts === undefined) return null;
  if (!isRecord(facts)) return '"facts" is an object';
  for (const [name, value] of Object.entries(facts)) {
    const fact = playbook.facts.find((one) => one.id === name);
    if (!fact) return `There is no fact "${name}"`;
    if (!fact.values.some((one) => one.id === value)) return `${JSON.stringify(value)} is no value of ${name}`;
  }
  return null;
}
