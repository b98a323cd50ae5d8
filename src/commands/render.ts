import { Exit, Refusal } from "../exit.js";
import type { Playbook } from "../playbook/types.js";
import { documentOf } from "../render/document.js";
import type { Format, Worded } from "../render/formats.js";
import { renderMarkdown } from "../render/markdown.js";
import type { Result } from "../render/result.js";
import { json, safe } from "../render/style.js";
import { renderText } from "../render/text.js";
import type { BriefWorld, World } from "../world.js";
import { type Target, viewOf } from "./write.js";

/** How a result is to be written. */
export interface Writing extends Target {
  readonly format: Format;
  readonly lang: string;
  readonly marketplace?: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What tells the case from others of its kind, for a calendar. */
  readonly mark?: readonly string[];
}

/** A result in a format made of words, which is there at once. */
export function inWords(
  result: Result,
  writing: Pick<Writing, "lang" | "output"> & { readonly format: Worded },
  playbook: Playbook,
  world: BriefWorld,
): string {
  const view = viewOf(playbook, writing.lang, world, writing);
  switch (writing.format) {
    case "text":
      return renderText(result, view);
    case "json":
      return `${json(result, 2)}\n`;
    case "markdown":
      return renderMarkdown(result, view);
  }
}

/** A result in the format that was asked for. Refuses a calendar that would be empty. */
export async function render(
  result: Result,
  writing: Writing,
  playbook: Playbook,
  world: World,
): Promise<string | Uint8Array> {
  const { format } = writing;
  const view = viewOf(playbook, writing.lang, world, writing);
  switch (format) {
    case "docx": {
      const { docx } = await import("../render/docx.js");
      return docx(documentOf(result, view), { ...writing, title: safe(result.issue?.name ?? "seller-route") });
    }
    case "ics": {
      const { calendar } = await import("../render/calendar.js");
      const days = await calendar(result, view.words, writing);
      if (days !== null) return days;
      throw new Refusal("There is no date to put into a calendar", {
        hint: "Neither the text nor the playbook gives a day to answer by or to write again. See the advice itself, with --format text.",
        exit: Exit.noAdvice,
      });
    }
    default:
      return inWords(result, { ...writing, format }, playbook, world);
  }
}
