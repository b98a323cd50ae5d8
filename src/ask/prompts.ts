import { createPrompt, useKeypress, useRef, useState } from "@inquirer/core";
import { Cancelled } from "../exit.js";
import { ansi, plain, safe } from "../render/style.js";
import type { World } from "../world.js";
import { type Asker, BACK, type Blank, type Menu, type Page } from "./asker.js";
import { writeIn } from "./editor.js";
import { drawLines, drawMenu, drawPage, type Glass } from "./frame.js";
import { END, ESC, HIDE, Keys, PASTE_OFF, SHOW } from "./keys.js";
import { firstSpot, type Pressed, press, type Spot, search } from "./menu.js";
import { editorOf } from "./opening.js";
import { type Desk, useJobs, usePaste, useWindow } from "./prompt-hooks.js";
import { Screen } from "./screen.js";
import type { Talk } from "./words.js";

/** How long to wait after an empty line for more of a paste. */
const PATIENCE = 80;

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
  useJobs(desk, frame);
  frame.current = drawMenu(menu, spot, desk.glass());
  return frame.current + HIDE;
});

type Written = { readonly text: string; readonly editor: boolean } | typeof BACK;

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
      const enter = key.name === "return" || key.name === "enter";
      const moved = key.name === "up" || key.name === "down";
      const line = sequence === END || sequence === ESC || enter || moved ? typed : rl.line;
      const put = (text: string) => {
        rl.clearLine(0);
        rl.write(text);
        setTyped(text);
      };
      if (sequence === END) return finish([...before, line]);
      if (sequence === ESC) return page.back === true ? done(BACK) : put(typed);
      if (key.ctrl && key.name === "e" && editor !== undefined) return finish([...before, line], true);
      if (enter) {
        setTyped("");
        if (line.trim() !== "") return setAbove([...before, line]);
        ending.current = setTimeout(() => finish(before), PATIENCE);
        return;
      }
      if (moved) return put(typed);
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
      // It goes in where the cursor is: at the end of what is typed.
      setAbove([...above, ...(typed + text.replace(/\n+$/, "")).split("\n")]);
      setTyped("");
    });
    useWindow(desk, frame);
    useJobs(desk, frame);
    desk.writing = [...above, typed].join("\n").trim();
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
  useJobs(desk, frame);
  const { paint, words } = desk.glass();
  const offer = blank.offer === "" ? "" : `${paint.dim(`(${safe(blank.offer)})`)} `;
  const keys = [...(blank.enter === undefined ? [] : [safe(blank.enter)]), words.keys.back.join(" ")].join(" · ");
  const lead = drawLines([...(blank.lead ?? []), { text: keys, as: "dim", indent: 2 }], desk.glass());
  frame.current = [...lead, `${paint.green("?")} ${paint.bold(safe(blank.title))} ${offer}${safe(typed)}`].join("\n");
  return frame.current;
});

/** Asks at a terminal that can be drawn on, by inquirer. Everything goes to stderr, so that results can go to a file. */
export function openPrompts(world: World, words: Talk): Asker {
  const left = new AbortController();
  const keys = new Keys(world.stdin, () => left.abort());
  const screen = new Screen(world);
  // Ended by a signal, no prompt puts the terminal right again.
  const unguard = world.guard?.(() => {
    world.stderr.write(PASTE_OFF + SHOW);
    keys.setRawMode(false);
  });
  const glass = (): Glass => ({
    columns: screen.columns,
    rows: screen.rows,
    paint: world.colour.stderr ? ansi : plain,
    words,
  });
  const desk: Desk = { keys, world, glass, writing: "" };
  const ask = async <T>(prompt: (context: Parameters<typeof choosing>[1]) => Promise<T>): Promise<T> => {
    desk.writing = "";
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
        // Prompts throw away what is typed before they stand; this question may have stood there before its prompt.
        keys.hold();
        setImmediate(() => setImmediate(() => keys.release()));
        const written = await ask((context) => writing({ page: { ...page, start }, desk, editor }, context));
        if (written === BACK) return BACK;
        desk.writing = "";
        if (!written.editor) return written.text === "" ? null : written.text;
        world.stdin.pause();
        const result = await writeIn(editor as string, written.text, world.guard);
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
    unfinished: () => desk.writing,
    close() {
      unguard?.();
      keys.close();
    },
  };
}
