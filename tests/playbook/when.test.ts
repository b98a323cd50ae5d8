import { expect, test } from "vitest";
import type { Condition } from "../../src/core/facts.js";
import type { RawWhen } from "../../src/playbook/raw.js";
import { compileWhen, type Scope } from "../../src/playbook/when.js";

const scope: Scope = {
  facts: new Map([
    ["issue", { values: ["mark", "patent", "upload"], applies: false }],
    ["claim", { values: ["right", "disputed", "gone"], applies: true }],
  ]),
  later: new Set(["waiting"]),
  groups: new Map([
    ["ip", ["mark", "patent"]],
    ["listing", ["upload"]],
    ["empty", []],
  ]),
};

function gives(name: string, when: RawWhen, condition: Condition) {
  test(name, () => expect(compileWhen(when, scope)).toEqual({ condition, faults: [] }));
}

gives("nothing always holds", {}, [{}]);
gives("a value", { claim: "right" }, [{ claim: ["right"] }]);
gives("a list, in the order of the values", { claim: ["gone", "right"] }, [{ claim: ["right", "gone"] }]);
gives("a group", { issue: { group: "ip" } }, [{ issue: ["mark", "patent"] }]);
gives("groups", { issue: { group: ["listing", "ip"] } }, [{ issue: ["mark", "patent", "upload"] }]);
gives("not takes in what does not apply", { claim: { not: "right" } }, [{ claim: ["disputed", "gone", null] }]);
gives("not a list", { claim: { not: ["right", "gone"] } }, [{ claim: ["disputed", null] }]);
gives("not, of a fact that always applies", { issue: { not: { group: "ip" } } }, [{ issue: ["upload"] }]);
gives("not anything: only where it does not apply", { claim: { not: ["right", "disputed", "gone"] } }, [
  { claim: [null] },
]);
gives("any", { any: [{ issue: "mark" }, { claim: "gone" }] }, [{ issue: ["mark"] }, { claim: ["gone"] }]);
gives("any beside others", { issue: { group: "ip" }, any: [{ issue: { not: "mark" } }, { claim: "gone" }] }, [
  { issue: ["patent"] },
  { issue: ["mark", "patent"], claim: ["gone"] },
]);
gives("any within any", { any: [{ issue: "mark", any: [{ claim: "gone" }, {}] }] }, [
  { issue: ["mark"], claim: ["gone"] },
  { issue: ["mark"] },
]);
gives("what cannot hold is left out", { issue: "mark", any: [{ issue: "upload" }, { claim: "right" }] }, [
  { issue: ["mark"], claim: ["right"] },
]);

test.each<[string, RawWhen, string[]]>([
  ["an empty group", { issue: { group: "empty" } }, ["SR204 "]],
  ["not all values", { issue: { not: { group: ["ip", "listing"] } } }, ["SR204 "]],
  ["a later fact", { waiting: "long" }, ["SR203 waiting"]],
  [
    "all faults at once",
    { nothing: "x", claim: "false", any: [{ issue: ["mark", "y"] }] },
    ["SR201 nothing", "SR201 claim", "SR201 any.0.issue.1"],
  ],
])("%s", (_, when, faults) => {
  expect(compileWhen(when, scope).faults.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(faults);
});
