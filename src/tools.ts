import { Argument, type Command } from "commander";
import type { Shell } from "./commands/completion.js";
import { common, formatOf, type Line, pick, shared } from "./options.js";
import type { Completed, Completion } from "./render/completion.js";
import { GRAPHS } from "./render/formats.js";
import { addReview } from "./reviewing.js";
import { globalOptions, listed, SPOKEN } from "./usage.js";

/** `review`, and the commands for those who keep a playbook, besides `check`. */
export function addTools(program: Command, line: Line): void {
  addReview(program, line);
  addDiff(program, line);
  addGraph(program, line);
  addInit(program, line);
  addCompletion(program, line);
}

function addDiff(program: Command, { world, end }: Line): void {
  program
    .command("diff")
    .description("what two playbooks decide differently")
    .argument("<old>", "a playbook's folder, a git revision and a folder in it (HEAD~1:data), or shipped")
    .argument("[new]", "the same (the old revision's folder as it is now, or the shipped playbook)")
    .option("--fail-on-change", "exit code 1 where anything differs")
    .addHelpText("after", EXAMPLES.diff)
    .action(async (old: string, fresh: string | undefined, _, command: Command) => {
      const { failOnChange } = command.opts();
      const { diff } = await import("./commands/diff.js");
      const sides = { old, ...(fresh !== undefined && { new: fresh }), failOnChange: failOnChange === true };
      end(await diff({ ...common(command), ...sides }, world));
    });
}

function addGraph(program: Command, { world, end }: Line): void {
  program
    .command("graph")
    .description("the decision map: what is asked, and where the answers lead")
    .option("--format <format>", `how to draw it: ${listed(GRAPHS)} (default: text)`)
    .option(
      "--from <name=value>",
      "one branch: what is known already; may be repeated",
      (one, all: string[]) => [...all, one],
      [],
    )
    .option("--whole", "all of it, however large")
    .addHelpText("after", EXAMPLES.graph)
    .action(async (own: { from: string[]; whole?: boolean }, command: Command) => {
      const all = command.optsWithGlobals();
      const { graph } = await import("./commands/graph.js");
      const format = formatOf(all, GRAPHS) ?? "text";
      end(await graph({ ...shared(all), format, from: own.from, whole: own.whole === true }, world));
    });
}

function addInit(program: Command, { world, end }: Line): void {
  program
    .command("init")
    .description("write a small playbook of your own to begin with")
    .argument("<dir>", "a folder that is empty or not there yet")
    .option("--extends <playbook>", "lay it over another one: a folder as seen from the new one, or shipped")
    .addHelpText("after", EXAMPLES.init)
    .action(async (dir: string, options: { extends?: string }) => {
      const { init } = await import("./commands/init.js");
      end(await init({ dir, ...(options.extends !== undefined && { extends: options.extends }) }, world));
    });
}

function addCompletion(program: Command, { world, end }: Line): void {
  program
    .command("completion")
    .description("a script that lets a shell complete commands, issues and teams")
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .addHelpText("after", EXAMPLES.completion)
    .action(async (shell: Shell, _, command: Command) => {
      const { completion } = await import("./commands/completion.js");
      const data = pick(command.optsWithGlobals(), ["data"]);
      end(await completion(shell, completedOf(program), { spoken: SPOKEN, ...data }, world));
    });
}

/** The program and its commands, as they are declared. */
function completedOf(program: Command): Completed[] {
  const commands = program.commands.filter((command) => command.name() !== "help");
  return [program, ...commands].map((command) => ({
    name: command.name(),
    about: command.description().split("\n", 1)[0] as string,
    options: [...command.options, ...globalOptions(command)]
      .filter((option) => option.long)
      .map((option) => ({
        flag: option.long as string,
        about: option.description,
        value: option.required || option.optional ? follows(option.flags, option.argChoices, option.description) : null,
      })),
    argument: command === program ? { kind: "nothing" } : argumentOf(command),
  }));
}

function argumentOf(command: Command): Completion {
  const [argument] = command.registeredArguments;
  return argument === undefined ? { kind: "nothing" } : follows(`<${argument.name()}>`, argument.argChoices);
}

/** What follows, told by what the argument is called: "<file>", "<issue>", "<name=value>". */
function follows(flags: string, choices: readonly string[] | undefined, about = ""): Completion {
  if (choices) return { kind: "words", words: choices };
  const name = /[<[]([^>\]]+)/.exec(flags)?.[1] ?? "";
  if (name === "team" || name === "issue" || name === "outline") return { kind: name };
  if (name === "name=value") return { kind: "fact" };
  if (flags.includes("--marketplace")) return { kind: "marketplace" };
  if (flags.includes("--lang")) return { kind: "language" };
  if (flags.startsWith("--format")) return { kind: "words", words: formats(about) };
  if (name === "code" || name === "codes") return { kind: "code" };
  if (["old", "new", "playbook"].includes(name)) return { kind: "playbook" };
  if (name === "dir") return { kind: "folder" };
  return { kind: name.startsWith("file") ? "file" : "nothing" };
}

/** `how to draw it: ${listed(GRAPHS)} (default: text)` */
const formats = (about: string): readonly string[] =>
  [...(/: ([^(;]*)/.exec(about)?.[1] ?? "").matchAll(/[a-z]+/g)].map(([word]) => word).filter((word) => word !== "or");

const EXAMPLES = {
  diff: `
Examples:
  $ seller-route diff HEAD~1:data
  $ seller-route diff origin/main:data data --format markdown
  $ seller-route diff old-playbook/ new-playbook/ --fail-on-change
  $ seller-route diff shipped our-playbook/`,
  graph: `
Examples:
  $ seller-route graph
  $ seller-route graph --from issue=ip-trademark --format mermaid
  $ seller-route graph --format dot --whole | dot -Tsvg > map.svg`,
  completion: `
Examples:
  $ seller-route completion bash > ~/.seller-route.bash
  $ seller-route completion zsh > ~/.zfunc/_seller-route
  $ seller-route completion fish > ~/.config/fish/completions/seller-route.fish
In bash, add to ~/.bashrc: source ~/.seller-route.bash
In zsh, ~/.zfunc must be a folder of $fpath.`,
  init: `
Examples:
  $ seller-route init my-playbook/
  $ seller-route init our-playbook/ --extends shipped`,
} as const;
