/** Help as a person reads it: the commands in the order of the work, options last. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli';
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
      ...['Reports, and data in and out', 'Setting up and looking after', 'Options'],
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
    expect(out).toMatch(/Such as:\s+irotool review hold K1 --on 27\/3/);
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

describe('help on a narrow terminal', () => {
  const COMMANDS = SPECS.map(({ name }) => name.replaceAll(/ ?[<[].*$/g, ''));

  async function helpAt(columns: number | null, command: string): Promise<string> {
    let out = '';
    const stream = {
      write: (text: string) => (out += text),
      ...(columns === null ? {} : { isTTY: true, columns }),
    };
    const given = { stdin: Readable.from([]), stdout: stream, stderr: stream, env: {}, cwd: '/' };
    await run([...command.split(' '), '--help'].filter(Boolean), { ...given, now: Date.now });
    return out;
  }

  it.each([60, 80])('of %i columns breaks no word and no command of any page', async (columns) => {
    for (const command of ['', ...Object.keys(GROUPS), ...COMMANDS]) {
      const whole = new Set((await helpAt(null, command)).split(/\s+/));
      const lines = (await helpAt(columns, command)).split('\n');
      // A flag or a command is as long as it is; a line of words is not.
      const wide = lines.filter(
        (line) => line.length > columns && !/^(?:Usage:| *(?:irotool|--)\S*)/.test(line),
      );
      expect({ command, wide }).toEqual({ command, wide: [] });
      const broken = lines.flatMap((line) => line.split(/\s+/)).filter((word) => !whole.has(word));
      expect({ command, broken }).toEqual({ command, broken: [] });
    }
  });
});
