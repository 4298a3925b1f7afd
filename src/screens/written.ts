/** What commands recorded: a list of them, and as data what one recorded. */
import {
  commandsOf,
  commandWritten,
  entriesOf,
  messagesOf,
  type WrittenCommand,
} from '../store/commands/read';
import { type Db, userName } from '../store/sqlite';
import { inRows } from '../ui/rows';
import { count } from '../ui/words';
import { changeOf, namingIn } from './audit';
import { listScreen, moreWords, type Shown, whenWords } from './show';

/** A command, what it wrote, in words, and whom it is about. */
interface CommandAndWrote extends WrittenCommand {
  readonly wrote: readonly string[];
  readonly children: readonly string[];
  readonly messages: number;
}

function writtenBy(db: Db, command: WrittenCommand): CommandAndWrote {
  const naming = namingIn(db, false);
  const changes = entriesOf(db, command.id).map((entry) => changeOf(entry, naming));
  const children = [...new Set(changes.flatMap(({ child }) => child ?? []))];
  return {
    ...command,
    wrote: changes.map(({ words }) => words),
    children,
    messages: messagesOf(db, command.id),
  };
}

const written = ({ id, at, typed, children, wrote }: CommandAndWrote): object => ({
  id,
  at,
  typed,
  children,
  wrote,
});

/** What the command that a connection is open for has recorded, as data: null if it is nothing. */
export function recordedJson(db: Db): object {
  const command = commandWritten(db);
  return { schema: 1, recorded: command === undefined ? null : written(writtenBy(db, command)) };
}

/** A person's latest commands, and what was taken back. */
export function commandsShown(db: Db, limit: number): Shown {
  const commands = commandsOf(db, userName(), limit).map((command) => writtenBy(db, command));
  const { text } = namingIn(db, false);
  return {
    json: () => ({
      commands: commands.map((each) => ({
        ...written(each),
        ...{ takenBackBy: each.takenBack?.by ?? null, why: each.takenBack && text(each.takenBack.why) },
        takesBack: each.takes?.id ?? null,
      })),
    }),
    csv: () => [
      ['id', 'at', 'typed', 'children', 'wrote', 'taken back by'],
      ...commands.map(({ id, at, typed, children, wrote, takenBack }) => [
        ...[id, at, typed, children.join(' '), wrote.length, takenBack?.by ?? ''],
      ]),
    ],
    screen() {
      const rows = commands.map((each) => [
        ...[String(each.id), whenWords(each.at), standingWords(each), `${each.typed} (${whatWords(each)})`],
      ]);
      return listScreen(
        rows.length === 0 ? [] : [inRows(rows, [{}, {}, {}, { wraps: true, min: 30 }])],
        'You have recorded nothing yet that could be taken back.',
        moreWords(commands.length, limit, 'irotool undo --list'),
      );
    },
  };
}

function whatWords({ wrote, children, messages }: CommandAndWrote): string {
  const what = [
    ...(wrote.length > 0 ? [count(wrote.length, 'entry', 'entries')] : []),
    ...(messages > 0 ? [count(messages, 'message')] : []),
  ].join(', ');
  return children.length === 0 ? what : `${what} of ${children.join(', ')}`;
}

function standingWords({ takenBack, takes }: WrittenCommand): string {
  if (takenBack?.how === 'undone') return `taken back by ${takenBack.by}`;
  if (takenBack) return `done again by ${takenBack.by}`;
  if (takes?.how === 'undone') return `took back ${takes.id}`;
  return takes ? 'done again' : '';
}
