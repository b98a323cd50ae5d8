/** So much of a text is looked at. */
const MOST = 2000;
/** Of the words below, so many at least. */
const FEWEST = 2;

/** Words that are frequent in one language and rare in the others; English ones only to be told apart. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the and my is was for to of have has not they with this that",
    de: "der die das und ich nicht mein meine wurde ist von mit auf ein eine wegen wir haben mich konto",
    fr: "le les des est mon ma je nous pas une vous été pour du mes compte avec sur suis",
    it: "il gli della di che mio mia è sono ho per mi hanno non perché mio dal stato sul",
    es: "el los mis y una por han mi con las cuenta porque pero está ha del fue muy",
  }).map(([lang, words]) => [lang, new Set(words.split(" "))]),
);
const KANA = /[\u3041-\u30ff]/;
const WORD = /[a-zà-ÿ]+/g;

/** The language that a text is in, by its small words: one of German, French, Italian, Spanish and Japanese, or null. */
export function tongueOf(whole: string): string | null {
  const text = whole.slice(0, MOST).normalize("NFC");
  if (KANA.test(text)) return "ja";
  const words = text.toLowerCase().match(WORD) ?? [];
  const counts = Object.entries(WORDS).map(
    ([lang, own]) => [lang, words.filter((word) => own.has(word)).length] as const,
  );
  const [[lang, count], [, second]] = counts.sort(([, a], [, b]) => b - a) as [[string, number], [string, number]];
  return count >= FEWEST && count > second && lang !== "en" ? lang : null;
}

/** The marketplaces that a text's language points to. */
export function nearBy(
  text: string | null,
  {
    marketplaces,
  }: { readonly marketplaces: readonly { readonly id: string; readonly languages?: readonly string[] }[] },
): string[] {
  const tongue = text === null ? null : tongueOf(text);
  return tongue === null ? [] : marketplaces.filter((one) => one.languages?.includes(tongue)).map(({ id }) => id);
}
