import type { Block } from "../input/lines.js";
import type { Thread } from "../world.js";
import { type Answers, answerBlock, type Manner } from "./batch-lines.js";

/** Threads that answer blocks of lines. */
export interface Crew {
  /** Gives a block to the thread with the least to do. */
  readonly answer: (block: Block) => Promise<Answers>;
  end(): Promise<void>;
}

/** What a thread sends back. */
type Answered = { readonly answers: Answers } | { readonly failure: unknown };

/** Starts so many threads; each has the playbook for itself. */
export function crew(jobs: number, start: (manner: Manner) => Thread, manner: Manner): Crew {
  const hands = Array.from({ length: jobs }, () => hand(start(manner)));
  return {
    answer(block) {
      const [first, ...others] = hands as [Hand, ...Hand[]];
      return others.reduce((least, one) => (one.waiting() < least.waiting() ? one : least), first).answer(block);
    },
    async end() {
      await Promise.all(hands.map((one) => one.end()));
    },
  };
}

interface Hand {
  readonly waiting: () => number;
  readonly answer: Crew["answer"];
  end(): Promise<void>;
}

/** A thread answers what it is sent one after the other. */
function hand(thread: Thread): Hand {
  const waiting: { done: (answers: Answers) => void; fail: (cause: unknown) => void }[] = [];
  let lost: unknown;
  thread.on("message", (answered: Answered) => {
    const one = waiting.shift();
    if ("failure" in answered) one?.fail(answered.failure);
    else one?.done(answered.answers);
  });
  const lose = (cause: unknown) => {
    lost ??= cause;
    for (const one of waiting.splice(0)) one.fail(cause);
  };
  thread.on("error", lose);
  thread.on("exit", () => lose(new Error("A thread has ended before its work")));
  return {
    waiting: () => waiting.length,
    answer: (block) =>
      new Promise((done, fail) => {
        if (lost !== undefined) return fail(lost);
        waiting.push({ done, fail });
        thread.postMessage(block);
      }),
    async end() {
      await thread.terminate();
    },
  };
}

/** What such a thread does. */
export async function serve(block: Block, manner: Manner): Promise<Answered> {
  try {
    return { answers: await answerBlock(block, manner) };
  } catch (failure) {
    return { failure };
  }
}
