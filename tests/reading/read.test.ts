import { describe, expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { type Knowledge, read } from "../../src/reading/read.js";
import { redact } from "../../src/reading/redact.js";

const signal = (fact: string, value: string, phrase: string, weight = 2): Signal => ({
  ...{ fact, value, phrase, weight, lang: "en" },
});
const knowing = (...signals: readonly Signal[]): Knowledge => ({
  automaton: build(signals, { groups: {}, negators: ["not", "never"] }),
  hosts: ["amazonses.com"],
  marketplaces: [
    { id: "us", name: { en: "United States" }, hosts: ["amazon.com"] },
    { id: "de", name: { en: "Germany", zh: "德国" }, hosts: ["amazon.de"] },
  ],
});
const scores = (text: string, ...signals: readonly Signal[]) => read(text, knowing(...signals)).scores;

describe("evidence", () => {
  it("is the words that were found, and where they stand", () => {
    const { evidence } = read("They say: FAKE goods!", knowing(signal("issue", "inauthentic", "fake ~ goods", 3)));
    expect(evidence).toEqual([
      {
        ...{ fact: "issue", value: "inauthentic", weight: 3, phrase: "fake ~ goods", own: true },
        ...{ text: "FAKE goods", start: 10, end: 20 },
      },
    ]);
  });
  it("that is denied counts for nothing, but for what the text is about", () => {
    const signals = ["issue", "group", "scope", "claim"].map((fact) => signal(fact, "v", "sold it"));
    const heard = (text: string) => read(text, knowing(...signals)).evidence.map((one) => one.fact);
    expect(heard("I sold it").sort()).toEqual(["claim", "group", "issue", "scope"]);
    expect(heard("I have never sold it").sort()).toEqual(["group", "issue", "scope"]);
    expect(heard("I have not. We sold it").sort()).toEqual(["claim", "group", "issue", "scope"]);
    expect(heard("not so very many people sold it").sort()).toEqual(["claim", "group", "issue", "scope"]);
  });
});

describe("scores", () => {
  const [a, b] = [signal("issue", "x", "late shipment rate", 3), signal("issue", "x", "shipment", 1.5)];
  it("add up by fact and value", () => {
    expect(scores("shipment", a, b)).toEqual({ issue: { x: 1.5 } });
    expect(scores("late shipment rate", a, b)).toEqual({ issue: { x: 4.5 } });
    expect(scores("shipment, shipment", a, b)).toEqual({ issue: { x: 1.5 } });
    expect(scores("late shipment rate", a, signal("issue", "y", "rate", 2), signal("claim", "x", "late", 1))).toEqual({
      issue: { x: 3, y: 2 },
      claim: { x: 1 },
    });
    expect(scores("nothing", a, b)).toEqual({});
  });
  it("take off what speaks against a value", () => {
    expect(scores("shipment of a refund", b, signal("issue", "x", "refund", -3)).issue?.x).toBeCloseTo(-1.5, 6);
  });
  it("are the same when the same text is read again, and after others", () => {
    const knowledge = knowing(signal("issue", "x", "one ~ two", 2), signal("issue", "y", "two", 1));
    const first = read("one or two", knowledge);
    read("two one two one", knowledge);
    expect(read("one or two", knowledge)).toEqual(first);
  });
});

describe("the day that a text bears", () => {
  it.each([
    ["Date: 14 March 2026\nHello", "2026-03-14"],
    ["> Sent: Monday, March 16, 2026 at 9:02", "2026-03-16"],
    ["From: x\n  Datum: 14.03.2026", "2026-03-14"],
    ["日期：2026年3月14日", "2026-03-14"],
    ["**Envoyé : 14 août 2026", "2026-08-14"],
    ["Fecha: lunes, 16 de marzo de 2026", "2026-03-16"],
    ["Sent: B0D4XK7P2Q", null],
    ["Sent: 02/03/2026", null],
    ["The date: 14 March 2026", null],
    ["Date: 14 March", null],
    ["Due date: 14 March 2026", null],
    ["On 14 March 2026 they wrote", null],
    ["Sent to us on Date: never", null],
    ["On 1 March 2026 this came.\nDate: 14 March 2026", "2026-03-14"],
  ])("%s", (text, day) => {
    expect(read(text, knowing()).written).toBe(day);
  });
});

describe("signs of a false notice", () => {
  const signs = (text: string, ...signals: readonly Signal[]) =>
    read(text, knowing(...signals)).signs.map(({ sign, text: words }) => `${sign} ${words}`);
  it.each([
    ["notice@amazon.com", []],
    ["notice@mail.amazon.de", []],
    ["https://amazonses.com/x", []],
    ["rights@brand-owner.example", []],
    ["notice@amazon-appeals.com", ["look-alike amazon-appeals.com"]],
    ["https://amazon.com.evil.io/x", ["look-alike amazon.com.evil.io"]],
    ["https://amazon.com@evil.io", ["look-alike amazon.com@evil.io"]],
    ["https://SellerCentral.amazon.com:pw@x@evil.io/a", ["look-alike sellercentral.amazon.com:pw@x@evil.io"]],
    ["https://me@amazon.com and https://me@shop.example", []],
    ["https://a.b.c.d.e.f.g.amazon.com.evil.io/x", ["look-alike a.b.c.d.e.f.g.amazon.com.evil.io"]],
    ["https://amazon.com%2Eevil.io/x", ["look-alike amazon.com%2eevil.io"]],
    ["https://amaz%6Fn.io", ["look-alike amaz%6fn.io"]],
    ["https://amazon.com_x.evil.io/", ["look-alike amazon.com_x.evil.io"]],
    ["notice@amazon.com_evil.io", ["look-alike amazon.com_evil.io"]],
    ["https://amazon.com\u200b.evil.io", ["look-alike amazon.com\u200b.evil.io"]],
    ["https://amazon.com．evil.io", ["look-alike amazon.com．evil.io"]],
    ["WWW.AMAZ0N-VERIFY.COM", ["look-alike www.amaz0n-verify.com"]],
    ["https://my_shop.example/x and https://localhost", []],
    ["notice@amazon.com发来的邮件", []],
    ["https://amazon.com登录", []],
    ["请写信给notice@amazon.com或https://amazon.com或a@shop.example", []],
    ["(https://amazon.com), __https://amazon.com__ https://amazon.com:443/x, www.amazon.com.I", []],
    ["www.arnazon.com", ["look-alike www.arnazon.com"]],
    ["https://аmazon.com", ["look-alike аmazon.com"]],
    ["https://xn--mazon-3ve.com", ["look-alike xn--mazon-3ve.com"]],
    ["https://amaz0n.com", ["look-alike amaz0n.com"]],
    ["https://4mazon.com", ["look-alike 4mazon.com"]],
    ["https://ama2on.com", ["look-alike ama2on.com"]],
    ["https://amâzon.com", ["look-alike amâzon.com"]],
    ["https://amzon.help", ["look-alike amzon.help"]],
    ["https://amazen.help", ["look-alike amazen.help"]],
    ["https://amxazon.help", ["look-alike amxazon.help"]],
    ["https://sellercentral.help", ["look-alike sellercentral.help"]],
    ["https://seller-central.help", ["look-alike seller-central.help"]],
    ["https://amnesty.org", []],
  ])("%s", (text, expected) => {
    expect(signs(text)).toEqual(expected);
  });
  it("are told once each, in the order of the text, a host each time that it is another", () => {
    const pay = signal("caution", "gift-card", "gift card");
    expect(signs("Buy a gift card, mail x@amazon-a.com or y@amazon-b.com or z@amazon-a.com, a gift card", pay)).toEqual(
      ["gift-card gift card", "look-alike amazon-a.com", "look-alike amazon-b.com"],
    );
    expect(signs("See https://amazon-a.com for the gift card", pay)).toEqual([
      "look-alike amazon-a.com",
      "gift-card gift card",
    ]);
    expect(read("buy a gift card", knowing(pay)).signs).toEqual([
      { sign: "gift-card", text: "gift card", start: 6, end: 15 },
    ]);
  });
});

describe("redacting", () => {
  const text = "ASIN B0D4XK7P2Q, case 12345678901, write to a@b.co by 14 March 2026: $40. Sold it, fake B0D4XK7P2Q.";
  const knowledge = knowing(signal("issue", "x", "fake ~ b0d4xk7p2q"), signal("claim", "y", "sold it"));
  const redacted = () => redact(text, read(text, knowledge));

  it("masks what names somebody or something, and nothing else; every span still holds", () => {
    const { text: masked, reading } = redacted();
    expect(masked).toHaveLength(text.length);
    expect(masked).toBe(
      "ASIN ██████████, case ███████████, write to ██████ by 14 March 2026: ███. Sold it, fake ██████████.",
    );
    for (const one of reading.evidence) expect(masked.slice(one.start, one.end)).toBe(one.text);
  });
  it("masks it in the evidence and the entities, which still say the same", () => {
    const { reading } = redacted();
    expect(reading.evidence.map((one) => one.text).sort()).toEqual(["Sold it", "fake ██████████"]);
    const values = reading.entities.map(({ kind, value }) => `${kind} ${value}`);
    expect(values).toContain("asin ██████████");
    expect(values).toContain("date 2026-03-14");
    expect(values.join()).not.toMatch(/B0D4|1234|a@b|40/);
    expect(reading.scores).toEqual(read(text, knowledge).scores);
  });
  it("masks it in the signs of a false notice", () => {
    const sign = signal("caution", "pay", "pay ~2 by card");
    const paid = "Pay $40 now by card.";
    const { reading } = redact(paid, read(paid, knowing(sign)));
    expect(reading.signs).toEqual([{ sign: "pay", text: "Pay ███ now by card", start: 0, end: 19 }]);
  });
  it("leaves alone what holds nothing of the kind", () => {
    const plain = read("Sold it.", knowledge);
    expect(redact("Sold it.", plain)).toEqual({ text: "Sold it.", reading: plain });
  });
});

it("finds what names something at the end of a text of any length, and in the next one", () => {
  for (const length of [0, 511, 512, 5000, 100_000, 1]) {
    const before = "a ".repeat(length);
    const { entities } = read(`${before}ASIN B0D4XK7P2Q`, knowing());
    const start = before.length + 5;
    expect(entities).toEqual([expect.objectContaining({ kind: "asin", value: "B0D4XK7P2Q", start, end: start + 10 })]);
  }
});
