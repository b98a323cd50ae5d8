import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(new URL("../../data/schema/result.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** What is wrong with a result by its schema; empty where nothing is. */
export function faults(result: unknown): readonly string[] {
  validate(result);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Whether a JSON value that was printed is meant to be a result. */
export const isResult = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "status" in value && "playbook" in value;
