// Breaks a correct playbook in many ways, one at a time, and counts what `check` finds at the right file and line. Each
// defect is a whole check, which takes about a second.
// Usage: node tests/tools/seed-defects.mjs [--verbose] [folder of a playbook]
// Exit code 0 when every defect is found, and nothing is in the playbook as it is.
import { join, resolve } from "node:path";
import { seeds } from "./seeds.mjs";
import { root, sources } from "./source.mjs";

const verbose = process.argv.includes("--verbose");
const folder = resolve(process.argv.slice(2).find((word) => !word.startsWith("--")) ?? join(root, "data"));
const { load, close } = await sources();
const { gather } = await load("src/commands/gather.ts");
const { files: disk } = await load("src/world.ts");

/** The folder with other texts in some files; null takes a file away. */
function overlay(changes) {
  const at = (name) => join(folder, name);
  const changed = new Map(Object.entries(changes).map(([name, text]) => [at(name), text]));
  return {
    ...disk,
    async read(path) {
      const text = changed.get(path);
      if (text === undefined) return disk.read(path);
      if (text === null) throw Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" });
      return new TextEncoder().encode(text);
    },
    async list(path) {
      const names = new Set(await disk.list(path));
      for (const [name, text] of Object.entries(changes)) {
        if (path !== folder) continue;
        if (text === null) names.delete(name);
        else names.add(name);
      }
      return [...names].sort();
    },
  };
}

const options = { today: "2026-11-22", maxAge: 5400 };
async function findings(changes) {
  const world = { data: join(root, "data"), files: overlay(changes), today: () => options.today };
  const { findings: found } = await gather(folder, world, options);
  return found.filter((finding) => finding.severity !== "info");
}

const text = async (name) => new TextDecoder().decode(await disk.read(join(folder, name)));
const key = ({ file, line, code, message }) => JSON.stringify([file, line, code, message]);
const plain = await findings({});
const before = new Set(plain.map(key));
console.log(`${plain.length} findings in the playbook as it is`);

let found = 0;
for (const seed of seeds) {
  const name = seed.file;
  const old = seed.fresh ? "" : await text(name);
  let changes;
  try {
    changes = { ...(seed.also ? await seed.also(text) : {}), [name]: seed.gone ? null : seed.edit(old) };
  } catch (error) {
    console.log(`CANNOT SEED  ${seed.name}: ${error.message}`);
    continue;
  }
  const now = (await findings(changes)).filter((finding) => !before.has(key(finding)));
  const file = join(folder, seed.at ?? name);
  const wanted = seed.line === undefined ? null : seed.line(changes[seed.at ?? name] ?? (await text(seed.at ?? name)));
  const codes = [seed.code].flat();
  const hit = now.find(
    (finding) =>
      codes.includes(finding.code) &&
      finding.file === file &&
      (wanted === null ? finding.line >= 1 : [wanted].flat().includes(finding.line)),
  );
  if (hit) found++;
  if (!hit || verbose) {
    console.log(
      `${hit ? "found " : "MISSED"}  ${seed.name} (${codes.join(" or ")} in ${seed.at ?? name}${wanted === null ? "" : `:${wanted}`})`,
    );
    if (!hit)
      for (const one of now.slice(0, 6)) console.log(`          ${one.file}:${one.line} ${one.code} ${one.message}`);
    if (hit && verbose) console.log(`          ${hit.line}:${hit.column} ${hit.code} ${hit.message}`);
  }
}
console.log(`${found} of ${seeds.length} defects found at the right file and line`);
await close();
process.exitCode = found === seeds.length && plain.length === 0 ? 0 : 1;
