/** The files of a folder that may be of a return, as bytes. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors';
import { readBytes } from '../../text-file';
import type { NamedBytes } from './files';
import { mayBeOfReturn, otherKind } from './kinds-of-file';

/** The largest file of a return that is read, in bytes: some two million rows. */
const MOST_OF_A_RETURN = 200_000_000;

const NEXT = 'Name the folder that holds the return’s CSV files: irotool import ssda903 DIR';

/**
 * Every CSV file of the folder itself, by name, and the names of spreadsheets and the like, which are not
 * read. Hidden files, a spreadsheet's lock file, and folders within are left alone.
 */
export function filesOf(folder: string): NamedBytes[] {
  const names = inWords(folder, () => readdirSync(folder))
    .filter((name) => mayBeOfReturn(name) && !/^[.~]/.test(name))
    .filter((name) => inWords(join(folder, name), () => !statSync(join(folder, name)).isDirectory()))
    .sort();
  if (names.length === 0) throw new UserError(`There is no CSV file in ${folder}.`, NEXT);
  return names.map((name) => ({
    name,
    bytes:
      otherKind(name) === null
        ? readBytes(join(folder, name), join(folder, name), MOST_OF_A_RETURN)
        : new Uint8Array(),
  }));
}

function inWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`There is no folder ${path}.`, NEXT);
    if (code === 'ENOTDIR') throw new UserError(`${path} is not a folder.`, NEXT);
    throw new UserError(
      `${path} cannot be read (${code ?? 'unknown'}).`,
      'Nothing was saved. Ask whoever owns it.',
    );
  }
}
