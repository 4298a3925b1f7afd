import { describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { aChildInCare, flat } from '../support/said';

/** A unit with K1, looked after since Monday 2 March 2026: the first review is due on Monday 30 March. */
const withChild = (pack = 'england') => aChildInCare({ pack });

describe('review plan', () => {
  it('fixes the meeting, echoes it and shows the steps before it', async () => {
    const { run } = await withChild();
    const { out, err, code } = await run(
      'review plan K1 --meeting "27/3 10.30 am" --venue "Room 2" --mode hybrid',
    );
    expect(code).toBe(0);
    expect(out).toBe('K1  review planned for Friday 27 March 2026, 10:30am.\n');
    expect(err).toContain('due       Friday 13 March 2026: Send the invitations');
    expect((await run('review show K1')).out).toContain(
      'K1/1  Child One: planned for Friday 27 March 2026, 10:30am',
    );
  });

  it.each([
    ['27/3', '2026-03-27', null],
    ['27/3 10', null, null],
    ['27 March at 4.30pm', '2026-03-27', '16:30'],
    ['2026-03-27T16:30', '2026-03-27', '16:30'],
    ['Friday 27 March 2026, 16:30', '2026-03-27', '16:30'],
    ['Thursday 27 March 2026, 16:30', null, null],
    ['27/3/26 4.30 PM', '2026-03-27', '16:30'],
  ])('reads "%s"', async (typed, meeting, time) => {
    const { run } = await withChild();
    const { code } = await run(['review', 'plan', 'K1', '--meeting', typed]);
    expect(code).toBe(meeting === null ? 2 : 0);
    if (meeting === null) return;
    const { review } = JSON.parse((await run('review show K1 --json')).out) as { review: object };
    expect(review).toMatchObject({ meeting, time });
  });

  it('asks why and who agreed if the meeting is after the day the review is due', async () => {
    const { run, db } = await withChild();
    const before = everything(db);
    const late = await run('review plan K1 --meeting "31/3 10:00"');
    expect(late.code).toBe(1);
    expect(late.err).toContain(
      'K1: Tuesday 31 March 2026 is after Monday 30 March 2026, when "Hold the first review" is due.',
    );
    expect(everything(db)).toBe(before);
    expect((await run('review plan K1 --meeting "30/3 10:00"')).code).toBe(0);
    const agreed = await run(
      'review plan K1 --meeting 31/3 --late-because "School trip" --agreed-by "B Boss"',
    );
    expect(agreed.code).toBe(0);
    const { out } = await run('review show K1');
    expect(out).toContain('Late because   School trip');
    expect(out).toContain('Agreed by      B Boss');
  });

  it('replaces the steps of the plan before it', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting 27/3');
    const { err } = await run('review plan K1 --meeting 30/3');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'moved Send the invitations: from Friday 13 March 2026 to Monday 16 March 2026',
    );
  });

  it('says that a meeting is on a day nobody works', async () => {
    const { run } = await withChild();
    expect((await run('review plan K1 --meeting 28/3')).err).toContain('28 March 2026 is not a working day.');
  });
});

describe('review hold', () => {
  it('meets the first review and starts what follows', async () => {
    const { run } = await withChild('york');
    const { out, err, code } = await run('review hold K1 --on 12/3 --code pn1');
    expect(code).toBe(0);
    expect(out).toBe('K1  review held on Thursday 12 March 2026: recorded.\n');
    expect(err).toContain('met       Hold the first review (it was due Monday 30 March 2026)');
    expect(err).toContain('due       Thursday 11 June 2026: Hold the second review');
    expect(err).toContain('Note: No meeting had been planned for K1.');
    expect((await run('review list K1')).out).toBe(
      ' K1/1  held  Thu 12 Mar  in time    Attended and spoke (PN1)\n',
    );
  });

  it('names the gap if it was held on another day than planned', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting 10/3/2026 --on 3/3');
    expect((await run('review hold K1 --on 12/3 --code PN1')).err).toContain(
      'It had been planned for 10 March 2026.',
    );
  });

  it('says that it was late if it was', async () => {
    const { run } = await withChild();
    const { err } = await run('review hold K1 --on 31/3 --code PN1 --today 2026-04-01');
    expect(err).toContain('met late  Hold the first review (it was due Monday 30 March 2026)');
  });

  it.each([
    ['2022-03-11', 'PN1', 0],
    ['2022-03-12', 'PN0', 0],
    ['2022-03-12', 'PN1', 0],
    ['2022-03-13', 'PN1', 1],
    ['2022-03-13', 'PN0', 0],
    ['2022-03-11', 'PN0', 1],
  ])('on 12 March 2026, for a child born on %s, %s ends with exit %i', async (born, code, exit) => {
    const { run } = await unit();
    await run(`new-review --ref B1 --name B --born ${born} --looked-after 2026-03-02 --yes`);
    expect((await run(`review hold B1 --on 2026-03-12 --code ${code}`)).code).toBe(exit);
  });

  it('records an adoption review, alone or with an ordinary one', async () => {
    const { run } = await withChild();
    expect((await run('review hold K1 --on 2026-03-11 --adoption')).code).toBe(0);
    expect((await run('review hold K1 --on 2026-03-12 --adoption --ordinary --code PN1')).code).toBe(0);
    expect((await run('review hold K1 --on 2026-03-12 --adoption --ordinary')).code).toBe(2);
  });

  it('holds one on papers, and under its own number', async () => {
    const { run } = await withChild();
    await run('review hold K1 --on 2026-03-12 --code PN1 --papers --number 4');
    expect((await run('review list K1')).out).toBe(
      ' K1/4  held  Thu 12 Mar      Attended and spoke (PN1), on papers\n',
    );
  });
});

describe('review adjourn', () => {
  it('gives twenty working days to complete it, once', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting 10/3/2026 --on 3/3');
    const { out, err } = await run(
      'review adjourn K1 --on 2026-03-10 --reason "The interpreter did not come"',
    );
    expect(out).toContain('review adjourned on Tuesday 10 March 2026: recorded.');
    expect(err).not.toContain('No meeting had been planned');
    expect(err).toContain('due       Thursday 9 April 2026: Complete the adjourned review');
    const again = await run('review adjourn K1 --on 2026-03-12 --reason again');
    expect(again.code).toBe(1);
    expect(again.err).toContain('K1: this review was adjourned on 10 March 2026');
    expect((await run('review hold K1 --on 2026-03-13 --code PN1')).code).toBe(0);
    expect(flat((await run('review show K1')).out)).toContain('first sat Tuesday 10 March 2026');
  });
});

describe('review cancel', () => {
  it('takes the meeting away and says who agreed', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting 27/3 --on 3/3');
    const { out, err } = await run('review cancel K1 --reason "Mother in hospital" --agreed-by "B Boss"');
    expect(out).toBe('K1  meeting of 27 March 2026 cancelled on Friday 13 March 2026: recorded.\n');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'Papers to the IRO (due Tuesday 24 March 2026) is no longer owed',
    );
    expect((await run('review list')).out).toBe('No meetings are planned.\n');
  });

  it('is refused if no meeting is planned, or it was planned only that day', async () => {
    const { run, db } = await withChild();
    expect((await run('review cancel K1 --reason x --agreed-by y')).err).toContain(
      'K1 has no meeting planned.',
    );
    await run('review plan K1 --meeting 27/3');
    const before = everything(db);
    const { err, code } = await run('review cancel K1 --reason x --agreed-by y');
    expect(code).toBe(1);
    expect(err).toMatch(/Strike the plan out: irotool strike \d+ --why/);
    expect(everything(db)).toBe(before);
    const typed = /strike \d+/.exec(err)![0];
    expect((await run(`${typed} --why mistake`)).code).toBe(0);
    expect((await run('review list')).out).toBe('No meetings are planned.\n');
  });
});

describe('review show and review list', () => {
  it('show the plan, the steps and what is still owed', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting "27/3 10:30" --venue School --mode in-person');
    const { out } = await run('review show K1 --today 2026-03-16');
    expect(out).toMatch(
      /^K1\/1 {2}Child One: planned for Friday 27 March 2026, 10:30am\n\d steps late, .*\n {2}Where +School\n/,
    );
    expect(out).toMatch(/ LATE +Send the invitations +Fri 13 Mar +1 day late +unit/);
    expect(out).toMatch(/ to do +Hold the first( review)? +LAW +Mon 30 Mar +A Khan/);
    const json = JSON.parse((await run('review show K1 --json')).out) as object;
    expect(Object.keys(json)).toEqual([
      ...['schema', 'child', 'review', 'deadlines', 'plans', 'cancelled', 'adjourned', 'called', 'changes'],
      ...[
        'participants',
        'notInvited',
        'birthParents',
        'wishes',
        'concerns',
        'steps',
        'documents',
        'sitting',
        'decisions',
      ],
      ...['after', 'distribution', 'monitoring', 'midway', 'complaints', 'notRecorded'],
    ]);
    expect(json).toMatchObject({ review: { number: 1, venue: 'School', heldOn: null } });
  });

  it('list every planned meeting, the passed ones asked about', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting 16/3 --on 3/3');
    expect((await run('review list')).out).toBe(
      [
        '1 meeting planned; none after its limit. Days are working days.',
        '',
        'MONDAY 16 MARCH',
        ' no time  in time    K1/1 CO   A Khan  where is not recorded',
        '',
      ].join('\n'),
    );
    const { out } = await run('review list --today 2026-03-17');
    expect(out).toContain('1 has passed.');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('where is not recorded; was it held?');
  });

  it('say which were held late, or are planned after their limit, and by how many working days', async () => {
    const { run } = await withChild();
    await run(
      'review plan K1 --meeting "2/4 10:00" --venue School --on 3/3 --late-because Ill --agreed-by "A Khan"',
    );
    const [head, , day, row] = (await run('review list')).out.split('\n');
    expect(head).toBe('1 meeting planned; 1 past a limit of LAW. Days are working days.');
    expect([day, row]).toEqual(['THURSDAY 2 APRIL', ' 10am  LATE 3  LAW  K1/1 CO   A Khan  School']);
    expect((await run('review list K1')).out).toBe(' K1/1  planned  Thu 2 Apr  LATE 3  LAW  10am, School\n');
    await run('review hold K1 --on 2026-04-02 --code PN1 --today 2026-04-02');
    expect((await run('review list K1 --today 2026-04-02')).out).toBe(
      ' K1/1  held  Thu 2 Apr  LATE 3  LAW  Attended and spoke (PN1)\n',
    );
  });

  it('tell two periods of care apart', async () => {
    const { run } = await withChild();
    await run('review hold K1 --on 2026-03-06 --code PN1');
    await run('child left K1 --on 2026-03-09');
    await run('new-review --ref K1 --looked-after 2026-03-11 --yes');
    await run('review hold K1 --on 2026-03-12 --code PN1');
    expect((await run('review list K1')).out.split('\n').slice(0, 4)).toEqual([
      'In care from Monday 2 March 2026',
      ' K1/1  held  Fri 6 Mar   in time    Attended and spoke (PN1)',
      'In care from Wednesday 11 March 2026',
      ' K1/1  held  Thu 12 Mar  in time    Attended and spoke (PN1)',
    ]);
  });

  it('keep within the width of the screen', async () => {
    const { run, db } = await withChild('york');
    await run(
      `review plan K1 --meeting 1/9 --venue https://example.org/${'meeting'.repeat(20)} --late-because "${'Because the school is closed and '.repeat(4)}" --agreed-by "Maximiliana Featherstonehaugh-Cholmondeley of Ravenscourt-under-the-Hill"`,
    );
    for (const line of ['review show K1', 'review list K1', 'review list']) {
      expect(widest((await run(line)).out)).toBeLessThanOrEqual(80);
      expect(widest((await onScreen(line, db, 60)).out)).toBeLessThanOrEqual(60);
    }
  });

  it('say so if there is none', async () => {
    const { run } = await withChild();
    expect(await run('review show K1')).toMatchObject({
      code: 1,
      err: 'K1 has no reviews yet. To plan one: irotool review plan K1\n',
    });
    await run('review plan K1 --meeting 27/3');
    expect((await run('review show K1 --review 9')).err).toContain('K1 has no review 9.');
  });
});
