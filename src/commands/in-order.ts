/**
 * Does `work` on what comes, at most `most` pieces at once, and puts what comes of each in the order in which the pieces
 * came, as soon as all before it were put. No more is taken in while so many wait. What fails first ends it all.
 */
export async function inOrder<A, B>(
  pieces: AsyncIterable<A>,
  most: number,
  work: (piece: A) => Promise<B>,
  put: (made: B) => Promise<void>,
): Promise<void> {
  const waiting: Promise<void>[] = [];
  let last = Promise.resolve();
  let fail: (cause: unknown) => void = () => {};
  // Nobody waits for a piece while nothing comes in; its failure must be heard all the same.
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const source = pieces[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([source.next(), failed]);
    if (next.done) break;
    const [before, made] = [last, work(next.value)];
    made.catch(fail);
    last = before.then(() => made).then(put);
    last.catch(fail);
    waiting.push(last);
    if (waiting.length >= most) await waiting.shift();
  }
  await last;
}
