/** Letters of disputes and of courses of a child's life: what goes out when, to whom, and what is refused. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';

const UNIT = [
  'settings set unit.name "Reviewing team"',
  'settings set unit.email team@testshire.gov.uk',
  'settings set signatory.name "P Brown"',
].map((line) => `${line} --today 2026-03-02`);

const inCare = (more: string): string =>
  `new-review --ref K1 --name "Ada Dunn" --looked-after 2026-01-05 --basis C2 --iro "A Khan" --social-worker "Jo Smith" --yes --today 2026-03-02 ${more}`;

type Run = Awaited<ReturnType<typeof unit>>['run'];

/** The documents of a pack, without what every file of the child begins with. */
async function packed(run: Run, of: string, today: string): Promise<string[]> {
  const out = folder();
  const { code, err } = await run(`letter pack K1 --of ${of} --out ${out} --today ${today}`);
  expect([code, err]).toEqual([0, err]);
  // Who is sent what stands on the list beside them.
  expect(readdirSync(out).filter((file) => file.endsWith('-pack.txt'))).toHaveLength(1);
  return readdirSync(out)
    .filter((file) => !file.endsWith('-pack.txt'))
    .map((file) => file.replace(/^K1-(?:D1|\w+?)-/, '').replace('.docx', ''))
    .sort();
}

const said = async (run: Run, line: string, today: string) => {
  const { code, out, err } = await run(`letter ${line} --format txt --out - --today ${today}`);
  return { code, said: (out + err).replaceAll(/\s+/g, ' ') };
};

/** What was recorded of one kind. */
async function happened(run: Run, kind: string) {
  const { out } = await run('child show K1 --json');
  const { chronology } = JSON.parse(out) as {
    chronology: { kind: string; on: string; attributes: Record<string, string> }[];
  };
  return chronology.filter((each) => each.kind === kind);
}

const OPENED =
  'dispute open K1 --about "No school" --theme education --to social-worker --by 2026-03-13 --yes --today 2026-03-02';
const stage = (to: string, today: string): string[] => [
  `dispute stage K1 --answer "Not yet" --yes --today ${today}`,
  `dispute stage K1 --to "${to}" --yes --today ${today}`,
];

describe('letters of a dispute', () => {
  it('go to whoever the stage was raised with, as the ladder goes up', async () => {
    const { run } = await unit('york', [...UNIT, inCare('--born 2016-02-03'), OPENED]);
    const go = async (to: string, today: string): Promise<string[]> => {
      for (const line of stage(to, today)) await run(line);
      return packed(run, 'dispute', today);
    };
    expect(await packed(run, 'dispute', '2026-03-02')).toEqual(['dispute-raised-raised-with']);
    expect(await go('Bea Boss', '2026-03-16')).toEqual([
      'dispute-meeting-raised-with',
      'dispute-meeting-social-worker',
    ]);
    expect(await go('S Head', '2026-03-23')).toEqual(['dispute-formal-raised-with']);
    const formal = await said(run, 'dispute-formal K1', '2026-03-23');
    expect(formal.said).toContain('Dear S Head');
    // Twenty working days from 23 March: Good Friday and Easter Monday are none.
    expect(formal.said).toContain('All formal stages together end on: Wednesday 22 April 2026');
    expect(await go('C Chief', '2026-04-08')).toEqual(['dispute-formal-next-raised-with']);
    const next = await said(run, 'dispute-formal-next K1', '2026-04-08');
    expect(next.said).toContain('It is the last stage that the council has.');
    const early = await said(run, 'dispute-formal K1', '2026-04-08');
    expect([early.code, early.said]).toEqual([
      1,
      expect.stringContaining('a dispute at a later formal stage'),
    ]);
  });

  it('tell the child what came of it in words for them, by age, or stop', async () => {
    const { run } = await unit('england', [...UNIT, inCare('--born 2020-02-03'), OPENED]);
    await run('dispute resolve K1 --how "The head gave way" --outcome agreed --yes --today 2026-03-09');
    const missing = await said(run, 'dispute-outcome-child-under-8 K1', '2026-03-09');
    expect([missing.code, missing.said]).toEqual([1, expect.stringContaining('--tell "…"')]);
    const told = await said(
      run,
      'dispute-outcome-child-under-8 K1 --tell "You go to school on Monday."',
      '2026-03-09',
    );
    expect(told.said).toContain('You go to school on Monday.');
    expect(told.said).not.toContain('The head gave way');
    const older = await said(run, 'dispute-outcome-child K1', '2026-03-09');
    expect([older.code, older.said]).toEqual([
      1,
      expect.stringContaining('letter dispute-outcome-child-under-8 K1 --to child'),
    ]);
  });

  it('go out in a pack without the one for which there are no words yet, and say what to type for it', async () => {
    const { run } = await unit('england', [...UNIT, inCare('--born 2016-02-03'), OPENED]);
    await run('dispute resolve K1 --how "The head gave way" --outcome agreed --yes --today 2026-03-09');
    const out = folder();
    const { code, err } = await run(`letter pack K1 --of dispute --which D1 --out ${out} --today 2026-03-09`);
    expect([code, readdirSync(out).sort()]).toEqual([
      0,
      ['K1-D1-2026-03-09-pack.txt', 'K1-D1-dispute-settled-raised-with.docx'],
    ]);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'give them: irotool letter dispute-outcome-child K1 --to child --which D1 --tell "…"',
    );
  });

  it('of a referral to Cafcass are a summary that the IRO completes', async () => {
    const { run } = await unit('england', [...UNIT, inCare('--born 2016-02-03'), OPENED]);
    await run('dispute cafcass K1 --outcome not-referred --why "They promised" --yes --today 2026-03-03');
    expect((await said(run, 'dispute-cafcass K1', '2026-03-03')).said).toContain('is for later');
    await run('dispute cafcass K1 --outcome referred --why "It was not kept" --yes --today 2026-03-10');
    expect(await packed(run, 'dispute', '2026-03-10')).toEqual(['dispute-cafcass-iro']);
    expect((await said(run, 'dispute-cafcass K1', '2026-03-10')).said).toContain('It was not kept');
  });

  it('tell someone who is neither recorded nor of the ladder nothing of a confidential placement', async () => {
    const { run } = await unit('england', [
      ...UNIT,
      inCare('--born 2016-02-03 --placement U6 --confidential'),
      'child link K1 "Mary Hart" --role carer --address "12 Hill Road, Testtown" --today 2026-03-02',
      OPENED.replace('No school', 'No school near 12 Hill Road').replace(
        '--to social-worker',
        '--to "Pat Other"',
      ),
    ]);
    expect((await said(run, 'dispute-raised K1', '2026-03-02')).said).not.toContain('Hill Road');
    await run('person add --name "Pat Other" --role manager --today 2026-03-02');
    expect((await said(run, 'dispute-raised K1', '2026-03-02')).said).toContain('12 Hill Road');
  });
});

describe('letters of secure accommodation', () => {
  const PLACED = [
    inCare('--born 2011-02-03'),
    'child link K1 "Ann Dunn" --role parent --relationship mother --responsibility yes --today 2026-03-02',
    'secure placed K1 --until 2026-06-01 --on 2026-03-02 --yes --today 2026-03-02',
    'secure panel K1 --members "Una Fox, Vic Grant, Wes Hart" --chair "Una Fox" --independent "Vic Grant" --yes --today 2026-03-02',
    'secure plan K1 --meeting 2026-03-27 --time 14:00 --venue "Civic Centre" --yes --today 2026-03-03',
  ];
  const HELD =
    'secure review K1 --on 2026-03-27 --outcome stays --criteria yes --necessary yes --other no --reasons "She runs into danger." --yes --today 2026-03-27';

  it('invite the child, the parents and the panel, and then tell the outcome', async () => {
    const { run } = await unit('england', [...UNIT, ...PLACED]);
    expect(await packed(run, 'secure', '2026-03-03')).toEqual([
      'secure-invitation-panel-panel-1',
      'secure-invitation-panel-panel-2',
      'secure-invitation-panel-panel-3',
      'secure-invitation-parent-mother',
      'secure-invitation-young-person-child',
    ]);
    await run(HELD);
    expect(await packed(run, 'secure', '2026-03-27')).toEqual([
      'secure-outcome-parent-mother',
      'secure-outcome-professional-iro',
      'secure-outcome-professional-social-worker',
      'secure-outcome-young-person-child',
    ]);
    await run(`letter pack K1 --of secure --out ${folder()} --sent-on 2026-03-27 --today 2026-03-27`);
    const told = await happened(run, 'secure-outcome-told');
    expect(told.map(({ attributes }) => attributes.to)).toEqual(['mother,iro,social-worker,child']);
    const own = await said(run, 'secure-outcome-young-person K1 --tell "You run into danger."', '2026-03-27');
    expect(own.said).toContain('You run into danger.');
    expect(own.said).not.toContain('She runs');
    const over = await said(run, 'secure-invitation-parent K1 --to mother', '2026-03-28');
    expect([over.code, over.said]).toEqual([1, expect.stringContaining('meeting.date (secure')]);
  });

  it('invite to the next review beside the outcome, if it was planned that day', async () => {
    const { run } = await unit('england', [...UNIT, ...PLACED, HELD]);
    await run(
      'secure plan K1 --meeting 2026-06-12 --time 14:00 --venue "Civic Centre" --yes --today 2026-03-27',
    );
    const due = await packed(run, 'secure', '2026-03-27');
    expect(due).toContain('secure-outcome-parent-mother');
    expect(due).toContain('secure-invitation-parent-mother');
  });

  it('invite nobody once the child has left', async () => {
    const { run } = await unit('england', [...UNIT, ...PLACED]);
    await run('secure ended K1 --on 2026-03-10 --yes --today 2026-03-10');
    const { code, err } = await run(`letter pack K1 --of secure --out ${folder()} --today 2026-03-11`);
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('nothing goes out now')]);
  });

  it('are not left out in silence if the date of birth is not recorded', async () => {
    const { run } = await unit('england', [
      ...UNIT,
      'child add --ref K1 --name "Ada Dunn" --social-worker "Jo Smith" --today 2026-03-02',
      'record K1 became-looked-after basis=C2 --on 2026-01-05 --yes --today 2026-03-02',
      ...PLACED.slice(1),
    ]);
    const { code, err } = await run(`letter pack K1 --of secure --out ${folder()} --today 2026-03-03`);
    expect([code, err]).toEqual([1, expect.stringContaining('irotool child edit K1 --born DATE')]);
  });
});

describe('letters of a pathway plan', () => {
  it('tell the young person and the adviser who the adviser is, then go with the plan and its reviews', async () => {
    const { run } = await unit('england', [
      ...UNIT,
      inCare('--born 2009-02-03'),
      'child link K1 "Tess Grey" --role personal-adviser --tag adviser --today 2026-03-02',
      'child link K1 "Tom Old" --role personal-adviser --tag former --today 2026-03-02',
      'pathway plan K1 --adviser adviser --yes --today 2026-03-02',
    ]);
    expect(await packed(run, 'pathway', '2026-03-02')).toEqual([
      'pathway-adviser-child',
      'pathway-adviser-named-adviser',
    ]);
    await run('pathway plan K1 --made 2026-03-03 --yes --today 2026-03-03');
    expect(await packed(run, 'pathway', '2026-03-03')).toEqual(['pathway-plan-child']);
    await run(`letter pack K1 --of pathway --out ${folder()} --sent-on 2026-03-04 --today 2026-03-04`);
    const copied = await happened(run, 'pathway-copied');
    expect(copied.map(({ on, attributes }) => [on, attributes.kind])).toEqual([['2026-03-04', 'plan']]);
    expect((await said(run, 'pathway-plan K1', '2026-03-03')).said).toContain('by Thursday 3 September 2026');
    await run(
      'pathway review K1 --meeting 2026-08-20 --time 15:00 --venue "Civic Centre" --yes --today 2026-08-01',
    );
    expect(await packed(run, 'pathway', '2026-08-01')).toContain('pathway-invitation-child');
    await run(
      'pathway review K1 --held 2026-08-20 --views child --adviser-came yes --changed no --yes --today 2026-08-20',
    );
    expect(await packed(run, 'pathway', '2026-08-20')).toEqual(['pathway-outcome-child']);
    expect((await said(run, 'pathway-outcome K1', '2026-08-20')).said).toContain(
      'Your plan goes on as it is.',
    );
  });
});

describe('letters of adoption and of a remand', () => {
  it('tell of a placement that ended from when its review is held, and say it no longer once there is another', async () => {
    const { run } = await unit('england', [
      ...UNIT,
      inCare('--born 2017-02-03').replace('C2', 'E1'),
      'child link K1 "Joe Hope" --role adopter --tag adopter --knows-placement yes --today 2026-03-02',
      'adoption authorised K1 --by placement-order --on 2026-02-02 --yes --today 2026-03-02',
      'adoption placed K1 --with adopter --on 2026-03-02 --yes --today 2026-03-02',
      'adoption placement-ended K1 --on 2026-04-20 --yes --today 2026-04-20',
    ]);
    expect(await packed(run, 'adoption', '2026-04-20')).toEqual([
      'adoption-ended-adopter-adopter',
      'adoption-ended-child-child',
      'adoption-ended-professional-social-worker',
    ]);
    const first = await said(run, 'adoption-ended-adopter K1', '2026-04-20');
    expect(first.said).toContain('not before Monday 18 May 2026, and by Monday 1 June 2026');
    await run('adoption placed K1 --with adopter --on 2026-05-04 --yes --today 2026-05-04');
    const later = await said(run, 'adoption-ended-adopter K1', '2026-05-04');
    expect([later.code, later.said]).toEqual([1, expect.stringContaining('adoption placement-ended')]);
  });

  it('of a remand do not say where', async () => {
    const { run } = await unit('england', [
      ...UNIT,
      inCare('--born 2010-02-03').replace('C2', 'J1'),
      'child remand K1 --to youth-detention --where "Ash Lodge" --yes --today 2026-03-02',
      'child remand K1 --plan detention-placement-plan --signed-by "G Vernor" --wishes --yes --today 2026-03-09',
    ]);
    expect(await packed(run, 'remand', '2026-03-09')).toEqual(['remand-plan-young-person-child']);
    const own = await said(run, 'remand-plan-young-person K1', '2026-03-09');
    expect(own.said).toContain('a court remanded you to youth detention accommodation');
    expect(own.said).not.toContain('Ash Lodge');
  });
});
