import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCodeForAge, objectionTo } from '../../src/core/checks/admissible';
import { remarksOn } from '../../src/core/checks/remarks';
import { chronologyOf } from '../../src/core/engine/chronology';
import type { Fact } from '../../src/core/events/fact';
import { addDays, type IsoDate } from '../../src/core/time/dates';
import { lives } from './support/arbitraries';
import { calendars, day, fact, facts, type Refused, refusedIn, rulesOf } from './support/engine';

const REF = 'CH-0001';
const TODAY = '2026-06-01';

interface Asked {
  readonly born?: string;
  readonly today?: string;
}

/** The objection to a line, given the lines already on the chronology. */
function objection(
  line: string,
  known: readonly string[],
  { born, today = TODAY }: Asked = {},
): Refused | null {
  const numbered = facts(...known).map((each, at): Fact => ({ ...each, id: at + 1 }));
  return refusedIn(
    objectionTo(
      fact(line),
      chronologyOf(numbered, born ? day(born) : null),
      REF,
      day(today),
      rulesOf('england'),
    ),
  );
}

const what = (line: string, known: readonly string[], asked?: Asked): string | null =>
  objection(line, known, asked)?.what ?? null;

const CARE = '2026-01-05 became-looked-after';
const LEFT = '2026-04-13 ceased-looked-after';

describe('a day to come', () => {
  it('cannot be recorded as having happened; today and before can', () => {
    expect(what('2026-06-02 review-held', [CARE])).toMatch(/^2 June 2026 has not come yet/);
    expect(what('2026-06-01 review-held', [CARE])).toBeNull();
  });

  it('may be the day of a meeting, or of a change', () => {
    expect(what('2026-06-01 review-planned meeting=2026-07-01', [CARE])).toBeNull();
    expect(what('2026-06-01 change-proposed kind=care-plan by=2026-07-01', [CARE])).toBeNull();
  });

  it('may not be before the day the meeting was planned; the same day may', () => {
    expect(what('2026-05-12 review-planned meeting=2026-05-11', [CARE])).toMatch(
      /would be before the day it was planned/,
    );
    expect(what('2026-05-12 review-planned meeting=2026-05-12', [CARE])).toBeNull();
  });
});

describe('a day before the child was born', () => {
  const born = '2026-01-05';

  it('cannot be one of care; the day of birth can', () => {
    expect(what('2026-01-04 became-looked-after', [], { born })).toMatch(/was born on 5 January 2026/);
    expect(what('2026-01-05 became-looked-after', [], { born })).toBeNull();
  });

  it('can be one of a conference or a plan, while the child is expected', () => {
    for (const kind of ['strategy-discussion', 'initial-conference-held']) {
      expect(what(`2025-03-05 ${kind}`, [], { born })).toBeNull();
      expect(what(`2025-03-04 ${kind}`, [], { born })).toMatch(/was born on 5 January 2026/);
    }
    expect(what('2026-01-04 dispute-opened ref=x', [], { born })).toMatch(/was born on 5 January 2026/);
  });
});

describe('what belongs to a period of care', () => {
  it('is refused if none is recorded, with the command that records one', () => {
    const refused = objection('2026-03-02 review-held', []);
    expect(refused?.what).toMatch(/not recorded as looked after/);
    expect(refused?.next).toContain('irotool new-review');
  });

  it('is refused the day before it, and accepted on its first day', () => {
    expect(what('2026-01-04 review-held', [CARE])).toMatch(/became looked after on 5 January 2026/);
    expect(what('2026-01-05 review-held', [CARE])).toBeNull();
  });

  it('is accepted on its last day, and refused the day after', () => {
    expect(what('2026-04-13 review-held', [CARE, LEFT])).toBeNull();
    expect(what('2026-04-14 review-held', [CARE, LEFT])).toMatch(
      /ceased to be looked after on 13 April 2026/,
    );
  });

  it('is refused between two periods, naming the next', () => {
    const known = [CARE, LEFT, '2026-05-11 became-looked-after'];
    expect(what('2026-05-10 placement-started', known)).toMatch(/became looked after on 11 May 2026/);
    expect(what('2026-05-11 placement-started', known)).toBeNull();
  });

  it('is refused for every step before a meeting too', () => {
    for (const step of [
      'child-consulted',
      'invitations-sent',
      'iro-saw-child',
      'review-planned meeting=2026-05-01',
    ]) {
      expect(what(`2026-04-14 ${step}`, [CARE, LEFT])).not.toBeNull();
    }
  });

  it('may come after it if it belongs to the review or the ending before', () => {
    const known = [CARE, '2026-04-07 review-held', '2026-04-13 ceased-looked-after unplanned=yes'];
    for (const line of ['decisions-sent', 'manager-responded', 'record-distributed', 'exit-review-held']) {
      expect(what(`2026-04-20 ${line}`, known)).toBeNull();
    }
    expect(what('2026-04-20 adoption-order-made', known)).toBeNull();
  });

  it('does not bind conferences, pathway plans, disputes and determinations', () => {
    for (const line of [
      'core-group-held',
      'pathway-plan-made',
      'dispute-opened ref=x',
      'determination-sent kind=adoption',
    ]) {
      expect(what(`2026-03-02 ${line}`, [])).toBeNull();
    }
  });
});

describe('a second period of care', () => {
  it('is refused while one is open', () => {
    const refused = objection('2026-03-02 became-looked-after', [CARE]);
    expect(refused?.what).toMatch(/already looked after, since 5 January 2026/);
    expect(refused?.next).toContain('irotool child left');
  });

  it('is refused within one that has ended, and accepted from its last day', () => {
    expect(what('2026-04-12 became-looked-after', [CARE, LEFT])).toMatch(/already looked after/);
    expect(what('2026-04-13 became-looked-after', [CARE, LEFT])).toBeNull();
    expect(what('2026-04-14 became-looked-after', [CARE, LEFT])).toBeNull();
  });

  it('is refused from the eighteenth birthday', () => {
    const asked = { born: '2008-05-12' };
    expect(what('2026-05-11 became-looked-after', [], asked)).toBeNull();
    expect(what('2026-05-12 became-looked-after', [], asked)).toMatch(/was 18 on 12 May 2026/);
  });
});

describe('a second adjournment', () => {
  const known = [CARE, '2026-01-29 review-held', '2026-04-10 review-adjourned'];

  it('of the same review is refused, with the regulation', () => {
    const refused = objection('2026-04-28 review-adjourned', known);
    expect(refused?.what).toMatch(/adjourned on 10 April 2026.*only once.*reg 36\(2\)/);
    expect(refused?.next).toContain('irotool review hold');
  });

  it('entered for an earlier day is refused as well', () => {
    expect(what('2026-04-01 review-adjourned', known)).toMatch(/only once/);
  });

  it('of another review is accepted', () => {
    const completed = [...known, '2026-04-24 review-held'];
    expect(what('2026-05-20 review-adjourned', completed)).toBeNull();
    expect(what('2026-01-20 review-adjourned', completed)).toBeNull();
    expect(what('2026-04-20 review-adjourned', completed)).toMatch(/only once/);
  });
});

describe('a participation code', () => {
  it('is PN0 before the fourth birthday, PN1 to PN7 after it, and any on it', () => {
    const [born, others] = [day('2022-03-13'), ['PN1', 'PN4', 'PN7']];
    const fits = (on: string, codes: readonly string[]): boolean[] =>
      codes.map((code) => isCodeForAge(code, born, day(on)));
    expect(fits('2026-03-12', ['PN0', ...others])).toEqual([true, false, false, false]);
    expect(fits('2026-03-13', ['PN0', ...others])).toEqual([true, true, true, true]);
    expect(fits('2026-03-14', ['PN0', ...others])).toEqual([false, true, true, true]);
  });

  it('changes on 1 March for a child born on 29 February', () => {
    // The fourth birthday falls in a leap year, except across 2100.
    const born = day('2024-02-29');
    expect(isCodeForAge('PN1', born, day('2028-02-28'))).toBe(false);
    expect(isCodeForAge('PN1', born, day('2028-02-29'))).toBe(true);
    expect(isCodeForAge('PN0', born, day('2028-03-01'))).toBe(false);
    expect(isCodeForAge('PN1', day('2096-02-29'), day('2100-02-28'))).toBe(false);
    expect(isCodeForAge('PN1', day('2096-02-29'), day('2100-03-01'))).toBe(true);
  });

  it('that does not fit the child’s age is refused, with the one that does', () => {
    const [young, older] = [{ born: '2023-06-01' }, { born: '2018-06-01' }];
    expect(objection('2026-03-24 review-held code=PN1', [CARE], young)?.next).toBe('Use PN0.');
    expect(objection('2026-03-24 review-held code=PN0', [CARE], older)?.next).toContain('PN1 to PN7');
    expect(what('2026-03-24 review-held code=PN0', [CARE], young)).toBeNull();
    expect(what('2026-03-24 review-held code=PN7', [CARE], older)).toBeNull();
  });

  it('is taken as it is if the date of birth is not known', () => {
    expect(what('2026-03-24 review-held code=PN0', [CARE])).toBeNull();
  });
});

describe('the two routes after a determination', () => {
  const sent = '2026-03-03 determination-sent kind=fostering';

  it('are never both taken, in either order', () => {
    expect(what('2026-03-20 representations-made', [sent, '2026-03-10 irm-applied'])).toMatch(
      /only one may be taken/,
    );
    expect(what('2026-03-20 irm-applied', [sent, '2026-03-10 representations-made'])).toMatch(
      /only one may be taken/,
    );
    expect(what('2026-03-05 irm-applied', [sent, '2026-03-10 representations-made'])).toMatch(
      /only one may be taken/,
    );
  });

  it('are each open alone', () => {
    expect(what('2026-03-20 representations-made', [sent])).toBeNull();
    expect(what('2026-03-20 irm-applied', [sent])).toBeNull();
  });

  it('are open again after another determination', () => {
    const known = [sent, '2026-03-10 irm-applied', '2026-05-05 determination-sent kind=fostering'];
    expect(what('2026-05-12 representations-made', known)).toBeNull();
  });
});

describe('the same event again', () => {
  it('on the same day is refused, with the number to strike out', () => {
    const refused = objection('2026-03-24 review-held', [CARE, '2026-03-24 review-held code=PN1']);
    expect(refused?.what).toMatch(/already has .* on 24 March 2026 \(event 2\)/);
    expect(refused?.next).toContain('irotool strike 2');
  });

  it('on another day, or of another matter, is accepted', () => {
    const known = [CARE, '2026-03-24 review-held', '2026-03-24 dispute-opened ref=contact'];
    expect(what('2026-03-25 review-held', known)).toBeNull();
    expect(what('2026-03-24 dispute-opened ref=school', known)).toBeNull();
    expect(what('2026-03-24 dispute-opened ref=contact', known)).not.toBeNull();
  });

  it('may be a second plan of one day for another day', () => {
    const known = [CARE, '2026-03-24 review-planned meeting=2026-04-14'];
    expect(what('2026-03-24 review-planned meeting=2026-04-21', known)).toBeNull();
    expect(what('2026-03-24 review-planned meeting=2026-04-14', known)).not.toBeNull();
  });
});

describe('an end of care', () => {
  it('before a review already recorded is refused, naming the review', () => {
    const known = [CARE, '2026-01-29 review-held', '2026-04-15 review-held'];
    const refused = objection('2026-04-14 ceased-looked-after', known);
    expect(refused?.what).toMatch(/of 15 April 2026 would fall outside care/);
    expect(refused?.next).toContain('irotool strike 3');
  });

  it('on the day of the last review, or after it, is accepted', () => {
    const known = [CARE, '2026-04-15 review-held'];
    expect(what('2026-04-15 ceased-looked-after', known)).toBeNull();
    expect(what('2026-04-16 ceased-looked-after', known)).toBeNull();
  });

  it('before what may come after care strands nothing', () => {
    const known = [CARE, '2026-01-29 review-held', '2026-02-02 decisions-sent', '2026-02-03 core-group-held'];
    expect(what('2026-01-30 ceased-looked-after', known)).toBeNull();
  });
});

/** The invented lives go straight to a dispute's later stages: that it was opened is put before them. */
function openedFor({ kind, on, attributes: { ref } }: Fact): Fact[] {
  const isOfDispute = /^(dispute-(made|resolved)|cafcass)/.test(kind);
  return isOfDispute && ref !== undefined ? [{ on, kind: 'dispute-opened', attributes: { ref } }] : [];
}

describe('a dispute', () => {
  it.each(['dispute-made-formal', 'dispute-resolved', 'cafcass-referred'])(
    'is opened before a %s of it',
    (kind) => {
      const opened = ['2026-03-04 dispute-opened ref=D1'];
      expect(what(`2026-03-05 ${kind} ref=D1`, opened)).toBeNull();
      expect(what(`2026-03-05 ${kind} ref=D2`, opened)).toContain('no dispute “D2”; there is D1');
      expect(what(`2026-03-05 ${kind} ref=D2`, [])).toContain('no dispute “D2”');
      expect(what(`2026-03-04 ${kind} ref=D1`, opened)).toBeNull();
      expect(what(`2026-03-03 ${kind} ref=D1`, opened)).toContain('was opened on');
    },
  );
});

describe('a life that could have happened', () => {
  it('is accepted fact by fact, each on its own day', () => {
    fc.assert(
      fc.property(lives, ({ facts: all, born }) => {
        all.forEach((each, at) => {
          const known = [...openedFor(each), ...all.slice(0, at)];
          const refused = objectionTo(each, chronologyOf(known, born), REF, each.on, rulesOf('england'));
          expect([each.kind, refused?.what]).toEqual([each.kind, undefined]);
        });
      }),
      { numRuns: 100, seed: 13 },
    );
  });

  it('is refused, one and all, the day before it happened', () => {
    fc.assert(
      fc.property(lives, ({ facts: all, born }) => {
        for (const each of all) {
          expect(
            objectionTo(each, chronologyOf([], born), REF, addDays(each.on, -1), rulesOf('england'))?.what,
          ).toMatch(/not come yet/);
        }
      }),
      { numRuns: 30, seed: 13 },
    );
  });
});

describe('remarks on what is accepted', () => {
  const remarks = (line: string, known: readonly string[]): string[] =>
    remarksOn(fact(line), chronologyOf(facts(...known), null), REF, rulesOf('england'), (on: IsoDate) =>
      calendars.statutory.isWorkingDay(on),
    );
  const planned = '2026-03-09 review-planned meeting=2026-03-24';

  it('say that a meeting is planned for a day nobody works', () => {
    expect(remarks('2026-03-09 review-planned meeting=2026-04-03', [CARE])).toEqual([
      '3 April 2026 is not a working day.',
    ]);
    expect(remarks('2026-03-09 review-planned meeting=2026-04-02', [CARE])).toEqual([]);
  });

  it.each([
    ['review-planned', 'review'],
    ['review-conference-planned', 'conference'],
    ['secure-review-planned', 'secure review'],
    ['pathway-review-planned', null],
  ])('say of %s on a day on which the child is 18 that there is none any more', (kind, what) => {
    const born = day('2008-04-10');
    const of = (meeting: string): string[] =>
      remarksOn(
        fact(`2026-03-09 ${kind} meeting=${meeting}`),
        chronologyOf(facts(CARE), born),
        REF,
        rulesOf('england'),
        () => true,
      );
    expect(of('2026-04-10')).toEqual(
      what === null ? [] : [`${REF} is 18 on 10 April 2026, and from then on there is no ${what}.`],
    );
    expect(of('2026-04-09')).toEqual([]);
  });

  it('say that the review of an ending was held on another day than planned, if it was planned', () => {
    const left = [CARE, '2026-03-10 ceased-looked-after reason=E13 unplanned=yes'];
    const ending = [...left, '2026-03-11 exit-review-planned meeting=2026-03-24'];
    expect(remarks('2026-03-24 exit-review-held', ending)).toEqual([]);
    expect(remarks('2026-03-26 exit-review-held', ending)).toEqual([
      'It had been planned for 24 March 2026.',
    ]);
    expect(remarks('2026-03-26 exit-review-held', left)).toEqual([]);
  });

  it('say that a review was held on another day than planned, or was not planned', () => {
    expect(remarks('2026-03-24 review-held', [CARE, planned])).toEqual([]);
    expect(remarks('2026-03-25 review-held', [CARE, planned])).toEqual([
      'It had been planned for 24 March 2026.',
    ]);
    expect(remarks('2026-03-24 review-held', [CARE])).toEqual([`No meeting had been planned for ${REF}.`]);
    expect(remarks('2026-03-24 review-held', [CARE, planned, '2026-03-10 review-cancelled'])).toHaveLength(1);
  });

  it('say that ordinary reviews go on beside short breaks', () => {
    expect(remarks('2026-03-24 legal-status-changed basis=V3', [CARE])).toHaveLength(1);
    expect(remarks('2026-03-24 legal-status-changed basis=C2', [CARE])).toEqual([]);
  });
});

describe('what is withdrawn', () => {
  const CARE = ['2026-01-05 became-looked-after basis=V2', '2026-02-02 review-held'];
  const call = (more: string): string => `2026-02-10 review-called by=2026-03-10 reason=contact ${more}`;

  it('is a call for an early review, but not one that follows a visit', () => {
    expect(what('2026-02-20 review-call-withdrawn', [...CARE, call('')])).toBeNull();
    expect(what('2026-02-20 review-call-withdrawn', [...CARE, call('visit=yes')])).toMatch(
      /follows a visit .* the IRO cannot withdraw it/,
    );
    // The one that took its place follows none.
    const again = '2026-02-15 review-called by=2026-03-05 reason=contact';
    expect(what('2026-02-20 review-call-withdrawn', [...CARE, call('visit=yes'), again])).toBeNull();
  });

  it('is a change, said by its kind if two are open', () => {
    const move = '2026-02-10 change-proposed kind=placement-end by=2026-03-10';
    const plan = '2026-02-11 change-proposed kind=care-plan by=2026-03-12';
    expect(what('2026-02-20 change-withdrawn', [...CARE, move])).toBeNull();
    expect(what('2026-02-20 change-withdrawn', [...CARE, move, plan])).toMatch(/2 changes are open/);
    expect(what('2026-02-20 change-withdrawn kind=care-plan', [...CARE, move, plan])).toBeNull();
    // Proposed later, or reviewed since: not open.
    expect(what('2026-02-10 change-withdrawn', [...CARE, move, plan])).toBeNull();
    expect(
      what('2026-03-01 change-withdrawn', [
        ...CARE,
        move,
        '2026-02-25 review-held',
        plan.replace('02-11', '02-26'),
      ]),
    ).toBeNull();
  });
});

describe('a second adjournment', () => {
  const rules = rulesOf('england');
  const [again] = rules.find(({ id }) => id === 'review-resume')!.replacedBy;
  const { from, until } = again!;
  const refused = (on: IsoDate): boolean =>
    objection(`${on} review-adjourned`, [
      '2020-01-06 became-looked-after basis=C2',
      `${addDays(on, -20)} review-adjourned`,
    ]) !== null;

  it('is admitted on the days on which the rule on resumed reviews counts it, and on no others', () => {
    expect([from, until]).toEqual(['2020-04-24', '2020-09-25']);
    expect([addDays(from!, -1), from!, until!, addDays(until!, 1)].map(refused)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is admitted on no day by rules that do not count it', () => {
    const strict = rules.map((rule) => ({ ...rule, replacedBy: [] }));
    const known = chronologyOf(
      facts('2020-01-06 became-looked-after basis=C2', '2020-04-24 review-adjourned'),
      null,
    );
    const again = fact('2020-05-14 review-adjourned');
    expect(objectionTo(again, known, REF, day(TODAY), rules)).toBeNull();
    expect(objectionTo(again, known, REF, day(TODAY), strict)?.what).toContain('adjourned only once');
  });
});

describe('an adoption placement', () => {
  const PLACED = '2026-03-02 placed-for-adoption';
  const BACK = '2026-04-01 adoption-placement-ended';

  it('can end only if the child is placed, on the day of placement or after', () => {
    expect(what(BACK, [CARE])).toMatch(/not recorded as placed for adoption on 1 April 2026/);
    expect(what('2026-03-01 adoption-placement-ended', [CARE, PLACED])).toMatch(/not recorded as placed/);
    expect(what('2026-03-02 adoption-placement-ended', [CARE, PLACED])).toBeNull();
    expect(what(BACK, [CARE, PLACED])).toBeNull();
    expect(what('2026-04-02 adoption-placement-ended', [CARE, PLACED, BACK])).toMatch(/not recorded/);
  });

  it('does not begin while another goes on', () => {
    expect(objection('2026-04-01 placed-for-adoption', [CARE, PLACED])).toEqual({
      what: `${REF} is already placed for adoption, since 2 March 2026.`,
      next: `If that placement ended: irotool adoption placement-ended ${REF}`,
    });
    const born = '2015-05-05';
    expect(what('2026-04-01 placed-for-adoption', [CARE, PLACED], { born })).toMatch(/already placed/);
    expect(what('2026-04-01 placed-for-adoption', [CARE, PLACED, BACK])).toBeNull();
    expect(what('2026-02-01 placed-for-adoption', [CARE, PLACED])).toBeNull();
  });
});

describe('a death', () => {
  const DIED = '2026-04-13 child-died';

  it('is followed by no care, conference or pathway plan, and by what is still to be settled', () => {
    for (const kind of ['became-looked-after', 'strategy-discussion', 'pathway-plan-made']) {
      expect(what(`2026-04-14 ${kind}`, [CARE, DIED])).toMatch(/died on 13 April 2026, so that cannot/);
      expect(what(`2026-04-14 ${kind}`, [CARE, `${LEFT} reason=E2`])).toMatch(/died on 13 April 2026/);
      expect(what(`2026-04-14 ${kind}`, [CARE, LEFT])).toBeNull();
    }
    expect(what('2026-04-13 strategy-discussion', [CARE, DIED])).toBeNull();
    expect(what('2026-04-14 protection-plan-ended', [CARE, DIED])).toBeNull();
    expect(what('2026-04-14 complaint-made ref=a', [CARE, DIED])).toBeNull();
  });
});
