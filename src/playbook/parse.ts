import type { Document, LineCounter, Node, Pair, YAMLError } from "yaml";
import { error, type Finding, type Place, warning } from "./finding.js";
import { cutOff, HASH, HASH_HINT } from "./hash.js";
import type { Entry, Kind } from "./layout.js";
import { finder, type Path } from "./places.js";
import { type Slip, slipIn } from "./slip.js";
import { LARGEST } from "./source.js";
import { conflictIn, oddIndent, oddSpace } from "./unseen.js";

/** A file of the playbook as a plain value, and where in the file each part of it stands. */
export interface Sheet<T = unknown> {
  readonly name: string;
  readonly kind: Kind;
  readonly id: string;
  readonly value: T;
  /** Where the value at a path stands, or its key. */
  place(path: Path, part?: "key" | "value"): Place;
}

export type Yaml = typeof import("yaml");

const MOST_FAULTS = 200;
/** Controls, lone surrogates, and what turns the direction of writing. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Reads one file as YAML 1.2 without anchors, aliases, merge keys and tags. */
export function parseSheet(yaml: Yaml, entry: Entry): { sheet: Sheet | null; findings: readonly Finding[] } {
  const { file, name, kind, id } = entry;
  const start: Place = { file, line: 1, column: 1 };
  const text = textOf(entry);
  if (typeof text !== "string") return failed(error("SR103", start, text.fault));
  // Counted here: the parser passes over lines that it cannot read, and stops at a second document.
  const lines: LineCounter = new yaml.LineCounter();
  for (let at = 0; at > 0 || lines.lineStarts.length === 0; at = text.indexOf("\n", at) + 1) lines.addNewLine(at);
  const options = { version: "1.2", schema: "core", merge: false, stringKeys: true, prettyErrors: false } as const;
  const document: Document = yaml.parseDocument(text, { ...options, strict: true, uniqueKeys: false });
  const { between, place } = finder(yaml, file, text, document, lines);
  const told = (code: "SR104" | "SR105", { from, to, message, hint }: Slip) =>
    failed(error(code, between(from, to), message, hint));
  const conflict = conflictIn(text);
  if (conflict) return told("SR104", conflict);
  // One slip often makes many errors; the first is the one to mend.
  const slip = document.errors[0];
  if (slip) return failed(notYaml(yaml, text, slip, between));
  const odd = oddSpace(text, document, yaml);
  if (odd) return told("SR105", odd);
  const refused = refusals(yaml, document, text, kind, between);
  // Of one file no more is told: whoever mends these sees the rest.
  if (refused.length > 0) return { sheet: null, findings: refused.slice(0, MOST_FAULTS) };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return {
    sheet: { name, kind, id, value, place },
    findings: isAstray(name, kind, value) ? [] : modeline(entry, text, start),
  };
}

const failed = (finding: Finding) => ({ sheet: null, findings: [finding] });

/** A file as text, or why it is none. */
function textOf({ kind, bytes, fault }: Entry): string | { readonly fault: string } {
  if (fault !== undefined) return { fault };
  const most = kind === "weights" ? LARGEST : LARGEST / 8;
  if (bytes.length > most) return { fault: `The file is larger than ${most / 1024 / 1024} MB` };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { fault: "The file is not UTF-8 text" };
  }
}

type Between = (from: number, to: number) => Place;

/** What YAML allows and a playbook does not. */
function refusals(yaml: Yaml, document: Document, text: string, kind: Kind, between: Between): Finding[] {
  const findings: Finding[] = [];
  const placeOf = ({ range }: Node) => between(range?.[0] ?? 0, range?.[1] ?? 0);
  const refuse = (node: Node, message: string, hint?: string) =>
    findings.push(error("SR105", placeOf(node), message, hint));
  const marks = (node: Node) => {
    if ("anchor" in node && node.anchor) refuse(node, `The anchor &${node.anchor} cannot be used here`);
    if (node.tag) refuse(node, `The tag ${node.tag} cannot be used here`);
  };
  // Of several visitors that fit a node, only the most special one is called.
  yaml.visit(document, {
    Alias: (_, node) =>
      void refuse(
        node,
        "An alias (*) cannot be used here",
        'Write the text out, or put it in quotes if it begins with "*".',
      ),
    Node: (_, node) => void marks(node),
    Scalar: (_, node, path) => {
      marks(node);
      const cut = cutOff(yaml, text, node, path, kind);
      if (cut) findings.push(error("SR105", between(...cut), HASH, HASH_HINT));
      if (kind !== "cases" && typeof node.value === "string" && UNPRINTABLE.test(node.value))
        refuse(node, "The text holds a control character");
    },
    Map: (_, map) => {
      marks(map);
      for (const one of keys(map.items, placeOf)) findings.push(one);
    },
  });
  return findings;
}

/** Keys that stand twice, and merge keys. */
function keys(pairs: readonly Pair[], placeOf: (node: Node) => Place): Finding[] {
  const seen = new Map<string, Place>();
  const all = pairs.flatMap(({ key }) => {
    const node = key as Node & { value?: unknown };
    const name = String(node.value ?? "");
    const place = placeOf(node);
    if (name === "<<") return [error("SR105", place, "A merge key (<<) cannot be used here")];
    const first = seen.get(name);
    if (first) return [error("SR106", place, `The key "${name}" stands twice; first in line ${first.line}`)];
    seen.set(name, place);
    return [];
  });
  // Where the first key comes again, and others behind it, a new item was to begin.
  const [first, second] = all.filter(({ code }) => code === "SR106");
  const again = `The key "${(pairs[0]?.key as { value?: unknown } | undefined)?.value}" `;
  if (!first || !second || !first.message.startsWith(again)) return all;
  return [{ ...first, hint: 'Write "- " before it, if a new item of the list begins here.' }];
}

const QUOTE = "Text with a colon and a space in it, or with a special sign before it, needs quotes.";
const SLIPS: Partial<Record<YAMLError["code"], readonly [string, string?]>> = {
  BAD_ALIAS: ["An alias (*) needs a name", 'Put text that begins with "*" in quotes.'],
  BAD_INDENT: ["The indentation does not fit the lines above"],
  BAD_SCALAR_START: ["Text cannot begin with this sign", QUOTE],
  BLOCK_IN_FLOW: ["A second colon stands in the same text", QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ["A second key stands in the same line", QUOTE],
  MISSING_CHAR: ["A quote, bracket or other sign is missing here"],
  MULTILINE_IMPLICIT_KEY: ["Here a key and a colon are expected"],
  MULTIPLE_DOCS: ["A file holds one document; a second one begins here"],
  NON_STRING_KEY: ["A key must be text"],
  RESOURCE_EXHAUSTION: ["The file is nested too deeply"],
  TAB_AS_INDENT: ["A tab cannot be used for indentation", "Use spaces."],
  UNEXPECTED_TOKEN: ["This does not belong here"],
};

/** Slips that come from something further up, or below. */
const FAR: readonly YAMLError["code"][] = [
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
];

function notYaml(yaml: Yaml, text: string, slip: YAMLError, between: Between): Finding {
  const odd = oddIndent(text, slip.pos[0]);
  if (odd) return error("SR104", between(odd.from, odd.to), odd.message, odd.hint);
  const seen = FAR.includes(slip.code) ? slipIn(yaml, text, slip.pos[0]) : null;
  if (seen) return error("SR104", between(seen.from, seen.to), seen.message, seen.hint);
  const [message, hint] = SLIPS[slip.code] ?? [slip.message];
  return error("SR104", between(slip.pos[0], slip.pos[1]), message, hint);
}

/** Signals of an issue among those of facts, or the other way round: that is told, and not how the first line ends. */
export const isAstray = (name: string, kind: Kind, value: unknown): boolean =>
  kind === "signals" &&
  typeof value === "object" &&
  value !== null &&
  (name.startsWith("signals/issue/") ? !("signals" in value) : !("values" in value));

/** Editors find a file's schema by its first line. */
function modeline(entry: Entry, text: string, start: Place): Finding[] {
  const wanted = `# yaml-language-server: $schema=${"../".repeat(entry.name.split("/").length - 1)}schema/${entry.kind}.schema.json`;
  const found = text.split("\n", 1)[0]?.trimEnd() ?? "";
  if (found.replace("=./", "=") === wanted) return [];
  return [
    warning("SR107", { ...start, source: found }, "The first line does not name the file's schema", `Write: ${wanted}`),
  ];
}
