import { expect, test } from "vitest";
import type { Finding } from "../../src/playbook/finding.js";
import { FOLDER, type Folder, load } from "./fixture.js";

/** A finding as "file:line:column code message (hint)". */
export function said({ file, line, column, code, message, hint }: Finding): string {
  return `${file.slice(FOLDER.length + 1)}:${line}:${column} ${code} ${message}${hint ? ` (${hint})` : ""}`;
}

/** Loading the folder says just this. */
export function says(name: string, folder: Folder, ...lines: string[]) {
  test(name, async () => expect((await load(folder)).findings.map(said)).toEqual(lines));
}
