/** The file of a report: what it may be called, and how it is written whole or not at all. */
import { chmodSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { Context } from '../context';
import { either } from '../core/in-words';
import { UsageError, UserError } from '../errors';
import { folderMade, folderTyped, makeFolder } from '../letters/files';
import { clearUnfinished, makingName } from '../store/file/unfinished';

/**
 * The file of `--html` or `--xlsx`; null if none was typed. It has its own ending: each night's report
 * is written over the last one's, and nothing else may be.
 */
export function fileTyped(
  context: Context,
  typed: string | undefined,
  flag: string,
  endings: readonly string[],
  report = 'overdue',
): string | null {
  if (typed === undefined) return null;
  const name = `${report.split(' ').at(-1)}${endings[0]}`;
  // What is no flag is the word that its command is typed with.
  const such = `Such as: ${flag.startsWith('--') ? flag : `irotool ${report}`} ${name}`;
  if (typed.trim() === '') throw new UsageError(`${flag} is empty.`, such);
  const file = resolve(context.io.cwd, typed);
  if (!endings.includes(extname(file).toLowerCase())) {
    throw new UsageError(`${flag}: the name of the file ends in ${either(endings)}.`, such);
  }
  folderTyped(context, dirname(file), flag);
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new UserError(`${file} is not a file.`, `Choose another name for ${flag}.`);
  }
  return file;
}

/** Who may read and write a file: its owner alone. */
const OWNERS = 0o600;

/** Writes the file beside where it is to be, for its owner alone unless it is told for whom, and gives it its name once it is whole. */
export function writeReport(context: Context, file: string, bytes: Uint8Array, mode = OWNERS): void {
  const folder = dirname(file);
  if (makeFolder(folder) !== null) context.say(folderMade(folder));
  clearUnfinished(folder);
  const making = makingName(join(folder, '.irotool'));
  try {
    writeFileSync(making, bytes, { mode: OWNERS });
    if (mode !== OWNERS) chmodSync(making, mode);
    renameSync(making, file);
  } catch (error) {
    rmSync(making, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`${file} cannot be written (${code}).`, 'What was there before is as it was.');
  }
}
