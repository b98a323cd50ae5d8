import { givenFacts } from "../ask/given.js";
import { Exit, type ExitCode } from "../exit.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Playbook, Words } from "../playbook/types.js";
import { type DecisionMap, type MapPlace, mapOf } from "../proof/map.js";
import type { GraphFormat } from "../render/formats.js";
import type { Graph, GraphNode } from "../render/graph.js";
import { graphDot } from "../render/graph-dot.js";
import { graphMermaid } from "../render/graph-mermaid.js";
import { graphText } from "../render/graph-text.js";
import { say } from "../render/say.js";
import { ansi, plain } from "../render/style.js";
import type { World } from "../world.js";
import { issuesInFew } from "./in-few.js";
import { type Target, write } from "./write.js";

export interface GraphOptions extends Target {
  readonly data?: string;
  readonly lang: string;
  readonly format: GraphFormat;
  /** Facts that are known, as `name=value`: one branch of the map. */
  readonly from: readonly string[];
  /** All of it, however large. */
  readonly whole: boolean;
}

/** The decision map. */
export async function graph(options: GraphOptions, world: World): Promise<ExitCode> {
  const playbook = await openPlaybook(world, options.data);
  const known = await givenFacts({ problem: [], fact: options.from, by: "--from" }, playbook, world);
  const map = mapOf(playbook, known, options.whole);
  const drawn = graphOf(map, playbook, options.lang, Object.values(known));
  await write(render(drawn, options, world), options, world);
  return Exit.ok;
}

function render(drawn: Graph, options: GraphOptions, world: World): string {
  if (options.format === "mermaid") return graphMermaid(drawn);
  if (options.format === "dot") return graphDot(drawn);
  return graphText(drawn, world.colour.stdout && options.output === undefined ? ansi : plain);
}

/** The map in the words of the playbook. */
function graphOf({ places, ways }: DecisionMap, playbook: Playbook, lang: string, known: readonly string[]): Graph {
  const factOf = new Map(
    places.flatMap((place) => (place.kind === "question" ? [[place.id, place.fact] as const] : [])),
  );
  return {
    title: [`Playbook ${playbook.version}`, ...known].join(", "),
    nodes: places.map(
      (place): GraphNode => ({ id: place.id, kind: place.kind, lines: linesOf(place, playbook, lang) }),
    ),
    edges: ways.map(({ from, to, values }) => ({ from, to, label: answers(factOf.get(from), values, playbook) })),
  };
}

function linesOf(place: MapPlace, playbook: Playbook, lang: string): string[] {
  const question = (id: string): Words | undefined => playbook.facts.find((one) => one.id === id)?.question;
  switch (place.kind) {
    case "question":
      return [say(question(place.fact) ?? { en: place.fact }, lang)];
    case "branch":
      return [place.facts.join(", ")];
    case "gap":
      return ["no route"];
    case "team":
      return [teamName(place.team, playbook, lang)];
    case "route": {
      const route = playbook.routes.find((one) => one.id === place.route);
      return [teamName(route?.team ?? "", playbook, lang), place.route];
    }
  }
}

function teamName(id: string, { teams }: Playbook, lang: string): string {
  const team = teams.find((one) => one.id === id);
  return team ? say(team.name, lang) : id;
}

function answers(fact: string | undefined, values: readonly string[], { groups }: Playbook): string {
  return fact === "issue" ? issuesInFew(values, groups).join(", ") : values.join(", ");
}
