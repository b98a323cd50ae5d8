import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { advised, outOfScope, refused, unsure } from "./samples.js";

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(
  readFileSync(new URL("../../data/schema/result.schema.json", import.meta.url), "utf8"),
) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const errors = (value: unknown): unknown => {
  validate(value);
  return validate.errors ?? [];
};

test.each([
  ["advised", advised],
  ["refused", refused],
  ["unsure", unsure],
  ["out-of-scope", outOfScope],
  ["unread", { ...outOfScope, unread: true }],
  ["nothing left", { ...advised, id: 7, outline: null, next: null }],
])("the sample %s holds to it", (_, sample) => expect(errors(sample)).toEqual([]));

test.each([
  ["a key too many", { ...advised, extra: 1 }],
  ["a key too many, further in", { ...advised, team: { ...advised.team, extra: 1 } }],
  ["no status", { ...advised, status: undefined }],
  ["a confidence over 1", { ...advised, confidence: 1.2 }],
  ["a day that is none", { ...advised, deadlines: [{ text: "…", due: "soon" }] }],
])("%s does not", (_, sample) => expect(errors(JSON.parse(JSON.stringify(sample)))).not.toEqual([]));

describe("every object", () => {
  const objects: [string, Schema][] = [];
  const collect = (path: string, one: Schema): void => {
    if (one.properties) objects.push([path, one]);
    for (const [key, inner] of Object.entries(one.properties ?? {})) collect(`${path}/${key}`, inner);
    for (const [key, inner] of Object.entries(one.$defs ?? {})) collect(`$${key}`, inner);
    if (one.items) collect(`${path}[]`, one.items);
  };
  collect("", schema);

  test.each(objects)("%s is closed, and describes every key", (_, one) => {
    expect(one.additionalProperties).toBe(false);
    for (const key of Object.values(one.properties ?? {})) expect(key.description).toMatch(/\S/);
    for (const key of one.required ?? []) expect(one.properties).toHaveProperty(key);
  });

  test("has no key that the full sample lacks", () => {
    const unused = (one: Schema, value: unknown, path: string): string[] => {
      const named = one.$ref === undefined ? one : (schema.$defs?.[one.$ref.replace("#/$defs/", "")] as Schema);
      if (named.anyOf) return unused(named.anyOf[0] as Schema, value, path);
      if (Array.isArray(value)) {
        const each = value.map((inner, i) => unused(named.items as Schema, inner, `${path}[${i}]`));
        return each.reduce((most, some) => (some.length < most.length ? some : most), each[0] ?? []);
      }
      if (typeof value !== "object" || value === null) return [];
      return Object.entries(named.properties ?? {}).flatMap(([key, inner]) =>
        key in value ? unused(inner, (value as Record<string, unknown>)[key], `${path}/${key}`) : [`${path}/${key}`],
      );
    };
    // The last two are said only where there is no advice, or no problem is clear.
    expect(unused(schema, { ...refused, ask: unsure.ask, unread: true }, "")).toEqual([]);
  });
});
