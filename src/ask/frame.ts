import { displayWidth, hang, type Paint, safe, wrap } from "../render/style.js";
import type { Line, Menu, Page } from "./asker.js";
import { type Spot, shown } from "./menu.js";
import type { Talk } from "./words.js";

/** What a frame is drawn on. */
export interface Glass {
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  readonly words: Talk;
}

const MOST_COLUMNS = 100;
const LEAST_LIST = 4;
const MOST_LIST = 18;

/** Columns that may be used; the last one stays free, since some terminals wrap there and some do not. */
const width = ({ columns }: Glass): number => Math.max(20, Math.min(MOST_COLUMNS, columns - 1));

/** Lines of text as lines of the screen. */
export function drawLines(lines: readonly Line[], glass: Pick<Glass, "columns" | "paint">): string[] {
  const room = width(glass as Glass);
  return lines.flatMap(({ text, as, indent = 0 }) => {
    const paint = as === undefined ? (line: string) => line : glass.paint[as];
    const lines = text.startsWith("- ")
      ? hang("- ", safe(text.slice(2)), room, indent)
      : wrap(safe(text), room, indent);
    return lines.map((line) => (line === "" ? line : paint(line)));
  });
}

/** A menu as it stands on the screen: never taller or wider than it. */
export function drawMenu<V>(menu: Menu<V>, spot: Spot, glass: Glass): string {
  const { paint, words } = glass;
  const room = width(glass);
  const title = hang("? ", safe(menu.title), room).map((line, i) =>
    i === 0 ? paint.green("?") + paint.bold(line.slice(1)) : paint.bold(line),
  );
  const lead = drawLines(menu.lead ?? [], glass);
  const found = menu.search === true ? [`  ${paint.dim(words.search)}${safe(spot.filter)}${paint.dim("_")}`, ""] : [];
  const keys = wrap(hints(menu, spot, words), room, 2).map(paint.dim);
  const help = spot.help ? ["", ...drawLines(menu.why ?? [], glass)] : [];
  const rows = list(menu, spot, glass, room);

  const fixed = title.length + lead.length + found.length + keys.length + 2;
  const free = Math.max(LEAST_LIST, glass.rows - 1 - fixed - help.length);
  const body = window(rows, Math.min(free, MOST_LIST), glass);
  const spare = glass.rows - 1 - fixed - help.length - body.length;
  const trail = trailThatFits(drawLines(menu.trail ?? [], glass), spare, words, paint);
  return [
    ...trail,
    ...title,
    ...lead,
    ...found,
    ...body,
    ...help.slice(0, Math.max(0, glass.rows - 1 - fixed - body.length)),
    "",
    ...keys,
  ].join("\n");
}

/** A line of a list: whether anything begins in it, whether that is a choice, and the one with the cursor. */
interface Row {
  readonly line: string;
  readonly begins: boolean;
  readonly choice: boolean;
  readonly here: boolean;
}

function list<V>(menu: Menu<V>, spot: Spot, { paint, words }: Glass, room: number): Row[] {
  const choices = shown(menu, spot.filter);
  const rows: Row[] = [];
  const put = (lines: readonly string[], choice = false, here = false) =>
    rows.push(...lines.map((line, i) => ({ line, begins: i === 0, choice: choice && i === 0, here: here && i === 0 })));
  if (spot.filter !== "" && choices.every((choice) => choice.always === true)) {
    put(wrap(words.nothingFound, room, 2).map(paint.yellow));
  }
  let group: string | undefined;
  choices.forEach((choice, i) => {
    if (choice.group !== undefined && choice.group !== group) put(wrap(safe(choice.group), room, 2).map(paint.bold));
    group = choice.group;
    const here = i === spot.at;
    const indent = group === undefined ? " " : "   ";
    const item = hang((here ? ">" : " ") + indent, safe(choice.label), room);
    put(here ? item.map(paint.cyan) : item, true, here);
  });
  return rows;
}

/**
 * The lines around the cursor, and how many choices there are above and below: as much as there is room for. No choice
 * is cut in two, unless the one with the cursor alone is longer.
 */
function window(rows: readonly Row[], room: number, { paint, words }: Glass): string[] {
  const lines = rows.map(({ line }) => line);
  if (rows.length <= room) return lines;
  const cursor = rows.findIndex(({ here }) => here);
  const after = rows.findIndex(({ begins }, i) => begins && i > cursor);
  const behind = after < 0 ? rows.length : after;
  const middle = Math.max(cursor - Math.floor((room - 2) / 2), behind - (room - 2));
  const atTop = middle <= 1;
  const from = atTop ? 0 : Math.min(middle, rows.length - (room - 1));
  const start = rows.findIndex(({ begins, here }, i) => here || (begins && i >= from));
  const atEnd = start + room - (atTop ? 0 : 1) >= rows.length;
  const until = start + room - (atTop ? 1 : 2);
  const whole = rows.slice(0, until + 1).findLastIndex(({ begins }) => begins);
  const end = atEnd ? rows.length : whole < behind ? until : whole;
  const count = (some: readonly Row[]) => some.filter(({ choice }) => choice).length;
  const drawn = [
    ...(atTop ? [] : [paint.dim(`  ${words.moreAbove(count(rows.slice(0, start)))}`)]),
    ...lines.slice(start, end),
    ...(atEnd ? [] : [paint.dim(`  ${words.moreBelow(count(rows.slice(end)))}`)]),
  ];
  // What stands below keeps its place while the cursor moves.
  return [...drawn, ...Array<string>(room - drawn.length).fill("")];
}

/** The end of what was answered so far, and an empty line; nothing where there is no room for both. */
function trailThatFits(lines: readonly string[], room: number, words: Talk, paint: Paint): string[] {
  if (lines.length === 0 || room < 3) return [];
  if (lines.length < room) return [...lines, ""];
  const kept = lines.slice(-(room - 2));
  return [paint.dim(words.linesAbove(lines.length - kept.length)), ...kept, ""];
}

function hints<V>(menu: Menu<V>, spot: Spot, { keys }: Talk): string {
  const names = ["move", "choose"] as (keyof Talk["keys"])[];
  if (menu.search === true && spot.filter === "") names.unshift("search");
  if (menu.back) names.push("back");
  if (menu.why !== undefined) names.push(spot.help ? "close" : "why");
  names.push("leave");
  return names.map((name) => keys[name].join(" ")).join(" · ");
}

/** Lines of the seller's text that are shown above the one that is being typed. */
const MOST_TEXT = 8;

/** A text that is being written. The last line is the one with the cursor: its prompt, then what is typed. */
export function drawPage(
  page: Page,
  above: readonly string[],
  typed: string,
  editor: string | undefined,
  glass: Glass,
): string {
  const { paint, words } = glass;
  const room = width(glass);
  const keys = [...(page.back === true ? [words.keys.back] : []), words.keys.leave].map((key) => key.join(" "));
  const begin = [safe(page.enter), ...(editor === undefined ? [] : [words.keyEditor(safe(editor))]), ...keys];
  const head = [
    `${paint.green("?")} ${paint.bold(safe(page.title))}`,
    ...drawLines(page.lead, glass),
    ...wrap((above.length === 0 ? begin : [words.keys.finish.join(" "), ...keys]).join(" · "), room, 2).map(paint.dim),
    "",
  ];
  const rowsTyped = 1 + Math.floor((displayWidth(typed) + 2) / Math.max(1, glass.columns));
  const free = Math.max(1, Math.min(MOST_TEXT, glass.rows - 2 - head.length - rowsTyped));
  const lines = above.slice(-free).flatMap((line) => wrap(safe(line), room, 2));
  const kept = lines.slice(-free);
  const hidden = above.length > free ? above.length - free : lines.length - kept.length;
  return [
    ...head,
    ...(hidden > 0 ? [`  ${paint.dim(words.linesAbove(hidden))}`] : []),
    ...kept,
    `> ${safe(typed)}`,
  ].join("\n");
}
