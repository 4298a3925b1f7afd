import { describe, expect, it } from 'vitest';
import { objectionTo } from '../../src/core/checks/admissible';
import { remarksOn } from '../../src/core/checks/remarks';
import { placementReview } from '../../src/core/checks/while-adjourned';
import { chronologyOf } from '../../src/core/engine/chronology';
import { day, fact, facts, type Refused, refusedIn, rulesOf } from './support/engine';

const REF = 'CH-0001';
const TODAY = day('2026-06-30');
const CARE = '2026-01-05 became-looked-after basis=V2';
const ADJOURNED = '2026-04-10 review-adjourned';

const numbered = (lines: readonly string[]) => facts(...lines).map((each, at) => ({ ...each, id: at + 1 }));

const objection = (line: string, known: readonly string[], born: string | null = null): Refused | null =>
  refusedIn(
    objectionTo(
      fact(line),
      chronologyOf(numbered(known), born ? day(born) : null),
      REF,
      TODAY,
      rulesOf('england'),
    ),
  );

const remarks = (line: string, known: readonly string[], born: string | null = null): string[] =>
  remarksOn(
    fact(line),
    chronologyOf(numbered(known), born ? day(born) : null),
    REF,
    rulesOf('england'),
    () => true,
  );

/** In care, a change proposed on 2 March, and the review that sat on 10 April adjourned. */
const proposed = (kind: string, ...more: string[]): string[] => [
  CARE,
  `2026-03-02 change-proposed kind=${kind}`,
  ...more,
  ADJOURNED,
];

const CARRIED_OUT = [
  ['care-plan', 'care-plan-changed'],
  ['placement-end', 'placement-ended'],
  ['placement-end', 'placement-started kind=U1'],
  ['placement-end', 'long-term-foster-ended'],
  ['placement-with-parents', 'placed-with-parents'],
  ['end-of-accommodation', 'ceased-looked-after'],
  ['end-of-detention', 'ceased-looked-after reason=E14'],
] as const;

describe('while a review is adjourned, a change that was proposed', () => {
  it.each(CARRIED_OUT)('(%s) cannot be carried out by %s', (kind, event) => {
    const refused = objection(`2026-04-15 ${event}`, proposed(kind));
    expect(refused?.what).toMatch(
      /^CH-0001: .* was proposed on 2 March 2026, and the review that sat on 10 April 2026 is adjourned: nothing that was proposed may be carried out until it is completed \(Care Planning Regulations 2010, reg 36\(2\)\)\.$/,
    );
    expect(refused?.next).toContain('irotool review hold CH-0001');
    expect(refused?.next).toContain(`irotool review before-change CH-0001 --withdrawn --kind ${kind}`);
  });

  it.each(CARRIED_OUT)(
    '(%s) may be carried out once it is completed, on that very day: %s',
    (kind, event) => {
      const known = [...proposed(kind), '2026-04-24 review-held code=PN1'];
      expect(objection(`2026-04-23 ${event}`, known)).not.toBeNull();
      expect(objection(`2026-04-24 ${event}`, known)).toBeNull();
    },
  );

  it('cannot from the day on which the review sat; the day before it can', () => {
    for (const [kind, event] of CARRIED_OUT.slice(0, 5)) {
      expect(objection(`2026-04-09 ${event}`, proposed(kind))).toBeNull();
      expect(objection(`2026-04-10 ${event}`, proposed(kind))).not.toBeNull();
    }
  });

  it('says how each is recorded if it could not wait', () => {
    const next = (kind: string, event: string) => objection(`2026-04-15 ${event}`, proposed(kind))?.next;
    expect(next('care-plan', 'care-plan-changed')).toContain(
      'irotool record CH-0001 care-plan-changed emergency="…"',
    );
    expect(next('placement-end', 'placement-ended')).toContain(
      'irotool child moved CH-0001 --emergency "…" (recorded alone: emergency="…")',
    );
    expect(next('placement-with-parents', 'placed-with-parents')).toContain(
      'irotool child moved CH-0001 --with-parents --emergency "…"',
    );
    expect(next('end-of-accommodation', 'ceased-looked-after')).toContain(
      'irotool child left CH-0001 --unplanned',
    );
  });

  it('of another kind than what happens does not stand in its way', () => {
    expect(objection('2026-04-15 placement-ended', proposed('care-plan'))).toBeNull();
    expect(objection('2026-04-15 care-plan-changed', proposed('placement-end'))).toBeNull();
    expect(objection('2026-04-15 ceased-looked-after', proposed('placement-end'))).toBeNull();
  });

  it('does not if nothing was proposed, or only after the review had sat', () => {
    expect(objection('2026-04-15 care-plan-changed', [CARE, ADJOURNED])).toBeNull();
    const after = [CARE, ADJOURNED, '2026-04-13 change-proposed kind=care-plan'];
    expect(objection('2026-04-15 care-plan-changed', after)).toBeNull();
    expect(remarks('2026-04-15 care-plan-changed', after)).toEqual([
      'No review was held before it (Care Planning Regulations 2010, reg 32(2)).',
    ]);
  });

  it('does not if an earlier review had been completed on it, but the day before that it does', () => {
    const reviewed = (held: string) => proposed('care-plan', `${held} review-held code=PN1`);
    expect(objection('2026-04-15 care-plan-changed', reviewed('2026-03-02'))).toBeNull();
    expect(objection('2026-04-15 care-plan-changed', reviewed('2026-03-01'))).not.toBeNull();
  });

  it('does not if it was withdrawn: the action for it settled', () => {
    const settled = proposed('care-plan', '2026-03-20 action-settled action=review-before-change');
    expect(objection('2026-04-15 care-plan-changed', settled)).toBeNull();
  });

  it('does not if it had been carried out before the review sat', () => {
    const done = proposed('placement-end', '2026-04-09 placement-ended', '2026-04-09 placement-started');
    expect(objection('2026-04-15 placement-ended', done)).toBeNull();
  });

  it('does though the first placement began on the day of the proposal: that ended none', () => {
    const began = (kind: string, day: string) => [
      CARE,
      `${day} placement-started`,
      `2026-03-02 change-proposed kind=${kind}`,
      ADJOURNED,
    ];
    const moved = '2026-04-15 placement-started';
    expect(objection(moved, began('placement-end', '2026-03-02'))).not.toBeNull();
    expect(objection(moved, began('placement-end', '2026-03-03'))).toBeNull();
    // The second placement took the place of the first on the day of the proposal.
    const second = [...began('placement-end', '2026-01-05'), '2026-03-02 placement-started'];
    expect(objection(moved, second)).toBeNull();
  });

  it('of an earlier period of care does not', () => {
    const known = [
      CARE,
      '2026-01-20 change-proposed kind=care-plan',
      '2026-02-02 ceased-looked-after',
      '2026-03-02 became-looked-after',
      ADJOURNED,
    ];
    expect(objection('2026-04-15 care-plan-changed', known)).toBeNull();
  });
});

describe('what could not wait', () => {
  const WHILE = 'It was carried out while the review that sat on 10 April 2026 was adjourned';

  it.each([
    ['care-plan', 'care-plan-changed emergency="a fire"'],
    ['placement-end', 'placement-ended emergency="a fire"'],
    ['placement-end', 'placement-started emergency="a fire"'],
    ['placement-with-parents', 'placed-with-parents emergency="a fire"'],
    ['placement-with-parents', 'placed-with-parents immediate=yes'],
    ['end-of-accommodation', 'ceased-looked-after unplanned=yes'],
    ['end-of-accommodation', 'ceased-looked-after reason=E2'],
    ['end-of-accommodation', 'ceased-looked-after reason=E11'],
    ['end-of-accommodation', 'ceased-looked-after reason=E12'],
    ['end-of-detention', 'ceased-looked-after reason=E17'],
  ])('(%s) %s is recorded, and it is said that the review was adjourned', (kind, event) => {
    const line = `2026-04-15 ${event}`;
    expect(objection(line, proposed(kind))).toBeNull();
    const said = remarks(line, proposed(kind));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(WHILE);
    expect(said[0]).toContain('reg 36(2)');
  });

  it('is said of one event of a move, and goes for the others of that day', () => {
    const known = [...proposed('placement-end'), '2026-04-15 placement-ended emergency="a fire"'];
    for (const event of ['placement-started kind=U1', 'long-term-foster-ended']) {
      expect(objection(`2026-04-15 ${event}`, known)).toBeNull();
      expect(remarks(`2026-04-15 ${event}`, known)).toEqual([]);
      expect(objection(`2026-04-16 ${event}`, known)).not.toBeNull();
    }
  });

  it('is turning 18, from that day', () => {
    const known = proposed('end-of-accommodation');
    expect(objection('2026-04-14 ceased-looked-after', known, '2008-04-15')).not.toBeNull();
    expect(objection('2026-04-15 ceased-looked-after', known, '2008-04-15')).toBeNull();
  });

  it('is no other reason for which care ends', () => {
    for (const reason of ['E4A', 'E4B', 'E14', 'E8']) {
      expect(
        objection(`2026-04-15 ceased-looked-after reason=${reason}`, proposed('end-of-accommodation')),
      ).not.toBeNull();
    }
  });
});

describe('if no review is adjourned, a proposed change', () => {
  const at = {
    'care-plan': 'reg 32(2)',
    'placement-end': 'reg 14(1)',
    'placement-with-parents': 'reg 17(d)',
    'end-of-accommodation': 'reg 33(3)(c) to (e)',
    'end-of-detention': 'reg 33(3)(c) to (e)',
  };

  it.each(CARRIED_OUT)('(%s) carried out by %s before a review is accepted, and said so', (kind, event) => {
    const known = [CARE, `2026-03-02 change-proposed kind=${kind}`];
    expect(objection(`2026-04-15 ${event}`, known)).toBeNull();
    expect(remarks(`2026-04-15 ${event}`, known)).toEqual([
      `No review was held before it (Care Planning Regulations 2010, ${at[kind]}).`,
    ]);
    expect(remarks(`2026-04-15 ${event}`, [...known, '2026-04-15 review-held code=PN1'])).toEqual([]);
    expect(remarks(`2026-04-15 ${event}`, [CARE])).toEqual([]);
  });

  it('is said once of a move, and not again of the next', () => {
    const known = [CARE, '2026-03-02 change-proposed kind=placement-end', '2026-04-15 placement-ended'];
    expect(remarks('2026-04-15 placement-started', known)).toEqual([]);
    expect(remarks('2026-05-15 placement-started', known)).toEqual([]);
  });

  it('is not said of a death', () => {
    const known = [CARE, '2026-03-02 change-proposed kind=end-of-accommodation'];
    expect(remarks('2026-04-15 ceased-looked-after reason=E2', known)).toEqual([]);
  });
});

describe('whether a review was held on the end of a placement', () => {
  const asked = (...lines: string[]) =>
    placementReview(chronologyOf(facts(CARE, ...lines), null), day('2026-04-15'), rulesOf('england'));
  const PROPOSED = '2026-03-02 change-proposed kind=placement-end';

  it('is read from the chronology', () => {
    expect(asked()).toBe('not proposed');
    expect(asked(PROPOSED)).toBe('proposed');
    expect(asked(PROPOSED, '2026-03-01 review-held')).toBe('proposed');
    expect(asked(PROPOSED, '2026-03-02 review-held')).toBe('reviewed');
    expect(asked(PROPOSED, '2026-04-15 review-held')).toBe('reviewed');
    expect(asked(PROPOSED, '2026-04-16 review-held')).toBe('proposed');
    expect(asked('2026-03-02 change-proposed kind=care-plan')).toBe('not proposed');
  });

  it('is of the placement now, not of one that has ended', () => {
    expect(asked(PROPOSED, '2026-03-20 review-held', '2026-03-30 placement-ended')).toBe('not proposed');
  });
});
