import { type Finding, inOrder } from "./finding.js";

/** So many places may each have their own slip; where more name the same, it is what they name that is missing. */
const FEW = 2;
/** So many of the places are shown. */
const SHOWN = 5;

const MISSING = /^There is no (\w+) "(.*)"$/;
/** Where what can be named stands, by kind. */
const HOMES: Readonly<Record<string, (id: string) => string>> = {
  team: (id) => `teams/${id}.yaml`,
  issue: (id) => `issues/${id}.yaml`,
  outline: (id) => `outlines/${id}.yaml`,
  channel: () => "channels.yaml",
  fact: () => "facts.yaml",
  route: () => "routes.yaml",
};

/** What many places name and is not there is told once. */
export function together(findings: readonly Finding[]): Finding[] {
  const byMessage = new Map<string, Finding[]>();
  for (const one of findings) byMessage.set(one.message, [...(byMessage.get(one.message) ?? []), one]);
  return [...byMessage.values()].flatMap((all) => {
    const [, kind = "", id = ""] = MISSING.exec((all[0] as Finding).message) ?? [];
    if (kind === "" || all.length <= FEW) return all;
    const [first, ...others] = inOrder(all) as [Finding, ...Finding[]];
    const home = HOMES[kind]?.(id) ?? "playbook.yaml";
    return [
      {
        ...first,
        message: `There is no ${kind} "${id}", and ${all.length} places name it`,
        hint: `Write it in ${home}, or name another one there.`,
        related: others.slice(0, SHOWN).map((one) => ({ ...placeOf(one), message: "named here as well" })),
      },
    ];
  });
}

const placeOf = ({ file, line, column, endColumn, source }: Finding) => ({
  file,
  line,
  column,
  ...(endColumn !== undefined && { endColumn }),
  ...(source !== undefined && { source }),
});
