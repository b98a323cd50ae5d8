import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { batch } from "../../src/commands/batch.js";
import { READY, serve } from "../../src/commands/batch-jobs.js";
import type { Manner } from "../../src/commands/batch-lines.js";
import { Exit } from "../../src/exit.js";
import type { Block } from "../../src/input/lines.js";
import type { Thread } from "../../src/world.js";
import { fakeWorld } from "../support/world.js";

/** Threads that are none: the same work in this one, in turns of its own. `broken` ones end at their first block. */
function thread(given: unknown, broken = false): Thread {
  const events = new EventEmitter();
  let last = Promise.resolve();
  const work = async (block: Block) => {
    for (let i = Math.random() * 8; i > 0; i--) await new Promise((soon) => setImmediate(soon));
    if (broken) events.emit("error", new Error("lost"));
    else events.emit("message", await serve(block, given as Manner));
  };
  return {
    on: (name: string, act: (...values: unknown[]) => void) => {
      events.on(name, act);
      if (name === "message") act(READY);
    },
    postMessage: (block: Block) => {
      last = last.then(() => work(block));
    },
    terminate: async () => 0,
  } as unknown as Thread;
}

describe("batch with threads", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      i % 7 === 3 ? "{" : JSON.stringify({ id: i, facts: { issue: i % 2 ? "fees" : "upload-error" } }),
    );
  const options = { lang: "en", full: false, redact: false };

  it("gives the same lines in the same order, bad ones with their numbers", async () => {
    // Blocks of a few lines, as they come from a slow writer.
    const stdin = () => lines(60).flatMap((line) => [Buffer.from(`${line}\n`)]);
    const outputs = await Promise.all(
      [undefined, "1", "3", "0"].map(async (jobs) => {
        const fake = fakeWorld();
        const world = { ...fake.world, stdin: Readable.from(stdin()), cores: 2, thread };
        const code = await batch({ ...options, ...(jobs !== undefined && { jobs }) }, world);
        expect(code).toBe(Exit.findings);
        return fake.out();
      }),
    );
    expect(new Set(outputs).size).toBe(1);
    const ids = (outputs[0] as string).trim().split("\n");
    expect(ids.map((line) => JSON.parse(line)).map((one) => one.id ?? one.line - 1)).toEqual(
      lines(60).map((_, i) => i),
    );
  });

  it("does not lose a thread's failure", async () => {
    const { world } = fakeWorld({ stdin: lines(3).join("\n") });
    const broken = { ...world, thread: (given: unknown) => thread(given, true) };
    await expect(batch({ ...options, jobs: "2" }, broken)).rejects.toThrow("lost");
  });
});
