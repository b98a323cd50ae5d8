import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { type Decoded, decode, type Text } from "./decode.js";
import { htmlText } from "./html.js";

/** So many messages are read that are each attached to the one before. */
const DEEPEST = 5;

/**
 * An e-mail as a mail program shows it: who wrote it, when, about what, and its text; below it the messages and texts
 * that are attached. Other attachments are named.
 */
export async function mailText(bytes: Uint8Array | ArrayBuffer): Promise<Decoded> {
  const found = await opened(bytes, 0);
  return "fault" in found ? found : { text: found.text, ...(found.unread.length > 0 && { unread: found.unread }) };
}

type Opened = Required<Text>;
type Fault = Extract<Decoded, { fault: string }>;

async function opened(bytes: Uint8Array | ArrayBuffer, depth: number): Promise<Opened | Fault> {
  const fault = { fault: "is an e-mail that cannot be read", hint: "Open it and paste its text." };
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => null);
  if (mail === null) return fault;
  const plain = mail.text?.trim() ?? "";
  const body = plain !== "" ? { text: plain } : htmlText(mail.html ?? "");
  if ("fault" in body) return body;
  const parts = await Promise.all(mail.attachments.map((one) => attached(one, depth)));
  const texts = parts.map((one) => one.text.trim()).filter((one) => one !== "");
  const text = [headOf(mail), body.text, ...texts].join("\n\n");
  return {
    text: text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"),
    unread: parts.flatMap((one) => one.unread),
  };
}

/** The text of an attachment, or its name where it has none that can be read. */
async function attached(one: Attachment, depth: number): Promise<Opened> {
  const { filename, mimeType, disposition, related } = one;
  const bytes = new Uint8Array(one.content as ArrayBuffer);
  const found =
    mimeType === "message/rfc822" || /\.eml$/i.test(filename ?? "")
      ? depth < DEEPEST && (await opened(bytes, depth + 1))
      : TEXTS.has(mimeType) && textOf(bytes, mimeType);
  if (found && !("fault" in found)) return { unread: [], ...found };
  // A picture in a page is part of how it looks.
  const seen = related !== true && disposition !== "inline";
  return { text: "", unread: seen ? [filename ?? mimeType] : [] };
}

const TEXTS: ReadonlySet<string> = new Set(["text/plain", "text/html"]);

function textOf(bytes: Uint8Array, mimeType: string): Decoded {
  const found = decode(bytes);
  return "text" in found && mimeType === "text/html" ? htmlText(found.text) : found;
}

function headOf(mail: Email): string {
  const head = [
    ["From", nameOf(mail.from)],
    ["To", (mail.to ?? []).map(nameOf).join(", ")],
    ["Date", dayOf(mail)],
    ["Subject", mail.subject ?? ""],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value?.replace(/\s+/g, " ")}`]));
  return head.join("\n");
}

/** The day in a mail's header. */
const dayOf = ({ headers }: Email): string =>
  dayIn(headers.find(({ key }) => key === "date")?.value.slice(0, LONGEST) ?? "");

/** The day that stands in a header: that of its own zone, from which deadlines count. Nothing where none can be read. */
function dayIn(written: string): string {
  const plain = written.replace(/\([^()]*\)/g, "").replace(/(\d)T(\d)/, "$1 $2");
  const at = new Date(`${plain.trim().replace(/\s*(?:[+-]\d\d:?\d\d|\b[A-Z]{1,5}|(?<=\d)Z)$/, "")} UTC`);
  if (Number.isNaN(at.getTime())) return "";
  const day = at.toISOString().slice(0, "2026-11-22".length);
  // The parser makes a day of anything that has a number, and of 31 February one in March.
  const said = (number: number) => new RegExp(`\\b0?${number}\\b`).test(plain);
  return said(at.getUTCFullYear()) && said(at.getUTCDate()) && !plain.includes("/") ? day : "";
}

/** No date takes more characters. */
const LONGEST = 100;

function nameOf(address: Address | undefined): string {
  if (address === undefined) return "";
  const { name, address: at = "" } = address;
  return name && name !== at ? `${name} <${at}>` : at;
}
