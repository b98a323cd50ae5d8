import type { INumberingOptions } from "docx";
import type { Mark } from "./blocks.js";

/** What a Word document is to know of its reader. */
export interface Print {
  readonly title: string;
  readonly lang: string;
  /** Says which paper is used there; unknown: A4. */
  readonly marketplace?: string;
}

const SIGNS: readonly (readonly [Mark, string])[] = [
  ["bullet", "•"],
  ["number", "%1."],
  ["box", "☐"],
];

/** A list of each kind. */
export const NUMBERING: INumberingOptions = {
  config: SIGNS.map(([reference, text]) => ({
    reference,
    levels: [
      {
        level: 0,
        format: reference === "number" ? "decimal" : "bullet",
        text,
        alignment: "left",
        style: {
          paragraph: { indent: { left: 425, hanging: 425 }, spacing: { after: 60 } },
          ...(reference === "box" && { run: { font: "Segoe UI Symbol" } }),
        },
      },
    ],
  })),
};

/** Twentieths of a point. */
const PAPER = { letter: { width: 12240, height: 15840 }, a4: { width: 11906, height: 16838 } } as const;
const ON_LETTER = new Set(["us", "ca"]);
const MARGIN = 1247;

/** Its paper, with margins of 2.2 cm. */
export function pageFor({ marketplace = "" }: Print) {
  const size = PAPER[ON_LETTER.has(marketplace) ? "letter" : "a4"];
  return { size, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } };
}

/** How it looks where a paragraph says no more than what it is. */
export function stylesFor(print: Print) {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: "1F3864" },
    paragraph: { spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: {
        run: {
          font: { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" },
          size: 21,
          language: { value: tagFor(print), eastAsia: "zh-CN" },
        },
        paragraph: { spacing: { after: 120, line: 269 } },
      },
      heading1: heading(32, 0),
      heading2: heading(25, 280),
      heading3: heading(22, 200),
      heading4: heading(21, 160),
    },
    paragraphStyles: [
      {
        id: "Quote",
        name: "Quote",
        basedOn: "Normal",
        paragraph: {
          indent: { left: 284 },
          border: { left: { style: "single" as const, size: 12, color: "A6A6A6", space: 8 } },
        },
      },
    ],
  };
}

const tagFor = ({ lang, marketplace }: Print): string =>
  lang.startsWith("zh") ? "zh-CN" : lang !== "en" ? lang : marketplace === "uk" ? "en-GB" : "en-US";

/** A title and a language: what a document would otherwise tell of its writer and its making stays out. */
export function properties(print: Print): string {
  const title = print.title.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>${tagFor(print)}</dc:language></cp:coreProperties>`;
}
