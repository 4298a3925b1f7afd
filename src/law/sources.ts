/**
 * Instruments that rules may cite, from a `sources.yaml`: the shipped one, or a council's own.
 */

import { isRecord } from '../core/rules/raw';
import type { Source } from '../core/rules/rule';
import { didYouMean } from '../errors';
import type { FileFault, YamlFile } from '../yaml';

const KEYS = ['title', 'address', 'note'];

/** Reads a map of id to { title, address, note }; what is wrong with it goes to `faults`. */
export function readSources(yaml: YamlFile, faults: FileFault[]): Record<string, Source> {
  faults.push(...yaml.faults);
  if (yaml.faults.length > 0 || yaml.value === null || yaml.value === undefined) return {};
  const fault = (path: readonly string[], message: string): void => {
    faults.push({ file: yaml.file, line: yaml.lineAt(path), message });
  };
  if (!isRecord(yaml.value)) {
    fault([], 'each source is an id with its title and address below it');
    return {};
  }
  const sources: Record<string, Source> = {};
  for (const [id, raw] of Object.entries(yaml.value)) {
    if (!isRecord(raw)) {
      fault([id], `the source "${id}" needs a title and an address`);
      continue;
    }
    for (const key of Object.keys(raw)) {
      if (!KEYS.includes(key))
        fault([id, key], `a source has title, address and note.${didYouMean(key, KEYS)}`);
    }
    const { title, address, note } = raw;
    if (typeof title !== 'string' || typeof address !== 'string') {
      fault([id], `the source "${id}" needs a title and an address`);
    } else {
      sources[id] = { title, address, ...(typeof note === 'string' ? { note } : {}) };
    }
  }
  return sources;
}
