/** The files of documents: what they are called, where they go, and how they are written whole or not at all. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context';
import { UsageError, UserError } from '../errors';
import { clearUnfinished, makingName } from '../store/file/unfinished';
import type { DocumentFormat } from '../store/outbox/document-log';

const FORMATS: readonly DocumentFormat[] = ['docx', 'pdf', 'html', 'txt', 'eml'];

/** The format of `--format`; Word where none was typed. */
export function formatTyped(typed: string | undefined): DocumentFormat {
  const found = FORMATS.find((format) => format === (typed ?? 'docx').toLowerCase());
  if (found) return found;
  throw new UsageError(`--format is docx, pdf, html, txt or eml; not "${typed}".`);
}

/** The folder of `--out`, which is made once something is written to it; else the one the command was typed in. */
export function folderTyped(context: Context, typed: string | undefined, flag = '--out'): string {
  const folder = resolve(context.io.cwd, typed ?? '.');
  const [there] = nearest(folder);
  if (statSync(there!).isDirectory()) return folder;
  throw new UserError(`${there} is a file, not a folder.`, `Choose a folder for ${flag}.`);
}

/** The folders above it, and itself, that are there: the nearest first. */
function nearest(folder: string): string[] {
  const above = dirname(folder) === folder ? [] : nearest(dirname(folder));
  return existsSync(folder) ? [folder, ...above] : above;
}

/** Makes a folder that is not there, for its owner alone, with those above it. The first that was made; null if none was. */
export function makeFolder(folder: string): string | null {
  try {
    return mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`The folder ${folder} cannot be made (${code}).`, 'Choose another folder.');
  }
}

export const folderMade = (folder: string): string => `The folder ${folder} was made.`;

/** `K77-1-invitation-parent-mother.docx`: reference, review, document, tag. Never a name. */
export function fileName(parts: readonly (string | number)[], ending: string): string {
  // A reference may hold a stroke, which is no part of a file's name.
  const safe = parts.map((part) => String(part).replaceAll(/[^\p{L}\p{N}._-]+/gu, '_'));
  return `${safe.join('-')}.${ending}`;
}

/** A file as it is to be written. */
export interface Outgoing {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is made bit by bit. */
export type FileToMake = Pick<Outgoing, 'folder' | 'name'>;

/** Files written beside where they are to be, that take their names only once all is well. */
export interface FilesWritten {
  /** Folders that were made for them. */
  readonly made: readonly string[];
  /** Gives them their names. */
  finish(): void;
  /** Keeps them: what they took the place of goes. */
  keep(): void;
  /** Takes all of them away, and puts back what they took the place of. */
  drop(): void;
}

/** Files that are being made. */
export interface FilesBegun extends FilesWritten {
  /** Writes on at the end of one of them, by its place in the list. */
  append(at: number, bytes: Uint8Array | string): void;
}

/** Writes all of them under names of their own, for their owner alone. `over`: others of their names may go. */
export function writeFiles(files: readonly Outgoing[], { over }: { readonly over: boolean }): FilesWritten {
  const begun = beginFiles(files, { over });
  for (const [at, { bytes }] of files.entries()) begun.append(at, bytes);
  return begun;
}

/** The same for files whose text is not all there yet; nothing is there under their names before the end. */
export function beginFiles(files: readonly FileToMake[], { over }: { readonly over: boolean }): FilesBegun {
  const folders = [...new Set(files.map((file) => file.folder))];
  const made = folders.flatMap((folder) => {
    const first = makeFolder(folder);
    return first === null ? [] : [{ folder, first }];
  });
  for (const folder of folders) clearUnfinished(folder);
  const making = files.map(({ folder, name }) => ({
    name,
    from: makingName(join(folder, `.${name}`)),
    was: makingName(join(folder, `.${name}.was`)),
    to: join(folder, name),
  }));
  const named = new Set<string>();
  const drop = (): void => {
    for (const { from, was, to } of making) {
      rmSync(from, { force: true });
      if (!named.delete(to)) continue;
      if (existsSync(was)) renameSync(was, to);
      else rmSync(to, { force: true });
    }
    for (const { folder, first } of made.splice(0)) takeAway(folder, first);
  };
  const inWords = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      drop();
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw new UserError(
        `${files[0]!.folder} cannot be written to (${code}).`,
        'Choose another folder with --out.',
      );
    }
  };
  inWords(() => {
    for (const { from } of making) writeFileSync(from, '', { mode: 0o600, flag: 'w' });
  });
  return {
    append: (at, bytes) => inWords(() => appendFileSync(making[at]!.from, bytes)),
    made: made.map(({ folder }) => folder),
    finish: () =>
      inWords(() => {
        // Another run may have made one meanwhile.
        if (!over) refuseOverwriting(making.filter(({ to }) => existsSync(to)));
        for (const { from, was, to } of making) {
          if (existsSync(to)) copyFileSync(to, was);
          renameSync(from, to);
          named.add(to);
        }
      }),
    keep: () => {
      for (const { was } of making) rmSync(was, { force: true });
    },
    drop,
  };
}

/** Takes away a folder and those above it that were made with it, unless somebody put something there. */
function takeAway(folder: string, first: string): void {
  try {
    rmdirSync(folder);
    if (folder !== first) takeAway(dirname(folder), first);
  } catch {
    // What is there is somebody's.
  }
}

/** True where there is a file of that name already. */
export const isThere = ({ folder, name }: Pick<Outgoing, 'folder' | 'name'>): boolean =>
  existsSync(join(folder, name));

/** Refuses to write over files, unless that was asked for. */
export function refuseOverwriting(there: readonly Pick<Outgoing, 'name'>[]): void {
  const [first, ...others] = there;
  if (!first) return;
  const more =
    others.length === 0 ? '' : `, and so ${others.length === 1 ? 'is 1 more' : `are ${others.length} more`}`;
  throw new UserError(
    `${first.name} is there already${more}. Nothing was written.`,
    'To write over what is there: --force. Or choose another folder: --out FOLDER',
  );
}
