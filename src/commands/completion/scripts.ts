/** Completion scripts for bash, zsh and fish: commands, then what they take. */
import type { CommandSpec, OptionSpec } from '../../command-table/spec';

/** The table of commands, and what may be typed for arguments and after options. */
export interface Table {
  readonly specs: readonly CommandSpec[];
  readonly groups: Readonly<Record<string, string>>;
  /** Options that every command takes. */
  readonly everywhere: readonly OptionSpec[];
  /** Words for an argument of a command, after so many others. */
  readonly args: readonly { readonly path: string; readonly at: string; readonly words: readonly string[] }[];
  readonly values: readonly Offer[];
}

/** Words that an option takes. */
export interface Offer {
  readonly path: string;
  readonly flag: string;
  readonly words: readonly string[];
}

export const SHELLS = {
  bash: { script: bash, where: 'eval "$(irotool completion bash)" in ~/.bashrc' },
  zsh: { script: zsh, where: 'eval "$(irotool completion zsh)" in ~/.zshrc, after compinit' },
  fish: { script: fish, where: 'irotool completion fish > ~/.config/fish/completions/irotool.fish' },
} as const;

interface Word {
  readonly word: string;
  readonly about: string;
}

/** `--on <date>` as a word; what takes a value ends in nothing here: the shell offers files. */
function optionWords(options: readonly OptionSpec[]): Word[] {
  return options.map(([flags, about]) => ({ word: flags.split(/[ ,]/)[0]!, about }));
}

const globalWords = ({ everywhere }: Table): Word[] => [
  ...optionWords(everywhere),
  { word: '--help', about: 'print help' },
];

/** The command's words without its arguments: `review plan`. */
function commandPath({ name }: CommandSpec): string {
  return name.replaceAll(/ [<[].*/g, '');
}

function topWords({ specs, groups }: Table): Word[] {
  const single = specs.filter((spec) => groups[spec.name.split(' ')[0]!] === undefined);
  return [
    ...single.map((spec) => ({ word: commandPath(spec), about: spec.summary })),
    ...Object.entries(groups).map(([word, about]) => ({ word, about })),
    { word: 'help', about: 'help on a command' },
  ];
}

function wordsIn({ specs }: Table, group: string): Word[] {
  return specs
    .filter((spec) => commandPath(spec).startsWith(`${group} `))
    .map((spec) => ({
      word: commandPath(spec).split(' ')[1]!,
      about: spec.summary,
    }));
}

const plain = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

/** What may follow, by the one or two words already typed. */
function cases(table: Table, line: (path: string, words: readonly Word[]) => string): string[] {
  return [
    ...Object.keys(table.groups).map((group) => line(group, wordsIn(table, group))),
    line(
      'completion',
      Object.keys(SHELLS).map((word) => ({ word, about: `for ${word}` })),
    ),
  ];
}

function optionCases(table: Table, line: (path: string, words: readonly Word[]) => string): string[] {
  return table.specs.map((spec) => line(commandPath(spec), optionWords(spec.options ?? [])));
}

/** By what was typed: a command and how many words came after it, or the option before. */
function offerCases({ args, values }: Table): string[] {
  return [
    ...args.map(({ path, at, words }) => `    '${path} '${at}) offer='${words.join(' ')}' ;;`),
    ...values.map(({ path, flag, words }) => `    '${path} ${flag}') offer='${words.join(' ')}' ;;`),
  ];
}

function bash(table: Table): string {
  const line = (path: string, words: readonly Word[]): string => `    '${path}') words='${plain(words)}' ;;`;
  return `# irotool: completion for bash
_irotool() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words='' options='' path='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in -*) ;; *) path="\${path:+$path }\${COMP_WORDS[at]}" ;; esac
  done
  local first="\${path%% *}" rest="\${path#* }"
  case "$first" in
    ${Object.keys(table.groups).join('|')}) first="$first \${rest%% *}" ;;
  esac
  case "$path" in
    '') words='${plain(topWords(table))}' ;;
${cases(table, line).join('\n')}
  esac
  case "$first" in
${optionCases(table, (path, words) => line(path, words).replace('words=', 'options=')).join('\n')}
  esac
  local previous="\${COMP_WORDS[COMP_CWORD-1]}" offer='' after=()
  [[ "$path" == "$first"* ]] && read -ra after <<< "\${path#"$first"}"
  [[ "$previous" == -* ]] || previous="\${#after[@]}"
  case "$first $previous" in
${offerCases(table).join('\n')}
  esac
  words="$words $offer"
  case "$current" in
    -*) words="$options ${plain(globalWords(table))}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _irotool irotool`;
}

function zsh(table: Table): string {
  const quoted = (text: string): string => text.replaceAll("'", '’').replaceAll(':', '\\:');
  const list = (words: readonly Word[]): string =>
    words.map(({ word, about }) => `'${word}:${quoted(about)}'`).join(' ');
  const line = (path: string, words: readonly Word[]): string => `    '${path}') offered=(${list(words)}) ;;`;
  return `#compdef irotool
# irotool: completion for zsh
_irotool() {
  local current="\${words[CURRENT]}" typed='' word
  local -a offered options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ "$word" == -* ]] || typed="\${typed:+$typed }$word"
  done
  local first="\${typed%% *}" rest="\${typed#* }"
  case "$first" in
    ${Object.keys(table.groups).join('|')}) first="$first \${rest%% *}" ;;
  esac
  case "$typed" in
    '') offered=(${list(topWords(table))}) ;;
${cases(table, line).join('\n')}
  esac
  case "$first" in
${optionCases(table, (path, words) => line(path, words).replace('offered=', 'options=')).join('\n')}
  esac
  local previous="\${words[CURRENT-1]}" offer=''
  local -a after
  after=(\${=typed#$first})
  [[ "$previous" == -* ]] || previous="\${#after}"
  case "$first $previous" in
${offerCases(table).join('\n')}
  esac
  offered+=(\${=offer})
  if [[ "$current" == -* ]]; then
    offered=($options ${list(globalWords(table))})
  fi
  if (( \${#offered} )); then _describe 'irotool' offered; else _files; fi
}
compdef _irotool irotool`;
}

function fish(table: Table): string {
  const quoted = (text: string): string => text.replaceAll("'", '’');
  const lines = ['# irotool: completion for fish'];
  const offer = (condition: string, words: readonly Word[]): void => {
    for (const { word, about } of words) {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
      lines.push(`complete -c irotool -n '${condition}' ${what} -d '${quoted(about)}'`);
    }
  };
  offer('__fish_use_subcommand', topWords(table));
  for (const group of Object.keys(table.groups)) {
    const inside = wordsIn(table, group);
    offer(
      `__fish_seen_subcommand_from ${group}; and not __fish_seen_subcommand_from ${plain(inside)}`,
      inside,
    );
  }
  offer(
    '__fish_seen_subcommand_from completion',
    Object.keys(SHELLS).map((word) => ({ word, about: `for ${word}` })),
  );
  const seen = (path: string): string =>
    path
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ');
  for (const spec of table.specs) offer(seen(commandPath(spec)), optionWords(spec.options ?? []));
  for (const { path, words } of table.args) {
    lines.push(`complete -c irotool -n '${seen(path)}' -f -a '${words.join(' ')}'`);
  }
  for (const { path, flag, words } of table.values) {
    lines.push(`complete -c irotool -n '${seen(path)}' -l ${flag.slice(2)} -x -a '${words.join(' ')}'`);
  }
  offer('true', globalWords(table));
  return lines.join('\n');
}
