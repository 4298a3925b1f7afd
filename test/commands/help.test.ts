/** Help as a person reads it: the commands in the order of the work, options last. */
import { describe, expect, it } from 'vitest';
import { headingOf } from '../../src/command-table/headings';
import { GROUPS, SPECS } from '../../src/command-table/index';
import { irotool } from '../support/harness';

const headingsIn = (help: string): string[] =>
  [...help.matchAll(/^(\S.*):$/gm)].map(([, heading]) => heading!);

describe('help', () => {
  it('lists every command under a heading of the work, and the options of all commands last', async () => {
    const { code, out } = await irotool(['--help']);
    expect(code).toBe(0);
    expect(headingsIn(out)).toEqual([
      ...['Each day', 'A review', 'Other reviews and cases', 'Children and people'],
      ...['Reports, and data brought in', 'Setting up and looking after', 'Options'],
    ]);
    const words = new Set(SPECS.map(({ name }) => name.split(' ')[0]!));
    expect([...words].filter((word) => headingOf(word).heading === null)).toEqual([]);
  });

  it('of a review goes from what to do, through the meeting, to what follows it', async () => {
    const { out } = await irotool(['review', '--help']);
    expect(headingsIn(out).slice(1)).toEqual([
      ...['What to do, and how it stands', 'Before it', 'Not as planned', 'When it is held', 'After it'],
    ]);
    const without = Object.keys(GROUPS).filter((group) => ['review', 'child'].includes(group));
    const lost = SPECS.filter(({ name }) => {
      const [group = '', word = ''] = name.split(' ');
      return without.includes(group) && headingOf(word, group).heading === null;
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('of review hold lists its flags under the parts of a sitting, each once, with an example', async () => {
    const { out } = await irotool(['review', 'hold', '--help']);
    expect(headingsIn(out).slice(0, 6)).toEqual([
      ...['The day', 'Who came', 'What it considered', 'What was decided', 'Next', 'Late'],
    ]);
    expect(out).toContain('Such as: irotool review hold K1 --on 27/3');
    for (const { name, headings = {}, options = [] } of SPECS) {
      const flags = options.map(([flag]) => flag.split(/[ ,]/)[0]);
      for (const flag of Object.values(headings).flat())
        expect([name, flags]).toEqual([name, expect.arrayContaining([flag])]);
    }
  });

  it.each([
    [['help', 'due'], 'Usage: irotool due'],
    [['review', 'help', 'plan'], 'Usage: irotool review plan'],
  ])('is there by the word help too: %s', async (typed, usage) => {
    const { code, out } = await irotool(typed);
    expect([code, out.startsWith(usage)]).toEqual([0, true]);
  });
});
