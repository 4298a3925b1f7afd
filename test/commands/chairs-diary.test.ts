/** Whoever chairs conferences and reviews has one diary: what is planned in it, said before another is planned. */
import { expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat } from '../support/said';

const LINES = [
  'person add --name "Lee Both" --role iro',
  'person add --name "Cath Chair" --role chair',
  'new-review --ref K1 --name "Kim North" --born 2012-06-14 --looked-after 2026-03-02 --iro "Lee Both" --today 2026-03-02 --yes',
  'child add --ref K2 --name "Kit South" --born 2016-06-02',
  'record K2 strategy-discussion --on 2026-03-09 --today 2026-03-09 --yes',
  'conference plan K2 --meeting "2026-03-24 10:00" --venue "Town Hall" --chair "Lee Both" --on 2026-03-10 --today 2026-03-10 --yes',
];
const PLAN_K1 = 'review plan K1 --meeting "2026-03-24 11:00" --venue "town hall" --today 2026-03-11';

it('the planning of a review says that its chair has a conference then, and that its room is taken', async () => {
  const { run } = await unit('england', LINES);
  const said = flat((await run(`${PLAN_K1} --yes`)).err);
  expect(said).toContain('Lee Both has the conference of K2 at 10am that day.');
  expect(said).toContain('At the same place there is the conference of K2 at 10am that day.');
});

it('no day is proposed for a review at the time of a conference that its chair has', async () => {
  const { run } = await unit('england', LINES);
  const day = flat((await run('review plan K1 --suggest --today 2026-03-10')).out);
  expect(day).toMatch(/Tue(sday)? 24 Mar(ch)?[^.]*2pm.*not earlier: the conference of K2 at 10am/);
});

it('the planning of a conference says that its chair is away, has a review then, and that the room is taken', async () => {
  const planned = [...LINES.slice(0, 5), `${PLAN_K1} --yes`];
  const { run } = await unit('england', planned);
  const plan =
    'conference plan K2 --meeting "2026-03-24 10:00" --venue "Town Hall" --chair "Lee Both" --today 2026-03-11 --yes';
  const said = flat((await run(plan)).err);
  expect(said).toContain('Lee Both has the review of K1 at 11am that day.');
  expect(said).toContain('At the same place there is the review of K1 at 11am that day.');
  const away = await unit('england', [
    ...planned,
    'iro leave "Lee Both" --from 2026-03-23 --to 2026-03-27 --today 2026-03-11',
  ]);
  expect(flat((await away.run(plan)).err)).toContain('Lee Both is on leave on Tuesday 24 March 2026.');
  const other = await unit('england', planned);
  const free = flat((await other.run(plan.replace('10:00', '14:00').replace('Lee Both', 'Cath Chair'))).err);
  expect(free).not.toContain('review of K1');
});

it('a room that a conference has is taken for a secure review and a pathway review too', async () => {
  const { run } = await unit('england', [
    ...LINES,
    'secure placed K1 --on 2026-03-09 --today 2026-03-09 --yes',
    'pathway plan K1 --made 2026-03-09 --today 2026-03-09 --yes',
  ]);
  const taken = 'At the same place there is the conference of K2 at 10am that day.';
  const at = '--meeting 2026-03-24 --time 11:00 --venue "Town Hall" --today 2026-03-11 --yes';
  expect(flat((await run(`secure plan K1 ${at}`)).err)).toContain(taken);
  expect(flat((await run(`pathway review K1 ${at}`)).err)).toContain(taken);
});

it('a child’s own conference at the time of their review is told, and a meeting that is both is not', async () => {
  const { run } = await unit('england', [
    ...LINES,
    'record K1 strategy-discussion --on 2026-03-09 --today 2026-03-09 --yes',
    `${PLAN_K1} --yes`,
  ]);
  const own = 'K1 has the review at 11am that day.';
  const conference = (time: string, more = ''): string =>
    `conference plan K1 --meeting "2026-03-24 ${time}" --venue Library --chair "Cath Chair" --today 2026-03-11 --yes ${more}`;
  expect(flat((await run(conference('11:30'))).err)).toContain(own);
  const later = flat((await run(conference('15:00'))).err);
  expect(later).not.toContain('has the review');
  // The review is moved to where the conference is: of its own kind nothing is in the way.
  const moved = flat((await run('review plan K1 --meeting "2026-03-24 15:00" --today 2026-03-12 --yes')).err);
  expect(moved).toContain('K1 has the conference at 3pm that day.');
  expect(moved).not.toContain('has the review');
});

it('leave, and days that are not worked, tell of the conferences planned in them', async () => {
  const { run } = await unit('england', LINES);
  const leave = await run('iro leave "Lee Both" --from 2026-03-23 --to 2026-03-27 --today 2026-03-11');
  expect(flat(leave.err)).toContain('planned in that time: K2 (conference) on Tuesday 24 March 2026.');
  const days = await run('iro days "Lee Both" mon wed --today 2026-03-11');
  expect(flat(days.err)).toContain('planned in that time: K2 (conference) on Tuesday 24 March 2026.');
});
