/**
 * The text of a file that a person named, within limits: a pipe or a device has no end, and what is far larger
 * than any such file is another file.
 */
import { readFileSync, statSync } from 'node:fs';
import { UserError } from './errors';

/** The largest file of rules, scenarios, holidays or a template that is read, in bytes. */
const MOST_BYTES = 2_000_000;

/** The text of a file, as UTF-8: as readBytes, and a UserError too if it is not plain text. */
export function readTextFile(path: string, called: string, most = MOST_BYTES): string {
  return decoded(readBytes(path, called, most), called);
}

/**
 * The bytes of a file. `called` is what the person calls it. A UserError if it is not there, is a folder,
 * a pipe or a device, cannot be read, or is larger than `most` bytes.
 */
export function readBytes(path: string, called: string, most: number): Uint8Array {
  try {
    const about = statSync(path);
    if (about.isDirectory())
      throw new UserError(`${called} is a folder, and a file is wanted.`, 'Name a file within it.');
    if (!about.isFile()) {
      throw new UserError(
        `${called} is a pipe or a device, and not a file.`,
        'Save what it gives as a file, and name that.',
      );
    }
    if (about.size > most) {
      throw new UserError(
        `${called} is too large: ${megabytes(about.size)} MB, where ${megabytes(most)} MB are read.`,
        'Check that it is the right file.',
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`There is no file ${called}.`, 'Check its name, and the folder it is in.');
    throw new UserError(`${called} cannot be read (${code}).`, 'Ask whoever owns it.');
  }
}

/** The text of the bytes, without the mark some editors put at the beginning. */
function decoded(bytes: Uint8Array, called: string): string {
  if (!bytes.includes(0)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Said below.
    }
  }
  throw new UserError(
    `${called} is not plain text in UTF-8.`,
    'Save it again in your editor as plain text, with the encoding UTF-8.',
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
