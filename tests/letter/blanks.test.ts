import { describe, expect, test } from "vitest";
import { review } from "./shipped.js";

const blanks = (text: string) =>
  review(text, { outline: null })
    .filter(({ code }) => code === "blank")
    .map(({ column, endColumn = 0, source = "" }) => source.slice(column - 1, endColumn - 1));

describe("a blank", () => {
  test.each([
    ["[Employee name] checks each return every Monday.", "[Employee name]"],
    ["The sheet is signed by the [Manager].", "[Manager]"],
    ["We refunded [number] buyers.", "[number]"],
    ["Within [X] days each parcel is scanned.", "[X]"],
    ["31 of the XX orders were late.", "XX"],
    ["(insert details here)", "(insert details here)"],
    ["The cause was {reason}.", "{reason}"],
    ["We found that $SUPPLIER delivered late.", "$SUPPLIER"],
    ["your notice of MM/DD/YYYY", "MM/DD/YYYY"],
    ["On xx/xx/2026 we called the carrier.", "xx/xx/2026"],
    ["%%NAME%% checks every order.", "%%NAME%%"],
    ["Your Name Here", "Your Name Here"],
    ["Your Name", "Your Name"],
    ["Lorem ipsum dolor sit amet.", "Lorem ipsum dolor"],
    ["On \\[DATE\\] we closed the offer.", "[DATE\\]"],
    ["Order ID: XXX-XXXXXXX-XXXXXXX", "XXX-XXXXXXX-XXXXXXX"],
    ["[Name des Mitarbeiters] prüft die Rate.", "[Name des Mitarbeiters]"],
    ["Wir, [Firma einsetzen], liefern mit DHL.", "[Firma einsetzen]"],
    ["Ihre Mitteilung vom TT.MM.JJJJ", "TT.MM.JJJJ"],
    ["31 der XX Bestellungen", "XX"],
    ["（请填写店铺名称）", "（请填写店铺名称）"],
    ["××年××月××日，我们关闭了商品。", "××年××月××日"],
    ["〔姓名〕每周检查。", "〔姓名〕"],
    ["XX公司", "XX"],
    ["联系电话：待填写", "待填写"],
    ["Sincerely,\n\n________\n", "________"],
  ])("%s", (text, found) => expect(blanks(text)).toEqual([found]));

  test.each([
    ["- [x] File 1: the contract"],
    ["- [ ] File 2: the screenshot"],
    ["- [X] Invoice of 3 May 2026"],
    ["Is it attached? Yes [X] No [ ]"],
    ["[see file 2] and [sic]"],
    ["[Handling time](https://sellercentral.amazon.com/x) <https://sellercentral.amazon.com/y>"],
    ["[the manager's sheet][1]\n\n[1]: https://example.com"],
    ["The supplier sent two pallets [1] on 3 May 2026.[^2]"],
    ["ASINs: [B0AAAAAAA1, B0AAAAAAA2]"],
    ["Sizes S, XL, XXL and XXXL were mixed up."],
    ["We sell 2 × 50 cm rails, 3 x 3 m nets and a pack of 12×."],
    ["We paid $450, US$1,200 and $USD 30."],
    ["Dates are written in the format DD/MM/YYYY."],
    ["The label shows the date as YYYY-MM-DD format."],
    ["The buyers (two of them your Prime members) were refunded."],
    ["We insert the leaflet (in German) here, and staff enter the lot number."],
    ["Each box is sealed (please note photo 3)."],
    ["库存待补充的商品已经关闭。"],
    ["王本（仓库主管）每周盘点。"],
    ["The rate fell by 30 % and 40 % of the orders were on time."],
    ["Signed:\n\n______________________\nBen Ode (owner)\n"],
    ["One part.\n\n____\n\nAnother part."],
    ["Your Name field in the form was empty, so we filled it."],
    ["Die Maße (Breite, Höhe) stehen auf dem Karton."],
  ])("is none: %s", (text) => expect(blanks(text)).toEqual([]));
});
