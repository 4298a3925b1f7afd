/** Where the database is, and the user's own folders. */
import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Where the database is or would be: as it was named, from a folder, else in the user's own. */
export async function databaseFile(named: string | undefined, cwd: string): Promise<string> {
  if (named === undefined || named === '') return followed(join(await dataFolder(), 'irotool.db'));
  return followed(isAbsolute(named) ? named : resolve(cwd, named));
}

/**
 * The file that is meant, whatever links lead to it: its lock, its copies and what a restore keeps are beside
 * it, and a link stays a link.
 */
function followed(file: string): string {
  for (let at = file, links = 0; links < 40; links++) {
    try {
      return realpathSync(at);
    } catch {
      // A link may lead to a file that is still to be made.
    }
    try {
      at = resolve(dirname(at), readlinkSync(at));
    } catch {
      return at;
    }
  }
  return file;
}

/** The user's own folders, by each system's custom. */
async function ownFolders(): Promise<{ readonly data: string; readonly cache: string }> {
  const { default: envPaths } = await import('env-paths');
  return envPaths('irotool', { suffix: '' });
}

const dataFolder = async (): Promise<string> => (await ownFolders()).data;

/** Where the user keeps what may be lost. */
export async function cacheFolder(): Promise<string> {
  return (await ownFolders()).cache;
}
