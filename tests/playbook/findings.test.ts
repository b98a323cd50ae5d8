import { expect, test } from "vitest";
import { error, type Finding, warning } from "../../src/playbook/finding.js";
import { countText, findingsText } from "../../src/render/findings.js";
import { plain } from "../../src/render/style.js";

const place = { file: "data/routes.yaml", line: 12, column: 11, endColumn: 16, source: "    team: notce" };
const shows = (name: string, finding: Finding, ...lines: string[]) =>
  test(name, () => expect(findingsText([finding], plain)).toBe(`${lines.join("\n")}\n`));

shows(
  "a finding",
  error("SR201", place, 'There is no team "notce"', 'Did you mean "notice"?'),
  'data/routes.yaml:12:11  error SR201  There is no team "notce"',
  "  12 |     team: notce",
  "     |           ^^^^^",
  '  hint: Did you mean "notice"?',
);
shows(
  "one without a line",
  warning("SR101", { file: "a.yaml", line: 1, column: 1 }, "Missing"),
  "a.yaml:1:1  warning SR101  Missing",
);
shows(
  "wide characters",
  error("SR111", { file: "a.yaml", line: 3, column: 4, endColumn: 6, source: "中文 键值 x" }, "Unknown"),
  "a.yaml:3:4  error SR111  Unknown",
  "  3 | 中文 键值 x",
  "    |      ^^^^",
);
shows(
  "nothing reaches the terminal but text",
  error("SR111", { file: "a\u001b.yaml", line: 1, column: 1, endColumn: 2, source: "\u001b[31mx\u202e" }, "a\nb\u0007"),
  "a␛.yaml:1:1  error SR111  a b␇",
  "  1 | ␛[31mx",
  "    | ^",
);

test("a long line is shown around its fault", () => {
  const source = `${"a".repeat(500)}BAD${"b".repeat(500)}`;
  const [, line = "", caret = ""] = findingsText(
    [error("SR1", { file: "x", line: 1, column: 501, endColumn: 504, source }, "m")],
    plain,
  ).split("\n");
  expect(line.length).toBeLessThan(120);
  expect(line.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("BAD");
});

test("counts", () => {
  const [bad, soft] = [error("SR1", place, "m"), warning("SR2", place, "m")];
  expect([countText([]), countText([bad]), countText([bad, bad, soft])]).toEqual([
    "",
    "1 error",
    "2 errors, 1 warning",
  ]);
});
