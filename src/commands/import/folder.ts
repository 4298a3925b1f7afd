/** The CSV files of a folder, as bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NEXT = 'Name the folder that holds the return’s CSV files: irotool import ssda903 DIR';

/** Every CSV file of the folder itself, by name; hidden files and folders within are left alone. */
export function csvFilesOf(folder: string): NamedBytes[] {
  const names = inWords(folder, () => readdirSync(folder))
    .filter((name) => /\.csv$/i.test(name) && !name.startsWith('.'))
    .sort();
  const files = names
    .filter((name) => inWords(join(folder, name), () => statSync(join(folder, name)).isFile()))
    .map((name) => ({ name, bytes: inWords(join(folder, name), () => readFileSync(join(folder, name))) }));
  if (files.length === 0) throw new UserError(`There is no CSV file in ${folder}.`, NEXT);
  return files;
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
