import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../src/core/events/vocabulary';
import { type RuleReading, readOverlay, readRule } from '../../src/core/rules/grammar';
import type { GrammarContext } from '../../src/core/rules/raw';
import { type Limit, limitWords, type Rule } from '../../src/core/rules/rule';
import { addDays, addMonths, type IsoDate } from '../../src/core/time/dates';
import { calendars, day, ruleOf } from './support/engine';

const context: GrammarContext = {
  vocabulary: SHIPPED,
  pack: 'testshire',
  sources: new Set(['cppcr-2010', 'testshire-reviews']),
  suggest: (typed) => ` Did you mean something like ${typed}?`,
};
const SOURCE = { id: 'cppcr-2010', at: 'reg 33(1)', grade: 'primary', checked: '2026-11-22' };
const RULE = {
  ...{ id: 'review-first', duty: 'Hold the first review', who: 'iro', after: 'became-looked-after' },
  ...{ within: '20 working days', 'met by': 'review-held', force: 'statutory', source: SOURCE },
};

type Change = Readonly<Record<string, unknown>>;

/** The rule above with some keys changed; a key changed to undefined is left out. */
function read(change: Change = {}): RuleReading {
  const raw = Object.fromEntries(
    Object.entries({ ...RULE, ...change }).filter(([, value]) => value !== undefined),
  );
  return readRule(raw, context);
}
function good(change: Change = {}): Rule {
  const { rule, faults } = read(change);
  expect(faults).toEqual([]);
  return rule!;
}
/** What is wrong, as `path: message`; nothing comes of a rule with a fault. */
function wrong(change: Change): string[] {
  const { rule, faults } = read(change);
  expect(rule).toBeNull();
  return faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a rule', () => {
  it('is read whole', () => {
    expect(good()).toEqual({
      id: 'review-first',
      duty: 'Hold the first review',
      who: 'iro',
      direction: 'after',
      events: [{ kind: 'became-looked-after' }],
      limits: [
        {
          count: { amount: 20, unit: 'working days' },
          force: 'statutory',
          source: [SOURCE],
          pack: 'testshire',
        },
      ],
      metBy: [{ kind: 'review-held' }],
      endsAt: ['care'],
      replacedBy: [],
      missedAt: [],
      force: 'statutory',
      source: [SOURCE],
      pack: 'testshire',
    });
  });

  it('may say more: counting, conditions, what replaces it, what makes it missed', () => {
    const rule = good({
      ...{ before: 'review-planned', after: undefined, counting: 'from that day', 'not before': '28 days' },
      ...{ when: 'not resumed-sitting', 'when on the due day': 'long-term-foster-over-a-year' },
      ...{ 'when passed': 'deemed', 'replaced by': 'review-planned', 'missed at': 'review-held' },
      ...{ 'done since': 'the last review', note: ' Our reading. ' },
    });
    expect(rule).toMatchObject({
      ...{ direction: 'before', counting: 'from that day', notBefore: 28, whenPassed: 'deemed' },
      ...{ when: { name: 'resumed-sitting', not: true }, doneSince: 'the last review', note: 'Our reading.' },
      ...{ whenOnDueDay: { name: 'long-term-foster-over-a-year', not: false } },
      ...{ replacedBy: [{ kind: 'review-planned' }], missedAt: [{ kind: 'review-held' }] },
    });
  });

  it('is refused for a key that is not in the grammar', () => {
    expect(wrong({ witin: '20 days' })[0]).toMatch(
      /^witin: there is no key "witin" in a rule\. Did you mean/,
    );
  });

  it('is refused without each thing that every rule has', () => {
    for (const key of ['id', 'duty', 'who', 'force', 'met by', 'source', 'after']) {
      const faults = wrong({ [key]: undefined });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(key === 'source' ? 'no duty without one' : `"${key}"`);
    }
    expect(wrong({ within: undefined })[0]).toMatch(/needs one limit/);
  });

  it('is refused if it is not a list of keys', () => {
    for (const raw of ['a rule', 12, null, [RULE]]) expect(readRule(raw, context).rule).toBeNull();
  });

  it('is told of every fault at once', () => {
    expect(wrong({ id: 'Review First', who: 'nobody', within: 'soon' })).toHaveLength(3);
  });

  it('has an id of small letters, figures and hyphens', () => {
    expect(good({ id: 'cp-review-2' }).id).toBe('cp-review-2');
    for (const id of ['Review', '2nd-review', 'review first', 'review_first'])
      expect(wrong({ id })).toHaveLength(1);
  });

  it('names who owes it, and its force, from the lists', () => {
    expect(wrong({ who: 'reviewer' })[0]).toMatch(/"who" must be one of: unit, iro, .*; not "reviewer"/);
    expect(wrong({ force: 'law' })[0]).toMatch(/must be one of: statutory, guidance, practice/);
  });
});

describe('the limit of a rule', () => {
  it('is a number of days, working days, weeks or months, one or many', () => {
    const count = (within: string): unknown => good({ within }).limits[0]!.count;
    expect(count('20 working days')).toEqual({ amount: 20, unit: 'working days' });
    expect(count('1 working day')).toEqual({ amount: 1, unit: 'working days' });
    expect(count('1 month')).toEqual({ amount: 1, unit: 'months' });
    expect(count('4 weeks')).toEqual({ amount: 4, unit: 'weeks' });
    expect(count('0 days')).toEqual({ amount: 0, unit: 'days' });
  });

  it('is nothing else', () => {
    for (const within of [
      '20',
      'twenty days',
      '-1 days',
      '1.5 months',
      '20 workingdays',
      '3 years',
      '10000 days',
      20,
    ]) {
      expect(wrong({ within })[0]).toMatch(/^within: "within" is a number of/);
    }
  });

  it('may be the date that the event names, if it names one', () => {
    expect(good({ within: undefined, due: 'by', after: 'review-called' }).limits[0]!.count).toBe(
      'by the date given',
    );
    expect(wrong({ within: undefined, due: 'by' })[0]).toMatch(/"became-looked-after" names no date/);
    expect(wrong({ within: undefined, due: 'soon', after: 'review-called' })[0]).toMatch(/can only be "by"/);
  });

  it('may be none: an undated action', () => {
    expect(good({ within: undefined, undated: true }).limits[0]!.count).toBe('undated');
    expect(wrong({ within: undefined, undated: false })[0]).toMatch(/can only be true/);
  });

  it('is one and not two', () => {
    expect(wrong({ undated: true })[0]).toMatch(/^undated: a rule needs one limit/);
    expect(wrong({ after: 'review-called', due: 'by' })[0]).toMatch(/needs one limit/);
  });

  it('is said in words', () => {
    const words = (change: Change): string => limitWords(good({ within: undefined, ...change }).limits[0]!);
    expect(words({ within: '1 month' })).toBe('1 month');
    expect(words({ within: '1 working day' })).toBe('1 working day');
    expect(words({ within: '3 months' })).toBe('3 months');
    expect(words({ undated: true })).toBe('undated');
    expect(words({ due: 'by', after: 'review-called' })).toBe('by the date given');
  });
});

describe('the events of a rule', () => {
  it('are one or a list, each with perhaps one key=value', () => {
    expect(good({ after: ['review-held meeting=yes', 'exit-review-held'] }).events).toEqual([
      ...[{ kind: 'review-held', key: 'meeting', value: 'yes' }, { kind: 'exit-review-held' }],
    ]);
  });

  it('are in the closed list; the fault has the place of the one that is not', () => {
    expect(wrong({ after: 'review-hold' })[0]).toMatch(
      /^after: there is no event "review-hold"\. Did you mean/,
    );
    expect(wrong({ 'met by': ['review-held', 'review-hold'] })[0]).toMatch(/^met by\.1: there is no event/);
    for (const key of ['ends at', 'replaced by', 'missed at'])
      expect(wrong({ [key]: 'nothing' })[0]).toContain(key);
    expect(wrong({ after: 12 })[0]).toMatch(/written as words/);
  });

  it('carry only attributes they have, with values they can have, and one', () => {
    expect(wrong({ after: 'review-held met=yes' })[0]).toMatch(/has no attribute "met"/);
    expect(wrong({ after: 'review-held meeting=maybe' })[0]).toMatch(/"meeting" is one of: yes, no/);
    expect(wrong({ after: 'review-held meeting' })[0]).toMatch(/has no attribute|meeting/);
    expect(wrong({ after: 'review-held meeting=yes code=PN1' })[0]).toMatch(/may carry one key=value/);
  });

  it('come before or after, and not both', () => {
    expect(wrong({ before: 'review-planned' })[0]).toMatch(/not both/);
    expect(good({ after: undefined, before: 'review-planned' }).direction).toBe('before');
    expect(wrong({ after: undefined, before: 'review-held' })[0]).toMatch(
      /fixes no meeting to count back from/,
    );
  });
});

describe('the end of a rule', () => {
  it('is the end of care, unless it says otherwise', () => {
    expect(good().endsAt).toEqual(['care']);
    expect(good({ 'ends at': 'never' }).endsAt).toEqual([]);
    expect(good({ 'ends at': ['care', 'short breaks', 'review-cancelled'] }).endsAt).toEqual([
      ...['care', 'short breaks', { kind: 'review-cancelled' }],
    ]);
  });

  it('is asked for if its event needs no period of care', () => {
    expect(wrong({ after: 'pathway-plan-made' })[0]).toMatch(/"ends at" is missing/);
    expect(good({ after: 'pathway-plan-made', 'ends at': 'pathway-ended' }).endsAt).toHaveLength(1);
  });

  it('is never alone, or not at all', () => {
    expect(wrong({ 'ends at': ['never', 'care'] })[0]).toMatch(/^ends at\.0: "never" stands alone/);
  });
});

describe('the conditions of a rule', () => {
  it('are named in code, for the day it arises or the day it is due', () => {
    expect(good({ when: 'short-breaks' }).when).toEqual({ name: 'short-breaks', not: false });
    expect(wrong({ when: 'age > 16' })[0]).toMatch(/there is no condition "age > 16" for "when"/);
    expect(wrong({ when: 'not  nonsense' })[0]).toMatch(/no condition "nonsense"/);
    expect(wrong({ when: 'long-term-foster-over-a-year' })[0]).toMatch(/for "when"/);
    expect(wrong({ 'when on the due day': 'short-breaks' })[0]).toMatch(/for "when on the due day"/);
    expect(wrong({ when: 'toString' })).toHaveLength(1);
  });

  it('of other keys are from their lists', () => {
    expect(wrong({ counting: 'from the next day' })).toHaveLength(1);
    expect(wrong({ 'when passed': 'forgotten' })).toHaveLength(1);
    expect(wrong({ 'done since': 'yesterday' })).toHaveLength(1);
    expect(wrong({ 'when not done': 'forgotten' })).toHaveLength(1);
    expect(wrong({ 'not before': '4 weeks' })[0]).toMatch(/"not before" is a number of days/);
  });
});

describe('the source of a rule', () => {
  const source = (change: Change): string[] => wrong({ source: { ...SOURCE, ...change } });

  it('is one or several, each with its place, or none to print', () => {
    const two = good({ source: [SOURCE, { ...SOURCE, id: 'testshire-reviews', at: 'none' }] }).source;
    expect(two.map(({ at }) => at)).toEqual(['reg 33(1)', null]);
  });

  it('is an instrument that is known', () => {
    expect(source({ id: 'cppcr-2011' })[0]).toMatch(/there is no source "cppcr-2011"/);
    expect(wrong({ source: 'reg 33(1)' })[0]).toMatch(/a source is written \{ id: frg, at: none/);
    expect(wrong({ source: [SOURCE, {}] })[0]).toMatch(/^source\.1:/);
  });

  it('has a place, a grade and the day it was checked', () => {
    expect(source({ at: undefined })[0]).toMatch(/needs "at", its place there, or "at: none"/);
    expect(source({ at: ' ' })).toHaveLength(1);
    expect(source({ grade: 'P' })[0]).toMatch(/needs a "grade": primary, quoted, source, unverified/);
    expect(source({ checked: '22 November 2026' })[0]).toMatch(/needs "checked"/);
    expect(source({ checked: '2026-02-30' })).toHaveLength(1);
    expect(source({ page: 12 })[0]).toMatch(/^source\.page: a source has id, at, grade and checked/);
  });
});

describe('an overlay', () => {
  const overlay = (base: Rule, change: Change): RuleReading =>
    readOverlay({ id: base.id, source: SOURCE, ...change }, base, context);
  const accepts = (id: string, within: string): boolean => overlay(ruleOf(id), { within }).rule !== null;

  it('adds a limit of its own pack and force to the rule, and changes nothing else', () => {
    const base = ruleOf('review-second');
    const { rule, faults } = overlay(base, { within: '91 days', note: 'Ours.' });
    expect(faults).toEqual([]);
    expect(rule).toEqual({
      ...base,
      limits: [
        ...base.limits,
        { count: { amount: 91, unit: 'days' }, force: 'practice', source: [SOURCE], pack: 'testshire' },
      ],
      note: 'Ours.',
    });
    expect(overlay(base, { within: '91 days' }).rule!.note).toBe(base.note);
    expect(overlay(base, { within: '91 days', force: 'guidance' }).rule!.limits[1]!.force).toBe('guidance');
  });

  it('says only what is tightened', () => {
    for (const key of ['duty', 'who', 'after', 'met by', 'ends at', 'when', 'counting', 'witin']) {
      const { rule, faults } = overlay(ruleOf('review-second'), { within: '91 days', [key]: 'x' });
      expect(rule).toBeNull();
      expect(faults[0]).toMatchObject({
        path: [key],
        message: expect.stringContaining(`leave out "${key}"`),
      });
    }
  });

  it('has a source and a limit of its own', () => {
    const base = ruleOf('review-second');
    expect(overlay(base, { within: '91 days', source: undefined }).rule).toBeNull();
    expect(overlay(base, {}).rule).toBeNull();
  });

  it('that is looser is refused, naming the limit and its pack', () => {
    const { faults } = overlay(ruleOf('review-first'), { within: '21 working days' });
    expect(faults).toEqual([
      {
        path: ['within'],
        message:
          'a pack may only tighten "review-first", and this is looser than the 20 working days of pack "england": that is the law (cppcr-2010, reg 33(1)), and a council\'s own later day cannot replace it',
      },
    ]);
    expect(accepts('review-first', '20 working days')).toBe(true);
    expect(accepts('review-first', '19 working days')).toBe(true);
  });

  it('of other units is refused only if it could never come first', () => {
    // Three months are at most 92 days, and six at most 184.
    expect([91, 92, 93].map((days) => accepts('review-second', `${days} days`))).toEqual([true, true, false]);
    expect([183, 184, 185].map((days) => accepts('review-later', `${days} days`))).toEqual([
      true,
      true,
      false,
    ]);
    expect(accepts('review-second', '13 weeks')).toBe(true);
    expect(accepts('review-second', '14 weeks')).toBe(false);
  });

  it('of a step before a meeting comes earlier, not later', () => {
    expect(accepts('sw-iro-discuss', '16 working days')).toBe(true);
    expect(accepts('sw-iro-discuss', '15 working days')).toBe(true);
    expect(accepts('sw-iro-discuss', '14 working days')).toBe(false);
    expect(accepts('see-child', '1 working day')).toBe(true);
  });

  it('may date what was undated, and not undo a date', () => {
    const undated = ruleOf('exit-review', 'york');
    expect(overlay(undated, { within: '10 working days' }).rule!.limits).toHaveLength(1);
    expect(overlay(undated, { undated: true }).rule).toBeNull();
    expect(overlay(ruleOf('review-early'), { undated: true }).rule).toBeNull();
    expect(overlay(ruleOf('review-first'), { undated: true }).rule).toBeNull();
    expect(overlay(ruleOf('review-early'), { within: '20 working days' }).rule).not.toBeNull();
  });

  it('of an overlay takes the place of what was practice in it, and is held to the law under both', () => {
    const york = ruleOf('review-second', 'york');
    const limits = (within: string): unknown => overlay(york, { within }).rule?.limits.map(limitWords);
    expect(limits('92 days')).toEqual(['3 months', '92 days']);
    expect(limits('90 days')).toEqual(['3 months', '90 days']);
    expect(limits('93 days')).toBeUndefined();
  });

  it('may count with the day itself as day 1, which is earlier', () => {
    const base = ruleOf('cp-initial-conference');
    const { rule } = overlay(base, { within: '15 working days', counting: 'from that day' });
    expect(rule!.limits.map(({ counting }) => counting)).toEqual([undefined, 'from that day']);
    expect(overlay(base, { within: '16 working days', counting: 'from that day' }).rule).toBeNull();
  });

  it('replaces a practice limit, earlier or later, on the days that it gives and on no others', () => {
    const base = ruleOf('invite');
    const days = (change: Change): unknown =>
      overlay(base, { within: '7 working days', ...change }).rule!.limits.map((limit) => [
        limitWords(limit),
        limit.days,
      ]);
    expect(days({})).toEqual([['7 working days', undefined]]);
    expect(days({ within: '12 working days' })).toEqual([['12 working days', undefined]]);
    expect(days({ from: '2027-01-01' })).toEqual([
      ['10 working days', { until: '2026-12-31' }],
      ['7 working days', { from: '2027-01-01' }],
    ]);
    expect(days({ from: '2027-01-01', until: '2027-03-31' })).toEqual([
      ['10 working days', { until: '2026-12-31' }],
      ['10 working days', { from: '2027-04-01' }],
      ['7 working days', { from: '2027-01-01', until: '2027-03-31' }],
    ]);
  });

  it('drops what is practice, with a reason, and never what is law', () => {
    const drop = (id: string, change: Change): unknown => {
      const { rule, faults, dropped } = readOverlay({ id, drop: true, ...change }, ruleOf(id), context);
      return {
        rule: rule?.limits.map(limitWords) ?? null,
        faults: faults.map(({ message }) => message),
        dropped,
      };
    };
    expect(drop('invite', { reason: 'Ours.' })).toEqual({ rule: null, faults: [], dropped: 'Ours.' });
    expect(drop('invite', {})).toMatchObject({
      faults: ['a rule is dropped with a "reason": why does the council do without it?'],
    });
    expect(drop('review-first', { reason: 'Ours.' })).toMatchObject({
      faults: [
        '"review-first" cannot be dropped: that is the law (cppcr-2010, reg 33(1)), and a council\'s own later day cannot replace it',
      ],
    });
  });

  it('is never refused if there is a day on which it would come first', () => {
    const counted = (count: Limit['count'], from: IsoDate, forward: boolean): IsoDate => {
      if (typeof count === 'string') throw new Error(count);
      const amount = forward ? count.amount : -count.amount;
      if (count.unit === 'months') return addMonths(from, amount);
      if (count.unit === 'working days') return calendars.statutory.addWorkingDays(from, amount);
      return addDays(from, count.unit === 'weeks' ? amount * 7 : amount);
    };
    const units = fc.constantFrom('days', 'working days', 'weeks', 'months');
    const size = fc.integer({ min: 0, max: 130 });
    const starts = fc.array(fc.nat(3000), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(
        units,
        size,
        units,
        size,
        fc.boolean(),
        starts,
        (unit, amount, other, more, forward, days) => {
          const way = forward ? {} : { before: 'review-planned', after: undefined };
          const base = good({ ...way, within: `${amount} ${unit}` });
          if (overlay(base, { within: `${more} ${other}` }).rule !== null) return;
          const added = good({ ...way, within: `${more} ${other}` }).limits[0]!.count;
          for (const each of days) {
            const from = addDays(day('2018-01-01'), each);
            const [theirs, ours] = [
              counted(base.limits[0]!.count, from, forward),
              counted(added, from, forward),
            ];
            expect(ours >= theirs).toBe(true);
          }
        },
      ),
      { numRuns: 300, seed: 13 },
    );
  });
});

describe('days of force', () => {
  it('are days, the last not before the first', () => {
    expect(good({ from: '2026-04-01', 'due until': '2027-03-31' }).days).toEqual({
      from: '2026-04-01',
      dueUntil: '2027-03-31',
    });
    expect(wrong({ from: '1 April 2026' })).toEqual([
      'from: "from" is a day, such as 2026-04-01; not "1 April 2026"',
    ]);
    expect(wrong({ from: '2026-04-01', until: '2026-03-31' })).toEqual([
      'until: "until" is the last day, and it comes before the first, 2026-04-01',
    ]);
  });

  it('may be of a condition, and of an event that ends or replaces', () => {
    const rule = good({
      when: { is: 'not short-breaks', from: '2026-04-01' },
      'replaced by': { event: 'review-adjourned', until: '2026-03-31' },
    });
    expect(rule.when).toEqual({ name: 'short-breaks', not: true, from: '2026-04-01' });
    expect(rule.replacedBy).toEqual([{ kind: 'review-adjourned', until: '2026-03-31' }]);
    expect(wrong({ when: { is: 'short-breaks', to: '2026-04-01' } })).toEqual([
      'when.to: "when" has is, from and until; not "to"',
    ]);
  });
});

describe('a limit that runs from a date the event carries', () => {
  it('names a date that every event of the rule has', () => {
    expect(good({ within: '5 working days of told' }).limits[0]!.count).toEqual({
      ...{ amount: 5, unit: 'working days', of: 'told' },
    });
    expect(wrong({ within: '5 working days of born' })).toEqual([
      'within: "became-looked-after" carries no date "born": it has told',
    ]);
    expect(wrong({ within: '5 days of meeting', after: undefined, before: 'review-planned' })).toEqual([
      'within: what is counted back from a meeting has no "of meeting"',
    ]);
  });
});

describe('a rule that could never work is refused', () => {
  it('with an empty list of events', () => {
    expect(wrong({ after: [] })).toContain('after: "after" names no event');
    expect(wrong({ 'met by': [] })).toContain('met by: "met by" names no event');
  });

  it('if it counts from that day in anything but working days', () => {
    expect(wrong({ within: '3 months', counting: 'from that day' })).toEqual([
      'counting: "counting: from that day" is for working days',
    ]);
    expect(good({ counting: 'from that day' }).counting).toBe('from that day');
  });

  it('if an overlay is due on a date that the event does not give', () => {
    const { faults } = readOverlay({ id: 'review-first', due: 'by', source: SOURCE }, good(), context);
    expect(faults.map(({ message }) => message)).toEqual([
      '"became-looked-after" names no date: it has no "by"',
    ]);
  });
});
