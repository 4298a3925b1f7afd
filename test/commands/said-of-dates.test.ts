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
