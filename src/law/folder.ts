/**
 * What is in a folder of rules or scenarios. Apart from packs.ts, so that asking costs no YAML.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** True for a file of scenarios: `scenarios.yaml`, `scenarios-leaving.yaml`, or in a folder `scenarios`. */
export function isScenarioFile(path: string): boolean {
  return /(^|[\\/])scenarios([\\/]|[^\\/]*\.ya?ml$)/.test(path);
}

/** Every YAML file below a folder, in order, as paths from it. */
export function yamlFilesIn(folder: string): string[] {
  const found: string[] = [];
  const look = (inside: string): void => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name);
      if (entry.isDirectory()) look(path);
      else if (/\.ya?ml$/.test(entry.name)) found.push(relative(folder, path));
    }
  };
  look(folder);
  return found.sort();
}

/** True where the path is a folder. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
