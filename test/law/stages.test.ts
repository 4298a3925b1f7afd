/** The ladder of a dispute is the pack's: its stages in order, each with who and perhaps days, and the first formal one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageWords } from '../../src/core/rules/stages';
import { readPack } from '../../src/law/packs';
import { shelf, shippedPack } from '../../src/law/shipped';
import { faultsOf, write } from './pack-folder';

const HEAD = 'name: leeds\ntitle: Leeds\nextends: england\n';
const stage = (name: string, more = ''): string =>
  `  - name: ${name}\n    what: Stage ${name}\n    who: someone\n${more}`;
const FORMAL = '    first formal: true\n';
const pack = (...stages: string[]): string => write({ 'pack.yaml': `${HEAD}stages:\n${stages.join('')}` });

it('York adds its professionals’ meeting to England’s ladder, before the first formal stage', () => {
  const names = (of: string): string[] =>
    shippedPack(of).stages!.map(({ name, formal }) => `${name}${formal ? ' (formal)' : ''}`);
  expect(names('england')).toEqual(['informal', 'senior-manager (formal)', 'chief-executive (formal)']);
  expect(names('york')).toEqual([
    'informal',
    'professionals-meeting',
    'senior-manager (formal)',
    'chief-executive (formal)',
  ]);
});

it('a pack without stages has those of the pack that it extends', () => {
  const { pack: read } = readPack(write({ 'pack.yaml': HEAD }), shelf());
  expect(read!.stages).toEqual(shippedPack('england').stages);
});

it('the one in the guide is taken', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'README.md'), 'utf8');
  const [, example] = /```yaml\n(stages:\n[\s\S]*?)```/.exec(guide)!;
  const { pack: read, faults } = readPack(write({ 'pack.yaml': `${HEAD}${example}` }), shelf());
  expect(faults).toEqual([]);
  expect(read!.stages!.map(({ days }) => days)).toEqual([null, 5, 10, 10]);
});

describe('what cannot be is refused in words', () => {
  it.each([
    [
      'no first formal stage',
      [stage('a'), stage('b')],
      'from it the days over all formal stages run; none does',
    ],
    ['two of them', [stage('a', FORMAL), stage('b', FORMAL)], '; 2 do'],
    ['one name twice', [stage('a'), stage('a', FORMAL)], 'the stage "a" is given twice'],
    ['a name that is none', [stage('Big Boss', FORMAL)], 'a stage is small letters with hyphens between'],
    [
      'no days',
      [stage('a', `${FORMAL}    days: soon\n`)],
      '"days" is a number of working days from 1; not "soon"',
    ],
    [
      'a key that there is not',
      [stage('a', `${FORMAL}    day: 3\n`)],
      'there is no key "day" in a stage. Did you mean "days"?',
    ],
    [
      'formal stages of 21 days together',
      [stage('a', `${FORMAL}    days: 10\n`), stage('b', '    days: 11\n')],
      'the formal stages take 21 working days together, and 20 are allowed over all of them',
    ],
  ])('%s', (_, stages, said) => {
    expect(faultsOf(pack(...stages)).join('\n')).toContain(said);
  });

  it('but formal stages of twenty days together, after an informal one of any length, are taken', () => {
    expect(
      faultsOf(
        pack(
          stage('a', '    days: 30\n'),
          stage('b', `${FORMAL}    days: 10\n`),
          stage('c', '    days: 10\n'),
        ),
      ),
    ).toEqual([]);
  });
});

it('a stage that the pack has no longer is called by its name', () => {
  expect(stageWords(shippedPack('york').stages!, 'chief-executive')).toBe('Chief executive');
  expect(stageWords([], 'chief-executive')).toBe('chief executive');
});
