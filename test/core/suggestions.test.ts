import { describe, expect, it } from 'vitest';
import { isOfSchoolAge } from '../../src/core/reviews/planning';
import {
  type Diary,
  inSpans,
  noticeIn,
  type SuggestionQuestion,
  type Suggestions,
  suggestDays,
} from '../../src/core/reviews/suggestions';
import { calendars, day, rulesOf } from './support/engine';

const TODAY = day('2026-03-13');

/** Someone with an empty diary, except for what is said. */
const diary = (more: Partial<Diary> = {}): Diary => ({
  who: 'A Khan',
  week: null,
  leave: [],
  engagements: [],
  ...more,
});

/** What is proposed on Friday 13 March 2026 for a review due on Tuesday 14 April. */
function suggest(more: Partial<SuggestionQuestion> = {}): Suggestions {
  return suggestDays(
    {
      today: TODAY,
      from: TODAY,
      due: day('2026-04-14'),
      notBefore: null,
      notice: 10,
      diaries: [diary()],
      outsideSchool: [],
      ...more,
    },
    calendars.statutory,
  );
}

const daysOf = ({ suggestions }: Suggestions): string[] => suggestions.map(({ on }) => on);
const against = ({ notProposed }: Suggestions): string[] =>
  notProposed.map(({ on, against: reason }) => `${on} ${reason.kind}`);
const on = (found: Suggestions, date: string) => found.suggestions.find((each) => each.on === date);
const engaged = (date: string, time: string | null) => [
  diary({ engagements: [{ on: day(date), time, what: 'review', ref: 'K7' }] }),
];

describe('days to propose', () => {
  it('begin with the first for which invitations sent today are in time', () => {
    const found = suggest();
    // Ten working days: 13 March + 10 is 27 March; the day before has nine.
    expect(found.inviteFrom).toBe('2026-03-27');
    expect(daysOf(found)[0]).toBe('2026-03-27');
    expect(found.are).toBe('in time');
    expect(on(found, '2026-03-27')).toMatchObject({ inviteBy: '2026-03-13', invitationsInTime: true });
    expect(suggest({ notice: 9 }).inviteFrom).toBe('2026-03-26');
  });

  it.each([
    ['2026-03-14', '2026-03-30'],
    ['2026-03-15', '2026-03-30'],
    ['2026-03-16', '2026-03-30'],
    ['2026-03-17', '2026-03-31'],
  ])('count from a weekend as from the Monday: %s', (today, first) => {
    expect(suggest({ today: day(today), from: day(today) }).inviteFrom).toBe(first);
  });

  it('are at most eight, and the last safe day is among them', () => {
    const found = suggest();
    expect(daysOf(found)).toEqual([
      ...['2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08'],
      '2026-04-14',
    ]);
    expect(found.suggestions.filter(({ lastSafe }) => lastSafe).map(({ on }) => on)).toEqual(['2026-04-14']);
    expect(found.lastSafeDay).toBe('2026-04-14');
    expect(suggest({ due: day('2026-04-08') }).suggestions).toHaveLength(7);
    expect(suggest({ due: day('2026-04-09') }).suggestions).toHaveLength(8);
    expect(suggest({ due: day('2026-04-10') }).suggestions).toHaveLength(8);
  });

  it('end on the due day, and on the working day before one that is none', () => {
    expect(daysOf(suggest({ due: day('2026-04-02') })).at(-1)).toBe('2026-04-02');
    // Good Friday to Easter Monday are no working days.
    for (const due of ['2026-04-03', '2026-04-04', '2026-04-06']) {
      const found = suggest({ due: day(due) });
      expect(found.lastSafeDay).toBe('2026-04-02');
      expect(daysOf(found).at(-1)).toBe('2026-04-02');
    }
    expect(daysOf(suggest({ due: day('2026-04-07') })).at(-1)).toBe('2026-04-07');
  });

  it('leave out Good Friday and Easter Monday by name, and not the days beside them', () => {
    const found = suggest({ due: day('2026-04-08') });
    expect(against(found)).toEqual(['2026-04-03 holiday', '2026-04-06 holiday']);
    expect(found.notProposed.map((each) => 'name' in each.against && each.against.name)).toEqual([
      'Good Friday',
      'Easter Monday',
    ]);
    expect(daysOf(found)).toEqual(expect.arrayContaining(['2026-04-02', '2026-04-07']));
  });

  it('leave out the first and the last day of leave, and not the days beside them', () => {
    const leave = [{ from: day('2026-03-30'), to: day('2026-04-01') }];
    const found = suggest({ diaries: [diary({ leave })] });
    expect(against(found).slice(0, 3)).toEqual(['2026-03-30 leave', '2026-03-31 leave', '2026-04-01 leave']);
    expect(daysOf(found).slice(0, 2)).toEqual(['2026-03-27', '2026-04-02']);
  });

  it('are days of the week on which the chair works', () => {
    const found = suggest({ diaries: [diary({ week: ['tue', 'wed'] })] });
    expect(daysOf(found)).toEqual(['2026-03-31', '2026-04-01', '2026-04-07', '2026-04-08', '2026-04-14']);
    expect(against(found)).toContain('2026-04-02 not working');
    expect(against(found)).toContain('2026-04-03 holiday');
  });

  it('need everyone who would chair', () => {
    const away = diary({ who: 'M Jones', leave: [{ from: day('2026-03-27'), to: day('2026-03-27') }] });
    const found = suggest({ diaries: [diary(), away] });
    expect(daysOf(found)[0]).toBe('2026-03-30');
    expect(found.notProposed[0]?.against).toEqual({ kind: 'leave', who: 'M Jones' });
  });

  it('begin where they are asked for, and where the review would count', () => {
    expect(daysOf(suggest({ from: day('2026-04-01') }))[0]).toBe('2026-04-01');
    expect(daysOf(suggest({ from: day('2026-04-03') }))[0]).toBe('2026-04-07');
    expect(daysOf(suggest({ notBefore: day('2026-04-08') }))[0]).toBe('2026-04-08');
  });

  it('are looked for as far as needed if no duty says by when', () => {
    const found = suggest({ due: null });
    expect(found).toMatchObject({ are: 'in time', lastSafeDay: null });
    expect(found.suggestions).toHaveLength(8);
    expect(daysOf(found)[0]).toBe('2026-03-27');
    expect(found.suggestions.some(({ lastSafe }) => lastSafe)).toBe(false);
  });
});

describe('the time of day', () => {
  it('is the first of ten and two that is free', () => {
    expect(on(suggest(), '2026-03-30')?.time).toBe('10:00');
    const found = suggest({ diaries: engaged('2026-03-30', '10:00') });
    expect(on(found, '2026-03-30')).toMatchObject({ time: '14:00', insteadOf: [{ ref: 'K7' }] });
  });

  it.each([
    ['07:59', '10:00'],
    ['08:00', '14:00'],
    ['12:00', undefined],
    ['12:01', '10:00'],
    ['11:59', '14:00'],
    ['16:00', '10:00'],
  ])('is more than two hours from another review: %s', (time, offered) => {
    expect(on(suggest({ diaries: engaged('2026-03-30', time) }), '2026-03-30')?.time).toBe(offered);
  });

  it('is none if another review has no time', () => {
    const found = suggest({ diaries: engaged('2026-03-30', null) });
    expect(on(found, '2026-03-30')).toBeUndefined();
    expect(against(found)[0]).toBe('2026-03-30 engaged');
    expect(on(found, '2026-03-31')?.time).toBe('10:00');
  });

  it('is after school if a child of school age asked for it', () => {
    const found = suggest({ outsideSchool: [day('2015-05-02')] });
    expect(found.suggestions.every(({ time, afterSchool }) => time === '16:00' && afterSchool)).toBe(true);
    const taken = suggest({ outsideSchool: [day('2015-05-02')], diaries: engaged('2026-03-30', '14:00') });
    expect(on(taken, '2026-03-30')).toBeUndefined();
    const free = suggest({ outsideSchool: [day('2015-05-02')], diaries: engaged('2026-03-30', '13:59') });
    expect(on(free, '2026-03-30')?.time).toBe('16:00');
  });

  it('turns with the fifth and the seventeenth birthday', () => {
    const five = suggest({ outsideSchool: [day('2021-03-31')] });
    expect([on(five, '2026-03-30')?.time, on(five, '2026-03-31')?.time]).toEqual(['10:00', '16:00']);
    const seventeen = suggest({ outsideSchool: [day('2009-03-31')] });
    expect([on(seventeen, '2026-03-30')?.time, on(seventeen, '2026-03-31')?.time]).toEqual([
      '16:00',
      '10:00',
    ]);
    expect(isOfSchoolAge(null, TODAY)).toBe(true);
  });
});

describe('if not everything can be in time', () => {
  it('the days in time for the review are proposed, with less notice', () => {
    const last = suggest({ due: day('2026-03-27') });
    expect(last).toMatchObject({ are: 'in time' });
    expect(daysOf(last)).toEqual(['2026-03-27']);
    const found = suggest({ due: day('2026-03-26') });
    expect(found).toMatchObject({ are: 'without notice', lastSafeDay: '2026-03-26' });
    expect(found.suggestions.some(({ invitationsInTime }) => invitationsInTime)).toBe(false);
    // From tomorrow: 16 to 24 March, and the last safe day.
    expect(daysOf(found)).toEqual([
      ...['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'],
      '2026-03-26',
    ]);
  });

  it('they are proposed too if the chair is free on none of the others', () => {
    const leave = [{ from: day('2026-03-27'), to: day('2026-04-30') }];
    const found = suggest({ diaries: [diary({ leave })] });
    expect(found.are).toBe('without notice');
    expect(daysOf(found).at(-1)).toBe('2026-03-26');
  });

  it('today only if tomorrow is too late', () => {
    expect(daysOf(suggest({ due: TODAY }))).toEqual(['2026-03-13']);
    expect(daysOf(suggest({ due: day('2026-03-16') }))).toEqual(['2026-03-16']);
  });

  it('the soonest after the due day if it has passed, or nobody is free before it', () => {
    const passed = suggest({ due: day('2026-03-12') });
    expect(passed).toMatchObject({ are: 'late', lastSafeDay: null });
    expect(passed.suggestions.some(({ inTime }) => inTime)).toBe(false);
    expect(daysOf(passed)[0]).toBe('2026-03-16');
    const leave = [{ from: TODAY, to: day('2026-04-14') }];
    const away = suggest({ diaries: [diary({ leave })] });
    expect(away).toMatchObject({ are: 'late', lastSafeDay: '2026-04-14' });
    expect(daysOf(away)[0]).toBe('2026-04-15');
    expect(suggest({ from: day('2026-04-14') }).are).toBe('in time');
    expect(suggest({ from: day('2026-04-15') }).are).toBe('late');
  });
});

describe('what is said of them', () => {
  it('takes days of one reason together, over a weekend too, and holidays alone', () => {
    const leave = [{ from: day('2026-03-30'), to: day('2026-04-07') }];
    const spans = inSpans(suggest({ diaries: [diary({ leave })] }).notProposed);
    expect(spans.map(({ from, to, against: { kind } }) => [from, to, kind])).toEqual([
      ['2026-03-30', '2026-04-02', 'leave'],
      ['2026-04-03', '2026-04-03', 'holiday'],
      ['2026-04-06', '2026-04-06', 'holiday'],
      ['2026-04-07', '2026-04-07', 'leave'],
    ]);
    const fridays = inSpans(
      suggest({ diaries: [diary({ week: ['tue', 'wed', 'thu'] })], due: day('2026-04-01') }).notProposed,
    );
    expect(fridays.map(({ from, to }) => [from, to])).toEqual([['2026-03-27', '2026-03-30']]);
  });

  it('takes the notice from the rules', () => {
    expect(noticeIn(rulesOf('england'), day('2026-03-02'))).toBe(10);
    expect(noticeIn([], day('2026-03-02'))).toBe(0);
  });
});
