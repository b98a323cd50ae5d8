import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { END, ESC, Keys } from "../../src/ask/keys.js";

/** Keys of an input, with what they made of it so far. */
function listening() {
  const stdin = new PassThrough();
  const keys = new Keys(stdin, () => {});
  const heard = { typed: "", pasted: [] as string[] };
  keys.onPaste = (text) => heard.pasted.push(text);
  keys.on("data", (data: Buffer) => {
    heard.typed += data.toString();
  });
  return { stdin, keys, heard };
}

/** What is typed and what is pasted, when these chunks come. */
async function heard(chunks: readonly (string | Buffer)[]): Promise<{ typed: string; pasted: string[] }> {
  const { stdin, keys, heard } = listening();
  for (const chunk of chunks) {
    stdin.write(chunk);
    await new Promise(setImmediate);
  }
  keys.close();
  return heard;
}

const NOTICE = "\x1b[200~one\r\n\r\ntwo \x1b[31mred 二\r\n\x1b[201~";

describe("keys and pastes", () => {
  const cases: [what: string, chunks: string[], typed: string, pasted: string[]][] = [
    ["letters", ["a", "b"], "ab", []],
    ["a word and Enter", ["hello there\r"], "hello there\r", []],
    ["a word and Enter twice", ["hello there\r\r"], "hello there\r\r", []],
    ["an arrow", ["\x1b[A"], "\x1b[A", []],
    ["Esc at once", ["\x1b"], ESC, []],
    ["Esc twice", ["\x1b\x1b"], ESC + ESC, []],
    ["Esc right after letters", ["ab\x1b"], `ab${ESC}`, []],
    ["Ctrl-D", ["a\x04"], `a${END}`, []],
    ["a tab is a space", ["\t"], " ", []],
    ["a paste", [NOTICE], "", ["one\n\ntwo \x1b[31mred 二\n"]],
    ["keys around a paste", [`a${NOTICE}b`], "ab", ["one\n\ntwo \x1b[31mred 二\n"]],
    ["two pastes", ["\x1b[200~x\x1b[201~\x1b[200~y\x1b[201~"], "", ["x", "y"]],
    ["a paste from a terminal without brackets", ["one line\rtwo lines\r"], "", ["one line\ntwo lines\n"]],
    ["a paste that never ends is never typed", ["\x1b[200~x\r", "y\r"], "", []],
  ];
  it.each(cases)("%s", async (_, chunks, typed, pasted) => expect(await heard(chunks)).toEqual({ typed, pasted }));

  it("what comes while keys are held is typed when they are released, and is no paste", async () => {
    const { stdin, keys, heard } = listening();
    keys.hold();
    stdin.write("late shipments\r\x04");
    await new Promise(setImmediate);
    expect(heard.typed).toBe("");
    keys.release();
    stdin.write("one line\rtwo lines\r");
    await new Promise(setImmediate);
    keys.close();
    expect(heard).toEqual({ typed: `late shipments\r${END}`, pasted: ["one line\ntwo lines\n"] });
  });

  it("a paste is one text however its bytes are cut", async () => {
    const bytes = Buffer.from(NOTICE);
    // A terminal sends the bracket itself in one piece.
    const cuts = fc.uniqueArray(fc.integer({ min: 7, max: bytes.length - 1 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const ends = [0, ...places.sort((a, b) => a - b), bytes.length];
        const chunks = ends.slice(1).map((end, i) => bytes.subarray(ends[i], end));
        expect(await heard(chunks)).toEqual({ typed: "", pasted: ["one\n\ntwo \x1b[31mred 二\n"] });
      }),
    );
  });
});
