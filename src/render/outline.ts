import { escaped } from "./escape.js";
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

/** The same as a letter skeleton in Markdown. `level` is that of its title, for a place inside another document. */
export function outlineMarkdown(shown: ShownOutline, { words }: Pick<Labels, "words">, level = 1): string {
  const outline = clean(shown);
  const heading = (depth: number, text: string): string => `${"#".repeat(depth)} ${text}`;
  const sections = outline.sections.flatMap(({ title, prompts, needs, text }, i) => [
    heading(level + 1, `${i + 1}. ${escaped(title)}`),
    quoted(text),
    items("- ", prompts),
    needs.length === 0 ? "" : `${words.needs}${words.colon.trimEnd()}\n\n${items("- [ ] ", needs)}`,
  ]);
  const never = outline.avoid.length === 0 ? [] : [heading(level + 1, words.labels.never), items("- ", outline.avoid)];
  const paragraphs = [heading(level, escaped(outline.name)), escaped(outline.purpose), ...sections, ...never];
  return `${paragraphs.filter((one) => one !== "").join("\n\n")}\n`;
}

/** Fixed wording: its lines stay lines, its placeholders stay visible. */
function quoted(text = ""): string {
  if (text === "") return "";
  return text
    .split("\n")
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join("\n");
}

/** A Markdown list. */
export function items(mark: string, texts: readonly string[]): string {
  return texts.map((text) => mark + escaped(text)).join("\n");
}
