import type { Finding } from "../playbook/finding.js";
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
import { translationFindings } from "./translations.js";
import { unusedFindings } from "./unused.js";

/** Everything that is proved about decisions and interviews. */
export function proveDecisions(subject: Subject): Finding[] {
  return [
    ...routeFindings(subject),
    ...factFindings(subject),
    ...teamFindings(subject),
    ...channelFindings(subject),
    ...interviewFindings(subject, subject.book.playbook.value.check?.questions),
  ];
}

/** Everything that is proved about a playbook without its cases; what is only worth knowing as well, where asked. */
export function prove(subject: Subject, times: Times, all = false): Finding[] {
  return [
    ...(all ? overlapFindings(subject) : []),
    ...proveDecisions(subject),
    ...unusedFindings(subject),
    ...translationFindings(subject),
    ...signalFindings(subject),
    ...provenanceFindings(subject, times),
    ...addressFindings(subject),
    ...languageFindings(subject),
  ];
}
