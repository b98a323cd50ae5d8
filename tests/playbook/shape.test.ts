import { describe, expect, test } from "vitest";
import { changed, edited, type Folder, load, minimal } from "./fixture.js";

/** Findings as "file:line:column-endColumn code message (hint)". */
async function found(folder: Folder): Promise<string[]> {
  const { findings } = await load(folder);
  return findings.map(({ file, line, column, endColumn, code, message, hint }) => {
    const end = endColumn === undefined ? "" : `-${endColumn}`;
    return `${file.slice("book/".length)}:${line}:${column}${end} ${code} ${message}${hint ? ` (${hint})` : ""}`;
  });
}

function says(name: string, folder: Folder, ...lines: string[]) {
  test(name, async () => expect(await found(folder)).toEqual(lines));
}

const CHANNELS = "channels.yaml";

says("the fixture is sound", minimal);

describe("form", () => {
  says(
    "an unknown key is near a known one",
    edited(CHANNELS, "status: active", "statu: active"),
    `channels.yaml:8:5-10 SR111 channels (no. 1): the key "statu" is not known (Did you mean "status"?)`,
  );
  says(
    "a value that is not on the list",
    edited(CHANNELS, "status: active", "status: activ"),
    'channels.yaml:8:13-18 SR114 status: "activ" is not one of active, legacy, unverified (Did you mean "active"?)',
  );
  says(
    "a number for text",
    edited(CHANNELS, "as_of: undated", "as_of: 2024"),
    'channels.yaml:10:12-16 SR113 as_of: text is needed, not a number, 2024 (Put it in quotes: "2024".)',
  );
  says(
    "text for words",
    edited("teams/notice.yaml", "name: { en: Notice }", "name: Notice"),
    "teams/notice.yaml:2:7-13 SR113 name: a map of keys is needed, not text (Write it as { en: … }.)",
  );
  says(
    "nothing for a list",
    edited("teams/notice.yaml", "never: []", "never:"),
    "teams/notice.yaml:8:1-6 SR113 never: a list is needed, not nothing",
  );
  says(
    "a comma in braces",
    edited("teams/notice.yaml", "The Notice team.", "The team, ours"),
    'teams/notice.yaml:3:26-30 SR111 summary: the key "ours" is not known (A comma in { } begins a new key; put text with a comma in it in quotes.)',
  );
  says(
    "a comma in a number",
    edited("facts.yaml", "prior: 0.6", "prior: 0,6"),
    'facts.yaml:15:53-54 SR111 values (no. 1): the key "6" is not known (A comma begins a new key: write numbers with a point, as in 0.6.)',
  );
  says(
    "a month that there is not",
    edited(CHANNELS, "as_of: undated", 'as_of: "2026-13"'),
    'channels.yaml:10:12-21 SR115 as_of: A date is "2026", "2026-03" or "2026-03-14", or undated. (There is no month 13.)',
  );
  says(
    "an id of the wrong form",
    edited(CHANNELS, "id: help", "id: Help_me"),
    "channels.yaml:3:9-16 SR115 id: An id is lower-case letters, digits and single hyphens.",
  );
  says(
    "a source that is no address",
    edited(CHANNELS, "sources: [article]", "sources: [article, example.com]"),
    "channels.yaml:9:24-35 SR115 sources (no. 2): A source is a full https:// address, or the word article.",
  );
  says(
    "a threshold over 1",
    edited("playbook.yaml", "advise: 0.5", "advise: 1.5"),
    "playbook.yaml:4:23-26 SR115 advise: a number up to 1 is needed",
  );
  says(
    "languages without English",
    edited("playbook.yaml", "[en, zh]", "[zh]"),
    'playbook.yaml:3:12-16 SR115 languages: "en" must be in the list',
  );
  says(
    "what is to be removed, and from nothing",
    edited("playbook.yaml", "languages:", "remove: { routes: [a] }\nlanguages:"),
    'playbook.yaml:3:1-7 SR112 The file: "remove" needs "extends" beside it',
  );
  says(
    "a misspelt key of each item, once each",
    edited("routes.yaml", "because: { en: They help", "becuase: { en: They help"),
    'routes.yaml:22:5-12 SR111 routes (no. 3): the key "becuase" is not known (Did you mean "because"?)',
  );
  says(
    "a misspelt key, and another one that is missing",
    edited("routes.yaml", "team: support\n    because", "becuase"),
    'routes.yaml:19:5-7 SR112 routes (no. 3): "team" is missing (The team to go to.)',
    'routes.yaml:21:5-12 SR111 routes (no. 3): the key "becuase" is not known (Did you mean "because"?)',
  );
  says(
    "a date that is in no calendar",
    edited(CHANNELS, "as_of: undated", 'as_of: "2026-02-30"'),
    "channels.yaml:10:12-24 SR115 as_of: there is no 2026-02-30 in the calendar",
  );
  says("a day that comes every four years", edited(CHANNELS, "as_of: undated", 'as_of: "2024-02-29"'));
  says(
    "an e-mail address without its sign",
    edited(
      CHANNELS,
      "kind: seller-central\n    value: Help > Contact us",
      "kind: email\n    value: help at amazon.com",
    ),
    'channels.yaml:6:12-30 SR115 value: "help at amazon.com" is no e-mail address (Write name@host, or where the address is to be found.)',
  );
  says(
    "a telephone without a number",
    edited(CHANNELS, "kind: seller-central\n    value: Help > Contact us", "kind: phone\n    value: call us"),
    'channels.yaml:6:12-19 SR115 value: "call us" is no telephone number (Write the number, or the path to it: Help > Contact Us.)',
  );
  says("a path to a telephone", edited(CHANNELS, "kind: seller-central", "kind: phone"));
  says(
    "the first key of an item again, and those behind it",
    edited("facts.yaml", "  - id: appeal", "    id: appeal"),
    'facts.yaml:17:5-7 SR106 The key "id" stands twice; first in line 8 (Write "- " before it, if a new item of the list begins here.)',
  );
  says(
    "text that begins like a comment",
    edited("routes.yaml", "because: { en: They help with the rest. }", "because:\n      en: #5 is the rest."),
    'routes.yaml:23:7-9 SR113 en: text is needed, not nothing (What stands behind " #" is a comment: put text that begins with "#" in quotes.)',
  );
  says(
    "business days without a number",
    edited("issues/trademark.yaml", ", days: 10", ""),
    'issues/trademark.yaml:9:33-41 SR112 deadlines (no. 1): "business" needs "days" beside it',
  );
  says(
    "a side of a condition with two keys",
    edited("facts.yaml", "{ issue: { group: ip } }", "{ issue: { group: ip, not: trademark } }"),
    "facts.yaml:13:23-52 SR115 issue: exactly one of group, not is needed",
  );
  says(
    "an empty file",
    changed({ "routes.yaml": (minimal["routes.yaml"] as string).split("\n")[0] as string }),
    "routes.yaml:1:1-2 SR113 The file: a map of keys is needed, not nothing",
  );
  says(
    "control characters",
    edited("teams/notice.yaml", "{ en: Notice }", String.raw`{ en: "\e[31mNotice" }`),
    "teams/notice.yaml:2:13-27 SR105 The text holds a control character",
  );
});

describe("YAML", () => {
  says(
    "an alias",
    edited(CHANNELS, "[us, eu]", "*all"),
    'channels.yaml:7:19-23 SR105 An alias (*) cannot be used here (Write the text out, or put it in quotes if it begins with "*".)',
  );
  says(
    "an anchor",
    edited(CHANNELS, "[us, eu]", "&all [us, eu]"),
    "channels.yaml:7:24-32 SR105 The anchor &all cannot be used here",
  );
  says(
    "a tag",
    edited(CHANNELS, "[us, eu]", "!!seq [us, eu]"),
    "channels.yaml:7:25-33 SR105 The tag tag:yaml.org,2002:seq cannot be used here",
  );
  says(
    "a merge key",
    edited(CHANNELS, "status: active", "<<: { status: active }"),
    "channels.yaml:8:5-7 SR105 A merge key (<<) cannot be used here",
  );
  says(
    "a key twice",
    edited(CHANNELS, "status: active", "id: help"),
    'channels.yaml:8:5-7 SR106 The key "id" stands twice; first in line 3',
  );
  says(
    "a colon without quotes",
    edited("teams/notice.yaml", "{ en: The Notice team. }", "a: b"),
    "teams/notice.yaml:3:10-11 SR104 A second key stands in the same line (Text with a colon and a space in it, or with a special sign before it, needs quotes.)",
  );
  says(
    "a quote that is not closed",
    changed({ [CHANNELS]: "channels: 'x\n" }),
    "channels.yaml:1:11-12 SR104 The quote that opens here is not closed in its line",
  );
  says(
    "two documents",
    changed({ [CHANNELS]: "a: 1\n---\nb: 2\n" }),
    "channels.yaml:2:1-4 SR104 A file holds one document; a second one begins here",
  );
  says(
    "a tab",
    changed({ [CHANNELS]: "channels:\n\t- id: x\n" }),
    "channels.yaml:2:1-2 SR104 A tab cannot be used for indentation (Use spaces.)",
  );
  test.each([
    ["brackets", "[".repeat(100_000)],
    ["dashes", "- ".repeat(30_000)],
    ["question marks", "? ".repeat(30_000)],
    ["braces", `${"{a: ".repeat(30_000)}${"}".repeat(30_000)}`],
  ])("deep nesting: %s", async (_, text) => {
    const lines = await found(changed({ [CHANNELS]: text }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/SR104/);
  });
});

describe("files", () => {
  says("a missing file", changed({ "lexicon.yaml": null }), "lexicon.yaml:1:1 SR101 lexicon.yaml is missing");
  says("no playbook.yaml", changed({ "playbook.yaml": null }), "playbook.yaml:1:1 SR101 playbook.yaml is missing");
  says(
    "an issue among the teams",
    changed({ "teams/upload.yaml": minimal["issues/upload.yaml"] as string }),
    "teams/upload.yaml:1:1 SR102 This file does not fit where it stands: its first line says that it is of the kind issue (Move teams/upload.yaml to issues/.)",
  );
  says(
    "what another program reads",
    changed({ "mkdocs.yml": "" }),
    "mkdocs.yml:1:1 SR102 No file is read from mkdocs.yml (YAML stands in playbook.yaml, channels.yaml, facts.yaml, routes.yaml, lexicon.yaml, refusals.yaml, review.yaml, weights.yaml and the folders teams, issues, outlines, signals, signals/issue, cases.)",
  );
  says(
    "a file in the wrong folder",
    changed({ "team/a.yaml": "" }),
    'team/a.yaml:1:1 SR102 No file is read from team/a.yaml (Did you mean "teams"?)',
  );
  says(
    "another ending",
    changed({ "teams/a.yml": "" }),
    "teams/a.yml:1:1 SR102 No file is read from teams/a.yml (Its name must end in .yaml.)",
  );
  says(
    "a name that is no id",
    changed({ "teams/A b.yaml": "" }),
    "teams/A b.yaml:1:1 SR102 No file is read from teams/A b.yaml (A file's name is its id: lower-case letters, digits and single hyphens.)",
  );
  says(
    "no schema in the first line",
    edited(CHANNELS, "schema/channels", "schema/chanels"),
    "channels.yaml:1:1 SR107 The first line does not name the file's schema (Write: # yaml-language-server: $schema=schema/channels.schema.json)",
  );
  says(
    "a file that is too large",
    changed({ [CHANNELS]: "#".repeat(1024 * 1024 + 1) }),
    "channels.yaml:1:1 SR103 The file is larger than 1 MB",
  );
  says(
    "a schema that is none",
    changed({ "schema/team.schema.json": '{ "type": "nothing" }' }),
    "schema/team.schema.json:1:1 SR108 The schema cannot be used: schema is invalid: data/type must be equal to one of the allowed values, data/type must be array, data/type must match a schema in anyOf",
  );
  says(
    "hidden and other files are passed over",
    changed({ ".git/a.yaml": "x: [", "notes.md": "x", "node_modules/a.yaml": "" }),
  );
});
