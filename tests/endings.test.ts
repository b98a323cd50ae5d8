import { beforeAll, expect, test } from "vitest";
import { main } from "../src/main.js";
import { shipped } from "./support/compiled.js";
import { fakeWorld } from "./support/world.js";

// Where the build is not of today, the playbook is compiled here, once.
beforeAll(() => shipped(), 60_000);

const ADVICE = ["my account was deactivated for late shipments, I have 72 hours to reply"];
const OUTLINE = ["outline", "inauthentic"];
const LETTER = ["letter", "inauthentic"];
const REVIEW = ["review", "draft.md"];
const CHECK = ["check", "mine"];
const GRAPH = ["graph", "--from", "issue=upload-error"];

const JSON_TEXT = /^\{\s*"/;
const MARKDOWN = /^##? /;
const WORD = /^PK/;
/** Words and no mark of another format. */
const TEXT = /^(?!PK|BEGIN|[{#<]|graph|flowchart|digraph)/;

/** What is written to a file of that name. */
async function writtenTo(output: string, argv: readonly string[]): Promise<string> {
  const files = { "draft.md": "Dear Amazon, give us our account back.", "mine/playbook.yaml": 'version: "1' };
  const fake = fakeWorld({ files });
  await main([...argv, "--output", output], fake.world);
  expect(fake.out()).toBe("");
  const bytes = fake.bytes.get(output);
  return bytes ? Buffer.from(bytes).toString("latin1") : (fake.written.get(output) ?? expect.fail(fake.err()));
}

test.each<[output: string, begins: RegExp, argv: readonly string[]]>([
  ["a.docx", WORD, ADVICE],
  ["a.json", JSON_TEXT, ADVICE],
  ["a.md", MARKDOWN, ADVICE],
  ["a.markdown", MARKDOWN, ADVICE],
  ["a.ics", /^BEGIN:VCALENDAR/, ADVICE],
  ["A.JSON", JSON_TEXT, ADVICE],
  ["a.txt", TEXT, ADVICE],
  ["a", TEXT, ADVICE],
  ["a.constructor", TEXT, ADVICE],
  ["json", TEXT, ADVICE],
  ["a.docx", WORD, OUTLINE],
  ["a.json", JSON_TEXT, OUTLINE],
  ["a.md", MARKDOWN, OUTLINE],
  ["a.docx", WORD, LETTER],
  ["a.json", JSON_TEXT, LETTER],
  ["a.md", MARKDOWN, LETTER],
  ["a.json", JSON_TEXT, REVIEW],
  ["a.json", JSON_TEXT, ["teams", "notice"]],
  ["a.md", MARKDOWN, ["issues"]],
  ["a.json", JSON_TEXT, CHECK],
  ["a.sarif", /"version": "2.1.0"/, CHECK],
  ["a.xml", /^<\?xml/, CHECK],
  ["a.dot", /^digraph/, GRAPH],
  ["a.mmd", /flowchart/, GRAPH],
])("%s is written as its ending says: %s", async (output, begins, argv) => {
  expect(await writtenTo(output, argv)).toMatch(begins);
});

test.each<[output: string, begins: RegExp, argv: readonly string[]]>([
  ["a.docx", MARKDOWN, [...ADVICE, "--format", "markdown"]],
  ["a.md", JSON_TEXT, [...ADVICE, "--json"]],
  ["a.ics", TEXT, [...ADVICE, "--format", "text"]],
  ["a.json", WORD, [...OUTLINE, "--format", "docx"]],
  ["a.json", TEXT, [...REVIEW, "--format", "pretty"]],
  ["a.json", /^<\?xml/, [...CHECK, "--format", "junit"]],
  ["a.dot", TEXT, [...GRAPH, "--format", "text"]],
])("%s is written as --format says", async (output, begins, argv) => {
  expect(await writtenTo(output, argv)).toMatch(begins);
});

test.each<[output: string, known: string, argv: readonly string[]]>([
  ["a.svg", "text, json, markdown, docx, ics", ADVICE],
  ["a.ics", "text, json, markdown, docx", OUTLINE],
  ["A.ICS", "text, json, markdown, docx", LETTER],
  ["a.docx", "text, json, markdown", ["issues"]],
  ["a.docx", "text, json, markdown", ["teams"]],
  ["a.xml", "text, json, markdown", ["diff", "mine"]],
  ["a.md", "pretty, json, github", REVIEW],
  ["a.docx", "pretty, json, github", REVIEW],
  ["a.json", "text, mermaid, dot", GRAPH],
  ["a.svg", "text, mermaid, dot", GRAPH],
  ["a.md", "pretty, json, github, sarif, junit", CHECK],
])("%s, which promises another format, is refused: %s of %s", async (output, known, argv) => {
  const fake = fakeWorld({ files: { "draft.md": "Dear Amazon, give us our account back." } });
  expect(await main([...argv, "--output", output], fake.world)).toBe(2);
  expect([fake.out(), fake.written.size]).toEqual(["", 0]);
  expect(fake.err()).toBe(
    `seller-route: Nothing is written as ${output.toLowerCase().slice(1)} here: --output ${output}\n` +
      `Known: ${known}. Name the file otherwise, or say which with --format.\n`,
  );
});
