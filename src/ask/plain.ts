import { createInterface } from "node:readline";
import { Cancelled } from "../exit.js";
import { plain as noPaint, safe } from "../render/style.js";
import type { World } from "../world.js";
import { type Asker, BACK, type Choice, type Line, type Menu, NONE } from "./asker.js";
import { drawLines } from "./frame.js";
import { shown } from "./menu.js";
import type { Talk } from "./words.js";

/** How long to wait after an empty line for more of a paste. */
const PATIENCE = 120;

/** Asks line by line, with numbered choices and nothing drawn twice: for screen readers, logs and dumb terminals. */
export function openPlain(world: World, words: Talk): Asker {
  const lines = new Lines(world);
  // A terminal that does not tell its size has 0 columns.
  const columns = () => world.stderr.columns || world.width;
  const tell = (told: readonly Line[]) =>
    void world.stderr.write(`${drawLines(told, { columns: columns(), paint: noPaint }).join("\n")}\n`);
  const prompt = (text: string) => void world.stderr.write(safe(text));
  let written: string[] = [];

  async function choose<V>(menu: Menu<V>): Promise<V | typeof BACK> {
    let choices: readonly Choice<V>[] = menu.choices;
    written = [];
    // What Enter alone answers is marked in the whole list only, so it is no answer to a search.
    const usual = () => (choices === menu.choices ? (menu.at ?? -1) : -1);
    const mark = menu.read === true ? words.wasRead : words.usual;
    const list = () => tell(numbered(choices, usual(), mark));
    tell([{ text: "" }, { text: menu.title }, ...(menu.lead ?? [])]);
    list();
    for (;;) {
      prompt(words.number(choices.length, menu.back, menu.why !== undefined, menu.search === true));
      const typed = (await lines.next()).trim();
      const number = /^\d+$/.test(typed) ? Number(typed) : 0;
      if (number >= 1 && number <= choices.length) return (choices[number - 1] as Choice<V>).value;
      const offered = choices[usual()];
      if (typed === "" && offered !== undefined) return offered.value;
      if (typed.toLowerCase() === "b" && menu.back) return BACK;
      if ((typed === "?" || typed === "？") && menu.why !== undefined) tell(menu.why);
      else if (menu.search === true && typed !== "" && number === 0) {
        const found = searched(menu, typed);
        if (found !== null) {
          choices = found;
          list();
        }
        tell([{ text: found === null ? words.nothingFound : words.found(found.filter(isOwn).length) }]);
      } else if (typed !== "") tell([{ text: words.notANumber(safe(typed), choices.length) }]);
    }
  }

  return {
    choose,
    tell,
    async text({ title, lead, start, enter, back = false }) {
      const earlier = start === "" ? [] : [{ text: start, indent: 2 }];
      tell([{ text: "" }, { text: title }, ...lead, ...earlier]);
      tell([{ text: start === "" ? enter : words.keeps }, ...(back ? [{ text: words.plainBack }] : [])]);
      written = [];
      for (;;) {
        const line = await lines.next(written.length > 0);
        if (line === null) break;
        if (back && written.length === 0 && line.trim().toLowerCase() === "b") return BACK;
        if (start !== "" && written.length === 0 && line.trim() === NONE) return null;
        if (line.trim() === "" && !(await lines.more())) break;
        written.push(line);
      }
      const text = written.join("\n").trim();
      written = [];
      return text || start || null;
    },
    async line({ title, lead = [], offer, enter }) {
      written = [];
      tell([...lead, ...(enter === undefined ? [] : [{ text: enter }]), { text: words.plainBack }]);
      prompt(`${title}${offer === "" ? "" : ` (${offer})`}${/[?？]$/.test(title) ? " " : words.colon}`);
      const typed = (await lines.next()).trim();
      return typed.toLowerCase() === "b" ? BACK : typed || offer;
    },
    unfinished: () => written.join("\n").trim(),
    close: () => lines.close(),
  };
}

/** Whether a choice is there for what was searched for, and not always. */
const isOwn = <V>({ always }: Choice<V>): boolean => always !== true;

/** The choices that words find, or all of them where that is asked for; null where there are none. */
function searched<V>(menu: Menu<V>, typed: string): readonly Choice<V>[] | null {
  if (typed.toLowerCase() === "all") return menu.choices;
  const found = shown(menu, typed);
  return found.some(isOwn) ? found : null;
}

function numbered<V>(choices: readonly Choice<V>[], at: number, mark: string): Line[] {
  let group: string | undefined;
  return choices.flatMap((choice, i) => {
    const heading = choice.group !== group && choice.group !== undefined ? [{ text: choice.group }] : [];
    group = choice.group;
    return [
      ...heading,
      {
        text: `${i + 1}. ${choice.label}${i === at ? ` ${mark}` : ""}`,
        indent: choice.group === undefined ? 0 : 2,
      },
    ];
  });
}

/** Lines of stdin, one after the other; throws where the seller leaves. */
class Lines {
  private readonly waiting: string[] = [];
  private readonly reader;
  private readonly deaf: () => void;
  private ended = false;
  private left = false;
  private wake: () => void = () => {};

  constructor(private readonly world: World) {
    this.reader = createInterface({ input: world.stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.reader.on("line", (line) => {
      this.waiting.push(line);
      this.wake();
    });
    this.reader.on("close", () => this.end());
    this.deaf = world.interrupted?.(() => this.end(true)) ?? (() => {});
  }

  next(): Promise<string>;
  /** With `orEnd`, the end of the input gives null instead. */
  next(orEnd: boolean): Promise<string | null>;
  async next(orEnd = false): Promise<string | null> {
    while (this.waiting.length === 0 && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.left) throw this.leaving();
    const line = this.waiting.shift();
    if (line !== undefined) return line;
    if (orEnd) return null;
    throw this.leaving();
  }

  /** What is said next begins a line of its own. */
  private leaving(): Cancelled {
    this.world.stderr.write("\n");
    return new Cancelled();
  }

  /** Whether more comes at once, as when a text is pasted. */
  async more(): Promise<boolean> {
    if (this.waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return this.waiting.length > 0;
  }

  close(): void {
    this.deaf();
    this.reader.close();
  }

  private end(left = false): void {
    this.ended = true;
    this.left ||= left;
    this.wake();
  }
}
