/** Something that gives bytes in pieces, such as standard input. */
export type Chunks = AsyncIterable<Uint8Array | string>;

/** All that comes, or null where it is more than `most` bytes: then the rest is not read. */
export async function drain(chunks: Chunks, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const part = bytesOf(chunk);
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export const bytesOf = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === "string" ? Buffer.from(chunk) : chunk;
