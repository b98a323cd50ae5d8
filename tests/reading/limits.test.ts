import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay } from "../../src/core/calendar.js";
import { read } from "../../src/reading/read.js";
import { stated } from "../../src/render/stated.js";
import { knowledge, TODAY, told, words } from "./telling.js";

describe("the day that a time counts from", () => {
  it.each([
    ["You have 30 days from 2026-11-02", "30 days: 2026-12-02"],
    ["You have 17 days from the date of this notice (12 November 2026)", "17 days: 2026-11-29"],
    ["The notice is of 12 November 2026. You have 17 days to appeal.", "17 days: 2026-11-29"],
    ["Notice of 2 November 2026: you have 17 days to appeal.", "17 days: 2026-11-19"],
    ["e-mail dated Monday, November 2, 2026 gives me 17 days to appeal", "17 days: 2026-11-19"],
    ["On 2 November 2026 I received a notice: answer within 17 days", "17 days: 2026-11-19"],
    ["On 2 November 2026 I received a notice about my account. You have 17 days to appeal", "17 days: 2026-11-19"],
    ["I got a warning about my listing on 2 November 2026. You have 17 days to appeal", "17 days: 2026-11-19"],
    ["On 2 November 2026 I received an answer to my notice. You have 17 days to appeal", "17 days: 2026-12-10"],
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
    ["自2026年11月2日 起 17天内申诉", "17 days: 2026-11-19"],
    ["自2026年11月2日起，17天内申诉", "17 days: 2026-11-19"],
    ["2026年11月2日から17日以内に回答", "17 days: 2026-11-19"],
    ["2026年11月2日之日起17天内申诉", "17 days: 2026-11-19"],
    ["My shop was closed after the long notice of 2 November 2026. You have 17 days to appeal.", "17 days: 2026-11-19"],
    ["The notice sent on 2 November 2026. You have 17 days to appeal.", "17 days: 2026-11-19"],
    ["2 November 2026 I received a notice: answer within 17 days", "17 days: 2026-11-19"],
    ["On 2 November 2026 Amazon notified us: answer within 17 days", "17 days: 2026-11-19"],
    ["2026年11月2日，我收到绩效通知，要求17天内回复", "17 days: 2026-11-19"],
    ["2026年11月2日的绩效通知：17天内回复", "17 days: 2026-11-19"],
    ["2026年11月2日付の通知。17日以内に回答", "17 days: 2026-11-19"],
    ["通知：2026年11月2日。您有17天的时间申诉。", "17 days: 2026-11-19"],
    ["通知日期： 2026年11月2日。您有17天的时间申诉。", "17 days: 2026-11-19"],
    ["I got 30 days to appeal an A-to-z claim on 10 November 2026", "30 days: 2026-12-10"],
    ["On 10 November 2026 I was granted 30 days to appeal", "30 days: 2026-12-10"],
    ["Am 10. November 2026 bekam ich 30 Tage Zeit, um Einspruch einzulegen", "30 days: 2026-12-10"],
    ["Le 10 novembre 2026 j'ai reçu 30 jours pour faire appel", "30 days: 2026-12-10"],
    ["El 10 de noviembre de 2026 me dieron 30 días para apelar", "30 days: 2026-12-10"],
    ["Il 10 novembre 2026 ho ricevuto 30 giorni per contestare", "30 days: 2026-12-10"],
    ["2026年11月10日亚马逊给了我30天时间申诉", "30 days: 2026-12-10"],
    ["2026年11月10日に30日以内に異議を申し立てるよう言われました", "30 days: 2026-12-10"],
    ["I sold it on 10 November 2026. I got 30 days to appeal", "30 days: 2026-12-23"],
    ["On 2 November 2026 Amazon deactivated us. You have 17 days to appeal.", "17 days: 2026-11-19"],
    ["Amazon e-mailed me on 14 November 2026: I have 10 days to verify my bank account", "10 days: 2026-11-24"],
    ["On November 20, 2026 Amazon sent a 72-hour warning about my late shipment rate", "72 hours: 2026-11-23"],
    ["On 14 November they told us we have 10 days to verify our bank account", "10 days: 2026-11-24"],
    ["We were told on 20 November that we have 72 hours to reply.", "72 hours: 2026-11-23"],
    ["Amazon emailed us on 20 November 2026. We have 72 hours to reply.", "72 hours: 2026-11-23"],
    ["Amazon sent me a warning on 20 November. 72 hours to reply.", "72 hours: 2026-11-23"],
    ["On 20 November I got an email about late shipments: answer within 72 hours", "72 hours: 2026-11-23"],
    [
      "Yesterday (20 November 2026) I got an email about late shipments: answer within 72 hours",
      "72 hours: 2026-11-23",
    ],
    ["We received this yesterday, 20 November: answer within 72 hours", "72 hours: 2026-11-23"],
    ["On 20 November, yesterday, I received a notice: answer within 72 hours", "72 hours: 2026-11-23"],
    ["Yesterday I received a notice: answer within 72 hours", "72 hours: 2026-11-25"],
    ["A patent owner asks me to agree to take part within 21 days of 16 November 2026", "21 days: 2026-12-07"],
    ["Amazon m'a écrit le 14 novembre 2026: 10 jours", "10 days: 2026-11-24"],
    ["Amazon m'a écrit le 14 novembre 2026: 10 jours pour vérifier mon compte", "10 days: 2026-11-24"],
    ["Amazon hat am 20.11.2026 geschrieben: binnen 72 Stunden", "72 hours: 2026-11-23"],
    ["11月20日收到亚马逊72小时通知", "72 hours: 2026-11-23"],
    ["亚马逊11月20日发邮件，要求72小时内回复", "72 hours: 2026-11-23"],
    // Where another day may be meant, or none is told: from today.
    ["Amazon told me on 2 November that it was an error. I have 72 hours to reply.", "72 hours: 2026-11-26"],
    ["They told me that on 2 November they closed it; within 72 hours I must reply.", "72 hours: 2026-11-26"],
    ["Amazon wrote on 2 November that my appeal was rejected. I have 72 hours to reply.", "72 hours: 2026-11-26"],
    ["Amazon never wrote on 2 November. I have 72 hours to reply.", "72 hours: 2026-11-26"],
    ["On 2 November I wrote to Amazon. I have 72 hours to reply.", "72 hours: 2026-11-26"],
    ["On 2 November Amazon sent the units. I have 72 hours to reply.", "72 hours: 2026-11-26"],
    ["My invoice of 20 November. Yesterday I received a notice: answer within 72 hours", "72 hours: 2026-11-25"],
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
    ["You have 30 days from 02/03/2026", "30 days: 2026-12-23"],
    ["2026年11月2日已下单，次日起17天内申诉", "17 days: 2026-12-10"],
    ["2026年11月2日起生效，请17天内申诉", "17 days: 2026-12-10"],
    ["You have 17 days from what we said on 2 November 2026", "17 days: 2026-12-10"],
    ["Before 2 November 2026 I got a notice. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["On 2 November 2026 the buyer received a message. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["On 2 November 2026 I got a reply to the email. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["On 2 November 2026 we answered the notice we got. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["On 2 November 2026 the letter was lost. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["We send them an email on 2 November 2026. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["2026年11月2日收到货款。您有17天的时间申诉。", "17 days: 2026-12-10"],
    ["2026年11月2日绩效下降。您有17天的时间申诉。", "17 days: 2026-12-10"],
    ["2026年11月2日的订单被取消。您有17天的时间申诉。", "17 days: 2026-12-10"],
    ["2026年11月2日我写的邮件没有回音。您有17天的时间申诉。", "17 days: 2026-12-10"],
    ["2026年11月2日的订单今天被买家取消通知。您有17天的时间申诉。", "17 days: 2026-12-10"],
    ["邮件是卖家2026年11月2日写的。您有17天的时间申诉。", "17 days: 2026-12-10"],
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
    "The buyer is happy and my appeal is due by 2 December 2026",
    "申诉截止到2026年12月2日，过期无效",
    "提交发票最迟2026年12月2日",
    "申诉截至2026年12月2日",
    "2026年12月2日之前完成",
    "Respond by 02.12.",
    "bis zum 2.12. antworten",
    "Frist läuft am 02.12.2026 ab",
    "Konto gesperrt, Frist 2.12.2026",
    "Account was suspended, deadline is 2 December 2026",
    "The deadline ends on 2 December 2026",
    "Deadline in the mail is 2 December 2026",
    "The deadline stated in the notification is 2 December 2026",
    "The last day to respond is Dec 2",
    "Last day for my appeal: 2 December 2026",
    "they want my test report by December 2",
    "Amazon needs a test report by December 2, else the listing stays down",
    "Amazon me demande une vérification d'identité avant le 2 décembre 2026",
    "avant le 2 décembre 2026",
    "le dernier jour pour répondre est le 2 décembre 2026",
  ])("%s", (text) => expect(told(text)).toEqual(["last day: 2026-12-02"]));

  it("stands beside a time that ends before", () =>
    expect(told("Reply within 72 hours. The appeal must be sent by 2 December 2026.")).toEqual([
      "last day: 2026-12-02",
      "72 hours: 2026-11-26",
    ]));

  it.each([
    "I sold until 2 December 2025",
    "The deadline in the mail of 2 November 2026 is over",
    "Deadline in the mail from 2 November 2026",
    "The last day we sold anything was 2 November 2026",
    "The last day of the sale is 2 December 2026",
    "Last day to order is 2 December 2026",
    "We want our money by 2 December 2026",
    "I need the stock by 2 December 2026",
    "We will have the test report by 2 December 2026",
    "J'ai envoyé ma demande avant le 2 novembre 2026",
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
    "They told me of a deadline yesterday, 2 November 2026",
    "My deadline passed yesterday, 2 November 2026",
    "The delivery is due 2 December 2026",
    "The delivery is due by 2 December 2026",
    "I answered what was due 2 November 2026",
    "I missed the deadline of 2 November 2026",
    "Sold more, missed the deadline of 2 November 2026",
    "best before 2 December 2026",
    "See section 3.12. of the agreement and reply",
    "The fee went up to 3.12. Reply",
    "Please answer by legal@brand.example",
    "Respond by B0D4XK7P2Q",
    "截止到2026年11月2日，账户余额5000美元",
    "截止到2026年11月2日,账户余额5000美元",
    "发货最迟2026年12月2日",
    "2026年12月2日之前一切都很正常",
  ])("is not %s", (text) => expect(told(text)).toEqual([]));
});

describe("whatever comes first, the day or the time", () => {
  it.each([
    [
      "INFORM act: I must confirm my bank account within 10 days, mail came on 16 November 2026.",
      "10 days: 2026-11-26",
    ],
    ["I got the mail on 16 November 2026, answer within 10 days", "10 days: 2026-11-26"],
    ["Answer within 10 days, email dated 16 November 2026", "10 days: 2026-11-26"],
    ["within 10 days, email dated 16 November 2026", "10 days: 2026-11-26"],
    ["72 hours to answer, mail arrived yesterday", "72 hours: 2026-11-25"],
    ["72 hours to answer, the notice came yesterday", "72 hours: 2026-11-25"],
    ["72 hours to answer, notice of yesterday", "72 hours: 2026-11-25"],
    ["Yesterday the notice came: 72 hours to answer", "72 hours: 2026-11-25"],
    ["Yesterday's notice gives us 72 hours", "72 hours: 2026-11-25"],
    ["We received the notice 5 days ago, we have 17 days", "17 days: 2026-12-05"],
    ["We have 17 days, we received the notice 5 days ago", "17 days: 2026-12-05"],
    ["We got the 72 hour notice yesterday, order defect rate", "72 hours: 2026-11-25"],
    ["they gave us 72 hours two days ago", "72 hours: 2026-11-24"],
    ["Yesterday they gave us 72 hours", "72 hours: 2026-11-25"],
    ["I got a notice the day before yesterday: 72 hours to answer", "72 hours: 2026-11-24"],
    ["The mail came today, answer within 10 days", "10 days: 2026-12-03"],
    ["Gestern kam das Schreiben von Amazon, 72 Stunden Zeit", "72 hours: 2026-11-25"],
    ["Vor 5 Tagen habe ich die Mitteilung erhalten, 17 Tage Zeit", "17 days: 2026-12-05"],
    ["J'ai reçu l'avis hier, 72 heures pour répondre", "72 hours: 2026-11-25"],
    ["Ayer recibí el aviso: 72 horas para responder", "72 hours: 2026-11-25"],
    ["Ieri ho ricevuto l'avviso: 72 ore per rispondere", "72 hours: 2026-11-25"],
    ["昨天收到通知，要求72小时内回复", "72 hours: 2026-11-25"],
    ["5天前收到绩效通知，要求17天内申诉", "17 days: 2026-12-05"],
    ["昨日通知が届きました。72時間以内に回答", "72 hours: 2026-11-25"],
    [
      "Your account was deactivated on November 12, 2026 because it is related to another. Please send a plan within 17 days of this notice",
      "17 days: 2026-11-29",
    ],
    ["Ihr Konto wurde deaktiviert am 02.11.2026. Antworten Sie innerhalb von 17 Tagen.", "17 days: 2026-11-19"],
    ["deactivated 12 days ago, Amazon gave us 17 days", "17 days: 2026-11-28"],
    ["2026年11月2日账户被停用，要求17天内回复", "17 days: 2026-11-19"],
    ["12 November 2026\n\nDear seller,\nyou have 17 days to appeal.", "17 days: 2026-11-29"],
    ["Appeal within 17 days of 11/20/2026", "17 days: 2026-12-07"],
    // Told of something else, or long ago: from today.
    ["I replied to the notice 5 days ago. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["The buyer's message came 5 days ago. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["The notice came about 5 days ago. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["We sold it yesterday. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["I sent them a mail yesterday. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["My listing was deactivated on 2 November 2026. You have 17 days to appeal.", "17 days: 2026-12-10"],
    ["Deactivated on 3 July 2026, now please provide invoices within 7 days", "7 days: 2026-11-30"],
    ["Deactivated on 3 July 2026. Please provide invoices within 7 days", "7 days: 2026-11-30"],
    ["Deactivated on 2 November 2026. I appealed, answer within 7 days", "7 days: 2026-11-30"],
    ["You have 17 days to appeal. 12 November 2026 was a Thursday.", "17 days: 2026-12-10"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));

  it.each([
    ["Appeal within 17 days of 11/02/2026", "us", "17 days: 2026-11-19"],
    ["Appeal within 17 days of 02/11/2026", "de", "17 days: 2026-11-19"],
    ["Appeal within 17 days of 12/11/2026", undefined, "17 days: 2026-11-29"],
    ["Appeal within 17 days of 11/02/2026", "ca", "17 days: 2026-12-10"],
    ["Date: 11/02/2026\nAnswer within 17 days", "us", "17 days: 2026-11-19"],
  ])("%s (%s)", (text, place, expected) => expect(told(text, place)).toEqual([expected]));
});

describe("a mail that is forwarded or quoted", () => {
  it.each([
    [
      "Date: Fri, 20 Nov 2026\n\nSee below.\n---------- Forwarded message ---------\nFrom: Amazon <notice@amazon.com>\nDate: Mon, Nov 2, 2026 at 10:00 AM\n\nAnswer within 17 days.",
      "17 days: 2026-11-19",
    ],
    [
      "Date: Fri, 20 Nov 2026\n\nOn Mon, Nov 2, 2026 at 10:00 AM Amazon <notice@amazon.com> wrote:\n> Answer within 17 days.",
      "17 days: 2026-11-19",
    ],
    [
      "Help!\n\nOn Mon, Nov 2, 2026 at 10:00 AM Amazon\n<notice@amazon.com> wrote:\n> Answer within 17 days.",
      "17 days: 2026-11-19",
    ],
    [
      "Am 2. November 2026 um 10:00 schrieb Amazon <notice@amazon.de>:\n> Antworten Sie innerhalb von 17 Tagen.",
      "17 days: 2026-11-19",
    ],
    ["Am 2. November 2026 um 10:00 schrieb Amazon\n> Antworten Sie innerhalb von 17 Tagen.", "17 days: 2026-11-19"],
    [
      "Am Mo., 2. Nov. 2026 um 10:00 Uhr schrieb Amazon:\n> Antworten Sie innerhalb von 17 Tagen.",
      "17 days: 2026-11-19",
    ],
    [
      "Le lun. 2 nov. 2026 à 10:00, Amazon <avis@amazon.fr> a écrit :\n> Répondez sous 17 jours.",
      "17 days: 2026-11-19",
    ],
    [
      "El lun, 2 nov 2026 a las 10:00, Amazon (<aviso@amazon.es>) escribió:\n> Responda en un plazo de 17 días.",
      "17 days: 2026-11-19",
    ],
    [
      "Il giorno lun 2 nov 2026 alle ore 10:00 Amazon <avviso@amazon.it> ha scritto:\n> Risponda entro 17 giorni.",
      "17 days: 2026-11-19",
    ],
    ["Amazon 于2026年11月2日写道：\n> 请在17天内回复", "17 days: 2026-12-10"],
    ["于2026年11月2日周一 10:00写道：\n> 请在17天内回复", "17 days: 2026-11-19"],
    ["2026年11月2日(月) 10:00 Amazon <notice@amazon.co.jp>:\n> 17日以内にご回答ください", "17 days: 2026-11-19"],
    // What the seller wrote, and what only tells of it.
    ["On 2 November 2026 I wrote:\n> my plan\nYou have 17 days to appeal.", "17 days: 2026-12-10"],
    ["On 2 November 2026 nobody cared. You have 17 days to appeal.", "17 days: 2026-12-10"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

it("is told from when a time counts, and where that is not known", () => {
  const shown = (text: string) => stated(read(text, knowledge), { today: TODAY }, words);
  expect(shown("Answer within 10 days, the mail came yesterday")).toEqual([
    { text: "10 days", due: "2026-12-02", from: "2026-11-22" },
  ]);
  expect(shown("Answer within 10 days")).toEqual([{ text: "10 days", due: "2026-12-03", assumed: true }]);
});

describe("a last day that can be read in two ways", () => {
  it.each([
    ["respond by 12/05/2026", "us", "last day: 2026-12-05"],
    ["respond by 05/12/2026", "de", "last day: 2026-12-05"],
    ["Your listing was removed on 11/20/2026. Respond by 12/05/2026.", undefined, "last day: 2026-12-05"],
    ["Am 20/11/2026 entfernt. Deadline 05/12/2026", undefined, "last day: 2026-12-05"],
    ["respond by 12/11/2026", undefined, "last day or 2026-12-11: 2026-11-12"],
    ["respond by 12/05/2026", undefined, "last day or 2026-05-12: 2026-12-05"],
    ["deadline 2/3/2026", undefined, "last day or 2026-02-03: 2026-03-02"],
  ])("%s (%s)", (text, place, expected) => expect(told(text, place)).toEqual([expected]));
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
      for (const { due } of stated(read(parts.join(""), knowledge), { today: TODAY }, words))
        expect(isDay(due ?? "")).toBe(true);
    }),
  );
});
