import { once } from "node:events";
import { givenMarketplace } from "../ask/given.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { blocksOf } from "../input/lines.js";
import { MOST_BYTES } from "../input/size.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { World } from "../world.js";
import { todayFrom } from "./advise.js";
import { crew } from "./batch-jobs.js";
import { type Answers, answerBlock, type Manner } from "./batch-lines.js";
import { inOrder } from "./in-order.js";

export interface BatchOptions {
  readonly data?: string;
  readonly lang: string;
  readonly full: boolean;
  readonly redact: boolean;
  readonly today?: string;
  /** Where the sellers sell whose line does not say. */
  readonly marketplace?: string;
  /** A line that is longer gives an error in its place. */
  readonly maxBytes?: number;
  /** So many threads, 0 for as many as the machine has cores. Absent: no others. */
  readonly jobs?: string;
}

/** One case a line in, one result a line out, in the same order, each as soon as its line was read. */
export async function batch(options: BatchOptions, world: World): Promise<ExitCode> {
  const jobs = jobsFrom(options.jobs, world.cores ?? 1);
  const { lang, full, redact, maxBytes = MOST_BYTES } = options;
  // What is read when it is asked for cannot be sent to other threads.
  const playbook = await openPlaybook(world, options.data, jobs === 1 ? "words" : "nothing");
  const marketplace = givenMarketplace(options.marketplace, playbook);
  const manner: Manner = {
    ...{ playbook, lang, full, redact, maxBytes, today: todayFrom(options.today, world) },
    ...(marketplace !== undefined && { marketplace }),
  };
  let [count, bad] = [0, 0];
  const put = async (answers: Answers) => {
    count += answers.count;
    bad += answers.bad;
    if (answers.bytes.length > 0 && !world.stdout.write(answers.bytes)) await once(world.stdout, "drain");
  };
  const blocks = blocksOf(world.stdin, maxBytes);
  if (jobs === 1 || world.thread === undefined) {
    for await (const block of blocks) await put(await answerBlock(block, manner));
  } else {
    const threads = crew(jobs, world.thread, manner);
    try {
      await inOrder(blocks, WAITING * jobs, threads.answer, put);
    } catch (cause) {
      world.stdin.destroy();
      throw cause;
    } finally {
      await threads.end();
    }
  }
  if (bad === 0) return Exit.ok;
  world.stderr.write(`${bad} of ${count} ${count === 1 ? "line" : "lines"} could not be answered\n`);
  return Exit.findings;
}

/** Blocks a thread that may wait for earlier ones' answers: a thread is slow with its first. */
const WAITING = 4;
/** More threads than any machine would want. */
const MOST_JOBS = 256;

function jobsFrom(jobs: string | undefined, cores: number): number {
  if (jobs === undefined) return 1;
  const count = /^\d{1,3}$/.test(jobs) ? Number(jobs) : MOST_JOBS + 1;
  if (count > MOST_JOBS)
    throw new Refusal(`--jobs ${jobs} is no number of threads`, {
      hint: `Write 1 to ${MOST_JOBS}, or 0 for all cores.`,
    });
  return count === 0 ? cores : count;
}
