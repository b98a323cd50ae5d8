import type { Block } from "../input/lines.js";
import type { Thread } from "../world.js";
import { type Answers, answerBlock, type Manner } from "./batch-lines.js";

/** Hands that answer blocks of lines. */
export interface Crew {
  /** Gives a block to the hand with the least to do. */
  readonly answer: (block: Block) => Promise<Answers>;
  end(): Promise<void>;
}

/** What a thread sends back: that it is there, and then what became of each block. */
type Answered = { readonly ready: true } | { readonly answers: Answers } | { readonly failure: unknown };

/** What a thread sends first, once it has the playbook. */
export const READY: Answered = { ready: true };

/**
 * So many hands: this thread, which has the playbook already, and others that get it for themselves. Until they have
 * it, they are given nothing: all that comes after a block waits for its answers.
 */
export function crew(jobs: number, start: (manner: Manner) => Thread, manner: Manner): Crew {
  const others = Array.from({ length: jobs - 1 }, () => hand(start(manner)));
  const own = ownHand(manner);
  const hands = [...others, own];
  return {
    answer(block) {
      return others.reduce((least, one) => (one.waiting() <= least.waiting() ? one : least), own).answer(block);
    },
    async end() {
      await Promise.all(hands.map((one) => one.end()));
    },
  };
}

interface Hand {
  /** How many blocks wait; endlessly many where none may come. */
  readonly waiting: () => number;
  readonly answer: Crew["answer"];
  end(): Promise<void>;
}

/** This thread. Between blocks it looks after the others. */
function ownHand(manner: Manner): Hand {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    waiting: () => waiting,
    answer(block) {
      waiting++;
      const made = last.then(async () => {
        await new Promise((soon) => setImmediate(soon));
        return answerBlock(block, manner).finally(() => waiting--);
      });
      last = made.catch(() => {});
      return made;
    },
    end: async () => {},
  };
}

/** A thread answers what it is sent one after the other. */
function hand(thread: Thread): Hand {
  const waiting: { done: (answers: Answers) => void; fail: (cause: unknown) => void }[] = [];
  let ready = false;
  let lost: unknown;
  thread.on("message", (answered: Answered) => {
    if ("ready" in answered) {
      ready = true;
      return;
    }
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
    // One that was lost is given a block so that it is heard of.
    waiting: () => (ready || lost !== undefined ? waiting.length : Number.POSITIVE_INFINITY),
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
