import { describe, expect, it } from "vitest";
import type { Menu } from "../../src/ask/asker.js";
import { begin, next, type Turn } from "../../src/ask/interview.js";
import { firstSpot, type Pressed, press, search, shown } from "../../src/ask/menu.js";
import { questionMenu } from "../../src/ask/questions.js";
import { talk } from "../../src/ask/words.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { read } from "../../src/reading/read.js";
import { shipped } from "../support/compiled.js";

const playbook = await shipped();

/** The list of all problems, after this text. */
function problems(text: string | null, lang = "en"): Menu<string | null> {
  const reading = text === null ? NOTHING_READ : read(text, playbook);
  const turn = { ...(next(begin(playbook, text, reading)) as Extract<Turn, { ask: string }>), ask: "issue" };
  return questionMenu(begin(playbook, text, reading), turn, { playbook, lang, words: talk(lang) });
}

/** What Enter answers, once this was typed. */
function enter<V>(menu: Menu<V>, typed: string): Pressed<V> {
  const { spot } = search(menu, firstSpot(menu), typed);
  return press(menu, spot, { name: "return" });
}

const LINKED = "Amazon deactivated my account because it is linked to another account.";

describe("Enter chooses what a search found", () => {
  const cases: [typed: string, text: string | null, issue: string][] = [
    ["late", null, "late-shipment"],
    ["late", LINKED, "late-shipment"],
    ["late shipments", LINKED, "late-shipment"],
    ["LATE SHIP", LINKED, "late-shipment"],
    ["copyright", null, "ip-copyright"],
    ["trademarks", LINKED, "ip-trademark"],
    ["a-to-z", LINKED, "a-to-z-claim"],
    ["linked", LINKED, "related-accounts"],
    ["关联", null, "related-accounts"],
  ];
  it.each(cases)("%s after %s", (typed, text, issue) =>
    expect(enter(problems(text), typed)).toEqual({ chosen: issue }),
  );
  it("in Chinese", () => expect(enter(problems(LINKED, "zh"), "迟发")).toEqual({ chosen: "late-shipment" }));
});

describe("a search that finds nothing", () => {
  const menu = problems(LINKED);
  const nowhere = search(menu, firstSpot(menu), "zebra").spot;

  it("shows what is always there, and Enter does not take it for the answer", () => {
    expect(shown(menu, "zebra").map(({ label }) => label)).toEqual(["I don't know"]);
    expect(press(menu, nowhere, { name: "return" })).toEqual({ spot: nowhere });
  });

  it.each(["down", "up", "end", "pagedown"])("%s goes to it, and Enter takes it", (name) => {
    const { spot } = press(menu, nowhere, { name }) as { readonly spot: typeof nowhere };
    expect(press(menu, spot, { name: "return" })).toEqual({ chosen: null });
  });

  it("that is given up shows the whole list from its top", () => {
    expect(search(menu, nowhere, "").spot.at).toBe(0);
    expect(press(menu, nowhere, { name: "escape" })).toEqual({ spot: { at: 0, filter: "", help: false } });
  });
});
