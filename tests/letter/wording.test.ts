import { describe, expect, test } from "vitest";
import { codes, review, rules } from "./shipped.js";

/** By rule: sentences that it tells, and sentences like them that are in order. Any letter. */
const SAID: Readonly<
  Record<string, { readonly outline?: string; readonly told: readonly string[]; readonly fine: readonly string[] }>
> = {
  blame: {
    told: [
      "The buyers are lying about the condition.",
      "It was the carrier's fault.",
      "This is the fault of our supplier.",
      "Our factory deceived us.",
      "Amazon made a mistake.",
      "The buyer is a liar.",
      "The buyer lied.",
      "The carrier was slow.",
      "Jealous competitors sent false complaints.",
      "Die Käufer lügen.",
      "这是供应商的责任。",
      "亚马逊的错，请恢复。",
      "Amazon's algorithm got it wrong.",
      "Your support staff never helped us.",
      "This is entirely Amazon's responsibility.",
      "DHL is the one who failed us.",
      "We had no influence on it.",
      "None of this was caused by us.",
      "The complaints come from buyers who want free goods.",
      "Competitors planted bad reviews on our page.",
      "Die Verantwortung liegt allein bei DHL und bei Amazon.",
      "Uns trifft keine Schuld.",
      "Daran ist allein Amazon schuld.",
      "Amazon trägt die Schuld.",
      "Denn Ihr Algorithmus rechnet falsch.",
      "Ihr System ist völlig kaputt.",
      "Wir können nichts dafür.",
      "责任完全在承运人和亚马逊系统，与我们无关。",
      "这完全是你们系统的问题。",
      "都是物流公司的问题。",
      "亚马逊误判了我们。",
      "买家故意刁难。",
    ],
    fine: [
      "We do not blame the buyers.",
      "Two buyers received an opened box.",
      "The supplier sent the wrong batch and we did not compare it with the order.",
      "The mistake of our own warehouse was to skip the seal.",
      'The notice says: "the seller is at fault, the buyers are lying".',
      "The carrier lost parcel 1Z999, see the tracking record.",
      "We contacted our supplier and our carrier.",
      "It is entirely our responsibility.",
      "The responsibility lies with our warehouse manager alone.",
      "The order system of our warehouse was broken until 3 May 2026.",
      "Our staff never helped buyers with returns, because nobody was told to.",
      "We had no control over which carrier collected, since the contract named none.",
      "DHL collects at 16:00 each day.",
      "Buyers who want a refund get one within a day.",
      "Free goods are no longer sent to buyers who complain.",
      "It is not the carrier's fault alone: we handed the parcels over late.",
      "Die Verantwortung liegt allein bei uns.",
      "Die Verantwortung liegt bei unserem Lagerleiter.",
      "Uns trifft die Verantwortung, denn niemand hat gezählt.",
      "Amazon trägt die Kosten des Versands.",
      "Unser System war bis zum 3. Mai 2026 fehlerhaft.",
      "责任完全在我们。",
      "责任完全在我们的仓库。",
      "这不完全是物流公司的问题，我们的备货时间也太短。",
      "该店铺与我们无关，见附件。",
      "都是同一家物流公司的运单。",
    ],
  },
  denial: {
    told: [
      "We did nothing wrong.",
      "We are innocent.",
      "I have not done anything wrong.",
      "我们是无辜的。",
      "Wir sind unschuldig.",
    ],
    fine: ["We found nothing wrong in the other boxes.", 'The buyer wrote: "we are innocent".'],
  },
  "dispute-admits": {
    outline: "ip-dispute",
    told: [
      "I did not infringe this trademark. We apologize for the infringement.",
      "We infringed their mark by mistake.",
      "We are sorry for violating the policy.",
      "我们承认侵权。",
    ],
    fine: ["We did not infringe this mark.", "The report names an infringement that is not on the page."],
  },
  "weak-invoice": {
    told: [
      "Attached are receipts from Costco.",
      "We have the Walmart receipts.",
      "The pro-forma invoice is enclosed.",
      "附上超市小票。",
      "Der Kassenbon liegt bei.",
    ],
    fine: [
      "We no longer accept store receipts.",
      "We only had receipts from Costco.",
      "The delivery receipt is attached.",
      "We check each invoice upon receipt of the goods.",
    ],
  },
  "altered-document": {
    told: [
      "I changed the date on the invoice.",
      "We edited the invoice to show our name.",
      "我修改了发票。",
      "Wir haben das Datum auf der Rechnung geändert.",
    ],
    fine: [
      "We did not change anything on the invoice.",
      "The supplier's invoice of 3 May 2026 is attached.",
      "We changed the price of the offer on 3 May 2026 after the invoice came.",
      "We corrected the brand in the listing and checked the invoice.",
    ],
  },
  "forwarded-retraction": {
    told: [
      "I am forwarding the retraction.",
      "We attach the rights owner's retraction.",
      "The retraction is attached.",
      "附上撤诉邮件。",
    ],
    fine: [
      "The rights owner sent a retraction to Amazon on 3 May 2026.",
      "We asked the rights owner to send a retraction.",
      "Our retraction request of 3 May 2026 is attached.",
    ],
  },
  threat: {
    told: [
      "Otherwise we will sue.",
      "I will take legal action.",
      "You will hear from my lawyer.",
      "See you in court!",
      "We reserve the right to take legal action.",
      "否则我们将采取法律行动。",
      "Sonst werden wir rechtliche Schritte einleiten.",
      "Our lawyers have been instructed to start proceedings against Amazon on Monday unless the account is restored.",
      "We reserve all rights, including claims for damages of USD 250,000 against Amazon.",
      "Our attorney will file suit.",
      "Sonst schalten wir unseren Anwalt ein.",
      "Andernfalls erheben wir Klage gegen Amazon.",
      "我们将通过法律途径维权。",
    ],
    fine: [
      "A court order of 2024 says that the right is invalid.",
      "Our lawyer looked at the invoices on 3 May 2026.",
      "We will not take legal action.",
      "The legal department of the brand confirmed the licence.",
      "Our lawyer was engaged on 3 May 2026 to look through the licence agreement.",
      "Our attorneys are ready to answer questions about the licence.",
      "All rights to the photos are reserved by the brand.",
      "The claim of 3 May 2026 for damaged units is attached.",
      "Unser Anwalt hat den Vertrag am 3. Mai 2026 geprüft.",
      "Klagen von Käufern beantwortet Anna Lee täglich.",
      "我们的律师核对了授权书。",
    ],
  },
  "threat-public": {
    told: [
      "I will go to the press.",
      "We will be forced to inform the BBB.",
      "I am going to expose you on social media.",
      "我们会找媒体。",
      "Wir gehen zur Presse.",
      "我们会曝光给媒体。",
    ],
    fine: [
      "The press release of the brand names us as a reseller.",
      "We bought a heat press on 3 May 2026.",
      "We removed the posts on social media on 3 May 2026.",
      "Die Kartons gehen zur neuen Presse im Lager.",
      "Die Presse wird jeden Montag gereinigt.",
      "李安娜每周检查媒体库里的图片。",
    ],
  },
  demand: {
    told: [
      "You must reinstate my account.",
      "Reactivate my account immediately.",
      "We demand an answer.",
      "你们必须恢复我的账户。",
    ],
    fine: [
      "We ask you to review the plan.",
      "Staff must sign the sheet before each shipment.",
      "Please tell us if anything is missing.",
    ],
  },
  emotion: {
    told: [
      "I am devastated.",
      "This is so unfair.",
      "I beg you to read this.",
      "My family depends on this account.",
      "Please answer!!",
      "You ruined my business.",
      "We are very disappointed.",
      "我跪求你们。",
      "Das ist ungerecht.",
      "Esto es injusto.",
    ],
    fine: [
      "We regret the inconvenience to the buyers.",
      "The 40 units were destroyed on 3 May 2026.",
      "Two buyers were disappointed by the colour.",
      "The adapter can give an electric shock.",
      "Please review the plan!",
      "The lamp is made for the family room.",
    ],
  },
  "empty-promise": {
    told: [
      "We will try harder.",
      "I will be more careful.",
      "We will do our best.",
      "We promise to follow the rules.",
      "我们会更加努力。",
      "Nous ferons de notre mieux.",
      "我们以后一定会注意。",
    ],
    fine: [
      "Our best seller is B0B8NQ3X5T.",
      "The manager checks each box before it is sealed.",
      "We tried the label printer on 3 May 2026.",
      "The seal must be pressed harder than before, see photo 2.",
      "每批货物由王本注意核对标签。",
    ],
  },
  "never-again": {
    told: ["It will not happen again.", "This will never happen again.", "不会再发生这样的事。"],
    fine: [
      "These measures make sure that it will not happen again.",
      "It will not happen again, because the warehouse manager checks every return.",
      "The same part number is not used again.",
    ],
  },
  "unknown-cause": {
    told: [
      "I do not know why my account was suspended.",
      "We have no idea what happened.",
      "The reason is unknown.",
      "我们不知道为什么被停用。",
    ],
    fine: [
      "We did not know that the brand was registered.",
      "We do not know this account.",
      "We asked why the parcel was late and found a wrong address.",
    ],
  },
  "company-introduction": {
    told: [
      "We are a small family business.",
      "Our company was founded in 2010.",
      "We have been selling on Amazon for ten years.",
      "我们公司成立于2012年。",
    ],
    fine: [
      "We are a reseller of Nordlys, authorised on 3 May 2026.",
      "The cause was found in 2026.",
      "The supplier's company moved in May.",
      "We have sold 212 units of B0B8NQ3X5T.",
    ],
  },
  admission: {
    told: [
      "We sold counterfeit lamps.",
      "The items were fake.",
      "Our supplier sent us counterfeits.",
      "我们的产品是假货。",
      "We knew that it was fake.",
      "我们承认卖的是假货。",
    ],
    fine: [
      "The items were not counterfeit.",
      "We never sold counterfeit goods.",
      'A buyer wrote "the items were fake".',
      "The complaint is about counterfeit goods.",
      "We asked for the invoice chain, since counterfeit bulbs are on the market.",
      "We knew that the label was wrong on 3 May 2026.",
      "王本抽查到货商品，防止假货混入库存。",
      "我们从未卖过假货。",
    ],
  },
  "other-matters": {
    told: ["By the way, our funds are held.", "Please also release our funds.", "顺便请放款。"],
    fine: ["The same check was made on our other listings.", "We also checked 14 similar ASINs."],
  },
  "new-account": {
    told: ["Otherwise I will open a new account.", "我会注册新账户。", "Meanwhile we sell through my wife's account."],
    fine: [
      "We did not open a new account.",
      "We opened a new warehouse.",
      "A new user was created for the office manager.",
      "We opened a new account with our carrier on 6 November 2026; Anna Lee checks its invoices every month.",
      "We opened a second account at our bank.",
      "We do not sell through another account.",
      "My brother's account was closed in 2024.",
    ],
  },
  "copied-mark": {
    told: ["We copied the logo of Acme."],
    fine: [
      "The logo of Acme was on the box.",
      "We copied the invoice for our files.",
      "We have not copied the logo of Acme.",
      "Our designer copied the measurements of the old box.",
    ],
  },
  "bought-reviews": {
    told: [
      "We paid a service 300 dollars for positive reviews.",
      "We also asked friends to write 25 five-star reviews and paid them with gift cards.",
      "We gave buyers a gift card in return for a five-star review.",
      "Außerdem haben wir Bewertungen gekauft.",
      "我们花钱刷了好评。",
    ],
    fine: [
      "We never paid for reviews.",
      "We asked the 14 buyers whether the parcel had come.",
      "A card offered a gift card for a review; the cards were destroyed.",
      "We paid the carrier for all orders with good tracking.",
      "Anna Lee reads the reviews every Monday.",
      "Wir lesen die Bewertungen jeden Montag.",
      "我们没有花钱刷好评。",
    ],
  },
  "other-addressee": {
    told: ["Dear eBay Trust and Safety team,", "尊敬的沃尔玛团队：", "Hallo eBay,"],
    fine: [
      "Dear Amazon team,",
      "The lamps were also sold on eBay until 3 May 2026.",
      "We bought the units at Walmart, which is no authorised source.",
    ],
  },
  "executive-addressee": {
    told: ["Dear Mr. Bezos,", "Dear Andy Jassy,", "尊敬的贝佐斯先生："],
    fine: ["Dear Seller Performance team,", "We wrote to Mr. Bezos on 3 May 2026."],
  },
};

describe.each(Object.entries(SAID))("%s", (id, { outline = "poa-account", told, fine }) => {
  test.each(told)("tells: %s", (text) => expect(codes(review(text, { outline }))).toContain(id));
  test.each(fine)("leaves alone: %s", (text) => expect(codes(review(text, { outline }))).not.toContain(id));
});

test("every rule of wording has sentences for both", () => {
  const others = ["many-apologies", "template", "sole-cause"];
  const all = rules.rules.filter(({ check }) => check === "wording").map(({ id }) => id);
  expect([...Object.keys(SAID), ...others].sort()).toEqual([...all].sort());
});

test.each([
  ["one apology", "We are sorry for the late parcels.", false],
  ["three", "We are sorry. We apologise for the delay. Please accept our apologies.", true],
])("many-apologies: %s", (_, text, is) => expect(codes(review(text)).includes("many-apologies")).toBe(is));

test.each([
  ["one stock phrase", "I value the opportunity to sell on this platform.", false],
  ["two", "I value the opportunity to sell on Amazon. I humbly request that you reinstate my account.", true],
])("template: %s", (_, text, is) => expect(codes(review(text)).includes("template")).toBe(is));

test.each([
  ["alone", "## Root cause\n\nWe made a mistake.\n", true],
  [
    "with what made it possible",
    `## Root cause\n\nWe made a mistake. ${"The scanner at dock two skipped the label. ".repeat(8)}\n`,
    false,
  ],
  ["in another section", "## Actions taken\n\nWe made a mistake.\n", false],
])("sole-cause: %s", (_, text, is) => expect(codes(review(text)).includes("sole-cause")).toBe(is));

describe("which letters", () => {
  test.each([
    ["threat", "counter-notice", "I will take legal action."],
    ["company-introduction", "approval-request", "Our company was founded in 2010."],
    ["unknown-cause", "support-question", "I do not know why my listing was removed."],
    ["new-account", "ip-dispute", "I will open a new account."],
  ])("%s is no matter of a %s", (id, outline, text) => {
    expect(codes(review(text, { outline }))).not.toContain(id);
  });
});

test("quoted lines of a mail are Amazon's words", () => {
  expect(codes(review("> the buyers are lying\n> you must reinstate my account\n"))).not.toContain("blame");
});

test("findings speak the language that was asked for", () => {
  const [one] = review("The buyers are lying.", { lang: "zh-CN", outline: null });
  expect(one).toMatchObject({ message: expect.stringMatching(/责任/), hint: expect.stringMatching(/请/) });
});
