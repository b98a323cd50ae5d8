/** A symbol stands for all words that the phrases cannot tell apart: those that fit the same terms. */
const UNKNOWN = 0;

/** The vocabulary: a letter tree over a-z and 0-9 that tells which terms a word fits, and single CJK characters. */
export class Lexis {
  /** By symbol, the terms that fit. */
  readonly symbols: (readonly number[])[] = [[]];
  private readonly symbolOf = new Map<string, number>([["", UNKNOWN]]);
  private kids = new Int32Array(LETTERS * 1024);
  private nodes = 1;
  private readonly parent: number[] = [0];
  private readonly exact: (number | undefined)[] = [];
  private readonly stem: (number | undefined)[] = [];
  /** Symbols by node, made when a word first ends there, or leaves the tree behind it. */
  private readonly atEnd: (number | undefined)[] = [];
  private readonly beyond: (number | undefined)[] = [];
  private readonly ideographs = new Map<number, number>();

  constructor(terms: readonly string[]) {
    terms.forEach((term, number) => {
      const isStem = term.endsWith("*");
      const length = isStem ? term.length - 1 : term.length;
      if (column(term.charCodeAt(0)) < 0) {
        this.ideographs.set(term.charCodeAt(0), this.symbol([number]));
        return;
      }
      let node = 0;
      for (let i = 0; i < length; i++) node = this.grow(node, column(term.charCodeAt(i)));
      (isStem ? this.stem : this.exact)[node] = number;
    });
  }

  /** The node after one more letter. Negative: the word has left the tree at `~node`. */
  next(node: number, code: number): number {
    if (node < 0) return node;
    const at = column(code);
    const kid = at < 0 ? 0 : (this.kids[node * LETTERS + at] as number);
    return kid === 0 ? ~node : kid;
  }

  symbolAt(node: number): number {
    if (node < 0) {
      this.beyond[~node] ??= this.symbol(this.stems(~node));
      return this.beyond[~node] as number;
    }
    const exact = this.exact[node];
    this.atEnd[node] ??= this.symbol(exact === undefined ? this.stems(node) : [...this.stems(node), exact]);
    return this.atEnd[node] as number;
  }

  ideograph(code: number): number {
    return this.ideographs.get(code) ?? UNKNOWN;
  }

  termsOf(symbol: number): readonly number[] {
    return symbol < 0 ? [] : (this.symbols[symbol] as readonly number[]);
  }

  /** Stems that begin every word below a node. */
  private stems(node: number): number[] {
    const found: number[] = [];
    for (let at = node; at !== 0; at = this.parent[at] as number) {
      const stem = this.stem[at];
      if (stem !== undefined) found.push(stem);
    }
    return found;
  }

  private grow(node: number, at: number): number {
    const old = this.kids[node * LETTERS + at] as number;
    if (old !== 0) return old;
    const made = this.nodes++;
    if (this.nodes * LETTERS > this.kids.length) {
      const wider = new Int32Array(this.kids.length * 2);
      wider.set(this.kids);
      this.kids = wider;
    }
    this.kids[node * LETTERS + at] = made;
    this.parent[made] = node;
    return made;
  }

  private symbol(terms: readonly number[]): number {
    const key = terms.join();
    const known = this.symbolOf.get(key);
    if (known !== undefined) return known;
    this.symbolOf.set(key, this.symbols.length);
    return this.symbols.push(terms) - 1;
  }
}

/** Letters and digits that the tree branches on. */
const LETTERS = 36;

/** Column of a letter or digit, or -1. */
function column(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 22;
  return -1;
}
