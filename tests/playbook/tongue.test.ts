import { expect, test } from "vitest";
import { isEastAsian, isLanguage, isWestern } from "../../src/playbook/tongue.js";

test.each(["en", "zh", "zh-TW", "pt-BR", "fil", "ja", "sv"])("%s is a language", (tag) =>
  expect(isLanguage(tag)).toBe(true),
);
test.each(["eng", "dee", "xx", "cn", "jp", "", "e", "en_US", "zh-"])("%j is none", (tag) =>
  expect(isLanguage(tag)).toBe(false),
);

test.each([
  ["商标投诉", true, false],
  ["商标投诉 (IP)", true, false],
  ["ASIN B012345678 的投诉", false, false],
  ["Trademark complaint", false, true],
  ["Seller Performance", false, false],
  ["ODR > 1 %", false, false],
  ["jeff@amazon.com", false, false],
  ["sellercentral.amazon.com/gp/help", false, false],
  ["{{notice_date}}", false, false],
  ["жалоба", false, false],
  ["キンドル", true, false],
  ["", false, false],
])("%j", (text, eastAsian, western) => expect([isEastAsian(text), isWestern(text)]).toEqual([eastAsian, western]));
