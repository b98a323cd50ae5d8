import { type Coverage, percent } from "../proof/coverage.js";
import { safe } from "./safe.js";
import type { Paint } from "./style.js";
import { pad } from "./wrap.js";

/** More parts than this are not listed for people; the JSON has all. */
const SHOWN = 12;

/** What cases cover, as a table; below it what they do not, with places. */
export function coverageText(coverage: readonly Coverage[], paint: Paint): string {
  const rows = coverage.map((one) => {
    const { kind, all, missing } = one;
    const share = `${percent(one).toFixed(1)} %`.padStart(8);
    return `  ${pad(`${kind}s`, 10)}${missing.length === 0 ? paint.green(share) : paint.yellow(share)}  ${all - missing.length} of ${all}`;
  });
  const lists = coverage.flatMap(({ kind, missing }) => [
    ...missing.slice(0, SHOWN).map((part) => {
      const { file, line } = part.place();
      return `  ${safe(`${file}:${line}`)}  ${kind} ${safe(part.id)}`;
    }),
    ...(missing.length > SHOWN ? [`  … and ${missing.length - SHOWN} more ${kind}s`] : []),
  ]);
  const below = lists.length > 0 ? ["", paint.bold("No case covers"), ...lists] : [];
  return `${[paint.bold("What the cases cover"), ...rows, ...below].join("\n")}\n`;
}

/** The same for programs, with everything that is missing. */
export function coverageData(coverage: readonly Coverage[]): unknown {
  return coverage.map((one) => ({
    kind: one.kind,
    percent: percent(one),
    covered: one.all - one.missing.length,
    all: one.all,
    missing: one.missing.map((part) => {
      const { file, line, column } = part.place();
      return { id: part.id, file, line, column };
    }),
  }));
}
