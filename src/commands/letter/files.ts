/** The files of documents: what they are called, where they go, and how they are written whole or not at all. */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import type { DocumentFormat } from '../../store/document-log';

const FORMATS: readonly DocumentFormat[] = ['docx', 'html', 'txt', 'eml'];

/** The format of `--format`; Word where none was typed. */
export function formatTyped(typed: string | undefined): DocumentFormat {
  const found = FORMATS.find((format) => format === (typed ?? 'docx').toLowerCase());
  if (found) return found;
  throw new UsageError(`--format is docx, html, txt or eml; not "${typed}".`);
}

/** The folder of `--out`, which is there; else the one the command was typed in. */
export function folderTyped(context: Context, typed: string | undefined): string {
  const folder = resolve(context.io.cwd, typed ?? '.');
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  if (existsSync(folder))
    throw new UserError(`${folder} is a file, not a folder.`, 'Choose a folder for --out.');
  throw new UserError(`There is no folder ${typed}.`, `To make it: mkdir "${typed}"`);
}

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

/** Files written beside where they are to be, that take their names only once all is well. */
export interface Written {
  /** Gives them their names. */
  finish(): void;
  /** Takes away what has no name yet. */
  drop(): void;
}

/** Writes all of them under names of their own, for their owner alone. */
export function writeFiles(files: readonly Outgoing[]): Written {
  const making = files.map(({ folder, name }) => ({
    from: join(folder, `.${name}.making-${process.pid}`),
    to: join(folder, name),
  }));
  const drop = (): void => {
    for (const { from } of making) rmSync(from, { force: true });
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
    for (const [at, { bytes }] of files.entries()) {
      writeFileSync(making[at]!.from, bytes, { mode: 0o600, flag: 'w' });
    }
  });
  return {
    finish: () =>
      inWords(() => {
        for (const { from, to } of making) renameSync(from, to);
      }),
    drop,
  };
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
