/** A command line of README: what seller-route gets, and what stands before it. */
export interface Line {
  readonly argv: readonly string[];
  /** What is piped in, by echo, printf or the name of a file. */
  readonly text?: string;
  readonly from?: string;
}

/**
 * Reads the little of a shell that README uses: `a && b`, `a | b`, `< file`, and quotes. Null where the line does not
 * run seller-route.
 */
export function commandLine(line: string): Line | null {
  const words = wordsOf(line);
  const at = words.findIndex((word) => word.text === "seller-route" && !word.quoted);
  if (at < 0) return null;
  const before = words.slice(0, at).map(({ text }) => text);
  const pipe = before.lastIndexOf("|");
  const [said, file] = pipe < 0 ? [] : before.slice(0, pipe).slice(-2);
  const own = words.slice(at + 1);
  const from = own.findIndex(({ text, quoted }) => text === "<" && !quoted);
  const argv = (from < 0 ? own : own.slice(0, from)).map(({ text }) => text);
  if (from >= 0) return { argv, from: own[from + 1]?.text ?? "" };
  if (pipe < 0) return { argv };
  return said === "cat" ? { argv, from: file ?? "" } : { argv, text: `${file}\n` };
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

function wordsOf(line: string): Word[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => ({
    text: double ?? single ?? plain ?? "",
    quoted: plain === undefined,
  }));
}
