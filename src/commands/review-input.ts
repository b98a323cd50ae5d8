import { reasonOf } from "../ask/given.js";
import { tellAttached } from "../ask/unread.js";
import { Refusal } from "../exit.js";
import { type Decoded, decode } from "../input/decode.js";
import { sizeInWords } from "../input/size.js";
import { drain } from "../input/stream.js";
import { mayBeWord, wordText } from "../input/word.js";
import { textIn } from "../input/wrapped.js";
import type { World } from "../world.js";

/** No letter is larger. */
const LARGEST = 1024 * 1024;

/** The draft, from a file or from standard input ("-"): a mail, HTML or a Word document may be given as it is. */
export async function draftFrom(file: string, world: World): Promise<Draft> {
  const bytes = file === "-" ? await drain(world.stdin, LARGEST) : await bytesOf(file, world);
  const text = await sound(bytes, nameOf(file), world);
  const plain = bytes === null ? null : decode(bytes);
  return { text, unwrapped: plain === null || "fault" in plain || plain.text !== text };
}

export interface Draft {
  readonly text: string;
  /** The text stood in a mail, HTML or a Word document: its lines are not those of the file. */
  readonly unwrapped: boolean;
}

/** Amazon's notice, or a letter that was sent. */
export const earlier = async (file: string | undefined, world: World): Promise<string | null> =>
  file === undefined ? null : sound(await bytesOf(file, world), file, world);

const nameOf = (file: string): string => (file === "-" ? "standard input" : file);

async function bytesOf(file: string, world: World): Promise<Uint8Array> {
  try {
    // One more than is accepted tells that there are more.
    return await world.files.read(file, { most: LARGEST + 1, pipes: true });
  } catch (error) {
    throw new Refusal(`Cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** Bytes as text. Refuses what is too large (null: it went on), what is no text, and what is empty. */
async function sound(bytes: Uint8Array | null, where: string, world: World): Promise<string> {
  if (bytes === null || bytes.length > LARGEST)
    throw new Refusal(`What came from ${where} is larger than ${sizeInWords(LARGEST)}`, {
      hint: "A letter has one or two pages.",
    });
  const found: Decoded = (mayBeWord(bytes) ? await wordText(bytes) : null) ?? (await textIn(bytes));
  if ("fault" in found) throw new Refusal(`What came from ${where} ${found.fault}`, { hint: found.hint });
  if (found.text.trim() === "")
    throw new Refusal(`There is nothing to read in ${where}`, {
      hint: "Give the letter as text, Markdown or a Word document.",
    });
  tellAttached(found, where, world);
  return found.text;
}
