import { markdown } from "./markdown.js";
import { outlineBlocks } from "./outline-blocks.js";
import { page, screen } from "./page.js";
import type { ShownOutline } from "./result.js";
import { clean, hang, wrap } from "./style.js";
import type { Labels, View } from "./view.js";

/** A letter in full for the terminal: prompts as bullets, evidence to tick off, fixed wording set in. */
export function outlineText(shown: ShownOutline, view: View): string {
  const outline = clean(shown);
  const { words, paint } = view;
  const { width } = page(view, []);
  const sections = outline.sections.map(({ title, prompts, needs, text }, i) => {
    const number = `${i + 1}. `;
    return [
      ...hang(number, title, width).map(paint.bold),
      ...(text === undefined ? [] : wrap(text, width, number.length + 2).map(paint.cyan)),
      ...prompts.flatMap((prompt) => hang("- ", prompt, width, number.length)),
      ...(needs.length === 0 ? [] : wrap(words.needs + words.colon.trimEnd(), width, number.length).map(paint.dim)),
      ...needs.flatMap((need) => hang("[ ] ", need, width, number.length)),
    ];
  });
  const never = outline.avoid.flatMap((mistake) => hang("- ", mistake, width, 3));
  return screen([
    [...wrap(outline.name, width).map(paint.bold), ...wrap(outline.purpose, width)],
    ...sections,
    never.length === 0 ? [] : [paint.bold(paint.red(words.labels.never)), ...never],
  ]);
}

/** The same as a letter skeleton in Markdown. */
export const outlineMarkdown = (shown: ShownOutline, { words }: Pick<Labels, "words">): string =>
  markdown(outlineBlocks(clean(shown), words));
