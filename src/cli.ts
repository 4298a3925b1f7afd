/**
 * Builds the command line from the table of commands and runs it. A command's code is loaded only
 * when it is called; every error becomes words and an exit code here.
 */

import { Command, CommanderError, Help, Option } from 'commander';
import { called, read, withData, withHelp } from './called';
import { isForEach } from './command-table/for-each';
import { headingOf, inOrderOfHelp } from './command-table/headings';
import { type CommandSpec, GLOBAL_OPTIONS, GROUPS, SPECS } from './command-table/index';
import { type CommandLine, withoutNames } from './core/privacy/command-line';
import { printed } from './core/shown';
import { EXIT, type ExitCode, explainError, NotInThisBundle, UsageError } from './errors';
import type { GlobalFlags, Io } from './io';
import { cleaned } from './output';
import { inOurWords } from './refused-words';
import { helpItem, helpText } from './ui/help-words';
import { sentenceFor } from './ui/screen';

/** Runs one command line and gives its exit code. Throws nothing but that a part is not in this bundle. */
export async function run(words: readonly string[], given: Io): Promise<ExitCode> {
  const io = cleaned(given);
  const argv = isTray(words, io) ? ['tray', ...words] : words;
  let exitCode: ExitCode = EXIT.done;
  const program = build(argv, io, (code) => {
    exitCode = code;
  });
  try {
    refuseEnormous(argv);
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof NotInThisBundle) throw error;
    if (error instanceof CommanderError && error.code === VERSION) {
      // With the database library.
      const { versionWords } = await import('./version-words');
      io.stdout.write(versionWords());
      return EXIT.done;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { message, exitCode: code } = explainError(error, argv.includes('--debug'));
    io.stderr.write(`${sentenceFor(io.stderr, printed(message))}\n`);
    return code;
  }
}

/** Why commander stops if the version is asked for. */
const VERSION = 'commander.version';

/** Flags with a value, and those with which nothing typed besides is help, or no question. */
const TAKES_VALUE: ReadonlySet<string> = new Set(['--db', '--today', '--answer']);
const NO_TRAY: ReadonlySet<string> = new Set([
  '-h',
  '--help',
  '-V',
  '--version',
  '--no-input',
  '--json',
  '--csv',
]);

/** `irotool` alone, on a terminal: the morning's list, to be taken one by one. */
function isTray(words: readonly string[], io: Io): boolean {
  const isBare = words.every((word, at) => word.startsWith('-') || TAKES_VALUE.has(words[at - 1] ?? ''));
  if (!isBare || words.some((word) => NO_TRAY.has(word))) return false;
  // The streams last: Node makes each when it is first asked for, which costs every other command.
  return io.stdin.isTTY === true && io.stdout.isTTY === true && io.stderr.isTTY === true;
}

/** The longest that one word or text on a command line may be: more than any reason or note. */
const LONGEST = 10_000;

function refuseEnormous(argv: readonly string[]): void {
  for (const [at, typed] of argv.entries()) {
    if (typed.length > LONGEST) {
      throw new UsageError(
        `Word ${at + 1} has ${typed.length} characters, where ${LONGEST} may be typed. Nothing was done.`,
        'Say it more shortly, and keep the long text as a document.',
      );
    }
    if (typed.includes('\0')) {
      throw new UsageError(
        `Word ${at + 1} holds a character that is no letter or sign (NUL). Nothing was done.`,
        'Type it again by hand.',
      );
    }
  }
}

function build(argv: readonly string[], io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('irotool');
  program
    .description('Keeps the dates of children’s reviews: what is due, what is late, and why.')
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      throw new CommanderError(0, VERSION, '');
    })
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .showHelpAfterError('To see the commands: irotool --help')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // On one line with what to type, which follows it.
      outputError: (text, write) => write(`${inOurWords(text)} `),
      getOutHelpWidth: () => io.stdout.columns || 80,
      getErrHelpWidth: () => io.stderr.columns || 80,
    })
    .configureHelp({
      // Names alone in the list of commands, so that it is readable at eighty columns.
      subcommandTerm: (command) => command.name(),
      minWidthToWrap: 20,
      formatItem: (term, termWidth, description) =>
        helpItem(term, termWidth, description, io.stdout.columns || 80),
      // What may be done comes before how.
      formatHelp: (command, helper) => {
        const help = Help.prototype.formatHelp.call(helper, command, helper);
        return command === program ? optionsLast(help) : help;
      },
    })
    .addHelpText('after', () =>
      after('Each morning: irotool due --week    A child comes in: irotool new-review', io),
    );
  for (const [flags, description] of GLOBAL_OPTIONS) program.option(flags, description);
  program.addHelpCommand(helpOf());

  const groups = new Map<string, Command>();
  // Where no word was typed only the words that may come first are listed.
  const isBare = argv.every((typed) => typed.startsWith('-'));
  for (const spec of inOrderOfHelp(calledFor(argv))) {
    const [word, ...rest] = spec.name.split(' ');
    const summary = GROUPS[word!];
    let parent = program;
    if (summary !== undefined) {
      parent =
        groups.get(word!) ??
        program
          .command(word!)
          .helpGroup(headed(headingOf(word!).heading))
          .addHelpCommand(helpOf(word))
          .description(summary)
          .showHelpAfterError(`To see its commands: irotool ${word} --help`);
      groups.set(word!, parent);
      if (isBare) continue;
    }
    const command = commandOf(parent, summary === undefined ? spec.name : rest.join(' '), isForEach(spec));
    if (command !== parent) command.description(spec.summary);
    if (spec.also !== undefined) command.alias(spec.also);
    const { heading } =
      parent === program || command === parent ? headingOf(word!) : headingOf(rest[0]!, word!);
    command.helpGroup(headed(heading));
    // Options and all only if they may be asked for: they are most of what a command line costs.
    if (argv.includes(word!) || argv.includes('help')) complete(command, spec, io, finish);
  }
  return program;
}

/**
 * A command of its own, or, where no other word follows, the word's own (`audit`, `letter NAME REF`). Of one that may
 * be typed for several children all arguments are one list, which is read with the database at hand.
 */
function commandOf(parent: Command, name: string, isEach: boolean): Command {
  if (name === '') return parent;
  if (name.startsWith('<')) return parent.arguments(name);
  if (!isEach || name.includes('...')) return parent.command(name);
  const [word, ...places] = name.replace('<ref>', '<ref...>').split(' ');
  return parent.command(`${word} <ref...>`).usage(`[options] ${places.join(' ')}`);
}

/** The commands of the word that was typed first, where it is one; making them all costs every start. */
function calledFor(argv: readonly string[]): readonly CommandSpec[] {
  const word = argv.find((typed) => !typed.startsWith('-'));
  const called = SPECS.filter((spec) => spec.name.split(' ')[0] === word);
  return argv[0] === word && called.length > 0 ? called : SPECS;
}

/** What stands below the flags, as wide as the terminal; to a pipe each line is whole. */
const after = (help: string, { stdout }: Io): string =>
  `\n${stdout.isTTY ? helpText(help, stdout.columns || 80) : help}`;

/** Commander's own heading for what has none of ours. */
const headed = (heading: string | null): string => (heading === null ? '' : `${heading}:`);

const helpOf = (group?: string): Command =>
  new Command('help')
    .arguments('[command]')
    .description('help on a command')
    .helpGroup(headed(headingOf('help', group).heading));

/** The help of all commands with the options that each of them takes behind the commands. */
function optionsLast(help: string): string {
  const parts = help.trimEnd().split('\n\n');
  const isOptions = (part: string): boolean => part.startsWith('Options:');
  return `${[...parts.filter((part) => !isOptions(part)), ...parts.filter(isOptions)].join('\n\n')}\n`;
}

function complete(command: Command, spec: CommandSpec, io: Io, finish: (code: ExitCode) => void): void {
  for (const [flags, description, often] of spec.options ?? []) {
    const option = new Option(flags, description);
    const heading = Object.entries(spec.headings ?? {}).find(([, listed]) => listed.includes(option.long!));
    if (heading) option.helpGroup(`${heading[0]}:`);
    if (often !== undefined) option.argParser((typed: string, before: string[] = []) => [...before, typed]);
    command.addOption(option);
  }
  const howTyped = `To see how: irotool ${spec.name.replaceAll(/ ?[<[].*$/g, '')} --help`;
  command.showHelpAfterError(howTyped);
  const { help } = spec;
  if (help) command.addHelpText('after', () => after(typeof help === 'string' ? help : help(), io));
  if (spec.takesSignedNumbers) command.allowUnknownOption();
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2);
    // With its database library, which help and version can do without.
    const { createContext } = await import('./context');
    const flags = command.optsWithGlobals<GlobalFlags>();
    if (flags.json && flags.csv) {
      throw new UsageError('--json and --csv are two forms of one answer.', 'Leave one of them out.');
    }
    let line: CommandLine = { name: spec.name, args, options: {} };
    const context = await createContext(
      flags,
      io,
      () => withoutNames(line),
      (words) => run([...words, ...everywhere(flags)], io),
    );
    try {
      const handler = await spec.load();
      const options = optionsOf(command);
      refuseSwallowed(command.options, options);
      line = await read(context, { ...line, options }, isForEach(spec));
      const code = await withData(context, (own) => called(own, line, handler, isForEach(spec)));
      finish(code ?? EXIT.done);
    } catch (error) {
      throw withHelp(error, howTyped);
    } finally {
      context.close();
    }
  });
}

/** A flag whose words were forgotten takes the flag that follows it for them: `--invited --to all`. */
function refuseSwallowed(known: readonly Option[], options: Readonly<Record<string, unknown>>): void {
  for (const option of known) {
    const typed = [options[option.attributeName()]].flat();
    const swallowed = known.find(({ long }) => typed.includes(long));
    if (!swallowed) continue;
    const [, what = 'TEXT'] = /<(.*)>/.exec(option.flags) ?? [];
    throw new UsageError(
      `Missing after ${option.long}: ${what.toUpperCase()}; ${swallowed.long} follows it.`,
    );
  }
}

/** The flags that every command takes, as they are typed. */
function everywhere({ db, today, plain, color, debug, allowShare }: GlobalFlags): string[] {
  return [
    ...(db === undefined ? [] : ['--db', db]),
    ...(today === undefined ? [] : ['--today', today]),
    ...(plain ? ['--plain'] : []),
    ...(color ? [] : ['--no-color']),
    ...(debug ? ['--debug'] : []),
    ...(allowShare ? ['--allow-share'] : []),
  ];
}

/** A command's options. One that its group has too (`letter`, `letter pack`) was read as the group's. */
function optionsOf(command: Command): Record<string, unknown> {
  const { parent } = command;
  if (!parent?.parent) return command.opts();
  const read = Object.entries(parent.opts());
  const names = command.options.map((option) => option.attributeName());
  const stray = read.find(([name]) => !names.includes(name));
  if (stray) {
    const { long } = parent.options.find((option) => option.attributeName() === stray[0])!;
    throw new UsageError(`There is no option ${long} of ${parent.name()} ${command.name()}.`);
  }
  return { ...command.opts(), ...Object.fromEntries(read) };
}
