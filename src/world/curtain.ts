import { DUMB, mayColour } from "../home.js";
import type { World } from "../world.js";

/** The first question, for a terminal of so many columns and rows. */
export type Draw = (world: Pick<World, "env" | "colour">, columns: number, rows: number) => string;

/**
 * Shows the first question at once, while the program loads that will ask it: keys wait for it, and what it writes first
 * takes the place of what is there. Nothing where nobody sits there, or nothing can be drawn twice.
 */
export function curtain(draw: Draw, drawn: () => void): void {
  const { stdin, stderr, env } = process;
  const { columns, rows } = stderr;
  if (!stdin.isTTY || !stderr.isTTY || env.TERM === DUMB || !columns || !rows) return;
  const frame = draw({ env, colour: { stdout: false, stderr: mayColour(stderr, env) } }, columns, rows);
  stdin.setRawMode(true);
  stderr.write(frame);
  const above = frame.split("\n").length - 1;
  const { write } = stderr;
  stderr.write = ((chunk: string | Uint8Array, ...how: [never]) => {
    stderr.write = write;
    return write.call(stderr, `\r\x1b[${above}A\x1b[J${Buffer.from(chunk as string)}`, ...how);
  }) as typeof write;
  setTimeout(drawn, LATER).unref();
}

/** Milliseconds after which nothing is waited for. */
const LATER = 500;
