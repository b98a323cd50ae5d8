// Longer than other files: it is one list, a page for every code.
import { type Code, isCode } from "./codes.js";
import { type Page, page } from "./page.js";
import { LANGUAGE } from "./pages-language.js";

export type { Page } from "./page.js";

const PAGES: Readonly<Record<Code, Page>> = {
  SR101: page(
    "A playbook needs playbook.yaml, channels.yaml, facts.yaml, routes.yaml and lexicon.yaml.",
    "Write the file; seller-route init <dir> makes one of each.",
  ),
  SR102: page(
    "A YAML file stands in a folder that is not read, or its name is no id. It would be silently left out.",
    "Move it to the folder of its kind, and name it in lower case with hyphens, ending in .yaml.",
  ),
  SR103: page(
    "The file is larger than 1 MB (weights.yaml: 8 MB), is not UTF-8 text, or is no file at all: a folder, a pipe, or one that may not be read.",
    "Save it as UTF-8.",
  ),
  SR104: page(
    "The file is not YAML, so nothing in it can be read. Only the first slip is told; it often makes others.",
    "Mend the place that is marked. Text with a colon and a space in it needs quotes.",
    "note: { en: Careful: this colon needs quotes. }",
  ),
  SR105: page(
    "Anchors, aliases, merge keys, tags, control characters and comments behind text without quotes are not used in playbooks: what is read must be what is seen.",
    "Write the text out, or put it in quotes.",
    "team: &a notice",
  ),
  SR106: page(
    "A key stands twice in one map, so one of its values would be lost.",
    "Take one out.",
    "team: notice\nteam: catalog",
  ),
  SR107: page(
    "Editors find a file's schema by its first line, and check while you type.",
    "Write the line that the hint shows.",
  ),
  SR108: page(
    "A JSON Schema in the schema folder cannot be read or compiled.",
    "Take the schema that ships with the program.",
  ),
  SR111: page(
    "The schema knows no key of this name here, so it would be ignored.",
    "Mend the spelling; the hint names the nearest key.",
    "tema: notice",
  ),
  SR112: page("A key that every entry of this kind has is not there.", "Add it; the hint says what it holds."),
  SR113: page(
    "The value is of another kind than the schema asks for: a list where text stands, a number without quotes.",
    "Write it in the form that the message names.",
    "as_of: 2026",
  ),
  SR114: page(
    "The key takes one of a few values, and this is none of them.",
    "Choose one of those listed.",
    "status: actve",
  ),
  SR115: page(
    "The value has the right kind, and not the right form: an id with capitals, an empty text, a number out of range.",
    "Write it as the message says.",
  ),
  SR201: page(
    "Something is named that is not there: a team, channel, issue, letter, group, marketplace, fact, value or blank.",
    "Mend the spelling, or write what is missing.",
    "team: notice-disptue",
  ),
  SR202: page("Two entries have the same id, so nobody can tell which of them is meant.", "Give one another id."),
  SR203: page(
    "The first fact must be issue, facts may name only facts above their own in applies, and some names are kept for signals.",
    "Move the fact, or take the condition out.",
  ),
  SR204: page(
    "The condition contradicts itself: no value is left for a fact.",
    "Widen one of its sides.",
    "when: { issue: ip-trademark, any: [{ issue: fees }] }",
  ),
  SR205: page(
    "No text can be recognised as this issue; only somebody who chooses it from the list gets there.",
    "Write signals in signals/issue/<issue>.yaml.",
  ),
  SR206: page(
    "A phrase has a slip in its small language: a bracket that is never closed, a word group that is not there, a gap at its edge.",
    "Mend it at the place that is marked.",
    '- "(false|fake ~4 claim*"',
  ),
  SR207: page("The same phrase stands twice for one value. The second adds nothing.", "Take one out."),
  SR208: page(
    "A text is in a language that playbook.yaml does not list, so it would never be shown.",
    "List the language, or take the text out.",
  ),
  SR209: page(
    "The decision table needs more states than are allowed. Nothing about it can be proved, so it is not used.",
    "Use fewer facts in a route, or put facts that decide most further up.",
  ),
  SR210: page(
    "A channel, letter, group or other entry is never named, and no team has it. It is written for nobody.",
    "Name it where it belongs, or take it out.",
  ),
  SR211: page(
    "The letter is named, and yet no facts lead to a recommendation with it: routes override it everywhere. Its sections cannot be reached.",
    "Let a route or an issue that is recommended give it, or take it out.",
  ),
  SR212: page(
    "A section has no prompts, needs nothing and has no text of its own: it is a heading over nothing.",
    "Write what the section asks, or take it out.",
  ),
  SR213: page(
    "Other texts of the same kind are translated, and this one is not. A reader would meet a lone English sentence.",
    "Translate it.",
  ),
  SR214: page(
    "A playbook's extends names a folder that is not there, or that holds no playbook.",
    "Name the folder as seen from the one that playbook.yaml stands in, or write extends: shipped.",
    "extends: ../bsae",
  ),
  SR215: page(
    "Following extends from playbook to playbook leads back to one that was met before.",
    "Take one of them out: the last playbook of the row extends nothing.",
  ),
  SR216: page(
    "remove names something that the extended playbook does not have.",
    "Mend the spelling, or take it out.",
    "remove: { routes: [lats-resort] }",
  ),
  SR217: page("Another part hangs on what remove leaves out.", "Leave that out too, or write your own of its id."),
  SR301: page(
    "A case in data/cases/ does not come out as it expects. Cases are the playbook's tests.",
    "Mend the playbook; or, where the case is out of date, rewrite it: check --update <case>.",
  ),
  SR302: page("A case expects a team, issue, route, letter or fact that is not in the playbook.", "Mend the spelling."),
  SR303: page("Two cases have the same id, so findings and --update could mean either.", "Rename one."),
  SR304: page(
    "A case is a text to be read, or facts to be decided by, and what must come out. With both, with none, with an empty text or with expect: {} it tests nothing.",
    "Keep one of text and facts, and write under expect what must come out.",
  ),
  SR305: page(
    "The cases exercise a smaller share of the playbook than --min-coverage asks for.",
    "Write cases for what --coverage lists; check --generate writes some.",
  ),
  SR306: page(
    "No case in data/cases/ has anything to do with it: if it broke, nobody would notice.",
    "Write a case that leads there.",
  ),
  SR401: page(
    "For some facts no route holds, so a seller with this problem gets no advice.",
    "Widen a route, or write one for what is left. The example is a case that fails until then.",
  ),
  SR402: page(
    "No facts meet all of the route's condition, mostly because a fact that it names does not apply together with the others.",
    "Look at applies of the facts in facts.yaml.",
    "when: { appeal: none, waiting: over-14-days }",
  ),
  SR403: page(
    "Routes are tried in order, and the first that holds wins. Earlier ones hold wherever this one does, so it never wins.",
    "Move it above the routes that are named, narrow those, or take it out.",
  ),
  SR404: page(
    "Wherever the route wins, a later one would recommend the same: team, letter, channels, steps and next rung.",
    "Take it out; fewer routes are easier to read.",
  ),
  SR405: page(
    "An entry of any never decides: wherever it holds, an earlier entry or an earlier route does too.",
    "Take it out, or move the route up.",
  ),
  SR406: page(
    "The route names a value with which it never wins. It reads as if it decided something.",
    "Take the value out, or move the route up.",
  ),
  SR407: page(
    "No decision hangs on the fact, so nobody is ever asked about it.",
    "Name it in a route, or take it out.",
  ),
  SR408: page(
    "Two values of a fact lead to the same decisions, whatever the others are. The seller is asked to tell apart what makes no difference.",
    "Tell them apart in a route, merge them, or say that it is on purpose: alike: <the other value>.",
  ),
  SR409: page(
    "A value is marked alike another one, and some facts tell the two apart after all.",
    "Take the mark out, or let the routes treat both the same.",
  ),
  SR410: page(
    "No facts lead to the team: its file and channels are never seen, except as somebody's next rung.",
    "Let a route lead to it.",
  ),
  SR411: page(
    "For one issue, the next rungs lead back to a team that was asked before. A seller would go round and round.",
    "Let the last rung lead on, or to null.",
  ),
  SR412: page(
    "A team that reviews a case once can be recommended before any ordinary appeal was made. The chance would be wasted.",
    "Let the route ask for an appeal that was sent or refused.",
  ),
  SR413: page(
    "A team that reviews a case once is recommended although the fact executive says that it already did.",
    "Put a route for executive: used before it.",
  ),
  SR414: page(
    "In some marketplace a seller is sent to a team without one channel that is in use today.",
    "Give the team a channel for all marketplaces, or name one in the route.",
  ),
  SR415: page(
    "Two routes hold of some of the same facts and lead to different teams, and neither is a special case of the other. Their order decides; that may be right.",
    "Make sure that the earlier one should win.",
  ),
  SR416: page("The condition in applies can never hold, so the fact has no meaning for anybody.", "Widen applies."),
  SR499: page(
    "A proof needs more states than are allowed, and was given up. Nothing is said about it: neither that it is right nor that it is wrong.",
    "Use fewer facts in a route.",
  ),
  SR501: page(
    "Some answers lead to more questions than anybody will answer.",
    "Decide by fewer facts. The number is set in playbook.yaml under check: questions.",
  ),
  SR502: page(
    "A question is put although every answer leads to the same outcome.",
    "This is a fault of the program, not of the playbook; please report it.",
  ),
  SR503: page(
    "The table has an outcome that no answers in an interview lead to.",
    "Look at applies of the facts that it needs.",
  ),
  SR504: page(
    "Something still hangs on facts, and none of them may be asked.",
    "Look at applies of the facts that are left.",
  ),
  SR510: page(
    "How many questions the longest interview has, how many the mean, and which answers make it long.",
    "Nothing is to be done.",
  ),
  SR601: page(
    "The same phrase speaks for two values of one fact. What speaks for both hardly decides between them.",
    "Make each longer, or leave it to the value that it mostly means.",
  ),
  SR602: page(
    "Wherever the phrase is found, another one for the same value is found too, and is at least as strong. Words count once, so this one adds nothing.",
    "Take it out, or make it stronger.",
  ),
  SR603: page(
    "No text can ever match the phrase: it holds letters that texts are read without, or a full stop in the middle, or it forbids what it asks for.",
    "Write it as it is read: plain letters, digits or Chinese characters.",
  ),
  SR604: page(
    "No text in data/cases/ has the phrase in it, so nobody knows whether it works.",
    "Write a case with it.",
  ),
  SR605: page("No signal uses the word group.", "Use it as @group, or take it out."),
  SR606: page("The phrase speaks for a value and against the same value.", "Take one out."),
  SR607: page(
    "The weights were fitted before the phrase was changed or taken out. Nothing is read by them.",
    "Take the line out of weights.yaml, or fit the weights again.",
  ),
  SR701: page(
    "The only source is not published, and the statement is not marked as unverified. Readers cannot look it up.",
    "Name a source, or add unverified: true.",
  ),
  SR702: page(
    "The statement is older than --max-age allows. Amazon changes its teams and addresses without notice.",
    "Look whether it still holds, and renew as_of.",
  ),
  SR703: page("The date lies in the future.", "Write the date of the source.", 'as_of: "2062"'),
  SR704: page(
    "An address or link in a text leads outside Amazon's hosts. A poisoned playbook could send sellers to a stranger.",
    "Mend the address. Where a seller really is to go there, list the host in playbook.yaml under check: hosts.",
  ),
  SR705: page(
    "playbook.yaml lists a host as Amazon's that is not known to be. Every message from it would pass as genuine.",
    "Mend the spelling, or take it out.",
  ),
  SR706: page("Every address that a seller can be sent to, with its status.", "Nothing is to be done."),
  ...LANGUAGE,
};

/** The page of a code; undefined where there is no such code. */
export function pageOf(code: string): Page | undefined {
  return isCode(code) ? PAGES[code] : undefined;
}
