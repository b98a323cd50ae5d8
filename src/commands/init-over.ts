import { joined } from "../playbook/folder.js";
import { openPlaybook } from "../playbook/snapshot.js";
import { inFolder } from "../playbook/source.js";
import type { Playbook } from "../playbook/types.js";
import type { Files, World } from "../world.js";
import { gather } from "./gather.js";

/** Files by name. */
type Texts = ReadonlyMap<string, string>;

/** So many examples are tried, one after the other. */
const TRIED = 4;

/**
 * What the template for a playbook over another becomes over that in `base`: its example is about an issue, a team and
 * languages that are there. Where `check` would find something in it all the same, as texts in a language that the
 * template does not have, what begins the playbook is left and the example is not.
 */
export async function fitting(
  template: Texts,
  { dir, base }: { readonly dir: string; readonly base: string },
  world: World,
): Promise<Texts> {
  const playbook = await openPlaybook(world, joined(dir, base));
  const named = new Map(
    [...template].map(([name, text]) => [
      name,
      text
        .replace(/^extends: .*$/m, () => `extends: ${JSON.stringify(base)}`)
        .replace("the one that ships with seller-route", () => `the one in ${base}`),
    ]),
  );
  for (const example of examples(playbook).slice(0, TRIED)) {
    const texts = new Map([...named].map(([name, text]) => [name, about(text, example, playbook)]));
    const { findings } = await gather(dir, { ...world, files: withTexts(world.files, dir, texts) });
    if (findings.every(({ severity }) => severity === "info")) return texts;
  }
  return new Map([...named].filter(([name]) => name === "playbook.yaml" || !name.endsWith(".yaml")));
}

/** An issue that a route of one's own can be about, and the id of that route. */
interface Example {
  readonly issue: string;
  readonly route: string;
}

/** The template's issue first. A base's route that would win no more takes the new one's id, so that it is replaced. */
function examples({ issues, routes, diagram }: Playbook): Example[] {
  const wins = routes.map(({ id }) => {
    const won = diagram.outcomes.filter(({ route }) => route === id).map(({ named }) => named.issue);
    return { id, only: new Set(won).size === 1 ? won[0] : undefined };
  });
  return issues
    .map(({ id }) => ({ issue: id, covered: wins.filter(({ only }) => only === id) }))
    .filter(({ covered }) => covered.length < 2)
    .map(({ issue, covered }) => ({ issue, route: covered[0]?.id ?? ROUTE }))
    .sort((a, b) => Number(b.issue === ISSUE) - Number(a.issue === ISSUE));
}

/** The issue, the route and the team that the template names. */
const ISSUE = "general-question";
const ROUTE = "our-desk";
const NEXT = "seller-support";

function about(text: string, { issue, route }: Example, { languages, teams }: Playbook): string {
  const next = teams.find(({ id }) => id === NEXT) ?? teams.find(({ executive }) => !executive) ?? teams[0];
  const there = text
    .replaceAll(ISSUE, issue)
    .replaceAll(NEXT, next?.id ?? NEXT)
    .replace(/((?:- id|route): )our-desk(?![\w-])/g, (_, before: string) => before + route);
  return languages.includes("zh") ? there : there.replace(/, zh: [^}]*(?= \})/g, "");
}

/** Files among which some are not written yet, in a folder that is not there. */
function withTexts(files: Files, dir: string, texts: Texts): Files {
  const inside = new Map([...texts].map(([name, text]) => [inFolder(dir, name), new TextEncoder().encode(text)]));
  return {
    ...files,
    read: async (path, how) => inside.get(path) ?? files.read(path, how),
    list: async (folder, wanted = () => true) =>
      folder === dir ? [...texts.keys()].filter(wanted) : files.list(folder, wanted),
  };
}
