/**
 * What people mistype in a file of rules or scenarios comes out as one sentence: the line, and what to type
 * instead. YAML's own words are never shown.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFinder } from '../../src/law/find-pack';
import { readScenarioFile } from '../../src/law/scenarios';
import { faultLine } from '../../src/yaml';
import { folder } from '../support/harness';
import { secondsUsed } from '../support/processor-time';
import { faultsOf, packFolder, rule, SOURCE } from './pack-folder';

/** Of a rule file with one slip in it: the one sentence. */
type Spoilt = readonly [slip: string, rules: string, sentence: string];

const colon = 'words with a colon and a space in them go in quotation marks: type';
const spoilt: readonly Spoilt[] = [
  [
    'a tab in front of a line',
    rule().replace('  who', '\twho'),
    '3: the line begins with a tab: take it out, and type spaces instead',
  ],
  [
    'a tab after the spaces',
    rule().replace('  who', '  \twho'),
    '3: the line begins with a tab: take it out, and type spaces instead',
  ],
  [
    'a colon in a sentence',
    rule({ duty: 'duty: Visit the child: at home' }),
    `2: ${colon} duty: "Visit the child: at home"`,
  ],
  [
    'a colon in a note',
    rule({ note: 'note: Our reading: five days' }),
    `9: ${colon} note: "Our reading: five days"`,
  ],
  [
    'a colon in words with quotation marks of their own',
    rule({ note: 'note: It says: "in five days"' }),
    `9: ${colon} note: 'It says: "in five days"'`,
  ],
  [
    'a comma in the place of a source',
    rule({ source: SOURCE.replace('none', 'paras 3.17, 3.67') }),
    '8: words with a comma in them go in quotation marks within { }: type at: "paras 3.17, 3.67"',
  ],
  [
    'two commas there',
    rule({ source: SOURCE.replace('none', 'paras 3.17, 3.67, and 6.1') }),
    '8: words with a comma in them go in quotation marks within { }: type at: "paras 3.17, 3.67, and 6.1"',
  ],
  [
    'a quotation mark without its partner',
    rule({ duty: 'duty: "Visit the child' }),
    '2: the quotation mark has no partner: type duty: "Visit the child"',
  ],
  [
    'a quotation mark without its partner, and another pair below',
    rule({ duty: 'duty: "Visit the child', note: 'note: "Our reading"' }),
    '2: the quotation mark has no partner: type duty: "Visit the child"',
  ],
  [
    'an apostrophe between apostrophes',
    rule({ duty: "duty: 'See the child's room'" }),
    `2: words come after the second quotation mark: type duty: "See the child's room"`,
  ],
  [
    'words after those in quotation marks',
    rule({ duty: 'duty: "Visit" the child' }),
    `2: words come after the second quotation mark: type duty: '"Visit" the child'`,
  ],
  [
    'a key given twice',
    rule({ again: 'who: unit' }),
    '9: "who" is given twice in one entry (also on line 3): keep one of them',
  ],
  [
    'a star in front of words',
    rule({ duty: 'duty: *visit' }),
    '2: words that begin with * go in quotation marks: type "*visit"',
  ],
  [
    'an ampersand in front of words',
    rule({ duty: 'duty: &visit Visit' }),
    '2: words that begin with & go in quotation marks: type "&visit Visit"',
  ],
  [
    'an exclamation mark in front of words',
    rule({ duty: 'duty: !now Visit' }),
    '2: words that begin with ! go in quotation marks: type "!now Visit"',
  ],
  [
    'a percent sign in front of words',
    rule({ duty: 'duty: %home visit' }),
    '2: words that begin with % go in quotation marks: type duty: "%home visit"',
  ],
  [
    'a hyphen in front of words',
    rule({ duty: 'duty: - Visit' }),
    '2: words that begin with - go in quotation marks: type duty: "- Visit"',
  ],
  [
    'a number sign within words',
    rule({ duty: 'duty: Visit #1 of the child' }),
    '2: what follows # is a note, which is not read: put the words in quotation marks, such as "Visit #1 of the child", or type a space after #',
  ],
  [
    'a backslash between quotation marks',
    rule({ note: 'note: "H:\\procedure"' }),
    `9: between " and " the sign \\ has a meaning of its own: type note: 'H:\\procedure'`,
  ],
  [
    'a square bracket not closed',
    rule({ after: 'after: [placement-started, review-held' }),
    '4: the bracket is not closed: type ] at the end of the line',
  ],
  [
    'a curly bracket not closed',
    rule({ source: SOURCE.replace(' }', '') }),
    '8: the bracket is not closed: type } at the end of the line',
  ],
  [
    'a bracket too many',
    rule({ source: `${SOURCE} }` }),
    '8: there is a } too many: take it out, or type the bracket that it closes',
  ],
  [
    'a list without brackets',
    rule({ 'ends at': 'ends at: care, review-held' }),
    '9: more than one goes in square brackets: type ends at: [care, review-held]',
  ],
  [
    'nothing between two commas',
    rule({ 'met by': 'met by: [iro-saw-child, , review-held]' }),
    '6: nothing stands before a comma: take the comma out',
  ],
  [
    'no space after a colon',
    rule({ who: 'who:iro' }),
    '3: after a key come a colon and a space: type "who: iro"',
  ],
  [
    'no colon after a key',
    rule({ who: 'who iro' }),
    '3: after a key come a colon and a space: type "who: iro"',
  ],
  ['nothing after a key', rule({ who: 'who:' }), '3: nothing stands after "who:"'],
  [
    'a line too far in',
    rule().replace('  who', '    who'),
    '3: the line begins too far in: begin it with 2 spaces, under the duty above',
  ],
  [
    'a line not far enough in',
    rule().replace('  who', ' who'),
    '3: the line does not begin far enough in: begin it with 2 spaces, under the duty above',
  ],
  [
    'no hyphen in front of an entry',
    rule().replace('- id', 'id'),
    '2: an entry begins with a hyphen: type "- id: visit", and this line below it',
  ],
  [
    'no space after the hyphen',
    rule().replace('- id', '-id'),
    '1: after the hyphen comes a space: type "- id: visit"',
  ],
  [
    'a space that was copied from a web page',
    rule({ duty: 'duty:\u00a0Visit' }),
    '2: a space or colon in it is not the one of the keyboard (it may be copied from a web page): type the line again',
  ],
  [
    'a second list in the file',
    `${rule()}\n---\n${rule()}`,
    '9: a file holds one list: take out the line ---',
  ],
  [
    'a key with a capital',
    rule({ who: 'Who: iro' }),
    '3: there is no key "Who" in a rule. Did you mean "who"?',
  ],
  [
    'a limit in words',
    rule({ within: 'within: ten working days' }),
    '5: "within" is a number of working days, days, weeks, months; not "ten working days": type such as within: 10 working days',
  ],
  [
    'a slip in the id of a rule to be changed',
    `- id: invit\n  within: 7 working days\n  ${SOURCE}`,
    '1: the pack "england" has no rule "invit" to change. Did you mean "invite"?',
  ],
  [
    'a slip in the id of a rule to be dropped',
    '- id: invit\n  drop: true\n  reason: We ring them',
    '1: the pack "england" has no rule "invit" to change. Did you mean "invite"?',
  ],
];

describe('a file of rules with one slip in it comes out as one sentence', () => {
  it.each(spoilt)('%s', (_slip, rules, sentence) => {
    expect(faultsOf(packFolder(`${rules}\n`))).toEqual([`leeds/rules.yaml:${sentence}`]);
  });

  it('and none of them is a fault of the file as it was meant', () => {
    expect(faultsOf(packFolder(rule()))).toEqual([]);
    expect(
      faultsOf(packFolder(rule({ note: 'note: >\n    Words on two\n    lines, and: a colon' }))),
    ).toEqual([]);
    expect(faultsOf(packFolder(`\uFEFF${rule().replaceAll('\n', '\r\n')}`))).toEqual([]);
  });
});

describe('a file of scenarios with one slip in it comes out as one sentence', () => {
  const lines = [
    '- name: In time',
    '  today: 2026-03-10',
    '  events:',
    '    - 2026-03-02 became-looked-after',
    '  expect:',
    '    - review-first due 2026-03-30 upcoming',
  ];
  const sentences = (at: number, line: string): string[] => {
    const file = join(folder(), 'story.yaml');
    writeFileSync(file, lines.with(at, line).join('\n'));
    const packs = packFinder();
    return readScenarioFile(file, packs.for(file), packs.usual(file)).faults.map(faultLine);
  };
  const cases: readonly [slip: string, at: number, line: string, sentence: string][] = [
    ['a colon in the name', 0, '- name: First: in time', `1: ${colon} name: "First: in time"`],
    [
      'a tab',
      3,
      '\t- 2026-03-02 became-looked-after',
      '4: the line begins with a tab: take it out, and type spaces instead',
    ],
    [
      'a colon in an event',
      3,
      '    - 2026-03-02 review-adjourned reason=late: no bus',
      "4: a line with a colon and a space in it goes in quotation marks: type - '2026-03-02 review-adjourned reason=late: no bus'",
    ],
    ['a key that is none', 2, '  evnts:', '3: there is no key "evnts" in a scenario. Did you mean "events"?'],
    [
      'a quotation mark alone',
      0,
      '- name: "In time',
      '1: the quotation mark has no partner: type name: "In time"',
    ],
  ];
  it.each(cases)('%s', (_slip, at, line, sentence) => {
    expect(sentences(at, line)).toEqual([`story.yaml:${sentence}`]);
  });
});

describe('a file that would take no end of reading', () => {
  const deep = (open: string, close: string): string => `- ${open.repeat(800)}x${close.repeat(800)}\n`;
  const bomb = [
    '- a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
    ...Array.from(
      { length: 20 },
      (_, at) => `- a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    ),
  ].join('\n');

  it('of names for names (an alias bomb) is refused at the first of them', () => {
    expect(faultsOf(packFolder(bomb))[0]).toBe(
      'leeds/rules.yaml:1: words that begin with & go in quotation marks: type "&a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"',
    );
  });

  it.each([
    ['lists', deep('[', ']')],
    ['keys', deep('{a: ', '}')],
    ['hyphens', deep('- ', '')],
    ['lines', Array.from({ length: 1200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('of %s within each other is refused', (_what, text) => {
    const [fault, ...others] = faultsOf(packFolder(text));
    expect(fault).toMatch(/rules\.yaml:\d+: .* more than 12 deep/);
    expect(others).toEqual([]);
  });

  it.each([
    [
      'a line of 20,000 brackets',
      `- ${'['.repeat(20_000)}`,
      '1: a line has 5000 characters at most: break it in two',
    ],
    [
      '26,000 commas',
      `- [${'a,'.repeat(2000)}]\n`.repeat(13),
      '13: a file has 25000 entries, commas and brackets at most: share it among several',
    ],
    [
      'commas that only seem to stand within quotation marks',
      `- [a',${'a,'.repeat(2000)}b']\n`.repeat(13),
      '13: a file has 25000 entries, commas and brackets at most: share it among several',
    ],
    [
      '2,500 lines of lists within lists',
      `${'- '.repeat(12)}a\n`.repeat(2500),
      '2084: a file has 25000 entries, commas and brackets at most: share it among several',
    ],
    ['30,000 lines', 'a\n'.repeat(30_000), '25001: a file has 25000 lines at most: share it among several'],
  ])('of %s is refused', (_what, text, sentence) => {
    expect(faultsOf(packFolder(text))).toEqual([`leeds/rules.yaml:${sentence}`]);
  });

  it.each([
    ['keys', Array.from({ length: 24_000 }, (_, at) => `  k${at}: 1`).join('\n')],
    ['keys of one name', '  k: 1\n'.repeat(24_000)],
    ['lists within lists', `  - ${'- '.repeat(10)}a\n`.repeat(2200)],
    ['lists within brackets', `  - [${'['.repeat(9)}a${']'.repeat(9)}]\n`.repeat(1180)],
    ['quotation marks without a partner', '  - "a\n'.repeat(24_000)],
    ['words with colons', `  - ${'x: '.repeat(9)}y\n`.repeat(2400)],
    ['tabs', '\ta\n'.repeat(24_000)],
  ])('of as many %s as a file may have is read within a second of work', (_what, text) => {
    const used = secondsUsed();
    faultsOf(packFolder(`- id: visit\n  x:\n${text}`));
    // A machine that does other things beside is slower.
    expect(used()).toBeLessThan(2);
  });
});
