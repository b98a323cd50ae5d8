import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { guessOutline } from "../../src/letter/guess.js";
import { outlineOf, outlines, review, rules, told } from "./shipped.js";

const folder = (name: string) => new URL(`${name}/`, import.meta.url);
const read = (at: URL) => readFileSync(at, "utf8");
const noticeOf = (at: URL) => (existsSync(new URL(`${at}.notice`)) ? { notice: read(new URL(`${at}.notice`)) } : {});

/** Letters that are not a plan of action. */
const OTHERS = {
  "a-to-z.txt": "a-to-z-appeal",
  "counter-notice.txt": "counter-notice",
  "dispute.md": "ip-dispute",
  "dispute-owner.txt": "ip-dispute",
  "escalation.md": "escalation-letter",
  "escalation-unheaded.txt": "escalation-letter",
  "revised-plan.md": "revised-plan",
  "support.txt": "support-question",
};
/** Of these the headings tell nothing. */
const UNTOLD = ["a-to-z.txt", "dispute-owner.txt", "support.txt"];

describe("a good letter", () => {
  const names = readdirSync(folder("good"));

  test("there are good letters in several languages", () => expect(names.length).toBeGreaterThanOrEqual(12));

  test.each(names)("%s: nothing is found", (name) => {
    const at = new URL(name, folder("good"));
    const outline = OTHERS[name as keyof typeof OTHERS] ?? "poa-account";
    expect(review(read(at), { outline, ...noticeOf(at) }).filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test.each(names)("%s: nothing is found either where its kind has to be guessed, or is not known", (name) => {
    const text = read(new URL(name, folder("good")));
    expect(told(review(text, { outline: guessOutline(text, outlines, rules)?.id ?? null }))).toEqual([]);
    expect(told(review(text, { outline: null }))).toEqual([]);
  });

  test.each(names)("%s: nor with the line ends of Windows", (name) => {
    const text = read(new URL(name, folder("good"))).replaceAll("\n", "\r\n");
    expect(told(review(text, { outline: OTHERS[name as keyof typeof OTHERS] ?? "poa-account" }))).toEqual([]);
  });

  test.each(Object.entries(OTHERS).filter(([name]) => !UNTOLD.includes(name)))("%s is known as a %s", (name, id) =>
    expect(guessOutline(read(new URL(name, folder("good"))), outlines, rules)).toBe(outlineOf(id)),
  );
});

describe("a bad letter", () => {
  const bad = parse(read(new URL("bad.yaml", import.meta.url))) as Readonly<
    Record<string, { readonly outline: string; readonly found: readonly string[] }>
  >;

  test("every file is listed", () =>
    expect(Object.keys(bad).sort()).toEqual(
      readdirSync(folder("bad"))
        .filter((name) => !name.endsWith(".notice"))
        .sort(),
    ));

  test.each(Object.entries(bad))("%s", (name, { outline, found }) => {
    const at = new URL(name, folder("bad"));
    expect(told(review(read(at), { outline, ...noticeOf(at) }))).toEqual(found);
    const windows = read(at).replaceAll("\n", "\r\n");
    expect(told(review(windows, { outline, ...noticeOf(at) }))).toEqual(found);
  });
});
