// Lines for benchmarks: cases of 500 characters, made of the playbook's own case texts.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Texts of the playbook's cases. */
export const texts = readdirSync(join(root, "data", "cases"))
  .flatMap((name) => parse(readFileSync(join(root, "data", "cases", name), "utf8")).cases)
  .flatMap((one) => (one.text ? [one.text] : []));

/** So many texts of `length` characters, no two alike: every text follows every other. */
export function longTexts(count, length = 500) {
  let at = 0;
  return Array.from({ length: count }, (_, i) => {
    let text = "";
    while (text.length < length) text += `${texts[(at++ * 7 + i) % texts.length]} `;
    return text.slice(0, length);
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
