import type { Choice, Menu } from "./asker.js";
import { ESC } from "./keys.js";

/** Where a seller is in a menu. */
export interface Spot {
  /** Place of the cursor among the choices that are shown; below 0 where it stands on none. */
  readonly at: number;
  readonly filter: string;
  readonly help: boolean;
}

export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
}

export type Pressed<V> = { readonly spot: Spot } | { readonly chosen: V } | { readonly back: true };

/** The beginning: on the choice that is offered. */
export function firstSpot<V>(menu: Menu<V>): Spot {
  const at = menu.at === undefined || menu.at < 0 ? 0 : menu.at;
  return { at: Math.min(at, menu.choices.length - 1), filter: "", help: false };
}

/** Choices that have every word that was typed, in any of their words. */
export function shown<V>(menu: Menu<V>, filter: string): readonly Choice<V>[] {
  const wanted = wordsIn(filter);
  if (wanted.length === 0) return menu.choices;
  return menu.choices.filter((choice) => {
    const words = folded([choice.label, choice.name, choice.group, choice.also].join(" "));
    return choice.always === true || wanted.every((word) => words.includes(word));
  });
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The words that are searched for: one finds the other number too, "shipments" the "shipment". */
const wordsIn = (filter: string): string[] =>
  folded(filter)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ""));

/** How far PgUp and PgDn go. */
const LEAP = 8;

/** What a key does. A key that means nothing leaves the spot as it is. */
export function press<V>(menu: Menu<V>, spot: Spot, key: Key): Pressed<V> {
  const choices = shown(menu, spot.filter);
  const to = (at: number) => ({ spot: { ...spot, at: Math.max(0, Math.min(choices.length - 1, at)) } });
  switch (key.sequence === ESC ? "escape" : key.name) {
    case "return":
    case "enter": {
      const choice = choices[spot.at];
      return choice === undefined ? { spot } : { chosen: choice.value };
    }
    case "escape":
      if (spot.help) return { spot: { ...spot, help: false } };
      if (spot.filter !== "") return { spot: { ...firstSpot(menu), at: 0 } };
      return menu.back ? { back: true } : { spot };
    case "left":
      return menu.back && spot.filter === "" ? { back: true } : { spot };
    case "up":
      return spot.at === 0 ? to(choices.length - 1) : to(spot.at - 1);
    case "down":
      return spot.at === choices.length - 1 ? to(0) : to(spot.at + 1);
    case "pageup":
      return to(spot.at - LEAP);
    case "pagedown":
      return to(spot.at + LEAP);
    case "home":
      return to(0);
    case "end":
      return to(choices.length - 1);
    case "backspace":
      return search(menu, spot, [...spot.filter].slice(0, -1).join(""));
  }
  const typed = key.sequence ?? "";
  if (typed === "?" || typed === "？") return { spot: menu.why === undefined ? spot : { ...spot, help: !spot.help } };
  if (key.ctrl === true || !/^[^\p{Cc}]+$/u.test(typed)) return { spot };
  if (menu.search === true) return search(menu, spot, spot.filter + typed);
  return /^[1-9]$/.test(typed) && Number(typed) <= choices.length ? to(Number(typed) - 1) : { spot };
}

/** Puts the cursor on what is found best. Where nothing is found Enter answers nothing. */
export function search<V>(menu: Menu<V>, spot: Spot, filter: string): { readonly spot: Spot } {
  return { spot: menu.search === true ? { ...spot, filter, at: best(menu, filter) } : spot };
}

/** The place of the first choice that shows the words, else of one that is only found by them: "late" stands in "related". */
function best<V>(menu: Menu<V>, filter: string): number {
  const wanted = wordsIn(filter);
  if (wanted.length === 0) return 0;
  const choices = shown(menu, filter);
  const found = (how: (choice: Choice<V>) => boolean) =>
    choices.findIndex((choice) => choice.always !== true && how(choice));
  const begun = (...texts: readonly (string | undefined)[]) => {
    const text = folded(texts.join(" "));
    return wanted.every((word) => begins(text, word));
  };
  const places = [
    found(({ label, name }) => begun(label, name)),
    found(({ label, name, group, also }) => begun(label, name, group, also)),
    found(() => true),
  ];
  return places.find((at) => at >= 0) ?? -1;
}

/** Whether a word of the text begins so; Chinese has no spaces, so there it may stand anywhere. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{Script=Latin}\p{N}]/u.test(text[at - 1] as string)) return true;
  }
  return false;
}
