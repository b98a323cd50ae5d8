// What the comparisons share: timing several ways to do one thing in turn, and a table of them.
import { Bench } from "tinybench";

/**
 * Times ways to do the same to each of `inputs`, in turns so that a busy machine is fair to all; the first is what
 * the others are measured against. Gives microseconds an input: the least median of the turns.
 */
export async function compare(ways, inputs, { rounds = 3, time = 400 } = {}) {
  const best = new Map();
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time, warmupTime: 100, warmupIterations: 3, iterations: 5 });
    for (const [name, work] of Object.entries(ways)) {
      bench.add(name, async () => {
        for (const input of inputs) {
          const result = work(input);
          // Only what is a promise is waited for: waiting costs as much as a small decision.
          if (result instanceof Promise) await result;
        }
      });
    }
    await bench.run();
    for (const { name, result } of bench.tasks) {
      if (result.state === "errored") throw result.error;
      const micro = (result.latency.p50 * 1000) / inputs.length;
      best.set(name, Math.min(micro, best.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  return best;
}

/** Rows of texts as a Markdown table, numbers to the right. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  console.log([line(all[0]), rule, ...all.slice(1).map(line)].join("\n"));
}

/** How often `of` goes into `much`: "12 ×". */
export const times = (much, of) => {
  const ratio = much / of;
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en")} ×`;
};
