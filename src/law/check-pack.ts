/**
 * Looks a council's own pack over, for `rules check`: its rules, its scenarios as they are written
 * (running them is `rules test`), and what is allowed but wants a second look.
 */

import { basename, join, relative } from 'node:path';
import { isRecord } from '../core/rules/raw';
import type { Pack } from '../core/rules/rule';
import type { Stage } from '../core/rules/stages';
import { type FileFault, readYamlFile } from '../yaml';
import { packFinder } from './find-pack';
import { isScenarioFile, yamlFilesIn } from './folder';
import { readPack } from './packs';
import { rulesNamedBy } from './scenario-run';
import { readScenarioFile, scenarioFilesAt } from './scenarios';
import { shelf } from './shipped';

export interface PackCheck {
  /** The pack's name; null if it could not be read. */
  readonly pack: string | null;
  readonly faults: readonly FileFault[];
  /** Allowed, but worth a second look. */
  readonly advice: readonly FileFault[];
  /** Rules that it adds, that it tightens, and that it has in all; null if it could not be read. */
  readonly rules: { readonly own: number; readonly tightened: number; readonly all: number } | null;
  readonly scenarios: number;
  /** Events and roles of its own. */
  readonly events: number;
  readonly roles: number;
  /** The ladder of a dispute, and the quorum of a conference: its own, else of the pack it extends. */
  readonly stages: readonly Stage[];
  readonly quorum: number | null;
}

/** Every fault of the pack in a folder, and advice. A UserError where the folder holds no pack. */
export function checkPack(folder: string): PackCheck {
  const { pack, faults: packFaults } = readPack(folder, shelf());
  const faults = [...packFaults];
  const covered = new Set<string>();
  let scenarios = 0;
  if (pack) {
    const packs = packFinder();
    for (const file of scenarioFilesAt(folder)) {
      const called = join(basename(folder), relative(folder, file));
      const reading = readScenarioFile(file, packs.for(file), packs.usual(file), called);
      faults.push(...reading.faults);
      scenarios += reading.scenarios.length;
      for (const scenario of reading.scenarios) {
        for (const id of rulesNamedBy(scenario)) covered.add(id);
      }
    }
  }
  return {
    pack: pack?.name ?? null,
    faults,
    advice: pack && faults.length === 0 ? adviceOn(folder, pack, covered) : [],
    rules: pack && countRules(pack),
    scenarios,
    events: pack?.events?.length ?? 0,
    roles: pack?.roles?.length ?? 0,
    stages: pack?.stages ?? [],
    quorum: pack?.quorum ?? null,
  };
}

function countRules(pack: Pack): NonNullable<PackCheck['rules']> {
  return {
    own: pack.rules.filter((rule) => rule.pack === pack.name).length,
    tightened: pack.rules.filter(
      (rule) => rule.pack !== pack.name && rule.limits.some((limit) => limit.pack === pack.name),
    ).length,
    all: pack.rules.length,
  };
}

/** Rules that no scenario speaks of, and sources given from memory. */
function adviceOn(folder: string, pack: Pack, covered: ReadonlySet<string>): FileFault[] {
  return ownRules(folder).flatMap(({ id, file, line }) => {
    const limits = pack.rules.find((rule) => rule.id === id)?.limits ?? [];
    const sources = limits.filter((limit) => limit.pack === pack.name).flatMap((limit) => limit.source);
    const unverified = sources.filter((source) => source.grade === 'unverified');
    return [
      ...(covered.has(id) ? [] : [`no scenario says what "${id}" should give`]),
      ...unverified.map((source) => `the source "${source.id}" of "${id}" is unverified`),
    ].map((message) => ({ file, line, message }));
  });
}

/** The ids in the folder's own rule files, each with its place. */
function ownRules(folder: string): { id: string; file: string; line: number }[] {
  return yamlFilesIn(folder)
    .filter((path) => path !== 'pack.yaml' && !isScenarioFile(path))
    .flatMap((path) => {
      const called = join(basename(folder), path);
      const yaml = readYamlFile(join(folder, path), called);
      const rules: unknown[] = Array.isArray(yaml.value) ? yaml.value : [];
      return rules.flatMap((rule, at) =>
        isRecord(rule) && typeof rule.id === 'string'
          ? [{ id: rule.id, file: yaml.file, line: yaml.lineAt([at, 'id']) }]
          : [],
      );
    });
}
