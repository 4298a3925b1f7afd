/** Whom the unit writes to when a child on a child protection plan comes into care: all who have a say in the conference. */
import { expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat } from '../support/said';

const ON = (day: string) => (line: string) => `${line} --today ${day}`;
const ON_A_PLAN = [
  ...[
    'child add --ref K1 --name "Child One" --born 2016-06-02 --social-worker "Jo Smith"',
    'child link K1 "Jane One" --role parent --relationship mother --responsibility yes',
    'child link K1 "Hetty Vis" --role health --tag health',
    'child link K1 "Pol Ice" --role other --tag police --relationship police',
    'child link K1 "Tom Teach" --role teacher',
    'record K1 strategy-discussion --yes',
  ].map(ON('2026-03-02')),
  'conference plan K1 --meeting "20/3 10:00" --today 2026-03-03',
  'conference participants K1 --invited today --to mother,police --today 2026-03-04',
  'conference reports K1 --asked health --by 16/3 --today 2026-03-04',
  'conference hold K1 --outcome plan --category neglect --harm yes --attended mother,social-worker --today 2026-03-20 --yes',
  'new-review --ref K1 --looked-after 2026-04-21 --basis C1 --yes --today 2026-04-21',
];

it('is everyone who came, was invited or was to report: one who could not come may object', async () => {
  const { run } = await unit('york', ON_A_PLAN);
  const { out } = await run('child protection K1 --asked all --today 2026-04-21');
  expect(flat(out)).toContain(
    'the social worker, health professional and police asked whether the care plan covers',
  );
  // Who was neither invited nor there, and had no report to write, was no member of it; nor is a parent asked so.
  expect(out).not.toMatch(/teacher|mother/);
  const keep = await run('child protection K1 --answers police=keep --about "Not safe" --today 2026-04-22');
  expect(keep.code).toBe(0);
  const ended = await run('child protection K1 --ended "All agree" --today 2026-04-23');
  expect([ended.code, flat(ended.err)]).toEqual([1, expect.stringContaining('anyone’s objection keeps it')]);
});
