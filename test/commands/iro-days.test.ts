/** When an IRO works, and when they are away. */
import { beforeEach, describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat, refuses } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

/** A Khan's K1 and K2 meet on Thursday 26 and Monday 30 March; B Lee is to chair for K2. */
beforeEach(async () => {
  ({ run, db } = await unit());
  await run('person add --name "B Lee" --role iro');
  for (const ref of ['K1', 'K2']) {
    await run(
      `new-review --ref ${ref} --name "Siân ${ref}" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes`,
    );
  }
  await run('review plan K1 --meeting 2026-03-26');
  await run('review plan K2 --meeting 2026-03-30 --chair "B Lee"');
});

const refused = (line: string, code: number, ...says: string[]): Promise<string> =>
  refuses({ run, db }, line, code, ...says);

describe('iro days', () => {
  it('shows every weekday until days are recorded, and again after all', async () => {
    const everyDay = 'A Khan  works every weekday, as far as is recorded (full time, 1.0).\n';
    expect((await run('iro days "A Khan"')).out).toBe(everyDay);
    expect((await run('iro days "a khan" wed Monday tues')).out).toBe(
      'A Khan  works Monday, Tuesday and Wednesday (0.6 of full time).\n',
    );
    expect((await run('iro days "A Khan" --json')).out).toBe(
      `${JSON.stringify({ schema: 1, name: 'A Khan', workingDays: ['mon', 'tue', 'wed'], fullTime: 0.6 }, null, 2)}\n`,
    );
    expect((await run('iro days "A Khan" all')).out).toBe(everyDay);
    expect(JSON.parse((await run('iro days "A Khan" --json')).out)).toMatchObject({ workingDays: null });
  });

  it('names the meetings planned for other days', async () => {
    expect((await run('iro days "A Khan" mon tue wed')).err).toBe(
      'Note: planned in that time: K1 on Thursday 26 March 2026.\n',
    );
    expect((await run('iro days "A Khan" thu')).err).toBe('');
    expect((await run('iro days "B Lee" thu')).err).toContain('K2 on Monday 30 March 2026.');
  });

  it('refuses a day there is not, and someone there is not', async () => {
    await refused(
      'iro days "A Khan" mon sat',
      2,
      'The days are mon, tue, wed, thu, fri, or all; not "mon sat".',
    );
    await refused('iro days "A Khan" mon all', 2, 'not "mon all"');
    await refused('iro days "A Kahn" mon', 1, 'There is no IRO "A Kahn". Did you mean "A Khan"?');
  });

  it('keeps what it was in the audit', async () => {
    await run('iro days "A Khan" mon');
    await run('iro days "A Khan" tue');
    await run('iro days "A Khan" tue');
    expect((await run('audit --limit 2')).out.replaceAll(/\s+/g, ' ')).toMatch(
      /working days mon → tue A Khan .* working days not recorded → mon $/,
    );
  });
});

describe('iro leave', () => {
  it('is added, listed with numbers, and taken away', async () => {
    expect(flat((await run('iro leave "A Khan"')).out)).toBe(
      'A Khan no leave is recorded. To add some: irotool iro leave "A Khan" --from D --to D ',
    );
    const { out, err } = await run(
      'iro leave "A Khan" --from 2026-04-06 --to 2026-04-10 --why "Easter break"',
    );
    expect(out).toBe('A Khan  away Monday 6 April 2026 to Friday 10 April 2026: recorded as number 1.\n');
    expect(err).toBe('');
    await run('iro leave "B Lee" --from 2026-05-01 --to 2026-05-01');
    await run('iro leave "A Khan" --from 2026-04-01 --to 2026-04-07');
    expect((await run('iro leave "A Khan"')).out).toBe(
      ['A Khan  leave', ' 3  Wed 1 Apr to Tue 7 Apr', ' 1  Mon 6 Apr to Fri 10 Apr  Easter break', ''].join(
        '\n',
      ),
    );
    expect(JSON.parse((await run('iro leave "B Lee" --json')).out)).toEqual({
      schema: 1,
      name: 'B Lee',
      leave: [{ number: 2, from: '2026-05-01', to: '2026-05-01', why: null }],
    });
    expect((await run('iro leave "A Khan" --remove 3')).out).toBe(
      'A Khan  leave Wednesday 1 April 2026 to Tuesday 7 April 2026: taken away.\n',
    );
    expect((await run('iro leave "A Khan"')).out).toBe(
      'A Khan  leave\n 1  Mon 6 Apr to Fri 10 Apr  Easter break\n',
    );
  });

  it.each([
    ['2026-03-25', '2026-03-25', false],
    ['2026-03-26', '2026-03-27', true],
    ['2026-03-20', '2026-03-26', true],
    ['2026-03-27', '2026-04-03', false],
  ])('from %s to %s names the meeting of 26 March: %s', async (from, to, named) => {
    const { err } = await run(`iro leave "A Khan" --from ${from} --to ${to}`);
    expect(err).toBe(named ? 'Note: planned in that time: K1 on Thursday 26 March 2026.\n' : '');
  });

  it('names a meeting by who is to chair, not by whose IRO they are', async () => {
    expect((await run('iro leave "A Khan" --from 2026-03-30 --to 2026-03-30')).err).toBe('');
    expect((await run('iro leave "B Lee" --from 2026-03-30 --to 2026-03-30')).err).toContain(
      'K2 on Monday 30 March 2026.',
    );
  });

  it('refuses a last day before the first, the same leave twice, and a number there is not', async () => {
    await refused(
      'iro leave "A Khan" --from 2026-04-10 --to 2026-04-09',
      1,
      'The last day (Thursday 9 April 2026) is before the first (Friday 10 April 2026). Nothing was saved.',
    );
    await run('iro leave "A Khan" --from 2026-04-06 --to 2026-04-10');
    await refused(
      'iro leave "A Khan" --from 2026-04-06 --to 2026-04-10',
      1,
      'has that leave already (number 1)',
    );
    await refused('iro leave "A Khan" --remove 2', 1, 'A Khan has no leave of number "2".');
    await refused('iro leave "B Lee" --remove 1', 1, 'B Lee has no leave of number "1".');
  });

  it('needs both days, and takes away by itself', async () => {
    await refused('iro leave "A Khan" --from 2026-04-06', 2, 'No terminal to ask on. Missing: --to');
    await refused('iro leave "A Khan" --why rest', 2, 'Missing: --from --to');
    await refused('iro leave "A Khan" --from 31/4 --to 1/5', 2, '--from: "31/4" is not a date.');
    await refused('iro leave "A Khan" --from 2026-04-06 --to 2026-04-07 --why ""', 2, '--why is empty.');
    await refused('iro leave "A Khan" --remove 1 --why rest', 2, '--remove takes leave away');
    await refused('iro leave "A Kahn"', 1, 'There is no IRO "A Kahn".');
  });
});
