import { parentPort, workerData } from "node:worker_threads";
import { READY, serve } from "./commands/batch-jobs.js";
import type { Manner } from "./commands/batch-lines.js";
import type { Block } from "./input/lines.js";

/** A thread of `batch --jobs`: it gets blocks of lines and sends their answers, one after the other. */
let last = Promise.resolve();
parentPort?.on("message", (block: Block) => {
  last = last.then(async () => parentPort?.postMessage(await serve(block, workerData as Manner)));
});
parentPort?.postMessage(READY);
