import { error, type Finding } from "./finding.js";
import { suggest } from "./nearest.js";
import { inFolder, type Source } from "./source.js";

/** Kinds of file; each has a schema of the same name. */
export type Kind = (typeof SINGLE)[number] | (typeof OPTIONAL)[number] | (typeof FOLDERS)[keyof typeof FOLDERS];

/** A file of the playbook: what it is, and the id that its name gives. */
export interface Entry {
  readonly name: string;
  readonly file: string;
  readonly kind: Kind;
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Why it cannot be read. */
  readonly fault?: string;
}

const SINGLE = ["playbook", "channels", "facts", "routes", "lexicon"] as const;
/** Files that a playbook can do without. */
const OPTIONAL = ["refusals", "review", "weights"] as const;
const FOLDERS = {
  teams: "team",
  issues: "issue",
  outlines: "outline",
  signals: "signals",
  "signals/issue": "signals",
  cases: "cases",
} as const;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Sorts the files of a folder by what they are; what is missing or astray is a finding. */
export function layOut(source: Source): { entries: readonly Entry[]; findings: readonly Finding[] } {
  const place = (name: string) => ({ file: inFolder(source.folder, name), line: 1, column: 1 });
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  for (const { name, bytes, fault: unread } of source.files) {
    if (name.startsWith("schema/")) continue;
    const at = name.lastIndexOf("/");
    const folder = name.slice(0, Math.max(0, at));
    const id = name.slice(at + 1).replace(/\.ya?ml$/, "");
    const kind = at < 0 ? [...SINGLE, ...OPTIONAL].find((single) => single === id) : kindOfFolder(folder);
    const fault = kind ? misnamed(name, id) : astray(folder, id);
    if (fault !== null) findings.push(error("SR102", place(name), `No file is read from ${name}`, fault));
    else if (kind)
      entries.push({ name, file: place(name).file, kind, id, bytes, ...(unread !== undefined && { fault: unread }) });
  }
  // A folder without playbook.yaml was not read any further.
  const needed = source.files.length === 0 ? SINGLE.slice(0, 1) : SINGLE;
  for (const single of needed) {
    if (entries.some((entry) => entry.kind === single)) continue;
    findings.push(error("SR101", place(`${single}.yaml`), `${single}.yaml is missing`));
  }
  return { entries, findings };
}

/** Where files of a kind stand; undefined where there is no such kind. */
export function homeOf(kind: string | undefined): string | undefined {
  if ([...SINGLE, ...OPTIONAL].some((single) => single === kind)) return `${kind}.yaml.`;
  const folders = Object.entries(FOLDERS).filter(([, one]) => one === kind);
  return folders.length > 0 ? `${folders.map(([folder]) => `${folder}/`).join(" or ")}.` : undefined;
}

const kindOfFolder = (folder: string): Kind | undefined =>
  Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder as keyof typeof FOLDERS] : undefined;

function misnamed(name: string, id: string): string | null {
  if (!name.endsWith(".yaml")) return "Its name must end in .yaml.";
  return ID.test(id) && id !== "constructor"
    ? null
    : "A file's name is its id: lower-case letters, digits and single hyphens.";
}

function astray(folder: string, id: string): string {
  const near = folder === "" ? suggest(id, [...SINGLE, ...OPTIONAL], 0) : suggest(folder, Object.keys(FOLDERS), 0);
  return (
    near ??
    `YAML stands in ${[...SINGLE, ...OPTIONAL].map((single) => `${single}.yaml`).join(", ")} and the folders ${Object.keys(FOLDERS).join(", ")}.`
  );
}
