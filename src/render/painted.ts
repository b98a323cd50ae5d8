import styles from "ansi-styles";
import type { Paint } from "./style.js";

/** A text in a style. What ends the style inside begins it again, and no line ends in it. An empty text stays empty. */
export function painted(style: keyof Paint, text: string): string {
  if (text === "") return "";
  const { open, close } = styles[style];
  return open + text.replaceAll(close, close + open).replaceAll(/\r?\n/g, (end) => close + end + open) + close;
}
