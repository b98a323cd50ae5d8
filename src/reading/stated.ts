import type { Entity, Shown } from "../core/reading.js";
import { type Host, hosts } from "./entities/addresses.js";
import { findStated, type Places } from "./entities/index.js";
import { later } from "./later.js";

/** What has a form of its own in a text. */
export interface Stated extends Pick<Shown, "entities" | "limits" | "written"> {
  readonly named: readonly Host[];
}

/** Needs nothing of what the text says beside it. */
export function statedIn(text: string, places: Places): Stated {
  const named = hosts(text);
  const { entities, limits, noticed } = findStated(text, places, named);
  return { named, entities, limits, written: dateLine(text, entities) ?? onlyOne(noticed) };
}

/** Words that begin a mail's date line, in the languages of the notices. */
const DATE_LINE = later(
  String.raw`(?:^|\n)[>\s*]*(?:date|sent|received|datum|gesendet|fecha|enviado|data|inviato|envoyé|le|日期|发件时间|時間|日時|送信日時)\s*[:\uff1a]\s*(?:\p{L}{2,10}\.?,?\s+)?$`,
  "iu",
);
const LONGEST_LINE = 60;

/** The day that a notice is of, where all that is told of notices is of one whole day. */
function onlyOne(days: readonly string[]): string | null {
  const [first = null] = days;
  return days.every((day) => day === first) ? first : null;
}

/** The first whole date that stands in a date line. */
function dateLine(text: string, entities: readonly Entity[]): string | null {
  const dated = entities.find(
    ({ kind, value, other, start }) =>
      kind === "date" &&
      other === undefined &&
      !value.startsWith("-") &&
      DATE_LINE().test(text.slice(Math.max(0, start - LONGEST_LINE), start)),
  );
  return dated?.value ?? null;
}
