import type { Playbook } from "../playbook/types.js";

/** Issues in few words: whole groups by their name, the largest first, then what is left. */
export function issuesInFew(issues: readonly string[], groups: Playbook["groups"]): string[] {
  const whole = groups
    .filter(({ members }) => members.length > 1 && members.every((issue) => issues.includes(issue)))
    .sort((a, b) => b.members.length - a.members.length);
  const named: string[] = [];
  const left = new Set(issues);
  for (const { id, members } of whole) {
    if (!members.some((issue) => left.has(issue))) continue;
    named.push(`group ${id}`);
    for (const issue of members) left.delete(issue);
  }
  return [...named, ...left];
}
