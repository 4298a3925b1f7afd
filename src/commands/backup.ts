/** `backup` and `restore`: copies of the database, made while it is in use and brought back whole. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context';
import { UserError } from '../errors';
import { present } from '../screens/show';
import { type CheckedCopy, checkCopy, makeBackup, restoreBackup } from '../store/file/backup';
import { refuseShare } from '../store/file/open';
import { doubtWaiting } from '../store/outbox/outbox';
import { asWords } from '../store/sqlite';
import { sayBegun } from '../ui/progress';
import { confirm, requireFlags } from '../ui/prompts';
import { whole } from '../ui/rows';
import { count } from '../ui/words';

/** Runs `backup FILE`. */
export async function backup(context: Context, [name]: readonly [string]): Promise<undefined> {
  const file = resolve(context.io.cwd, name);
  const db = context.openFile();
  sayBegun(context, 'Copying the database, and reading the copy through', statSync(context.file).size);
  const copy = makeBackup(db, file, new Date(context.io.now()).toISOString());
  const { bytes, children, events, head } = copy;
  return present(context, {
    json: () => ({ file, bytes, children, events, head }),
    screen: () => ({
      parts: [whole(`Copied ${holds(copy)} to ${file} (${size(bytes)}), and read the copy through: sound.`)],
      said: [
        'It holds everything that the database does: keep it as safe.',
        ...(head === null ? [] : [`The head of its chain is ${head}.`]),
        ...(copy.remembered ? [] : ['Another irotool was writing, so doctor will not know of this backup.']),
      ],
    }),
  });
}

/** Runs `restore FILE`. */
export async function restore(context: Context, [name]: readonly [string]): Promise<undefined> {
  const from = resolve(context.io.cwd, name);
  const { file, flags } = context;
  const backup = checkCopy(from);
  const there = existsSync(file);
  if (there && realpathSync(from) === realpathSync(file)) {
    throw new UserError(`${from} is the database itself.`, 'Name the backup to bring back.');
  }
  refuseShare(file, { allowShare: flags.allowShare ?? false });
  context.say(`The backup ${from} has ${holds(backup)}.`);
  if (there) context.say(`The database ${file} ${whatIsThere(file)}.`);
  requireFlags(context, there && !flags.yes ? ['--yes'] : []);
  if (!(await confirm(context, there ? 'Put the backup in its place?' : `Make the database at ${file}?`))) {
    context.say('Nothing was changed.');
    return undefined;
  }
  const kept = restoreBackup(from, file, context.io.now());
  // Opened at once: an older backup is brought up to date now, and not by whoever comes next.
  const db = context.openFile();
  const waiting = asWords(file, () => doubtWaiting(db));
  const { children, events } = backup;
  const wait = `${count(waiting, 'message waits', 'messages wait')} to be sent that may have gone since that backup: irotool report outbox`;
  return present(context, {
    json: () => ({ database: file, from, children, events, kept }),
    screen: () => ({
      parts: [
        whole(`Brought back ${holds(backup)} to ${file}.`),
        ...(kept === null ? [] : [whole(`What was there is kept: ${kept}`)]),
      ],
      said: [...(waiting > 0 ? [wait] : []), 'To look it over: irotool doctor'],
    }),
  });
}

function holds({ children, events }: Pick<CheckedCopy, 'children' | 'events'>): string {
  return `${count(children, 'child', 'children')} and ${count(events, 'event')}`;
}

/** What is about to be replaced; a restore is for when that cannot be read. */
function whatIsThere(file: string): string {
  try {
    return `has ${holds(checkCopy(file))}`;
  } catch (error) {
    if (error instanceof UserError) return 'cannot be read, or is no irotool database';
    throw error;
  }
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
