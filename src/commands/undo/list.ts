/** `undo --list`: what this person's commands recorded, and what was taken back. */
import type { Context, Unit } from '../../context';
import { numberTyped } from '../../recording/number-typed';
import { changeOf, namingIn } from '../../screens/audit';
import { listScreen, moreWords, present, whenWords } from '../../screens/show';
import { commandsOf, entriesOf, messagesOf, type WrittenCommand } from '../../store/commands/read';
import { type Db, userName } from '../../store/sqlite';
import { inRows } from '../../ui/rows';
import { count } from '../../ui/words';

const LIMIT = 20;

export function listCommands(context: Context, { db }: Unit, typedLimit?: string): Promise<undefined> {
  const limit = numberTyped(typedLimit, '--limit', LIMIT);
  const commands = commandsOf(db, userName(), limit).map((command) => ({
    ...command,
    ...wroteWords(db, command),
  }));
  return present(context, {
    json: () => ({
      commands: commands.map(({ id, at, typed, children, wrote, takenBack, takes }) => ({
        ...{ id, at, typed, children, wrote },
        ...{ takenBackBy: takenBack?.by ?? null, why: takenBack && namingIn(db, false).text(takenBack.why) },
        takesBack: takes?.id ?? null,
      })),
    }),
    csv: () => [
      ['id', 'at', 'typed', 'children', 'wrote', 'taken back by'],
      ...commands.map(({ id, at, typed, children, wrote, takenBack }) => [
        ...[id, at, typed, children.join(' '), wrote.length, takenBack?.by ?? ''],
      ]),
    ],
    screen: () => {
      const rows = commands.map((command) => [
        ...[String(command.id), whenWords(command.at), standingWords(command)],
        `${command.typed} (${whatWords(command)})`,
      ]);
      return listScreen(
        rows.length === 0 ? [] : [inRows(rows, [{}, {}, {}, { wraps: true, min: 30 }])],
        'You have recorded nothing yet that could be taken back.',
        moreWords(commands.length, limit, 'irotool undo --list'),
      );
    },
  });
}

/** What a command wrote, in words, and whom it is about. */
function wroteWords(
  db: Db,
  { id }: WrittenCommand,
): { wrote: string[]; children: string[]; messages: number } {
  const naming = namingIn(db, false);
  const changes = entriesOf(db, id).map((entry) => changeOf(entry, naming));
  const children = [...new Set(changes.flatMap(({ child }) => child ?? []))];
  return { wrote: changes.map(({ words }) => words), children, messages: messagesOf(db, id) };
}

function whatWords({ wrote, children, messages }: ReturnType<typeof wroteWords>): string {
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
