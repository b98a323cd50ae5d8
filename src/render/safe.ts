/**
 * Everything but printable characters: controls, lone surrogates, line separators, and what is invisible or turns the
 * direction of writing (joiners stay, since emoji and some scripts need them).
 */
const UNSAFE = String.raw`[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]`;
let unsafe: RegExp | undefined;
/** UTF-16 units that occur in those, or in others as well: a pattern that is made at once and tells much faster. */
const SUSPECT =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single units are meant, not what they look like together.
  /[^\n -~\u00A0-\u00AC\u00AE-\u061B\u061D-\u180D\u180F-\u200A\u200C-\u200D\u2010-\u2027\u202F-\u205F\u2070-\uD7FF\uE000-\uFEFE\uFF00-\uFFF8\uFFFC-\uFFFF]/;

/**
 * Text from input or a playbook as it may go to a terminal: line ends become "\n", a tab a space, other control
 * characters a visible sign (ESC is "␛"); invisible and direction-changing characters go.
 */
export function safe(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return withoutUnsafe(text.replaceAll("\r\n", "\n"), visible);
}

/** The big pattern takes long to make, so it is made when it is needed. */
function withoutUnsafe(text: string, instead: (char: string) => string): string {
  unsafe ??= new RegExp(UNSAFE, "gu");
  return text.replace(unsafe, instead);
}

/** The same on one line: a name with a line end in it begins no line of its own. */
export const inOneLine = (text: string): string => safe(text).replaceAll("\n", " ");

function visible(char: string): string {
  const code = char.codePointAt(0) as number;
  if (char === "\n" || char === "\r" || code === 0x85 || code === 0x2028 || code === 0x2029) return "\n";
  if (char === "\t") return " ";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return code < 0xa0 || (code >= 0xd800 && code <= 0xdfff) ? "\uFFFD" : "";
}

/** The same value with every string in it, keys too, made safe. Most are so already, which their JSON tells at once. */
export function clean<T>(value: T): T {
  const text = JSON.stringify(value);
  return SUSPECT.test(text) || ESCAPED.test(text) ? (cleaned(value) as T) : value;
}

/** What stands in JSON for any other character than a line end, a quote or a backslash. */
const ESCAPED = /\\[^n"\\]/;

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return safe(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [safe(key), cleaned(inner)]));
}

/** JSON that loses nothing and still shows no control or direction-changing character: these stand as \u escapes. */
export function json(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent);
  if (!SUSPECT.test(text)) return text;
  return withoutUnsafe(text, (char) =>
    char === "\n" ? char : Array.from({ length: char.length }, (_, i) => escaped(char.charCodeAt(i))).join(""),
  );
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;
