const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>"“”‘’\u3000-\u303F\uFF00-\uFFEF]+)/i;
const SIGN = /[\\`*[\]<$~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?[a-zA-Z0-9]+;)/gu;
const TRAILING = ".,;:!?)'";

/** Text as Markdown that reads the same: one line, signs escaped where they would mean something, addresses linked. */
export function escaped(text: string, address: (url: string) => string = link): string {
  const parts = text.replace(/\s+/g, " ").trim().split(ADDRESS);
  return parts
    .map((part, i) => (i % 2 === 0 ? part.replace(SIGN, "\\$&") : withTail(part, address)))
    .join("")
    .replace(/^(?:[#+>=-]|\d{1,9}(?=[.)]))/, start);
}

/** Text that nobody vouches for, as code: it links to nothing and mentions nobody. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "";
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return fence + gap + line + gap + fence;
}

function link(url: string): string {
  return /^https?:/i.test(url) ? `<${url}>` : url.replace(SIGN, "\\$&");
}

/** Punctuation after an address is not part of it. */
function withTail(url: string, address: (url: string) => string): string {
  let end = url.length;
  while (end > 0 && TRAILING.includes(url[end - 1] as string)) end -= 1;
  return end === 0 ? url : address(url.slice(0, end)) + url.slice(end);
}

const start = (sign: string): string => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`);
