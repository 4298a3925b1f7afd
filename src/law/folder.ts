/**
 * What is in a folder of rules or scenarios. Apart from packs.ts, so that asking costs no YAML.
 */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../errors';

/** True for a file of scenarios: `scenarios.yaml`, `scenarios-leaving.yaml`, or in a folder `scenarios`. */
export function isScenarioFile(path: string): boolean {
  return /(^|[\\/])scenarios([\\/]|[^\\/]*\.ya?ml$)/.test(path);
}

/** More files and folders than this in a folder are not rules or scenarios. */
const MOST_ENTRIES = 20_000;

/**
 * Every YAML file below a folder, in order, as paths from it. A UserError for a folder that cannot be read, or
 * that holds so much that it is another one that was meant.
 */
export function yamlFilesIn(folder: string): string[] {
  const found: string[] = [];
  let looked = 0;
  const look = (inside: string): void => {
    for (const entry of entriesOf(inside)) {
      if (++looked > MOST_ENTRIES) {
        throw new UserError(
          `${folder} holds more than ${MOST_ENTRIES} files and folders.`,
          'Name the folder of the rules or scenarios itself.',
        );
      }
      const path = join(inside, entry.name);
      if (entry.isDirectory()) look(path);
      else if (/\.ya?ml$/.test(entry.name)) found.push(relative(folder, path));
    }
  };
  look(folder);
  return found.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`The folder ${folder} cannot be read (${code}).`, 'Ask whoever owns it.');
  }
}

/** True if the path is a folder. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
