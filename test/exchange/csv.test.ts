import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/exchange/csv';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading the bytes', () => {
  test('UTF-8, with a byte-order mark or without, reads the same', () => {
    const plain = readCsv(bytes('A,B\n1,é\n'));
    expect(readCsv(bytes('\uFEFFA,B\n1,é\n'))).toEqual(plain);
    expect(plain.header).toEqual({ line: 1, values: ['A', 'B'] });
    expect(plain.rows).toEqual([{ line: 2, values: ['1', 'é'] }]);
    expect(plain.notes).toEqual([]);
  });

  test('Windows-1252 is read, and said', () => {
    const csv = readCsv(Uint8Array.of(...bytes('A\n'), 0xe9, 0x80, 0x92, 0x9f));
    expect(csv.rows[0]?.values).toEqual(['é€’Ÿ']);
    expect(csv.notes).toEqual(['It is not UTF-8, so it was read as Windows-1252.']);
  });

  test.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'The file is in UTF-16, not in UTF-8 or Windows-1252.'],
    [
      'a spreadsheet',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      'The file is not text: it may be a spreadsheet.',
    ],
  ])('%s is refused by name', (_, given, why) => {
    const csv = readCsv(given);
    expect(csv.problem?.why).toBe(why);
    expect(csv.problem?.next).toBe('Save it as CSV (comma delimited) and import again.');
    expect(csv.rows).toEqual([]);
  });

  test('an empty file has no header and no rows', () => {
    expect(readCsv(bytes(''))).toEqual({ header: null, rows: [], notes: [], problem: null });
  });
});

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('end with %j alike', (end) => {
    const csv = readCsv(bytes(['A,B', '1,2', '3,4', ''].join(end)));
    expect(csv.rows.map((row) => [row.line, ...row.values])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  test('blank rows are left out, and the lines after them keep their numbers', () => {
    const csv = readCsv(bytes('A,B\n\n1,2\n,\n3,4'));
    expect(csv.rows.map((row) => row.line)).toEqual([3, 5]);
  });

  test('a value in quotation marks may hold a comma and a line end; a row is where it begins', () => {
    const csv = readCsv(bytes('A,B\n"x,\ny",2\n3,4'));
    expect(csv.rows).toEqual([
      { line: 2, values: ['x,\ny', '2'] },
      { line: 4, values: ['3', '4'] },
    ]);
  });

  test('rows with too few or too many values are given as they are', () => {
    expect(readCsv(bytes('A,B\n1\n1,2,3')).rows.map((row) => row.values.length)).toEqual([1, 3]);
  });

  test('a stray quotation mark inside a value is let through', () => {
    expect(readCsv(bytes('A,B\n1,x"y')).rows[0]?.values).toEqual(['1', 'x"y']);
  });

  test('a quotation mark never closed refuses the file, naming the row that opens it', () => {
    const csv = readCsv(bytes('A,B\n1,2\n3,"x\n5,6\n'));
    expect(csv.problem?.line).toBe(3);
    expect(csv.rows).toEqual([]);
    expect(readCsv(bytes('"A\n1,2')).problem?.line).toBe(1);
  });

  test('commas after the last column make no column', () => {
    expect(readCsv(bytes('A,B,,\n1,2,,')).header?.values).toEqual(['A', 'B']);
  });
});
