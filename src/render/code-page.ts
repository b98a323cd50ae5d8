import type { Code, Known } from "../playbook/codes.js";
import type { Page } from "../playbook/pages.js";
import { type Paint, wrap } from "./style.js";

/** The page of a code, for people. */
export function codePage(code: Code, { title, severity }: Known, page: Page, paint: Paint, width: number): string {
  const colour = severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
  const text = (words: string) => wrap(words, Math.min(width, 90), 2);
  const wrong = page.wrong?.split("\n").map((line) => `    ${paint.dim(line)}`) ?? [];
  return [
    `${paint.bold(code)}  ${colour(severity)}  ${title}`,
    "",
    ...text(page.what),
    "",
    ...text(`To mend it: ${page.mend}`),
    ...(wrong.length > 0 ? ["", "  For example, wrong:", ...wrong] : []),
    "",
  ].join("\n");
}
