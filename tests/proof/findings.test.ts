import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Finding, Place } from "../../src/playbook/finding.js";
import { prove } from "../../src/proof/prove.js";
import { subjectOf } from "../../src/proof/subject.js";
import { changed, FOLDER, type Folder, load, minimal } from "../playbook/fixture.js";

/** A small playbook with something wrong in it, and all that is found of one kind: see findings.yaml. */
interface Proof {
  readonly name: string;
  /** A file, what stands in it, and what is put there instead; or a file and its whole text. */
  readonly change?: readonly (readonly [string, string, string] | readonly [string, string])[];
  /** How the codes begin that are looked at. */
  readonly code: string;
  readonly maxAge?: number;
  readonly finds: string;
}

const proofs = parse(readFileSync(new URL("findings.yaml", import.meta.url), "utf8")) as Proof[];

describe("what is proved of a small playbook", () => {
  test.each(proofs)("$name", async ({ change = [], code, maxAge, finds }) => {
    const result = await load(change.reduce(edit, minimal));
    if (!("playbook" in result)) throw new Error(JSON.stringify(result.findings));
    const times = { today: "2026-11-22", ...(maxAge !== undefined && { maxAge }) };
    const found = prove(subjectOf(result.playbook, result.book), times, true);
    expect(
      `${found
        .filter((one) => one.code.startsWith(code))
        .map(shown)
        .join("\n")}\n`,
    ).toBe(`${finds.trim()}\n`);
  });
});

function edit(folder: Folder, [file, from, to]: readonly [string, string, string?]): Folder {
  if (to === undefined) return { ...folder, [file]: from };
  const text = folder[file] ?? "";
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  return changed({ ...folder, [file]: text.replace(from, () => to) });
}

const place = ({ file, line, column, endColumn }: Place): string =>
  `${file.slice(FOLDER.length + 1)}:${line}:${column}-${endColumn}`;

/** A finding with all that is told of it. */
function shown(one: Finding): string {
  return [
    `${place(one)} ${one.severity} ${one.code} ${one.message}`,
    ...(one.hint === undefined ? [] : [`  hint: ${one.hint}`]),
    ...(one.related ?? []).map((other) => `  see: ${place(other)} ${other.message}`),
    ...(one.example?.trimEnd().split("\n") ?? []),
  ].join("\n");
}
