import type { Severity } from "./finding.js";

export interface Known {
  readonly title: string;
  readonly severity: Severity;
}

const error = (title: string): Known => ({ title, severity: "error" });
const warning = (title: string): Known => ({ title, severity: "warning" });
const info = (title: string): Known => ({ title, severity: "info" });

/**
 * Every code of a finding. SR1xx: the form of a file. SR2xx: names and structure. SR3xx: cases. SR4xx: the decision.
 * SR5xx: the interview. SR6xx: signals. SR7xx: sources, age and addresses. SR8xx: language.
 */
export const codes = {
  SR101: error("A file is missing"),
  SR102: error("A file stands where none is read, or has no proper name"),
  SR103: error("A file cannot be read"),
  SR104: error("Not YAML"),
  SR105: error("YAML that a playbook does not use"),
  SR106: error("A key stands twice"),
  SR107: warning("The first line does not name the schema"),
  SR108: error("A schema cannot be used"),
  SR111: error("An unknown key"),
  SR112: error("A key is missing"),
  SR113: error("A value of the wrong kind"),
  SR114: error("A value that is not on the list"),
  SR115: error("A value of the wrong form"),
  SR201: error("A name that leads nowhere"),
  SR202: error("An id stands twice"),
  SR203: error("A fact is out of place"),
  SR204: error("A condition that cannot hold"),
  SR205: warning("An issue without signals"),
  SR206: error("A phrase that cannot be read"),
  SR207: warning("A phrase stands twice"),
  SR208: error("A language that the playbook does not list"),
  SR209: error("The decision table is too large"),
  SR210: warning("Nothing names it"),
  SR211: warning("A letter that no recommendation gives"),
  SR212: warning("An empty section of a letter"),
  SR213: warning("A translation is missing"),
  SR214: error("A playbook to extend that is not there"),
  SR215: error("Playbooks that extend one another in a circle"),
  SR216: error("Nothing to remove"),
  SR217: error("What is removed is still named"),
  SR301: error("A case comes out differently"),
  SR302: error("A case names what is not there"),
  SR303: error("Two cases have the same id"),
  SR304: error("A case that tests nothing"),
  SR305: error("The cases cover too little"),
  SR306: info("No case covers it"),
  SR401: error("A gap: no route takes these facts"),
  SR402: error("A route that can never hold"),
  SR403: error("A route that earlier ones shadow"),
  SR404: warning("A route that can be removed without any change"),
  SR405: warning("A part of a condition that never decides"),
  SR406: warning("A value in a condition that never decides"),
  SR407: warning("A fact that never matters"),
  SR408: warning("A value that never matters"),
  SR409: error("Values that are said to decide alike, and do not"),
  SR410: warning("A team that no facts lead to"),
  SR411: error("A ladder that goes in a circle"),
  SR412: error("A door that opens once, with nothing tried"),
  SR413: error("A door that opens once, a second time"),
  SR414: error("An outcome without an active channel"),
  SR415: info("Routes that overlap and disagree"),
  SR416: error("A fact that never applies"),
  SR499: warning("Undecided: too large for a proof"),
  SR501: warning("A long interview"),
  SR502: error("A question that cannot change the outcome"),
  SR503: error("An outcome that no answers lead to"),
  SR504: error("An interview that gets stuck"),
  SR510: info("Length of the interview"),
  SR601: warning("Two values claim the same phrase"),
  SR602: warning("A phrase that another one always covers"),
  SR603: error("A phrase that can never match"),
  SR604: info("A signal that no case exercises"),
  SR605: warning("A word group that no signal uses"),
  SR606: warning("A phrase for and against the same value"),
  SR607: warning("Weights of a phrase that is not there"),
  SR701: warning("A statement without a source that can be looked up"),
  SR702: warning("A stale statement"),
  SR703: error("A date in the future"),
  SR704: error("An address outside Amazon's hosts"),
  SR705: error("A host that is not known to be Amazon's"),
  SR706: info("A contact address"),
  SR801: warning("A long sentence"),
  SR802: warning("An abbreviation that nothing explains"),
  SR803: warning("Two choices with the same label"),
  SR804: warning("Blame or a threat in a letter"),
  SR805: warning("A text that is not in its language"),
  SR806: warning("A language that there is not"),
} as const satisfies Readonly<Record<`SR${number}`, Known>>;

export type Code = keyof typeof codes;

export const isCode = (text: string): text is Code => Object.hasOwn(codes, text);
