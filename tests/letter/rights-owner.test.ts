import { expect, test } from "vitest";
import type { Entity } from "../../src/core/reading.js";
import { ownerIn } from "../../src/letter/rights-owner.js";

const emails = (text: string): Entity[] =>
  [...text.matchAll(/[\w.-]+@[\w.-]+\w/g)].map(({ 0: value, index }) => ({
    kind: "email",
    value,
    start: index,
    end: index + value.length,
  }));

test.each<[text: string, owner: Record<string, string>]>([
  [
    "Rights owner: Sun Lamp Inc.\nE-mail: ip@sun.com",
    { rights_owner: "Sun Lamp Inc", rights_owner_email: "ip@sun.com" },
  ],
  ["Rights owner: ip@sun.com", { rights_owner: "ip@sun.com", rights_owner_email: "ip@sun.com" }],
  ["Write to the rights owner at ip@sun.com.", { rights_owner: "ip@sun.com", rights_owner_email: "ip@sun.com" }],
  ["Rights Owner Name: Sun Lamp (ip@sun.com)", { rights_owner: "Sun Lamp", rights_owner_email: "ip@sun.com" }],
  ["权利人：太阳灯公司\n邮箱 ip@sun.com", { rights_owner: "太阳灯公司", rights_owner_email: "ip@sun.com" }],
  ["My mail is me@shop.com. A rights owner complained.", {}],
  ["The rights owner asks you to write to notice-dispute@amazon.com.", {}],
  ["Rights owner: Sun Lamp\nRights owner: Moon Lamp", {}],
  ["Rights owners: a@sun.com and b@moon.com", {}],
  ["Rights owner: [..]", {}],
  [`Rights owner: ${"x".repeat(200)}`, {}],
])("%s", (text, owner) => expect(ownerIn(text, emails(text))).toEqual(owner));
