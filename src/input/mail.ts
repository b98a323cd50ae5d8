import { Buffer } from "node:buffer";
import PostalMime, { type Address } from "postal-mime";
import type { Decoded } from "./decode.js";
import { htmlText } from "./html.js";

/**
 * An e-mail as a mail program shows it: who wrote it, when, about what, and its text, with the e-mails that are forwarded
 * in it. Attachments are left out.
 */
export const mailText = (bytes: Uint8Array): Promise<Decoded> => shown(bytes, 0);

/** Forwarded in each other so many times they are all attachments. */
const DEEPEST = 10;

async function shown(bytes: Uint8Array, depth: number): Promise<Decoded> {
  const fault = { fault: "is an e-mail that cannot be read", hint: "Open it and paste its text." };
  // The parser would show the day of a forwarded one as 11/2/2026: so it must leave it to us.
  const mail = await PostalMime.parse(bytes, { maxRfc822NestingDepth: 0 }).catch(() => null);
  if (mail === null) return fault;
  const forwarded: string[] = [];
  for (const { rfc822DepthExceeded: inline, content } of depth < DEEPEST ? mail.attachments : []) {
    const one = inline ? await shown(bytesOf(content), depth + 1) : fault;
    if ("text" in one) forwarded.push(one.text);
  }
  const plain = mail.text?.trim() ?? "";
  const body = plain !== "" ? { text: plain } : htmlText(mail.html ?? "");
  if ("fault" in body) return body;
  const head = [
    ["From", nameOf(mail.from)],
    ["To", (mail.to ?? []).map(nameOf).join(", ")],
    ["Date", dayIn(mail.headers.find(({ key }) => key === "date")?.value.slice(0, LONGEST) ?? "")],
    ["Subject", mail.subject ?? ""],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value?.replace(/\s+/g, " ")}`]));
  const text = [[...head, "", body.text].join("\n"), ...forwarded].join("\n\n");
  return { text: text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD") };
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);

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
