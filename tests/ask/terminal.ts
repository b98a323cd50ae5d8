import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IPty, spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { afterAll } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const BIN = process.env.SELLER_ROUTE_BIN ?? join(ROOT, "bin", "seller-route.js");

/** Keys as a terminal sends them. */
export const KEY = {
  enter: "\r",
  down: "\x1b[B",
  up: "\x1b[A",
  left: "\x1b[D",
  escape: "\x1b",
  backspace: "\x7f",
  ctrlC: "\x03",
  ctrlD: "\x04",
  ctrlE: "\x05",
  ctrlZ: "\x1a",
} as const;

export interface Size {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Starts an interactive shell instead, with job control; the arguments are its first line. */
  readonly shell?: boolean;
}

/** A real pseudo-terminal with seller-route in it, and an emulator that knows what stands on its screen. */
export class Terminal {
  /** All that was written, sequences and all. */
  raw = "";
  private readonly pty: IPty;
  private readonly emulator: InstanceType<typeof xterm.Terminal>;
  private readonly ended: Promise<number>;
  private busy = 0;

  constructor(
    args: readonly string[] = [],
    { columns = 80, rows = 24, env = {}, cwd = ROOT, shell = false }: Size = {},
  ) {
    this.emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    const { NO_COLOR: _, FORCE_COLOR: __, VISUAL: ___, EDITOR: ____, ...inherited } = process.env;
    const [command, ...rest] = shell ? ["bash", "--norc", "-i"] : [process.execPath, BIN, ...args];
    this.pty = spawn(command as string, rest, {
      name: "xterm-256color",
      cols: columns,
      rows,
      cwd,
      env: { ...inherited, TERM: "xterm-256color", ...env } as Record<string, string>,
    });
    if (shell) this.pty.write(`PS1='shell> '; '${process.execPath}' '${BIN}' ${args.join(" ")}\r`);
    this.pty.onData((data) => {
      this.raw += data;
      this.busy++;
      this.emulator.write(data, () => void this.busy--);
    });
    this.ended = new Promise((resolve) => this.pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** What stands on the screen, without the empty lines at its end. */
  screen(): string {
    return this.lines(this.emulator.buffer.active.baseY);
  }

  /** The same with everything that has scrolled out of it. */
  everything(): string {
    return this.lines(0);
  }

  /** Waits until the screen has this. Tests fail with the screen that they saw. */
  async sees(what: string | { test(screen: string): boolean }, patience = 8000): Promise<this> {
    const until = Date.now() + patience;
    const there = () => (typeof what === "string" ? this.screen().includes(what) : what.test(this.screen()));
    while (this.busy > 0 || !there()) {
      if (Date.now() > until) throw new Error(`Never saw ${what} on\n${this.screen()}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return this;
  }

  /** Presses keys, one after the other. */
  async press(...keys: readonly string[]): Promise<this> {
    for (const key of keys) {
      this.pty.write(key);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return this;
  }

  paste(text: string): void {
    this.pty.write(`\x1b[200~${text}\x1b[201~`);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  kill(): void {
    this.pty.kill();
  }

  /** The exit code, once the program has ended and all that it wrote has come. */
  async exit(): Promise<number> {
    const code = await this.ended;
    while (this.busy > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return code;
  }

  private lines(from: number): string {
    const { active } = this.emulator.buffer;
    const lines = Array.from(
      { length: active.length - from },
      (_, i) => active.getLine(from + i)?.translateToString(true) ?? "",
    );
    return lines.join("\n").trimEnd();
  }
}

/** Opens terminals, and closes them when the tests of the file are over. */
export function opener(): (args?: readonly string[], size?: Size) => Terminal {
  const open: Terminal[] = [];
  afterAll(() => {
    for (const one of open) one.kill();
  });
  return (args, size) => {
    const terminal = new Terminal(args, size);
    open.push(terminal);
    return terminal;
  };
}
