import { expect, test } from "vitest";
import type { Verdict } from "../../src/core/condition.js";
import type { Condition } from "../../src/core/facts.js";
import { channelsFor } from "../../src/playbook/channels.js";
import type { Channel } from "../../src/playbook/types.js";

const OWN: Condition = [{ claim: ["own"] }];
const CLOSED: Condition = [{ account: ["closed"] }];

const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
  ...{ id, teams: ["team"], kind: "email", value: id, marketplaces: [], status: "active", sources: [], as_of: "2026" },
  ...more,
});
const playbook = {
  marketplaces: [],
  channels: [
    channel("old", { status: "legacy", ahead: CLOSED }),
    channel("form"),
    channel("owner", { when: OWN }),
    channel("banner", { when: CLOSED, ahead: CLOSED }),
  ],
};
const named = (verdicts: ReadonlyMap<Condition, Verdict>) =>
  channelsFor({ team: "team", channels: [] }, { channels: [] }, playbook, {
    judged: (condition) => verdicts.get(condition) ?? "undecided",
  }).map(({ id }) => id);

test.each<[string, [Condition, Verdict][], string[]]>([
  ["nothing known: all, as they are listed", [], ["form", "owner", "banner", "old"]],
  ["what cannot be there is left out", [[OWN, "fails"]], ["form", "banner", "old"]],
  ["what is there is no reason to name it first", [[OWN, "holds"]], ["form", "owner", "banner", "old"]],
  ["what fits comes first among those of its status", [[CLOSED, "holds"]], ["banner", "form", "owner", "old"]],
  ["what does not fit is not there at all, or where it was", [[CLOSED, "fails"]], ["form", "owner", "old"]],
])("%s", (_, verdicts, wanted) => expect(named(new Map(verdicts))).toEqual(wanted));
