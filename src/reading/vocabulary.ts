import { hashed, letterOf, NONE, SEED } from "./letters.js";

/**
 * Terms by what is written: a hash table in one flat array, so that a stored one is there at once. A slot holds a term
 * and one in its lower bits and above them those of the hash, which tell most other terms at a glance; or 0. A term
 * stands in the first free slot from the one that its hash names.
 */
export function vocabulary(terms: readonly string[]): Int32Array {
  const lower = lowerBits(terms.length);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * terms.length + 2)));
  terms.forEach((term, number) => {
    const stem = isStem(term);
    const length = stem ? term.length - 1 : term.length;
    let hash = SEED;
    for (let i = 0; i < length; i++) {
      const unit = term.charCodeAt(i);
      const letter = letterOf(unit);
      // Letters of scripts that are not folded stand in no phrase.
      if (letter === NONE && (length > 1 || unit === 0xffff)) return;
      hash = hashed(hash, letter === NONE ? unit : letter);
    }
    let slot = slotOf(hash, stem, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hash & ~lower) | (number + 1);
  });
  return slots;
}

/** The bits of a slot that hold one of so many terms. */
export const lowerBits = (terms: number): number => 2 ** (32 - Math.clz32(terms)) - 1;

/** Whether a term is a stem, which every word fits that begins with it. */
export const isStem = (term: string): boolean => term.endsWith("*");

/** The slot at which the search for a term begins. */
export function slotOf(hash: number, stem: boolean, slots: number): number {
  const mixed = stem ? hash ^ 0x5bd1e995 : hash;
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
