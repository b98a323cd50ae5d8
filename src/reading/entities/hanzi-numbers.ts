const DIGITS = "〇一二三四五六七八九";

/** 三十五, 十二, 一百二. */
export function hanzi(number: string): number {
  const [hundreds, rest] = number.includes("百") ? (number.split("百") as [string, string]) : ["", number];
  const [tens, ones] = rest.includes("十") ? (rest.split("十") as [string, string]) : ["", rest];
  const digit = (sign: string, none: number) =>
    sign === "" ? none : sign === "两" ? 2 : DIGITS.indexOf(sign.slice(-1));
  const hundred = number.includes("百") ? 100 * digit(hundreds, 1) : 0;
  return hundred + (rest.includes("十") ? 10 * digit(tens, 1) : 0) + digit(ones, 0);
}
