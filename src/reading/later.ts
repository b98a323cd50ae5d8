/** A pattern that is made when it is needed: one over Unicode properties takes longer to make than most texts to read. */
export function later(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
