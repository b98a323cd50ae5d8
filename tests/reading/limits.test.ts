import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay } from "../../src/core/calendar.js";
import { build } from "../../src/reading/automaton.js";
import { type Knowledge, read } from "../../src/reading/read.js";
import { stated } from "../../src/render/stated.js";

const knowledge: Knowledge = {
  automaton: build([], { groups: {}, negators: [] }),
  hosts: [],
  marketplaces: [],
};
const TODAY = "2026-11-23";
const words = { window: (value: string) => value, lastDay: () => "last day" };

/** What a text states, as "17 days: 2026-12-10". */
const told = (text: string) => stated(read(text, knowledge), TODAY, words).map((one) => `${one.text}: ${one.due}`);

describe("a number of days that is no time to answer", () => {
  it.each([
    "Amazon deactivated us for inauthentic; invoices must be dated within 180 days",
    "I have 60 days of sales history and 90 days handling, account deactivated for late shipments",
    "invoices dated within the last 180 days",
    "invoices from the past 365 days, please",
    "Submit invoices issued within 365 days.",
    "Submit invoices that are within 180 days",
    "please provide bills not older than 90 days",
    "Our handling time is 3 days and late shipments got us deactivated",
    "The payout comes 7 days after delivery (DD+7)",
    "Your late shipment rate was 8% in the last 30 days",
    "our order defect rate over 60 days is 2%",
    "funds held for 90 days",
    "They hold my funds 90 days",
    "buyers have 30 days to return",
    "We have a 30-day return window",
    "the rights owner has 10 business days to sue",
    "The return window is 30 days",
    "I have 45 days of inventory left",
    "I have 30 days in stock",
    "The customer returned it within 30 days",
    "I appealed within 17 days and heard nothing",
    "Amazon replied within 24 hours",
    "We will usually reply within 48 hours",
    "Your appeal will be answered within 48 hours",
    "they closed it for no response within 48 hours",
    "It took 17 days to respond",
    "My account was deactivated within 72 hours",
    "I answer my customers within 24 hours",
    "they said a decision within 48 hours",
    "allow 24 hours for the change",
    "Rechnungen der letzten 180 Tage",
    "Rechnungen müssen innerhalb von 180 Tagen ausgestellt sein",
    "seit 17 Tagen keine Antwort",
    "Guthaben wird für 90 Tage einbehalten",
    "Wir werden Ihnen innerhalb von 48 Stunden antworten",
    "délai de livraison de 3 jours",
    "des factures datées de moins de 180 jours",
    "factures des 365 derniers jours",
    "facturas de los últimos 365 días",
    "hace 17 días que no responden",
    "fatture degli ultimi 365 giorni",
    "consegna entro 3 giorni",
    "发票日期必须在180天内",
    "请提供180天内的发票",
    "最近30天内的订单缺陷率",
    "资金要90天内到账",
    "我们会在48小时内回复您",
    "過去365日以内に発行された請求書",
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

describe("a time to answer", () => {
  it.each([
    ["You have 17 days to respond.", "17 days: 2026-12-10"],
    ["I have 17 days", "17 days: 2026-12-10"],
    ["Amazon gave us only 72 hours", "72 hours: 2026-11-26"],
    ["They deactivate us tomorrow, 3 days left", "3 days: 2026-11-26"],
    ["reply in 48 hours", "48 hours: 2026-11-25"],
    ["within 30 days of this notice", "30 days: 2026-12-23"],
    ["within 30 days of receipt of this letter", "30 days: 2026-12-23"],
    ["An appeal must be filed within 17 days", "17 days: 2026-12-10"],
    ["If we don't hear from you within 72 hours we close the case", "72 hours: 2026-11-26"],
    ["Your account will be deactivated within 72 hours", "72 hours: 2026-11-26"],
    ["You have 17 days to provide invoices dated within the last 365 days", "17 days: 2026-12-10"],
    ["Respond within 24h", "24 hours: 2026-11-24"],
    ["If no response is received within 72 hours we close it", "72 hours: 2026-11-26"],
    ["the deadline is 72 hours", "72 hours: 2026-11-26"],
    ["a 72-hour notice", "72 hours: 2026-11-26"],
    ["Sie haben 17 Tage Zeit, um Widerspruch einzulegen", "17 days: 2026-12-10"],
    ["17 Tage Zeit", "17 days: 2026-12-10"],
    ["Bitte antworten Sie innerhalb von 17 Tagen", "17 days: 2026-12-10"],
    ["Sie müssen binnen 72 Stunden antworten", "72 hours: 2026-11-26"],
    ["innerhalb der nächsten 5 Werktage", "5 business days: 2026-11-30"],
    ["eine Frist von 17 Tagen", "17 days: 2026-12-10"],
    ["17 jours pour répondre", "17 days: 2026-12-10"],
    ["Vous devez répondre sous 48 heures", "48 hours: 2026-11-25"],
    ["dans un délai de 17 jours", "17 days: 2026-12-10"],
    ["Vous disposez de 17 jours pour faire appel", "17 days: 2026-12-10"],
    ["Répondez dans les 48 h", "48 hours: 2026-11-25"],
    ["il nous reste 3 jours", "3 days: 2026-11-26"],
    ["17 días para responder", "17 days: 2026-12-10"],
    ["Responda en un plazo de 48 horas", "48 hours: 2026-11-25"],
    ["en un plazo de 48 horas", "48 hours: 2026-11-25"],
    ["dispone de 17 días hábiles para apelar", "17 business days: 2026-12-16"],
    ["entro 17 giorni", "17 days: 2026-12-10"],
    ["Ha 17 giorni per presentare ricorso", "17 days: 2026-12-10"],
    ["17天内", "17 days: 2026-12-10"],
    ["请在72小时之内回复", "72 hours: 2026-11-26"],
    ["您有17天的时间提交申诉", "17 days: 2026-12-10"],
    ["还有3天申诉", "3 days: 2026-11-26"],
    ["请在17天内提供365天内的发票", "17 days: 2026-12-10"],
    ["17日以内にご回答ください", "17 days: 2026-12-10"],
    ["72時間以内", "72 hours: 2026-11-26"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("the day that a time counts from", () => {
  it.each([
    ["You have 30 days from 2026-11-02", "30 days: 2026-12-02"],
    ["You have 17 days from the date of this notice (12 November 2026)", "17 days: 2026-11-29"],
    ["The notice is of 12 November 2026. You have 17 days to appeal.", "17 days: 2026-11-29"],
    ["Notice of 2 November 2026: you have 17 days to appeal.", "17 days: 2026-11-19"],
    ["e-mail dated Monday, November 2, 2026 gives me 17 days to appeal", "17 days: 2026-11-19"],
    ["On 2 November 2026 I received a notice: answer within 17 days", "17 days: 2026-11-19"],
    ["I received a performance notification on 2 November 2026. Respond within 17 days.", "17 days: 2026-11-19"],
    ["Notice of 2 November. You have 17 days to appeal.", "17 days: 2026-11-19"],
    ["Mitteilung vom 2. November 2026: Sie haben 17 Tage Zeit", "17 days: 2026-11-19"],
    ["Am 2.11.2026 habe ich eine Benachrichtigung erhalten, 17 Tage Zeit", "17 days: 2026-11-19"],
    ["Sie haben 17 Tage Zeit ab dem 2. November 2026", "17 days: 2026-11-19"],
    ["Notification du 2 novembre 2026 : 17 jours pour répondre", "17 days: 2026-11-19"],
    ["Le 2 novembre 2026 j'ai reçu un avis : 17 jours pour répondre", "17 days: 2026-11-19"],
    ["Notificación del 2 de noviembre de 2026: tiene 17 días para responder", "17 days: 2026-11-19"],
    ["El 2 de noviembre de 2026 recibí un aviso: 17 días para responder", "17 days: 2026-11-19"],
    ["Avviso del 2 novembre 2026: ha 17 giorni per rispondere", "17 days: 2026-11-19"],
    ["2026年11月2日收到绩效通知，要求17天内回复", "17 days: 2026-11-19"],
    ["通知日期：2026年11月2日。您有17天的时间申诉。", "17 days: 2026-11-19"],
    ["自2026年11月2日起17天内申诉", "17 days: 2026-11-19"],
    ["2026年11月2日付けの通知。17日以内に回答", "17 days: 2026-11-19"],
    ["2026年11月2日に通知を受け取りました。17日以内に回答", "17 days: 2026-11-19"],
    // Where another day may be meant, or none is told: from today.
    [
      "Notice of 2 November 2026, a second notice of 5 November 2026. You have 17 days to appeal.",
      "17 days: 2026-12-10",
    ],
    ["Order of 2 November 2026 was late. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["My email of 2 November 2026 got no answer. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["Notice of 02/03/2026. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["Today 2 November 2026. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["Sent them a nice mail 2 November 2026. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["4 November 2026: we received your notice. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["Date: 14 November 2026\nNotice of 2 November 2026. You have 17 days to appeal.", "17 days: 2026-12-01"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("a last day", () => {
  it.each([
    "I must answer by December 2, 2026",
    "deadline 2.12.2026",
    "The deadline for my appeal is 2 December 2026",
    "until 2 December 2026",
    "Please respond no later than 2026-12-02",
    "Amazon wants the plan on or before Wednesday, December 2, 2026",
    "The plan is due by 2 December 2026",
    "Respond by 2 December",
    "bis zum 2. Dezember 2026",
    "Ich muss bis spätestens 2. Dezember 2026 antworten",
    "Frist: 02.12.2026",
    "avant le 2 décembre 2026",
    "Répondez au plus tard le 2 décembre 2026",
    "date limite : 2 décembre 2026",
    "entro il 2 dicembre 2026",
    "Rispondere entro e non oltre il 2 dicembre 2026",
    "antes del 2 de diciembre de 2026",
    "fecha límite: 2 de diciembre de 2026",
    "responder a más tardar el 2 de diciembre de 2026",
    "截止到2026年12月2日",
    "截止日期是2026年12月2日",
    "请在2026年12月2日前提交申诉",
    "2026年12月2日までに",
    "2026年12月2日までにご回答ください",
    "You have 17 days to appeal, until 2 December 2026.",
  ])("%s", (text) => expect(told(text)).toEqual(["last day: 2026-12-02"]));

  it("stands beside a time that ends before", () =>
    expect(told("Reply within 72 hours. The appeal must be sent by 2 December 2026.")).toEqual([
      "last day: 2026-12-02",
      "72 hours: 2026-11-26",
    ]));

  it.each([
    "deadline 2/3/2026",
    "I sold until 2 December 2025",
    "The order was delivered by 2 December 2026",
    "funds are held until 2 December 2026",
    "Offer valid until 2 December 2026",
    "invoices dated before 1 January 2026",
    "I appealed before 2 November 2026",
    "Amazon will respond by 2 December 2026",
    "shipped by 2 December 2026",
    "on 2 December 2026 I sold it",
    "No response by 3 December 2026",
    "An automatic reply promised news by 3 December 2026",
    "截至2026年11月2日，账户余额5000美元",
    "2026年11月2日之前的订单",
    "2026年11月2日前我已经提交了申诉",
  ])("is not %s", (text) => expect(told(text)).toEqual([]));
});

it("is a day whatever the text is", () => {
  const piece = fc.constantFrom(
    ...["within ", "17 days ", "you have ", "from ", "notice of ", "2 November 2026 ", "29 February ", "answer by "],
    ...[
      "\u622a\u6b62\u5230",
      "2026\u5e7412\u67082\u65e5",
      "17\u5929\u5185",
      "\u524d",
      "\u8d77",
      ". ",
      ", ",
      "\n",
      "h",
      "(",
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 20 }), (parts) => {
      for (const { due } of stated(read(parts.join(""), knowledge), TODAY, words)) expect(isDay(due ?? "")).toBe(true);
    }),
  );
});
