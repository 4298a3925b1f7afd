/** `dispute`: informal first, then from stage to stage of the pack's ladder, Cafcass considered, and resolved. */
import { describe, expect, it } from 'vitest';
import { write } from '../law/pack-folder';
import { type Run, unit } from '../support/harness';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

const LIFE = [
  'person add --name "A Khan" --role iro',
  'child add --ref K1 --name "Jay Dawes" --born 2014-05-01',
  'record K1 became-looked-after --on 2026-01-05',
  'iro allocate K1 "A Khan" --on 2026-01-06',
];
const OPENED =
  'dispute open K1 --about "No contact" --theme contact --to social-worker --by 2026-03-10 --on 2026-03-03';
const of = async (pack: string, ...more: string[]): Promise<Run> => {
  const { run } = await unit(
    pack,
    [...LIFE, ...more].map((line) => `${line} --yes`),
  );
  return run;
};
const york = (...more: string[]): Promise<Run> => of('york', ...more);
const typed = async (run: Run, line: string): Promise<void> => {
  const { code, err } = await run(`${line} --yes`);
  expect(err + code).toMatch(/0$/);
};

describe('a dispute', () => {
  it.each(['process', 'decisions not carried out'])(
    'takes the theme “%s” as it is said in the office',
    async (theme) => {
      const run = await york();
      expect(
        (await run(`dispute open K1 --about x --to "J Smith" --theme "${theme}" --on 2026-03-09 --yes`)).code,
      ).toBe(0);
    },
  );

  it('is on the morning list by the day that was asked for, and without one under what is to be settled', async () => {
    const run = await york(OPENED, 'dispute open K1 --about School --on 2026-03-03');
    const { out } = await run('due --today 2026-03-05');
    expect(flat(out)).toContain('TUESDAY 10 MARCH');
    expect(flat(out)).toMatch(/Settle dispute informally “D1” A Khan/);
    expect(flat(out)).toContain('Resolve the informal dispute, or make it formal “D2”');
    expect(flat(out)).not.toContain('make it formal “D1”');
  });

  it('is to be settled by the days that a council’s own ladder gives the first stage, wherever it is opened', async () => {
    const pack = write({
      'pack.yaml':
        'name: leeds\ntitle: Leeds\nextends: england\nstages:\n  - name: talk\n    what: Talk\n    who: the worker\n    days: 3\n  - name: head\n    what: Head of service\n    who: the head of service\n    first formal: true\n',
    });
    const run = await york(`settings set pack ${pack}`, 'dispute open K1 --about School --on 2026-03-12');
    const asked = 'dispute open K1 --about Contact --by 2026-04-01 --on 2026-03-12';
    await typed(run, asked);
    const { out } = await run('due --today 2026-03-12 --days 30');
    // Three working days after Thursday 12 March.
    expect(flat(out)).toMatch(/TUESDAY 17 MARCH.*“D1”.*WEDNESDAY 1 APRIL.*“D2”/);
    await typed(run, 'recommendation track K1 --about "Speech therapy" --by 2026-04-10 --on 2026-03-12');
    await typed(run, 'recommendation escalate K1 T1 --to "J Smith" --dispute --on 2026-03-13');
    expect(flat((await run('due --today 2026-03-13 --days 30')).out)).toMatch(/WEDNESDAY 18 MARCH.*“D3”/);
  });

  it('has the answer of a stage as given, if the next stage is raised on the same day', async () => {
    const run = await york(OPENED, 'dispute stage K1 --to "Both managers" --by 2026-03-12 --on 2026-03-09');
    await typed(run, 'dispute stage K1 --answer No --to Boss --on 2026-03-13');
    const { out } = await run('child show K1 --history --today 2026-03-13');
    expect(flat(out)).toContain('Answer at this stage “D1” done Fri 13 Mar, 1 day late');
  });

  it('asks again under what is to be settled once an informal stage was answered and nothing more is asked for', async () => {
    const run = await york(OPENED, 'dispute stage K1 --to "Both managers" --by 2026-03-13 --on 2026-03-09');
    expect(flat((await run('due --today 2026-03-09')).out)).not.toContain('TO SETTLE');
    await typed(run, 'dispute stage K1 --answer No --on 2026-03-10');
    expect(flat((await run('due --today 2026-03-10')).out)).toContain('or make it formal “D1”');
  });

  it('goes to the next stage without its name being typed, with an answer in the same command', async () => {
    const run = await york(OPENED);
    await typed(
      run,
      'dispute stage K1 --answer "No money" --to "Both managers" --by 2026-03-18 --on 2026-03-09',
    );
    const { dispute } = JSON.parse((await run('dispute show K1 --json')).out);
    expect(
      dispute.stages.map((stage: Record<string, Record<string, unknown> | null>) => [
        stage.name,
        stage.raised?.to ?? null,
        stage.answered?.answer ?? null,
      ]),
    ).toEqual([
      ['informal', 'social-worker', 'No money'],
      ['professionals-meeting', 'Both managers', null],
      ['senior-manager', null, null],
      ['chief-executive', null, null],
    ]);
  });

  it('is formal from the senior manager on: the twenty working days run, and the answer is asked for by their end', async () => {
    const run = await york(OPENED, 'dispute stage K1 --to "Both managers" --on 2026-03-09');
    const { out, err } = await run('dispute stage K1 --to "B Head" --on 2026-03-13 --yes');
    expect(flat(out + err)).toContain('With it the dispute is formal');
    expect(flat(out + err)).toContain('14 April 2026: Resolve the dispute, all formal stages');
    const { dispute } = JSON.parse((await run('dispute show K1 --json')).out);
    expect(dispute).toMatchObject({ formalOn: '2026-03-13' });
    expect(dispute.stages[2]).toMatchObject({ raised: { by: '2026-04-14' }, formal: true });
  });

  it('that goes on to the chief executive is to be answered within the same twenty days', async () => {
    const run = await york(
      OPENED,
      'dispute stage K1 --to "Both managers" --on 2026-03-09',
      'dispute stage K1 --to "B Head" --by 2026-03-20 --on 2026-03-13',
    );
    await typed(run, 'dispute stage K1 --to "C Chief" --on 2026-03-23 --today 2026-03-23');
    const { dispute } = JSON.parse((await run('dispute show K1 --json --today 2026-03-23')).out);
    expect(dispute.stages[3]).toMatchObject({ raised: { to: 'C Chief', by: '2026-04-14' } });
  });

  it('keeps a note, good practice beside it, and independent legal advice', async () => {
    const run = await york(OPENED);
    await typed(run, 'dispute note K1 --text "They met"');
    await typed(run, 'dispute note K1 --text "The carer drives" --good-practice');
    await typed(run, 'dispute note K1 --legal-advice Chambers --advice-on "Section 34"');
    const { out } = await run('dispute show K1');
    expect(flat(out)).toMatch(/Note: They met.*Good practice: The carer drives/);
    expect(flat(out)).toContain('Independent legal advice from Chambers: Section 34');
  });

  it('referred to Cafcass is recorded as a referral too', async () => {
    const run = await york(OPENED);
    await typed(run, 'dispute cafcass K1 --outcome referred --why "Nothing moves"');
    expect(flat((await run('child show K1 --ids')).out)).toContain('referred to Cafcass (ref D1)');
    expect(JSON.parse((await run('dispute list --json')).out).disputes[0].referredOn).not.toBeNull();
    expect((await run('dispute list')).out).toContain('referred to');
  });

  it('resolved leaves the list, and stands in it with --all', async () => {
    const run = await york(OPENED);
    await typed(run, 'dispute resolve K1 --how "Contact begins" --outcome agreed');
    expect((await run('dispute list')).out).toContain('No dispute is open.');
    expect(flat((await run('dispute list K1 --all')).out)).toContain('K1 D1 No contact (contact)');
    expect(JSON.parse((await run('dispute list --all --json')).out).disputes).toHaveLength(1);
  });

  it('of a tracked recommendation has its theme and its day', async () => {
    const run = await york('recommendation track K1 --about "A place" --by 2026-03-02 --on 2026-02-20');
    await typed(
      run,
      'recommendation escalate K1 T1 --to "B Head" --dispute --theme placement --by 2026-03-20',
    );
    const { dispute } = JSON.parse((await run('dispute show K1 --json')).out);
    expect(dispute).toMatchObject({ about: 'recommendation T1', theme: 'placement', by: '2026-03-20' });
  });

  it('is not held up by the death of the child: the stage is still to be answered by its day', async () => {
    const run = await york(OPENED, 'dispute stage K1 --to "Both managers" --by 2026-03-13 --on 2026-03-09');
    await typed(run, 'child died K1 --on 2026-03-10');
    expect(flat((await run('due')).out)).toMatch(/AFTER A DEATH \d K1 JD Answer at this stage “D1”/);
  });
});

describe('what cannot be is refused, and nothing is saved', () => {
  it.each([
    [
      'a stage passed over',
      'dispute stage K1 --stage senior-manager --to "B Head"',
      'K1 D1: the stage before it, “Professionals’ meeting”, is neither raised nor left out with a reason.',
    ],
    [
      'a stage that the pack has not',
      'dispute stage K1 --stage mayor --to "M Ayor"',
      'there is no stage “mayor”. Nothing was saved. The stages of your pack are informal, professionals-meeting',
    ],
    [
      'an answer of a stage that was not raised',
      'dispute stage K1 --stage senior-manager --answer No',
      'it was not raised with the senior manager responsible',
    ],
    ['a stage left out that was raised', 'dispute stage K1 --stage informal --skip x', 'was not left out'],
    [
      'who is asked at a later stage, without leaving out those between',
      'dispute stage K1 --to "The chief executive"',
      'this would be “Professionals’ meeting”',
    ],
    ['a day before it was opened', 'dispute stage K1 --to x --on 2026-03-02', 'was opened on 3 March 2026'],
    [
      'a dispute that there is not',
      'dispute stage K1 D4 --to x',
      'K1 has no dispute "D4". Did you mean "D1"?',
    ],
    ['a theme that is none', 'dispute open K1 --about x --theme weather', '--theme is drift, care-plan'],
    ['an answer asked for before it is raised', 'dispute stage K1 --to x --by 2026-03-04', 'is before'],
    ['left out and raised at once', 'dispute stage K1 --skip x --to y', 'one after the other'],
    [
      'a stage recorded out of its order by hand',
      'record K1 dispute-stage-raised ref=D1 stage=chief-executive',
      'is neither raised nor left out with a reason',
    ],
  ])('%s', async (_, line, said) => {
    const run = await york(OPENED);
    const before = (await run('child show K1 --json')).out;
    const { code, err } = await run(`${line} --yes`);
    expect(code).not.toBe(0);
    expect(flat(err)).toContain(said);
    expect((await run('child show K1 --json')).out).toBe(before);
  });

  it('anything more of one that is resolved, or past its last stage', async () => {
    const run = await york(OPENED, 'dispute resolve K1 --how x --on 2026-03-04');
    expect(flat((await run('dispute stage K1 D1 --answer y')).err)).toContain('was resolved on 4 March 2026');
    expect((await run('dispute resolve K1 D1 --how y')).code).toBe(1);
  });

  it('two open ones are told apart by their reference', async () => {
    const run = await york(OPENED, 'dispute open K1 --about School');
    expect(flat((await run('dispute stage K1 --answer y')).err)).toContain(
      'K1 has 2 disputes that are open: D1, D2.',
    );
  });

  it('a ladder of England has no professionals’ meeting', async () => {
    const run = await of('england', OPENED);
    await typed(run, 'dispute stage K1 --to "B Head"');
    expect(JSON.parse((await run('dispute show K1 --json')).out).dispute.formalOn).not.toBeNull();
  });
});
