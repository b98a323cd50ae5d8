import { describe, expect, test } from "vitest";
import type { Channel, Group, Issue, Outline, Statement, Team } from "../../src/playbook/types.js";
import { fullIssue, fullTeam, listIssues, listTeams } from "../../src/render/lists.js";
import { issuesText, issueText, teamsText, teamText } from "../../src/render/lists-text.js";
import { displayWidth } from "../../src/render/style.js";
import { CONTROL } from "./hostile.js";
import { view } from "./samples.js";

const from = { sources: ["article"], as_of: "undated" };
const says = (en: string, more: Partial<Statement> = {}): Statement => ({ text: { en, zh: `中文 ${en}` }, ...more });

const notice: Team = {
  ...from,
  id: "notice",
  name: { en: "Notice teams", zh: "通知团队" },
  summary: { en: "They take reports of infringement, and lift them." },
  does: [says("Takes down listings that a rights owner reports.")],
  does_not: [
    says("Does not judge whether the claim is true.", {
      unverified: true,
      sources: ["https://a.example/"],
      as_of: "2024",
    }),
  ],
  cares: [says("A retraction.")],
  reaches_you: [says("By e-mail.")],
  never: [says("Never forward a retraction yourself.")],
  reply: [],
  changed: [says("Appeals go through Account Health now.")],
  executive: false,
  order: 2,
};
const support: Team = { ...notice, id: "seller-support", name: { en: "Seller Support" }, order: 1 };
const letters: Team = { ...notice, id: "jeff-escalation", name: { en: "Letters to Jeff" }, executive: true, order: 3 };

const channel = (id: string, more: Partial<Channel>): Channel => ({
  ...from,
  id,
  teams: ["notice"],
  kind: "email",
  value: `${id}@amazon.com`,
  marketplaces: [],
  status: "active",
  ...more,
});
const channels = [
  channel("old", { status: "legacy", marketplaces: ["us", "ca"], as_of: "2019" }),
  channel("now", { note: { en: "Retractions only.", zh: "只收撤诉。" }, desk: { en: "Retractions" } }),
  channel("maybe", { status: "unverified", sources: ["unpublished"] }),
  channel("other", { teams: ["catalog"] }),
];

const trademark: Issue = {
  ...from,
  id: "ip-trademark",
  group: "ip",
  name: { en: "Trademark complaint", zh: "商标投诉" },
  summary: { en: "They say that my listing uses their trademark." },
  prior: 1,
  outline: "dispute",
  evidence: [says("An invoice.")],
  avoid: [says("Do not confess to what is false.")],
  deadlines: [
    { ...says("Until the stock is removed."), days: 90 },
    { ...says("To answer."), days: 5, business: true },
    says("See the notice."),
  ],
  channels: [],
};
const outlines: Outline[] = [
  { ...from, id: "dispute", name: { en: "Dispute" }, purpose: { en: "…" }, sections: [], avoid: [] },
];
const groups: readonly Group[] = [
  { id: "ip", name: { en: "Rights of others", zh: "知识产权" }, includes: [], members: [] },
  { id: "appealable", name: { en: "Appealable" }, includes: ["ip"], members: [] },
];

const teams = { teams: [letters, notice, support] };

describe("objects", () => {
  test("teams in their order, in the language asked for or else in English", () =>
    expect(listTeams(teams, "zh").map(({ name }) => name)).toEqual(["Seller Support", "通知团队", "Letters to Jeff"]));

  test("one team: its own channels by status, statements with their provenance", () => {
    const full = fullTeam(notice, { channels }, "zh-CN");
    expect(full.channels.active).toEqual([
      expect.objectContaining({ id: "now", note: "只收撤诉。", desk: "Retractions", sources: ["article"] }),
    ]);
    expect(full.channels.legacy.map(({ id }) => id)).toEqual(["old"]);
    expect(full.does[0]).toEqual({ text: "中文 Takes down listings that a rights owner reports.", ...from });
    expect(full.does_not[0]).toMatchObject({ unverified: true, sources: ["https://a.example/"], as_of: "2024" });
  });

  test("issues by group; a group without any is left out", () =>
    expect(listIssues({ groups, issues: [trademark] }, "en")).toEqual([
      {
        id: "ip",
        name: "Rights of others",
        issues: [
          {
            id: "ip-trademark",
            name: "Trademark complaint",
            summary: "They say that my listing uses their trademark.",
          },
        ],
      },
    ]));

  test("one issue: deadlines keep their days, the letter its name", () => {
    const full = fullIssue(trademark, { groups, outlines }, "en", notice);
    expect(full.deadlines.map(({ days, business }) => [days, business])).toEqual([
      [90, false],
      [5, true],
      [undefined, undefined],
    ]);
    expect(full).toMatchObject({
      outline: { id: "dispute", name: "Dispute" },
      team: { id: "notice" },
      group: { id: "ip" },
    });
    expect(fullIssue({ ...trademark, outline: null }, { groups, outlines }, "en")).not.toHaveProperty("team");
  });
});

describe("text", () => {
  test("the teams", () =>
    expect(teamsText(listTeams(teams, "en"), view(80))).toBe(`\
seller-support   Seller Support
                 They take reports of infringement, and lift them.

notice           Notice teams
                 They take reports of infringement, and lift them.

jeff-escalation  Letters to Jeff
                 They take reports of infringement, and lift them.

One in full: seller-route teams NAME
`));

  test("one team", () =>
    expect(teamText(fullTeam(notice, { channels }, "en"), view(80))).toBe(`\
Notice teams
They take reports of infringement, and lift them.

Does         - Takes down listings that a rights owner reports.

Does not     - Does not judge whether the claim is true. (unconfirmed)

Cares about  - A retraction.

Reaches you  - By e-mail.

Never        - Never forward a retraction yourself.

Since then   - Appeals go through Account Health now.

In use       - E-mail: now@amazon.com
               Retractions; undated source
               Retractions only.
               the source article on Amazon's internal teams

Old          - E-mail: old@amazon.com
               US CA; as of 2019
               the source article on Amazon's internal teams

Unconfirmed  - E-mail: maybe@amazon.com
               undated source
               an unpublished note

Sources      - the source article on Amazon's internal teams
             undated source
`));

  test("a door that opens once says so", () =>
    expect(teamText(fullTeam(letters, { channels }, "en"), view())).toContain("A door that opens once"));

  test("the issues", () =>
    expect(issuesText(listIssues({ groups, issues: [trademark] }, "en"), view(80))).toBe(`\
Rights of others
ip-trademark  They say that my listing uses their trademark.

One in full: seller-route issues NAME
`));

  test("one issue", () =>
    expect(issueText(fullIssue(trademark, { groups, outlines }, "en", notice), view(80))).toBe(`\
Trademark complaint
They say that my listing uses their trademark.

Group        Rights of others
Usual team   Notice teams

Have ready   - An invoice.

Never        - Do not confess to what is false.

Clock        - Until the stock is removed.
             - To answer.
             - See the notice.

Letter       Dispute
             seller-route outline ip-trademark shows it in full

Sources      - the source article on Amazon's internal teams
             undated source
`));

  test.each([40, 80, 120])("at %i columns nothing is wider, and nothing hostile passes", (width) => {
    const bad = { en: `\u001b[31m\u202E${"我的商品".repeat(30)} ${"x".repeat(150)}` };
    const team = { ...notice, name: bad, summary: bad, does: [{ text: bad }] };
    const issue = { ...trademark, name: bad, summary: bad, evidence: [{ text: bad }] };
    const screens = [
      teamsText(listTeams({ teams: [team] }, "en"), view(width)),
      teamText(fullTeam(team, { channels }, "en"), view(width)),
      issuesText(listIssues({ groups, issues: [issue] }, "en"), view(width, "zh")),
      issueText(fullIssue(issue, { groups, outlines }, "en", team), view(width, "zh")),
    ];
    for (const screen of screens) {
      expect(screen).not.toMatch(CONTROL);
      for (const line of screen.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
    }
  });
});
