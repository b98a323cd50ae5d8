import { expect, test } from "vitest";
import { nearBy, tongueOf } from "../../src/reading/tongue.js";
import { shipped } from "../support/compiled.js";

test.each([
  ["Mein Konto wurde gesperrt und ich weiß nicht warum", "de"],
  ["Mi cuenta está desactivada y los pagos no han llegado", "es"],
  ["Mon compte est suspendu et je ne sais pas pourquoi", "fr"],
  ["Il mio account è stato sospeso e non so perché", "it"],
  ["アカウントが停止されました", "ja"],
  ["My account was deactivated and they want invoices", null],
  ["账户被停用了", null],
  ["ASIN B0B8NQ3X5T", null],
  ["The die cut sticker is from my supplier in Las Vegas", null],
  ["", null],
])("%s", (text, tongue) => expect(tongueOf(text)).toBe(tongue));

test("a language points to the marketplaces that name it", async () => {
  const playbook = await shipped();
  expect(nearBy("Mi cuenta está desactivada y los pagos no han llegado", playbook)).toEqual(["mx", "es"]);
  expect(nearBy(null, playbook)).toEqual([]);
});
