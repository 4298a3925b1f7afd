/**
 * Rule packs from their folders: `pack.yaml`, and every other YAML file that is not of scenarios.
 * A pack that extends another starts from its rules and may only tighten or add.
 */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { vocabularyOf } from '../core/events/vocabulary';
import { type GrammarContext, isRecord, type Path, type Raw } from '../core/rules/raw';
import type { Pack, Rule } from '../core/rules/rule';
import { type IsoDate, isIsoDate } from '../core/time/dates';
import { didYouMean, UserError } from '../errors';
import { type FileFault, faultLine, readYamlFile, type YamlFile } from '../yaml';
import { isScenarioFile, yamlFilesIn } from './folder';
import type { PackShelf } from './law';
import { readCalled, readEvents, readRoles } from './pack-events';
import { PackReader } from './pack-reader';
import { readStages } from './pack-stages';
import { readSources } from './sources';

export interface PackReading {
  /** Null if there is any fault. */
  readonly pack: Pack | null;
  readonly faults: readonly FileFault[];
}

/** The council's own procedures and instruments, for its rules to cite. */
const SOURCES = 'sources.yaml';
const PACK_KEYS = [
  'name',
  'title',
  'extends',
  'with',
  'addition',
  'roles',
  'called',
  'events',
  'quorum',
  'stages',
];

/** Reads and checks the pack in a folder; every fault is named with its file and line. */
export function readPack(folder: string, shelf: PackShelf): PackReading {
  const manifest = join(folder, 'pack.yaml');
  if (!existsSync(manifest)) {
    throw new UserError(
      `There is no pack in ${folder}: it has no pack.yaml.`,
      'To make one: irotool rules new NAME --extends england',
    );
  }
  const faults: FileFault[] = [];
  const head = readManifest(readFile(folder, 'pack.yaml'), shelf, faults);
  const files = yamlFilesIn(folder);
  const ownSources = files.includes(SOURCES) ? readSources(readFile(folder, SOURCES), faults) : {};
  const sources = { ...head.base?.sources, ...ownSources };
  const plain: GrammarContext = {
    pack: head.name,
    vocabulary: vocabularyOf(head.base ?? {}),
    roles: head.roles,
    sources: new Set([...Object.keys(shelf.sources), ...Object.keys(sources)]),
    titleOf: (id) => (sources[id] ?? shelf.sources[id])?.title,
    suggest: didYouMean,
  };
  const events = readEvents(head.raw.events, head.base?.events ?? [], plain, head.say);
  const context: GrammarContext = { ...plain, vocabulary: vocabularyOf({ events }) };
  const reader = new PackReader(context, head.base, faults);
  for (const path of files) {
    if (path === 'pack.yaml' || path === SOURCES || isScenarioFile(path)) continue;
    reader.read(readFile(folder, path));
  }
  const { rules, dropped } = reader.finish();
  const stages = readStages(head.raw.stages, head.base?.stages ?? [], context, rules, head.say);
  if (faults.length > 0) return { pack: null, faults };
  return {
    pack: {
      name: head.name,
      title: head.title,
      extends: head.base?.name ?? null,
      rules,
      ...(dropped.length > 0 ? { dropped } : {}),
      sources,
      ...(events.length > 0 ? { events } : {}),
      ...(head.roles.length > 0 ? { roles: head.roles } : {}),
      ...(Object.keys(head.called).length > 0 ? { called: head.called } : {}),
      ...(head.raw.addition === true ? { addition: true as const } : {}),
      ...(head.quorum === undefined ? {} : { quorum: head.quorum }),
      ...(stages.length > 0 ? { stages } : {}),
    },
    faults,
  };
}

/** The pack in a folder, or a UserError that names its faults. */
export function loadPack(folder: string, shelf: PackShelf): Pack {
  const { pack, faults } = readPack(folder, shelf);
  if (pack) return pack;
  const shown = faults.slice(0, 5).map(faultLine);
  if (faults.length > 5) shown.push(`and ${faults.length - 5} more`);
  throw new UserError(
    `The pack in ${folder} has faults:\n  ${shown.join('\n  ')}\n`,
    `Put them right, then: irotool rules check ${folder}`,
  );
}

function readFile(folder: string, path: string): YamlFile {
  const called = join(basename(resolve(folder)), path);
  return readYamlFile(join(folder, path), called);
}

interface Manifest {
  readonly name: string;
  readonly title: string;
  readonly base: Pack | null;
  readonly roles: readonly string[];
  readonly called: Readonly<Record<string, readonly string[]>>;
  readonly quorum: number | undefined;
  readonly raw: Raw;
  say(path: Path, message: string): void;
}

function readManifest(yaml: YamlFile, shelf: PackShelf, faults: FileFault[]): Manifest {
  faults.push(...yaml.faults);
  const raw = isRecord(yaml.value) ? yaml.value : {};
  const fault = (path: Path, message: string): void => {
    // Of a file that is no YAML only that is said.
    if (yaml.faults.length > 0) return;
    faults.push({ file: yaml.file, line: yaml.lineAt(path), message });
  };
  if (!isRecord(yaml.value)) fault([], 'pack.yaml gives a name and a title');
  for (const key of Object.keys(raw)) {
    if (!PACK_KEYS.includes(key))
      fault([key], `there is no key "${key}" in pack.yaml.${didYouMean(key, PACK_KEYS)}`);
  }
  const { name, title, extends: extended } = raw;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name)) {
    fault(['name'], '"name" is small letters, figures and hyphens');
  }
  if (typeof title !== 'string' || title.trim() === '') fault(['title'], '"title" is missing');
  let base: Pack | null = null;
  if (extended !== undefined) {
    base = shelf.packs.get(String(extended)) ?? null;
    if (base?.addition) {
      fault(['extends'], `"${base.name}" is an addition: with: { ${base.name}: 2026-12-01 }`);
    } else if (!base) {
      fault(
        ['extends'],
        `there is no pack "${String(extended)}".${didYouMean(String(extended), shelf.packs.keys())}`,
      );
    }
  }
  if (base && raw.with !== undefined)
    base = { ...base, rules: [...base.rules, ...added(raw.with, shelf, fault)] };
  const roles = readRoles(raw.roles, base?.roles ?? [], fault);
  const called = readCalled(raw.called, roles, base?.called ?? {}, fault);
  const { quorum = base?.quorum } = raw;
  const isNumber = quorum === undefined || (Number.isInteger(quorum) && Number(quorum) > 0);
  if (!isNumber) {
    fault(
      ['quorum'],
      '"quorum" is how many agencies beside social care a conference needs: a number such as 2',
    );
  }
  const isSaid = isNumber && quorum !== undefined;
  return {
    ...{ name: String(name), title: String(title), base, roles, called, raw, say: fault },
    quorum: isSaid ? Number(quorum) : undefined,
  };
}

/** The rules of the additions that a pack takes, each in force from the day given: `with: { visits: 2026-12-01 }`. */
function added(raw: unknown, { packs }: PackShelf, fault: (path: Path, message: string) => void): Rule[] {
  const additions = [...packs.values()].filter(({ addition }) => addition);
  const names = additions.map(({ name }) => name);
  if (!isRecord(raw)) {
    fault(
      ['with'],
      `"with" gives each addition the day from which it counts: with: { ${names[0]}: 2026-12-01 }`,
    );
    return [];
  }
  return Object.entries(raw).flatMap(([name, day]) => {
    const addition = additions.find((each) => each.name === name);
    const from = String(day);
    if (!addition) fault(['with', name], `there is no addition "${name}".${didYouMean(name, names)}`);
    else if (!isIsoDate(from))
      fault(['with', name], `the day from which it counts is typed 2026-12-01, not "${from}"`);
    else return addition.rules.filter(({ pack }) => pack === name).map((rule) => fromDay(rule, from));
    return [];
  });
}

const fromDay = (rule: Rule, from: IsoDate): Rule => ({
  ...rule,
  days: {
    ...rule.days,
    from: rule.days?.from !== undefined && rule.days.from > from ? rule.days.from : from,
  },
});
