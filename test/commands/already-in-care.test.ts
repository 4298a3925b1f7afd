/** `new-review` of a child who was in care before the unit kept their record: nothing of the years before is said to be late. */
import { describe, expect, it } from 'vitest';
import { folder, irotool, type Run, unit } from '../support/harness';
import { flat } from '../support/said';

const CHILD =
  'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2023-05-02 --iro "A Khan" --today 2026-03-10 --yes';

/** What is overdue of the child, by the ids of the rules. */
async function overdue(run: Run, today = '2026-03-10'): Promise<string[]> {
  const { deadlines } = JSON.parse((await run(`due --month --json --today ${today}`)).out) as {
    deadlines: { rule: string; standing: string }[];
  };
  return deadlines.filter(({ standing }) => standing === 'overdue').map(({ rule }) => rule);
}

const next = async (run: Run, today: string): Promise<string> =>
  (JSON.parse((await run(`review next K1 --json --today ${today}`)).out) as { next: { command: string } })
    .next.command;

describe.each(['england', 'york'])('a child already in care, with the pack %s', (pack) => {
  it('whose last review is known has the next counted from it, and nothing late', async () => {
    const { run } = await unit(pack);
    const { code, out, err } = await run(`${CHILD} --last-review 12/1/2026 --number 6 --code PN1`);
    expect(code, err).toBe(0);
    expect(out).toMatch(/by {2}Sun 12 Jul {2}Hold the next review/);
    expect(err).not.toContain('No meeting had been planned');
    expect(await overdue(run)).toEqual([]);
    expect(flat((await run('child show K1 --today 2026-03-10')).out)).toContain('6 Mon 12 Jan');
    // In its time it is owed like any other: on its last day, and on the day after it is late.
    expect(await overdue(run, '2026-07-12')).not.toContain('review-later');
    expect(await overdue(run, '2026-07-13')).toContain('review-later');
  });

  it('whose last review is not known is asked for it, and what is recorded of it is not late either', async () => {
    const { run } = await unit(pack);
    await run(`${CHILD} --already-in-care`);
    expect(await overdue(run)).toEqual([]);
    expect((await run('due --month --today 2026-03-10')).out).toContain('Record the last review');
    expect(await next(run, '2026-03-10')).toBe(
      'irotool review hold K1 --on DATE --code CODE --number N --earlier',
    );
    await run('review hold K1 --on 2026-01-12 --code PN1 --number 6 --earlier --today 2026-03-10 --yes');
    expect(await overdue(run)).toEqual([]);
    expect((await run('due --month --today 2026-03-10')).out).not.toContain('Record the last review');
  });

  it('of whom nothing is said is owed all of it, and is told how to say so', async () => {
    const { run } = await unit(pack);
    const { err } = await run(CHILD);
    expect(flat(err)).toContain(
      'if the child was already in care, and reviewed elsewhere: --last-review DATE --number N',
    );
    expect(await overdue(run)).not.toEqual([]);
  });
});

describe('what is wrong with it', () => {
  it.each([
    ['--number 6', '--number is of the last review: --last-review DATE.'],
    ['--code PN1', '--code is of the last review: --last-review DATE.'],
    ['--last-review 2026-01-12', '--last-review needs its number: --number 5.'],
    ['--last-review 2026-01-12 --number x', '--number is a whole number from 1; not "x".'],
    [
      '--last-review 2026-01-12 --number 6 --already-in-care',
      '--already-in-care is if the last review is not known',
    ],
  ])('%s is refused', async (typed, says) => {
    const { run } = await unit();
    const { code, err } = await run(`${CHILD} ${typed}`);
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
    expect((await run('child list --json')).out).not.toContain('K1');
  });

  it('a last review before the child came into care', async () => {
    const { run } = await unit();
    expect((await run(`${CHILD} --last-review 2023-05-01 --number 6`)).code).toBe(1);
  });

  it('of a child who came last month nothing is asked; of a day a month and a day ago it is', async () => {
    const { run } = await unit();
    const line = (day: string, ref: string): string =>
      CHILD.replace('2023-05-02', day).replaceAll('K1', ref).replace('Child One', `Child ${ref}`);
    expect((await run(line('2026-02-10', 'K2'))).err).not.toContain('already in care');
    expect((await run(line('2026-02-09', 'K3'))).err).toContain('already in care');
  });
});

describe('init --go-live', () => {
  it('keeps the day, and says what it does', async () => {
    const db = `${folder()}/unit.db`;
    const { code, err } = await irotool([
      'init',
      '--council',
      'Testshire',
      '--go-live',
      '2026-03-02',
      '--yes',
      '--db',
      db,
    ]);
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'It counts from Monday 2 March 2026. Of what happened before that day no step of a review',
    );
    expect((await irotool(['settings', 'list', '--db', db])).out).toMatch(/go-live +2026-03-02/);
  });
});
