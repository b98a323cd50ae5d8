/** A command as shells complete it; the first of a list is the program itself. */
export interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly CompletedOption[];
  readonly argument: Completion;
}

export interface CompletedOption {
  /** "--format" */
  readonly flag: string;
  readonly about: string;
  /** Null where the option takes nothing. */
  readonly value: Completion | null;
}

/** What may follow: names of the playbook, some words, files, or nothing that is known. */
export type Completion =
  | { readonly kind: keyof Names }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "file" | "folder" | "playbook" | "nothing" };

export type Names = Readonly<
  Record<"team" | "issue" | "outline" | "fact" | "marketplace" | "language" | "code", readonly string[]>
>;

/** Stands for the shipped playbook where a folder may. */
const SHIPPED = "shipped";

const PROGRAM = "seller-route";

/** Words that complete, safe in any shell: what is unusual is left out. */
const wordsOf = (one: Completion, names: Names): readonly string[] =>
  (one.kind === "words"
    ? one.words
    : one.kind === "file" || one.kind === "folder" || one.kind === "playbook" || one.kind === "nothing"
      ? []
      : names[one.kind]
  ).filter((word) => /^[\w.=+-]+$/.test(word));
const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/[^\w .,;:()<>/=-]/g, "");

/** A script for bash: `eval "$(seller-route completion bash)"`. */
export function bash(commands: readonly Completed[], names: Names): string {
  const subs = commands.slice(1).map(({ name }) => name);
  const reply = (one: Completion): string =>
    one.kind === "file"
      ? "_seller_route_paths -f"
      : one.kind === "folder"
        ? "_seller_route_paths -d"
        : one.kind === "playbook"
          ? `_seller_route_paths -d; COMPREPLY+=($(compgen -W "${SHIPPED}" -- "$word"))`
          : `COMPREPLY=($(compgen -W "${wordsOf(one, names).join(" ")}" -- "$word"))`;
  const branches = commands.map(({ name, options, argument }, i) => {
    const valued = options.filter((option) => option.value !== null);
    const flags: Completion = { kind: "words", words: options.map(({ flag }) => flag) };
    const own: Completion = i === 0 ? { kind: "words", words: subs } : argument;
    return [
      `    ${i === 0 ? '""' : name})`,
      '      case "$before" in',
      ...valued.map((option) => `        ${option.flag}) ${reply(option.value as Completion)}; return ;;`),
      "      esac",
      `      if [[ "$word" == -* ]]; then ${reply(flags)}; else ${reply(own)}; fi ;;`,
    ].join("\n");
  });
  return `# bash completion for ${PROGRAM}
# Paths may hold spaces, and what was typed of them quotes.
_seller_route_paths() {
  COMPREPLY=(); local path="\${word#[\\"\\']}" one
  while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen "$1" -- "\${path//\\\\/}")
  compopt -o filenames 2>/dev/null
}
_seller_route() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" i
  # "name=value" is three words to bash.
  local line="\${COMP_LINE:0:COMP_POINT}"; local whole="\${line##*[[:space:]]}"
  if [[ "$whole" == *=* ]]; then
    local left="\${line%"$whole"}"; left="\${left%"\${left##*[![:space:]]}"}"; before="\${left##*[[:space:]]}"; word="$whole"
    if [[ "$whole" == --* ]]; then before="\${whole%%=*}"; word="\${whole#*=}"; fi
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ "\${COMP_WORDS[i-1]}" == "=" ]]; then continue; fi
    case "\${COMP_WORDS[i]}" in ${subs.join("|")}) command="\${COMP_WORDS[i]}"; break ;; esac
  done
  case "$command" in
${branches.join("\n")}
  esac
}
_seller_route_reply() {
  _seller_route
  local whole="\${COMP_LINE:0:COMP_POINT}"; whole="\${whole##*[[:space:]]}"; whole="\${whole#--*=}"
  if [[ "$whole" == *=* ]]; then COMPREPLY=("\${COMPREPLY[@]#"\${whole%%=*}="}"); fi
}
complete -F _seller_route_reply ${PROGRAM}
`;
}

/** A script for zsh, to be put into a folder of $fpath as _seller-route, or to be sourced. */
export function zsh(commands: readonly Completed[], names: Names): string {
  const quoted = (text: string) => `'${text}'`;
  const about = (text: string) => plain(text).replace(/[:[\]]/g, " ");
  const action = (one: Completion): string =>
    one.kind === "file"
      ? "_files"
      : one.kind === "folder"
        ? "_files -/"
        : one.kind === "playbook"
          ? `{compadd -- ${SHIPPED}; _files -/}`
          : `(${wordsOf(one, names).join(" ")})`;
  const spec = ({ flag, about: text, value }: CompletedOption) =>
    quoted(value === null ? `${flag}[${about(text)}]` : `*${flag}=[${about(text)}]:value:${action(value)}`);
  const [program, ...subs] = commands;
  const branch = ({ name, options, argument }: Completed) =>
    `    ${name}) _arguments ${[...options.map(spec), quoted(`*:argument:${action(argument)}`)].join(" \\\n      ")} ;;`;
  return `#compdef ${PROGRAM}
_seller_route() {
  local context state state_descr line command="" i
  typeset -A opt_args
  # Behind a command its own options count, and not those of the program: they may have the same names.
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
      ${subs.map(({ name }) => name).join("|")}) command=$words[i]; break ;;
    esac
  done
  if [[ -n $command ]]; then
    words=("$words[1]" "\${(@)words[i+1,-1]}")
    ((CURRENT -= i - 1))
  fi
  case $command in
${subs.map(branch).join("\n")}
    *) _arguments -C ${(program?.options ?? []).map(spec).join(" \\\n      ")} \\
      '1:command:->command' '*:problem: '
      if [[ $state == command ]]; then
        local -a commands=(${subs.map(({ name, about: text }) => quoted(`${name}:${about(text)}`)).join(" ")})
        _describe command commands
      fi ;;
  esac
}
if [ "$funcstack[1]" = "_seller-route" ]; then _seller_route "$@"; else compdef _seller_route ${PROGRAM}; fi
`;
}

/** A script for fish: `seller-route completion fish | source`. */
export function fish(commands: readonly Completed[], names: Names): string {
  const subs = commands.slice(1).map(({ name }) => name);
  const none = `not __fish_seen_subcommand_from ${subs.join(" ")}`;
  const lines = commands.flatMap(({ name, about, options, argument }, i) => {
    const when = i === 0 ? none : `__fish_seen_subcommand_from ${name}`;
    const start = `complete -c ${PROGRAM} -n '${when}'`;
    const follow = (one: Completion): string =>
      one.kind === "file"
        ? " -F"
        : one.kind === "folder"
          ? " -a '(__fish_complete_directories)'"
          : one.kind === "playbook"
            ? ` -a '${SHIPPED} (__fish_complete_directories)'`
            : ` -a '${wordsOf(one, names).join(" ")}'`;
    return [
      ...(i === 0 ? [] : [`complete -c ${PROGRAM} -n '${none}' -a ${name} -d '${plain(about)}'`]),
      ...options.map(({ flag, about: text, value }) =>
        `${start} -l ${flag.slice(2)}${value === null ? "" : ` -x${follow(value)}`} -d '${plain(text)}'`.replace(
          "-x -F",
          "-r -F",
        ),
      ),
      ...(i === 0 || argument.kind === "nothing" ? [] : [`${start}${follow(argument)}`]),
    ];
  });
  return `# fish completion for ${PROGRAM}\ncomplete -c ${PROGRAM} -f\n${lines.join("\n")}\n`;
}
