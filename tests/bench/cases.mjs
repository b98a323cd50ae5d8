// Lines for benchmarks: cases of 500 characters, made of the playbook's own case texts, each of texts about one problem.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

const cases = readdirSync(join(root, "data", "cases"))
  .flatMap((name) => parse(readFileSync(join(root, "data", "cases", name), "utf8")).cases)
  .filter((one) => one.text);

/** Texts of the playbook's cases. */
export const texts = cases.map((one) => one.text);

const aboutWhat = ({ expect }) => expect.issue ?? expect.status;
/** The same by what they are about. */
const alike = [...new Set(cases.map(aboutWhat))].map((issue) =>
  cases.filter((one) => aboutWhat(one) === issue).map(({ text }) => text),
);

/** So many texts of `length` characters, one for each issue in turn: texts about it as they come, the first from some word on. */
export function longTexts(count, length = 500) {
  const random = seeded(11);
  return Array.from({ length: count }, (_, i) => {
    const own = alike[i % alike.length];
    const pick = () => own[random(own.length)];
    let text = pick();
    text = text.slice(text.indexOf(" ", random(text.length >> 1)) + 1);
    while (text.length < length) text += ` ${pick()}`;
    return text.slice(0, length);
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Numbers that are the same in every run. */
export function seeded(seed) {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}
