/**
 * Which pack is meant: a shipped one by name, or a council's own by its folder. A scenario file
 * that lies in a pack's folder may also call that pack by its name, or not at all.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Pack } from '../core/rules/rule';
import type { FileFault } from '../yaml';
import { isFolder } from './folder';
import { loadPack, readPack } from './packs';
import type { FindPack } from './scenarios';
import { findShippedPack, shelf, shippedPack } from './shipped';

/** The pack of a name or, else, of a folder (from `cwd`). A UserError if there is none, or it has faults. */
export function packNamed(name: string, cwd: string): Pack {
  const shipped = findShippedPack(name);
  if (shipped) return shipped;
  const folder = resolve(cwd, name);
  return isFolder(folder) ? loadPack(folder, shelf()) : shippedPack(name);
}

/** The nearest folder at or above a path that holds a pack; null if none does. */
function packFolderAround(path: string): string | null {
  let folder = isFolder(path) ? path : dirname(path);
  for (;;) {
    if (existsSync(join(folder, 'pack.yaml'))) return folder;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

/** Finds packs for scenario files, each pack read once. */
export interface PackFinder {
  /** For the scenarios of one file: by shipped name, by folder from the file, by the name of the pack around it. */
  for(file: string): FindPack;
  /** What a scenario of that file stands on where it names no pack. */
  usual(file: string): string;
  /** What was found wrong with packs on the way. */
  readonly faults: readonly FileFault[];
}

export function packFinder(): PackFinder {
  const read = new Map<string, Pack | 'faulty'>();
  const faults: FileFault[] = [];

  function packIn(folder: string): Pack | 'faulty' {
    const known = read.get(folder);
    if (known) return known;
    const reading = readPack(folder, shelf());
    faults.push(...reading.faults);
    const pack = reading.pack ?? 'faulty';
    read.set(folder, pack);
    return pack;
  }

  return {
    faults,
    usual: (file) => packFolderAround(file) ?? 'england',
    for: (file) => (name) => {
      const shipped = findShippedPack(name);
      if (shipped) return shipped;
      const folder = resolve(dirname(file), name);
      if (existsSync(join(folder, 'pack.yaml'))) return packIn(folder);
      const around = packFolderAround(file);
      const pack = around === null ? undefined : packIn(around);
      return pack === 'faulty' || pack?.name === name ? pack : undefined;
    },
  };
}
