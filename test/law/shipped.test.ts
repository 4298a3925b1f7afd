import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeList } from '../../src/core/events/attribute';
import { GRADES } from '../../src/core/rules/rule';
import { isIsoDate } from '../../src/core/time/dates';
import { compileCoverage, compileLaw } from '../../src/law/compile';
import { codeInShort, shippedLaw } from '../../src/law/shipped';
import { dutyWords, WIDE } from '../../src/ui/words';
import { folder } from '../support/harness';

const root = join(import.meta.dirname, '..', '..');
const built = (name: string): unknown => JSON.parse(readFileSync(join(root, 'dist', name), 'utf8'));

const ENGLAND = [
  ...[
    'not-invited-reasons',
    'not-invited-look-again',
    'child-concern',
    'disagreement',
    'early-review-decide',
  ],
  ...['midway-check', 'ending-approval', 'ending-iro-consulted', 'complaint'],
  'iro-allocate',
  'review-first',
  'review-second',
  'review-later',
  'review-resume',
  'review-early',
  'review-before-change',
  'review-placed-home',
  'review-meeting-yearly',
  'short-break-review-first',
  'short-break-review-later',
  'last-review-unknown',
  'child-consult',
  'sw-iro-discuss',
  'invite',
  'documents',
  'see-child',
  'decisions-record',
  'manager-response',
  'care-plan-update',
  'record-full',
  'record-distribute',
  'adoption-first-unplaced',
  'adoption-later-unplaced',
  'adoption-first-placed',
  'adoption-second-placed',
  'adoption-later-placed',
  'adoption-after-return',
  'cp-initial-conference',
  'cp-transfer-in-conference',
  'cp-core-group',
  'cp-review-first',
  'cp-review-later',
  'cp-report',
  'cp-exclusion-told',
  'secure-first',
  'secure-later',
  'pathway-review',
  'pathway-review-early',
  'remand-detention-plan',
  'remand-care-plan',
  'remand-placement-plan',
  'recommendation',
  'dispute',
  'dispute-informal-day',
  'dispute-stage',
  'cafcass-consider',
  'irm-apply-fostering',
  'irm-apply-adoption',
  'irm-papers',
];
const VISITS = [
  ...['visit-first', 'visit-care-order', 'visit-next', 'visit-agreed'],
  ...['visit-short-break-first', 'visit-short-break-later'],
];
const YORK = [
  'unit-notice',
  'monitoring-form',
  'exit-review',
  'protection-plan-ask',
  'protection-plan-decide',
];

describe('what ships', () => {
  it('is data/ as it stands', () => {
    const fresh = compileLaw(join(root, 'data'), join(root, 'src', 'core'));
    const { fingerprint, holidays, sources, codes, packs } = shippedLaw();
    expect({ fingerprint, holidays, sources, codes, packs }).toEqual(JSON.parse(JSON.stringify(fresh)));
  });

  it('changes with the code of any room of the core, so that every date is worked out again', () => {
    const core = folder();
    mkdirSync(join(core, 'engine'));
    const markOf = (code: string): string => {
      writeFileSync(join(core, 'engine', 'fate.ts'), code);
      return compileLaw(join(root, 'data'), core).fingerprint;
    };
    expect(markOf('const met = 1;')).not.toBe(markOf('const met = 2;'));
  });

  it('says which scenarios cover a rule', () => {
    const fresh = compileCoverage(join(root, 'test', 'scenarios'), shippedLaw().packs);
    expect(built('coverage.json')).toEqual(fresh);
  });

  it('has the packs england and york and the addition of visits, each with its duties and no other', () => {
    const ids = (name: string): string[] =>
      shippedLaw()
        .packs.find((pack) => pack.name === name)!
        .rules.map((rule) => rule.id)
        .sort();
    expect(shippedLaw().packs.map((pack) => pack.name)).toEqual(['england', 'york', 'visits']);
    expect(ids('england')).toEqual([...ENGLAND].sort());
    expect(ids('york')).toEqual([...ENGLAND, ...YORK].sort());
    expect(ids('visits')).toEqual([...ENGLAND, ...VISITS].sort());
  });
});

describe('the codes of a list that is shown in short', () => {
  const lists = Object.entries(shippedLaw().codes).filter(([, codes]) =>
    Object.values(codes).some(({ short }) => short !== undefined),
  );

  it.each(lists)('%s: have at most 26 letters each, and no two the same', (list, codes) => {
    const called = Object.keys(codes).map((code) => codeInShort(list as CodeList, code));
    expect(called.filter((words) => words.length > 26)).toEqual([]);
    expect(new Set(called).size).toBe(called.length);
  });
});

describe.each(shippedLaw().packs)('the duties of $name on a narrow screen', ({ rules }) => {
  const called = rules.map((rule) => dutyWords(rule, null, WIDE - 1));

  it('have at most 26 letters each', () => {
    expect(called.filter((words) => words.length > 26)).toEqual([]);
  });

  it('are never called the same', () => {
    expect(called.filter((words, at) => called.indexOf(words) !== at)).toEqual([]);
  });

  it('have their whole names from a hundred columns', () => {
    expect(rules.map((rule) => dutyWords(rule, null, WIDE))).toEqual(rules.map(({ duty }) => duty));
  });
});

const rules = shippedLaw().packs.flatMap((pack) => pack.rules.map((rule) => ({ pack: pack.name, rule })));

describe.each(rules)('$pack: $rule.id', ({ rule }) => {
  it('has a source for every limit: a known instrument, a place or none, a grade, the day it was checked', () => {
    for (const limit of rule.limits) {
      expect(limit.source.length).toBeGreaterThan(0);
      for (const source of limit.source) {
        expect(Object.keys(shippedLaw().sources)).toContain(source.id);
        expect(source.at === null || source.at.length > 0).toBe(true);
        expect(GRADES).toContain(source.grade);
        expect(isIsoDate(source.checked)).toBe(true);
      }
    }
  });

  it('is covered by a scenario', () => {
    expect(built('coverage.json')).toHaveProperty([rule.id]);
  });
});

describe('places that may be printed', () => {
  const places = (id: string): (string | null)[] =>
    rules.flatMap(({ rule }) =>
      rule.limits.flatMap((limit) => limit.source.filter((source) => source.id === id).map(({ at }) => at)),
    );

  it('of the IRO Handbook are the few that were checked', () => {
    for (const at of places('iro-handbook'))
      expect([null, 'para 3.17', 'paras 3.67 to 3.69', 'para 6.2']).toContain(at);
  });

  it('of Working Together are none: its new edition has not been read', () => {
    expect(new Set(places('working-together'))).toEqual(new Set([null]));
  });
});
