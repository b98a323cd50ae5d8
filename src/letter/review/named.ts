import type { Entity } from "../../core/reading.js";
import { findEntities } from "../../reading/entities/index.js";
import { at, type Checker, type Hit } from "./check.js";

const entities = (text: string, kind: Entity["kind"]): Entity[] =>
  findEntities(text, { marketplaces: [] }).filter((one) => one.kind === kind);

/** ASINs that a message can name; the others are counted. */
const MOST = 5;

/** ASINs of the notice that the letter does not name, in one finding. */
export const asinNotCovered: Checker = (_, { draft: { text }, notice }) => {
  if (notice === null) return [];
  const said = new Set(
    (text.match(/(?<![\p{L}\p{N}])B0[0-9A-Z]{8}(?![\p{L}\p{N}])/giu) ?? []).map((asin) => asin.toUpperCase()),
  );
  const missing = [...new Map(entities(notice, "asin").map((one) => [one.value, one])).values()].filter(
    ({ value }) => !said.has(value),
  );
  const [first] = missing;
  if (first === undefined) return [];
  const names = missing.slice(0, MOST).map(({ value }) => value);
  const found = missing.length > MOST ? `${names.join(", ")} …` : names.join(", ");
  const place = entities(text, "asin")[0] ?? { start: 0, end: 1 };
  return [{ start: place.start, end: place.end, fill: { found, count: String(missing.length) }, notice: first }];
};

/** ASINs that the notice does not name. */
export const otherAsin: Checker = (_, { draft: { text }, notice }) => strangers(text, notice, "asin");

/** Numbers of cases and complaints that the notice does not name, where it names some. */
export const otherCase: Checker = (_, { draft: { text }, notice }) => [
  ...strangers(text, notice, "complaint"),
  ...strangers(text, notice, "case"),
];

/** What the letter names for the first time, and the notice, which names others of its kind, never. */
function strangers(text: string, notice: string | null, kind: Entity["kind"]): Hit[] {
  const known = new Set(notice === null ? [] : entities(notice, kind).map(({ value }) => value));
  if (known.size === 0) return [];
  const seen = new Set<string>();
  return entities(text, kind).flatMap((one) => {
    if (known.has(one.value) || seen.has(one.value)) return [];
    seen.add(one.value);
    return [at(text, one)];
  });
}

/** Numbers of orders, where the notice names some and the letter none of these. A plan may name further ones. */
export const otherOrder: Checker = (_, { draft: { text }, notice }) => {
  const odd = strangers(text, notice, "order");
  const said = new Set(entities(text, "order").map(({ value }) => value));
  return odd.length === said.size ? odd : [];
};
