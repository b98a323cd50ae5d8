import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { codes } from "../../src/playbook/codes.js";
import { addressesIn } from "../../src/proof/addresses.js";
import { isAmazons } from "../../src/proof/amazon.js";
import { covered } from "../../src/proof/covered.js";
import { ageOf, todayFor } from "../../src/proof/provenance.js";
import { parsePhrase } from "../../src/reading/phrase.js";

const src = new URL("../../src/", import.meta.url);

test("every code that is told is known", () => {
  const told = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => readFileSync(new URL(name, src), "utf8").match(/"SR\d{3}"/g) ?? [])
    .map((code) => code.slice(1, -1));
  expect(told.length).toBeGreaterThan(60);
  expect([...new Set(told)].filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
});

describe("covered", () => {
  const phrase = (text: string, weight = 1) => ({
    runs: parsePhrase(text, { groups: { brand: ["brand", "trade mark"] }, negators: [] }),
    weight,
  });
  it.each<[string, string, boolean]>([
    ["false claim", "a false claim here", true],
    ["false claim", "false (claim|report)", false],
    ["false (claim|report)", "false report", true],
    ["claim*", "claims", true],
    ["claims", "claim*", false],
    ["false ~ claim", "false ~2 claim", true],
    ["false ~2 claim", "false ~ claim", false],
    ["@brand", "my trade mark is", true],
    ["brand + claim", "claim ~ brand", true],
    ["brand ~ claim", "brand + claim", false],
    ["侵权", "商标侵权", true],
    ["claim", "false claim + !brand", true],
    ["claim + !brand", "false claim", false],
  ])("%s covers %s: %s", (by, other, expected) => {
    expect(covered([phrase(by), phrase(other)]).some((one) => one.phrase === 1)).toBe(expected);
  });
  it("looks at strength: a weaker phrase covers no stronger one", () => {
    expect(covered([phrase("claim", 1), phrase("false claim", 2)])).toEqual([]);
    expect(covered([phrase("claim", 2), phrase("false claim", -2)])).toEqual([]);
  });
  it("tells the later of two that match the same", () => {
    expect(covered([phrase("false (claim|report)"), phrase("false (report|claim)")])).toEqual([{ phrase: 1, by: 0 }]);
  });
});

it.each<[string, readonly (string | null)[]]>([
  ["Help > Contact Us", []],
  ["Write to notice@amazon.com.", ["amazon.com"]],
  ["Write to notice@amazon.com.evil.io", ["amazon.com.evil.io"]],
  ["https://amazon.com@evil.example/x", ["evil.example"]],
  ["旧邮箱notice@amazon.com属于旧地址", ["amazon.com"]],
  ["发到notice@amazon中国.com", ["中国.com"]],
  ["请打开https://evil.example登录", ["evil.example"]],
  ["notice@аmazon.com", ["аmazon.com"]],
  ["See sellercentral.amazon.de/cu, or e.g. the file plan.pdf", ["sellercentral.amazon.de"]],
  ["请加微信", [null]],
  ["Call +1 (206) 555-0143", [null]],
  ["https://%zz/x", [null]],
  ["Ask at 5 p.m.on Friday", []],
  ["ASIN B0ABCDEFGH, order 113-1234567-1234567, 60 days", []],
])("addresses in %s", (text, hosts) => {
  expect(addressesIn(text).map(({ host }) => host)).toEqual(hosts);
});

it("looks for addresses to the end of a text, however long, and soon", () => {
  expect(addressesIn(`${"Send one plan. ".repeat(1000)}https://evil.example/x`)).toHaveLength(1);
  const start = performance.now();
  for (const part of ["qq ", "qq", " ", "a", "a.", "http://", "+1", "a@"]) addressesIn(part.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(20_000);
});

it.each([
  ["amazon.com", true],
  ["sellercentral.amazon.co.uk", true],
  ["amazon-appeals.com", false],
  ["amazon.com.evil.io", false],
  ["myamazon.com", false],
  ["s3.amazonaws.com", false],
])("%s is Amazon's: %s", (host, expected) => {
  expect(isAmazons(host)).toBe(expected);
});

it("reads ages, and trusts no clock that is behind the playbook", () => {
  expect([ageOf("18m"), ageOf(" 2Y "), ageOf("90d"), ageOf("6w"), ageOf("old")]).toEqual([548, 731, 90, 42, null]);
  expect(todayFor("2026.11", "2026-11-22")).toBe("2026-11-22");
  expect(todayFor("2026.11", "2019-01-01")).toBe("2026-11-01");
});
