/** data/README.md is what people who write rules have: it names everything they may write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarsWith } from '../../src/context';
import { STANDINGS } from '../../src/core/engine/standing';
import type { Kind } from '../../src/core/events/attribute';
import type { EventSpec } from '../../src/core/events/event';
import { EVENTS } from '../../src/core/events/list';
import { CONDITIONS, CONDITIONS_ON_DUE_DAY } from '../../src/core/rules/conditions';
import { COUNTINGS, FORCES, GRADES, ROLES, UNITS } from '../../src/core/rules/rule';
import { packFinder } from '../../src/law/find-pack';
import { BELONGINGS, KIND_WORDS } from '../../src/law/pack-events';
import { runScenario } from '../../src/law/scenario-run';
import { readScenarioFile } from '../../src/law/scenarios';
import { folder } from '../support/harness';
import { faultsOf, packFolder } from './pack-folder';

const root = join(import.meta.dirname, '..', '..');
const written = readFileSync(join(root, 'data', 'README.md'), 'utf8');

/** With every row of an event as the vocabulary has it, if UPDATE_DOCS=1 asks for that; then it is written, too. */
function updated(text: string): string {
  if (process.env.UPDATE_DOCS !== '1') return text;
  const whole = EVENTS.reduce((so, event) => {
    const there = rowIn(so, event.kind);
    return there === undefined ? so : so.replace(there, () => rowOf(event));
  }, text);
  writeFileSync(join(root, 'data', 'README.md'), whole);
  return whole;
}

/** The row of an event; below the heading of the events, for rules and codes have rows too. */
const rowIn = (text: string, kind: string): string | undefined =>
  text
    .slice(text.indexOf('\n## Events'))
    .split('\n')
    .find((line) => line.startsWith(`| \`${kind}\` |`));

/** The members of a list of words in a source file: what a reader may write is not all exported. */
function wordsOf(file: string, list: string): string[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const inside = new RegExp(`const ${list}[^=]*= \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
  return [...inside.matchAll(/'([^']+)'/g)].map((word) => word[1]!);
}

const row = (word: string): string | undefined =>
  guide.split('\n').find((line) => new RegExp(`^\\| \`${word}\` +\\|`).test(line));

/** What stands for a value of each kind. */
const EXAMPLES: Readonly<Partial<Record<Kind, string>>> = {
  day: 'DATE',
  time: 'HH:MM',
  count: 'N',
  review: 'N',
  colleague: 'NAME',
  someOf: 'LIST',
  texts: 'LIST',
  people: 'LIST',
  children: 'LIST',
};

/** An event's row of the guide, as the vocabulary has it. */
function rowOf({ kind, attributes, means }: EventSpec): string {
  const cells = Object.entries(attributes)
    .filter(([name]) => name !== 'review')
    .map(([name, { kind: is, choices, default: usual, required }]) => {
      const value = EXAMPLES[is] ?? choices?.find((choice) => choice !== usual) ?? 'TEXT';
      return required ? `\`${name}=${value}\`` : `[\`${name}=${value}\`]`;
    });
  return `| \`${kind}\` | ${cells.join(' ')}${cells.length > 0 ? ' ' : ''}| ${means} |`;
}

const guide = updated(written);
const ofEvents = guide.slice(guide.indexOf('\n## Events'));

describe('every event', () => {
  it.each(EVENTS.map((event) => [event.kind, event] as const))(
    '%s, as the vocabulary has it',
    (kind, event) => {
      expect(rowIn(guide, kind)).toBe(rowOf(event));
    },
  );

  it('and none that there is not', () => {
    const named = [...ofEvents.matchAll(/^\| `([a-z-]+)` +\|/gm)].map((found) => found[1]!);
    expect(named.sort()).toEqual(EVENTS.map((event) => event.kind).sort());
  });
});

const keys = wordsOf('core/rules/grammar.ts', 'KEYS');
it('the keys of a rule are found in the reader', () => expect(keys).toContain('when on the due day'));

it.each(keys)('the key "%s" has its row and an example', (key) => {
  expect(row(key)).toContain(`\`${key}: `);
});

it.each([...Object.keys(CONDITIONS), ...Object.keys(CONDITIONS_ON_DUE_DAY)])('the condition %s', (name) => {
  expect(row(name)).toBeDefined();
});

it.each(wordsOf('law/scenarios.ts', 'KEYS'))('the key of a scenario "%s"', (key) => {
  expect(row(key)).toBeDefined();
});

it.each([...GRADES, ...STANDINGS])('the grade or standing %s', (word) => {
  expect(row(word)).toBeDefined();
});

it.each([...ROLES, ...FORCES, ...UNITS])('the word %s', (word) => {
  expect(guide).toContain(`\`${word}\``);
});

it.each(COUNTINGS)('counting: %s', (counting) => {
  expect(guide).toContain(`\`counting: ${counting}\``);
});

describe('its examples', () => {
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1]!);

  const words = blocks.find((block) => block.startsWith('name:') && block.includes('events:'))!;
  const ofWords = (text: string): boolean =>
    parse(words).events.some(({ id }: { id: string }) => text.includes(id));

  it('of events and roles of a council’s own are taken, with the rules and the scenario that name them', () => {
    const rules = blocks.filter((block) => block.startsWith('- id:') && ofWords(block));
    const stories = blocks.filter((block) => block.startsWith('- name:') && ofWords(block));
    const pack = packFolder(rules.join('\n'), { 'pack.yaml': words, 'scenarios.yaml': stories.join('\n') });
    expect(faultsOf(pack)).toEqual([]);
    const file = join(pack, 'scenarios.yaml');
    const packs = packFinder();
    const { scenarios, faults } = readScenarioFile(file, packs.for(file), packs.usual(file));
    expect(faults).toEqual([]);
    expect(scenarios.map((each) => runScenario(each, calendarsWith([])).differences)).toEqual([[]]);
  });

  it.each([...Object.keys(KIND_WORDS), ...Object.keys(BELONGINGS)])(
    'the kind or place %s of an event',
    (word) => {
      expect(guide).toContain(`\`${word}\``);
    },
  );

  it('of rules are taken as they stand', () => {
    const rules = blocks.filter((block) => block.startsWith('- id:') && !ofWords(block));
    expect(rules.length).toBeGreaterThan(0);
    for (const text of rules) {
      const [{ duty }] = parse(text) as [{ duty?: string }];
      // A whole rule needs another id than the one that ships.
      expect(faultsOf(packFolder(duty ? text.replace('- id: ', '- id: our-') : text))).toEqual([]);
    }
  });

  it('of scenarios pass', () => {
    const scenarios = blocks.filter((block) => block.startsWith('- name:') && !ofWords(block));
    expect(scenarios.length).toBeGreaterThan(0);
    for (const text of scenarios) {
      const file = join(folder(), 'story.yaml');
      writeFileSync(file, text);
      const packs = packFinder();
      const reading = readScenarioFile(file, packs.for(file), packs.usual(file));
      expect(reading.faults).toEqual([]);
      for (const scenario of reading.scenarios) {
        expect(runScenario(scenario, calendarsWith([])).differences).toEqual([]);
      }
    }
  });
});
