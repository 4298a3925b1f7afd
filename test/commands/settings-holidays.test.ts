/** Bank holidays that come late: gov.uk's own lists as published before and after, and a day added by hand. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualHolidays } from '../../src/core/time/calendar';
import { type Answer, folder, irotool, words } from '../support/harness';

const govuk = (day: string): string =>
  join(import.meta.dirname, '..', 'data', 'govuk', `bank-holidays${day === '' ? '' : `-${day}`}.json`);

/** A unit with one child in care; `run` types a line on a day. */
async function unitWith(lookedAfter: string): Promise<{
  readonly db: string;
  run(line: string, today: string): Promise<Answer>;
}> {
  const db = join(folder(), 'unit.db');
  const run = (line: string, today: string): Promise<Answer> =>
    irotool([...words(line), '--db', db, '--today', today]);
  await run('init --council Testshire --yes', lookedAfter);
  const child = `--ref K1 --name "First Child" --born 2010-01-05 --looked-after ${lookedAfter} --basis C2`;
  expect((await run(`new-review ${child} --yes`, lookedAfter)).code).toBe(0);
  return { db, run };
}

async function dueOf(run: (line: string, today: string) => Promise<Answer>, today: string): Promise<string> {
  const { deadlines } = JSON.parse((await run('explain K1 review-first --json', today)).out);
  return deadlines[0].due;
}

describe('settings holidays import', () => {
  it('moves what was open over 19 September 2022, the day of the state funeral, and says from when to when', async () => {
    const { run } = await unitWith('2022-09-05');
    const today = '2022-09-12';
    expect((await run(`settings holidays import ${govuk('2022-01-24')} --yes`, today)).code).toBe(0);
    expect(await dueOf(run, today)).toBe('2022-10-03');
    const shown = await run(`settings holidays import ${govuk('2022-12-29')}`, today);
    expect(shown.code).toBe(2);
    expect(shown.err).toContain('Missing: --yes');
    expect(shown.out).toContain('new   Monday 19 September 2022');
    expect(shown.out).toContain('1 open deadline moves:');
    expect(shown.out).toMatch(/K1\/1 +Hold the first review +from Mon 3 Oct to Tue 4 Oct/);
    expect(await dueOf(run, today)).toBe('2022-10-03');
    const saved = await run(`settings holidays import ${govuk('2022-12-29')} --yes --json`, today);
    expect(JSON.parse(saved.out)).toMatchObject({
      schema: 1,
      saved: true,
      gone: [],
      moved: [{ child: { ref: 'K1' }, rule: 'review-first', from: '2022-10-03', to: '2022-10-04' }],
    });
    expect(await dueOf(run, today)).toBe('2022-10-04');
    expect((await run('doctor', today)).code).toBe(0);
  });

  it('moves what was open over early May 2020, when the bank holiday went from the 4th to the 8th', async () => {
    // Twenty working days from Tuesday 7 April reach 6 May with the 4th a holiday, and 5 May without.
    const { run } = await unitWith('2020-04-07');
    const today = '2020-04-14';
    await run(`settings holidays import ${govuk('2019-05-08')} --yes`, today);
    expect(await dueOf(run, today)).toBe('2020-05-08');
    const { out } = await run(`settings holidays import ${govuk('2019-10-11')} --yes`, today);
    expect(out).toContain('new   Friday 8 May 2020');
    expect(out).toContain('gone  Monday 4 May 2020');
    expect(out).toMatch(/K1\/1 +Hold the first review +from Fri 8 May to Thu 7 May/);
    expect(await dueOf(run, today)).toBe('2020-05-07');
  });

  it('leaves years that the file does not cover untouched', async () => {
    const { run } = await unitWith('2022-09-05');
    await run(`settings holidays import ${govuk('2019-10-11')} --yes`, '2022-09-12');
    const { holidays, horizon } = JSON.parse(
      (await run('settings holidays list --json', '2022-09-12')).out,
    ) as { holidays: { on: string }[]; horizon: string };
    expect(holidays.map(({ on }) => on)).toContain('2022-09-19');
    expect(horizon).toBe('2028-12-31');
  });

  it('says so if nothing is new, and saves nothing', async () => {
    const { run } = await unitWith('2026-03-02');
    const { code, out } = await run(`settings holidays import ${govuk('')}`, '2026-03-03');
    expect(code).toBe(0);
    expect(out).toContain('Nothing in it is new');
  });

  it('takes the horizon further with years that follow on, and refuses those that do not', async () => {
    const { run } = await unitWith('2026-03-02');
    const file = join(folder(), 'later.json');
    const listOf = (year: number): void => {
      const events = usualHolidays(year).map(({ on, name }) => ({ title: name, date: on }));
      writeFileSync(file, JSON.stringify({ 'england-and-wales': { events } }));
    };
    listOf(2030);
    const gap = await run(`settings holidays import ${file} --yes`, '2026-03-03');
    expect(gap.code).toBe(1);
    expect(gap.err).toContain('does not follow on');
    listOf(2029);
    expect((await run(`settings holidays import ${file} --yes`, '2026-03-03')).code).toBe(0);
    expect(JSON.parse((await run('settings holidays list --json', '2026-03-03')).out).horizon).toBe(
      '2029-12-31',
    );
  });

  it.each([
    ['no JSON', 'Good Friday', 'it is not JSON'],
    ['another country alone', '{"scotland":{"events":[]}}', 'not of England and Wales'],
    ['something else', '[1,2]', 'it is not gov.uk’s list'],
    [
      'a date that is none',
      '{"england-and-wales":{"events":[{"title":"A","date":"2027-02-30"}]}}',
      '2027-02-30',
    ],
    ['no name', '{"england-and-wales":{"events":[{"date":"2027-03-26"}]}}', 'has no name'],
    [
      'a year cut short',
      '{"england-and-wales":{"events":[{"title":"A","date":"2027-03-26"}]}}',
      'it is not whole',
    ],
    ['no days', '{"england-and-wales":{"events":[]}}', 'it has no bank holidays'],
  ])('refuses a file with %s in words, and changes nothing', async (_what, text, why) => {
    const { run } = await unitWith('2026-03-02');
    const file = join(folder(), 'file.json');
    writeFileSync(file, text);
    const { code, err } = await run(`settings holidays import ${file} --yes`, '2026-03-03');
    expect(code).toBe(1);
    expect(err).toContain(why);
    expect(err).toContain('Nothing was changed.');
  });

  it('refuses a pipe, a device, a folder and a file that is not there', async () => {
    const { run } = await unitWith('2026-03-02');
    const inside = folder();
    execFileSync('mkfifo', [join(inside, 'pipe')]);
    for (const file of [join(inside, 'pipe'), '/dev/zero', inside, join(inside, 'none.json')]) {
      expect((await run(`settings holidays import ${file} --yes`, '2026-03-03')).code).toBe(1);
    }
  });
});

describe('settings holidays add', () => {
  const ADD = 'settings holidays add 2026-03-20 --name "A day off" --source "gov.uk, 5 March 2026"';

  it('moves what is open, is told in explain, days, the list, the audit and a backup', async () => {
    const { db, run } = await unitWith('2026-03-02');
    const { out } = await run(`${ADD} --yes`, '2026-03-05');
    expect(out).toMatch(/K1\/1 +Hold the first review +from Mon 30 Mar to Tue 31 Mar/);
    const explained = (await run('explain K1 review-first', '2026-03-05')).out.replace(/\s+/g, ' ');
    expect(explained).toContain('due Tuesday 31 March 2026');
    expect(explained).toContain('Fri 20 Mar (A day off)');
    expect(explained).toContain('came late (A day off): gov.uk, 5 March 2026');
    expect((await run('days 2026-03-19 +1 --quiet', '2026-03-05')).out).toBe('2026-03-23\n');
    expect((await run('settings holidays list', '2026-03-05')).out).toContain('A day off (came late');
    expect((await run('audit --limit 1', '2026-03-05')).out).toContain('20 March 2026 is a bank holiday');
    const copy = join(folder(), 'copy.db');
    await run(`backup ${copy}`, '2026-03-05');
    const list = await irotool(['settings', 'holidays', 'list', '--db', copy]);
    expect(list.out).toContain('A day off');
    expect(db).not.toBe(copy);
    // Said twice it is known, and saves nothing.
    expect((await run(ADD, '2026-03-05')).out).toContain('Nothing in it is new');
  });

  it('needs a name and who says so, and a working day', async () => {
    const { run } = await unitWith('2026-03-02');
    const bare = await run('settings holidays add 2026-03-20 --yes', '2026-03-05');
    expect(bare.code).toBe(2);
    expect(bare.err).toContain('--name --source');
    const weekend = await run(ADD.replace('03-20', '03-21'), '2026-03-05');
    expect(weekend.code).toBe(1);
    expect(weekend.err).toContain('Saturday 21 March 2026 is no working day as it is');
  });
});
