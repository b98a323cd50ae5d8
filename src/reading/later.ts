/** What is made when it is needed first, and then kept: few texts need all of it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A pattern that is made when it is needed: one over Unicode properties takes longer to make than most texts to read. */
export const later = (source: string, flags: string): (() => RegExp) => once(() => new RegExp(source, flags));
