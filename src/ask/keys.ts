import { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { World } from "../world.js";

/** Sequences that no key sends: they stand for keys that readline would take for something else, or wait on. */
export const ESC = "\x1b[99~";
export const END = "\x1b[98~";

export const PASTE_ON = "\x1b[?2004h";
export const PASTE_OFF = "\x1b[?2004l";
export const HIDE = "\x1b[?25l";
export const SHOW = "\x1b[?25h";

const START = "\x1b[200~";
const STOP = "\x1b[201~";

/** Shorter bursts than this can be typed. */
const BURST = 8;
/** And these while keys are held. */
const HELD_BURST = 256;

/**
 * The terminal's keys, with what is pasted taken out and handed over whole. A paste is what stands between the brackets
 * that a terminal puts around it; from a terminal without brackets, a burst of several lines.
 */
export class Keys extends Readable {
  readonly isTTY = true;
  onPaste: (text: string) => void = () => {};
  private readonly stdin: World["stdin"] & { setRawMode?: (raw: boolean) => unknown };
  private readonly decoder = new StringDecoder("utf8");
  /** What has come of a paste that is not complete; null outside of one. */
  private pasted: string | null = null;
  /** The beginning of a bracket that a chunk ended in. */
  private rest = "";
  /** What has come while keys are held; null where they are not. */
  private held: (Buffer | string)[] | null = null;

  constructor(stdin: World["stdin"], ended: () => void) {
    super();
    this.stdin = stdin;
    stdin.on("data", this.hear);
    stdin.once("end", ended);
    stdin.once("close", ended);
  }

  setRawMode(raw: boolean): this {
    if (raw) this.stdin.resume();
    this.stdin.setRawMode?.(raw);
    return this;
  }

  override _read(): void {
    this.stdin.resume();
  }

  /** Keeps what comes until it is released. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    // What comes together now was not typed together.
    for (const chunk of held) this.tell(chunk, HELD_BURST);
  }

  /** Stops listening, so that the process can end. */
  close(): void {
    this.stdin.removeListener("data", this.hear);
    this.stdin.pause();
    this.destroy();
  }

  private readonly hear = (chunk: Buffer | string): void => {
    if (this.held === null) this.tell(chunk, BURST);
    else this.held.push(chunk);
  };

  private tell(chunk: Buffer | string, burst: number): void {
    let text = this.rest + (typeof chunk === "string" ? chunk : this.decoder.write(chunk));
    this.rest = "";
    if (this.pasted === null && text.length > burst && /[\r\n][^\r\n]/.test(text) && !text.includes("\x1b")) {
      this.paste(text);
      return;
    }
    while (text !== "") {
      const bracket = this.pasted === null ? START : STOP;
      const at = text.indexOf(bracket);
      const held = at < 0 ? cutOff(text, bracket, this.pasted === null ? 2 : 1) : 0;
      const before = at < 0 ? text.slice(0, text.length - held) : text.slice(0, at);
      if (this.pasted === null) this.type(before);
      else this.pasted += before;
      this.rest = held > 0 ? text.slice(-held) : "";
      if (at < 0) return;
      if (this.pasted === null) this.pasted = "";
      else {
        this.paste(this.pasted);
        this.pasted = null;
      }
      text = text.slice(at + bracket.length);
    }
  }

  private type(keys: string): void {
    if (keys === "") return;
    // An Esc that nothing follows is the key itself, also where it comes together with what was typed before it.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is a terminal sequence
    const typed = keys.replace(/\x1b+$/, (escapes) => ESC.repeat(escapes.length));
    this.push(typed.replaceAll("\r\n", "\r").replaceAll("\x04", END).replaceAll("\t", " "));
  }

  private paste(text: string): void {
    this.onPaste(text.replace(/\r\n?/g, "\n"));
  }
}

/** How much of the end of a text may be the beginning of a bracket; a lone Esc outside of a paste is a key. */
function cutOff(text: string, bracket: string, least: number): number {
  for (let length = Math.min(text.length, bracket.length - 1); length >= least; length--) {
    if (bracket.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
