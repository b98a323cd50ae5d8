// Fuzzes the built program: reading, playbooks, lines of batch, saved answers, e-mail and HTML, letters.
// npm run fuzz -- --minutes 60 --seed 7 --only reading,playbook
// A crash is an exception other than a Refusal, an input that takes too long, a place outside the text, a control
// character in what is printed, or the exit code of a bug. It is printed with the input; the run then ends with 1.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { advise, loadPlaybook as openPlaybook, read } from "../../dist/index.js";
import { loadPlaybook } from "../../dist/loading.js";
import { program } from "../tools/program.mjs";
import { book, folder, letter, ndjson, piped, saved, text } from "./inputs.mjs";
import { used, watchdog } from "./watchdog.mjs";
import { fakeWorld } from "./world.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    only: { type: "string", default: "" },
  },
});
const seed = Number(values.seed);
const until = Date.now() + Number(values.minutes) * 60_000;

/** Processor time that one input may take, in milliseconds. */
const LONGEST = 10_000;
/** Inputs of a target before the next one has its turn; reading is quick. */
const ROUND = { reading: 500, batch: 200, piped: 200, resume: 200 };

const CONTROL =
  /(?!\n)[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;

const data = new URL("../../data", import.meta.url).pathname;
const schemas = `${data}/schema`;
const playbook = await openPlaybook();

const must = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** Evidence and entities stand in the text, where they say. */
function sound(reading, given) {
  for (const { text: found, start, end } of reading.evidence) {
    must(start >= 0 && start < end && end <= given.length, `evidence at ${start}-${end} of ${given.length}`);
    must(given.slice(start, end) === found, `evidence says ${JSON.stringify(found)} at ${start}-${end}`);
  }
  for (const { start, end, kind } of reading.entities)
    must(start >= 0 && start < end && end <= given.length, `${kind} at ${start}-${end} of ${given.length}`);
}

/** Runs a command line; all that it says is fit for a terminal. */
async function run(argv, outside, exits) {
  const { world, said } = fakeWorld(outside);
  const code = await program.main(argv, world);
  const all = `${said.out}${said.err}`;
  const found = CONTROL.exec(all);
  must(
    !found,
    `a control character in ${JSON.stringify(all.slice(Math.max(0, found?.index - 60), found?.index + 20))}`,
  );
  must(exits.includes(code), `it ended with ${code}: ${said.err.slice(0, 2000)}`);
  return said;
}

const TARGETS = {
  reading: {
    inputs: text,
    run(given) {
      const reading = read(given, playbook);
      sound(reading, given);
      const { confidence } = advise(playbook, reading, {});
      must(confidence >= 0 && confidence <= 1 + 1e-9, `confidence is ${confidence}`);
    },
  },
  playbook: {
    inputs: folder,
    async run(files) {
      const { world } = fakeWorld({
        files: Object.fromEntries(Object.entries(files).map(([name, one]) => [`book/${name}`, one])),
      });
      const { findings, playbook: own } = await loadPlaybook("book", world.files, schemas);
      for (const { file, line, column, message } of findings) {
        // A line ends where YAML's line counter says so; a carriage return alone is a character like others.
        const rows = (files[file.replace(/^book\//, "")] ?? "").split(/\r?\n/);
        must(line >= 1 && line <= Math.max(1, rows.length), `line ${line} of ${rows.length} in ${file}: ${message}`);
        must(
          column >= 1 && column <= (rows[line - 1] ?? "").length + 2,
          `column ${column} of line ${line} in ${file}: ${message}`,
        );
      }
      if (!own)
        return must(
          findings.some(({ severity }) => severity === "error"),
          "refused without an error",
        );
      sound(
        read("my account was deactivated, trademark complaint", own),
        "my account was deactivated, trademark complaint",
      );
      advise(own, read("trademark", own), {});
    },
  },
  check: {
    inputs: fc.tuple(folder, fc.constantFrom("pretty", "json", "github", "sarif", "junit")),
    run: ([files, format]) =>
      run(
        ["check", "book", "--format", format],
        { files: Object.fromEntries(Object.entries(files).map(([name, one]) => [`book/${name}`, one])) },
        [0, 1, 2, 4],
      ),
  },
  batch: {
    inputs: fc.tuple(
      ndjson,
      fc.constantFrom(["batch"], ["batch", "--full"], ["batch", "--redact"], ["batch", "--max-bytes", "90"]),
    ),
    async run([lines, argv]) {
      const stdin = lines.join("\n");
      const { out } = await run(argv, { stdin }, [0, 1]);
      const answers = out.split("\n").filter(Boolean);
      for (const answer of answers) JSON.parse(answer);
      const bytes = Buffer.from(stdin);
      // Of UTF-16 and marks the lines are others; and a lone NUL is no white space.
      if (bytes.includes(0) || stdin.startsWith("\ufeff")) return;
      const wanted = bytes
        .toString()
        .split("\n")
        .filter((line) => line.trim() !== "").length;
      must(answers.length === wanted, `${answers.length} answers to ${wanted} lines`);
    },
  },
  resume: {
    inputs: fc.tuple(saved, fc.constantFrom(["--json"], [], ["--format", "markdown"], ["--explain"])),
    run: ([file, argv]) => run(["--resume", "saved.yaml", ...argv], { files: { "saved.yaml": file } }, [0, 2, 3]),
  },
  piped: {
    inputs: fc.tuple(piped, fc.constantFrom(["--json"], ["--explain"], ["--redact", "--format", "markdown"])),
    run: ([stdin, argv]) => run(argv, { stdin }, [0, 2, 3]),
  },
  letter: {
    inputs: fc.tuple(letter, fc.constantFrom(["--json"], [])),
    run: ([stdin, argv]) => run(["review", "-", "--issue", "account-deactivated", ...argv], { stdin }, [0, 1, 2, 3]),
  },
};

// Letters are reviewed where there is such a command.
const { world, said } = fakeWorld({});
await program.main(["--help"], world);
if (!/^\s+review\b/m.test(said.out)) delete TARGETS.letter;
const chosen = values.only === "" ? Object.keys(TARGETS) : values.only.split(",");
for (const name of chosen)
  if (!TARGETS[name]) throw new Error(`There is no target ${name}: ${Object.keys(TARGETS).join(", ")}`);
must(Object.keys(book).length > 5, "the small playbook is not there");

const names = Object.keys(TARGETS);
const dog = watchdog(names);
const counts = Object.fromEntries(chosen.map((name) => [name, 0]));
const slowest = Object.fromEntries(chosen.map((name) => [name, 0]));
const crashes = [];
console.log(`Fuzzing ${chosen.join(", ")} for ${values.minutes} minutes; seed ${seed}`);
for (let round = 0; Date.now() < until; round++) {
  for (const name of chosen) {
    if (Date.now() >= until || crashes.some((crash) => crash.name === name)) continue;
    const target = TARGETS[name];
    const once = async (input) => {
      dog.begin(names.indexOf(name), counts[name]++);
      const start = used();
      await target.run(input);
      const took = used() - start;
      slowest[name] = Math.max(slowest[name], took);
      must(took < LONGEST, `it took ${Math.round(took)} ms`);
    };
    const result = await fc.check(fc.asyncProperty(target.inputs, once), {
      seed: seed + round,
      numRuns: ROUND[name] ?? 50,
      interruptAfterTimeLimit: Math.max(1, until - Date.now()),
    });
    if (!result.failed || result.counterexample === null) continue;
    crashes.push({ name, seed: seed + round, input: result.counterexample[0], error: result.errorInstance });
    console.log(`\nCrash in ${name}, seed ${seed + round}:\n${result.errorInstance?.stack ?? result.errorInstance}`);
    console.log(
      `Input: ${JSON.stringify(result.counterexample[0], (_, value) => (value?.type === "Buffer" ? Buffer.from(value.data).toString("base64") : value)).slice(0, 4000)}`,
    );
  }
  if (crashes.length === chosen.length) break;
}
for (const name of chosen)
  console.log(
    `${name.padEnd(9)} ${String(counts[name]).padStart(9)} inputs, the slowest ${Math.round(slowest[name])} ms`,
  );
console.log(`${Object.values(counts).reduce((a, b) => a + b, 0)} inputs, ${crashes.length} crashes`);
if (Object.values(counts).every((count) => count === 0)) throw new Error("Nothing was tried");
process.exitCode = crashes.length > 0 ? 1 : 0;
