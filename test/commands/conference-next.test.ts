/** `conference next`: what the steps of a conference ask, one after the other, with the days of the duties. */
import { afterAll, describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const LINES = [
  'person add --name "Cath Chair" --role chair --today 2026-03-20',
  'child add --ref K1 --name "Child One" --born 2016-06-02 --social-worker "Jo Smith" --today 2026-03-20',
  'child link K1 "Jane One" --role parent --relationship mother --responsibility yes --today 2026-03-20',
  'child link K1 "Tom Teach" --role teacher --today 2026-03-20',
  'record K1 strategy-discussion --on 2026-03-20 --today 2026-03-20 --yes',
];
/** On each day what is next, and what is typed then, if it is not what it says. */
const STORY: readonly (readonly [day: string, what: string, command: string, ...typed: string[]])[] = [
  [
    '2026-03-25',
    'Plan the initial conference',
    'plan K1 --meeting "DAY TIME" --venue "VENUE"',
    'plan K1 --meeting "13/4 10:00" --venue "Town Hall" --chair "Cath Chair" --yes',
  ],
  ['2026-03-25', 'Send the invitations', 'participants K1 --invited today'],
  [
    '2026-03-26',
    'Ask for the reports',
    'reports K1 --asked all --by DATE',
    'reports K1 --asked all --by 2026-04-07',
  ],
  [
    '2026-03-27',
    'Remind the parents that they may bring an advocate or supporter',
    'participants K1 --reminded WHO',
    'participants K1 --reminded mother',
  ],
  [
    '2026-03-30',
    'Explain to the family what will happen, and who comes',
    'participants K1 --explained-by social-worker --explained-to WHO',
    'participants K1 --explained-by social-worker --explained-to mother',
    'exclude K1 --who mother --why "Threats" --from some --yes',
  ],
  [
    '2026-03-31',
    'Tell the mother the reasons why the chair excluded them',
    'exclude K1 --who mother --told today',
    'exclude K1 --who mother --told today --yes',
  ],
  [
    '2026-04-07',
    'Get the report of the social worker',
    'reports K1 --from social-worker',
    'reports K1 --from social-worker,teacher',
  ],
  [
    '2026-04-08',
    'Share the reports with the family',
    'reports K1 --shared WHO',
    'reports K1 --shared mother',
  ],
  [
    '2026-04-09',
    'Explain to the family what will happen, and what can be decided',
    'participants K1 --explained-by chair --explained-to WHO',
    'participants K1 --explained-by chair --explained-to mother',
  ],
  ['2026-04-10', 'Hold the conference', 'hold K1 --on 2026-04-13 --outcome OUTCOME', 'list'],
  [
    '2026-04-14',
    'Say what happened at the conference of Monday 13 April 2026',
    'hold K1 --on 2026-04-13 --outcome OUTCOME',
    'hold K1 --outcome plan --category neglect --harm yes --attended mother,social-worker,teacher --on 2026-04-13 --yes',
  ],
  [
    '2026-04-14',
    'Send the decision of the conference',
    'after K1 --decision-sent today --sent-to WHO',
    'after K1 --decision-sent today --sent-to mother --yes',
  ],
  [
    '2026-04-14',
    'Send the outline of the plan',
    'after K1 --outline-sent today --outline-to WHO',
    'after K1 --outline-sent today --outline-to mother --yes',
  ],
  ['2026-04-15', 'Hold the first core group', 'after K1 --core-group today', 'list'],
];

it('says one step after another from the plan to the core group, each with the command that records it', async () => {
  const { run } = await unit('york', LINES);
  for (const [day, what, command, ...typed] of STORY) {
    const { out } = await run(`conference next K1 --json --today ${day}`);
    const { next } = JSON.parse(out) as { next: { what: string; command: string; due: string | null } };
    expect([day, next.what, next.command]).toEqual([day, what, `irotool conference ${command}`]);
    for (const line of typed.length > 0 ? typed : [command]) {
      const { code, err } = await run(`conference ${line} --today ${day}`);
      expect(code, `${line}\n${err}`).toBe(0);
    }
  }
  const { out } = await run('conference next K1 --json --today 2026-04-15');
  // Ten working days from the conference, by the rule that the core group meets.
  expect(JSON.parse(out)).toMatchObject({ next: { due: '2026-04-27', who: 'social-worker' } });
  expect((await run('conference next K1 --today 2026-04-10')).out).toContain('OUTCOME is plan or no-plan.');
});

it('a core group that is recorded beside the care plan, with who came, is the one that was owed', async () => {
  const { run } = await unit('york', [
    ...LINES,
    'conference hold K1 --outcome plan --category neglect --on 2026-04-13 --today 2026-04-13 --yes',
    'new-review --ref K1 --name "Child One" --looked-after 2026-04-14 --born 2016-06-02 --today 2026-04-14 --yes',
    'child protection K1 --core-group 2026-04-20 --core-group-came mother,teacher --core-group-next 2026-05-20 --today 2026-04-20',
  ]);
  const { out } = await run('child show K1 --ids --today 2026-04-20');
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(/core group.*(mother|teacher)/i);
  const next = await run('conference next K1 --json --today 2026-04-21');
  expect(next.out).not.toContain('core group');
});

it('of a child on a plan who comes into care, the next conference is planned sooner: it is due with the first review in care', async () => {
  const { run } = await unit('england', [
    ...LINES,
    'conference plan K1 --meeting "8/4 10:00" --venue "Town Hall" --chair "Cath Chair" --today 2026-03-25 --yes',
    'conference hold K1 --on 2026-04-08 --outcome plan --category neglect --next-on 2026-07-01 --today 2026-04-08 --yes',
    'new-review --ref K1 --looked-after 2026-05-11 --basis C2 --iro "Ian Ro" --today 2026-05-11 --yes',
    'conference after K1 --conference initial --decision-sent 2026-04-09 --outline-sent 2026-04-09 --today 2026-05-11 --yes',
    'record K1 core-group-held --on 2026-04-15 --today 2026-05-11 --yes',
  ]);
  const said = async (line: string): Promise<string> => (await run(`${line} --today 2026-05-11`)).out;
  expect(await said('conference next K1')).toMatch(
    /sooner: its day, Wednesday 1 July 2026, is after\s+it is due/,
  );
  expect(await said('conference show K1')).toMatch(
    /Due by +Tuesday 9 June 2026: it is planned for after that/,
  );
  await run(
    'conference plan K1 --meeting "1/7 10:00" --because "The court sits in June" --today 2026-05-11 --yes',
  );
  expect(await said('conference next K1')).not.toContain('sooner');
});

it('a new strategy discussion’s conference comes before what was never done after the last one, which has no day by law', async () => {
  const { run } = await unit('england', [
    ...LINES,
    'conference plan K1 --meeting "8/4 10:00" --venue "Town Hall" --chair "Cath Chair" --today 2026-03-25 --yes',
    'conference hold K1 --on 2026-04-08 --outcome no-plan --today 2026-04-08 --yes',
  ]);
  const next = async (day: string): Promise<string> =>
    JSON.parse((await run(`conference next K1 --json --today ${day}`)).out).next.what;
  expect(await next('2026-08-03')).toBe('Send the decision of the conference');
  await run('record K1 strategy-discussion --on 2026-08-03 --today 2026-08-03 --yes');
  expect(await next('2026-08-03')).toBe('Plan the initial conference');
});

it('one that is moved to another day says why, as a review does: asked on a terminal, and else it is said that it is not recorded', async () => {
  const { run } = await unit('york', [
    ...LINES,
    'conference plan K1 --meeting "13/4 10:00" --chair "Cath Chair" --today 2026-03-25 --yes',
  ]);
  const move = async (line: string): Promise<string> =>
    (await run(`conference plan K1 ${line} --today 2026-03-26 --yes`)).err.replaceAll(/\s+/g, ' ');
  const unsaid = 'No reason was given for planning it again (--because): not recorded.';
  expect(await move('--meeting "13/4 11:00"')).not.toContain(unsaid);
  expect(await move('--meeting "10/4 10:00"')).toContain(unsaid);
  expect(await move('--meeting "9/4 10:00" --because "The hall is let"')).not.toContain(unsaid);
});

describe.skipIf(why !== '')('on a terminal', { timeout: 60_000 }, () => {
  afterAll(closeTerminals);
  it('a conference that is moved is asked why', async () => {
    const { db, run } = await unit('york', [
      ...LINES,
      'conference plan K1 --meeting "13/4 10:00" --chair "Cath Chair" --today 2026-03-25 --yes',
    ]);
    const terminal = new Terminal(db);
    terminal.run('conference plan K1 --meeting "10/4 10:00" --today 2026-03-26');
    await terminal.answer('Why is it planned again?', 'The hall is let');
    await terminal.sees('Save?');
    terminal.press('Enter');
    await terminal.sees('recorded.');
    expect((await run('child show K1 --ids --today 2026-03-26')).out).toContain('The hall is let');
  });
});

it('after a joint conference the command for the review of the same day is printed with what it needs', async () => {
  const { run } = await unit('england', [
    ...LINES,
    'conference hold K1 --on 2026-04-08 --outcome plan --category neglect --today 2026-04-08 --yes',
    'new-review --ref K1 --looked-after 2026-05-11 --basis C2 --iro "Ian Ro" --today 2026-05-11 --yes',
  ]);
  const { out, err, code } = await run(
    'conference hold K1 --outcome continue --joint one-meeting --plan as-it-is --harm yes --on 2026-06-08 --today 2026-06-08 --yes',
  );
  expect(code, err).toBe(0);
  const printed = /review hold K1[^\n]*/.exec((out + err).replaceAll(/\n\s+/g, ' '))![0];
  expect(printed).toBe('review hold K1 --on 2026-06-08 --code CODE');
  expect((await run(`${printed.replace('CODE', 'PN1')} --today 2026-06-08 --yes`)).code).toBe(0);
});
