import { Refusal } from "../exit.js";
import type { Files, World } from "../world.js";

/** A folder of a git revision, as files. */
export interface Revision {
  /** From the top of the repository, whatever folder it was named from: "HEAD~1:/data". */
  readonly folder: string;
  readonly files: Files;
  /** The same folder as it stands on the disk now. */
  readonly now: string;
}

interface Blob {
  readonly id: string;
  readonly path: string;
}

/** Opens "revision:folder". Paths that are relative are looked up in the revision, others on the disk. */
export async function openRevision(named: string, world: World): Promise<Revision> {
  const at = named.indexOf(":");
  const [revision, below] = [named.slice(0, at), named.slice(at + 1)];
  const tree = await treeOf(revision, world);
  const [up, prefix] = (await git(["rev-parse", "--show-cdup", "--show-prefix"], world)).split("\n") as [
    string,
    string,
  ];
  const path = tidy(/^\.\.?(\/|$)/.test(below) ? `${prefix}${below}` : below);
  const listed = await git(["ls-tree", "-r", "-z", "--full-tree", tree], world);
  const blobs = listed.split("\0").flatMap((line): Blob[] => {
    const found = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    return found ? [{ id: found[1] as string, path: found[2] as string }] : [];
  });
  if (!blobs.some((blob) => blob.path === path || blob.path.startsWith(path === "" ? "" : `${path}/`)))
    throw new Refusal(`There is no folder ${path} in the revision ${revision}`, { hint: NEW });
  if (!blobs.some((blob) => blob.path === (path === "" ? PLAYBOOK : `${path}/${PLAYBOOK}`)))
    throw new Refusal(
      `There is no playbook in ${path === "" ? "" : `the folder ${path} of `}the revision ${revision}`,
      {
        hint: NEW,
      },
    );
  const top = `${revision}:/`;
  return { folder: `${top}${path}`, files: filesOf(blobs, top, world), now: `${up}${path}` || "." };
}

const PLAYBOOK = "playbook.yaml";
const NEW = "Where a playbook is new, there is nothing to compare it with.";

async function treeOf(revision: string, world: World): Promise<string> {
  const refused = new Refusal(`There is no git revision "${revision}"`, {
    hint: "Name a folder, or a revision and a folder in it: HEAD~1:data",
  });
  if (revision === "" || revision.startsWith("-")) throw refused;
  const { code, stdout } = await call(["rev-parse", "--verify", "--quiet", `${revision}^{tree}`], world);
  if (code !== 0) throw refused;
  return new TextDecoder().decode(stdout).trim();
}

/** Files below `top`, which stands for the top of the tree; a path that has left it leads nowhere. */
function filesOf(blobs: readonly Blob[], top: string, world: World): Files {
  const isIn = (file: string) => `${file}/`.startsWith(top);
  const onDisk = (file: string) => !isIn(file) && (file.startsWith("/") || /^[a-z]:[\\/]/i.test(file));
  const inTree = (file: string) => (isIn(file) ? tidy(file.slice(top.length)) : `../${file}`);
  const below = (folder: string) =>
    folder === "" ? blobs : blobs.filter((blob) => blob.path.startsWith(`${folder}/`));
  const load = together((ids) => contents(ids, world));
  const failure = (code: string, file: string) => Object.assign(new Error(`${code}: ${file}`), { code });
  const refuse = async () => {
    throw new Error("Nothing is written into a revision");
  };
  return {
    async read(file) {
      if (onDisk(file)) return world.files.read(file);
      const found = blobs.find((blob) => blob.path === inTree(file));
      if (!found) throw failure(below(inTree(file)).length > 0 ? "EISDIR" : "ENOENT", file);
      return load(found.id);
    },
    async list(folder) {
      if (onDisk(folder)) return world.files.list(folder);
      const start = inTree(folder);
      const found = below(start);
      if (found.length === 0) throw failure("ENOENT", folder);
      return found.map((blob) => blob.path.slice(start === "" ? 0 : start.length + 1)).sort();
    },
    write: refuse,
    keep: refuse,
  };
}

/** A path in a tree, "" for all of it. */
function tidy(path: string): string {
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Asks for all that is wanted at the same moment in one go. */
function together<T>(ask: (names: readonly string[]) => Promise<ReadonlyMap<string, T>>): (name: string) => Promise<T> {
  let waiting: { names: Set<string>; answer: Promise<ReadonlyMap<string, T>> } | undefined;
  return async (name) => {
    if (waiting === undefined) {
      const names = new Set<string>();
      const answer = new Promise<void>((soon) => setImmediate(soon)).then(() => {
        waiting = undefined;
        return ask([...names]);
      });
      waiting = { names, answer };
    }
    waiting.names.add(name);
    return (await waiting.answer).get(name) as T;
  };
}

/** The bytes of blobs: for each a line "id blob size", then the bytes, then a line end. */
async function contents(ids: readonly string[], world: World): Promise<ReadonlyMap<string, Uint8Array>> {
  const { code, stdout, stderr } = await call(["cat-file", "--batch"], world, `${ids.join("\n")}\n`);
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [id = "", kind, size] = new TextDecoder().decode(stdout.subarray(at, end)).split(" ");
    if (kind !== "blob") break;
    found.set(id, stdout.slice(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  if (code !== 0 || ids.some((id) => !found.has(id))) throw new Refusal(`git could not read a file: ${stderr.trim()}`);
  return found;
}

async function git(args: readonly string[], world: World): Promise<string> {
  const { code, stdout, stderr } = await call(args, world);
  if (code !== 0) throw new Refusal(`git ${args[0]} failed: ${stderr.trim()}`);
  return new TextDecoder().decode(stdout);
}

async function call(args: readonly string[], world: World, input?: string) {
  if (world.run === undefined) throw new Refusal("There is no git here");
  try {
    return await world.run("git", args, input);
  } catch (error) {
    throw new Refusal(`git cannot be run: ${(error as Error).message}`, { hint: "Name two folders instead." });
  }
}
