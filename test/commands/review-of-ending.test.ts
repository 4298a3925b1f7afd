/** The review of an ending of care that nobody had planned: its day is fixed, everyone is invited, it is asked whether it was held. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, type Run } from '../support/harness';
import { letterUnit, read } from '../support/letters';
import { flat } from '../support/said';

const LEFT = 'child left K1 --reason E4B --unplanned --on 2026-03-20 --today 2026-03-20 --yes';
const PLANNED =
  'review plan K1 --meeting "14/4 10:00" --venue "Civic Centre, room 2" --today 2026-03-24 --yes';

/** Types them, each of which is taken. */
async function typed(run: Run, ...lines: readonly string[]): Promise<string> {
  let said = '';
  for (const line of lines) {
    const { code, out, err } = await run(line);
    expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
    said += `${out}${err}`;
  }
  return flat(said);
}

async function packed(run: Run, line: string): Promise<string[]> {
  const cwd = folder();
  const { code, err } = await run(`${line} --format txt`, { cwd });
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  return readdirSync(cwd)
    .map((file) => file.replace(/^K1-|\.txt$/g, ''))
    .sort();
}

describe('the review of an unplanned ending', () => {
  it('is planned with review plan, and stands among the meetings to come', async () => {
    const { run } = await letterUnit();
    const said = await typed(run, LEFT, PLANNED);
    expect(said).toContain('exit review planned for Tuesday 14 April 2026, 10am');
    expect(said).toContain('irotool letter pack K1 --of ending');
    const due = flat((await run('due --today 2026-04-14')).out);
    expect(due).toMatch(/MEETINGS TODAY.*10am.*K1 SO exit review/);
    expect(flat((await run('child show K1 --today 2026-03-24')).out)).toMatch(
      /Exit review +Tuesday 14 April 2026/,
    );
  });

  it('invites the child, the parents, the carers and the social worker, and no word says that a review is of the care plan', async () => {
    const { run } = await letterUnit();
    await typed(run, LEFT, PLANNED);
    const files = await packed(run, 'letter pack K1 --today 2026-03-24');
    for (const who of ['child', 'mother', 'father', 'carer', 'social-worker', 'teacher']) {
      expect(files).toContain(`ending-exit-invitation${who === 'child' ? '-child' : ''}-${who}`);
    }
    const mother = await read(run, 'exit-invitation K1 --to mother --today 2026-03-24');
    expect(mother).toContain('has not been looked after by the council since Friday 20 March 2026');
    expect(mother).toContain('Date: Tuesday 14 April 2026');
    expect(mother).toContain('Place: Civic Centre, room 2');
    expect(mother).not.toMatch(/care plan|Every child who is looked after/);
    const worker = await read(run, 'exit-invitation K1 --to social-worker --today 2026-03-24');
    expect(worker).toContain('what led to the ending');
    const child = await read(run, 'exit-invitation-child K1 --today 2026-03-24');
    expect(child).toContain('It is not because of anything you did.');
  });

  it('without its hour is not invited to, and a letter and a pack say the same to type, which plans it', async () => {
    const { run } = await letterUnit();
    await typed(run, LEFT, 'review plan K1 --meeting 14/4 --venue "Civic Centre" --today 2026-03-24 --yes');
    const lines = ['letter exit-invitation K1 --to mother', 'letter pack K1'];
    for (const line of lines) {
      const { code, err } = await run(`${line} --today 2026-03-24`);
      expect([line, code]).toEqual([line, 1]);
      expect(flat(err)).toMatch(/meeting\.time.*: irotool review plan K1 --meeting "DAY TIME"\s*$/);
    }
    await typed(run, 'review plan K1 --meeting "14/4 10:00" --today 2026-03-24 --yes');
    expect(await read(run, 'exit-invitation K1 --to mother --today 2026-03-24')).toContain('10am');
  });

  it.each([
    ['2025-01-05', 'To whoever looks after Siân'],
    ['2019-01-05', 'The council does not look after you any more. We want to know how you are.'],
    ['2010-01-05', 'what we should have done differently'],
  ])('is told to a child born on %s in words for that age', async (born, said) => {
    const { run } = await letterUnit();
    await typed(run, `child edit K1 --born ${born} --today 2026-03-02 --yes`, LEFT, PLANNED);
    expect(await read(run, 'exit-invitation-child K1 --today 2026-03-24')).toContain(said);
  });

  it('is asked about once its day has passed, and asked about no more once it was held', async () => {
    const { run } = await letterUnit();
    await typed(run, LEFT, PLANNED);
    const settle = async (today: string) => flat((await run(`due --today ${today}`)).out);
    expect(await settle('2026-04-15')).toContain(
      'The exit review planned for Tuesday 14 April: was it held?',
    );
    await typed(
      run,
      'review hold K1 --exit --on 2026-04-14 --attended child,mother --today 2026-04-15 --yes',
    );
    expect(await settle('2026-04-15')).not.toContain('was it held?');
    const { code, err } = await run('letter pack K1 --of ending --today 2026-04-15', { cwd: folder() });
    expect([code, flat(err)]).toEqual([1, expect.stringContaining('nothing goes out now')]);
  });

  it('is refused for a day that had gone by, and the room that is taken is said, as of any review', async () => {
    const { run } = await letterUnit();
    await typed(
      run,
      LEFT,
      'new-review --ref K5 --name "Child Five" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --meeting "14/4/2026 10:30" --venue "Civic Centre, room 2" --today 2026-03-02 --yes',
    );
    const past = await run('review plan K1 --meeting "10/3/2026 10:00" --today 2026-03-24 --yes');
    expect([past.code, flat(past.err)]).toEqual([
      1,
      expect.stringContaining('would be before the day it was planned'),
    ]);
    expect(await typed(run, PLANNED)).toContain('At the same place there is the review of K5');
  });

  it('is planned again: the place and the chair go on, and that no reason was given is said', async () => {
    const { run } = await letterUnit();
    await typed(
      run,
      'person add --name "B Lee" --role iro --today 2026-03-02',
      LEFT,
      `${PLANNED} --chair "B Lee"`,
    );
    const moved = await typed(run, 'review plan K1 --meeting "16/4 10:00" --today 2026-03-24 --yes');
    expect(moved).toContain('As planned before: Civic Centre, room 2');
    expect(moved).toContain('No reason was given for planning it again (--because)');
    const later = await typed(run, 'review plan K1 --time 15:00 --today 2026-03-26 --yes');
    expect(later).toContain('planned for Thursday 16 April 2026, 3pm');
    expect(later).not.toContain('No reason');
    expect(flat((await run('child show K1 --ids --today 2026-03-26')).out)).toContain(
      'exit review planned (meeting 16 April 2026, 3pm, chair B Lee); venue: Civic Centre, room 2',
    );
  });

  it('that was moved says of which day and time it takes the place', async () => {
    const { run } = await letterUnit();
    await typed(run, LEFT, PLANNED);
    expect(await read(run, 'exit-invitation K1 --to mother --today 2026-03-24')).not.toContain('Instead of');
    await typed(run, 'review plan K1 --meeting "16/4 14:30" --because "Snow" --today 2026-03-25 --yes');
    for (const letter of ['exit-invitation K1 --to mother', 'exit-invitation-child K1']) {
      expect(await read(run, `${letter} --today 2026-03-25`)).toContain(
        'Instead of: Tuesday 14 April 2026 at 10am',
      );
    }
  });

  it('of two children is refused with a command that can be typed as it is printed', async () => {
    const { run } = await letterUnit();
    await typed(
      run,
      'new-review --ref K5 --name "Child Five" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --today 2026-03-02 --yes',
      LEFT,
      LEFT.replace('K1', 'K5'),
    );
    const { err } = await run('review plan K1 K5 --meeting "14/4 10:00" --from 1/4 --today 2026-03-24 --yes');
    expect(flat(err)).toContain('irotool review plan K1 K5 --meeting "DAY TIME"');
  });

  it('is planned for no child in care, and for none whose ending was planned or reviewed', async () => {
    const { run } = await letterUnit();
    const record = async (day: string) =>
      flat(
        (await run(`record K1 exit-review-planned meeting=2026-04-14 --on ${day} --today ${day} --yes`)).err,
      );
    expect(await record('2026-03-10')).toContain('care has not ended by 10 March 2026');
    const planned = await letterUnit();
    await typed(
      planned.run,
      'child left K1 --reason E4A --on 2026-03-20 --today 2026-03-20 --yes --confirmed',
    );
    expect(flat((await planned.run(PLANNED)).err)).toContain('ceased to be looked after');
    await typed(
      run,
      LEFT,
      'review hold K1 --exit --on 2026-03-23 --attended mother --today 2026-03-23 --yes',
    );
    expect(flat((await run(PLANNED)).err)).toMatch(/ceased to be looked after|was reviewed/);
  });
});
