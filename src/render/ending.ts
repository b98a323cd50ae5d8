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

/** The one of the known formats that a file's name ends in; undefined where it ends in none of them. */
export function endingFormat<T extends string>(file: string | undefined, known: readonly T[]): T | undefined {
  const ending = /\.(\w+)$/.exec(file ?? "")?.[1]?.toLowerCase() ?? "";
  const format = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return known.find((one) => one === format);
}
