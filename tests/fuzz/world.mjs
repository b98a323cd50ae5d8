// A world in memory over the built program, for the fuzzer: what the tests' own does, without their tools.
import { readdirSync, readFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { program } from "../tools/program.mjs";
import { book } from "./inputs.mjs";

const COMPILED = "/compiled";
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
  const now = {
    read(path) {
      if (Object.hasOwn(all, path)) return Buffer.from(all[path]);
      throw failure(Object.keys(all).some((name) => name.startsWith(`${path}/`)) ? "EISDIR" : "ENOENT");
    },
    glance: (path) => now.read(path),
    list(folder, wanted = () => true) {
      const below = Object.keys(all).filter((name) => name.startsWith(`${folder}/`));
      if (below.length === 0) throw failure("ENOENT");
      return below
        .map((name) => name.slice(folder.length + 1))
        .filter(wanted)
        .sort();
    },
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
      read: async (path) => now.read(path),
      list: async (folder) => now.list(folder),
      now,
      write,
      keep: write,
    },
  };
  return { world, said };
}

const { world } = fakeWorld({});
for (const [name, bytes] of await program.compiled({ data: world.data, compiled: null, files: world.files }))
  small[`${COMPILED}/${name}`] = bytes;
