import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDocument, visit } from "yaml";
import { drawLines, drawMenu, drawPage } from "../src/ask/frame.js";
import { talk } from "../src/ask/words.js";
import { main } from "../src/main.js";
import { plain } from "../src/render/style.js";
import { changed, FOLDER, type Folder, minimal, under } from "./playbook/fixture.js";
import { shipped } from "./support/compiled.js";
import { fakeWorld, type Outside } from "./support/world.js";

// No byte of input, of a playbook or of a name reaches a terminal as a control or escape sequence.
const warnings: string[] = [];
beforeAll(async () => {
  process.on("warning", ({ message }) => warnings.push(message));
  await shipped();
}, 60_000);
// A library's warnings would go past us.
afterAll(() => expect(warnings).toEqual([]));
const SLOW = 600_000;
/** How many times as much is tried. */
const MUCH = Number(process.env.SAFETY_RUNS ?? 1);

/** Controls but the line end, lone surrogates, line separators, invisible and direction-changing characters. */
const CONTROL =
  /(?!\n)[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;

const SEQUENCES = [
  "\x1b[31m",
  "\x1b]0;title\x07",
  "\x1b]8;;https://evil.example\x1b\\",
  "\x1b]52;c;ZXZpbA==\x07",
  "\x1bc",
  "\x9b2J",
  "\x9d8;;x\x9c",
  "\x90q\x9c",
  "\r\n\r",
  "\t",
  "\b\b",
  "\x00",
  "\x7f",
  "\x85",
  "\u2028",
  "\u2029",
  "\u202E",
  "\u2066",
  "\u200B",
  "\uFEFF",
  "\uD800",
  "\u{E0041}",
];
const WORDS = [
  "account",
  "deactivated",
  "trademark",
  "-",
  "=",
  "%",
  "'",
  '"',
  "`",
  "$(x)",
  "<b>",
  "</p>",
  "&#27;",
  "&#155;",
  "&#x202e;",
  "我",
  "/",
  "B0ABCDEFGH",
  "a@b.example",
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...SEQUENCES), fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""));

/** Runs a command line and looks at all that it said. */
async function quiet(argv: readonly string[], outside: Outside = {}): Promise<void> {
  const fake = fakeWorld(outside);
  const code = await main(argv, fake.world);
  const said = `${fake.out()}${fake.err()}`;
  const found = CONTROL.exec(said);
  if (found)
    expect.fail(
      `${JSON.stringify(argv)} says ${JSON.stringify(said.slice(Math.max(0, found.index - 60), found.index + 20))}`,
    );
  if (code === 70) expect.fail(`${JSON.stringify(argv)} is a bug: ${fake.err()}`);
}

const run = (arbitrary: fc.Arbitrary<readonly [readonly string[], Outside?]>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(arbitrary, ([argv, outside]) => quiet(argv, outside)),
    { numRuns: Math.ceil((numRuns * MUCH) / 4) },
  );

const formats = fc.constantFrom<readonly string[]>(
  [],
  ["--json"],
  ["--format", "markdown"],
  ["--explain"],
  ["--redact", "--json", "--explain"],
  ["--lang", "zh"],
);

describe("what is said of a hostile", () => {
  test("text: words, standard input, a file", { timeout: SLOW }, async () => {
    await run(
      fc.tuple(hostile, formats).map(([text, format]) => [[...format, "--", `My account was deactivated ${text}`]]),
      60,
    );
    await run(
      fc.tuple(hostile, formats).map(([text, format]) => [format, { stdin: `trademark complaint ${text}` }]),
      60,
    );
    await run(
      fc
        .tuple(hostile, hostile, formats)
        .map(([text, name, format]) => [[...format, "--file", name], { files: { [name]: text } }]),
      60,
    );
  });

  test("e-mail and HTML", { timeout: SLOW }, async () => {
    await run(
      fc.tuple(hostile, formats).map(([text, format]) => [format, { stdin: `<p>account deactivated ${text}</p>` }]),
      40,
    );
    await run(
      fc.tuple(hostile, hostile).map(([name, text]) => [
        ["--json"],
        {
          stdin: `From: ${name} <a@b.example>\nSubject: =?utf-8?B?${Buffer.from(name).toString("base64")}?=\nContent-Type: text/html\n\n<p>${text}`,
        },
      ]),
      40,
    );
  });

  test("line of batch", { timeout: SLOW }, async () => {
    const item = fc.oneof(
      hostile.map((text) => text),
      hostile.map((text) => JSON.stringify({ id: text, text })),
      hostile.map((text) => JSON.stringify({ id: text, facts: { [text]: text } })),
      hostile.map((text) => JSON.stringify({ facts: { claim: text } })),
    );
    await run(
      fc.array(item, { minLength: 1, maxLength: 5 }).map((lines) => [["batch", "--full"], { stdin: lines.join("\n") }]),
      60,
    );
  });

  test("flag, value or name", { timeout: SLOW }, async () => {
    const lines: ((text: string) => readonly [readonly string[], Outside?])[] = [
      (text) => [[`--${text}`]],
      (text) => [[text]],
      (text) => [["teams", text]],
      (text) => [["issues", text]],
      (text) => [["outline", text]],
      (text) => [["letter", text]],
      (text) => [["letter", "inauthentic", "--save", text]],
      ...["text", "markdown", "json"].map((format) => (text: string): readonly [readonly string[], Outside?] => [
        ["letter", "inauthentic", "--resume", "f", "--format", format],
        {
          files: {
            f: `form: 1\nplaybook: { version: x, digest: x }\nanswers: {}\nletters: { poa-authenticity: { placeholders: { store: ${JSON.stringify(text)}, ${JSON.stringify(text)}: x }, sections: { opening: ${JSON.stringify(text)}, root-cause: [${JSON.stringify(text)}] } } }\n`,
          },
        },
      ]),
      (text) => [["completion", text]],
      (text) => [["help", text]],
      (text) => [["--fact", text]],
      (text) => [["--fact", `${text}=x`]],
      (text) => [["--fact", `claim=${text}`]],
      (text) => [["--marketplace", text, "x y"]],
      (text) => [["--format", text, "x y"]],
      (text) => [["--lang", text, "x y"]],
      (text) => [["--today", text, "x y"]],
      (text) => [["--max-bytes", text, "x y"]],
      (text) => [["--data", text, "teams"]],
      (text) => [["--facts", text]],
      (text) => [["--resume", text]],
      (text) => [["--facts", "f"], { files: { f: text } }],
      (text) => [["--facts", "f"], { files: { f: `${JSON.stringify(text)}: 1` } }],
      (text) => [["--resume", "f"], { files: { f: text } }],
      (text) => [
        ["--resume", "f"],
        {
          files: {
            f: `form: 1\nplaybook: { version: ${JSON.stringify(text)}, digest: x }\ntext: ${JSON.stringify(text)}\nanswers: { issue: ${JSON.stringify(text)}, ${JSON.stringify(text)}: x }\n`,
          },
        },
      ],
      (text) => [["teams", "--output", text]],
      (text) => [["teams", "--output", text], { files: { [text.replace(/^\.\//, "").replace(/\/+$/, "")]: "" } }],
      (text) => [["check", text]],
      (text) => [["check", "--only", text]],
      (text) => [["check", "--explain", text]],
      (text) => [["check", "--format", text]],
      (text) => [["diff", text]],
      (text) => [["diff", `${text}:data`]],
      (text) => [["graph", "--from", text]],
      (text) => [["init", text]],
      (text) => [["init", text, "--extends", text]],
      (text) => [["x y", "--save", text]],
    ];
    await run(
      fc.tuple(fc.constantFrom(...lines), hostile).map(([line, text]) => line(text)),
      400,
    );
  });
});

describe("what an interview shows of hostile", () => {
  test("answers, line by line", { timeout: SLOW }, async () => {
    const lines = fc.array(fc.oneof(hostile, fc.constantFrom("", "1", "2", "?", "b", "trademark")), {
      minLength: 1,
      maxLength: 12,
    });
    await run(
      fc
        .tuple(lines, hostile)
        .map(([typed, editor]) => [
          ["--plain"],
          { tty: true, stdin: `${typed.join("\n")}\n`, env: { NO_COLOR: "1", EDITOR: editor } },
        ]),
      40,
    );
  });

  test("keys, names and texts, on a drawn screen", () => {
    const glass = { columns: 60, rows: 30, paint: plain, words: talk("en") };
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 6, maxLength: 6 }),
        ([a = "", b = "", c = "", d = "", e = "", f = ""]) => {
          const lead = [{ text: a }];
          const choices = [
            { value: 1, label: b, group: c, also: d },
            { value: 2, label: `x${e}`, always: true },
          ];
          const menu = { title: f, lead, trail: lead, why: lead, search: true, choices, back: true };
          const frames = [
            drawLines(lead, glass).join("\n"),
            drawPage({ title: a, lead, start: b, enter: e, back: true }, c.split("\n"), d, e, glass),
            drawMenu(menu, { at: 0, filter: b, help: true }, glass),
          ];
          for (const frame of frames) expect(CONTROL.exec(frame)).toBeNull();
        },
      ),
    );
  });
});

/** The fixture with other words in every text that a seller reads. */
function worded(texts: readonly string[]): Record<string, string> {
  let turn = 0;
  const files = Object.entries(minimal).map(([name, text]) => {
    if (!name.endsWith(".yaml") || name.startsWith("signals/") || name === "lexicon.yaml") return [name, text] as const;
    const document = parseDocument(text);
    visit(document, {
      Pair: (_, pair) => {
        const { key, value } = pair as { key: { value?: unknown }; value: { value?: unknown } };
        if (key.value === "en" && typeof value.value === "string") value.value = texts[turn++ % texts.length];
      },
    });
    return [name, document.toString()] as const;
  });
  return Object.fromEntries(files);
}

const inFolder = (files: Folder) => under(FOLDER, files);
const onPlaybook = fc.constantFrom<readonly string[]>(
  ["teams"],
  ["teams", "notice"],
  ["issues", "--json"],
  ["issues", "trademark"],
  ["outline", "trademark"],
  ["outline", "trademark", "--format", "markdown"],
  ["letter", "trademark"],
  ["letter", "trademark", "--format", "markdown"],
  ["letter", "trademark", "--json"],
  ["teams", "--format", "markdown"],
  ["graph"],
  ["graph", "--format", "dot"],
  ["graph", "--format", "mermaid"],
  ["completion", "fish"],
  ["--fact", "issue=trademark", "--fact", "claim=right", "--fact", "appeal=none"],
  ["--fact", "issue=trademark", "--format", "markdown"],
  ["trademark complaint", "--explain"],
);
const reports = fc.constantFrom("pretty", "json", "github", "sarif", "junit");

describe("what is said of a hostile playbook", () => {
  // Such characters in texts are no controls, and pass the loading.
  const text = fc
    .array(
      fc.constantFrom(
        "\u2028",
        "\u2029",
        "\u200B",
        "\uFEFF",
        "\u00AD",
        "\u{E0041}",
        "word ",
        "我",
        "[x](y)",
        "<b>",
        "{{asin}}",
        "%0A::error::",
      ),
      { minLength: 2, maxLength: 8 },
    )
    .map((parts) => `a${parts.join("")}b`);

  test("whose texts hold invisible characters", { timeout: SLOW }, async () => {
    await run(
      fc
        .tuple(onPlaybook, fc.array(text, { minLength: 1, maxLength: 9 }))
        .map(([argv, texts]) => [[...argv, "--data", FOLDER], { files: inFolder(worded(texts)) }]),
      60,
    );
    await run(
      fc
        .tuple(reports, fc.array(text, { minLength: 1, maxLength: 9 }))
        .map(([format, texts]) => [
          ["check", FOLDER, "--info", "--coverage", "--format", format],
          { files: inFolder(worded(texts)) },
        ]),
      15,
    );
  });

  test("whose texts hold controls", { timeout: SLOW }, async () => {
    await run(
      fc
        .tuple(reports, fc.array(hostile, { minLength: 1, maxLength: 9 }))
        .map(([format, texts]) => [["check", FOLDER, "--format", format], { files: inFolder(worded(texts)) }]),
      25,
    );
    await run(
      fc
        .array(hostile, { minLength: 1, maxLength: 9 })
        .map((texts) => [["teams", "--data", FOLDER], { files: inFolder(worded(texts)) }]),
      25,
    );
  });

  test("whose files, names and bytes are hostile", { timeout: SLOW }, async () => {
    const names = Object.keys(minimal).filter((name) => name.endsWith(".yaml"));
    const broken = fc.tuple(fc.constantFrom(...names), fc.nat(), hostile).map(([name, at, put]) => {
      const old = minimal[name] as string;
      return changed({ [name]: `${old.slice(0, at % old.length)}${put}${old.slice(at % old.length)}` });
    });
    const named = hostile.map((name) =>
      changed({
        [`teams/${name}.yaml`]: "x",
        [`${name}.yaml`]: "x",
        [`cases/${name}.yaml`]: minimal["cases/basic.yaml"] as string,
      }),
    );
    await run(
      fc
        .tuple(reports, fc.oneof(broken, named))
        .map(([format, folder]) => [["check", FOLDER, "--format", format], { files: inFolder(folder) }]),
      60,
    );
    await run(
      broken.map((folder) => [["teams", "--data", FOLDER], { files: inFolder(folder) }]),
      40,
    );
    await run(
      broken.map((folder) => [
        ["diff", FOLDER, "other", "--format", "text"],
        {
          files: {
            ...inFolder(folder),
            ...under("other", minimal),
          },
        },
      ]),
      15,
    );
  });
});
