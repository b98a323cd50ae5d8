import { Writable } from "node:stream";
import type { World } from "../world.js";

/**
 * The terminal that is drawn on, with its columns and rows as they are now; one that does not tell its size says 0. A
 * prompt may end it: stderr stays open.
 */
export class Screen extends Writable {
  readonly isTTY = true;
  constructor(private readonly world: World) {
    super({ write: (chunk, _, done) => void this.world.stderr.write(chunk, done) });
  }
  get columns(): number {
    return this.world.stderr.columns || this.world.width;
  }
  get rows(): number {
    return this.world.stderr.rows || 24;
  }
}
