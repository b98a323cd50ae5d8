import type { Explained } from "../core/explain.js";
import type { Reading } from "../core/reading.js";
import { percent } from "./degree.js";
import { clean, hang, safe, wrap } from "./style.js";
import type { View } from "./view.js";

const OPEN = "\u0001";
const CLOSE = "\u0002";

/** Signals that are shown for a candidate. */
const MOST = 5;

/**
 * Why a text was read as it was: the text with the words that decided marked (underlined, or in [brackets] without
 * colour), and each fact's candidates with their probability and the signals behind them.
 */
export function explainText(
  text: string | null,
  reading: Reading,
  explained: readonly Explained[],
  view: View,
  coloured: boolean,
): string {
  const { words, paint, label } = view;
  const width = Math.max(40, Math.min(100, view.width));
  const winners = new Set(explained.flatMap(({ candidates }) => candidates[0]?.signals ?? []));
  const marked =
    text === null
      ? []
      : [
          paint.bold(words.explain.text),
          ...markedLines(text, reading, winners, view, coloured, width),
          ...(reading.half ? wrap(words.explain.half, width, 2) : []),
          "",
        ];
  const facts = clean(explained).flatMap(({ fact, candidates }) => [
    paint.bold(safe(label(fact))),
    ...candidates.flatMap(({ value, probability, signals }) => [
      ...hang("", `${percent(probability).padStart(4)}  ${label(fact, value)}`, width, 2),
      ...signals
        .slice(0, MOST)
        .flatMap(({ text: found, weight, phrase }) =>
          hang(
            "",
            `${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)}  ${words.quote(found)}  ${paint.dim(`(${phrase})`)}`,
            width,
            8,
          ),
        ),
      ...(signals.length > MOST ? wrap(words.explain.more(signals.length - MOST), width, 8).map(paint.dim) : []),
    ]),
    "",
  ]);
  return `${[...marked, ...facts].join("\n")}\n`;
}

function markedLines(
  text: string,
  reading: Reading,
  winners: ReadonlySet<object>,
  view: View,
  coloured: boolean,
  width: number,
): string[] {
  const spans = reading.evidence
    .filter((one) => winners.has(one) && one.weight > 0)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // Marks go in as characters that no input can hold, so that wrapping sees the text alone.
  const [open, close] = coloured ? [OPEN, CLOSE] : ["[", "]"];
  let out = "";
  let after = 0;
  for (const { start, end } of spans) {
    if (end <= after) continue;
    const from = Math.max(start, after);
    out += safe(text.slice(after, from)) + open + safe(text.slice(from, end)) + close;
    after = end;
  }
  out += safe(text.slice(after));
  if (!coloured) return out.split("\n").flatMap((line) => wrap(line, width, 2));
  let on = false;
  const underline = (run: string): string => (on && run !== "" ? view.paint.underline(run) : run);
  return out
    .split("\n")
    .flatMap((line) => wrap(line, width, 2))
    .map((line) => {
      let shown = "";
      let run = "";
      for (const char of line) {
        if (char !== OPEN && char !== CLOSE) {
          run += char;
          continue;
        }
        shown += underline(run);
        run = "";
        on = char === OPEN;
      }
      return shown + underline(run);
    });
}
