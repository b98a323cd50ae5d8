import PostalMime, { type Address } from "postal-mime";
import type { Decoded } from "./decode.js";
import { htmlText } from "./html.js";

/** An e-mail as a mail program shows it: who wrote it, when, about what, and its text. Attachments are left out. */
export async function mailText(bytes: Uint8Array): Promise<Decoded> {
  const fault = { fault: "is an e-mail that cannot be read", hint: "Open it and paste its text." };
  const mail = await PostalMime.parse(bytes).catch(() => null);
  if (mail === null) return fault;
  const plain = mail.text?.trim() ?? "";
  const body = plain !== "" ? { text: plain } : htmlText(mail.html ?? "");
  if ("fault" in body) return body;
  const head = [
    ["From", nameOf(mail.from)],
    ["To", (mail.to ?? []).map(nameOf).join(", ")],
    ["Date", mail.date?.slice(0, "2026-11-22".length) ?? ""],
    ["Subject", mail.subject ?? ""],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value?.replace(/\s+/g, " ")}`]));
  return { text: [...head, "", body.text].join("\n").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD") };
}

function nameOf(address: Address | undefined): string {
  if (address === undefined) return "";
  const { name, address: at = "" } = address;
  return name && name !== at ? `${name} <${at}>` : at;
}
