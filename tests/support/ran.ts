import { main } from "../../src/main.js";
import { fakeWorld, type Outside } from "./world.js";

/** A whole run in a fake world: how it ended, what it said, and the files that it wrote. */
export async function ran(argv: readonly string[], outside: Outside = {}) {
  const fake = fakeWorld(outside);
  const code = await main(argv, fake.world);
  return { code, out: fake.out(), err: fake.err(), written: fake.written };
}
