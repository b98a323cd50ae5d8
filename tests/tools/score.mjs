// How well texts are read: npm run score [-- --misses] [-- FILE.jsonl …]
// Scores the playbook's own cases; texts that are never fitted: of two problems, that only look so, and others; and, where
// it is there, ../shared/cases/dev.jsonl; or the files that are named. A label's `also` is what must be named beside the first problem.
// Prints accuracy by team, language and kind of text, a confusion table and the calibration, with --misses what was
// read wrong and on what evidence; ends with 1 where a figure has fallen below tests/tools/floors.json.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { advise, loadPlaybook, read } = await import(join(root, "dist", "index.js"));
const playbook = await loadPlaybook(join(root, "data"));
const floors = JSON.parse(readFileSync(join(root, "tests", "tools", "floors.json"), "utf8"));
const args = process.argv.slice(2);
const dev = join(root, "..", "shared", "cases", "dev.jsonl");

const teamOf = (issue) => advise(playbook, read("", playbook), { issue }).team;
const own = readdirSync(join(root, "data", "cases"))
  .flatMap((name) => parse(readFileSync(join(root, "data", "cases", name), "utf8")).cases)
  .filter((one) => one.text)
  .map(({ id, text, lang = "en", expect }) => ({
    id,
    text,
    lang,
    team: expect.status === "out-of-scope" ? "none" : expect.team,
    also_ok: expect.also_ok ?? [],
    status: expect.status,
    ...(expect.also && { also: [{ team: teamOf(expect.also) }] }),
  }));
const jsonl = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const corpus = join(root, "tests", "corpus");
const unfitted = [
  "two/two-problems",
  "two/one-problem",
  ...readdirSync(join(corpus, "unseen")).map((file) => `unseen/${file.replace(".jsonl", "")}`),
];

const named = args.filter((word) => !word.startsWith("--"));
const sets =
  named.length > 0
    ? named.map((file) => [file, jsonl(file)])
    : [
        ["data/cases", own],
        ...unfitted.map((name) => [name.replace("two/", ""), jsonl(join(corpus, `${name}.jsonl`))]),
        ...(existsSync(dev) ? [["shared/cases/dev.jsonl", jsonl(dev)]] : []),
      ];

const share = (rows, test) =>
  rows.length === 0 ? Number.NaN : Math.round((1000 * rows.filter(test).length) / rows.length) / 10;
let fallen = false;
for (const [name, cases] of sets) {
  const rows = cases.map(judge);
  const figures = {
    cases: rows.length,
    accepted: share(rows, (row) => row.accepted),
    strict: share(rows, (row) => row.strict),
    top2: share(rows, (row) => row.top2),
    confidentWrong: share(rows, (row) => row.advised && !row.accepted),
    early: rows.filter((row) => row.early).length,
    calibrationError: calibration(rows),
    // Of the texts that tell of another problem, how many have it named; of the others, how many have none named.
    second: share(
      rows.filter((row) => row.also?.length > 0),
      (row) => row.advice.also.some(({ team }) => row.also.some((other) => other.team === team)),
    ),
    single: share(
      rows.filter((row) => !row.also?.length),
      (row) => row.advice.also.length === 0,
    ),
  };
  console.log(`\n== ${name}`);
  table("team", rows, (row) => row.team);
  table("language", rows, (row) => row.lang);
  if (rows.some((row) => row.pasted_notice !== undefined))
    table("kind of text", rows, (row) => (row.pasted_notice ? "pasted notice" : "own words"));
  confusion(rows);
  if (args.includes("--misses")) for (const row of rows.filter((one) => !one.accepted)) miss(row);
  console.log(`\n${JSON.stringify(figures)}`);
  for (const [figure, floor] of Object.entries(floors[name] ?? {})) {
    const worse = ["confidentWrong", "early", "calibrationError"].includes(figure)
      ? figures[figure] > floor
      : figures[figure] < floor;
    if (worse) console.log(`FALLEN ${name}: ${figure} is ${figures[figure]}, the floor is ${floor}`);
    fallen ||= worse;
  }
}
process.exitCode = fallen ? 1 : 0;

function judge(one) {
  const reading = read(one.text, playbook);
  const advice = advise(playbook, reading, {});
  const right = [one.team, ...(one.also_ok ?? [])];
  const advised = advice.status === "advised";
  const none = one.team === "none";
  const vague = one.status === "unsure";
  const accepted = none || vague ? !advised : advised && right.includes(advice.team);
  return {
    ...one,
    advice,
    reading,
    advised,
    accepted,
    strict: none
      ? advice.status === "out-of-scope"
      : vague
        ? advice.status === "unsure"
        : advised && advice.team === one.team,
    top2: none || vague ? accepted : [advice.team, advice.alternatives[0]?.team].includes(one.team),
    early: advised && playbook.teams.find((team) => team.id === advice.team)?.executive === true && !accepted,
  };
}

function table(title, rows, key) {
  console.log(`\n${title.padEnd(28)}   n  accepted  strict   top2  confident and wrong`);
  for (const value of [...new Set(rows.map(key))].sort()) {
    const some = rows.filter((row) => key(row) === value);
    const cells = [
      (row) => row.accepted,
      (row) => row.strict,
      (row) => row.top2,
      (row) => row.advised && !row.accepted,
    ].map((test) => share(some, test).toFixed(1).padStart(6));
    console.log(
      `${String(value).padEnd(28)} ${String(some.length).padStart(3)}    ${cells[0]}  ${cells[1]} ${cells[2]}               ${cells[3]}`,
    );
  }
}

/** Only what is not accepted counts as confused. */
function confusion(rows) {
  const wrong = rows.filter((row) => !row.accepted);
  const pairs = new Map();
  for (const row of wrong) {
    const said = row.advised ? row.advice.team : row.advice.status;
    const pair = `${row.team.padEnd(27)} → ${said}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  console.log("\nconfused (label → said)");
  for (const [pair, count] of [...pairs].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(3)}  ${pair}`);
}

/** Expected calibration error over ten bins, of the best team's probability against whether it was right. */
function calibration(rows) {
  const told = rows.filter((row) => row.team !== "none" && row.advice.team !== null);
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const some = told.filter(({ advice }) => Math.min(9, Math.floor(advice.confidence * 10)) === bin);
    if (some.length === 0) continue;
    const sure = some.reduce((sum, { advice }) => sum + advice.confidence, 0) / some.length;
    const right =
      some.filter(({ team, also_ok = [], advice }) => [team, ...also_ok].includes(advice.team)).length / some.length;
    error += (some.length / told.length) * Math.abs(sure - right);
  }
  return Math.round(error * 1000) / 1000;
}

function miss({ id, lang, team, also_ok = [], advice, reading, text }) {
  const said = advice.status === "advised" ? advice.team : `${advice.status} (${advice.team})`;
  console.log(
    `\n${id} [${lang}] ${[team, ...also_ok].join(" or ")}: ${said} ${advice.confidence.toFixed(2)}, ${advice.issue}, ${advice.route}`,
  );
  console.log(`  ${text.replace(/\s+/g, " ").slice(0, 240)}`);
  console.log(
    `  ${reading.evidence
      .filter((one) => Math.abs(one.weight) > 1)
      .map((one) => `${one.fact}=${one.value} “${one.text}”`)
      .join(", ")
      .slice(0, 500)}`,
  );
}
