import type { Named, Result } from "./result.js";
import { json } from "./safe.js";

/**
 * Writes short results as `json` does, sooner: what a playbook says again and again is written once. A writer is for
 * one playbook in one language.
 */
export class LineWriter {
  private readonly known = new Map<string, string>();

  /** A result without what only the long form has, by the id that its case has. */
  line(result: Result, id: Result["id"]): string {
    const { because, ask } = result;
    let line = `{"version":${result.version}`;
    if (id !== undefined) line += `,"id":${typeof id === "number" ? id : json(id)}`;
    line += `,"status":${this.text(result.status)},"team":${this.named(result.team)},"issue":${this.named(result.issue)}`;
    line += `,"confidence":${result.confidence},"facts":${this.facts(result.facts)},"assumed":${this.facts(result.assumed)}`;
    line += ',"because":[';
    for (const [i, reason] of because.entries()) {
      line += `${i > 0 ? "," : ""}{"route":${this.text(reason.route)},"text":${this.text(reason.text)},"evidence":[`;
      line += this.evidence(reason.evidence);
      line += "]}";
    }
    line += '],"alternatives":[';
    for (const [i, one] of result.alternatives.entries())
      line += `${i > 0 ? "," : ""}{"team":${this.named(one.team)},"confidence":${one.confidence},"if":${this.facts(one.if)}}`;
    line += '],"also":[';
    for (const [i, { issue, team }] of result.also.entries())
      line += `${i > 0 ? "," : ""}{"issue":${this.text(issue)},"team":${this.text(team)}}`;
    line += "]";
    if (ask !== undefined) line += `,"ask":${json(ask)}`;
    line += `,"entities":${some(result.entities)},"cautions":${some(result.cautions)}`;
    const { version, digest } = result.playbook;
    return `${line},"playbook":{"version":${this.text(version)},"digest":${this.text(digest)}}}`;
  }

  /** Most of it is for one value, whose name is then looked up once. */
  private evidence(all: Result["because"][number]["evidence"]): string {
    let line = "";
    let lead = "";
    let before: (typeof all)[number] | undefined;
    for (const one of all) {
      const { fact, value, text, start, end } = one;
      if (before?.fact !== fact || before.value !== value)
        lead = `{"fact":${this.text(fact)},"value":${this.text(value)},"text":`;
      before = one;
      line += `${line === "" ? "" : ","}${lead}${quoted(text)},"start":${start},"end":${end}}`;
    }
    return line;
  }

  private named(one: Named | null): string {
    return one === null ? "null" : `{"id":${this.text(one.id)},"name":${this.text(one.name)}}`;
  }

  private facts(facts: Readonly<Record<string, string>>): string {
    let all = "";
    for (const fact in facts) all += `${all === "" ? "" : ","}${this.text(fact)}:${this.text(facts[fact] as string)}`;
    return `{${all}}`;
  }

  /** A text of the playbook. */
  private text(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = json(text);
    this.known.set(text, made);
    return made;
  }
}

/** Most words of a text need nothing but quotation marks around them. */
const quoted = (text: string): string => (/^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : json(text));

const some = (all: readonly unknown[]): string => (all.length === 0 ? "[]" : json(all));
