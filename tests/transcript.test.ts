import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { transcript } from "./tools/transcript.js";

const README = new URL("../README.md", import.meta.url);
const BLOCK = /(```text\n)(\$ npx seller-route --plain\n[\s\S]*?)(\n```\n)/;

// "npm run transcript" writes it anew.
test("README shows an interview as it is", { timeout: 300_000 }, async () => {
  const now = await transcript();
  const readme = readFileSync(README, "utf8");
  if (process.env.MODE === "write")
    writeFileSync(
      README,
      readme.replace(BLOCK, (_, a, __, b) => a + now + b),
    );
  else expect(BLOCK.exec(readme)?.[2]).toBe(now);
});
