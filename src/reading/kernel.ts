/**
 * Adds up rows of 16-bit numbers, eight at once, as no JavaScript can: a WebAssembly module of some 160 bytes, written
 * out by instruction. In its memory stand, from 0 up to `end`, the places of the rows to add; at `totals` their sums, 32
 * bits each; and the rows, each of `width` bytes, a multiple of 16.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  readonly add: (end: number, totals: number, width: number) => void;
}

/** What is used of the global of this name, which Node's types leave out. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly f: Kernel["add"] } };
};

const PAGE = 2 ** 16;

/** A kernel with so many bytes of memory. Throws where a machine has no WebAssembly, or may not compile it. */
export function kernel(bytes: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(written()), { m: { m: memory } });
  return { memory: memory.buffer, add: exports.f };
}

const [I32, V128] = [0x7f, 0x7b];
/** Parameters, then locals: the byte of all rows that is added next, the place in the list, two sums of four numbers, a row's eight. */
const [END, TOTALS, WIDTH, BYTE, PLACE, LOW, HIGH, ROW] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const number = (small: number) => [0x41, small];
const [LOOP, OVER, PLUS, DOUBLE] = [[0x03, 0x40], [0x0b], [0x6a], [...number(1), 0x74]];
/** Again from the loop's beginning where the last number but one is less than the last. */
const AGAIN = [0x49, 0x0d, 0];
const NO_NUMBERS = [...number(0), 0xfd, 0x11];
const [LOAD, LOAD_EIGHT] = [
  [0x28, 2, 0],
  [0xfd, 0x00, 4, 0],
];
const storeFour = (after: number) => [0xfd, 0x0b, 4, after];
const [LOW_FOUR, HIGH_FOUR, PLUS_FOUR] = [
  [0xfd, 0xa7, 1],
  [0xfd, 0xa8, 1],
  [0xfd, 0xae, 1],
];

const code = () =>
  [
    LOOP,
    ...[NO_NUMBERS, set(LOW), NO_NUMBERS, set(HIGH), number(0), set(PLACE)],
    LOOP,
    ...[get(PLACE), LOAD, get(BYTE), PLUS, LOAD_EIGHT, set(ROW)],
    ...[get(LOW), get(ROW), LOW_FOUR, PLUS_FOUR, set(LOW)],
    ...[get(HIGH), get(ROW), HIGH_FOUR, PLUS_FOUR, set(HIGH)],
    ...[get(PLACE), number(4), PLUS, tee(PLACE), get(END), AGAIN],
    OVER,
    ...[get(TOTALS), get(BYTE), DOUBLE, PLUS, get(LOW), storeFour(0)],
    ...[get(TOTALS), get(BYTE), DOUBLE, PLUS, get(HIGH), storeFour(16)],
    ...[get(BYTE), number(16), PLUS, tee(BYTE), get(WIDTH), AGAIN],
    ...[OVER, OVER],
  ].flat();

const section = (id: number, bytes: readonly number[]) => [id, bytes.length, ...bytes];
const name = (letter: string) => [1, letter.charCodeAt(0)];

/** The module, made only when it is asked for. */
function written(): Uint8Array {
  const body = [2, 2, I32, 3, V128, ...code()];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, I32, I32, I32, 0]),
    ...section(2, [1, ...name("m"), ...name("m"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("f"), 0, 0]),
    ...section(10, [1, body.length, ...body]),
  ]);
}
