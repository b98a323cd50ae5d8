import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import { Cancelled } from "../exit.js";
import { ansi, displayWidth, plain, safe } from "../render/style.js";
import type { World } from "../world.js";
import { type Asker, BACK, type Blank, type Menu, type Page } from "./asker.js";
import { editorOf, writeIn } from "./editor.js";
import { drawLines, drawMenu, drawPage, type Glass } from "./frame.js";
import { END, ESC, Keys, PASTE_OFF, PASTE_ON } from "./keys.js";
import { firstSpot, type Pressed, press, type Spot, search } from "./menu.js";
import { Screen } from "./screen.js";
import type { Talk } from "./words.js";

/** How long to wait after an empty line for more of a paste. */
const PATIENCE = 80;

interface Desk {
  readonly keys: Keys;
  readonly world: World;
  glass(): Glass;
}

/** Draws the frame again when the window changes its size, over what the terminal made of the old one. */
function useWindow({ world, glass }: Desk, frame: { current: string }): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const resized = () => {
      const { columns } = glass();
      const lines = frame.current.replace(ANSI, "").split("\n");
      const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
      world.stderr.write(`\r${rows > 1 ? `\x1b[${rows - 1}A` : ""}\x1b[J${"\n".repeat(lines.length - 1)}`);
      redraw((count) => count + 1);
    };
    world.stderr.on("resize", resized);
    return () => world.stderr.removeListener("resize", resized);
  }, []);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are terminal sequences
const ANSI = /\x1b\[[0-9;?]*[a-zA-Z]/g;
const HIDE = "\x1b[?25l";

/** Hears pastes while the prompt is open. */
function usePaste({ keys, world }: Desk, hear: (text: string) => void): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    keys.onPaste = (text) => latest.current(text);
    world.stderr.write(PASTE_ON);
    return () => {
      keys.onPaste = () => {};
      world.stderr.write(PASTE_OFF);
    };
  }, []);
}

type Picked = { readonly at: number } | typeof BACK;

const choosing = createPrompt<Picked, { menu: Menu<unknown>; desk: Desk }>(({ menu, desk }, done) => {
  const [spot, setSpot] = useState<Spot>(() => firstSpot(menu));
  const frame = useRef("");
  const heed = (pressed: Pressed<unknown>) => {
    if ("spot" in pressed) setSpot(pressed.spot);
    else done("back" in pressed ? BACK : { at: menu.choices.findIndex((choice) => choice.value === pressed.chosen) });
  };
  useKeypress((key, rl) => {
    const typed = key as typeof key & { sequence?: string };
    rl.line = "";
    heed(press(menu, spot, typed));
  });
  usePaste(desk, (text) => heed(search(menu, spot, spot.filter + (text.trim().split("\n")[0] ?? ""))));
  useWindow(desk, frame);
  frame.current = drawMenu(menu, spot, desk.glass());
  return frame.current + HIDE;
});

type Written = { readonly text: string; readonly editor: boolean };

const writing = createPrompt<Written, { page: Page; desk: Desk; editor: string | undefined }>(
  ({ page, desk, editor }, done) => {
    const [above, setAbove] = useState<readonly string[]>(() => (page.start === "" ? [] : page.start.split("\n")));
    const [typed, setTyped] = useState("");
    const frame = useRef("");
    const ending = useRef<NodeJS.Timeout | undefined>(undefined);
    const finish = (lines: readonly string[], inEditor = false) =>
      done({ text: lines.join("\n").trim(), editor: inEditor });
    useKeypress((key, rl) => {
      const { sequence } = key as typeof key & { sequence?: string };
      const waited = ending.current !== undefined;
      clearTimeout(ending.current);
      ending.current = undefined;
      // An empty line that more came after was part of a paste.
      const before = waited ? [...above, ""] : above;
      const line =
        sequence === END || key.name === "return" || key.name === "enter" || key.name === "up" || key.name === "down"
          ? typed
          : rl.line;
      const put = (text: string) => {
        rl.clearLine(0);
        rl.write(text);
        setTyped(text);
      };
      if (sequence === END) return finish([...before, line]);
      if (key.ctrl && key.name === "e" && editor !== undefined) return finish([...before, line], true);
      if (key.name === "return" || key.name === "enter") {
        setTyped("");
        if (line.trim() !== "") return setAbove([...before, line]);
        ending.current = setTimeout(() => finish(before), PATIENCE);
        return;
      }
      if (key.name === "up" || key.name === "down") return put(typed);
      if (key.name === "backspace" && typed === "" && before.length > 0) {
        setAbove(before.slice(0, -1));
        return put(before.at(-1) as string);
      }
      if (waited) setAbove(before);
      setTyped(rl.line);
    });
    usePaste(desk, (text) => {
      clearTimeout(ending.current);
      ending.current = undefined;
      setAbove([...above, ...(typed === "" ? [] : [typed]), ...text.replace(/\n+$/, "").split("\n")]);
      setTyped("");
    });
    useWindow(desk, frame);
    frame.current = drawPage(page, above, typed, editor, desk.glass());
    return frame.current;
  },
);

const filling = createPrompt<string | typeof BACK, { blank: Blank; desk: Desk }>(({ blank, desk }, done) => {
  const [typed, setTyped] = useState("");
  const frame = useRef("");
  useKeypress((key, rl) => {
    const { sequence } = key as typeof key & { sequence?: string };
    if (sequence === ESC) return done(BACK);
    if (key.name === "return" || key.name === "enter") return done(typed.trim() === "" ? blank.offer : typed.trim());
    setTyped(rl.line);
  });
  useWindow(desk, frame);
  const { paint, words } = desk.glass();
  const offer = paint.dim(`(${blank.offer})`);
  const lead = drawLines(
    [...(blank.lead ?? []), { text: words.keys.back.join(" "), as: "dim", indent: 2 }],
    desk.glass(),
  );
  frame.current = [...lead, `${paint.green("?")} ${paint.bold(blank.title)} ${offer} ${safe(typed)}`].join("\n");
  return frame.current;
});

/** Asks at a terminal that can be drawn on, by inquirer. Everything goes to stderr, so that results can go to a file. */
export function openPrompts(world: World, words: Talk): Asker {
  const left = new AbortController();
  const keys = new Keys(world.stdin, () => left.abort());
  const screen = new Screen(world);
  const glass = (): Glass => ({
    columns: screen.columns,
    rows: screen.rows,
    paint: world.colour.stderr ? ansi : plain,
    words,
  });
  const desk: Desk = { keys, world, glass };
  const ask = async <T>(prompt: (context: Parameters<typeof choosing>[1]) => Promise<T>): Promise<T> => {
    try {
      return await prompt({ input: keys, output: new Screen(world), clearPromptOnDone: true, signal: left.signal });
    } catch (error) {
      if (error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name)) throw new Cancelled();
      throw error;
    }
  };
  const tell: Asker["tell"] = (lines) => void world.stderr.write(`${drawLines(lines, glass()).join("\n")}\n`);
  return {
    async text(page) {
      const editor = editorOf(world);
      for (let start = page.start; ; ) {
        const written = await ask((context) => writing({ page: { ...page, start }, desk, editor }, context));
        if (!written.editor) return written.text === "" ? null : written.text;
        world.stdin.pause();
        const result = await writeIn(editor as string, written.text);
        if ("failed" in result) tell([{ text: words.editorFailed(result.failed), as: "red" }]);
        start = "text" in result ? result.text : written.text;
      }
    },
    async choose(menu) {
      const picked = await ask((context) => choosing({ menu, desk }, context));
      return picked === BACK ? BACK : (menu.choices[picked.at] as (typeof menu.choices)[number]).value;
    },
    line: (blank) => ask((context) => filling({ blank, desk }, context)),
    tell,
    close: () => keys.close(),
  };
}
