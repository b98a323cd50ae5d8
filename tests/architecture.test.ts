import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * What each room of src/ may import besides itself. A plain name: anything. `type name`: types only. `import()`: only
 * where it is used. A package is named by its specifier; Node's own begin with "node:".
 */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: [],
  reading: ["core"],
  input: ["exit", "node:buffer", "node:util", "postal-mime", "html-to-text", "import(fflate)"],
  playbook: [
    "core",
    "reading",
    "exit",
    "type world",
    "type ajv",
    "type yaml",
    "import(ajv)",
    "import(yaml)",
    "node:crypto",
  ],
  letter: ["core", "reading", "playbook"],
  proof: ["core", "reading", "playbook"],
  render: [
    "core",
    "playbook",
    "proof",
    "letter",
    "ansi-styles",
    "fast-string-width",
    "type docx",
    "import(docx)",
    "import(fflate)",
    "import(ical-generator)",
    "node:crypto",
  ],
  ask: [
    "core",
    "input",
    "reading",
    "playbook",
    "letter",
    "render",
    "exit",
    "type world",
    "type yaml",
    "import(yaml)",
    "@inquirer/core",
    "inquirer",
    "node:",
  ],
  commands: [
    "core",
    "input",
    "reading",
    "playbook",
    "proof",
    "letter",
    "render",
    "ask",
    "complain",
    "exit",
    "type world",
    "node:",
  ],
  program: [
    "type commands",
    "import(commands)",
    "import(playbook)",
    "checking",
    "input",
    "options",
    "render",
    "tools",
    "usage",
    "writing",
    "exit",
    "type world",
    "commander",
  ],
  options: ["type commands", "render", "exit", "type world", "type commander"],
  checking: [
    "type commands",
    "import(commands)",
    "import(proof)",
    "options",
    "render",
    "exit",
    "type world",
    "commander",
  ],
  writing: ["options", "usage", "type commands", "import(commands)", "commander"],
  reviewing: ["options", "render", "type commands", "import(commands)", "exit", "type world", "commander"],
  usage: ["options", "exit", "import(playbook)", "type commands", "type commander"],
  tools: ["options", "render", "usage", "reviewing", "type commands", "import(commands)", "commander"],
  main: ["program", "usage", "complain", "exit", "type world", "commander"],
  complain: ["render", "exit", "type world"],
  start: ["exit", "world"],
  told: ["playbook", "exit", "type world", "world"],
  packages: [...["yaml", "ajv", "docx", "fflate", "ical-generator", "input"].map((name) => `import(${name})`)],
  first: ["ask", "render", "type world", "world"],
  brief: ["quick", "world"],
  quick: ["core", "reading", "playbook", "ask", "commands", "render", "complain", "exit", "type world", "world"],
  exit: [],
  world: ["disk", "exit", "home", "type cli", "type told", "type first", "type brief", "import(packages)", "node:"],
  home: ["type world", "node:"],
  disk: ["world", "node:"],
  thread: ["commands", "type input", "node:worker_threads"],
  cli: ["main", "playbook", "world"],
  browser: ["core", "reading", "playbook", "render"],
  index: ["browser", "playbook", "exit", "world"],
};

interface Import {
  readonly file: string;
  readonly to: string;
  readonly how: "type" | "value" | "import()";
}

const src = new URL("../src/", import.meta.url);
const names = readdirSync(src, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
const files = names
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(new URL(name, src), "utf8") }));

const roomOf = (name: string): string => (name.split("/")[0] as string).replace(/\.[jt]s$/, "");

function importsOf({ name, text }: (typeof files)[number]): Import[] {
  const found = [
    ...text.matchAll(/^(?:import|export) (type )?(?:[^;"]*? from )?"([^"]+)";/gms),
    ...[...text.matchAll(/import\(\s*"([^"]+)"/g)].map((match) => [match[0], "dynamic", match[1]]),
  ];
  return found.map(([, kind, to]) => ({
    file: name,
    to: String(to).startsWith(".") ? roomOf(posix.join(posix.dirname(name), String(to))) : packageOf(String(to)),
    how: kind === "dynamic" ? "import()" : kind === undefined ? "value" : "type",
  }));
}

const packageOf = (name: string): string => {
  if (name.startsWith("node:")) return name;
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
};

function allowed({ file, to, how }: Import): boolean {
  const room = roomOf(file);
  const may = MAY[room] ?? [];
  if (to === room || may.includes(to) || (to.startsWith("node:") && may.includes("node:"))) return true;
  return (how === "type" && may.includes(`type ${to}`)) || (how === "import()" && may.includes(`import(${to})`));
}

const imports = files.flatMap(importsOf);

test("imports are found at all", () => expect(imports.length).toBeGreaterThan(150));

describe("imports point inwards", () => {
  test.each([...new Set(names.map(roomOf))])("%s", (room) => {
    expect(Object.keys(MAY)).toContain(room);
    const astray = imports.filter((one) => roomOf(one.file) === room && !allowed(one));
    expect(astray.map(({ file, to, how }) => `${file}: ${how} ${to}`)).toEqual([]);
  });
});

test("the arrows themselves: what they let through and what not", () => {
  expect(allowed({ file: "render/a.ts", to: "ask", how: "value" })).toBe(false);
  expect(allowed({ file: "core/a.ts", to: "node:fs", how: "value" })).toBe(false);
  expect(allowed({ file: "playbook/a.ts", to: "yaml", how: "value" })).toBe(false);
  expect(allowed({ file: "reading/a.ts", to: "core", how: "type" })).toBe(true);
});

test("inquirer is imported by the prompts alone", () => {
  const askers = imports.filter(({ to }) => /inquirer/.test(to)).map(({ file }) => file);
  expect(askers.filter((file) => !/^ask\/(prompts?|frame|menu|keys|editor)\b/.test(file))).toEqual([]);
});

test("what reads e-mail and HTML is loaded only where there is some", () => {
  const early = imports.filter(({ to, how }) => ["postal-mime", "html-to-text"].includes(to) && how !== "type");
  expect(early.map(({ file }) => file).sort()).toEqual(["input/html.ts", "input/mail.ts"]);
  const openers = imports.filter(({ file, to }) => to === "input" && file === "input/wrapped.ts");
  expect(openers.filter(({ how }) => how === "import()").length).toBeGreaterThan(0);
});

test("commands, which most runs do not need, load only when they are called", () => {
  const early = imports.filter(
    ({ file, to, how }) =>
      to === "commands" && how === "value" && !["commands", "quick", "thread"].includes(roomOf(file)),
  );
  expect(early.map(({ file }) => file)).toEqual([]);
});

test("files are read and written through the world alone", () => {
  const own = imports.filter(
    ({ file, to }) =>
      /^node:(fs|fs\/promises)$/.test(to) &&
      roomOf(file) !== "world" &&
      !["home.ts", "disk.ts", "ask/editor.ts"].includes(file),
  );
  expect(own.map(({ file }) => file)).toEqual([]);
});

test("only the world touches the process, and nothing else prints", () => {
  const touching = files.filter(
    ({ name, text }) => roomOf(name) !== "world" && /\bprocess\.|\bconsole\.|"node:process"/.test(code(text)),
  );
  expect(touching.map(({ name }) => name)).toEqual([]);
});

test("the core and the reading know no clock and no chance", () => {
  const inner = files.filter(({ name }) => /^(core|reading)\//.test(name));
  expect(
    inner.filter(({ text }) => /Date\.now|new Date\(\)|Math\.random/.test(code(text))).map(({ name }) => name),
  ).toEqual([]);
});

test("a file over 200 lines says why on its first line", () => {
  const long = files.filter(({ text }) => text.split("\n").length > 201);
  const silent = long.filter(({ text }) => !/^\/[/*]/.test(text));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("nothing is typed any", () => {
  expect(files.filter(({ text }) => /(:|as|<)\s*any\b(?!\s*:)/.test(code(text))).map(({ name }) => name)).toEqual([]);
});

/** A file without its comments and strings. */
function code(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
