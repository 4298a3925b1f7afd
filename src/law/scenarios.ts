/**
 * Scenario files: what the law expects, in sentences a review manager can read and correct.
 * Read strictly: unknown keys, events, ids and standings are faults with file and line.
 */
import { basename, dirname, join } from 'node:path';
import { SAY_WHAT_HAPPENED } from '../core/engine/actions';
import { STANDINGS, type Standing } from '../core/engine/standing';
import type { Fact } from '../core/events/fact';
import { readFactLine } from '../core/events/reading';
import { vocabularyOf } from '../core/events/vocabulary';
import { isRecord, wordsOf } from '../core/rules/raw';
import type { Pack } from '../core/rules/rule';
import { type IsoDate, isIsoDate } from '../core/time/dates';
import { didYouMean } from '../errors';
import { type FileFault, readYamlFile, type YamlFile } from '../yaml';
import { isFolder, isScenarioFile, yamlFilesIn } from './folder';
import { shippedLaw } from './shipped';

/** One expected line. */
export interface Expected {
  readonly rule: string;
  readonly due: IsoDate;
  readonly standing: Standing;
  readonly compressed: boolean;
  readonly provisional: boolean;
  readonly eased: boolean;
}

export interface Scenario {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly pack: Pack;
  /** Null if the file leaves it to the command. */
  readonly today: IsoDate | null;
  readonly born: IsoDate | null;
  readonly goLive: IsoDate | null;
  readonly facts: readonly Fact[];
  readonly expect: readonly Expected[];
  readonly none: readonly string[];
  /** Null if the scenario says nothing of actions. */
  readonly actions: readonly string[] | null;
}

export interface ScenarioReading {
  readonly scenarios: readonly Scenario[];
  readonly faults: readonly FileFault[];
  /** How many scenarios could not be read; a file that is no YAML at all counts as one. */
  readonly broken: number;
}

/** A pack by what a scenario calls it; undefined if there is none, `faulty` where it cannot be read. */
export type FindPack = (name: string) => Pack | 'faulty' | undefined;

const KEYS = [
  'name',
  'pack',
  'today',
  'born',
  'go-live',
  'events',
  'from a return',
  'expect',
  'none',
  'actions',
];
const FLAGS = ['compressed', 'provisional', 'eased'];

/** The scenario files at a path: the file itself, or those of a folder (of a pack's folder, its scenarios). */
export function scenarioFilesAt(path: string): string[] {
  if (!isFolder(path)) return [path];
  const files = yamlFilesIn(path);
  const packs = files.filter((file) => basename(file) === 'pack.yaml').map(dirname);
  const isOfPack = (file: string): boolean =>
    packs.some((pack) => pack === '.' || file.startsWith(join(pack, '/')));
  return files.filter((file) => isScenarioFile(file) || !isOfPack(file)).map((file) => join(path, file));
}

/**
 * Reads one file of scenarios. `defaultPack` is the pack of a council's own folder, else england;
 * `called` is what faults call the file.
 */
export function readScenarioFile(
  path: string,
  findPack: FindPack,
  defaultPack: string,
  called = basename(path),
): ScenarioReading {
  const yaml = readYamlFile(path, called);
  const faults: FileFault[] = [...yaml.faults];
  if (faults.length > 0) return { scenarios: [], faults, broken: 1 };
  const items = Array.isArray(yaml.value) ? yaml.value : [yaml.value];
  const scenarios: Scenario[] = [];
  let broken = 0;
  items.forEach((raw: unknown, at) => {
    const path = Array.isArray(yaml.value) ? [at] : [];
    const reader = new ScenarioReader(yaml, path, raw, findPack, defaultPack);
    const scenario = reader.read();
    faults.push(...reader.faults);
    if (scenario && reader.faults.length === 0) scenarios.push(scenario);
    else broken++;
  });
  return { scenarios, faults, broken };
}

class ScenarioReader {
  readonly faults: FileFault[] = [];

  constructor(
    private readonly yaml: YamlFile,
    private readonly path: readonly (string | number)[],
    private readonly raw: unknown,
    private readonly findPack: FindPack,
    private readonly defaultPack: string,
  ) {}

  read(): Scenario | null {
    const { raw } = this;
    if (!isRecord(raw)) {
      this.fault([], 'a scenario begins with "- name:"');
      return null;
    }
    if (raw.name === undefined && raw.id !== undefined) {
      this.fault([], 'this is a rule, not a scenario: a scenario begins with "- name:"');
      return null;
    }
    for (const key of Object.keys(raw)) {
      if (!KEYS.includes(key)) {
        this.fault([key], `there is no key "${key}" in a scenario.${didYouMean(key, KEYS)}`);
      }
    }
    if (typeof raw.name !== 'string') this.fault([], 'a scenario needs a "name", a sentence');
    const packName = raw.pack === undefined ? this.defaultPack : String(raw.pack);
    const pack = this.findPack(packName);
    if (pack === undefined || pack === 'faulty') {
      this.fault(
        ['pack'],
        pack === 'faulty' ? `the pack "${packName}" has faults` : `there is no pack "${packName}"`,
      );
      return null;
    }
    const ids = new Set([...pack.rules.map((rule) => rule.id), SAY_WHAT_HAPPENED]);
    return {
      file: this.yaml.file,
      line: this.yaml.lineAt(this.path),
      name: String(raw.name),
      pack,
      today: this.date(raw.today, 'today'),
      born: this.date(raw.born, 'born'),
      goLive: this.date(raw['go-live'], 'go-live'),
      facts: [...this.facts(raw, pack), ...this.factsOfReturn(raw, pack)],
      expect: this.lines(raw.expect, 'expect').flatMap((line, at) => this.expected(line, at, ids)),
      // A rule of another pack may be named as one that this pack does not have.
      none: this.ids(raw.none, 'none', new Set([...ids, ...shippedRuleIds()])),
      actions: raw.actions === undefined ? null : this.ids(raw.actions, 'actions', ids),
    };
  }

  private fault(path: readonly (string | number)[], message: string): void {
    this.faults.push({
      file: this.yaml.file,
      line: this.yaml.lineAt([...this.path, ...path]),
      message,
    });
  }

  private date(value: unknown, key: string): IsoDate | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string' && isIsoDate(value)) return value;
    this.fault([key], `"${key}" is a date (2026-03-13), not "${String(value)}"`);
    return null;
  }

  private lines(value: unknown, key: string): string[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value;
    const cut = Array.isArray(value) ? value.findIndex(isRecord) : -1;
    if (Array.isArray(value) && cut >= 0) {
      const [start, rest] = Object.entries(value[cut] as Record<string, unknown>)[0] ?? ['', ''];
      this.fault(
        [key, cut],
        `a line with a colon and a space in it goes in quotation marks: type - '${start}: ${wordsOf(rest)}'`,
      );
      return [];
    }
    this.fault([key], `"${key}" is a list of lines, each beginning with "- "`);
    return [];
  }

  private facts({ events: value, 'from a return': returned }: Record<string, unknown>, pack: Pack): Fact[] {
    const isMistyped = this.faults.some(({ message }) => message.endsWith('Did you mean "events"?'));
    if (value === undefined && returned === undefined && !isMistyped)
      this.fault([], 'a scenario needs "events"');
    return this.factLines(value, 'events', pack);
  }

  /** What a return of looked-after children told, and no one typed. */
  private factsOfReturn({ 'from a return': returned }: Record<string, unknown>, pack: Pack): Fact[] {
    return this.factLines(returned, 'from a return', pack).map((fact) => ({ ...fact, fromReturn: true }));
  }

  private factLines(value: unknown, key: string, pack: Pack): Fact[] {
    const vocabulary = vocabularyOf(pack);
    return this.lines(value, key).flatMap((line, at) => {
      const { fact, faults } = readFactLine(line, vocabulary, didYouMean);
      for (const message of faults) this.fault([key, at], message);
      return fact ? [fact] : [];
    });
  }

  private ids(value: unknown, key: string, known: ReadonlySet<string>): string[] {
    const ids = this.lines(value, key);
    ids.forEach((id, at) => {
      if (!known.has(id)) this.fault([key, at], `there is no rule "${id}".${didYouMean(id, known)}`);
    });
    return ids;
  }

  private expected(line: string, at: number, ids: ReadonlySet<string>): Expected[] {
    const parts = /^(\S+) due (\S+) (\S+)((?: \S+)*)$/.exec(line.trim());
    const say = (message: string): Expected[] => {
      this.fault(['expect', at], message);
      return [];
    };
    if (!parts)
      return say(
        'an expected line is "RULE due DATE STANDING", and perhaps "compressed", "provisional" or "eased"',
      );
    const [, rule, due, standing] = parts as unknown as [string, string, string, string];
    const flags = parts[4]!.trim().split(' ').filter(Boolean);
    if (!ids.has(rule)) return say(`there is no rule "${rule}".${didYouMean(rule, ids)}`);
    if (!isIsoDate(due)) return say(`"${due}" is not a date`);
    if (!(STANDINGS as readonly string[]).includes(standing)) {
      return say(`there is no standing "${standing}".${didYouMean(standing, STANDINGS)}`);
    }
    const unknown = flags.find((flag) => !FLAGS.includes(flag));
    if (unknown)
      return say(`after the standing come "compressed", "provisional" and "eased", not "${unknown}"`);
    return [
      {
        rule,
        due,
        standing: standing as Standing,
        compressed: flags.includes('compressed'),
        provisional: flags.includes('provisional'),
        eased: flags.includes('eased'),
      },
    ];
  }
}

function shippedRuleIds(): string[] {
  return shippedLaw().packs.flatMap((pack) => pack.rules.map((rule) => rule.id));
}
