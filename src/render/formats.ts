/** Formats of answers: those that are made of words, and the others. */
export const WORDED = ["text", "json", "markdown"] as const;
export type Worded = (typeof WORDED)[number];
export const FORMATS = [...WORDED, "docx", "ics"] as const;
export type Format = (typeof FORMATS)[number];

/** Formats of the findings in a playbook, of those in a draft, and of the decision map. */
export const REPORTS = ["pretty", "json", "github", "sarif", "junit"] as const;
export type ReportFormat = (typeof REPORTS)[number];
export const REVIEWS = ["pretty", "json", "github"] as const;
export type ReviewFormat = (typeof REVIEWS)[number];
export const GRAPHS = ["text", "mermaid", "dot"] as const;
export type GraphFormat = (typeof GRAPHS)[number];

/** What the endings of files are the formats of. */
const ENDINGS: Readonly<Record<string, string>> = {
  md: "markdown",
  markdown: "markdown",
  json: "json",
  docx: "docx",
  ics: "ics",
  sarif: "sarif",
  xml: "junit",
  mmd: "mermaid",
  mermaid: "mermaid",
  dot: "dot",
  gv: "dot",
};

/** Endings of formats that no command writes. */
const OTHERS = new Set("pdf doc odt rtf html htm svg png jpg jpeg csv tsv xls xlsx eml zip".split(" "));

/** The one of the known formats that a file's name ends in; undefined where it ends in none of them. */
export function endingFormat<T extends string>(file: string | undefined, known: readonly T[]): T | undefined {
  const ending = endingOf(file);
  const format = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return known.find((one) => one === format);
}

/** What a file's name ends in where that promises a format, and none of those that are known. */
export function otherEnding(file: string | undefined, known: readonly string[]): string | undefined {
  const ending = endingOf(file);
  const promises = Object.hasOwn(ENDINGS, ending) || OTHERS.has(ending);
  return promises && endingFormat(file, known) === undefined ? ending : undefined;
}

const endingOf = (file = ""): string => /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
