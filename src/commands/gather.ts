import { advise } from "../core/advise.js";
import { NOTHING_READ, type Reading } from "../core/reading.js";
import { type Case, loadCases } from "../playbook/cases.js";
import { type Finding, isError } from "../playbook/finding.js";
import { kept } from "../playbook/kept.js";
import { letterFor } from "../playbook/letter-of.js";
import { loadPlaybook } from "../playbook/load.js";
import { inFolder } from "../playbook/source.js";
import type { Playbook } from "../playbook/types.js";
import { type Answer, runCases } from "../proof/cases.js";
import { type Coverage, coverageFindings, coverageOf, type Ran } from "../proof/coverage.js";
import { prove } from "../proof/prove.js";
import { todayFor } from "../proof/provenance.js";
import { type Subject, subjectOf } from "../proof/subject.js";
import { read } from "../reading/read.js";
import type { World } from "../world.js";

/** What a run measures by. */
export interface Gathering {
  /** Days after which a statement is stale; absent: none is. */
  readonly maxAge?: number;
  /** YYYY-MM-DD; absent: the clock's. */
  readonly today?: string;
  /** Percent of each kind that the cases must cover. */
  readonly minCoverage?: number;
  /** Looks for what is only worth knowing as well. */
  readonly info?: boolean;
}

/** All that is found in a folder, in no order; and the playbook with its cases, where it can be used. */
export interface Gathered {
  readonly findings: readonly Finding[];
  readonly subject: Subject | null;
  readonly cases: readonly Case[];
  readonly coverage: readonly Coverage[] | null;
}

/** Loads a playbook, proves what can be proved, and runs its cases. */
export async function gather(folder: string, world: World, options: Gathering = {}): Promise<Gathered> {
  const schemas = inFolder(world.data, "schema");
  const loaded = await loadPlaybook(folder, world.files, schemas);
  if (!("playbook" in loaded))
    return { findings: ours(loaded.findings, folder), subject: null, cases: [], coverage: null };
  const { playbook, book } = loaded;
  const subject = subjectOf(playbook, book);
  const { cases, findings } = await loadCases(folder, world.files, playbook, schemas);
  const ran = runAll(cases, subject);
  const came = new Map(ran.map(({ one, answer }) => [one, answer]));
  const coverage = coverageOf(subject, ran);
  const { maxAge, minCoverage } = options;
  const times = {
    today: options.today ?? todayFor(playbook.version, world.today()),
    ...(maxAge !== undefined && { maxAge }),
  };
  return {
    findings: ours(
      [
        ...loaded.findings,
        ...findings,
        ...prove(subject, times, options.info),
        ...runCases(playbook, cases, (one) => came.get(one) as Answer),
        ...coverageFindings(coverage, minCoverage, options.info),
      ],
      folder,
    ),
    subject,
    cases,
    coverage,
  };
}

/** Without what may be warned of in a playbook that this one extends: only its errors are ours to mend. */
function ours(findings: readonly Finding[], folder: string): Finding[] {
  const start = inFolder(folder, "");
  const isOurs = (file: string) => (start === "" ? !/^(\.\.|[/\\]|[a-z]:)/i.test(file) : file.startsWith(start));
  return findings.filter((one) => isError(one) || isOurs(one.file));
}

/** What texts were understood to say, as long as nothing is changed that reading hangs on. */
const readings = kept(
  ({ playbook: { automaton, votes, hosts, groups } }: Subject) => [automaton, votes, JSON.stringify([hosts, groups])],
  () => new Map<string, Reading>(),
);

/** What cases came to, as long as nothing is changed that advice hangs on; the words of routes and issues are not. */
const answers = kept(
  (subject: Subject) => {
    const { diagram, facts, routes, teams, issues } = subject.playbook;
    const led = routes.map(({ id, when, team, outline }) => [id, when, team, outline]);
    const priors = facts.map(({ id, applies, shows, values }) => [
      id,
      applies,
      shows,
      values.map((value) => [value.id, value.prior]),
    ]);
    const doors = teams.map(({ id, executive }) => [id, executive]);
    const letters = issues.map(({ id, outline, stake, follows }) => [id, outline, stake, follows]);
    return [readings(subject), JSON.stringify([diagram, led, priors, doors, letters])];
  },
  () => new Map<string, Ran>(),
);

function runAll(cases: readonly Case[], subject: Subject): Ran[] {
  const [known, read] = [answers(subject), readings(subject)];
  return cases.map((one) => {
    const key = JSON.stringify([one.text, one.facts]);
    const old = known.get(key);
    const ran = old ? { ...old, one } : run(one, subject.playbook, read);
    known.set(key, ran);
    return ran;
  });
}

/** What the tool says to a case, and what it found in its text. */
export function run(one: Case, playbook: Playbook, known = new Map<string, Reading>()): Ran {
  const reading = one.text === undefined ? NOTHING_READ : (known.get(one.text) ?? read(one.text, playbook));
  if (one.text !== undefined) known.set(one.text, reading);
  const { status, team, issue, facts, route, also, ask } = advise(playbook, reading, one.facts ?? {});
  const outline = letterFor(playbook, { route, issue });
  return {
    one,
    answer: { status, team, issue, facts, route, outline, also: also[0]?.issue ?? null, ask },
    found: reading.evidence,
  };
}
