/** The map of a name: one that the unit keeps, one that ships, or a file of its own. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Vocabulary } from '../../core/events/vocabulary';
import { didYouMean, UserError } from '../../errors';
import type { CaseMap } from '../../law/maps/map';
import { readMap } from '../../law/maps/read-map';
import { shippedMap, shippedMapNames } from '../../law/maps/shelf';
import { keptMap, keptMaps } from '../../store/outside/maps';
import type { Db } from '../../store/sqlite';
import { readTextFile } from '../../text-file';

/** Finds a map; one with faults, or that is not there, is refused. */
export function mapNamed(db: Db, name: string, vocabulary: Vocabulary, cwd: string): CaseMap {
  const kept = keptMap(db, name);
  if (kept !== undefined) return checkedMap(name, kept.yaml, vocabulary);
  const shipped = shippedMap(name);
  if (shipped !== undefined) return shipped;
  const path = resolve(cwd, name);
  if (/\.ya?ml$/.test(name) && existsSync(path))
    return checkedMap(basename(path), readTextFile(path, name), vocabulary);
  const names = mapNames(db);
  throw new UserError(
    `There is no map "${name}".${didYouMean(name, names)}`,
    `The maps are ${names.join(', ')}. To make one: irotool import map FILE --name NAME`,
  );
}

/** The names of every map, kept or shipped. */
export const mapNames = (db: Db): string[] =>
  [...new Set([...keptMaps(db).map(({ name }) => name), ...shippedMapNames()])].sort();

/** A map from its words; its faults are said, each with its line. */
export function checkedMap(file: string, yaml: string, vocabulary: Vocabulary): CaseMap {
  const { map, faults } = readMap(file, yaml, vocabulary);
  if (map !== null) return map;
  const [first, ...more] = faults.map(({ line, message }) => `${file}:${line}: ${message}`);
  throw new UserError(
    `The map has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}. ${[first, ...more.slice(0, 9)].join('\n')}`,
    'Nothing was saved. Put it right and try again.',
  );
}
