import ICAL from "ical.js";
import { expect, test } from "vitest";
import { main } from "../../src/main.js";
import { fakeWorld } from "../support/world.js";

const ALPHA = "Store Alpha GmbH: account deactivated for late shipments, Amazon gives us 17 days to answer";
const BETA =
  "Store Beta LLC, another client: our account was suspended, late shipment rate 9 percent. We have 17 days to reply.";

/** The entry of the day to answer by. */
async function entry(...argv: readonly string[]): Promise<ICAL.Event> {
  const { world, out, err } = fakeWorld();
  expect([await main([...argv, "--format", "ics"], world), err()]).toEqual([0, ""]);
  const events = new ICAL.Component(ICAL.parse(out())).getAllSubcomponents("vevent");
  return new ICAL.Event(events[0] as ICAL.Component);
}

test("two clients with one problem have two entries, each the same when it is made again", async () => {
  const [alpha, beta] = [await entry(ALPHA), await entry(BETA)];
  expect(alpha.summary).toBe(beta.summary);
  expect(alpha.uid).not.toBe(beta.uid);
  expect((await entry(`  ${ALPHA.replaceAll(" ", "\n")}`, "--today", "2026-11-23")).uid).toBe(alpha.uid);
});

test("a number makes the case, whatever else the text says; masked, it still does, and is not shown", async () => {
  const [one, again, other, masked] = await Promise.all([
    entry(`${ALPHA}. Case 12345678901`),
    entry(`${ALPHA}, and we wait. Case 12345678901`),
    entry(`${ALPHA}. Case 12345678902`),
    entry(`${ALPHA}. Case 12345678901`, "--redact"),
  ]);
  expect(again.uid).toBe(one.uid);
  expect(other.uid).not.toBe(one.uid);
  expect(masked.uid).toBe(one.uid);
  expect(one.summary).toBe("Last day to answer Amazon: Late shipment rate too high (12345678901)");
  expect(masked.summary).toBe("Last day to answer Amazon: Late shipment rate too high");
});
