/** `completion`: a script for the shell, made from the table of commands, so that it is never behind. */
import { basename } from 'node:path';
import { type CommandSpec, GLOBAL_OPTIONS, GROUPS, SPECS } from '../command-table/index';
import type { OptionSpec } from '../command-table/spec';
import type { Context } from '../context';
import { didYouMean, UsageError } from '../errors';

const SHELLS = {
  bash: { script: bash, where: 'eval "$(irotool completion bash)" in ~/.bashrc' },
  zsh: { script: zsh, where: 'eval "$(irotool completion zsh)" in ~/.zshrc, after compinit' },
  fish: { script: fish, where: 'irotool completion fish > ~/.config/fish/completions/irotool.fish' },
} as const;

/** Runs `completion`; without a shell it is the one of the SHELL variable. */
export async function completion(context: Context, [named]: readonly [string?]): Promise<undefined> {
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
  context.print(script());
  context.say(`To have it in every new shell: ${where}`);
  return undefined;
}

interface Word {
  readonly word: string;
  readonly about: string;
}

/** `--on <date>` as a word; what takes a value ends in nothing here: the shell offers files. */
function optionWords(options: readonly OptionSpec[]): Word[] {
  return options.map(([flags, about]) => ({ word: flags.split(/[ ,]/)[0]!, about }));
}

const GLOBAL_WORDS: readonly Word[] = [
  ...optionWords(GLOBAL_OPTIONS),
  { word: '--help', about: 'print help' },
];

/** The command's words without its arguments: `review plan`. */
function commandPath({ name }: CommandSpec): string {
  return name.replaceAll(/ [<[].*/g, '');
}

function topWords(): Word[] {
  const single = SPECS.filter((spec) => GROUPS[spec.name.split(' ')[0]!] === undefined);
  return [
    ...single.map((spec) => ({ word: commandPath(spec), about: spec.summary })),
    ...Object.entries(GROUPS).map(([word, about]) => ({ word, about })),
    { word: 'help', about: 'help on a command' },
  ];
}

function wordsIn(group: string): Word[] {
  return SPECS.filter((spec) => commandPath(spec).startsWith(`${group} `)).map((spec) => ({
    word: commandPath(spec).split(' ')[1]!,
    about: spec.summary,
  }));
}

const plain = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

/** What may follow, by the one or two words already typed. */
function cases(line: (path: string, words: readonly Word[]) => string): string[] {
  return [
    ...Object.keys(GROUPS).map((group) => line(group, wordsIn(group))),
    line(
      'completion',
      Object.keys(SHELLS).map((word) => ({ word, about: `for ${word}` })),
    ),
  ];
}

function optionCases(line: (path: string, words: readonly Word[]) => string): string[] {
  return SPECS.map((spec) => line(commandPath(spec), optionWords(spec.options ?? [])));
}

function bash(): string {
  const line = (path: string, words: readonly Word[]): string => `    '${path}') words='${plain(words)}' ;;`;
  return `# irotool: completion for bash
_irotool() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words='' options='' path='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in -*) ;; *) path="\${path:+$path }\${COMP_WORDS[at]}" ;; esac
  done
  local first="\${path%% *}" rest="\${path#* }"
  case "$first" in
    ${Object.keys(GROUPS).join('|')}) first="$first \${rest%% *}" ;;
  esac
  case "$path" in
    '') words='${plain(topWords())}' ;;
${cases(line).join('\n')}
  esac
  case "$first" in
${optionCases((path, words) => line(path, words).replace('words=', 'options=')).join('\n')}
  esac
  case "$current" in
    -*) words="$options ${plain(GLOBAL_WORDS)}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _irotool irotool`;
}

function zsh(): string {
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
    ${Object.keys(GROUPS).join('|')}) first="$first \${rest%% *}" ;;
  esac
  case "$typed" in
    '') offered=(${list(topWords())}) ;;
${cases(line).join('\n')}
  esac
  case "$first" in
${optionCases((path, words) => line(path, words).replace('offered=', 'options=')).join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    offered=($options ${list(GLOBAL_WORDS)})
  fi
  if (( \${#offered} )); then _describe 'irotool' offered; else _files; fi
}
compdef _irotool irotool`;
}

function fish(): string {
  const quoted = (text: string): string => text.replaceAll("'", '’');
  const lines = ['# irotool: completion for fish'];
  const offer = (condition: string, words: readonly Word[]): void => {
    for (const { word, about } of words) {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
      lines.push(`complete -c irotool -n '${condition}' ${what} -d '${quoted(about)}'`);
    }
  };
  offer('__fish_use_subcommand', topWords());
  for (const group of Object.keys(GROUPS)) {
    const inside = wordsIn(group);
    offer(
      `__fish_seen_subcommand_from ${group}; and not __fish_seen_subcommand_from ${plain(inside)}`,
      inside,
    );
  }
  offer(
    '__fish_seen_subcommand_from completion',
    Object.keys(SHELLS).map((word) => ({ word, about: `for ${word}` })),
  );
  for (const spec of SPECS) {
    const seen = commandPath(spec)
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`);
    offer(seen.join('; and '), optionWords(spec.options ?? []));
  }
  offer('true', GLOBAL_WORDS);
  return lines.join('\n');
}
