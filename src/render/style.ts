import { painted } from "./painted.js";

export { clean, json, safe } from "./safe.js";
export { displayWidth, hang, pad, shorten, wrap } from "./wrap.js";

/** Colours and weights, as functions from text to text. Paint whole lines or words after wrapping, never before. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly underline: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour: files, pipes, NO_COLOR. */
export const plain: Paint = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  green: same,
  cyan: same,
  underline: same,
};

/** The sixteen colours that every terminal has. One argument each, so that `lines.map(paint.dim)` is safe. */
export const ansi: Paint = {
  bold: (text) => painted("bold", text),
  dim: (text) => painted("dim", text),
  red: (text) => painted("red", text),
  yellow: (text) => painted("yellow", text),
  green: (text) => painted("green", text),
  cyan: (text) => painted("cyan", text),
  underline: (text) => painted("underline", text),
};
