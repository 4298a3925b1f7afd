/** The password of a database, from a file that its owner alone can read: its own, or a .pgpass as PostgreSQL has it. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../../errors';
import { readTextFile } from '../../../text-file';
import type { DatabaseAddress } from './address';

/** The largest file of passwords that is read, in bytes. */
const MOST = 1_000_000;

export interface WherePasswordsAre {
  /** The file of `--password-file`: its first line is the password. */
  readonly file: string | undefined;
  /** The file of the variable PGPASSFILE: a line for each database. */
  readonly passFile: string | undefined;
  readonly cwd: string;
}

/** Null if no file was named, or none of its lines is for this database: many databases ask for none. */
export function passwordFor(
  address: DatabaseAddress,
  { file, passFile, cwd }: WherePasswordsAre,
): string | null {
  if (file !== undefined) {
    const password = textOf(resolve(cwd, file)).split(/\r?\n/)[0]!;
    if (password !== '') return password;
    throw new UserError('The password file is empty.', 'Put the password on its first line.');
  }
  if (passFile === undefined || passFile === '') return null;
  const wanted = [address.host, String(address.port), address.database, address.user];
  for (const line of textOf(resolve(cwd, passFile)).split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    // A colon within a part has a backslash before it, and so has a backslash.
    const parts = [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/g)].map(([, part]) =>
      part!.replace(/\\(.)/g, '$1'),
    );
    if (wanted.every((part, at) => parts[at] === '*' || parts[at] === part)) return parts[4] ?? null;
  }
  return null;
}

function textOf(file: string): string {
  const text = readTextFile(file, file, MOST).replace(/^\uFEFF/, '');
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new UserError(`Others can read ${file}, which holds a password.`, `Type: chmod 600 ${file}`);
  return text;
}
