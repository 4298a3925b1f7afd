/** What would be due once a child is 18 is not owed: no list has it as something to come. */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';

const TODAY = '2026-06-01';
/** Reviewed on 9 February, so that the next is due by 9 August; and on a plan that is looked at by 10 August. */
const life = (born: string): string[] => [
  `new-review --ref K1 --name "Kay Eighteen" --born ${born} --looked-after 2025-10-20 --basis C2 --iro "A Khan" --today 2025-10-20 --yes`,
  'review hold K1 --on 2025-11-10 --code PN1 --today 2025-11-10 --yes',
  'review hold K1 --on 2026-02-09 --code PN1 --today 2026-02-09 --yes',
  'record K1 initial-conference-held --on 2026-02-09',
  'record K1 review-conference-held --on 2026-05-08 outcome=continue --today 2026-06-01',
];

const lists = async (born: string): Promise<Readonly<Record<string, string>>> => {
  const { run } = await unit('england', life(born));
  const shown: Record<string, string> = {};
  for (const line of [
    'due --days 200',
    'due --days 200 --child K1',
    'child show K1',
    'child list',
    'explain K1',
    'review next K1',
    'report overdue',
  ]) {
    shown[line] = (await run(`${line} --today ${TODAY}`)).out;
  }
  return shown;
};

/** The day by which the next review is due, as the lists have it; it is also the child's birthday. */
const LATER = / 9 Aug(?! 2008)|9 August(?! 2008)/;

describe('a child who is 18', () => {
  it('the day after the next review is due owes it, on every list', async () => {
    const shown = await lists('2008-08-10');
    for (const line of ['due --days 200', 'explain K1', 'child show K1'])
      expect(shown[line], line).toMatch(LATER);
  });

  it('on the day the next review would be due owes none, and no list says that it is to come', async () => {
    for (const [line, said] of Object.entries(await lists('2008-08-09'))) {
      // When the child is 18 may be said.
      const others = said.split('\n').filter((each) => !/\b18(th)?\b|2008/.test(each));
      expect(others.join('\n'), line).not.toMatch(LATER);
    }
  });

  it('has the duty in the data up to the birthday, with when it would be due', async () => {
    const { run } = await unit('england', life('2008-08-09'));
    for (const line of ['due --days 200', 'explain K1']) {
      const { deadlines } = JSON.parse((await run(`${line} --today ${TODAY} --json`)).out) as {
        deadlines: { rule: string; due: string; standing: string }[];
      };
      expect(deadlines, line).toContainEqual(
        expect.objectContaining({ rule: 'review-later', due: '2026-08-09', standing: 'upcoming' }),
      );
    }
  });

  it('before a review would be due is told so by whoever asks why', async () => {
    const { run } = await unit('england', life('2008-08-09'));
    const { out } = await run(`explain K1 review-later --today ${TODAY}`);
    expect(out).toContain('not owed by then: the child is 18 on Sunday 9 August 2026');
    const shown = await run(`child show K1 --today ${TODAY}`);
    expect(shown.out).not.toMatch(/ 9 Aug(?! 2008|ust)/);
  });

  it('the agenda that doctor works out again says the same', async () => {
    const { run } = await unit('england', life('2008-08-09'));
    const { out, code } = await run(`doctor --today ${TODAY}`);
    expect(out).toContain('Every deadline is what the facts come to.');
    expect(code).toBe(0);
  });
});
