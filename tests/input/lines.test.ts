import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf, type InputLine, linesIn } from "../../src/input/lines.js";
import { drain } from "../../src/input/stream.js";

async function* chunks(...parts: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

const all = async (most: number, ...parts: (Uint8Array | string)[]): Promise<InputLine[]> => {
  const found: InputLine[] = [];
  for await (const block of blocksOf(chunks(...parts), most)) {
    expect(block.first).toBe(found.length + 1);
    found.push(...linesIn(block, most));
  }
  return found;
};
const texts = (...lines: string[]) => lines.map((text) => ({ text }));

test.each<[string, (Uint8Array | string)[], InputLine[]]>([
  ["nothing", [], []],
  ["lines in pieces", ["on", "e\ntwo", "\n", "three"], texts("one", "two", "three")],
  ["Windows line ends, cut in two", ["one\r", "\ntwo\r\n"], texts("one", "two")],
  ["empty lines count", ["\n\na\n"], texts("", "", "a")],
  ["Unicode's other line ends are part of a line", ["\u2028a\u0085\rb\n"], texts("\u2028a\u0085\rb")],
  ["a byte order mark", [Buffer.from([0xef, 0xbb]), Buffer.from([0xbf, 0x61, 0x62]), "c\n"], texts("abc")],
  ["UTF-16 with a mark", [Buffer.from("\uFEFFone\ntwo\n", "utf16le")], texts("one", "two")],
  ["UTF-16 without one", [Buffer.from('{"a":1}\n', "utf16le").swap16()], texts('{"a":1}')],
  ["a character in pieces", [Buffer.from([0xe6, 0x88]), Buffer.from([0x91, 10])], texts("我")],
  [
    "invalid bytes spoil their line alone",
    ["a\n", Buffer.from([0x61, 0xff, 10]), "b"],
    [{ text: "a" }, { fault: "not UTF-8" }, { text: "b" }],
  ],
  [
    "a long line spoils nothing behind it",
    ["a\n", "x".repeat(7), "x".repeat(7), "\nb\n", "12345678\n123456789"],
    [{ text: "a" }, { fault: "long" }, { text: "b" }, { text: "12345678" }, { fault: "long" }],
  ],
])("%s", async (_, parts, lines) => expect(await all(8, ...parts)).toEqual(lines));

test("however it is cut, the lines are the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "我", "\n", "\r\n", "🙂", "x".repeat(9)), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (words, step) => {
        const whole = Buffer.from(words.join(""));
        const cut = Array.from({ length: Math.ceil(whole.length / step) }, (_, i) =>
          whole.subarray(i * step, (i + 1) * step),
        );
        expect(await all(20, ...cut)).toEqual(await all(20, whole));
      },
    ),
  );
});

test("a line without end is not kept", async () => {
  let peak = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 400; i++) {
      yield Buffer.alloc(1024 * 1024, 97);
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    }
    yield Buffer.from("\nlast");
  }
  const found: InputLine[] = [];
  for await (const block of blocksOf(endless(), 2 ** 20)) found.push(...linesIn(block, 2 ** 20));
  expect(found).toEqual([{ fault: "long" }, { text: "last" }]);
  expect(peak).toBeLessThan(150 * 1024 * 1024);
});

test("no more is read than may be kept", async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      given++;
      yield Buffer.alloc(1000);
    }
  }
  expect(await drain(endless(), 5500)).toBeNull();
  expect(given).toBe(6);
  expect((await drain(chunks("ab", "cd"), 4))?.toString()).toBe("abcd");
});
