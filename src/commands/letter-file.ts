import { isDay } from "../core/calendar.js";
import type { Reading } from "../core/reading.js";
import type { Draft } from "../letter/draft.js";
import { type Answers, keyOfName } from "../letter/places.js";
import { siteOf } from "../letter/sites.js";
import type { Playbook } from "../playbook/types.js";
import { fillFrom } from "../render/fill.js";
import { endingFormat, FORMATS, type Format } from "../render/formats.js";
import { letterMarkdown, letterText } from "../render/letter.js";
import { json, safe } from "../render/style.js";

/** A letter in a format; as text its lines are not broken, so that it can be pasted into a form. */
export async function letterAs(format: Format, draft: Draft, marketplace?: string): Promise<string | Uint8Array> {
  if (format === "json") return `${json({ version: 1, ...draft }, 2)}\n`;
  if (format === "docx") {
    const [{ docx }, { letterBlocks }] = await Promise.all([
      import("../render/docx.js"),
      import("../render/letter-blocks.js"),
    ]);
    const print = { title: safe(draft.title), lang: draft.lang, ...(marketplace !== undefined && { marketplace }) };
    return docx(letterBlocks(draft), print);
  }
  return format === "markdown" ? letterMarkdown(draft) : letterText(draft);
}

/** A letter in the format that a file's name ends in. */
export const letterIn = (file: string, draft: Draft, marketplace?: string): Promise<string | Uint8Array> =>
  letterAs(endingFormat(file, FORMATS) ?? "text", draft, marketplace);

/** What is known of a letter's placeholders before anything is asked. */
export function fillOf(
  reading: Reading,
  { marketplaces }: Playbook,
  {
    place,
    today,
    text = null,
  }: { readonly place?: string | undefined; readonly today: string; readonly text?: string | null },
): Record<string, string> {
  const all = (kind: string) => [
    ...new Set(reading.entities.filter((one) => one.kind === kind).map((one) => one.value)),
  ];
  const [amount, ...others] = all("amount");
  const site = siteOf(place ?? all("marketplace")[0], marketplaces);
  return {
    ...fillFrom(reading, text),
    ...(amount !== undefined && others.length === 0 && { amount }),
    ...(site !== undefined && { marketplace: site }),
    date: today,
  };
}

/** What is likely, and offered for the seller to say: a single day in the text is likely to be the notice's. */
export function likelyOf({ entities }: Reading): Answers {
  const days = [...new Set(entities.filter((one) => one.kind === "date").map((one) => one.value))];
  const [day = "", ...others] = days;
  return others.length === 0 && isDay(day) ? { [keyOfName("notice_date")]: day } : {};
}
