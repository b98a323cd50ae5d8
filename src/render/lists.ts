import type { Channel, Deadline, Issue, Playbook, Statement, Team } from "../playbook/types.js";
import type { Named, ShownChannel } from "./result.js";
import { say } from "./say.js";

/** A statement of fact in one language, with where it comes from. */
export interface ShownStatement {
  readonly text: string;
  readonly unverified?: true;
  readonly sources: readonly string[];
  readonly as_of: string;
}

export interface ListedTeam extends Named {
  readonly summary: string;
}

/** One team as `teams <team> --json` prints it. */
export interface FullTeam extends ListedTeam {
  /** A door that opens once. */
  readonly executive: boolean;
  readonly does: readonly ShownStatement[];
  readonly does_not: readonly ShownStatement[];
  readonly cares: readonly ShownStatement[];
  readonly reaches_you: readonly ShownStatement[];
  readonly never: readonly ShownStatement[];
  readonly reply: readonly ShownStatement[];
  readonly changed: readonly ShownStatement[];
  readonly channels: Readonly<Record<Channel["status"], readonly ShownChannel[]>>;
  readonly sources: readonly string[];
  readonly as_of: string;
}

export interface ListedGroup extends Named {
  readonly issues: readonly (Named & { readonly summary: string })[];
}

/** One kind of problem as `issues <issue> --json` prints it. */
export interface FullIssue extends Named {
  readonly group: Named;
  readonly summary: string;
  /** The team that it usually goes to, where one was given. */
  readonly team?: Named;
  readonly evidence: readonly ShownStatement[];
  readonly avoid: readonly ShownStatement[];
  readonly deadlines: readonly (ShownStatement & { readonly days?: number; readonly business?: boolean })[];
  readonly outline: Named | null;
  readonly sources: readonly string[];
  readonly as_of: string;
}

/** The teams, in their order. */
export function listTeams({ teams }: Pick<Playbook, "teams">, lang: string): ListedTeam[] {
  return [...teams]
    .sort((a, b) => a.order - b.order)
    .map((team) => ({ ...named(team, lang), summary: say(team.summary, lang) }));
}

/** One team in full, with the channels that reach it whatever the issue. */
export function fullTeam(team: Team, { channels }: Pick<Playbook, "channels">, lang: string): FullTeam {
  const all = (statements: readonly Statement[]): ShownStatement[] =>
    statements.map((one) => statement(one, team, lang));
  const its = (status: Channel["status"]): ShownChannel[] =>
    channels
      .filter((one) => one.status === status && one.teams.includes(team.id))
      .map((one) => shownChannel(one, lang));
  return {
    ...named(team, lang),
    summary: say(team.summary, lang),
    executive: team.executive,
    does: all(team.does),
    does_not: all(team.does_not),
    cares: all(team.cares),
    reaches_you: all(team.reaches_you),
    never: all(team.never),
    reply: all(team.reply),
    changed: all(team.changed),
    channels: { active: its("active"), legacy: its("legacy"), unverified: its("unverified") },
    sources: team.sources,
    as_of: team.as_of,
  };
}

/** The kinds of problem by group, in the playbook's order; groups without any are left out. */
export function listIssues({ groups, issues }: Pick<Playbook, "groups" | "issues">, lang: string): ListedGroup[] {
  return groups
    .map((group) => ({
      ...named(group, lang),
      issues: issues
        .filter((issue) => issue.group === group.id)
        .map((issue) => ({ ...named(issue, lang), summary: say(issue.summary, lang) })),
    }))
    .filter((group) => group.issues.length > 0);
}

/** One kind of problem in full. `team` is the one that it usually goes to, where the caller knows. */
export function fullIssue(
  issue: Issue,
  { groups, outlines }: Pick<Playbook, "groups" | "outlines">,
  lang: string,
  team?: Team,
): FullIssue {
  const group = groups.find((one) => one.id === issue.group);
  const outline = outlines.find((one) => one.id === issue.outline);
  return {
    ...named(issue, lang),
    group: group ? named(group, lang) : { id: issue.group, name: issue.group },
    summary: say(issue.summary, lang),
    ...(team && { team: named(team, lang) }),
    evidence: issue.evidence.map((one) => statement(one, issue, lang)),
    avoid: issue.avoid.map((one) => statement(one, issue, lang)),
    deadlines: issue.deadlines.map((one) => ({ ...statement(one, issue, lang), ...term(one) })),
    outline: outline ? named(outline, lang) : null,
    sources: issue.sources,
    as_of: issue.as_of,
  };
}

/** A channel in one language. */
export function shownChannel(channel: Channel, lang: string): ShownChannel {
  const { id, kind, value, status, desk, note, marketplaces, as_of, sources } = channel;
  return {
    id,
    kind,
    value,
    status,
    ...(desk && { desk: say(desk, lang) }),
    ...(note && { note: say(note, lang) }),
    marketplaces,
    as_of,
    sources,
  };
}

const named = ({ id, name }: Pick<Team, "id" | "name">, lang: string): Named => ({ id, name: say(name, lang) });

/** What a statement does not say of its provenance it has from the file that it stands in. */
function statement(one: Statement, file: Team | Issue, lang: string): ShownStatement {
  return {
    text: say(one.text, lang),
    ...(one.unverified && { unverified: true as const }),
    sources: one.sources ?? file.sources,
    as_of: one.as_of ?? file.as_of,
  };
}

function term({ days, business }: Deadline): { days?: number; business?: boolean } {
  return days === undefined ? {} : { days, business: business ?? false };
}
