/**
 * The scenarios of a file or folder: run, for `rules test`; and which of them cover a rule, for
 * `rules show`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Calendars } from '../core/engine/duty';
import type { FileFault } from '../yaml';
import type { Coverage } from './compile';
import { packFinder } from './find-pack';
import { rulesNamedBy, runScenario, type ScenarioResult } from './scenario-run';
import { readScenarioFile, scenarioFilesAt } from './scenarios';
import { programFolder, shippedLaw } from './shipped';

export interface ScenarioRun {
  readonly results: readonly ScenarioResult[];
  /** What could not be read, packs and scenarios both. */
  readonly faults: readonly FileFault[];
  readonly passed: number;
  /** Those that differ, and those that could not be read. */
  readonly failed: number;
}

/** Reads and runs every scenario at a path. */
export function runScenariosAt(path: string, calendars: Calendars): ScenarioRun {
  const packs = packFinder();
  const results: ScenarioResult[] = [];
  const faults: FileFault[] = [];
  let broken = 0;
  for (const file of scenarioFilesAt(path)) {
    const called = join(basename(path), relative(path, file));
    const reading = readScenarioFile(file, packs.for(file), packs.usual(file), called);
    faults.push(...reading.faults);
    broken += reading.broken;
    results.push(...reading.scenarios.map((scenario) => runScenario(scenario, calendars)));
  }
  const failing = results.filter((result) => result.differences.length > 0).length;
  return {
    results,
    faults: [...packs.faults, ...faults],
    passed: results.length - failing,
    failed: failing + broken,
  };
}

/** The scenarios that say something of a rule: those of a council's own folder, then the shipped ones. */
export function coverageOf(id: string, pack: string, cwd: string): string[] {
  const file = join(programFolder(), 'dist', 'coverage.json');
  const shipped = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Coverage) : {};
  const folder = resolve(cwd, pack);
  const isShipped = shippedLaw().packs.some((each) => each.name === pack) || !existsSync(folder);
  const own = isShipped ? [] : scenarioFilesAt(folder).flatMap((path) => namesIn(path, id));
  return [...own, ...(shipped[id] ?? [])];
}

function namesIn(path: string, id: string): string[] {
  const packs = packFinder();
  const { scenarios } = readScenarioFile(path, packs.for(path), packs.usual(path));
  return scenarios.filter((scenario) => rulesNamedBy(scenario).has(id)).map(({ name }) => name);
}
