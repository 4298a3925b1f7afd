import { expect, it } from 'vitest';
import { aChildInCare, flat } from '../support/said';

/** K1, looked after since Monday 2 March 2026, with a review planned for Friday 27 March. */
function planned() {
  return aChildInCare({ rest: '--iro "A Khan" --meeting "2026-03-27 10:00"' });
}

it('a step whose day had not come when the meeting was cancelled is not missed, however late that is entered', async () => {
  const { run } = await planned();
  const { err } = await run(
    'review cancel K1 --reason flood --agreed-by Boss --on 2026-03-23 --today 2026-03-26',
  );
  expect(flat(err)).toContain('missed Send the invitations (it was due Friday 13 March 2026)');
  expect(flat(err)).toContain('ended Papers to the IRO (due Tuesday 24 March 2026) is no longer owed');
});

it('a child who was not seen before the review that was held is a duty missed, on the very day', async () => {
  const { run } = await planned();
  const { err } = await run('review hold K1 --on 2026-03-27 --code PN1 --today 2026-03-27');
  expect(flat(err)).toContain(
    'missed IRO speaks with the child in private (it was due Friday 27 March 2026)',
  );
});

it('what followed from an event that is struck out was never owed', async () => {
  const { run } = await planned();
  await run('review hold K1 --on 2026-03-27 --code PN1 --today 2026-03-27');
  const { out } = await run('child show K1 --json --today 2026-04-20');
  const { chronology } = JSON.parse(out) as { chronology: { id: number; kind: string }[] };
  const { id } = chronology.find(({ kind }) => kind === 'review-held')!;
  const { err } = await run(`strike ${id} --why "not held" --today 2026-04-20`);
  expect(flat(err)).toContain('ended Send the decisions (due Tuesday 7 April 2026) is no longer owed');
  expect(err).not.toContain('missed');
});

it('a day of the week is the last one of what was done and the next of what is planned, and is said in full', async () => {
  const { run } = await planned();
  // A Monday.
  const done = await run('done K1 unit-notice --on fri --today 2026-03-16');
  expect(done.err).toContain('--on fri is Friday 13 March 2026.');
  const plan = await run('review plan K1 --meeting "next thu 4.30pm" --today 2026-03-20 --yes');
  expect([plan.code, flat(plan.err)]).toEqual([0, expect.stringContaining('Thursday 26 March 2026, 4:30pm')]);
});

it('a day of the week that may be two days is refused with both, and nothing is saved', async () => {
  const { run } = await planned();
  const { code, err } = await run('done K1 unit-notice --on mon --today 2026-03-16');
  expect([code, flat(err)]).toEqual([
    2,
    '--on: "mon" may be Monday 9 March 2026 or Monday 16 March 2026. Nothing was saved. Type which: 2026-03-09 or 2026-03-16. ',
  ]);
});

it('a duty that had been met is told of if it is owed no more: a remand that ended before its plan was made', async () => {
  const { run } = await aChildInCare({ rest: '--iro "A Khan"' });
  await run(
    'child remand K1 --to youth-detention --where "The unit" --on 2026-03-09 --today 2026-03-09 --yes',
  );
  await run('child remand K1 --plan detention-placement-plan --on 2026-03-12 --today 2026-03-12 --yes');
  const line = 'child remand K1 --ended --on 2026-03-10 --today 2026-03-13 --yes';
  const { err, code } = await run(line);
  expect(code, err).toBe(0);
  expect(flat(err)).toMatch(
    /ended .*detention placement plan.* which had been met on Thursday 12 March 2026, is no longer owed/i,
  );
});

it('a duty that had been met is told of if what met it moved: the plan of a remand, corrected to another day', async () => {
  const { run } = await aChildInCare({ rest: '--iro "A Khan"' });
  await run(
    'child remand K1 --to youth-detention --where "The unit" --on 2026-03-09 --today 2026-03-09 --yes',
  );
  await run('child remand K1 --plan detention-placement-plan --on 2026-03-12 --today 2026-03-12 --yes');
  const { out } = await run('child show K1 --json --today 2026-03-13');
  const { chronology } = JSON.parse(out) as { chronology: { id: number; kind: string }[] };
  const { id } = chronology.find(({ kind }) => kind === 'remand-plan-made')!;
  const { err, code } = await run(`correct ${id} --on 2026-03-11 --why "mistyped" --today 2026-03-13 --yes`);
  expect(code, err).toBe(0);
  expect(flat(err)).toContain(
    'which had been met on Thursday 12 March 2026, is met on Wednesday 11 March 2026',
  );
});
