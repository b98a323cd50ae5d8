import type { ErrorObject, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { error, type Finding, isError } from "./finding.js";
import { type Entry, homeOf } from "./layout.js";
import { nearest } from "./nearest.js";
import { parseSheet, type Sheet } from "./parse.js";
import { inFolder, type Schemas } from "./source.js";
import { isDecimal, meantBy, worded } from "./wording.js";

/** Reads files as YAML and holds each against its schema. A file with an error in it gives no sheet. */
export async function shape(
  entries: readonly Entry[],
  schemas: Schemas,
): Promise<{ sheets: readonly Sheet[]; findings: readonly Finding[] }> {
  const [yaml, checks] = await Promise.all([import("yaml").then(whole), checker(schemas)]);
  if ("findings" in checks) return { sheets: [], findings: checks.findings };
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  for (const entry of entries) {
    const { sheet, found } = checks.known(entry) ?? checks.keep(entry, shapeOne(yaml, entry, checks));
    findings.push(...found);
    if (sheet) sheets.push(sheet);
  }
  return { sheets, findings: distinct(findings) };
}

/** A file that was read: its sheet, unless it has errors, and what was found in it. */
interface Shaped {
  readonly sheet: Sheet | null;
  readonly found: readonly Finding[];
}

function shapeOne(yaml: typeof import("yaml"), entry: Entry, checks: Checker): Shaped {
  const { sheet, findings } = parseSheet(yaml, entry);
  const faults = sheet ? checks.check(sheet) : [];
  const stray = faults.some(isError) ? elsewhere(entry) : undefined;
  const found = stray ? [stray] : [...findings, ...faults];
  return { sheet: found.some(isError) ? null : sheet, found };
}

/** A file that does not fit where it stands, and whose first line says that it belongs elsewhere. */
function elsewhere({ kind, name, file, bytes }: Entry): Finding | undefined {
  const [first = ""] = new TextDecoder().decode(bytes.subarray(0, 200)).split("\n", 1);
  const named = /\/([a-z]+)\.schema\.json\s*$/.exec(first)?.[1];
  const home = homeOf(named);
  if (named === kind || home === undefined) return undefined;
  const message = `This file does not fit where it stands: its first line says that it is of the kind ${named}`;
  return error("SR102", { file, line: 1, column: 1, source: first }, message, `Move ${name} to ${home}`);
}

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** A CommonJS module as a whole: a bundler gives it as its default export alone. */
const whole = <T extends object>(module: T): T => ("default" in module ? (module.default as T) : module);

interface Checker {
  check(sheet: Sheet): readonly Finding[];
  /** What the same bytes in the same file gave before: who checks again and again has changed one file. */
  known(entry: Entry): Shaped | undefined;
  keep(entry: Entry, shaped: Shaped): Shaped;
}

let last: { readonly key: string; readonly checker: Checker } | undefined;

/** Compiling schemas takes long, so the last ones are kept. */
async function checker(schemas: Schemas): Promise<Checker | { findings: readonly Finding[] }> {
  const texts = [...schemas.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
  const key = JSON.stringify([schemas.folder, texts]);
  if (last?.key === key) return last.checker;
  const { Ajv2020 } = whole(await import("ajv/dist/2020.js"));
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true, logger: false });
  ajv.addVocabulary(["patternErrorMessage"]);
  for (const [name, text] of texts) {
    try {
      ajv.addSchema(JSON.parse(text), name);
    } catch (cause) {
      return { findings: [unusable(schemas, name, cause)] };
    }
  }
  last = { key, checker: { check: (sheet) => check(ajv, schemas, sheet), ...memory() } };
  return last.checker;
}

/** Remembers the last bytes of every file with what they gave. */
function memory(): Pick<Checker, "known" | "keep"> {
  const files = new Map<string, Pick<Entry, "bytes" | "fault"> & { readonly shaped: Shaped }>();
  return {
    known({ file, bytes, fault }) {
      const old = files.get(file);
      return old &&
        old.fault === fault &&
        old.bytes.length === bytes.length &&
        old.bytes.every((byte, i) => byte === bytes[i])
        ? old.shaped
        : undefined;
    },
    keep({ file, bytes, fault }, shaped) {
      files.set(file, { bytes, shaped, ...(fault !== undefined && { fault }) });
      return shaped;
    },
  };
}

/** Of one file no more is told: whoever mends these sees the rest. */
const MOST_FAULTS = 200;

function check(ajv: Ajv2020, schemas: Schemas, sheet: Sheet): readonly Finding[] {
  const name = `${sheet.kind}.schema.json`;
  let validate: ValidateFunction | undefined;
  try {
    validate = ajv.getSchema(name);
  } catch (cause) {
    return [unusable(schemas, name, cause)];
  }
  if (validate === undefined) return [unusable(schemas, name, new Error("it is missing"))];
  if (validate(sheet.value)) return [];
  const faults = validate.errors ?? [];
  const slip = sheet.kind === "playbook" ? faults.find(extending) : undefined;
  return faults
    .filter((fault) => slip === undefined || fault.keyword !== "required" || fault.instancePath !== "")
    .filter((fault) => !misspelt(fault, faults) && !beforeComma(fault, faults))
    .slice(0, MOST_FAULTS)
    .map((fault) => worded(fault, sheet, validate.schema as Readonly<Record<string, unknown>>))
    .filter((finding) => finding !== null);
}

/** Whether a key that is not known was meant to be `extends`: with it, no other is missing. */
const extending = ({ keyword, instancePath, params }: ErrorObject): boolean =>
  keyword === "additionalProperties" &&
  instancePath === "" &&
  nearest(String(params.additionalProperty), ["extends"]) !== undefined;

/** Whether a key is missing since it stands there misspelt, which is told by itself. */
const misspelt = (fault: ErrorObject, all: readonly ErrorObject[]): boolean =>
  fault.keyword === "required" &&
  all.some(
    (other) =>
      other.keyword === "additionalProperties" &&
      other.instancePath === fault.instancePath &&
      meantBy(other) === fault.params.missingProperty,
  );

/** Whether a number is too small only since a comma cut it in two, which is told by itself. */
const beforeComma = ({ keyword, instancePath }: ErrorObject, all: readonly ErrorObject[]): boolean =>
  /^(?:exclusiveM|m)(?:in|ax)imum$/.test(keyword) &&
  all.some((other) => isDecimal(other) && other.instancePath === instancePath.replace(/\/[^/]*$/, ""));

const unusable = (schemas: Schemas, name: string, cause: unknown): Finding =>
  error(
    "SR108",
    { file: inFolder(schemas.folder, name), line: 1, column: 1 },
    `The schema cannot be used: ${(cause as Error).message}`,
  );
