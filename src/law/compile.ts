/**
 * What ships: the packs, sources, code lists and bank holidays of data/, read strictly and written
 * as one JSON file, so that no YAML is read on an ordinary day. Run by the build, and by a test
 * that the built file is what data/ says.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UsualReasons } from '../core/privacy/letter-reasons';
import { inBrief } from '../core/rules/brief';
import { isRecord } from '../core/rules/raw';
import type { Pack, Source } from '../core/rules/rule';
import { isoDate } from '../core/time/dates';
import { type FileFault, faultLine, readYaml } from '../yaml';
import type { CodeLabel, ShippedHolidays, ShippedLaw } from './law';
import { loadPack } from './packs';
import { rulesNamedBy } from './scenario-run';
import { readScenarioFile, scenarioFilesAt } from './scenarios';
import { readSources } from './sources';

export { inBrief };

/** For each rule, the names of the scenarios that say something of it. */
export type Coverage = Readonly<Record<string, readonly string[]>>;

/** Packs in the order in which they build on each other. */
const PACKS = ['england', 'york', 'visits'];

/** Reads data/ and the engine's own code. Throws with file and line for anything wrong. */
export function compileLaw(dataFolder: string, coreFolder: string): ShippedLaw {
  const sources = readShippedSources(dataFolder);
  const packs = new Map<string, Pack>();
  for (const name of PACKS) {
    packs.set(name, loadPack(join(dataFolder, 'rules', name), { packs, sources }));
  }
  const law = {
    holidays: readHolidays(dataFolder),
    sources,
    codes: readCodes(dataFolder),
    packs: [...packs.values()],
  };
  return { fingerprint: fingerprintOf(coreFolder, JSON.stringify(law)), ...law };
}

/**
 * Which shipped scenarios cover which rule, for `rules show`: the scenarios themselves are tests
 * and do not ship. A scenario that cannot be read is left for the tests to name.
 */
export function compileCoverage(scenarioFolder: string, packs: readonly Pack[]): Coverage {
  const covered: Record<string, string[]> = {};
  if (!existsSync(scenarioFolder)) return covered;
  const find = (name: string): Pack | undefined => packs.find((pack) => pack.name === name);
  for (const file of scenarioFilesAt(scenarioFolder)) {
    for (const scenario of readScenarioFile(file, find, 'england').scenarios) {
      for (const rule of rulesNamedBy(scenario)) {
        covered[rule] ??= [];
        covered[rule].push(scenario.name);
      }
    }
  }
  return covered;
}

/** What letters say of the usual reasons. No date hangs on it, so that it is apart from the law. */
export function compileReasons(dataFolder: string): UsualReasons {
  const raw = readData(dataFolder, 'letter-reasons.yaml');
  if (!isRecord(raw)) throw new Error('letter-reasons.yaml has no tables of reasons');
  for (const [name, rows] of Object.entries(raw)) {
    const isTable =
      Array.isArray(rows) &&
      rows.every(
        (row) => typeof row.says === 'string' && (Array.isArray(row.reasons) || row.otherwise === true),
      );
    if (!isTable) throw new Error(`letter-reasons.yaml: a row of ${name} has no reasons, or says nothing`);
  }
  return raw as unknown as UsualReasons;
}

function readData(folder: string, file: string): unknown {
  const yaml = readYaml(file, readFileSync(join(folder, file), 'utf8'));
  if (yaml.faults.length > 0) throw new Error(yaml.faults.map(faultLine).join('\n'));
  return yaml.value;
}

function readShippedSources(folder: string): Record<string, Source> {
  const faults: FileFault[] = [];
  const sources = readSources(
    readYaml('sources.yaml', readFileSync(join(folder, 'sources.yaml'), 'utf8')),
    faults,
  );
  if (faults.length > 0) throw new Error(faults.map(faultLine).join('\n'));
  return sources;
}

function readHolidays(folder: string): ShippedHolidays {
  const raw = readData(folder, 'holidays.yaml');
  if (!isRecord(raw) || !Array.isArray(raw.holidays))
    throw new Error('holidays.yaml has no list of holidays');
  return {
    source: String(raw.source),
    first: isoDate(String(raw.first)),
    horizon: isoDate(String(raw.horizon)),
    holidays: raw.holidays.map((entry) => ({ on: isoDate(String(entry.on)), name: String(entry.name) })),
  };
}

function readCodes(folder: string): Record<string, Record<string, CodeLabel>> {
  const lists: Record<string, Record<string, CodeLabel>> = {};
  for (const file of readdirSync(join(folder, 'codes')).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const raw = readData(join(folder, 'codes'), file);
    if (!isRecord(raw)) throw new Error(`codes/${file} is not a list of codes`);
    lists[file.replace('.yaml', '')] = Object.fromEntries(
      Object.entries(raw).map(([code, label]) => [
        code,
        typeof label === 'string' ? { label } : (label as CodeLabel),
      ]),
    );
  }
  return lists;
}

function fingerprintOf(folder: string, law: string): string {
  const hash = createHash('sha256').update(law);
  // Its rooms too: a path is written with / on every system.
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));
  for (const file of files.sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
