/** The maps that ship with irotool, beside the law in data/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '../../core/events/vocabulary';
import { readTextFile } from '../../text-file';
import { faultLine } from '../../yaml';
import { programFolder } from '../shipped';
import type { CaseMap } from './map';
import { readMap } from './read-map';

const folder = (): string => join(programFolder(), 'data', 'maps');

/** Their names, in order. */
export const shippedMapNames = (): string[] =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();

/** The words of a map that ships; undefined if there is none of that name. */
export function shippedMapText(name: string): string | undefined {
  return shippedMapNames().includes(name)
    ? readTextFile(join(folder(), `${name}.yaml`), `the map ${name}`)
    : undefined;
}

/** A map that ships. */
export function shippedMap(name: string): CaseMap | undefined {
  const text = shippedMapText(name);
  if (text === undefined) return undefined;
  const { map, faults } = readMap(`${name}.yaml`, text, SHIPPED);
  if (map === null) throw new Error(faults.map(faultLine).join('\n'));
  return map;
}
