/**
 * A function that remembers its last result, and gives it again while what it depends on is the very same. For those
 * who check again and again: sheets of unchanged files stay the same objects, so only what a save touched is done anew.
 */
export function kept<A extends readonly unknown[], R>(
  dependsOn: (...given: A) => readonly unknown[],
  make: (...given: A) => R,
): (...given: A) => R {
  let last: { readonly on: readonly unknown[]; readonly result: R } | undefined;
  return (...given) => {
    const on = dependsOn(...given);
    if (last === undefined || last.on.length !== on.length || last.on.some((one, i) => one !== on[i]))
      last = { on, result: make(...given) };
    return last.result;
  };
}
