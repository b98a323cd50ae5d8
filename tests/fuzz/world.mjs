// A world in memory over the built program, for the fuzzer: what the tests' own does, without their tools.
import { readdirSync, readFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { loadPlaybook, pack } from "../../dist/index.js";
import { book } from "./inputs.mjs";

const COMPILED = "/compiled/playbook.json";
const SMALL = "/small";

/** The small playbook stands for the shipped one, so that a run takes milliseconds. */
const small = Object.fromEntries(Object.entries(book).map(([name, text]) => [`${SMALL}/${name}`, text]));
const schemas = new URL("../../data/schema/", import.meta.url);
for (const name of readdirSync(schemas))
  small[`${SMALL}/schema/${name}`] = readFileSync(new URL(name, schemas), "utf8");

export function fakeWorld({ stdin, files = {} }) {
  const all = { ...small, ...files };
  const said = { out: "", err: "" };
  const sink = (name) =>
    new Writable({
      decodeStrings: false,
      write(chunk, _, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const failure = (code) => Object.assign(new Error(code), { code });
  const write = async (path, text, over) => {
    if (path in all && !over) throw failure("EEXIST");
    all[path] = text;
  };
  const input = Object.assign(Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]), { isTTY: false });
  const world = {
    stdin: input,
    stdout: sink("out"),
    stderr: sink("err"),
    colour: { stdout: false, stderr: false },
    width: 80,
    canPrompt: false,
    env: {},
    today: () => "2026-11-22",
    data: SMALL,
    compiled: COMPILED,
    version: "0.0.0",
    files: {
      async read(path) {
        if (path === COMPILED) return compiled;
        if (Object.hasOwn(all, path)) return Buffer.from(all[path]);
        throw failure(Object.keys(all).some((name) => name.startsWith(`${path}/`)) ? "EISDIR" : "ENOENT");
      },
      async list(folder) {
        const below = Object.keys(all).filter((name) => name.startsWith(`${folder}/`));
        if (below.length === 0) throw failure("ENOENT");
        return below.map((name) => name.slice(folder.length + 1)).sort();
      },
      write,
      keep: write,
    },
  };
  return { world, said };
}

const loaded = await loadPlaybook(SMALL, fakeWorld({}).world.files);
if (!("playbook" in loaded)) throw new Error(`The small playbook does not load: ${loaded.findings[0]?.message}`);
const compiled = Buffer.from(pack(loaded.playbook));
