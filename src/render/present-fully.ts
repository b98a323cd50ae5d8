import type { Advice } from "../core/advise.js";
import type { Shown } from "../core/reading.js";
import type { Playbook } from "../playbook/types.js";
import { fillFrom } from "./fill.js";
import { presentFully as present, type Telling } from "./present.js";
import type { Result } from "./result.js";

/** How an answer is to be told: its language, and what is known better than the text tells it. */
export type Wanted = Pick<Telling, "lang"> & { readonly [K in keyof Telling]?: Telling[K] | undefined };

/**
 * The long form of a result, as `--json` prints it. Where they are not given, the marketplace and what fills the blanks
 * of the letter are those that the text names, and `today`, from which days are counted, is the clock's.
 */
export function presentFully(advice: Advice, reading: Shown, playbook: Playbook, wanted: Wanted): Result {
  const { lang, fill = unmasked(fillFrom(reading)), today = localDay(new Date()) } = wanted;
  const place = wanted.marketplace ?? reading.entities.find(({ kind }) => kind === "marketplace")?.value;
  return present(advice, reading, playbook, { lang, fill, today, ...(place !== undefined && { marketplace: place }) });
}

/** Without what was masked: that fills no blank. */
const unmasked = (fill: Telling["fill"]): Telling["fill"] =>
  Object.fromEntries(Object.entries(fill).filter(([, value]) => /[\p{L}\d]/u.test(value)));

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
