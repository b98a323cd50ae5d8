import styles, { type CSPair } from "ansi-styles";

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

/** What ends the colour inside begins it again, and no line ends in colour. An empty text stays empty. */
const painter =
  ({ open, close }: CSPair) =>
  (text: string): string =>
    text === ""
      ? ""
      : open + text.replaceAll(close, close + open).replaceAll(/\r?\n/g, (end) => close + end + open) + close;

/** The sixteen colours that every terminal has. One argument each, so that `lines.map(paint.dim)` is safe. */
export const ansi: Paint = {
  bold: painter(styles.bold),
  dim: painter(styles.dim),
  red: painter(styles.red),
  yellow: painter(styles.yellow),
  green: painter(styles.green),
  cyan: painter(styles.cyan),
  underline: painter(styles.underline),
};
