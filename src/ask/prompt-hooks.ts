import { useEffect, useRef, useState } from "@inquirer/core";
import { displayWidth } from "../render/style.js";
import type { World } from "../world.js";
import type { Glass } from "./frame.js";
import { type Keys, PASTE_OFF, PASTE_ON, SHOW } from "./keys.js";

/** What the prompts share. */
export interface Desk {
  readonly keys: Keys;
  readonly world: World;
  /** The text that is being written. */
  writing: string;
  glass(): Glass;
}

/** Draws the frame again when the window changes its size, over what the terminal made of the old one. */
export function useWindow({ world, glass }: Desk, frame: { current: string }): void {
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

/** Leaves the terminal to the shell on Ctrl-Z, and takes it again, below what the shell wrote, when it goes on. */
export function useJobs({ keys, world }: Desk, frame: { current: string }): void {
  const [, redraw] = useState(0);
  useEffect((rl) => {
    const { jobs } = world;
    if (jobs === undefined) return;
    const stop = () => {
      keys.setRawMode(false);
      world.stderr.write(PASTE_OFF + SHOW);
      jobs.stop();
    };
    const deaf = jobs.continued((stopped) => {
      // Node sets nothing that it believes to be set, and others may have set it otherwise.
      keys.setRawMode(false).setRawMode(true);
      if (stopped) world.stderr.write(`\r\x1b[J${"\n".repeat(frame.current.split("\n").length - 1)}`);
      redraw((count) => count + 1);
    });
    rl.on("SIGTSTP", stop);
    return () => {
      rl.removeListener("SIGTSTP", stop);
      deaf();
    };
  }, []);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are terminal sequences
const ANSI = /\x1b\[[0-9;?]*[a-zA-Z]/g;

/** Hears pastes while the prompt is open. */
export function usePaste({ keys, world }: Desk, hear: (text: string) => void): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    keys.onPaste = (text) => latest.current(text);
    const bracket = () => void world.stderr.write(PASTE_ON);
    bracket();
    const deaf = world.jobs?.continued(bracket);
    return () => {
      deaf?.();
      keys.onPaste = () => {};
      world.stderr.write(PASTE_OFF);
    };
  }, []);
}
