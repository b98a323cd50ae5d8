import { beforeAll, describe, expect, it } from "vitest";
import type { Playbook } from "../../src/playbook/types.js";
import { read } from "../../src/reading/read.js";
import { deadlinesOf } from "../../src/render/stated.js";
import { words } from "../../src/render/words.js";
import { shipped } from "../support/compiled.js";

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shipped();
});
const today = "2026-11-23";
const reading = (text: string) => read(text, playbook, () => today);
const due = (issue: string, text: string) =>
  deadlinesOf(
    reading(text),
    playbook.issues.find(({ id }) => id === issue)?.deadlines ?? [],
    { today, lang: "en" },
    words("en"),
  ).flatMap((one) => (one.due === undefined ? [] : [one.due]));

describe("the appeal of an A-to-z claim", () => {
  it.each([
    ["Amazon granted the A-to-z claim on November 12 2026", ["2026-12-12"]],
    ["the A-to-z claim was granted 5 days ago", ["2026-12-18"]],
    ["the buyer filed a claim on November 1 and Amazon granted it on November 12", ["2026-12-12"]],
    ["Amazon granted the claim on November 12 2026. I have 30 days to appeal", ["2026-12-12"]],
    ["亚马逊11月12日把A-to-z索赔判给买家", ["2026-12-12"]],
    ["the buyer opened an A-to-z claim on November 12 2026", []],
    ["the A-to-z claim was granted. I shipped on November 1 2026", []],
    ["the A-to-z claim was granted in October", []],
  ])("%s", (text, expected) => expect(due("a-to-z-claim", text)).toEqual(expected));
});

describe("how long ago an appeal was", () => {
  it.each([
    ["I appealed on 20 November 2026", 3],
    ["I appealed yesterday", 1],
    ["Sent the appeal yesterday, 20 November", 3],
    ["昨天提交的申诉", 1],
    ["前天提交的申诉", 2],
    ["I appealed today", undefined],
    ["still no answer today", undefined],
  ])("%s", (text, days) => expect(reading(text).gone.waiting).toBe(days));
});
