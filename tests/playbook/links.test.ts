import { describe } from "vitest";
import { changed, edited, minimal } from "./fixture.js";
import { says } from "./said.js";

describe("names that lead nowhere", () => {
  says(
    "a route's team",
    edited("routes.yaml", "team: notice", "team: notce"),
    'routes.yaml:12:11 SR201 There is no team "notce" (Did you mean "notice"?)',
  );
  says(
    "the next rung's team",
    edited("routes.yaml", "next: { team: executive", "next: { team: nobody-known"),
    'routes.yaml:16:19 SR201 There is no team "nobody-known" (Known: support, notice, executive.)',
  );
  says(
    "a route's channel",
    edited("routes.yaml", "[help]", "[helpp]"),
    'routes.yaml:15:16 SR201 There is no channel "helpp" (Did you mean "help"?)',
  );
  says(
    "a route's outline",
    edited("routes.yaml", "outline: null", "outline: letter"),
    'routes.yaml:23:14 SR201 There is no outline "letter" (Known: dispute.)',
  );
  says(
    "what a deadline counts from",
    edited("issues/trademark.yaml", "business: true", "since: grantd"),
    'issues/trademark.yaml:9:50 SR201 There is no event "grantd"',
  );
  says(
    "a channel's team",
    edited("channels.yaml", "[support]", "[suport]"),
    'channels.yaml:4:13 SR201 There is no team "suport" (Did you mean "support"?)',
  );
  says(
    "a channel's region",
    edited("channels.yaml", "[us, eu]", "[us, asia]"),
    'channels.yaml:7:24 SR201 There is no marketplace "asia" (Known: us, de, eu.)',
  );
  says(
    "what a channel is there for",
    edited("channels.yaml", "status: active", "status: active\n    when: { claim: wrong }"),
    'channels.yaml:9:20 SR201 The fact "claim" has no value "wrong" (Known: right, disputed.)',
  );
  says(
    "when a channel comes first",
    edited("channels.yaml", "status: active", "status: active\n    ahead: { clam: right }"),
    'channels.yaml:9:14 SR201 There is no fact "clam" (Did you mean "claim"?)',
  );
  says(
    "when a step is told",
    edited("routes.yaml", "first: [{ en: Write to the owner. }]", "first: [{ en: Write., when: { claim: rigt } }]"),
    'routes.yaml:14:42 SR201 The fact "claim" has no value "rigt" (Did you mean "right"?)',
  );
  says(
    "when an issue's deadline is told",
    edited("issues/trademark.yaml", "days: 10, business: true", "when: { issue: trademrk }"),
    'issues/trademark.yaml:9:48 SR201 The fact "issue" has no value "trademrk" (Did you mean "trademark"?)',
  );
  says(
    "what an issue follows",
    edited("issues/upload.yaml", "evidence: []", "evidence: []\nfollows: [ip, trademark, tradmark]"),
    'issues/upload.yaml:7:26 SR201 There is no issue or group "tradmark" (Did you mean "trademark"?)',
  );
  says(
    "a group's group",
    edited("playbook.yaml", "includes: [ip, listing]", "includes: [ip, listings]"),
    'playbook.yaml:13:57 SR201 There is no group "listings" (Did you mean "listing"?)',
  );
  says(
    "an issue's group",
    edited("issues/upload.yaml", "group: listing", "group: list"),
    'issues/upload.yaml:2:8 SR201 There is no group "list" (Did you mean "listing"?)',
  );
  says(
    "an issue's outline",
    edited("issues/upload.yaml", "outline: null", "outline: disput"),
    'issues/upload.yaml:5:10 SR201 There is no outline "disput" (Did you mean "dispute"?)',
  );
  says(
    "signals of no issue",
    changed({ "signals/issue/other.yaml": minimal["signals/issue/upload.yaml"] as string }),
    'signals/issue/other.yaml:2:1 SR201 There is no issue "other" (Known: trademark, upload.)',
  );
  says(
    "signals of no fact",
    changed({ "signals/claims.yaml": minimal["signals/claim.yaml"] as string }),
    'signals/claims.yaml:2:1 SR201 There is no fact "claims" (Did you mean "claim"?)',
  );
  says(
    "signals of no value",
    edited("signals/claim.yaml", "disputed", "dispute"),
    'signals/claim.yaml:3:3 SR201 The fact "claim" has no value "dispute" (Did you mean "disputed"?)',
  );
  says(
    "signals of no scope",
    edited("signals/scope.yaml", "other", "others"),
    'signals/scope.yaml:3:3 SR201 The fact "scope" has no value "others" (Did you mean "other"?)',
  );
  says(
    "a phrase twice, and one for and against",
    edited(
      "signals/issue/upload.yaml",
      "strong: [upload fails]",
      "strong: [upload fails, it, Upload fails], against: [it]",
    ),
    "signals/issue/upload.yaml:3:36 SR207 The phrase stands twice; first in line 3",
  );
  says(
    "a phrase that begins with what it forbids, and a star within a word",
    edited("signals/issue/upload.yaml", "strong: [upload fails]", 'strong: ["!upload", lo*ad, "fee* (a)"]'),
    'signals/issue/upload.yaml:3:19 SR206 The phrase cannot be read: "!" stands behind "+": a phrase begins with what must be found',
    'signals/issue/upload.yaml:3:32 SR206 The phrase cannot be read: "*" stands at the end of a word',
  );
  says(
    "a word group in another one",
    edited("lexicon.yaml", "brand: { en: [brand,", 'mark: { en: ["@brand", mark] }\n  brand: { en: [brand,'),
    "lexicon.yaml:3:16 SR206 A word group cannot hold another one: @brand (Write its words out.)",
  );
  says(
    "values where signals belong",
    changed({ "signals/issue/upload.yaml": minimal["signals/claim.yaml"] as string }),
    "signals/issue/upload.yaml:2:1 SR201 A file of an issue has signals, not values (Move it to signals/upload.yaml.)",
  );
  says(
    "signals of an issue among those of facts",
    changed({
      "signals/issue/upload.yaml": null,
      "signals/upload.yaml": minimal["signals/issue/upload.yaml"] as string,
    }),
    "signals/upload.yaml:2:1 SR201 A file of a fact has values, not signals (Move it to signals/issue/upload.yaml.)",
  );
  says(
    "a placeholder",
    edited("outlines/dispute.yaml", "{{asin}}", "{{asn}}"),
    "outlines/dispute.yaml:9:17 SR201 There is no placeholder {{asn}} (Did you mean {{asin}}?)",
  );
  says(
    "a language",
    edited("teams/notice.yaml", "{ en: Notice }", "{ en: Notice, de: Hinweis }"),
    'teams/notice.yaml:2:21 SR208 The language "de" is not listed in playbook.yaml (Listed: en, zh.)',
  );
});

describe("one mistake is told once", () => {
  says(
    "a team's file is gone that many places name",
    changed({
      "teams/notice.yaml": null,
      "channels.yaml": (minimal["channels.yaml"] as string).replace("[support]", "[support, notice]"),
      "routes.yaml": (minimal["routes.yaml"] as string).replaceAll("team: support", "team: notice"),
    }),
    'channels.yaml:4:22 SR201 There is no team "notice", and 3 places name it (Write it in teams/notice.yaml, or name another one there.)',
  );
  says(
    "the id of a group stands twice",
    edited("playbook.yaml", "id: listing,", "id: ip,"),
    'playbook.yaml:12:11 SR202 The id "ip" stands twice; first in line 11',
  );
  says(
    "the signals of an issue are misnamed",
    changed({
      "signals/issue/trademark.yaml": null,
      "signals/issue/trademrk.yaml": minimal["signals/issue/trademark.yaml"] as string,
    }),
    'signals/issue/trademrk.yaml:2:1 SR201 There is no issue "trademrk" (Did you mean "trademark"?)',
  );
});

describe("facts and ids", () => {
  says(
    "issue comes first",
    edited("facts.yaml", "id: issue", "id: problem"),
    "facts.yaml:3:9 SR203 The first fact must be issue",
    'facts.yaml:13:16 SR201 There is no fact "issue" (Known: problem.)',
    'routes.yaml:11:13 SR201 There is no fact "issue" (Known: problem, claim, appeal.)',
  );
  says(
    "a fact without values",
    edited(
      "facts.yaml",
      '    values:\n      - { id: none, label: { en: "No" }, prior: 0.8 }\n      - { id: rejected, label: { en: Refused }, prior: 0.2 }\n',
      "",
    ),
    'facts.yaml:17:9 SR203 The fact "appeal" has no values',
    'routes.yaml:4:21 SR201 The fact "appeal" has no value "rejected"',
  );
  says(
    "a name that only signals have",
    edited("facts.yaml", "id: appeal", "id: scope"),
    'facts.yaml:17:9 SR203 "scope" cannot be the name of a fact',
    'routes.yaml:4:13 SR201 There is no fact "appeal" (Known: issue, claim, scope.)',
  );
  says(
    "a route twice",
    edited("routes.yaml", "id: rest", "id: brand"),
    'routes.yaml:19:9 SR202 The id "brand" stands twice; first in line 10',
  );
  says(
    "a value twice",
    edited("facts.yaml", "id: disputed", "id: right"),
    'facts.yaml:16:15 SR202 The id "right" stands twice; first in line 15',
  );
  says(
    "a fact twice",
    edited("facts.yaml", "id: appeal", "id: claim"),
    'facts.yaml:17:9 SR202 The id "claim" stands twice; first in line 8',
  );
  says(
    "a sign of a false notice twice",
    edited(
      "playbook.yaml",
      "cautions: []",
      "cautions: [{ id: haste, text: { en: Slow. } }, { id: haste, text: { en: Wait. } }]",
    ),
    'playbook.yaml:14:54 SR202 The id "haste" stands twice; first in line 14',
  );
});
