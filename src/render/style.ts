import { Chalk } from "chalk";

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

const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has. One argument each, so that `lines.map(paint.dim)` is safe. */
export const ansi: Paint = {
  bold: (text) => chalk.bold(text),
  dim: (text) => chalk.dim(text),
  red: (text) => chalk.red(text),
  yellow: (text) => chalk.yellow(text),
  green: (text) => chalk.green(text),
  cyan: (text) => chalk.cyan(text),
  underline: (text) => chalk.underline(text),
};
