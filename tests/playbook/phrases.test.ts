import { describe, expect, test } from "vitest";
import { changed, edited, load, minimal } from "./fixture.js";
import { says } from "./said.js";

describe("phrases", () => {
  says(
    "an open bracket",
    edited("signals/issue/upload.yaml", "upload fails", "upload (fails"),
    'signals/issue/upload.yaml:3:30 SR206 The phrase cannot be read: "(" is never closed',
  );
  says(
    "a group that is not there",
    edited("signals/issue/trademark.yaml", "@brand ~", "a @brnd ~"),
    'signals/issue/trademark.yaml:5:15 SR206 The phrase cannot be read: There is no word group @brnd (Did you mean "brand"?)',
  );
  says(
    "a word of the lexicon",
    edited("lexicon.yaml", "trade mark", "trade) mark"),
    'lexicon.yaml:3:29 SR206 The phrase cannot be read: ")" has nothing to belong to',
  );
  says(
    "a phrase twice",
    edited("signals/issue/upload.yaml", "[upload fails]", "[upload fails, Upload fails]"),
    "signals/issue/upload.yaml:3:32 SR207 The phrase stands twice; first in line 3",
  );
  says(
    "an issue without signals",
    changed({ "signals/issue/upload.yaml": null }),
    'issues/upload.yaml:2:1 SR205 The issue "upload" has no signals (Write some in signals/issue/upload.yaml.)',
  );
});

test("a group's issues make its signals' values", async () => {
  const text = (minimal["signals/claim.yaml"] as string).replace("disputed", "ip");
  expect((await load(changed({ "signals/group.yaml": text }))).findings).toEqual([]);
});

test("a phrase may be a word that every object has, in weights too", async () => {
  const files = {
    "signals/issue/upload.yaml": (minimal["signals/issue/upload.yaml"] as string).replace(
      "[upload fails]",
      "[upload fails, constructor, valueOf]",
    ),
    "weights.yaml": `# yaml-language-server: $schema=schema/weights.schema.json
weights:
  issue:
    upload: { upload fails: upload 1.2, constructor: upload 0.5 }
`,
  };
  expect((await load(changed(files))).findings).toEqual([]);
});
