/** `review hold`: what a sitting says by flags and files: decisions one a line, who was seen, the next meeting. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, type Run, unit } from '../support/harness';
import { flat } from '../support/said';

const CHILD =
  'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-16 --iro "A Khan" --told 2026-02-16 --meeting "2026-03-12 10:00" --today 2026-02-16 --yes';
const HELD = 'review hold K1 --on 2026-03-12 --code PN1 --today 2026-03-12 --yes';

async function factsOf(run: Run, kind: string): Promise<Record<string, string>[]> {
  const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
    chronology: { on: string; kind: string; attributes: Record<string, string> }[];
  };
  return chronology.filter((each) => each.kind === kind).map(({ on, attributes }) => ({ on, ...attributes }));
}

function file(text: string): string {
  const path = join(folder(), 'decisions.txt');
  writeFileSync(path, text);
  return path;
}

describe('decisions in a file', () => {
  it('are taken one a line, after those typed, and a name in one is kept as a reference', async () => {
    const { run, db } = await unit('york', [CHILD]);
    const path = file(
      '# of the review\nFind a tutor for Child One | social-worker | 17/4\r\n\nSchool, with transport |\n',
    );
    const answer = await run(`${HELD} --decision "Contact weekly; A Khan; 1/4" --decisions ${path}`);
    expect(answer.err).not.toContain('Nothing was saved');
    expect(answer.out).toContain(
      '1.2  Find a tutor for Child One; the social worker; by Friday 17 April 2026',
    );
    expect((await factsOf(run, 'decision-made')).map(({ ref, owner, by }) => [ref, owner, by])).toEqual([
      ['1.1', 'A Khan', '2026-04-01'],
      ['1.2', 'social-worker', '2026-04-17'],
      ['1.3', undefined, undefined],
    ]);
    expect(everything(db)).not.toContain('tutor for Child One');
  });

  it.each([
    ['Find a tutor | social-worker | 31/2', 'line 3: "31/2" is not a date.'],
    ['Find a tutor | social-worker | 1/3 | 2', 'line 3 has more than three parts.'],
    ['| social-worker', 'line 3 is empty.'],
    ['Find a tutor, social-worker, 17/4', 'line 3 has commas and does not say who carries it out.'],
  ])('a wrong line, “%s”, is refused with its number, and nothing is saved', async (line, says) => {
    const { run, db } = await unit('york', [CHILD]);
    const before = everything(db);
    const { code, err } = await run(`${HELD} --decisions ${file(`Contact weekly | A Khan\n\n${line}\n`)}`);
    expect(code).toBeGreaterThan(0);
    expect(flat(err)).toContain(`--decisions, ${says}`);
    expect(everything(db)).toBe(before);
  });

  it('that has none, or is not there, is refused', async () => {
    const { run } = await unit('york', [CHILD]);
    expect((await run(`${HELD} --decisions ${file('# none\n')}`)).err).toContain(
      '--decisions has no decision in it.',
    );
    const { code, err } = await run(`${HELD} --decisions nowhere.txt`);
    expect([code, flat(err)]).toEqual([
      1,
      expect.stringContaining('There is no file --decisions nowhere.txt.'),
    ]);
  });
});

describe('a child of four or over', () => {
  it.each([
    ['face-to-face --seen-where "At school"', { how: 'face-to-face', where: 'At school' }],
    ['refused', { outcome: 'refused' }],
  ])('is said to have been seen in private that day: --seen-alone %s', async (typed, said) => {
    const { run } = await unit('york', [CHILD]);
    await run(`${HELD} --seen-alone ${typed}`);
    expect(await factsOf(run, 'iro-saw-child')).toEqual([{ on: '2026-03-12', ...said }]);
  });

  it('has nothing recorded of it with no, or if nothing is said', async () => {
    const { run } = await unit('york', [CHILD]);
    await run(`${HELD} --seen-alone no`);
    expect(await factsOf(run, 'iro-saw-child')).toEqual([]);
  });
});

describe('the next review', () => {
  it('is planned in the same breath: day, time and place', async () => {
    const { run } = await unit('york', [CHILD]);
    const { code, out } = await run(`${HELD} --next-on 2/6 --next-at 2pm --next-venue "Town Hall"`);
    expect(code).toBe(0);
    expect(out).toContain('K1/2  planned for Tuesday 2 June 2026, 2pm.');
    expect((await factsOf(run, 'review-planned')).at(-1)).toEqual({
      ...{ on: '2026-03-12', meeting: '2026-06-02', time: '14:00', venue: 'Town Hall' },
    });
  });

  it.each([
    ['--next-at 2pm', '--next-at is of the next meeting: --next-on DATE.'],
    ['--next-venue Hall', '--next-venue is of the next meeting: --next-on DATE.'],
    ['--next-on 2/6 --next-meeting 3/6', '--next-on and --next-meeting are the same day'],
    ['--next-on 2/6 --next-at noon', 'is not a date and time'],
    ['--exit --next-on 2/6', '--exit has no next review: leave out --next-on.'],
  ])('%s is refused', async (typed, says) => {
    const { run } = await unit('york', [CHILD]);
    const line = typed.startsWith('--exit') ? HELD.replace('--code PN1', '') : HELD;
    const { code, err } = await run(`${line} ${typed}`);
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
  });
});

describe('a conference', () => {
  const LINES = [
    'person add --name "Cath Chair" --role chair --today 2026-03-20',
    'child add --ref K1 --name "Child One" --born 2016-06-02 --social-worker "Jo Smith" --today 2026-03-20',
    'record K1 strategy-discussion --on 2026-03-20 --today 2026-03-20 --yes',
    'conference plan K1 --meeting "9/4 10:00" --venue "Town Hall" --chair "Cath Chair" --yes --today 2026-03-23',
  ];
  const HELD = 'conference hold K1 --on 2026-04-09 --category neglect --today 2026-04-09 --yes';

  it('takes what the plan is to achieve from a file, and plans the next in the same breath', async () => {
    const { run } = await unit('york', LINES);
    const path = file('School every day | social-worker | 1/6\nA safe home | mother\n');
    const { code, err, out } = await run(
      `${HELD} --outcome plan --decisions ${path} --next-on 1/7 --next-at 10am --next-venue "Town Hall"`,
    );
    expect(code, err).toBe(0);
    expect(flat(out)).toContain('outcome P2 of the plan');
    expect(flat(out)).toContain('review conference planned for Wednesday 1 July 2026, 10am');
    expect((await factsOf(run, 'plan-outcome-set')).map(({ ref, owner, by }) => [ref, owner, by])).toEqual([
      ['P1', 'social-worker', '2026-06-01'],
      ['P2', 'mother', undefined],
    ]);
    expect(await factsOf(run, 'review-conference-planned')).toMatchObject([
      { on: '2026-04-09', meeting: '2026-07-01', time: '10:00', venue: 'Town Hall' },
    ]);
  });

  it('without a plan there is no next, and a wrong line is refused with its number', async () => {
    const { run, db } = await unit('york', LINES);
    const before = everything(db);
    expect(
      (await run(`${HELD.replace('--category neglect ', '')} --outcome no-plan --next-on 1/7`)).err,
    ).toContain('so no next conference is planned');
    expect((await run(`${HELD} --outcome plan --next-on 9/4`)).err).toContain('is not after the conference');
    expect((await run(`${HELD} --outcome plan --decisions ${file('A | b | c\n')}`)).err).toContain(
      '--decisions, line 1: "c" is not a date.',
    );
    expect(everything(db)).toBe(before);
  });
});
