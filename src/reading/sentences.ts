import type { Lexis } from "./lexis.js";
import { type Sink, scan } from "./tokens.js";

/** Instead of a word: the end of a sentence. */
export const STOP = -1;

/** What the words of a text mean, and where they stand. One is enough for all texts. */
export class Sentences implements Sink {
  length = 0;
  meanings = new Int32Array(512);
  starts = new Int32Array(512);
  ends = new Int32Array(512);
  /** How many sentences end, and where: units of the text. */
  ended = 0;
  stops = new Int32Array(64);
  readonly letters: Uint8Array;
  private readonly lexis: Lexis;

  constructor(lexis: Lexis) {
    this.lexis = lexis;
    this.letters = lexis.letters;
  }

  take(text: string): void {
    this.length = 0;
    this.ended = 0;
    // What a huge text took is given back by the next one.
    if (this.meanings.length > ROOM && text.length < ROOM) this.resize(ROOM);
    scan(text, this);
  }

  word(length: number, start: number, end: number): void {
    this.push(this.lexis.word(length), start, end);
  }

  ideograph(code: number, start: number): void {
    this.push(this.lexis.ideograph(code), start, start + 1);
  }

  stop(at: number): void {
    this.push(STOP, 0, 0);
    if (this.ended === this.stops.length) this.stops = wider(this.stops, 2 * this.ended);
    this.stops[this.ended++] = at;
  }

  private push(meaning: number, start: number, end: number): void {
    const at = this.length++;
    if (at === this.meanings.length) this.resize(2 * at);
    this.meanings[at] = meaning;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  private resize(room: number): void {
    this.meanings = wider(this.meanings, room);
    this.starts = wider(this.starts, room);
    this.ends = wider(this.ends, room);
  }
}

/** A table with more room, or less. */
function wider(table: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(room);
  made.set(table.subarray(0, room));
  return made;
}

const ROOM = 2 ** 16;
