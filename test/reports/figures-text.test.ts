/** Figures as text: numbers always, bars beside shares on a terminal, and no line wider than the screen. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { onScreen, widest } from '../support/facts';
import { folder, irotool, words } from '../support/harness';

const BAR = /[█░]/;
const db = join(folder(), 'demo.db');

beforeAll(async () => {
  const { code, err } = await irotool([
    ...words('demo --children 60 --quiet --today 2026-03-30'),
    '--db',
    db,
  ]);
  expect([code, err]).toEqual([0, expect.anything()]);
}, 60_000);

/** What a terminal of so many columns shows, or a pipe. */
async function report(line: string, columns?: number): Promise<string> {
  const typed = `report ${line} --today 2026-03-30`;
  const { code, out } =
    columns === undefined
      ? await irotool([...words(typed), '--db', db], { toPipe: true })
      : await onScreen(typed, db, columns);
  expect(code).toBe(0);
  return out;
}

describe('a report of figures on a terminal', () => {
  it.each([60, 80, 120])('has no line of more than its %i columns', async (columns) => {
    for (const line of ['performance', 'disputes', 'recommendations --by iro', 'monitoring'])
      expect(widest(await report(line, columns))).toBeLessThanOrEqual(columns);
  });

  it('draws a share as long as it is, beside its number and what it is of', async () => {
    const drawn = (await report('performance', 120)).split('\n').filter((line) => BAR.test(line));
    expect(drawn.length).toBeGreaterThan(20);
    for (const line of drawn) {
      const [, share, bar] = /(\d+\.\d)% of \d+ {2,}([█▏▎▍▌▋▊▉░]+)/.exec(line)!;
      const eighths = [...bar!].reduce((sum, sign) => sum + ' ▏▎▍▌▋▊▉█'.indexOf(sign.replace('░', ' ')), 0);
      expect(Math.abs(Number(share) / 100 - eighths / (8 * bar!.length))).toBeLessThan(0.01);
    }
  });

  it('gives every number with bars, without them and in a pipe', async () => {
    const numbers = (text: string): string[] => text.match(/\d+\.\d% of \d+/g) ?? [];
    const [wide, narrow, plain, piped] = [
      await report('performance', 120),
      await report('performance', 60),
      await report('performance --plain', 80),
      await report('performance'),
    ];
    expect(numbers(wide).length).toBeGreaterThan(20);
    for (const each of [narrow, plain, piped]) expect(numbers(each)).toEqual(numbers(wide));
    expect([BAR.test(plain), BAR.test(piped)]).toEqual([false, false]);
  });
});
