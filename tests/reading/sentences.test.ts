import { expect, it } from "vitest";
import type { Lexis } from "../../src/reading/lexis.js";
import { Sentences, STOP } from "../../src/reading/sentences.js";

/** Words mean their length, CJK characters their code. */
const lexis = { letters: new Uint8Array(64), word: (length: number) => length, ideograph: (code: number) => code };
const sentences = () => new Sentences(lexis as unknown as Lexis);
const taken = (one: Sentences) =>
  Array.from({ length: one.length }, (_, i) => [one.meanings[i], one.starts[i], one.ends[i]]);

it("says of each word what it means and where it stands", () => {
  const one = sentences();
  one.take("My 号. ok");
  expect(taken(one)).toEqual([
    [2, 0, 2],
    ["号".charCodeAt(0), 3, 4],
    [STOP, 0, 0],
    [2, 6, 8],
  ]);
  one.take("b");
  expect(taken(one)).toEqual([[1, 0, 1]]);
});

it.each([511, 512, 513, 1024, 5000, 70_000])("holds %d words", (count) => {
  const one = sentences();
  one.take("ab ".repeat(count));
  expect(taken(one)).toEqual(Array.from({ length: count }, (_, i) => [2, 3 * i, 3 * i + 2]));
});

it.each([63, 64, 65, 128, 1000])("holds %d sentences", (count) => {
  const one = sentences();
  one.take("ab. ".repeat(count));
  expect([...one.stops.subarray(0, one.ended)]).toEqual(Array.from({ length: count }, (_, i) => 4 * i + 2));
});

it("gives back what a huge text took, and keeps what an ordinary one needs", () => {
  const one = sentences();
  one.take("a ".repeat(200));
  expect(one.meanings.length).toBeLessThan(1000);
  one.take("a ".repeat(200_000));
  expect(one.meanings.length).toBeGreaterThanOrEqual(200_000);
  one.take("a");
  expect([one.meanings.length, one.starts.length, one.ends.length]).toEqual([2 ** 16, 2 ** 16, 2 ** 16]);
  expect(taken(one)).toEqual([[1, 0, 1]]);
});
