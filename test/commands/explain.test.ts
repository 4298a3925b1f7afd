import { beforeAll, describe, expect, it } from 'vitest';
import { onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;
let york: Unit;

beforeAll(async () => {
  york = await unit('york');
  await york.run(
    'new-review --ref K77 --name "Siân O\'Brien-Łukasiewicz" --born 2/5/2015 --looked-after 13/3 --yes',
  );
});

/** A screen as one line of words. */
const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('explain', () => {
  it('explains the first review of a child looked after from Friday 13 March 2026', async () => {
    const { out, code } = await york.run('explain K77 review-first --today 2026-03-13');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'K77/1  Hold the first review                           due Tuesday 14 April 2026',
    );
    const said = words(out);
    expect(said).toContain('in 20 working days, a limit of LAW');
    expect(said).toContain(
      'The child became looked after on Friday 13 March 2026. It is to be done within 20 working days of that day.',
    );
    expect(said).toContain(
      'Source Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959, reg 33(1). Statutory. Count',
    );
    expect(said).toContain(
      'Count Mon 16 Mar is day 1; Thu 2 Apr day 14; Tue 7 Apr day 15; Tue 14 Apr day 20.',
    );
    expect(said).toContain('Skipped weekends; Fri 3 Apr (Good Friday); Mon 6 Apr (Easter Monday)');
    expect(said).toContain(
      'If it were held on Tuesday 14 April 2026, the second would be due by Tuesday 14 July 2026 (the earlier of 3 months and 91 days).',
    );
  });

  it('says when each source was read, and how, only if that is asked for', async () => {
    const brief = await york.run('explain K77 review-first --today 2026-03-13');
    expect(words(brief.out)).not.toContain('read on');
    expect(brief.err).toBe(
      'When each source was read, and how: irotool explain K77 review-first --sources\n',
    );
    const whole = await york.run('explain K77 review-first --sources --today 2026-03-13');
    expect(words(whole.out)).toContain('reg 33(1). Statutory. Text read on 22 November 2026. Count');
    expect(whole.err).toBe('');
  });

  it('names a duty once', async () => {
    const { out } = await york.run('explain K77 review-first --today 2026-03-13');
    expect(out.match(/Hold the first review/g)).toHaveLength(1);
  });

  it.each([
    ['child-died', '', 'no longer owed: the child died'],
    ['ceased-looked-after', 'reason=E4B', 'no longer owed: a parent took the child home'],
    ['ceased-looked-after', 'reason=E4A', 'missed'],
  ])(
    'says why a change could come before its review, or that the review was missed: %s %s',
    async (event, how, said) => {
      const { run } = await unit('england');
      await run(
        'new-review --ref K1 --name "Al Fa" --born 2015-05-02 --looked-after 2026-01-05 --basis V2 --yes',
      );
      await run('record K1 change-proposed kind=end-of-accommodation by=2026-03-10 --on 2026-02-10 --yes');
      await run(`record K1 ${event} ${how} --on 2026-03-05 --yes`);
      const { out } = await run('explain K1 review-before-change --today 2026-03-12');
      expect(words(out)).toContain(said);
    },
  );

  it('counts every day of it in the JSON, with the days skipped and why', async () => {
    const { out } = await york.run('explain K77 review-first --today 2026-03-13 --json');
    const json = JSON.parse(out) as { deadlines: Record<string, unknown>[] };
    expect(Object.keys(json)).toEqual(['schema', 'deadlines']);
    const [deadline] = json.deadlines;
    expect(deadline).toMatchObject({
      child: { ref: 'K77', name: "Siân O'Brien-Łukasiewicz" },
      rule: 'review-first',
      due: '2026-04-14',
      standing: 'upcoming',
      workingDaysLeft: 20,
      review: 1,
      iro: null,
    });
    const [count] = deadline!.count as { days: string[]; skipped: { on: string; why: string }[] }[];
    expect(count).toMatchObject({
      limit: '20 working days',
      from: '2026-03-13',
      due: '2026-04-14',
      working: true,
    });
    expect(count!.days).toHaveLength(20);
    expect(count!.days.at(0)).toBe('2026-03-16');
    expect(count!.days.at(-1)).toBe('2026-04-14');
    expect(count!.skipped).toContainEqual({ on: '2026-04-03', why: 'Good Friday' });
    expect(count!.skipped).toContainEqual({ on: '2026-04-06', why: 'Easter Monday' });
    expect(count!.skipped).toContainEqual({ on: '2026-03-14', why: 'Saturday' });
    expect(count!.days.length + count!.skipped.length).toBe(32);
  });

  it('says how late a thing is, and in what it was met', async () => {
    expect(words((await york.run('explain K77 review-first --today 2026-04-14')).out)).toContain(
      'TODAY, a limit of LAW',
    );
    expect(words((await york.run('explain K77 review-first --today 2026-04-15')).out)).toContain(
      'LATE by 1 working day, past a limit of LAW',
    );
    const { run } = await unit();
    await run('new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-01-12 --yes');
    await run('review hold A1 --on 2026-03-03 --code PN1');
    expect(words((await run('explain A1 review-first')).out)).toContain(
      'met on Tuesday 3 March 2026, 16 working days late',
    );
  });

  it('counts back from a meeting, and says so if the day had gone when it was planned', async () => {
    const { run } = await unit();
    await run(
      'new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-03-13 --meeting "2026-04-09 16:30" --yes --today 2026-03-16',
    );
    const { out } = await run('explain A1 --today 2026-03-16');
    const said = words(out);
    expect(said).toContain(
      'A meeting is planned for Thursday 9 April 2026. It is to be done at least 10 working days before the meeting.',
    );
    expect(said).toContain('Wed 8 Apr is day 1; Tue 7 Apr day 2; Thu 2 Apr day 3; Tue 24 Mar day 10.');
    expect(said).toContain(
      'The meeting was planned on Monday 16 March 2026, after the day this should have been done by (Tuesday 10 March 2026). So it is due at once.',
    );
    expect(said).toContain('on or before the meeting. Source');
    expect(said).toContain('Count Thursday 9 April 2026 itself.');
    // The meeting planned, not the last day, is when the second would run from.
    expect(said).toContain(
      'If it were held on Thursday 9 April 2026, the second would be due by Thursday 9 July 2026 (3 months).',
    );
  });

  it('shows the limits that a pack adds, and that nothing rolls forward', async () => {
    const { run } = await unit('york');
    await run('new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-01-12 --yes');
    await run('review hold A1 --on 2026-02-02 --code PN1');
    const said = words((await run('explain A1 review-second')).out);
    expect(said).toContain('due Saturday 2 May 2026');
    expect(said).toContain('Others 91 days (practice, pack york): Monday 4 May 2026');
    expect(said).toContain(
      'Saturday 2 May 2026 is not a working day, and nothing rolls forward: the last working day is Friday 1 May 2026.',
    );
  });

  it('explains a thing to settle that no law puts a number of days to', async () => {
    const { run } = await unit();
    await run('new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-03-02 --yes');
    await run('record A1 review-called reason=a complaint');
    const { out, code } = await run('explain A1 review-early');
    expect(code).toBe(0);
    expect(words(out)).toContain('since Friday 13 March 2026 to settle: nothing puts a number of days to it');
    expect(words(out)).toContain('reg 33(3)(a)');
    expect((await run('explain A1')).out).toContain('Hold the review that the IRO called early');
  });

  it('gives the date if the event itself gave it', async () => {
    const { run } = await unit();
    await run('new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-03-02 --yes');
    await run('record A1 review-called reason=complaint by=20/3');
    expect(words((await run('explain A1 review-early')).out)).toContain('Count none: the date was given.');
  });

  it('explains every open duty if none is named', async () => {
    const { out } = await york.run('explain K77 --today 2026-03-13');
    expect(out.match(/^K77/gm)).toHaveLength(2);
  });

  it('says so if nothing has given rise to a duty, or nothing is owed', async () => {
    const none = await york.run('explain K77 review-second --today 2026-03-13');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toBe(
      'Nothing has given rise to "review-second" for K77. To see the chronology: irotool child show K77\n',
    );
    expect(JSON.parse((await york.run('explain K77 review-second --today 2026-03-13 --json')).out)).toEqual({
      schema: 1,
      deadlines: [],
    });
  });

  it('says what is beyond the published bank holidays', async () => {
    const { run } = await unit();
    await run(
      'new-review --ref A1 --name A --born 2015-05-02 --looked-after 2028-12-20 --today 2028-12-20 --yes',
    );
    const said = words((await run('explain A1 review-first --today 2028-12-20')).out);
    expect(said).toContain('Provisional: bank holidays are published to 31 December 2028');
  });

  it('keeps within the width of the screen', async () => {
    const { run, db } = await unit('york');
    const ref = 'REFERENCE-THAT-IS-QUITE-LONG-2026-0001';
    await run(
      `new-review --ref ${ref} --name "A" --born 2015-05-02 --looked-after 2026-03-02 --meeting 2026-03-30 --yes`,
    );
    await run(`record ${ref} recommendation-tracked by=2026-04-01 ref=${'RECOMMENDATION'.repeat(6)}`);
    expect(widest((await run(`explain ${ref}`)).out)).toBeLessThanOrEqual(80);
    expect(widest((await onScreen(`explain ${ref}`, db, 60)).out)).toBeLessThanOrEqual(60);
  });
});
