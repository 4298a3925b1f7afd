/** Packs written for one test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPack } from '../../src/law/packs';
import { shelf } from '../../src/law/shipped';
import { faultLine } from '../../src/yaml';
import { folder } from '../support/harness';

export const SOURCE = 'source: { id: frg, at: none, grade: source, checked: 2026-11-22 }';

/** A whole rule; a line given as `key: …` takes the place of its own, and `key:` alone takes it out. */
export function rule(changes: Record<string, string | null> = {}): string {
  const lines: Record<string, string | null> = {
    id: 'id: visit',
    duty: 'duty: Visit the child',
    who: 'who: iro',
    after: 'after: placement-started',
    within: 'within: 10 working days',
    'met by': 'met by: iro-saw-child',
    force: 'force: practice',
    source: SOURCE,
    ...changes,
  };
  const given = Object.values(lines).filter((line) => line !== null);
  return given.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`).join('\n');
}

/** Writes a folder's files; gives the folder. */
export function write(files: Record<string, string>): string {
  const inside = join(folder(), 'leeds');
  for (const [name, text] of Object.entries(files)) {
    const path = join(inside, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return inside;
}

/** A pack's folder: on england unless it is told otherwise. */
export function packFolder(rules: string, files: Record<string, string> = {}): string {
  return write({
    'pack.yaml': 'name: leeds\ntitle: Leeds\nextends: england\n',
    'rules.yaml': rules,
    ...files,
  });
}

/** What is wrong with a pack, as it is printed. */
export function faultsOf(folder: string): string[] {
  return readPack(folder, shelf()).faults.map(faultLine);
}
