/** A meeting that is planned again is where it was to be, unless another place is said. */
import { expect, it } from 'vitest';
import { unit } from '../support/harness';

const NEW =
  'new-review --ref K1 --name "Child One" --born 2009-06-02 --looked-after 2026-01-05 --basis C2 --iro "Ann Reed" --today 2026-01-05 --yes';
const CONFERENCE = [
  'child add --ref K1 --name "Child One" --born 2016-06-02 --today 2026-03-10',
  'record K1 strategy-discussion --on 2026-03-10 --today 2026-03-10 --yes',
];

it.each([
  ['a conference', CONFERENCE, 'conference plan', 'conference show'],
  [
    'a secure review',
    [NEW, 'secure placed K1 --on 2026-03-09 --until 2026-05-04 --today 2026-03-10 --yes'],
    'secure plan',
    'secure show',
  ],
  [
    'a pathway review',
    [NEW, 'pathway plan K1 --made 2026-03-09 --today 2026-03-10 --yes'],
    'pathway review',
    'pathway show',
  ],
] as const)('%s', async (_, lines, plan, show) => {
  const { run } = await unit('england', lines);
  const planned = async (words: string): Promise<string> => {
    const { code, out, err } = await run(`${plan} K1 ${words} --today 2026-03-10 --yes`);
    expect([code, err]).toEqual([0, expect.any(String)]);
    return (out + err).replaceAll(/\s+/g, ' ');
  };
  await planned('--meeting "26/3" --time 10:00 --venue "Town Hall"');
  expect(await planned('--meeting "27/3" --time 10:00')).toContain(
    'As planned before: Town Hall. For another: --venue',
  );
  expect((await run(`${show} K1 --today 2026-03-10`)).out).toContain('Town Hall');
  expect(await planned('--meeting "27/3" --time 10:00 --venue Library')).not.toContain('As planned before');
});
