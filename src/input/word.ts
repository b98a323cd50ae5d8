import type { Decoded } from "./decode.js";

/** Whether bytes may be a Word document: a zip archive. */
export const mayBeWord = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

const SIGNATURE = [0x50, 0x4b, 3, 4];
const DOCUMENT = "word/document.xml";
/** More text than this is no letter. */
const LARGEST = 8 * 1024 * 1024;

/** The paragraphs of a Word document in Markdown: headings and items are known as such. Null where it is none. */
export async function wordText(bytes: Uint8Array): Promise<Decoded | null> {
  const { strFromU8, unzipSync } = await import("fflate");
  let xml: Uint8Array | undefined;
  try {
    xml = unzipSync(bytes, { filter: ({ name, originalSize }) => name === DOCUMENT && originalSize <= LARGEST })[
      DOCUMENT
    ];
  } catch {
    return { fault: "is a Word document that cannot be read", hint: "Open it, copy the text, and paste that." };
  }
  if (xml === undefined) return null;
  return {
    text: strFromU8(xml)
      .split("</w:p>")
      .slice(0, -1)
      .map(paragraph)
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

/** One paragraph, up to its end; an empty line is between those that are no items. */
function paragraph(xml: string): string {
  const pieces = [...xml.matchAll(PIECE)].map(([piece, text]) =>
    text === undefined ? (SIGNS[tagOf(piece)] ?? "\n") : plain(text),
  );
  const words = pieces.join("");
  const level = HEADING.exec(xml)?.[1];
  if (level !== undefined) return `\n${"#".repeat(level === "Title" ? 1 : Number(level))} ${words}\n`;
  return xml.includes("<w:numPr>") ? `- ${words.replaceAll("\n", "\n  ")}` : `${words}\n`;
}

const PIECE = /<w:t(?: [^<>]{0,100})?>([^<]*)<\/w:t>|<w:(?:tab|br|cr|noBreakHyphen)(?: [^<>]{0,100})?\/>/g;
const HEADING = /<w:pStyle w:val="(?:Heading|berschrift|Titre|Titolo|Ttulo)?([1-6]|Title)"/;
const SIGNS: Readonly<Record<string, string>> = { tab: "\t", noBreakHyphen: "-" };
const tagOf = (piece: string): string => /^<w:(\w+)/.exec(piece)?.[1] ?? "";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
