import { once } from "node:events";
import { advise } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import { NOTHING_READ } from "../core/reading.js";
import { Exit, type ExitCode } from "../exit.js";
import { type InputLine, linesOf } from "../input/lines.js";
import { MOST_BYTES, sizeInWords } from "../input/size.js";
import { mayBeWrapped, unwrapped } from "../input/wrapped.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";
import { redact } from "../reading/redact.js";
import { present, presentFully } from "../render/present.js";
import type { Result } from "../render/result.js";
import { json } from "../render/style.js";
import type { World } from "../world.js";
import { fillFrom, todayFrom } from "./advise.js";

export interface BatchOptions {
  readonly data?: string;
  readonly lang: string;
  readonly full: boolean;
  readonly redact: boolean;
  readonly today?: string;
  /** A line that is longer gives an error in its place. */
  readonly maxBytes?: number;
}

/** A case that was read. */
interface Item {
  readonly id?: string | number;
  readonly text?: string;
  readonly facts?: Facts;
}

/** A line that could not be answered, in its place. */
interface BadLine {
  readonly line: number;
  readonly error: string;
}

/** One case a line in, one result a line out, in the same order, each as soon as it is read. */
export async function batch(options: BatchOptions, world: World): Promise<ExitCode> {
  const playbook = await openPlaybook(world, options.data);
  const today = todayFrom(options.today, world);
  const { maxBytes = MOST_BYTES } = options;
  let bad = 0;
  let number = 0;
  for await (const line of linesOf(world.stdin, maxBytes)) {
    number++;
    if ("text" in line && line.text.trim() === "") continue;
    const said = itemOf(line, number, playbook, maxBytes);
    const item = "error" in said ? said : await unwrappedItem(said, number);
    const answer = "error" in item ? item : answerItem(item, playbook, options, today);
    if ("error" in answer) bad++;
    if (!world.stdout.write(`${json(answer)}\n`)) await once(world.stdout, "drain");
  }
  return bad > 0 ? Exit.findings : Exit.ok;
}

function itemOf(line: InputLine, number: number, playbook: Playbook, most: number): Item | BadLine {
  if ("fault" in line) {
    const long = line.fault === "long";
    return { line: number, error: long ? `The line is longer than ${sizeInWords(most)}` : "The line is not UTF-8" };
  }
  let item: unknown;
  try {
    item = JSON.parse(line.text);
  } catch {
    return { line: number, error: "The line is not JSON" };
  }
  if (typeof item !== "object" || item === null || Array.isArray(item))
    return { line: number, error: 'A line is an object: {"id", "text"} or {"id", "facts"}' };
  const { id, text, facts } = item as { id?: unknown; text?: unknown; facts?: unknown };
  if (id !== undefined && typeof id !== "string" && typeof id !== "number")
    return { line: number, error: '"id" is a string or a number' };
  const wrong = problemWith(text, facts, playbook);
  const named = id === undefined ? {} : { id };
  return wrong === null ? (item as Item) : { ...named, line: number, error: wrong };
}

/** With the text that a reader would see, where it is an e-mail or HTML. */
async function unwrappedItem(item: Item, number: number): Promise<Item | BadLine> {
  if (item.text === undefined || !mayBeWrapped(item.text)) return item;
  const found = await unwrapped(item.text);
  if ("text" in found) return { ...item, text: found.text };
  return { ...(item.id !== undefined && { id: item.id }), line: number, error: `"text" ${found.fault}` };
}

function answerItem({ id, text, facts }: Item, playbook: Playbook, options: BatchOptions, today: string): Result {
  const whole = text === undefined ? NOTHING_READ : read(text, playbook);
  const reading = options.redact && text !== undefined ? redact(text, whole).reading : whole;
  const advice = advise(playbook, reading, facts ?? {});
  const telling = { lang: options.lang, today, fill: options.redact ? {} : fillFrom(reading) };
  const result = options.full
    ? presentFully(advice, reading, playbook, telling)
    : present(advice, reading, playbook, telling);
  const { version, ...rest } = result;
  return { version, ...(id !== undefined && { id }), ...rest };
}

function problemWith(text: unknown, facts: unknown, playbook: Playbook): string | null {
  if (text === undefined && facts === undefined) return 'A line needs "text" or "facts"';
  if (text !== undefined && typeof text !== "string") return '"text" is a string';
  if (facts === undefined) return null;
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return '"facts" is an object';
  for (const [name, value] of Object.entries(facts)) {
    const fact = playbook.facts.find((one) => one.id === name);
    if (!fact) return `There is no fact "${name}"`;
    if (!fact.values.some((one) => one.id === value)) return `${JSON.stringify(value)} is no value of ${name}`;
  }
  return null;
}
