import { describe, expect, it } from 'vitest';
import { whyAMeetingIsNormal } from '../../src/core/checks/review-on-papers';
import { readStory } from '../../src/core/engine/story';
import { MATTERS_CONSIDERED } from '../../src/core/events/codes';
import { papersCompleteOn, papersMissing, papersWanted, wantedWords } from '../../src/core/reviews/papers';
import {
  leftOpen,
  MATTER_WORDS,
  mattersNamed,
  whatToConsider,
} from '../../src/core/reviews/what-to-consider';
import type { IsoDate } from '../../src/core/time/dates';
import { day, facts } from './support/engine';

/** What only some reviews consider, for the last review of these lines. */
function own(lines: readonly string[], born: IsoDate | null = null): string[] {
  return considered(lines, born)
    .filter(({ because }) => because !== null)
    .map(({ matter }) => matter);
}

function considered(lines: readonly string[], born: IsoDate | null = null) {
  const story = readStory(facts(...lines), born);
  return whatToConsider(story, story.moments.findLast(({ isReview }) => isReview)!);
}

const CARE = '2024-01-08 became-looked-after basis=C2';
const FIRST = '2024-02-01 review-held';
const SECOND = '2024-04-25 review-held';
const THIRD = '2024-10-10 review-held';

describe('what a review has to consider', () => {
  it('is at a first review what every review considers, and no more', () => {
    const first = considered([CARE, FIRST]);
    expect(first.map(({ matter }) => matter)).toEqual([
      'changes',
      'legal-status',
      'permanence',
      'contact',
      'placement',
      'safeguarding',
      'education',
      'leisure',
      'health',
      'identity',
      'advice',
      'wishes',
      'independent-visitor',
      'delegated-authority',
    ]);
    expect(first.every(({ because }) => because === null)).toBe(true);
  });

  it('is at the second the permanence plan too, with milestones and a plan if it fails', () => {
    expect(own([CARE, FIRST, SECOND])).toEqual(['milestones', 'permanence-plan']);
    expect(own([CARE, '2024-02-01 review-held number=2'])).toEqual(['milestones', 'permanence-plan']);
  });

  it('is at the third a parallel plan, unless permanence is reached', () => {
    expect(own([CARE, FIRST, SECOND, THIRD])).toEqual(['parallel-plan']);
    const settled = '2024-09-02 long-term-foster-designated';
    expect(own([CARE, FIRST, SECOND, settled, THIRD])).toEqual([]);
    expect(own([CARE, FIRST, SECOND, settled, '2024-10-01 long-term-foster-ended', THIRD])).toEqual([
      'parallel-plan',
    ]);
    expect(own([CARE, FIRST, SECOND, '2024-09-02 placed-for-adoption', THIRD])).toEqual([]);
    expect(own([CARE, FIRST, SECOND, THIRD, '2025-04-01 review-held'])).toEqual([]);
  });

  it('asks nothing of permanence of a child on short breaks', () => {
    const breaks = '2024-01-08 became-looked-after basis=V3';
    expect(own([breaks, FIRST, SECOND])).toEqual([]);
    expect(own([breaks, FIRST, SECOND, THIRD])).toEqual([]);
  });

  it('is staying put at the first review from the 16th birthday, in foster care only', () => {
    const foster = '2024-01-08 placement-started kind=U6';
    const lines = [CARE, foster, FIRST];
    expect(own(lines, day('2008-02-01'))).toEqual(['leaving-care', 'staying-put']);
    expect(own(lines, day('2008-02-02'))).toEqual([]);
    expect(own([CARE, '2024-01-08 placement-started kind=K2', FIRST], day('2008-02-01'))).toEqual([
      'leaving-care',
    ]);
    expect(own([CARE, foster, '2024-01-30 placement-ended', FIRST], day('2008-02-01'))).toEqual([
      'leaving-care',
    ]);
    expect(
      own([CARE, '2024-01-08 placement-started kind="Foster carers"', FIRST], day('2007-02-01')),
    ).toEqual(['leaving-care', 'staying-put']);
    expect(own([...lines, SECOND], day('2008-02-01'))).toEqual([
      'leaving-care',
      'milestones',
      'permanence-plan',
    ]);
  });

  it('is drift in section 20 care, by the legal status of that day', () => {
    const voluntary = '2024-01-08 became-looked-after basis=V2';
    expect(own([voluntary, FIRST])).toEqual(['section-20']);
    expect(own([voluntary, '2024-01-31 legal-status-changed basis=C1', FIRST])).toEqual([]);
    expect(own([voluntary, FIRST, '2024-02-02 legal-status-changed basis=C1'])).toEqual(['section-20']);
    expect(own([CARE, '2024-01-31 legal-status-changed basis=V2', FIRST])).toEqual(['section-20']);
  });

  it('is the visits while the child is with a parent before the assessment', () => {
    const home = '2024-01-20 placed-with-parents immediate=yes';
    expect(own([CARE, home, FIRST])).toEqual(['visits']);
    expect(own([CARE, '2024-01-20 placed-with-parents', FIRST])).toEqual([]);
    expect(own([CARE, home, '2024-01-25 placed-with-parents', FIRST])).toEqual([]);
    expect(own([CARE, home, '2024-01-25 placement-started kind=U6', FIRST])).toEqual([]);
  });

  it('is for an adoption review alone what the Adoption Agencies Regulations, reg 36, lay down', () => {
    expect(considered([CARE, '2024-02-01 adoption-review-held']).map(({ matter }) => matter)).toEqual([
      ...['contact', 'education', 'health', 'wishes', 'adoption-plan', 'needs'],
      ...['parental-responsibility', 'review-frequency'],
    ]);
  });

  it('is not laid down for the review of an unplanned ending', () => {
    expect(
      considered([CARE, '2024-01-20 ceased-looked-after unplanned=yes', '2024-02-01 exit-review-held']),
    ).toEqual([]);
  });

  it('has words for each matter', () => {
    expect(Object.keys(MATTER_WORDS)).toEqual([...MATTERS_CONSIDERED]);
  });
});

describe('what is left open', () => {
  const required = considered([CARE, FIRST, SECOND]);

  it('is neither considered nor named in what was written of the rest', () => {
    const open = leftOpen(
      required,
      'changes,permanence-plan,contact',
      'Leisure: no time. Independent visitor later.',
    );
    expect(open.map(({ matter }) => matter)).toEqual([
      'legal-status',
      'permanence',
      'placement',
      'safeguarding',
      'education',
      'health',
      'identity',
      'advice',
      'wishes',
      'delegated-authority',
      'milestones',
    ]);
    expect(leftOpen(required, required.map(({ matter }) => matter).join(','), undefined)).toEqual([]);
  });

  it('takes a matter by its own word, whole, and the longer of two', () => {
    expect(mattersNamed('staying-put: too early; the permanence plan next time')).toEqual([
      'permanence-plan',
      'staying-put',
    ]);
    expect(mattersNamed('unhealthy, contacts, healthcare')).toEqual([]);
    expect(mattersNamed(undefined)).toEqual([]);
  });
});

describe('a review on papers', () => {
  const designated = '2024-03-01 long-term-foster-designated';
  const decided = '2025-03-10 meeting-not-needed factors=settled';
  const why = (lines: readonly string[], on: string) =>
    whyAMeetingIsNormal(readStory(facts(...lines), null), day(on));

  it('is usual if it was decided so, in long-term fostering of more than a year', () => {
    expect(why([CARE, designated, decided], '2025-04-01')).toBeNull();
    expect(why([CARE, designated, '2024-06-01 meeting-not-needed factors=settled'], '2025-03-02')).toBeNull();
    expect(why([CARE, designated, '2024-06-01 meeting-not-needed factors=settled'], '2025-03-01')).toBe(
      'not-long-term',
    );
    expect(why([CARE, designated], '2025-04-01')).toBe('not-decided');
    expect(why([CARE, designated, decided], '2025-03-09')).toBe('not-decided');
    expect(why([CARE], '2025-04-01')).toBe('not-long-term');
  });

  it('is not if the decision was for a placement that has ended', () => {
    const again = ['2025-04-01 long-term-foster-ended', '2025-05-01 long-term-foster-designated'];
    expect(why([CARE, designated, decided, ...again], '2026-06-01')).toBe('not-decided');
  });
});

describe('the papers before a meeting', () => {
  const names = (born: string | null, on = '2026-03-13') =>
    papersWanted(readStory(facts(CARE), born === null ? null : day(born)), day(on)).map(wantedWords);

  it('go by the child’s age', () => {
    const pep = 'the personal education plan';
    expect(names('2021-03-14')).not.toContain(pep);
    expect(names('2021-03-13')).toContain(pep);
    expect(names('2010-03-14')).toContain(pep);
    expect(names('2010-03-13')).toEqual([
      'the social worker’s report',
      'the pathway plan (or the care plan)',
      'the health assessment',
      'the placement plan',
      'the evidence of consultation',
    ]);
    expect(names(null)).not.toContain(pep);
  });

  it('of a child in youth detention are its own plan, and no other if the remand is all that they are looked after for', () => {
    const wanted = (...lines: readonly string[]) =>
      papersWanted(readStory(facts(...lines), day('2010-09-02')), day('2026-03-13')).map(wantedWords);
    const remanded = '2026-03-02 remanded to=youth-detention';
    const alone = [
      'the social worker’s report',
      'the detention placement plan',
      'the evidence of consultation',
    ];
    expect(wanted('2026-03-02 became-looked-after basis=J1', remanded)).toEqual(alone);
    expect(wanted('2026-03-02 became-looked-after basis=J1', '2026-03-02 placement-started kind=R5')).toEqual(
      alone,
    );
    expect(wanted(CARE, remanded)).toEqual(
      expect.arrayContaining(['the care plan', 'the health assessment', 'the detention placement plan']),
    );
    expect(wanted(CARE, remanded)).not.toContain('the placement plan');
    const ended = '2026-03-10 remand-ended';
    const elsewhere = '2026-03-10 remanded to=local-authority';
    for (const after of [ended, elsewhere])
      expect(wanted(CARE, remanded, after)).toContain('the placement plan');
  });

  it('are complete on the day the last of them came; one of two that serve will do', () => {
    const wanted = papersWanted(readStory(facts(CARE), day('2009-01-01')), day('2026-03-13'));
    const came = new Map([
      ['report', day('2026-03-09')],
      ['care-plan', day('2026-03-11')],
      ['health', day('2026-03-10')],
      ['placement-plan', day('2026-03-10')],
    ] as const);
    expect(papersMissing(wanted, came)).toEqual([['consultation']]);
    expect(papersCompleteOn(wanted, came)).toBeNull();
    expect(papersCompleteOn(wanted, new Map([...came, ['consultation', day('2026-03-02')]]))).toBe(
      '2026-03-11',
    );
  });
});
