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
    shown[line] = (await run(`${line} --today ${TODAY} --json`)).out;
  }
  return shown;
};

interface Owed {
  readonly deadlines: readonly { readonly rule: string; readonly due: string }[];
}
const owed = (json: string): string[] =>
  (JSON.parse(json) as Owed).deadlines.map(({ rule, due }) => `${rule} ${due}`);
/** What asks for a meeting once the child would be 18. */
const LATER = ['review-later 2026-08-09', 'cp-review-later 2026-11-08'];

describe('a child who is 18', () => {
  it('the day after the next review is due owes it, on every list', async () => {
    const shown = await lists('2008-08-10');
    expect(owed(shown['due --days 200']!)).toContain(LATER[0]);
    expect(owed(shown['explain K1']!)).toContain(LATER[0]);
  });

  it('on the day the next review would be due owes none, and no list says that it is to come', async () => {
    const shown = await lists('2008-08-09');
    for (const line of ['due --days 200', 'due --days 200 --child K1', 'explain K1']) {
      for (const each of LATER) expect(owed(shown[line]!), line).not.toContain(each);
    }
    for (const [line, json] of Object.entries(shown)) {
      if (line !== 'child show K1') expect(json, line).not.toContain('"2026-08-09"');
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
