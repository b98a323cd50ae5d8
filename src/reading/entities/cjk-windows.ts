import { hanzi } from "./hanzi-numbers.js";
import type { Found } from "./windows.js";
import type { Word } from "./words.js";

const UNIT = /^\s?[个個]?\s?(小时|小時|時間|天|日|个工作日|個工作日|工作日|営業日|[周週]間?|星期|[个個か月ヶカ]月)/;
const UNITS: readonly (readonly [RegExp, Found["unit"]])[] = [
  [/時|时/, "hours"],
  [/工作日|営業日/, "business days"],
  [/[周週]|星期/, "weeks"],
  [/月/, "months"],
];
/** Behind a unit: within it; a time that somebody has. */
const WITHIN = /^\s?(?:之内|之內|以内|以內|内|內)/;
const TIME = /^的?(?:时间|時間|期限|の猶予|间申诉)/;
const HAVE = /(?:有|剩|剩下|给了?|給了?|给了?我们?|給了?我們?|给您|给你|只|限|あと)\s?$/;
/** 72小时通知, 72時間の警告, but not 提前24小时通知买家. */
const CALLED =
  /^[的の]?(?:停用|绩效|績效|整改|违规|違規|账户|账号|帳戶|申诉|申訴){0,2}(?:通知|警告|预警|預警|倒计时|倒計時)(?![买買客我您你他她给給用亚亞一])/;
const AHEAD = /(?:提前|至少|需要?|须|須|等|后|後)\s?$/;
/** What is in the last days, or lasts that long. */
const LASTS = /(?:最近|过去|過去|近|前|每|超过|超過|直近|约|大约|等了?|已经?)\s?的?\s?$/;
const OTHER =
  /销毁|銷毀|弃置|棄置|处置|廃棄|发票|發票|日期|开具|開具|订单|訂單|销售|銷售|采购|发货|發貨|物流|配送|送达|退货|到货|到账|回款|放款|款项|资金|账期|库存|绩效|指标|历史|請求書|領収書|発行|発送|出荷|返品|注文|購入|買家|买家/;
const ACT =
  /回复|回覆|回復|答复|答覆|申诉|申訴|提交|提供|上传|上傳|回应|回應|补充|补交|解决|处理|整改|反驳|反通知|更新|更正|修改|下架|停用|关闭|冻结|移除|联系|签署|不过|没有|未|回答|返信|返答|対応|提出|異議|連絡|確認|取り下げ|ご/;
const PROMISE = /(?:我们|我們|亚马逊|亞馬遜|客服|他们|他們|团队)[^，,。]{0,6}(?:会|將|将|會)/;
const ENDS = /[,，、。；;！!？?\n「」（）()]/;
const NEAR = 16;

/** A time to answer in Chinese or Japanese: 72小时内, 您有17天时间, 17日以内. */
export function cjkWindow(text: string, word: Pick<Word, "start" | "end">): Found | null {
  if (isAscii(text, word.end, 3)) return null;
  const unit = UNIT.exec(text.slice(word.end, word.end + 8));
  if (!unit) return null;
  const behind = word.end + unit[0].length;
  const { before, after } = clauseAround(text, word.start, behind);
  const name = unit[1] as string;
  const unitOf = (): Found["unit"] => UNITS.find(([names]) => names.test(name))?.[1] ?? "days";
  if (CALLED.test(after) && !LASTS.test(before) && !AHEAD.test(before)) return { unit: unitOf(), end: behind };
  const limit = WITHIN.exec(after)?.[0] ?? (HAVE.test(before) ? had(after) : null);
  if (limit === null || LASTS.test(before)) return null;
  const rest = after.slice(limit.length);
  if (/^的/.test(rest) && !ACT.test(rest.slice(0, 4))) return null;
  if (/回|答|审|處理|处理|联系/.test(rest) && PROMISE.test(before)) return null;
  const acts = ACT.exec(rest);
  const others = OTHER.exec(rest);
  if (acts ? others && others.index < acts.index : others) return null;
  if (!acts && OTHER.test(before)) return null;
  return { unit: unitOf(), end: behind + limit.length };
}

/** Numbers that are written in characters, where one within so long is told of: 三天内. */
export function hanziCounts(
  text: string,
): readonly { readonly count: number; readonly start: number; readonly end: number }[] {
  if (!text.includes("内") && !text.includes("內")) return [];
  return [...text.matchAll(HANZI)].map(({ 0: number, index }) => ({
    count: hanzi(number),
    start: index,
    end: index + number.length,
  }));
}

const HANZI =
  /[一二两三四五六七八九十]{1,3}(?=\s?[个個]?\s?(?:小时|小時|時間|天|日|工作日|営業日|[周週]|星期|月)間?(?:之|以)?[内內])/g;

/** Whether what has to be done in a time stands behind it: 一天内 is a measure of much else. */
export const isToDo = (text: string, end: number): boolean =>
  /^[^，。,、；]{0,8}(?:交|整改|出さ)/.test(text.slice(end, end + NEAR)) || acts(clauseAround(text, end, end).after);

/** "[有17天]的时间", "[有17天]申诉". */
const had = (after: string): string | null => TIME.exec(after)?.[0] ?? (ACT.test(after) ? "" : null);

/** Whether Chinese or Japanese may stand right around a place: most texts are told by that. */
export const isAmongCjk = (text: string, start: number, end: number): boolean =>
  CJK.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
const CJK = /[\u3040-\u9fff]/;

/** What stands around a place, up to the next sign that ends a clause. */
export function clauseAround(text: string, start: number, end: number): { before: string; after: string } {
  const left = text.slice(Math.max(0, start - NEAR), start);
  const right = text.slice(end, end + NEAR);
  let from = left.length;
  while (from > 0 && !ENDS.test(left[from - 1] as string)) from--;
  const to = right.search(ENDS);
  return { before: left.slice(from), after: to < 0 ? right : right.slice(0, to) };
}

function isAscii(text: string, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if (text.charCodeAt(i) >= 128) return false;
  return true;
}

/** What clauses of Chinese and Japanese texts speak of: what a reader has to do, and what has a time of its own. */
export const acts = (clause: string): boolean => ACT.test(clause);
export const others = (clause: string): boolean => OTHER.test(clause);
