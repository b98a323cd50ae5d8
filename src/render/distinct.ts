import type { Statement } from "../playbook/types.js";

/** Statements in their order, each thing said once: all that one is about may already have been told by those before it. */
export function distinct(all: readonly Statement[]): Statement[] {
  const told = new Set<string>();
  return all.filter(({ text, about = [text.en as string] }) => {
    const isNew = about.some((one) => !told.has(one));
    for (const one of about) told.add(one);
    return isNew;
  });
}
