import type { ErrorObject } from "ajv";
import { error, type Finding } from "./finding.js";
import { nearest, suggest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";

type Schema = Readonly<Record<string, unknown>>;

/** What ajv found, as a person would say it; null where another error says the same. `whole` is the file's schema. */
export function worded(fault: ErrorObject, sheet: Sheet, whole: Schema = {}): Finding | null {
  const path: Path = fault.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const schema = (fault.parentSchema ?? {}) as Schema;
  const name = labelled(path);
  const at = sheet.place(path);
  switch (fault.keyword) {
    case "propertyNames":
    case "const":
    case "if":
      return null;
    case "additionalProperties":
      return unknownKey(fault, sheet, path, schema);
    case "required":
      return error(
        "SR112",
        sheet.place(path, "key"),
        `${name}: "${fault.params.missingProperty}" is missing`,
        described(schema, fault.params.missingProperty) ??
          (path.length === 0 ? described(whole, fault.params.missingProperty) : undefined),
      );
    case "dependentRequired":
      return error(
        "SR112",
        sheet.place([...path, fault.params.property], "key"),
        `${name}: "${fault.params.property}" needs "${fault.params.missingProperty}" beside it`,
      );
    case "type":
      return wrongKind(fault, sheet, path, name);
    case "enum":
      return error(
        "SR114",
        at,
        `${name}: "${fault.data}" is not one of ${(fault.schema as unknown[]).join(", ")}`,
        meant(fault.data, fault.schema as string[]),
      );
    case "pattern": {
      const day = /^\d{4}-(\d\d)(?:-(\d\d))?$/.exec(String(fault.data));
      const key = fault.propertyName;
      const shown = key === undefined ? "" : `the key "${key}": `;
      const place = key === undefined ? at : sheet.place([...path, key], "key");
      const message = `${name}: ${shown}${schema.patternErrorMessage ?? "this has the wrong form"}`;
      return error("SR115", place, message, day && key === undefined ? noDay(day[1] as string, day[2]) : undefined);
    }
    case "minLength":
    case "minItems":
      return error("SR115", at, few(name, Number(fault.params.limit)));
    case "minProperties":
    case "maxProperties":
      if (Number(fault.params.limit) > 1)
        return error("SR115", at, `${name}: at most ${fault.params.limit} keys are allowed`);
      return error(
        "SR115",
        at,
        `${name}: exactly one of ${Object.keys(schema.properties ?? {}).join(", ") || "the keys"} is needed`,
      );
    case "maxItems":
      return error("SR115", at, `${name}: a list of at most ${fault.params.limit} is needed`);
    case "maxLength":
      return error("SR115", at, `${name}: at most ${fault.params.limit} characters are allowed`);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return error("SR115", at, `${name}: a number ${BOUNDS[fault.keyword]} ${fault.params.limit} is needed`);
    case "uniqueItems":
      return error("SR115", sheet.place([...path, fault.params.i]), `${name}: the same stands in the list twice`);
    case "contains":
      return error("SR115", at, `${name}: "${(schema.contains as Schema).const}" must be in the list`);
    default:
      return error("SR115", at, `${name}: this ${fault.message}`);
  }
}

/** What is wrong with the numbers of a date that has the form of one. */
const noDay = (month: string, day: string | undefined): string =>
  Number(month) < 1 || Number(month) > 12 ? `There is no month ${month}.` : `There is no day ${day} in that month.`;

const BOUNDS = { minimum: "from", maximum: "up to", exclusiveMinimum: "over" } as const;

/** The nearest name on the way to a value: what a person would call it. */
function labelled(path: Path): string {
  const names = path.filter((step) => !/^\d+$/.test(String(step)));
  const place = path.length > 0 && /^\d+$/.test(String(path.at(-1))) ? ` (no. ${Number(path.at(-1)) + 1})` : "";
  return names.length === 0 ? "The file" : `${names.at(-1)}${place}`;
}

/** The key that an unknown one most probably was to be. */
export const meantBy = ({ params, parentSchema }: ErrorObject): string | undefined =>
  nearest(String(params.additionalProperty), Object.keys((parentSchema as Schema | undefined)?.properties ?? {}));

/** Whether an unknown key is what stood behind the comma of a number: { prior: 0,62 }. */
export const isDecimal = ({ keyword, params, data }: ErrorObject): boolean =>
  keyword === "additionalProperties" &&
  /^\d+$/.test(String(params.additionalProperty)) &&
  (data as Readonly<Record<string, unknown>>)[String(params.additionalProperty)] === null;

function unknownKey(fault: ErrorObject, sheet: Sheet, path: Path, schema: Schema): Finding {
  const key = String(fault.params.additionalProperty);
  const options = Object.keys(schema.properties ?? {});
  const value = (fault.data as Record<string, unknown>)[key];
  const near = nearest(key, options);
  const split = value === null && near === undefined;
  const hint = isDecimal(fault)
    ? `A comma begins a new key: write numbers with a point, as in 0.${key}.`
    : split
      ? "A comma in { } begins a new key; put text with a comma in it in quotes."
      : suggest(key, options, 24);
  return error("SR111", sheet.place([...path, key], "key"), `${labelled(path)}: the key "${key}" is not known`, hint);
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map of keys",
  null: "null",
};

function wrongKind(fault: ErrorObject, sheet: Sheet, path: Path, name: string): Finding {
  const { data } = fault;
  const wanted = [fault.params.type].flat() as string[];
  const kind = Array.isArray(data) ? "array" : data === null ? "null" : typeof data;
  const found =
    data === null
      ? "nothing"
      : typeof data === "object" || typeof data === "string"
        ? KINDS[kind]
        : `${KINDS[kind]}, ${data}`;
  const message = `${name}: ${wanted.map((type) => KINDS[type]).join(" or ")} is needed, not ${found}`;
  const properties = (fault.parentSchema as Schema).properties as Schema | undefined;
  const words = kind === "string" && wanted.includes("object") && properties !== undefined && "en" in properties;
  const quotes = wanted.includes("string") && (kind === "number" || kind === "boolean");
  const at = sheet.place(path);
  const hidden =
    data === null && wanted.includes("string") && /^[^#]*[:-]\s+#/.test(at.source?.slice(at.column - 1) ?? "");
  const hint = hidden
    ? 'What stands behind " #" is a comment: put text that begins with "#" in quotes.'
    : words
      ? "Write it as { en: … }."
      : quotes
        ? `Put it in quotes: "${data}".`
        : undefined;
  return error("SR113", at, message, hint);
}

const few = (name: string, limit: number): string =>
  limit === 1 ? `${name}: this may not be empty` : `${name}: at least ${limit} are needed`;

const meant = (word: unknown, options: readonly string[]): string | undefined => {
  const near = nearest(String(word), options);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
};

/** What the schema says of a key. */
function described(schema: Schema, key: string): string | undefined {
  const property = (schema.properties as Readonly<Record<string, Schema>> | undefined)?.[key];
  return typeof property?.description === "string" ? property.description : undefined;
}
