import type { Code } from "./codes.js";
import { type Page, page } from "./page.js";

/** What is told of the language of texts. */
export const LANGUAGE: Readonly<Record<Extract<Code, `SR8${string}`>, Page>> = {
  SR801: page(
    "Sellers read under stress, often in a second language.",
    "Make two sentences of it. The limits are set in playbook.yaml under check: sentence.",
  ),
  SR802: page(
    "An abbreviation is used, and nothing says what it stands for.",
    "Write it out, explain it in brackets, or list it in playbook.yaml under check: abbreviations.",
  ),
  SR803: page("Two answers to one question read the same, so nobody can choose between them.", "Word one differently."),
  SR804: page(
    "Letters that blame Amazon, the buyer or the rights owner, or that threaten, are refused. A letter must not lead a seller into it.",
    "Say what happened, and what is asked for.",
  ),
  SR805: page(
    "A text stands under the key of another language: readers of the one are shown the other. Names and addresses may stand as they are.",
    "Write it in the language of its key, or move it. Phrases count in every text, but are kept by language.",
    "name: { en: 商标投诉, zh: 商标投诉 }",
  ),
  SR806: page(
    "The key of a language is none, so a slip of the keyboard has made a language of its own.",
    "Write the short name that is used everywhere: en, zh, de, pt-BR.",
    "signals: { dee: { fair: [verspätet] } }",
  ),
};
