/** The files of an export: never over what is there unasked, whole or not at all, for their owner alone. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { beginFiles, type FilesBegun, folderMade, type Outgoing, writeFiles } from '../../letters/files';

/** Refuses a folder that is none, and files that are there already, before anything is read. */
export function refuseThere(folder: string, names: readonly string[], force?: true): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UserError(`${folder} is a file, not a folder.`, 'Choose another folder.');
  const there = force ? undefined : names.find((name) => existsSync(join(folder, name)));
  if (there !== undefined)
    throw new UserError(
      `${there} is there already. Nothing was written.`,
      'To write over it: --force. Or choose another folder.',
    );
}

/** Writes all of them or none; says which folder was made for them. */
export function writeExport(
  context: Context,
  folder: string,
  files: readonly Omit<Outgoing, 'folder'>[],
  force?: true,
): void {
  const written = writeFiles(
    files.map((file) => ({ ...file, folder })),
    { over: force === true },
  );
  written.finish();
  written.keep();
  for (const made of written.made) context.say(folderMade(made));
}

/** The same for files that are made bit by bit: `make` writes on at the end of each, by its place in the list. */
export function makeExport<T>(
  context: Context,
  folder: string,
  names: readonly string[],
  make: (append: FilesBegun['append']) => T,
  force?: true,
): T {
  const begun = beginFiles(
    names.map((name) => ({ folder, name })),
    { over: force === true },
  );
  try {
    const made = make(begun.append);
    begun.finish();
    begun.keep();
    for (const first of begun.made) context.say(folderMade(first));
    return made;
  } catch (error) {
    begun.drop();
    throw error;
  }
}
