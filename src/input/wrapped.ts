import { type Decoded, decode } from "./decode.js";

/** A mail's header lines, looked for in so much of its beginning. */
const HEAD = 64 * 1024;

/**
 * Bytes as the text that they hold: what `decode` gives, and of an e-mail or an HTML page what a reader would see. The
 * libraries for these are loaded only then.
 */
export async function textIn(bytes: Uint8Array): Promise<Decoded> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString("latin1");
  if (isMail(start)) return (await import("./mail.js")).mailText(bytes);
  const found = decode(bytes);
  return "fault" in found ? found : unwrapped(found.text);
}

/** A text as it is, or of a pasted e-mail or HTML page what a reader would see. */
export async function unwrapped(text: string): Promise<Decoded> {
  if (isMail(text.slice(0, HEAD))) return (await import("./mail.js")).mailText(new TextEncoder().encode(text));
  if (isHtml(text)) return (await import("./html.js")).htmlText(text);
  return { text };
}

/** Whether anything at all in a text speaks for an e-mail or HTML: quickly told, and mostly not so. */
export const mayBeWrapped = (text: string): boolean => text.includes("</") || isMail(text.slice(0, HEAD));

/**
 * Whether a text is an e-mail as it was sent (.eml): headers, one of which says how the rest is encoded. What a mail
 * program shows or quotes ("From: … Subject: …") is none.
 */
function isMail(start: string): boolean {
  if (!/^\uFEFF?(?:ï»¿)?(?:From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]{0,60}:/.test(start)) return false;
  for (const line of start.split("\n")) {
    if (line === "" || line === "\r") return false;
    if (/^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):/i.test(line)) return true;
    if (!/^(?:[ \t]|From |[\x21-\x39\x3b-\x7e]+:|\uFEFF|ï»¿)/.test(line)) return false;
  }
  return false;
}

const OPENS =
  /^\s*<(?:!doctype\s+html|html|head|body|meta|style|table|div|p|span|font|center|br|a|h[1-6]|ul|ol|blockquote|b|strong)\b[^<]*>/i;
const CLOSES = /<\/(?:html|body|table|div|p|span|td|li|ul|a|b|strong|h[1-6]|blockquote|font)\s*>/i;

/** Whether a text is HTML: it begins with a tag, comments aside, and closes one; or it closes a page somewhere. */
function isHtml(text: string): boolean {
  if (!CLOSES.test(text)) return false;
  let at = 0;
  for (;;) {
    const [blank = ""] = /^\s*/.exec(text.slice(at, at + HEAD)) ?? [];
    at += blank.length;
    if (!text.startsWith("<!--", at)) break;
    const end = text.indexOf("-->", at);
    if (end < 0) break;
    at = end + "-->".length;
  }
  return OPENS.test(text.slice(at, at + HEAD)) || /<\/(?:html|body)\s*>/i.test(text);
}
