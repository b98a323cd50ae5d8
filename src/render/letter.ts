import { type Draft, type Item, pieces } from "../letter/draft.js";
import { detailLine } from "../letter/words.js";
import { escaped } from "./escape.js";
import { clean, hang, type Paint, plain, wrap } from "./style.js";

/** No line is broken: the text is to be pasted into a form, which breaks lines itself. */
const UNBROKEN = Number.POSITIVE_INFINITY;

/** A letter as plain text. Blanks are painted, so that none is overlooked. */
export function letterText(
  draft: Draft,
  { width, paint }: { width: number; paint: Paint } = { width: UNBROKEN, paint: plain },
): string {
  const { title, lang, sections } = clean(draft);
  const parts = sections.map(({ heading, blocks }) => [
    wrap(heading, width).map(paint.bold).join("\n"),
    ...blocks.map((block) => {
      const lines =
        block.kind === "paragraph"
          ? wrap(block.text, width)
          : block.items.flatMap((item, i) => hang(block.numbered ? `${i + 1}. ` : "- ", whole(item, lang), width));
      return painted(lines, paint).join("\n");
    }),
  ]);
  return `${[wrap(title, width).map(paint.bold).join("\n"), ...parts.flat()].join("\n\n")}\n`;
}

/** An item with what belongs to it on a line of its own; its text has no empty lines. */
const whole = ({ text, details }: Item, lang: string): string =>
  [text.replace(/\n\s*\n/g, "\n"), ...(details.length === 0 ? [] : [detailLine(details, lang)])].join("\n");

/** Paints blanks and placeholders, those too that a line break went through. */
function painted(lines: readonly string[], { yellow }: Paint): string[] {
  const whole = lines.join("\n");
  return pieces(whole)
    .map(({ text, open }) => (open ? text.split("\n").map(inPlace(yellow)).join("\n") : text))
    .join("")
    .split("\n");
}

/** Paints a line but not the margin before it. */
const inPlace = (colour: (text: string) => string) => (line: string) => {
  const margin = line.length - line.trimStart().length;
  return line.slice(0, margin) + colour(line.slice(margin));
};

/** A letter in Markdown. Blanks stay as they are written, so that they can be searched for. */
export function letterMarkdown(draft: Draft): string {
  const { title, lang, sections } = clean(draft);
  const parts = sections.flatMap(({ heading, blocks }) => [
    `## ${escaped(heading)}`,
    ...blocks.map((block) =>
      block.kind === "paragraph"
        ? lines(block.text, "")
        : block.items
            .map((item, i) => {
              const mark = block.numbered ? `${i + 1}. ` : "- ";
              return mark + lines(whole(item, lang), " ".repeat(mark.length));
            })
            .join("\n"),
    ),
  ]);
  return `${[`# ${escaped(title)}`, ...parts].join("\n\n")}\n`;
}

/** Lines that stay lines, each with a break at its end. */
function lines(text: string, margin: string): string {
  return text
    .split("\n")
    .map((line) => openly(line.trim()))
    .join(`  \n${margin}`);
}

function openly(line: string): string {
  return pieces(line)
    .map(({ text, open }, i) => {
      if (open) return text;
      // What is escaped loses the spaces around it, and its beginning is that of a line only in the first piece.
      const [before, after] = [/^\s*/.exec(text)?.[0] ?? "", /\s*$/.exec(text)?.[0] ?? ""];
      return i === 0 ? escaped(text) + after : before + escaped(`x${text.trim()}`).slice(1) + after;
    })
    .join("");
}
