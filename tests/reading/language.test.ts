import { beforeAll, describe, expect, test } from "vitest";
import type { Playbook } from "../../src/playbook/types.js";
import { isUnread, languagesRead } from "../../src/reading/language.js";
import { shipped } from "../support/compiled.js";

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shipped();
}, 60_000);

describe("a text in a language that is not read", () => {
  test.each([
    "Minha conta foi suspensa",
    "A Amazon removeu o meu anúncio por violação de marca registrada",
    "Hesabım askıya alındı",
    "Mijn account is geblokkeerd en ik weet niet waarom",
    "Moje konto zostało zawieszone",
    "Mitt konto har blivit avstängt",
    "Tài khoản của tôi bị khóa",
    "Akun saya ditangguhkan",
    "Můj účet byl pozastaven",
    "Мой аккаунт на Amazon заблокирован",
    "내 계정이 정지되었습니다",
    "تم تعليق حسابي على أمازون",
    "บัญชีของฉันถูกระงับ",
    "मेरा खाता निलंबित कर दिया गया है",
    "Ο λογαριασμός μου ανεστάλη",
    "החשבון שלי הושעה",
  ])("%s", (text) => expect(isUnread(text, playbook.automaton)).toBe(true));
});

describe("a text in one that is", () => {
  test.each([
    "How do I bake a pizza with mozzarella?",
    "Where is my parcel? It was to come on Monday.",
    "Wie wird morgen das Wetter in Hamburg?",
    "Où est mon colis commandé hier ?",
    "¿Dónde está mi pedido de ayer?",
    "Che tempo fa domani a Milano?",
    "今天天气怎么样",
    "明日の天気はどうですか",
    "iPhone的价格 very good deal",
    "unsubscribe",
    "123 456",
    "",
  ])("%s", (text) => expect(isUnread(text, playbook.automaton)).toBe(false));
});

describe("a playbook with signals in one more language", () => {
  const more = (...phrases: readonly string[]) => {
    const own = phrases.map((phrase) => ({ fact: "issue", value: "fees", phrase, weight: 1, lang: "pl" }));
    return { ...playbook.automaton, signals: [...playbook.automaton.signals, ...own] };
  };

  test("reads it", () => {
    expect(languagesRead(playbook.automaton)).toEqual(["en", "zh", "de", "fr", "es", "it", "ja"]);
    expect(languagesRead(more("konto ~ zawieszon*"))).toEqual([...languagesRead(playbook.automaton), "pl"]);
  });
  test.each(["Moje konto zostało zawieszone", "Moje konto jest zamkniete", "Opłaty są za wysokie"])("%s", (text) => {
    expect(isUnread(text, playbook.automaton)).toBe(true);
    expect(isUnread(text, more("konto ~ (zawieszone|zablokowane)", "opłat*"))).toBe(false);
  });
  test.each(["Minha conta foi suspensa", "내 계정이 정지되었습니다"])("and still not %s", (text) =>
    expect(isUnread(text, more("konto ~ zawieszon*", "opłat*"))).toBe(true),
  );
});
