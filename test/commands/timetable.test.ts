import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, folder, irotool } from '../support/harness';

const STORY = `- name: A first review, and what comes before it
  today: 2026-03-30
  events:
    - 2026-03-02 became-looked-after basis=V2
    - 2026-03-05 iro-allocated
    - 2026-03-16 review-planned meeting=2026-03-31
`;

async function timetable(text: string, ...more: string[]): Promise<Answer> {
  const cwd = folder();
  writeFileSync(join(cwd, 'story.yaml'), text);
  const answer = await irotool(['timetable', 'story.yaml', '--db', join(cwd, 'unit.db'), ...more], { cwd });
  expect(readdirSync(cwd)).toEqual(['story.yaml']);
  return answer;
}

describe('timetable FILE', () => {
  it('shows every deadline by due date, with its standing in words', async () => {
    const { code, out, err } = await timetable(STORY);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`A first review, and what comes before it
On Monday 30 March 2026, by the rules of the pack England

 Mon 9 Mar   met                   Allocate an independent         unit
                                   reviewing officer, done Thu 5
                                   Mar
 Mon 16 Mar  10 working days late  Talk with the child about the   social worker
                                   review, planned late: ideally
                                   Tue 3 Mar
 Mon 16 Mar  10 working days late  Social worker and IRO discuss   social worker
                                   the review, planned late:
                                   ideally Tue 10 Mar
 Tue 17 Mar  9 working days late   Send the invitations            unit
 Thu 26 Mar  2 working days late   Papers to the IRO               social worker
 Mon 30 Mar  today                 Hold the first review           IRO
 Tue 31 Mar  in 1 working day      IRO speaks with the child in    IRO
                                   private
`);
  });

  it('fits eighty columns', async () => {
    const { out } = await timetable(STORY);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('shows what has no date, and what did nothing', async () => {
    const { out } = await timetable(`- name: Already in care
  today: 2026-03-30
  events:
    - 2026-03-02 became-looked-after start=before
    - 2026-03-03 became-looked-after
`);
    expect(out).toContain('Nothing falls due.');
    expect(out).toMatch(/TO SETTLE\n since Mon 2 Mar {2}Record the last review/);
    expect(out).toMatch(/NOTES\n 2026-03-03 became-looked-after does nothing/);
  });

  it('marks what is provisional', async () => {
    const { out } = await timetable(
      '- name: Past the horizon\n  today: 2028-12-20\n  events: [2028-12-20 became-looked-after]\n',
    );
    expect(out).toContain('Hold the first review,');
    expect(out).toContain('provisional');
  });

  it('writes the contract as data', async () => {
    const { out } = await timetable(STORY, '--json');
    const { schema, scenarios, ...rest } = JSON.parse(out);
    expect({ schema, rest }).toEqual({ schema: 1, rest: {} });
    expect(Object.keys(scenarios[0])).toEqual(['name', 'pack', 'today', 'deadlines', 'actions', 'notes']);
    expect(scenarios[0]).toMatchObject({ pack: 'england', today: '2026-03-30', actions: [], notes: [] });
    const { deadlines } = scenarios[0];
    expect(deadlines.map((deadline: { due: string }) => deadline.due)).toEqual(
      deadlines.map((deadline: { due: string }) => deadline.due).sort(),
    );
    const first = deadlines.find((deadline: { rule: string }) => deadline.rule === 'review-first');
    expect(first).toEqual({
      rule: 'review-first',
      duty: 'Hold the first review',
      who: 'iro',
      force: 'statutory',
      due: '2026-03-30',
      lastWorkingDay: '2026-03-30',
      standing: 'upcoming',
      workingDaysLeft: 0,
      daysLeft: 0,
      notBefore: null,
      metOn: null,
      began: null,
      from: { event: 'became-looked-after', on: '2026-03-02' },
      limits: [{ limit: '20 working days', due: '2026-03-30', force: 'statutory', source: first.source }],
      compressed: false,
      idealDue: null,
      provisional: false,
      eased: false,
      source: [{ id: 'cppcr-2010', at: 'reg 33(1)', grade: 'primary', checked: '2026-11-22' }],
      ref: null,
      review: 1,
    });
  });

  it('uses the command’s today if the scenario gives none', async () => {
    const text = STORY.replace('  today: 2026-03-30\n', '');
    expect(JSON.parse((await timetable(text, '--json')).out).scenarios[0].today).toBe('2026-03-13');
    const { out } = await timetable(text, '--json', '--today', '2026-03-31');
    expect(JSON.parse(out).scenarios[0].today).toBe('2026-03-31');
  });

  it('by the pack the scenario names, or that of the folder the file lies in', async () => {
    const york = await timetable(STORY.replace('- name', '- pack: york\n  name'), '--json');
    expect(JSON.parse(york.out).scenarios[0].pack).toBe('york');
    const cwd = folder();
    await irotool(['rules', 'new', 'leeds', '--in', cwd]);
    mkdirSync(join(cwd, 'leeds', 'scenarios'));
    writeFileSync(join(cwd, 'leeds', 'scenarios', 'story.yaml'), STORY);
    const own = await irotool(['timetable', 'leeds/scenarios/story.yaml', '--json'], { cwd });
    expect(JSON.parse(own.out).scenarios[0].pack).toBe('leeds');
  });
});

describe('mistakes', () => {
  it('lists every fault with file and line, and shows nothing', async () => {
    const { code, out, err } = await timetable(
      `${STORY}    - 2026-03-17 review-heald\n- name: Two\n  evens: []\n`,
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n').slice(0, 2)).toEqual([
      'story.yaml:7: There is no event "review-heald". Did you mean "review-held"?',
      'story.yaml:9: there is no key "evens" in a scenario. Did you mean "events"?',
    ]);
  });

  it('a file that is not there, and a folder', async () => {
    expect(await irotool(['timetable', 'nowhere.yaml'])).toEqual({
      code: 1,
      out: '',
      err: 'There is no file nowhere.yaml. Check its name. To see how one is written: irotool rules new NAME\n',
    });
    const { code, err } = await irotool(['timetable', folder()]);
    expect(code).toBe(1);
    expect(err).toContain('is a folder; timetable takes a file. To run its scenarios: irotool rules test');
  });

  it('a date outside 1900 to 2199 is said so', async () => {
    const { code, err } = await timetable(
      '- name: Far\n  today: 2199-12-31\n  events: [2199-12-20 became-looked-after]\n',
    );
    expect(code).toBe(1);
    expect(err).toContain('a date would fall outside 1900 to 2199');
  });
});
