import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarsWith } from '../../src/context';
import { packFinder } from '../../src/law/find-pack';
import { runScenario } from '../../src/law/scenario-run';
import { readScenarioFile, type ScenarioReading, scenarioFilesAt } from '../../src/law/scenarios';
import { faultLine } from '../../src/yaml';
import { folder } from '../support/harness';
import { packFolder, rule, write } from './pack-folder';

const calendars = calendarsWith([]);

const WHOLE = [
  '- name: A first review',
  '  today: 2026-03-10',
  '  events:',
  '    - 2026-03-02 became-looked-after basis=V2',
  '  expect:',
  '    - review-first due 2026-03-30 upcoming',
];

function read(text: string): ScenarioReading {
  const file = join(folder(), 'story.yaml');
  writeFileSync(file, text);
  const packs = packFinder();
  return readScenarioFile(file, packs.for(file), packs.usual(file));
}

/** The differences of a file with one scenario. */
function differences(text: string): readonly string[] {
  const { scenarios, faults } = read(text);
  expect(faults.map(faultLine)).toEqual([]);
  return runScenario(scenarios[0]!, calendars).differences;
}

const whole = (...changed: string[]): string => [...WHOLE, ...changed].join('\n');
const line = (at: number, text: string): string => WHOLE.map((old, i) => (i === at ? text : old)).join('\n');

describe('scenario files are read strictly', () => {
  const cases: [what: string, text: string, fault: string][] = [
    ['a key that is none', whole('  expects: []'), 'story.yaml:7: there is no key "expects" in a scenario.'],
    [
      'an event that is none',
      line(3, '    - 2026-03-02 became'),
      'story.yaml:4: There is no event "became".',
    ],
    [
      'an attribute that is none',
      line(3, '    - 2026-03-02 became-looked-after base=V2'),
      'story.yaml:4: "became-looked-after" has no attribute "base"',
    ],
    [
      'an attribute with a value that is none',
      line(3, '    - 2026-03-02 became-looked-after basis=V9'),
      'story.yaml:4: "basis" is one of C1',
    ],
    [
      'an attribute that is missing',
      line(3, '    - 2026-03-02 review-planned'),
      'story.yaml:4: "review-planned" needs meeting=…',
    ],
    [
      'a day that is none',
      line(3, '    - 2026-02-30 review-held'),
      'story.yaml:4: "2026-02-30" is not a date',
    ],
    ['a today that is none', line(1, '  today: soon'), 'story.yaml:2: "today" is a date'],
    [
      'a rule that is none',
      line(5, '    - reviw-first due 2026-03-30 upcoming'),
      'story.yaml:6: there is no rule "reviw-first". Did you mean "review-first"?',
    ],
    [
      'a standing that is none',
      line(5, '    - review-first due 2026-03-30 upcomin'),
      'story.yaml:6: there is no standing "upcomin". Did you mean "upcoming"?',
    ],
    [
      'a flag that is none',
      line(5, '    - review-first due 2026-03-30 upcoming compresed'),
      'story.yaml:6: after the standing come "compressed", "provisional" and "eased", not "compresed"',
    ],
    ['half a line', line(5, '    - review-first upcoming'), 'story.yaml:6: an expected line is "RULE due'],
    ['none of a rule that is none', whole('  none: [nothing]'), 'story.yaml:7: there is no rule "nothing".'],
    ['an action that is none', whole('  actions: [nothing]'), 'story.yaml:7: there is no rule "nothing".'],
    ['a pack that is none', whole('  pack: leeds'), 'story.yaml:7: there is no pack "leeds"'],
    ['no name', line(0, '- pack: york'), 'story.yaml:1: a scenario needs a "name", a sentence'],
    ['no events', '- name: Nothing\n', 'story.yaml:1: a scenario needs "events"'],
    ['words for a list', '- name: Nothing\n  events: none\n', 'story.yaml:2: "events" is a list of lines'],
    [
      'a key given twice',
      whole('  today: 2026-03-11'),
      'story.yaml:7: "today" is given twice in one entry (also on line 2)',
    ],
    ['an empty file', '', 'story.yaml:1: a scenario begins with "- name:"'],
    ['a rule', rule(), 'story.yaml:1: this is a rule, not a scenario'],
  ];
  it.each(cases)('%s', (_what, text, fault) => {
    const { faults, scenarios, broken } = read(text);
    expect(faults.map(faultLine)[0]).toContain(fault);
    expect(scenarios).toEqual([]);
    expect(broken).toBe(1);
  });

  it('a fault in one scenario leaves the others to be run', () => {
    const { scenarios, broken } = read(`${WHOLE.join('\n')}\n- name: Bad\n  evnts: []\n`);
    expect(scenarios).toHaveLength(1);
    expect(broken).toBe(1);
  });
});

describe('what a scenario holds', () => {
  it('passes', () => expect(differences(whole())).toEqual([]));

  it('another date is a difference, said both ways', () => {
    expect(differences(line(5, '    - review-first due 2026-03-31 upcoming'))).toEqual([
      'expected  review-first due 2026-03-31 upcoming',
      'found     review-first due 2026-03-30 upcoming',
    ]);
  });

  it('another standing is a difference', () => {
    expect(differences(line(5, '    - review-first due 2026-03-30 overdue'))).toHaveLength(2);
  });

  it('a flag too many is a difference', () => {
    expect(differences(line(5, '    - review-first due 2026-03-30 upcoming provisional'))).toHaveLength(2);
  });

  it('expect is the whole list for every rule it names', () => {
    const text = [
      '- name: Two reviews, one expected',
      '  today: 2026-07-01',
      '  events:',
      '    - 2025-06-02 became-looked-after',
      '    - 2025-06-20 review-held',
      '    - 2025-09-10 review-held',
      '    - 2026-03-02 review-held',
      '  expect:',
      '    - review-later due 2026-03-10 met',
    ].join('\n');
    expect(differences(text)).toEqual(['found     review-later due 2026-09-02 upcoming']);
  });

  it('rules that it does not name are left out of account', () => {
    expect(differences(whole())).toEqual([]);
  });

  it('none says that a rule has no deadline and no action', () => {
    expect(differences(whole('  none: [review-second]'))).toEqual([]);
    expect(differences(whole('  none: [iro-allocate]'))).toEqual([
      'expected no iro-allocate, found iro-allocate due 2026-03-09 overdue',
    ]);
  });

  it('actions are expected, and an empty list says there are none', () => {
    const text = [
      '- name: Already in care',
      '  today: 2026-03-10',
      '  events:',
      '    - 2026-03-02 became-looked-after start=before',
    ].join('\n');
    expect(differences(`${text}\n  actions: [last-review-unknown]`)).toEqual([]);
    expect(differences(`${text}\n  actions: []`)).toEqual(['found the action last-review-unknown']);
    expect(differences(whole('  actions: [last-review-unknown]'))).toEqual([
      'expected the action last-review-unknown',
    ]);
  });

  it('one that expects nothing fails: it could never do so otherwise', () => {
    const text = '- name: x\n  today: 2026-03-10\n  events:\n    - 2026-03-02 became-looked-after';
    expect(differences(text)).toEqual(['it expects nothing, so it could never fail']);
    expect(differences(`${text}\n  none: [review-second]`)).toEqual([]);
  });

  it('one without a today fails: a test must not depend on the clock', () => {
    expect(differences(WHOLE.filter((text) => !text.includes('today')).join('\n'))).toEqual([
      'it gives no "today"',
    ]);
  });

  it('a date outside 1900 to 2199 is a difference, not a fault of the program', () => {
    const text = line(3, '    - 2199-12-20 became-looked-after').replace('2026-03-10', '2199-12-31');
    expect(differences(text)).toEqual(['a date would fall outside 1900 to 2199']);
  });
});

describe('whose rules a scenario is held against', () => {
  const own = [
    '- name: Ours',
    '  today: 2026-03-10',
    '  events:',
    '    - 2026-03-02 became-looked-after',
    '    - 2026-03-02 placement-started',
    '  expect:',
    '    - visit due 2026-03-16 upcoming',
  ].join('\n');

  const packAt = (file: string): string | undefined => {
    const packs = packFinder();
    return readScenarioFile(file, packs.for(file), packs.usual(file)).scenarios[0]?.pack.name;
  };

  it('in a pack’s folder, that pack', () => {
    const inside = packFolder(rule(), { 'scenarios.yaml': own, 'scenarios/more.yaml': own });
    expect(packAt(join(inside, 'scenarios.yaml'))).toBe('leeds');
    expect(packAt(join(inside, 'scenarios', 'more.yaml'))).toBe('leeds');
  });

  it('in a pack’s folder, that pack by its name, or one that ships', () => {
    const named = own.replace('- name: Ours', '- name: Ours\n  pack: leeds');
    const york = WHOLE.join('\n').replace('- name', '- pack: york\n  name');
    const inside = packFolder(rule(), { 'scenarios.yaml': named, 'scenarios-york.yaml': york });
    expect(packAt(join(inside, 'scenarios.yaml'))).toBe('leeds');
    expect(packAt(join(inside, 'scenarios-york.yaml'))).toBe('york');
  });

  it('elsewhere england, or a folder from where the file is', () => {
    const inside = packFolder(rule());
    const beside = join(inside, '..', 'story.yaml');
    writeFileSync(beside, WHOLE.join('\n'));
    expect(packAt(beside)).toBe('england');
    writeFileSync(beside, own.replace('- name: Ours', '- name: Ours\n  pack: ./leeds'));
    expect(packAt(beside)).toBe('leeds');
  });

  it('a pack with faults is said to have them', () => {
    const file = join(packFolder(rule({ who: 'who: nobody' }), { 'scenarios.yaml': own }), 'scenarios.yaml');
    const packs = packFinder();
    const { faults } = readScenarioFile(file, packs.for(file), packs.usual(file));
    expect(faults.map(faultLine)[0]).toMatch(/^scenarios\.yaml:1: the pack ".*" has faults$/);
    expect(packs.faults.map(faultLine)[0]).toMatch(/^leeds\/rules\.yaml:3: "who" must be one of/);
  });
});

describe('which files hold scenarios', () => {
  it('of a pack’s folder, those called scenarios; of any other, all', () => {
    const inside = packFolder(rule(), {
      'scenarios.yaml': '[]',
      'scenarios-more.yml': '[]',
      'scenarios/a.yaml': '[]',
    });
    const names = (path: string): string[] =>
      scenarioFilesAt(path).map((file) => file.slice(path.length + 1));
    expect(names(inside)).toEqual(['scenarios-more.yml', 'scenarios.yaml', 'scenarios/a.yaml']);
    expect(names(join(inside, 'scenarios'))).toEqual(['a.yaml']);
    expect(names(join(inside, '..'))).toEqual([
      'leeds/scenarios-more.yml',
      'leeds/scenarios.yaml',
      'leeds/scenarios/a.yaml',
    ]);
    expect(scenarioFilesAt(write({ 'a.yaml': '[]', 'b/c.yaml': '[]' }))).toHaveLength(2);
  });
});
