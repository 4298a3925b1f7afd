/** The packs of councils whose days differ from York's, written from the guide (data/README.md) alone. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { irotool } from '../support/harness';

const PACKS = join(import.meta.dirname, '..', 'packs');
const rules = (...typed: string[]): ReturnType<typeof irotool> =>
  irotool(['rules', ...typed], { cwd: PACKS });

describe.each([
  ['northshire', 'invites seven working days before a review', 3],
  ['midshire', 'counts the day of a conference as day 1, and asks for reports before it', 9],
  ['westshire', 'has roles and events of its own', 8],
])('%s, which %s', (pack, _days, scenarios) => {
  it('has no faults, and no advice', async () => {
    const { code, out } = await rules('check', pack);
    expect(code, out).toBe(0);
    expect(out).toContain('no faults');
    expect(out).not.toContain('advice');
  });

  it('gives the days that it should', async () => {
    expect((await rules('test', pack)).out).toMatch(new RegExp(`\\n${scenarios} passed, 0 failed\\n$`));
  });
});

it('southshire would ask for less than guidance does, and is refused in words that name the text', async () => {
  const { code, out } = await rules('check', 'southshire');
  expect(code).toBe(1);
  expect(out.replace(/\s+/g, ' ')).toBe(
    'southshire/rules.yaml:4: a pack may only tighten "sw-iro-discuss", and this is looser than the 15 working days before the meeting of pack "england": that is statutory guidance (IRO Handbook, statutory guidance for independent reviewing officers and local authorities (2010)), and a council\'s own later day cannot replace it 1 fault ',
  );
});

it('what Northshire does without is said where the rule is asked for', async () => {
  const { out, err } = await rules('show', 'care-plan-update', '--pack', 'northshire');
  expect((out + err).replace(/\s+/g, ' ')).toContain('brought up to date before the review');
});
