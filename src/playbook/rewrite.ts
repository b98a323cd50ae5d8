import type { Pair, Scalar, YAMLMap } from "yaml";

/** A field of what a case expects, and what came out. */
export interface Field {
  readonly field: string;
  /** Whether it stands under facts. */
  readonly isFact: boolean;
  readonly found: string | null;
}

/** Fields of a case that come out differently. */
export interface Change {
  readonly id: string;
  readonly fields: readonly Field[];
}

type Yaml = typeof import("yaml");
type Node = YAMLMap<Scalar, Scalar | YAMLMap<Scalar, Scalar>>;

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A file of cases with other expectations; only these few words change, so comments and layout stay. */
export async function rewritten(text: string, changes: readonly Change[]): Promise<string> {
  const module = await import("yaml");
  const yaml: Yaml = "default" in module ? (module.default as Yaml) : module;
  const document = yaml.parseDocument(text);
  const cases = document.get("cases") as { items: Node[] };
  const splices = changes.flatMap(({ id, fields }) => {
    const one = cases.items.find((item) => (item.get("id") as unknown) === id);
    const expect = one?.items.find((pair) => pair.key.value === "expect")?.value as Node | undefined;
    if (!expect) throw new Error(`No case ${id} in the file`);
    return fields.flatMap((field) => spliced(yaml, text, expect, field));
  });
  return splices
    .sort((a, b) => b.from - a.from)
    .reduce((so, { from, to, text: part }) => so.slice(0, from) + part + so.slice(to), text);
}

function spliced(yaml: Yaml, text: string, expect: Node, { field, isFact, found }: Field): Splice[] {
  const map = isFact ? (expect.get("facts") as unknown as Node) : expect;
  const pair = map.items.find((one) => one.key.value === field);
  const nullable = (field === "outline" || field === "also") && !isFact;
  const value = found === null && !nullable ? null : scalar(found);
  if (pair === undefined) return value === null ? [] : [added(text, map, `${field}: ${value}`)];
  if (value === null) return [removed(text, map, pair)];
  const range = yaml.isScalar(pair.value) ? pair.value.range : null;
  return range ? [{ from: range[0], to: range[1], text: value }] : [];
}

const scalar = (value: string | null): string => {
  if (value === null) return "null";
  return /^[a-z][a-z0-9-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(value)
    ? value
    : JSON.stringify(value);
};

/** A new first pair of a map. */
function added(text: string, map: Node, pair: string): Splice {
  const [start] = map.range as [number, number, number];
  if (map.flow) {
    const at = start + 1;
    return { from: at, to: at, text: map.items.length > 0 ? ` ${pair},` : ` ${pair} ` };
  }
  const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  return { from: start, to: start, text: `${pair}\n${indent}` };
}

/** A pair with the comma or the line that it stands in. */
function removed(text: string, map: Node, pair: Pair<Scalar, unknown>): Splice {
  const [from] = pair.key.range as [number, number, number];
  const end = (pair.value as Scalar).range?.[1] ?? (pair.key.range?.[1] as number);
  if (!map.flow) {
    const newline = text.indexOf("\n", end);
    return { from: text.lastIndexOf("\n", from - 1) + 1, to: newline < 0 ? text.length : newline + 1, text: "" };
  }
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  if (after > 0) return { from, to: end + after, text: "" };
  const before = /\s*,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0;
  return { from: from - before, to: end, text: "" };
}
