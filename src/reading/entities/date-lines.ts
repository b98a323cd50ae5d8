import type { Entity } from "../../core/reading.js";
import { later } from "../later.js";

/** A date line begins so: in a mail's head, in the languages of the notices. */
const NAMED = later(
  String.raw`(?:^|\n)[>\s*]*(?:date|sent|received|datum|gesendet|fecha|enviado|data|inviato|envoyé|le|日期|发件时间|時間|日時|送信日時)\s*[:\uff1a]\s*[*]?\s*(?:\p{L}{2,10}\.?,?\s+)?$`,
  "iu",
);
/** Above a quoted mail: "On Mon, ", and behind the day " at 10:00 AM Amazon <notice@amazon.com> wrote:". */
const QUOTED = later(
  String.raw`(?:^|\n)[>\s*]*(?:(?:on|am|le|el|il giorno|il|在|于|於)\s*)?(?:\p{L}{2,10}\.?,?\s+)?$`,
  "iu",
);
const WROTE = later(
  String.raw`^[^\n]{0,120}(?:\n[>\s]*[^\n]{0,100}?)?(?:(?<!\p{L})(?:wrote|a écrit|escribió|ha scritto)\s?:|(?<!\p{L})schrieb\s|写道|寫道|のメール\s?[:：]|書きました\s?[:：]|<[^<>\s]+@[^<>\s]+>\s?[:：](?:\n|$))`,
  "iu",
);
/** What the seller wrote is no notice. */
const OWN = later(String.raw`(?<!\p{L})(?:I|we|ich|wir|je|nous|yo|io|noi|has been)(?!\p{L})|我|私`, "iu");
/** Nothing but the day, and perhaps the time of the day. */
const ALONE = later(String.raw`^[ \t,]*(?:\d{1,2}[:h]\d\d[^\n]{0,12})?[ \t]*\n`, "iu");

const LONGEST_LINE = 60;
const LONGEST_QUOTE = 240;

/** The whole dates that stand in a mail's date line, above a quoted mail, or alone at the top of a text. */
export function dateLines(text: string, entities: readonly Entity[]): Entity[] {
  return entities.filter((one) => one.kind === "date" && !one.value.startsWith("-") && isDateLine(text, one));
}

function isDateLine(text: string, { start, end }: Entity): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  if (NAMED().test(before)) return true;
  if (start < LONGEST_LINE && before.trim() === "" && ALONE().test(text.slice(end, end + LONGEST_LINE))) return true;
  if (!QUOTED().test(before)) return false;
  const wrote = WROTE().exec(text.slice(end, end + LONGEST_QUOTE))?.[0];
  return (
    wrote !== undefined &&
    !OWN().test(wrote) &&
    !/^schrieb (?:ich|wir)\b/i.test(text.slice(end + wrote.length - 8, end + LONGEST_QUOTE))
  );
}
