import { beforeAll, describe, expect, test } from "vitest";
import type { Playbook } from "../../src/playbook/types.js";
import { read } from "../../src/reading/read.js";
import { shipped } from "../support/compiled.js";

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shipped();
}, 60_000);

const signs = (text: string): string[] => read(text, playbook).signs.map(({ sign }) => sign);

test.each(["sellercentra1.com", "se11erc3ntral.net", "ѕellercentral.io"])(
  "a host that looks like Amazon's: %s",
  (host) => expect(signs(`Log in at https://${host} to keep your account`)).toContain("look-alike"),
);

describe("hosts that imitate Amazon's, of links and of senders", () => {
  test.each([
    "account-amazn-support.com",
    "amazn.help",
    "amzon-verify.com",
    "amazo-seller.net",
    "amaazon.support",
    "ammazon.de.com",
    "amazzon.co",
    "amazom.com",
    "anazon-support.com",
    "amozon.com",
    "amzaon.com",
    "amaozn.com",
    "amazno.com",
    "aamzon.com",
    "maazon.com",
    "amason-accounts.com",
    "ama-zon.com",
    "am-azon-support.de",
    "amazon-verifizierung.de",
    "sellercentral-amazon.verify-login.co",
    "amazon.com.verify-login.co",
    "amzn.account-check.com",
    "amzn-seller.com",
    "selercentral.com",
    "sellercentarl.net",
    "seller-central.login.co",
    "seller-centrall.com",
    "sellerscentral.org",
    "amаzn.com",
    "amaznsupport.com",
  ])("%s", (host) => {
    expect(signs(`Log in at https://${host}/x`)).toEqual(["look-alike"]);
    expect(signs(`It came from notice@${host} today`)).toEqual(["look-alike"]);
  });

  test.each([
    "sellercentral.amazon.com",
    "amazon.co.uk",
    "amzn.to",
    "amzn.eu",
    "dhl.de",
    "ups.com",
    "dpd.co.uk",
    "deutsche-bank.de",
    "amex.com",
    "americanexpress.com",
    "barclays.co.uk",
    "mason-law.com",
    "freemasonry.org",
    "amazing-brands.com",
    "amazement.io",
    "panama-zone.com",
    "corazon.es",
    "camaron.es",
    "harmony.com",
    "amnesty.org",
    "seller-center.shop",
    "shopping-central.com",
    "bestsellercentre.co.uk",
    "sellerlegal.com",
    "mazars.com",
    "gmail.com",
    "horizon.net",
    "magazin-mueller.de",
    "arizona.edu",
    "amanda-shop.com",
    "sparkasse.de",
    "hermesworld.com",
  ])("none: %s", (host) => {
    expect(signs(`Log in at https://${host}/x`)).toEqual([]);
    expect(signs(`It came from notice@${host} today`)).toEqual([]);
  });
});

describe("signs of a false notice, in the words of the seven languages", () => {
  test.each([
    ["I got an email saying I must pay $99 by gift card to unlock my account", "payment", "untraceable-payment"],
    ["The mail wants my password and a one-time code to keep my seller account active", "credentials"],
    ["Amazon caller asked me for the verification code from my phone and my Seller Central password", "credentials"],
    [
      "Somebody on WhatsApp wants gift cards and my one time passcode",
      "credentials",
      "untraceable-payment",
      "messenger",
    ],
    ["Got a call from Amazon, they asked for the one time passcode", "credentials"],
    ["有人打电话索要验证码", "credentials"],
    ["Ein Anrufer wollte mein Passwort", "credentials"],
    ["Un correo pide mi contraseña", "credentials"],
    ["Pay the reinstatement fee by Amazon gift card", "payment", "untraceable-payment"],
    ["They want the fee in gift cards", "untraceable-payment"],
    ["pay 500 dollars with vouchers", "untraceable-payment"],
    ["send us two Steam cards", "untraceable-payment"],
    ["a fee to reinstate your seller account", "payment"],
    ["payment in cryptocurrencies", "untraceable-payment"],
    ["Ich soll die Gebühr mit einer Geschenkkarte bezahlen", "untraceable-payment"],
    ["Zahlen Sie eine Gebühr, um Ihr Konto zu entsperren", "payment"],
    ["Je dois payer 99 € par carte cadeau", "untraceable-payment"],
    ["des frais pour débloquer votre compte", "payment"],
    ["Debo pagar con una tarjeta de regalo", "untraceable-payment"],
    ["una tarifa para reactivar la cuenta", "payment"],
    ["Devo pagare con un buono regalo", "untraceable-payment"],
    ["una tassa per sbloccare il mio account", "payment"],
    ["Reply with your password and one-time code on WhatsApp +1 555 010 8899", "credentials", "messenger"],
    ["send your documents over Telegram", "messenger"],
    ["Bitte antworten Sie uns auf WhatsApp", "messenger"],
    ["请添加客服微信", "messenger"],
    ["Escríbanos por WhatsApp al número de abajo", "messenger"],
    ["Répondez avec votre code sur WhatsApp", "messenger"],
    ["Ci contatti su WhatsApp", "messenger"],
    ["LINEで連絡してください", "messenger"],
    ["The mail came from amazon-seller-support@gmail.com", "look-alike"],
    ["From: seller-performance@outlook.com", "look-alike"],
    ["要我用礼品卡支付", "untraceable-payment"],
    ["对方要我交解封费", "payment"],
    ["ギフト券で支払うように言われた", "untraceable-payment"],
    ["仮想通貨を送れと言われた", "untraceable-payment"],
  ])("%s", (text, ...wanted) => {
    expect(signs(text)).toEqual(expect.arrayContaining(wanted));
  });

  test.each([
    "My listing for gift cards was removed in the US",
    "The voucher code of my coupon does not work",
    "I do not get the verification code when I log in",
    "Seller Central asks for a one-time password and my phone is gone",
    "I called support about my password",
    "I paid my supplier by wire transfer",
    "My supplier sent the invoice on WhatsApp",
    "We talk to our customers by WhatsApp",
    "Ich habe dem Käufer per WhatsApp geantwortet",
    "El cliente me mandó fotos por WhatsApp",
    "Le fournisseur nous a envoyé la facture sur WhatsApp",
    "微信群里的同行说的",
    "My address for Amazon is amazon@mueller-shop.de",
    "Write to my-amazon-shop@gmail.com",
    "I called Amazon support",
    "The buyer page shows the wrong fee for vouchers",
    "Der Käufer hat einen Gutschein bekommen",
    "El comprador devolvió el envío de una tarjeta",
    "亚马逊收取了退货处理费",
  ])("none in: %s", (text) => expect(signs(text)).toEqual([]));
});
