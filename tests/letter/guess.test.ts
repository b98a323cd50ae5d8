import { describe, expect, test } from "vitest";
import { guessOutline } from "../../src/letter/guess.js";
import { outlines, review, rules } from "./shipped.js";

const guessed = (text: string) => guessOutline(text, outlines, rules)?.id ?? null;
const lacks = (text: string) =>
  review(text, { outline: guessed(text) }).flatMap(({ code, message }) => (code === "missing-part" ? [message] : []));

const causes = "Our handling time stood at one day because nobody had looked at it.";
const actions = "On 4 November 2026 we changed it to three days.";
const measures = "Anna Lee checks the rate every Monday and notes it.";

describe("a plan that lacks a part is still a plan", () => {
  test.each([
    [
      "actions",
      `# Plan of Action\n\n## Root cause\n\n${causes}\n\n## Prevention\n\n${measures}\n\n## Evidence\n\n- File 1: screenshot\n`,
      "The letter lacks the actions taken.",
    ],
    [
      "prevention, in Chinese",
      "# 行动计划\n\n## 根本原因\n\n备货时间设为一天，因为没有人检查。\n\n## 已采取的措施\n\n1. 2026年11月4日，李安娜改为三天。\n\n## 证据\n\n- 附件1：截图\n",
      "The letter lacks the prevention.",
    ],
    [
      "causes, with no heading but the subject",
      `Subject: Plan of Action – late shipments\n\nDear team,\n\n${actions}\n\n${measures}\n\nEvidence: file 1\n`,
      "The letter lacks the root cause.",
    ],
    [
      "causes, under a plain first line in German",
      "Maßnahmenplan\n\nErgriffene Maßnahmen\n\nAm 4. November 2026 haben wir die Zeit geändert.\n\nVorbeugung\n\nAnna Lee prüft das jeden Montag.\n\nNachweise\n\n- Anlage 1\n",
      "The letter lacks the root cause.",
    ],
  ])("%s", (_, text, message) => expect(lacks(text)).toEqual([message]));

  test.each([
    [
      "an escalation that names the plan",
      "# Escalation letter\n\n## What was tried\n\nThe plan of action of 1 May was refused.\n",
      "escalation-letter",
    ],
    [
      "an appeal of a claim",
      "# Appeal of an A-to-z claim\n\n## The claim\n\nx\n\n## Evidence\n\n- File 1: tracking\n",
      "a-to-z-appeal",
    ],
    ["a revised plan", "# Revised plan after a refusal\n\n## What is new\n\nx\n\n## Root cause\n\ny\n", "revised-plan"],
  ])("and %s is what it says", (_, text, id) => expect(guessed(text)).toBe(id));
});

describe("what is no letter of the seller's", () => {
  test.each([
    [
      "Amazon's notice",
      "Dear Seller,\n\nYour Amazon.com selling account has been deactivated.\n\nHow do I reactivate my account?\nSend us a plan of action that explains the root cause, the actions you have taken and how you will prevent it.\n\nSincerely,\nSeller Performance Team\n",
    ],
    ["and in Chinese", "尊敬的卖家：\n\n您的账户已被停用。请向我们发送一份行动计划，说明根本原因。\n"],
    [
      "and in German",
      "Guten Tag, lieber Verkäufer,\n\nIhr Amazon Verkäuferkonto wurde deaktiviert. Senden Sie uns einen Maßnahmenplan mit der Ursache.\n",
    ],
    ["a shopping list", "milk\neggs\nbread\nPrague 2026 photos\n"],
  ])("%s is not taken for one", (_, text) => expect(guessed(text)).toBeNull());

  test("a question that asks for papers is the seller's", () =>
    expect(
      guessOutline(
        "Dear Seller Support,\n\nHow do I reactivate my listing? Please send us the report of the shipment. Why did this happen?\n",
        outlines,
        rules,
        ({ id }) => (id === "support-question" ? 1 : 0),
      )?.id,
    ).toBe("support-question"));

  test("a plan that quotes the notice is a plan", () =>
    expect(
      guessed(
        `# Plan of Action\n\n> Dear Seller, your selling account has been deactivated. Send us a plan of action.\n\nYou wrote: "Send us a plan". Your listing has been removed.\n\n## Root cause\n\n${causes}\n`,
      ),
    ).toMatch(/^poa-/));
});
