import { describe, expect, test } from 'vitest';
import type { GlobalFlags, Io } from '../../src/io';
import { tableLines } from '../../src/ui/table';

const FLAGS = { input: true, color: true } as GlobalFlags;
const HEADINGS = ['child', 'name'];
const COLUMNS = [{}, { wraps: true, min: 10 } as const];

function screen(columns: number | undefined): { io: Io; flags: GlobalFlags } {
  const stdout = { write: () => true, isTTY: columns !== undefined, columns };
  return { io: { stdout, env: {} } as unknown as Io, flags: FLAGS };
}

describe('a list with headings', () => {
  test('stands in a box on a terminal that is wide enough', async () => {
    const lines = await tableLines(screen(80), HEADINGS, [['K77', 'Siân O’Brien-Łukasiewicz']], COLUMNS);
    expect(lines[0]).toMatch(/^┌─+┬─+┐$/);
    expect(lines.join('\n')).toContain('Siân O’Brien-Łukasiewicz');
    expect(lines.join('')).not.toContain('\u001b');
  });

  test.each([
    ['in a pipe', screen(undefined)],
    ['with --plain', { ...screen(80), flags: { ...FLAGS, plain: true } as GlobalFlags }],
    ['where the box would be too wide', screen(40)],
  ])('is plain rows %s', async (_where, where) => {
    const long = 'Ŵyn '.repeat(12).trim();
    const lines = await tableLines(where, HEADINGS, [['K77', long]], COLUMNS);
    expect(lines.join('')).not.toMatch(/[┌│]/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('is plain rows where there are more than a screenful', async () => {
    const rows = Array.from({ length: 41 }, (_, at) => [`K${at}`, 'A B']);
    expect((await tableLines(screen(80), HEADINGS, rows, COLUMNS)).join('')).not.toMatch(/[┌│]/);
  });
});
