/** `completion`: a script for the shell, made from the table of commands, so that it is never behind. */
import { basename } from 'node:path';
import type { CommandSpec, OptionSpec } from '../command-table/spec';
import type { Context } from '../context';
import { didYouMean, UsageError } from '../errors';

const SHELLS = {
  bash: { script: bash, where: 'eval "$(irotool completion bash)" in ~/.bashrc' },
  zsh: { script: zsh, where: 'eval "$(irotool completion zsh)" in ~/.zshrc, after compinit' },
  fish: { script: fish, where: 'irotool completion fish > ~/.config/fish/completions/irotool.fish' },
} as const;

/** The table of commands, which gives itself: it has this command in it. */
export interface Table {
  readonly specs: readonly CommandSpec[];
  readonly groups: Readonly<Record<string, string>>;
  /** Options that every command takes. */
  readonly everywhere: readonly OptionSpec[];
}

/** Runs `completion`; without a shell it is the one of the SHELL variable. */
export const completionOf =
  (table: Table) =>
  (context: Context, [named]: readonly [string?]): undefined => {
    const name = named ?? basename(context.io.env.SHELL ?? '');
    if (!Object.hasOwn(SHELLS, name)) {
      const names = Object.keys(SHELLS);
      throw new UsageError(
        named === undefined
          ? 'Say for which shell.'
          : `There is no script for "${named}".${didYouMean(named, names)}`,
        `irotool completion ${names.join('|')}`,
      );
    }
    const { script, where } = SHELLS[name as keyof typeof SHELLS];
    context.print(script(table));
    context.say(`To have it in every new shell: ${where}`);
  };

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
  for (const spec of table.specs) {
    const seen = commandPath(spec)
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`);
    offer(seen.join('; and '), optionWords(spec.options ?? []));
  }
  offer('true', globalWords(table));
  return lines.join('\n');
}
