import type { IParagraphOptions, IRunOptions, Paragraph as WordParagraph } from "docx";
import { type Block, itemOf, type Line, type Piece, piecesOf } from "./blocks.js";
import { NUMBERING, type Print, pageFor, properties, stylesFor } from "./docx-style.js";

/**
 * Blocks as the bytes of a Word document. The same blocks give the same bytes: it bears no date, no author and no trace
 * of the machine. Blanks are highlighted.
 */
export async function docx(blocks: readonly Block[], print: Print): Promise<Uint8Array> {
  const [word, { unzipSync, zipSync }] = await Promise.all([import("docx"), import("fflate")]);
  const document = new word.Document({
    styles: stylesFor(print),
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: pageFor(print) },
        children: blocks.flatMap((block, at) => paragraphs(block, at, blocks, word)),
        footers: { default: new word.Footer({ children: blocks.flatMap((block) => foot(block, word)) }) },
      },
    ],
  });
  const packed = await word.Packer.toBuffer(document, undefined, [
    { path: "docProps/core.xml", data: properties(print) },
  ]);
  // Packed once more, since each entry bears the time of its packing.
  return zipSync(unzipSync(new Uint8Array(packed)), { mtime: new Date(1980, 0, 1) });
}

type Word = typeof import("docx");

/** One block as paragraphs; each list is numbered anew, by its place in the document. */
function paragraphs(block: Block, at: number, all: readonly Block[], word: Word): WordParagraph[] {
  const made = (options: IParagraphOptions) => new word.Paragraph(options);
  const text = (line: Line, style: IRunOptions = {}) => runs(line, word, style);
  switch (block.kind) {
    case "heading": {
      const number = block.number === undefined ? [] : [`${block.number}. `];
      const heading = `Heading${Math.min(block.level, 4)}` as "Heading1";
      return [made({ heading, keepNext: true, children: text([...number, ...piecesOf(block.line)]) })];
    }
    case "paragraph":
      return [made({ keepNext: all[at + 1]?.kind === "list", children: text(block.line) })];
    case "list":
      return block.items.map((item) => {
        const { line, notes } = itemOf(item);
        const below = notes.flatMap((note) => [new word.TextRun({ break: 1 }), ...text(note, FAINT)]);
        const numbering = { reference: block.mark, level: 0, instance: at };
        return made({ numbering, children: [...text(line), ...below] });
      });
    case "quote":
      return block.lines.map((line, i) =>
        made({ style: "Quote", spacing: { after: i < block.lines.length - 1 ? 60 : 160 }, children: text(line) }),
      );
    case "foot":
      return [];
  }
}

function foot(block: Block, word: Word): WordParagraph[] {
  if (block.kind !== "foot") return [];
  const page = new word.TextRun({
    ...FAINT,
    children: ["  ", word.PageNumber.CURRENT, " / ", word.PageNumber.TOTAL_PAGES],
  });
  return [new word.Paragraph({ children: [...runs(block.line, word, FAINT), page] })];
}

/** {{placeholders}}, and what a letter says is missing: […: the date]. */
const BLANK = /(\{\{[^{}]*\}\}|\[…[^\]]*\])/;

function runs(line: Line, { TextRun }: Word, style: IRunOptions) {
  return piecesOf(line).flatMap((piece) =>
    typeof piece === "string"
      ? piece
          .split(BLANK)
          .filter((part) => part !== "")
          .flatMap((part) => lines(part, { ...style, ...(BLANK.test(part) && HIGHLIGHT) }))
      : lines(piece.text, { ...style, ...LOOKS[piece.as] }),
  );

  function lines(text: string, look: IRunOptions) {
    return text
      .split("\n")
      .map((line, i) => new TextRun({ text: line.replace(/\s+/g, " "), ...look, ...(i > 0 && { break: 1 }) }));
  }
}

const HIGHLIGHT = { highlight: "yellow" } as const;
const FAINT: IRunOptions = { color: "595959", size: 18 };
const LOOKS: Readonly<Record<Exclude<Piece, string>["as"], IRunOptions>> = {
  strong: { bold: true },
  code: { noProof: true },
  said: { italics: true, noProof: true },
  unlinked: {},
  blank: HIGHLIGHT,
};
