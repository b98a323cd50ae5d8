// Over 200 lines: all that a command line can give, from its words to its files.

import type { YAMLParseError } from "yaml";
import type { Facts } from "../core/facts.js";
import { isRecord } from "../core/record.js";
import { Refusal } from "../exit.js";
import { type Decoded, decode } from "../input/decode.js";
import { MOST_BYTES, sizeInWords } from "../input/size.js";
import { drain } from "../input/stream.js";
import { mayBeWrapped, textIn, unwrapped } from "../input/wrapped.js";
import { suggest } from "../playbook/nearest.js";
import type { Playbook } from "../playbook/types.js";
import type { BriefWorld } from "../world.js";
import { tellAttached, tellUnread } from "./unread.js";
import { inWords, openYaml } from "./yaml.js";

/** What was said on the command line, before anything is looked up. */
export interface Said {
  /** The problem, word by word. */
  readonly problem: readonly string[];
  readonly file?: string;
  readonly facts?: string;
  /** `name=value`, each. */
  readonly fact: readonly string[];
  /** The option that gave them, where it is not --fact. */
  readonly by?: string;
  readonly marketplace?: string;
  /** How much is read of a file or of standard input. */
  readonly maxBytes?: number;
  /** File with Amazon's refusal of what was sent before. */
  readonly previous?: string;
}

const DESCRIBE = "Describe the problem in a sentence or paste Amazon's message.";

/** The seller's text: the words of the command line, a file, or what is piped in. Null where there is none. */
export async function givenText(said: Said, world: BriefWorld): Promise<string | null> {
  const words = said.problem.join(" ").trim();
  const named = [said.file, said.facts, said.previous].filter((file) => file === "-");
  if (named.length > 1) throw new Refusal("Standard input can be read once, and - names it twice");
  if (words !== "" && said.file !== undefined) throw new Refusal("The problem was given twice, as words and as --file");
  if (words !== "") {
    if (named.length === 0) tellUnread("the words say what the problem is. Without them it is read.", world);
    return mayBeWrapped(words) ? soundMail(await unwrapped(words), "the command line", world) : words;
  }
  if (said.problem.length > 0) throw new Refusal("The problem that was given is empty", { hint: DESCRIBE });
  const { maxBytes: most = MOST_BYTES } = said;
  if (said.file !== undefined && said.file !== "-") return messageFile(said.file, world, most);
  // What is something else is not the problem.
  if (world.stdin.isTTY || (named.length > 0 && said.file === undefined)) return null;
  if (said.file === undefined && namesIssue(said)) {
    tellUnread("facts of a file, or an issue, can stand alone. With --file - it is read.", world);
    return null;
  }
  const bytes = await drain(world.stdin, most);
  if (bytes === null) throw tooLarge("standard input", most);
  const others = said.fact.length > 0 || said.previous !== undefined;
  if (bytes.length === 0 && said.file === undefined && others) return null;
  return problemIn(bytes, "standard input", most, world);
}

/** Facts that name the issue can stand alone: nothing is waited for. Others say more about a text. */
const namesIssue = (said: Said) => said.facts !== undefined || said.fact.some((pair) => pair.startsWith("issue="));

/** The facts of --facts and, before them, of --fact, each checked against the playbook. */
export async function givenFacts(said: Said, playbook: Playbook, world: BriefWorld): Promise<Facts> {
  const facts: Record<string, string> = {};
  const { by = "--fact" } = said;
  for (const pair of said.fact) {
    const at = pair.indexOf("=");
    if (at < 1)
      throw new Refusal(`${by} ${pair} is not of the form name=value`, { hint: `For example: ${by} claim=disputed` });
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    checkFact(name, value, playbook, `${by} ${pair}`);
    const before = facts[name];
    if (before !== undefined && before !== value)
      throw new Refusal(`${by} gives two values for ${name}: ${before} and ${value}`, { hint: "Give one of them." });
    facts[name] = value;
  }
  return said.facts === undefined ? facts : { ...(await factsFile(said.facts, playbook, world)), ...facts };
}

async function factsFile(file: string, playbook: Playbook, world: BriefWorld): Promise<Record<string, string>> {
  const { parse } = await openYaml();
  const text = await textFile(file, world);
  let found: unknown;
  try {
    found = parse(text, { maxAliasCount: 0, logLevel: "error" });
  } catch (error) {
    throw brokenYaml(file, error as YAMLParseError);
  }
  if (!isRecord(found)) {
    throw new Refusal(`${file} does not hold facts`, { hint: "Write one a line, as in claim: disputed" });
  }
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(found)) {
    checkFact(name, inWords(value), playbook, file);
    facts[name] = inWords(value);
  }
  return facts;
}

/** Where a file is broken, and how, in a sentence. */
function brokenYaml(file: string, { code, linePos: at, message }: YAMLParseError): Refusal {
  const where = at === undefined ? nameOf(file) : `${nameOf(file)}:${at[0].line}:${at[0].col}`;
  const how = message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "");
  return new Refusal(
    code === "DUPLICATE_KEY" ? `${where}: this fact stands there already` : `${where}: neither YAML nor JSON: ${how}`,
  );
}

function checkFact(name: string, value: string, playbook: Playbook, where: string): void {
  const fact = playbook.facts.find((one) => one.id === name);
  if (!fact)
    throw new Refusal(`${where}: there is no fact "${name}"`, {
      hint: suggest(
        name,
        playbook.facts.map((one) => one.id),
      ),
    });
  const values = fact.values.map((one) => one.id);
  if (!values.includes(value)) {
    throw new Refusal(`${where}: "${value}" is no value of ${name}`, {
      hint: suggest(value, values) ?? (name === "issue" ? "See them all: seller-route issues" : undefined),
    });
  }
}

/** The marketplace that was named, by its id or one of its hosts, checked. */
export function givenMarketplace(name: string | undefined, playbook: Playbook): string | undefined {
  if (name === undefined) return undefined;
  const found = marketplaceOf(name, playbook);
  if (found !== undefined) return found;
  const ids = playbook.marketplaces.map((one) => one.id);
  const id = name.toLowerCase();
  throw new Refusal(`There is no marketplace "${name}"`, { hint: suggest(ALIASES[id] ?? id, ids, 40) });
}

/** What a country is called elsewhere. */
const ALIASES: Readonly<Record<string, string>> = { gb: "uk", usa: "us" };

/** A marketplace by its id or one of its hosts. */
export function marketplaceOf(name: string, { marketplaces }: Pick<Playbook, "marketplaces">): string | undefined {
  const plain = name.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?|\/.*$/g, "");
  return marketplaces.find(({ id, hosts }) => id === plain || hosts.includes(plain))?.id;
}

/** A file as text. */
export const textFile = async (file: string, world: Pick<BriefWorld, "files" | "stdin">): Promise<string> =>
  textOf(await readFile(file, world, MOST_BYTES), nameOf(file));

/** A message in a file: an e-mail or a page is unwrapped. */
export const messageFile = async (file: string, world: Reader, most = MOST_BYTES): Promise<string> =>
  problemIn(await readFile(file, world, most), nameOf(file), most, world);

type Reader = Pick<BriefWorld, "files" | "stdin" | "stderr">;

const nameOf = (file: string): string => (file === "-" ? "standard input" : file);

async function readFile(file: string, world: Pick<BriefWorld, "files" | "stdin">, most: number): Promise<Uint8Array> {
  if (file === "-") {
    const bytes = await drain(world.stdin, most);
    if (bytes === null) throw tooLarge(nameOf(file), most);
    return bytes;
  }
  try {
    // One more than is accepted tells that there are more.
    return await world.files.read(file, { most: most + 1, pipes: true });
  } catch (error) {
    throw new Refusal(`Cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** Why a file operation failed, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EISDIR: "it is a folder",
    ENOTDIR: "part of the path is not a folder",
    EEXIST: "it exists",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EFTYPE: "it is a pipe or a device, not a file",
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Bytes as text. Refuses what is too large, what is no text, and what is empty. */
function textOf(bytes: Uint8Array, where: string, most = MOST_BYTES, hint = DESCRIBE): string {
  if (bytes.length > most) throw tooLarge(where, most);
  return soundText(decode(bytes), where, hint);
}

/** The seller's problem in bytes: of an e-mail or HTML, what a reader would see. */
async function problemIn(
  bytes: Uint8Array,
  where: string,
  most: number,
  world: Pick<BriefWorld, "stderr">,
): Promise<string> {
  if (bytes.length > most) throw tooLarge(where, most);
  return soundMail(await textIn(bytes), where, world);
}

function soundMail(found: Decoded, where: string, world: Pick<BriefWorld, "stderr">): string {
  const text = soundText(found, where);
  tellAttached(found, where, world);
  return text;
}

function soundText(found: Decoded, where: string, hint = DESCRIBE): string {
  if ("fault" in found) throw new Refusal(`What came from ${where} ${found.fault}`, { hint: found.hint });
  if (found.text.trim() === "") throw new Refusal(`There is nothing to read in ${where}`, { hint });
  return found.text;
}

/** What was typed or pasted; of an e-mail or HTML, what a reader would see, unless that is nothing. */
export async function pastedText(text: string): Promise<string> {
  const found = mayBeWrapped(text) ? await unwrapped(text) : { text };
  return "fault" in found || found.text.trim() === "" ? text : found.text;
}

const tooLarge = (where: string, most: number): Refusal =>
  new Refusal(`What came from ${where} is larger than ${sizeInWords(most)}`, {
    hint: "Leave out what is not about the problem, or give --max-bytes a larger size.",
  });
