import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/commands/in-order.js";

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}
const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((soon) => setImmediate(soon));
};

describe("work in order", () => {
  it("puts what was made in the order of the pieces, and has no more in hand than it may", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 4 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (delays, most) => {
          const put: number[] = [];
          let inHand = 0;
          await inOrder(
            numbers(delays.length),
            most,
            async (piece) => {
              expect(++inHand).toBeLessThanOrEqual(most);
              await turns(delays[piece] as number);
              return piece;
            },
            async (made) => {
              await turns(1);
              inHand--;
              put.push(made);
            },
          );
          expect(put).toEqual(delays.map((_, i) => i));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("ends with what fails, though nothing more comes in", async () => {
    async function* idle(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    const failing = async (): Promise<number> => {
      await turns(2);
      throw new Error("no");
    };
    await expect(inOrder(idle(), 4, failing, async () => {})).rejects.toThrow("no");
    const fine = async (piece: number) => piece;
    const refusing = async () => {
      throw new Error("full");
    };
    await expect(inOrder(idle(), 4, fine, refusing)).rejects.toThrow("full");
  });
});
