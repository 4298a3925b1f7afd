/** What a conference decided, as the child it was about is told it: by age, without the words of the plan. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A child born on a day, whose initial conference was held. */
function held(born: string, outcome = 'plan', ...more: readonly string[]) {
  const lines = [
    'settings set unit.name "Conference team"',
    'settings set unit.email team@testshire.gov.uk',
    'settings set unit.telephone "01904 551000"',
    'settings set signatory.name "P Brown"',
    'person add --name "Cath Hale" --role chair',
    `child add --ref K1 --name "Robin Marsh" --born ${born} --social-worker "Jo Smith"`,
    'child link K1 "Jane Marsh" --role parent --relationship mother --responsibility yes',
    'child link K1 "Sean Marsh" --role parent --relationship father --responsibility yes',
    'record K1 strategy-discussion --on 2026-03-10 --yes',
    'conference plan K1 --meeting "26/3 10:00" --venue "Civic Centre" --chair "Cath Hale" --yes',
    'conference participants K1 --invited 2026-03-19',
  ].map((line) => `${line} --today 2026-03-19`);
  const plan =
    outcome === 'plan'
      ? '--category neglect --core-group-on 2026-04-02 --item "Sean stops drinking; father; 1/5" --next-on "2026-06-18 10:00"'
      : '';
  return unit('england', [
    ...lines,
    `conference hold K1 --outcome ${outcome} --on 2026-03-26 ${plan} --yes --today 2026-03-26`,
    ...more,
  ]);
}

type Run = Awaited<ReturnType<typeof held>>['run'];
async function read(run: Run, line: string, today = '2026-03-27'): Promise<string> {
  const { code, out, err } = await run(`letter ${line} --format txt --out - --today ${today}`);
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  return flat(out);
}

describe('a child whose conference was held', () => {
  it('has a letter in the pack, whether they were on its list or not, and it is recorded as sent to them', async () => {
    const { run } = await held('2016-06-02');
    const cwd = folder();
    const { code, err } = await run(
      'letter pack K1 --of conference --today 2026-03-27 --sent-on 2026-03-27',
      {
        cwd,
      },
    );
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    expect(readdirSync(cwd).join()).toContain('conference-decision-child-child.docx');
    const { out } = await run('child show K1 --json --today 2026-03-27');
    const { chronology } = JSON.parse(out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    const sent = chronology.find(({ kind }) => kind === 'conference-decision-sent');
    expect(sent?.attributes.to?.split(',')).toContain('child');
  });

  it('of 9 is told that there is a plan, when people meet again, and that it is not their fault', async () => {
    const { run } = await held('2016-06-02');
    const text = await read(run, 'conference-decision-child K1');
    expect(text).toContain('There is a plan to keep you safe. It is called a child protection plan.');
    expect(text).toContain('They meet again on Thursday 18 June 2026.');
    expect(text).toContain('You did nothing wrong.');
  });

  it.each([
    [2, '2023-06-02', 'Robin has a child protection plan.'],
    [5, '2020-06-02', 'There is a plan to keep you safe.'],
    [9, '2016-06-02', 'There is a plan to keep you safe.'],
    [15, '2010-06-02', 'You have a child protection plan.'],
  ])(
    'of %i learns nothing of the harm, of what a parent is to do, or of how it was said',
    async (_, born, said) => {
      const { run } = await held(born);
      const text = await read(run, 'conference-decision-child K1');
      expect(text).toContain(said);
      expect(text).not.toMatch(/neglect|drink|Sean/i);
    },
  );

  it('of 2 is not written to: the note is for whoever looks after them', async () => {
    const { run } = await held('2023-06-02');
    const text = await read(run, 'conference-decision-child K1');
    expect(text).toContain('To whoever looks after Robin');
    expect(text).not.toMatch(/\byour (?:meeting|plan)\b/);
  });

  it('is told what it means in words for them, if these are given', async () => {
    const { run } = await held('2016-06-02');
    const text = await read(run, 'conference-decision-child K1 --tell "Dad lives with Gran for now"');
    expect(text).toContain('Dad lives with Gran for now.');
  });

  it('is told if no plan is needed', async () => {
    const { run } = await held('2016-06-02', 'no-plan');
    expect(await read(run, 'conference-decision-child K1')).toContain(
      'You do not need a child protection plan.',
    );
  });

  it.each([
    ['continue', 'The plan to keep you safe goes on.'],
    ['end', 'The plan to keep you safe has ended.'],
  ])('is told after a review conference whether the plan goes on: %s', async (outcome, said) => {
    const more = outcome === 'continue' ? '--category neglect' : '';
    const { run } = await held(
      '2016-06-02',
      'plan',
      `conference hold K1 --outcome ${outcome} ${more} --on 2026-06-18 --yes --today 2026-06-18`,
    );
    expect(await read(run, 'conference-outcome-child K1', '2026-06-19')).toContain(said);
  });
});
