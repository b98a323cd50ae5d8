// The rooms that are mutated, and the tests that are meant to catch changes in them.
import { readdirSync } from "node:fs";
import { join } from "node:path";

const ROOMS = {
  core: ["tests/core"],
  reading: ["tests/reading", "tests/playbook/phrases.test.ts"],
  proof: ["tests/proof"],
};

export const rooms = Object.keys(ROOMS);

/** The files of tests of a room, by their paths below the root. */
export const testsOf = (room, root) =>
  (ROOMS[room] ?? []).flatMap((name) =>
    name.endsWith(".ts")
      ? [name]
      : readdirSync(join(root, name), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".test.ts"))
          .map((file) => `${name}/${file.replaceAll("\\", "/")}`),
  );
