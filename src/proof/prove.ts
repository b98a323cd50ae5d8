import type { Finding } from "../playbook/finding.js";
import { kept } from "../playbook/kept.js";
import { addressFindings } from "./addresses.js";
import { channelFindings } from "./channels.js";
import { overlapFindings, routeFindings } from "./decision.js";
import { factFindings } from "./facts.js";
import { interviewFindings } from "./interview-findings.js";
import { languageFindings } from "./language.js";
import { provenanceFindings, type Times } from "./provenance.js";
import { signalFindings } from "./signals.js";
import type { Subject } from "./subject.js";
import { teamFindings } from "./team-findings.js";
import { phraseTongueFindings, tongueFindings } from "./tongues.js";
import { translationFindings } from "./translations.js";
import { unusedFindings } from "./unused.js";

/** What decisions hang on: everything but what texts are read by. */
const decisive = ({ book }: Subject) => [
  book.playbook,
  book.facts,
  book.routes,
  book.channels,
  ...book.teams,
  ...book.issues,
  ...book.outlines,
];
/** The same, and letters that rules are about. */
const decided = (subject: Subject) => [...decisive(subject), subject.book.review];
/** And what else people read. */
const readable = (subject: Subject) => [...decided(subject), subject.book.refusals];
/** What texts are understood by. */
const spoken = ({ book }: Subject) => [book.playbook, book.lexicon, book.refusals, ...book.signals];

/** Everything that is proved about decisions and interviews. */
export const proveDecisions = (subject: Subject): Finding[] => [
  ...routeFindings(subject),
  ...factFindings(subject),
  ...teamFindings(subject),
  ...channelFindings(subject),
  ...interviewFindings(subject, subject.book.playbook.value.check?.questions),
  ...unusedFindings(subject),
];

const decisions = kept(decided, proveDecisions);
const texts = kept(readable, (subject: Subject) => [
  ...translationFindings(subject),
  ...addressFindings(subject),
  ...languageFindings(subject),
  ...tongueFindings(subject),
  ...phraseTongueFindings(subject.book.review ? [subject.book.review] : []),
]);
const signals = kept(spoken, (subject: Subject) => {
  const { lexicon, refusals, signals } = subject.book;
  return [...signalFindings(subject), ...phraseTongueFindings([lexicon, ...(refusals ? [refusals] : []), ...signals])];
});

/** Everything that is proved about a playbook without its cases; what is only worth knowing as well, where asked. */
export function prove(subject: Subject, times: Times, all = false): Finding[] {
  return [
    ...(all ? overlapFindings(subject) : []),
    ...decisions(subject),
    ...texts(subject),
    ...signals(subject),
    ...provenanceFindings(subject, times),
  ];
}
