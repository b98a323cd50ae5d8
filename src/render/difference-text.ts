import {
  type CaseChange,
  type Change,
  changeLines,
  type DiffResult,
  examples,
  factsText,
  headline,
  saidText,
  summary,
} from "./difference.js";
import { screen } from "./page.js";
import { clean, hang, type Paint, wrap } from "./style.js";

/** Rows of a change that are shown on a screen; JSON has all. */
const MOST = 12;

/** A comparison for people at a terminal. */
export function differenceText(result: DiffResult, width: number, paint: Paint): string {
  const room = Math.max(40, Math.min(100, width));
  const shown = clean(result);
  const yaml = examples(shown);
  const blocks = [
    wrap(`${shown.old.name} → ${shown.new.name}: ${summary(shown)}`, room).map(paint.bold),
    ...shown.changes.map((change, i) => block(change, i + 1, room, paint)),
    shown.cases.length > 0
      ? [paint.bold("Cases with another answer"), ...shown.cases.flatMap((one) => hang("   ", caseLine(one), room))]
      : [],
    yaml === "" ? [] : [paint.bold("To hold the new playbook to it, as cases"), yaml],
  ];
  return screen(blocks);
}

function block(change: Change, number: number, room: number, paint: Paint): string[] {
  const rows = change.rows.slice(0, MOST).flatMap((row) => {
    const example = `as in ${factsText(row.facts)}: ${saidText(row.old)} → ${saidText(row.new)}`;
    return [
      ...hang("   where  ", row.where, room).map(paint.cyan),
      ...hang("          ", example, room).map(paint.dim),
    ];
  });
  const rest = change.rows.length - MOST;
  const more = rest > 0 || change.partial ? [`   … more rows: --format json`] : [];
  return [
    ...hang(`${number}. `, headline(change), room).map(paint.bold),
    ...changeLines(change).flatMap((line) => hang("   ", line, room).map(paint.yellow)),
    ...rows,
    ...more.map(paint.dim),
  ];
}

const caseLine = ({ id, file, line, fields }: CaseChange): string =>
  `${file}:${line} ${id}: ${fields.map((one) => `${one.field} ${one.old} → ${one.new}`).join("; ")}`;
