import { describe, expect, test } from 'vitest';
import type { GlobalFlags, Io } from '../../src/io';
import { tableLines } from '../../src/ui/table';

const FLAGS = { input: true, color: true } as GlobalFlags;
const HEADINGS = ['child', 'name'];
const COLUMNS = [{}, { wraps: true, min: 10 } as const];

function screen(columns: number | undefined, env: Io['env'] = {}): { io: Io; flags: GlobalFlags } {
  const stdout = { write: () => true, isTTY: columns !== undefined, columns };
  return { io: { stdout, env } as unknown as Io, flags: FLAGS };
}

const list = (rows: string[][]) => () => ({ headings: HEADINGS, rows, columns: COLUMNS });

describe('a list with headings', () => {
  test('has no box and no rules, and two spaces between its columns', async () => {
    const rows = [
      ['K77', 'Siân O’Brien-Łukasiewicz'],
      ['K1234', 'Ŵyn'],
    ];
    const lines = await tableLines(screen(80, { NO_COLOR: '1' }), list(rows));
    expect(lines).toEqual([' child  name', ' K77    Siân O’Brien-Łukasiewicz', ' K1234  Ŵyn']);
    expect(await tableLines(screen(undefined), list(rows))).toEqual(lines);
  });

  test('has bold headings on a terminal with colour, and nothing else is coloured', async () => {
    const [head, row] = await tableLines(screen(80), list([['K77', 'A B']]));
    expect(head).toBe(' \u001b[1mchild\u001b[22m  \u001b[1mname\u001b[22m');
    expect(row).toBe(' K77    A B');
  });

  test('wraps a long name if the screen is narrow, and never in a pipe', async () => {
    const long = 'Ŵyn '.repeat(30).trim();
    const narrow = await tableLines(screen(40), list([['K77', long]]));
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(await tableLines(screen(undefined), list([['K77', long]]))).toHaveLength(2);
  });

  test('of more than a screenful is the same', async () => {
    const rows = Array.from({ length: 41 }, (_, at) => [`K${at}`, 'A B']);
    const lines = await tableLines(screen(80, { NO_COLOR: '1' }), list(rows));
    expect(lines.slice(0, 2)).toEqual([' child  name', ' K0     A B']);
  });
});
