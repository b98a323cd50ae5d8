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
    "The buyer page shows the wrong fee for vouchers",
    "Der Käufer hat einen Gutschein bekommen",
    "El comprador devolvió el envío de una tarjeta",
    "亚马逊收取了退货处理费",
  ])("none in: %s", (text) => expect(signs(text)).toEqual([]));
});
