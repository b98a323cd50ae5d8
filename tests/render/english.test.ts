import { describe, expect, it, test } from "vitest";
import { textsIn } from "../../src/render/english.js";
import { renderMarkdown } from "../../src/render/markdown.js";
import type { Result } from "../../src/render/result.js";
import { renderText } from "../../src/render/text.js";
import { words } from "../../src/render/words.js";
import { advised, outOfScope, refused, unsure, view } from "./samples.js";

const REMARK = words("zh").english as string;
const SAMPLES: Readonly<Record<string, Result>> = { advised, refused, unsure, outOfScope };
/** What is no text of the playbook, or a name. */
const KEPT = new Set("id fact value route sign team issue status kind as_of sources digest version due".split(" "));

/** All texts in Chinese; those at `english` are left. */
function chinese<T>(value: T, english = "", path = ""): T {
  if (typeof value === "string") return (path === english ? "Only in English." : "中文。") as T;
  if (Array.isArray(value)) return value.map((one, i) => chinese(one, english, `${path}.${i}`)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return [key, KEPT.has(key) ? one : chinese(one, english, at)];
  });
  return Object.fromEntries(entries) as T;
}

const screen = (result: Result, lang = "zh") => renderText(result, view(100, lang)).replace(/\s+/g, " ");
const whole = (result: Result, lang = "zh") => renderMarkdown(result, view(100, lang));

describe("texts that are only there in English", () => {
  it.each(Object.keys(SAMPLES))("%s: none, no remark", (name) => {
    const result = chinese(SAMPLES[name] as Result);
    expect(screen(result)).not.toContain(REMARK);
    expect(whole(result)).not.toContain(REMARK);
  });

  it.each<[sample: string, path: string]>([
    ...["because.0.text", "first.1", "channels.1.note", "evidence.0", "avoid.0", "deadlines.0.text"].map(
      (path): [string, string] => ["advised", path],
    ),
    ["advised", "next.after"],
    ["advised", "cautions.0.text"],
    ["advised", "outline.sections.0.title"],
    ["refused", "refusal.missing.0.do"],
    ["refused", "refusal.now.wait"],
    ["unsure", "ask.text"],
  ])("%s: one at %s, and one remark at the end", (name, path) => {
    const result = chinese(SAMPLES[name] as Result, path);
    expect(JSON.stringify(result)).toContain("Only in English.");
    for (const page of [screen(result), whole(result)]) {
      expect(page.split(REMARK)).toHaveLength(2);
      expect(page.indexOf(REMARK)).toBeGreaterThan(page.indexOf("Only in English."));
    }
  });

  it.each(["outline.sections.0.prompts.0", "channels.4.note"])("one that a screen does not show: %s", (path) => {
    const channels = advised.channels?.map((one) => ({ ...one, note: "Ask." }));
    const result = chinese({ ...advised, channels } as Result, path);
    expect(screen(result)).not.toContain("Only in English.");
    expect(screen(result)).not.toContain(REMARK);
    if (path.startsWith("outline")) expect(whole(result)).toContain(REMARK);
  });

  it("an English page says nothing of it", () => {
    for (const result of Object.values(SAMPLES))
      expect(screen(result, "en") + whole(result, "en")).not.toContain("只有");
  });
});

test("texts of a list are told from names, addresses and sources", () =>
  expect(
    textsIn({
      id: "a",
      name: "A",
      does: [{ text: "It helps.", sources: ["https://a.example"] }],
      channels: [{ note: "N", value: "v" }],
    }),
  ).toEqual(["It helps.", "N"]));

test("a letter's own sentences are for Amazon", () =>
  expect(textsIn({ sections: [{ title: "开头", text: "Dear Amazon team,", prompts: ["哪些ASIN？"] }] })).toEqual([
    "开头",
    "哪些ASIN？",
  ]));
