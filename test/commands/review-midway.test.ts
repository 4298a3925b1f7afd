import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/** K1, whose last review was on Monday 15 December 2025; K2, who has had none. */
async function withChildren() {
  const made = await unit('york');
  const looked = (ref: string, on: string): string =>
    `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after ${on} --iro "A Khan" --today ${on} --yes`;
  await made.run(looked('K1', '2025-09-01'));
  await made.run(looked('K2', '2026-03-09'));
  await made.run('review hold K1 --on 2025-09-24 --code PN1');
  await made.run('review hold K1 --on 2025-12-15 --code PN1');
  return made;
}

describe('review midway', () => {
  it('plans a check, which is due that day and met when it is made', async () => {
    const { run } = await withChildren();
    const planned = await run('review midway K1 --plan 20/3');
    expect(planned.code).toBe(0);
    expect(planned.out).toBe('K1  midway check planned for Friday 20 March 2026: recorded.\n');
    expect(planned.err).toContain('due       Friday 20 March 2026: Make the midway check');
    const shown = await run('review midway K1');
    expect(shown.out).toContain('Fri 20 Mar  planned');
    expect(shown.out).toContain('irotool review midway K1 --findings');
    expect((await run('review midway K1 --today 2026-03-21')).out).toContain('planned, passed');

    const made = await run('review midway K1 --findings "The plan is on course" --today 2026-03-19');
    expect(made.out).toBe('K1  midway check made on Thursday 19 March 2026: recorded.\n');
    expect(made.err).toContain('met       Make the midway check (it was due Friday 20 March 2026)');
    expect((await run('review midway K1 --today 2026-03-19')).out).toBe(
      ' Thu 19 Mar  made  The plan is on course\n',
    );
    expect((await run('review midway K2')).out).toBe(
      'K2 has no midway check planned or made.\nTo plan one: irotool review midway K2 --plan DATE\n',
    );
  });

  it('records one made and the next planned together', async () => {
    const { run } = await withChildren();
    const { out } = await run('review midway K1 --findings "Slow" --on 12/3 --plan 20/4');
    expect(flat(out)).toBe(
      'K1 midway check made on Thursday 12 March 2026: recorded. K1 midway check planned for Monday 20 April 2026: recorded. ',
    );
    const { made, planned } = JSON.parse((await run('review midway K1 --json')).out) as {
      made: object[];
      planned: object;
    };
    expect(made).toEqual([{ on: '2026-03-12', findings: 'Slow' }]);
    expect(planned).toEqual({ by: '2026-04-20', plannedOn: '2026-03-12' });
    expect((await run('due --child K1 --from 20/4 --to 20/4')).out).toContain('Make the midway check');
  });

  it('offers a day if the unit has set a number of weeks', async () => {
    const { run } = await withChildren();
    expect((await run('review midway K1')).out).toBe(
      'K1 has no midway check planned or made.\nTo plan one: irotool review midway K1 --plan DATE\n',
    );
    expect((await run('settings set midway-check 14')).code).toBe(0);
    const { out } = await run('review midway K1');
    expect(flat(out)).toContain('14 weeks after the review of 15 December 2025 is Monday 23 March 2026.');
    expect(flat(out)).toContain('irotool review midway K1 --plan 2026-03-23');
    const passed = await run('review midway K1 --today 2026-03-24');
    expect(flat(passed.out)).toContain('was Monday 23 March 2026.');
    expect(flat(passed.out)).toContain('--plan 2026-03-24');
    expect(JSON.parse((await run('review midway K1 --json')).out)).toEqual({
      schema: 1,
      child: { ref: 'K1', name: 'Child K1' },
      lastReview: '2025-12-15',
      planned: null,
      offered: '2026-03-23',
      made: [],
    });
    expect(JSON.parse((await run('review midway K2 --json')).out)).toMatchObject({
      lastReview: null,
      offered: null,
    });
  });

  it('says so if the day is not between two reviews', async () => {
    const { run } = await withChildren();
    const due = await run('review midway K1 --plan 2026-06-15');
    expect(flat(due.err)).toContain('The next review is due by Monday 15 June 2026: that is not midway.');
    expect((await run('review midway K1 --plan 2026-06-14')).err).not.toContain('not midway');
    await run('review plan K1 --meeting "8/6 10:00"');
    const planned = await run('review midway K1 --plan 8/6');
    expect(flat(planned.err)).toContain(
      'The next review is planned for Monday 8 June 2026: that is not midway.',
    );
    const none = await run('review midway K2 --plan 20/3');
    expect(none.code).toBe(0);
    expect(flat(none.err)).toContain('No review has been held yet in this period of care.');
  });

  it('refuses a day that is not after the last review, or has gone', async () => {
    const { run, db } = await withChildren();
    const before = everything(db);
    const refusals = [
      [
        '--plan 2025-12-15 --on 2025-12-01',
        1,
        'K1: a midway check on Monday 15 December 2025 would not be after the last review, Monday 15 December 2025.',
      ],
      ['--plan 2025-12-16', 1, '--plan: Tuesday 16 December 2025 is before Friday 13 March 2026.'],
      ['--plan 2026-03-12', 1, 'If the check was made: irotool review midway K1 --on 2026-03-12 --findings'],
    ] as const;
    for (const [flags, code, words] of refusals) {
      const answer = await run(`review midway K1 ${flags}`);
      expect([answer.code, flat(answer.err)]).toEqual([code, expect.stringContaining(words)]);
      expect(everything(db)).toBe(before);
    }
    expect((await run('review midway K1 --plan 2026-03-13')).code).toBe(0);
  });

  it.each(['0', '27', 'six', '1.5'])('the setting is not %s', async (weeks) => {
    const { run, db } = await withChildren();
    const before = everything(db);
    const { code, err } = await run(`settings set midway-check ${weeks}`);
    expect([code, flat(err)]).toEqual([
      2,
      expect.stringContaining('midway-check is a number of weeks from 1 to 26'),
    ]);
    expect(everything(db)).toBe(before);
  });

  it.each(['1', '26'])('the setting may be %s', async (weeks) => {
    const { run } = await withChildren();
    expect((await run(`settings set midway-check ${weeks}`)).code).toBe(0);
  });
});
