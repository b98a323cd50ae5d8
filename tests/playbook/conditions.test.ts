import { describe } from "vitest";
import { edited } from "./fixture.js";
import { says } from "./said.js";

const route = (line: string) => edited("routes.yaml", "when: { issue: trademark }", line);

describe("conditions", () => {
  says(
    "a fact",
    route("when: { isue: trademark }"),
    'routes.yaml:11:13 SR201 There is no fact "isue" (Did you mean "issue"?)',
  );
  says(
    "a value",
    route("when: { issue: [upload, trade-mark] }"),
    'routes.yaml:11:29 SR201 The fact "issue" has no value "trade-mark" (Did you mean "trademark"?)',
  );
  says(
    "a group as a value",
    route("when: { issue: ip }"),
    'routes.yaml:11:20 SR201 The fact "issue" has no value "ip" (Write { group: ip } for the group.)',
  );
  says(
    "a group",
    route("when: { issue: { not: { group: [ip, lisitng] } } }"),
    'routes.yaml:11:41 SR201 There is no group "lisitng" (Did you mean "listing"?)',
  );
  says(
    "a group of another fact",
    route("when: { claim: { group: ip } }"),
    'routes.yaml:11:22 SR201 "claim" has no groups; only issue has',
  );
  says(
    "a value in any",
    route("when: { any: [{ claim: right }, { claim: wrong }] }"),
    'routes.yaml:11:46 SR201 The fact "claim" has no value "wrong" (Known: right, disputed.)',
  );
  says(
    "what cannot hold",
    route("when: { issue: trademark, any: [{ issue: upload }] }"),
    "routes.yaml:11:5 SR204 This condition can never hold",
  );
  says(
    "a fact further down",
    edited("facts.yaml", "{ issue: { group: ip } }", "{ appeal: none }"),
    'facts.yaml:13:16 SR203 The fact "appeal" does not stand further up (applies may name only facts above its own.)',
  );
});
