import { type Lexicon, PhraseError, parsePhrase, type Run } from "../reading/phrase.js";
import { error, type Finding, type Place } from "./finding.js";
import { suggest } from "./nearest.js";

/** What makes a phrase unreadable, at its place in the file. */
export function badPhrase(phrase: string, lexicon: Lexicon, place: () => Place): Finding[] {
  const found = parsed(phrase, lexicon, place);
  return Array.isArray(found) ? [] : [found];
}

/** The runs of a phrase, or why it has none. */
export function parsed(phrase: string, lexicon: Lexicon, place: () => Place): Run[] | Finding {
  try {
    return parsePhrase(phrase, lexicon);
  } catch (cause) {
    if (!(cause instanceof PhraseError)) throw cause;
    const name = /@([a-z0-9-]+)/.exec(phrase.slice(cause.at))?.[1];
    const hint = cause.message.includes("group") && name ? suggest(name, Object.keys(lexicon.groups), 0) : undefined;
    return error("SR206", within(place(), phrase, cause.at), `The phrase cannot be read: ${cause.message}`, hint);
  }
}

/** The place of a sign in a phrase, where the phrase stands in its line as it is. */
function within(place: Place, phrase: string, at: number): Place {
  const from = place.source?.indexOf(phrase, place.column - 1) ?? -1;
  return from < 0 || from > place.column
    ? place
    : { ...place, column: from + 1 + Math.min(at, phrase.length - 1), endColumn: from + 1 + phrase.length };
}
