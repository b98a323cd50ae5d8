import { Graphviz } from "@hpcc-js/wasm-graphviz";
import DOMPurify from "dompurify";
import { beforeAll, describe, expect, it } from "vitest";
import { walk } from "../../src/core/diagram.js";
import { mapOf } from "../../src/proof/map.js";
import { edited, FOLDER, type Folder, loaded, minimal, under } from "../playbook/fixture.js";
import { shipped } from "../support/compiled.js";
import { ran } from "../support/ran.js";

/** What `graph` prints for a playbook in memory, or for the shipped one. */
const graph = (folder: Folder | null, ...words: string[]) =>
  ran(["graph", ...(folder ? ["--data", FOLDER] : []), ...words], { files: under(FOLDER, folder ?? {}) });

/** Labels with every sign that means something to a drawing language. */
const hostile = edited(
  "facts.yaml",
  '"What has happened?"',
  '"A \\"quote\\" #1; <b>x</b> & `y` \\\\ [z] {w} (v) | end"',
);

/** What Mermaid's own parser makes of a chart. It wants a browser only to clean HTML, of which there is none. */
async function parsed(chart: string) {
  const { default: mermaid } = await import("mermaid");
  expect(await mermaid.parse(chart)).toMatchObject({ diagramType: "flowchart-v2" });
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  const { getVertices, getEdges } = db as unknown as {
    getVertices(): Map<string, { text: string }>;
    getEdges(): { start: string; end: string }[];
  };
  return { nodes: getVertices.call(db).size, edges: getEdges.call(db).length };
}

describe("graph", () => {
  let graphviz: Graphviz;
  beforeAll(async () => {
    Object.assign(DOMPurify, { addHook: () => {}, sanitize: (text: string) => text });
    graphviz = await Graphviz.load();
  });

  it("is a tree, a part that comes again named by its number", async () => {
    expect((await graph(minimal)).out).toBe(`Playbook 1
What has happened?
├─ trademark → Is the claim right?
│  ├─ right → Notice (brand)
│  └─ disputed → Did you appeal?
│     ├─ none → Notice (brand)
│     └─ rejected → Executive (refused)
└─ upload → Did you appeal?
   ├─ none → Support (rest)
   └─ rejected → Executive (refused)
`);
  });

  it("names the option that was given", async () => {
    expect((await graph(minimal, "--from", "issue=foo")).err).toContain("--from issue=foo: ");
    expect((await graph(minimal, "--from", "foo")).err).toContain("--from foo is not of the form name=value");
  });

  it("shows one branch", async () => {
    expect(
      (await graph(minimal, "--from", "issue=trademark", "--from", "claim=disputed")).out,
    ).toBe(`Playbook 1, trademark, disputed
Did you appeal?
├─ none → Notice (brand)
└─ rejected → Executive (refused)
`);
    expect((await graph(minimal, "--from", "issue=tradmark")).err).toContain('"tradmark" is no value of issue');
  });

  const folders: readonly (readonly [string, Folder | null, string[]])[] = [
    ["a small playbook", minimal, []],
    ["signs that mean something", hostile, []],
    ["the shipped playbook", null, []],
    ["the shipped playbook as a whole", null, ["--whole"]],
    ["a branch of the shipped playbook", null, ["--from", "issue=ip-trademark"]],
  ];
  it.each(folders)("is drawn by Mermaid and by Graphviz: %s", async (_, folder, words) => {
    const chart = (await graph(folder, "--format", "mermaid", ...words)).out;
    const dot = (await graph(folder, "--format", "dot", ...words)).out;
    const svg = graphviz.dot(dot, "svg");
    const nodes = svg.match(/<g id="node\d+"/g)?.length;
    const edges = svg.match(/<g id="edge\d+"/g)?.length;
    expect(nodes).toBeGreaterThan(2);
    expect(await parsed(chart)).toEqual({ nodes, edges });
  });

  it("collapses a large map by group, down to the teams", async () => {
    const { out } = await graph(null);
    expect(out).toContain("├─ group ip → claim, ");
    expect(out.split("\n").length).toBeLessThan(50);
    expect((await graph(null, "--whole")).out.split("\n").length).toBeGreaterThan(100);
  });

  it("refuses a format that it does not have", async () => {
    expect(await graph(minimal, "--format", "svg")).toMatchObject({ code: 2, out: "" });
  });
});

describe("the map", () => {
  it("leads complete facts to the route that the table gives, whatever they are", async () => {
    for (const playbook of [await loaded(), await shipped()]) {
      const { places, ways } = mapOf(playbook, {}, true);
      const byId = new Map(places.map((place) => [place.id, place]));
      const values = new Map(playbook.facts.map(({ id, values: all }) => [id, all.map((one) => one.id)]));
      for (let seed = 0; seed < 500; seed++) {
        const facts = Object.fromEntries(
          [...values].map(([fact, all], i) => [
            fact,
            all[(seed * 7919 + i * 104729 * (seed + 1)) % all.length] as string,
          ]),
        );
        let at = places[0];
        while (at?.kind === "question") {
          const { id, fact } = at;
          at = byId.get(ways.find((way) => way.from === id && way.values.includes(facts[fact] as string))?.to ?? "");
        }
        expect(at?.kind === "route" ? at.route : null).toBe(walk(playbook.diagram, facts)?.route);
      }
    }
  });
});
