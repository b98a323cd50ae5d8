import { compile } from "html-to-text";
import type { Decoded } from "./decode.js";

/** What a reader would see of an HTML page, line by line; a link's address stands behind its words. */
export function htmlText(html: string): Decoded {
  if (tooDeep(html)) return { fault: "is HTML with too many tags in one another", hint: "Paste it as plain text." };
  return { text: convert(html).trim() };
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: Number.POSITIVE_INFINITY, maxDepth: 200 },
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    { selector: "img", format: "skip" },
    { selector: "ul", options: { itemPrefix: "- " } },
    ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

const DEEPEST = 20_000;

/** Whether so many elements stand open at once that parsing, which grows with their square, takes too long. */
function tooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let all = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,40})/gi)) {
    const tag = name.toLowerCase();
    if (VOID.has(tag)) continue;
    const now = open.get(tag) ?? 0;
    if (slash === "/" && now === 0) continue;
    const step = slash === "/" ? -1 : 1;
    open.set(tag, now + step);
    all += step;
    if (all > DEEPEST && step > 0) return true;
  }
  return false;
}

/** Elements that nothing stands in. */
const VOID = new Set("br hr img input link meta area base col embed source track wbr".split(" "));
