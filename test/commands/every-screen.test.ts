/**
 * Every screen of the month's story, as a terminal of 60, 80 and 120 columns shows it, with colour and without, and as
 * a pipe has it: nothing is wider than the screen, no word and no command is broken, and colour adds nothing.
 */
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli';
import { shippedLaw } from '../../src/law/shipped';
import { linesOf } from '../support/facts';
import { words } from '../support/harness';
import { OF_A_CHILD, OF_THE_UNIT } from '../support/screens';
import { playStory } from '../support/story';

const LAST = '2026-04-27';
/** Lives that differ most, and an applicant's. */
const CHILDREN = ['C1', 'C3', 'C6', 'C8', 'C9', 'C13', 'C14', 'C17'];
const MORE = [
  'due --month',
  'due --overdue',
  'child list --late --sort due',
  'iro caseload --notes',
  'settings list --unset',
  'rules show review-first',
  'rules show see-child --scenarios',
  'conference list',
  'dispute list',
  'find C1',
  'doctor',
  'undo --list',
];
const SCREENS = [
  ...OF_THE_UNIT,
  ...MORE,
  ...CHILDREN.flatMap((ref) => OF_A_CHILD.map((command) => `${command} ${ref}`)),
];
const WIDTHS = [60, 80, 120] as const;

let db = '';
beforeAll(async () => {
  db = (await playStory(LAST)).db;
}, 240_000);

/** What a command prints and says, on a terminal of so many columns or, without any, down a pipe. */
async function shown(command: string, columns: number | null, env: Record<string, string>): Promise<string> {
  let said = '';
  const stream = {
    write: (text: string) => (said += text),
    ...(columns === null ? {} : { isTTY: true, columns }),
  };
  await run([...words(`${command} --today ${LAST}`), '--db', db], {
    stdin: Readable.from([]),
    stdout: stream,
    stderr: stream,
    env: { TERM: 'xterm-256color', ...env },
    cwd: '/',
    now: () => Date.UTC(2026, 3, 27, 12),
  });
  return said;
}

const PLAIN = { NO_COLOR: '1' };
const tokensOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** A word without the sign after it: what follows it may be another one on a narrow screen. */
const bare = (word: string): string => word.replace(/[.,;:]$/, '');

/** A line that may be longer than the screen: a command by itself, or one word such as a path. */
const mayBeLong = (line: string): boolean => /^\s*(?:irotool .*|\S+)$/.test(line);

/** The commands in a text of a pipe, in which each is whole. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/irotool (?:[a-z-]+)(?: [a-z-]+)?(?: (?:[A-Z]\d+|--[a-z-]+|"[^"\n]*"))*/g)].map(
    ([found]) => found,
  );

describe('every screen of a month', () => {
  it.each(SCREENS)('%s', async (command) => {
    const piped = await shown(command, null, {});
    expect(linesOf(piped).join('\n'), 'a pipe has no colour').toBe(piped);
    for (const columns of WIDTHS) {
      const plain = await shown(command, columns, PLAIN);
      const coloured = await shown(command, columns, {});
      expect(linesOf(coloured).join('\n'), `${columns}: colour adds nothing`).toBe(plain);
      const wide = plain.split('\n').filter((line) => [...line].length > columns && !mayBeLong(line));
      expect(wide, `no line is wider than ${columns}`).toEqual([]);
      const whole = new Set([...tokensOf(piped), ...VOCABULARY].map(bare));
      const broken = tokensOf(plain).filter((word) => !FIGURES.test(word) && !whole.has(bare(word)));
      expect([...new Set(broken)], `${columns}: no word is broken`).toEqual([]);
      const lines = plain.split('\n');
      const cut = commandsIn(piped).filter((each) => !lines.some((line) => line.includes(each)));
      expect(cut, `${columns}: no command is broken`).toEqual([]);
    }
  });

  it.each(['due --month', 'child list --all', 'recommendation list', 'review list', 'due --overdue'])(
    'down a pipe every row of %s has its reference, so that grep keeps it',
    async (command) => {
      const rows = (await shown(command, null, {}))
        .split('\n')
        .filter((line) => /^(?: |\d{4}-)/.test(line) && !/^ (?:child|ref) /.test(line));
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) expect(row).toMatch(/\b[CA]\d+\b|irotool /);
    },
  );
});

/** A day of the month, a year, how many, or the numbers of rows that are one: `9`, `(3),`, `38-39`. */
const FIGURES = /^\(?\d+(?:-\d+)?\)?,?$/;

/** The words that a narrow screen says instead: duties and codes in short, and days as headings. */
const DAYS = 'MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY';
const MONTHS = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER';
const IN_SHORT = 'Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';
const VOCABULARY: ReadonlySet<string> = new Set(
  [
    ...['(working days)', 'THEN, --from --to', DAYS, MONTHS, IN_SHORT],
    ...shippedLaw().packs.flatMap(({ rules }) => rules.map(({ short }) => short ?? '')),
    ...Object.values(shippedLaw().codes).flatMap((list) =>
      Object.values(list).map(({ short }) => short ?? ''),
    ),
  ].flatMap(tokensOf),
);
