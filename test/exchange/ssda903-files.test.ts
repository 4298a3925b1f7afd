import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReturn } from '../../src/exchange/ssda903/read';
import { refuseChildren } from '../../src/exchange/ssda903/refuse-children';
import { COLUMNS, TABLE_NAMES } from '../../src/exchange/ssda903/tables';
import { file, IMPORTED_ON, places, read, TWO_EPISODES, textFile, told } from './returns';

const reviews = COLUMNS.Reviews.join(',');
const oneFile = (text: string, name = 'x.csv') => readReturn([textFile(name, text)], IMPORTED_ON);

describe('a file is known by its columns', () => {
  test.each(TABLE_NAMES)('%s, whatever the file is called and whatever their order', (table) => {
    const reading = oneFile([...COLUMNS[table]].reverse().join(','), 'return 2018 (3).csv');
    expect(reading.files).toEqual([{ name: 'return 2018 (3).csv', table, rows: 0, note: '' }]);
  });

  test('swapped columns are read by name', () => {
    const swapped = readReturn(
      [
        textFile('h.csv', 'DOB,CHILD,SEX,ETHNIC,UPN,MOTHER,MC_DOB\n10/05/2010,A1,F,WBRI,,,'),
        textFile(
          'e.csv',
          'LS,DECOM,CHILD,RNE,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nC2,02/03/2026,A1,S,N1,U6,,,,,,,',
        ),
      ],
      IMPORTED_ON,
    );
    expect(told(swapped)).toEqual([
      '2026-03-02 became-looked-after basis=C2',
      '2026-03-02 placement-started kind=U6',
    ]);
  });

  test.each([
    ['a missing column', 'CHILD,DOB,REVIEW', 'REVIEW_CODE', 'It is like Reviews, but without REVIEW_CODE.'],
    [
      'a column under another name',
      'CHILD,DOB,REVIEW,CODE',
      'REVIEW_CODE',
      'It is like Reviews, but without REVIEW_CODE.',
    ],
    [
      'lower case',
      'child,dob,review,review_code',
      'CHILD',
      'It is like Reviews, but CHILD is not in upper case.',
    ],
    ['a column twice', `${reviews},DOB`, 'DOB', 'It is like Reviews, but with DOB twice.'],
  ])('%s refuses the file, and says which', (_, header, column, why) => {
    const reading = oneFile(`${header}\n1,2,3,4\n5,6,7,8`);
    expect(reading.files).toEqual([{ name: 'x.csv', table: null, rows: 2, note: why }]);
    expect(reading.refused).toEqual([
      {
        file: 'x.csv',
        line: 1,
        column,
        reason: 'file',
        why,
        next: 'Reviews needs these columns, in any order: CHILD, DOB, REVIEW, REVIEW_CODE.',
      },
    ]);
    expect(reading.counts).toEqual([{ file: 'x.csv', rows: 2, imported: 0, refused: 2, repeated: 0 }]);
  });

  test.each([
    ['a column more', `LA,${reviews},CHAIR_2`, 'Columns not read: LA, CHAIR_2.'],
    [
      'one that is not written as a column, and so is not repeated',
      `${reviews},Jo Bloggs`,
      'Columns not read: one more column.',
    ],
    [
      'a column less that is not read',
      'CHILD,DECOM,RNE,LS,PLACE,DEC,REC,CIN',
      'Without PLACE_PROVIDER, REASON_PLACE_CHANGE, HOME_POST, PL_POST, URN, which are not used.',
    ],
  ])('%s is read, and said', (_, header, note) => {
    const reading = oneFile(header);
    expect(reading.files).toMatchObject([{ table: header.includes('DECOM') ? 'Episodes' : 'Reviews', note }]);
    expect(reading.refused).toEqual([]);
  });

  test.each([
    ['children.xlsx', /it is a spreadsheet.*save each table as CSV/],
    ['return.XML', /it is XML.*Export Header, Episodes/],
    ['all.zip', /zip file.*Unpack it/],
    ['reviews.txt', /end in \.csv.*save it as CSV/],
  ])('%s is not read, and what to do is said', (name, note) => {
    const sound = [file('Header', [{}]), file('Episodes', [{}])];
    const reading = readReturn([textFile(name, ''), ...sound], IMPORTED_ON);
    expect(reading.files.find((each) => each.name === name)).toMatchObject({
      table: null,
      note: expect.stringMatching(note),
    });
    expect(reading.refused).toMatchObject([{ file: name, reason: 'file' }]);
  });

  test.each([
    [
      'another table of the return',
      'CHILD,DOB,MISSING,MIS_START,MIS_END',
      'Not read: its columns are not those of Header, Episodes, Reviews or PlacedAdoption.',
    ],
    [
      'something else',
      'Dear all',
      'Not read: its columns are not those of Header, Episodes, Reviews or PlacedAdoption.',
    ],
    ['nothing', '', 'Not read: it is empty.'],
  ])('%s is left alone, and said', (_, text, note) => {
    const reading = oneFile(text);
    expect(reading.files[0]).toMatchObject({ table: null, note });
    expect(reading.refused).toEqual([]);
    expect(reading.counts).toEqual([]);
  });

  test('a table with semicolons is refused whole, with what to do', () => {
    const reading = oneFile('CHILD;DOB;REVIEW;REVIEW_CODE\nA1;10/05/2010;24/03/2026;PN1');
    expect(reading.refused).toMatchObject([
      {
        why: 'Not read: its columns are not separated by commas.',
        next: 'Save it as CSV (comma delimited) and import again.',
      },
    ]);
    expect(reading.counts).toEqual([{ file: 'x.csv', rows: 1, imported: 0, refused: 1, repeated: 0 }]);
  });

  test('the line of columns again, as in two files put together, is left out, and said', () => {
    const reading = oneFile(`${reviews}\n${reviews}`);
    expect(reading.remarks.map(({ why }) => why)).toEqual(['It is the line of columns again.']);
    expect(reading.refused).toEqual([]);
  });

  test('days that a spreadsheet left as numbers are refused, and said for what they are', () => {
    const reading = read({ Episodes: [{ DECOM: '46035' }] });
    expect(reading.refused.at(0)).toMatchObject({
      why: 'DECOM is a number, as a spreadsheet keeps a day that is not formatted as one.',
      next: 'Format the column as dd/mm/yyyy in the spreadsheet, save it as CSV and import again.',
    });
  });

  test('a child whose reference another file has in small letters is refused whole, not taken without care', () => {
    const reading = read({ Episodes: [{ CHILD: 'a1' }] });
    expect([reading.children, places(reading.refused)]).toEqual([
      [],
      ['Episodes.csv 2 CHILD unknown-child', 'Header.csv 2 - with-another'],
    ]);
  });

  test('what cannot be read as CSV is refused whole', () => {
    const reading = oneFile(`${reviews}\n1,2,"3,4`);
    expect(places(reading.refused)).toEqual(['x.csv 2 - file']);
    expect(reading.files[0]?.note).toMatch(/^A quotation mark is opened and never closed/);
  });

  test('Windows-1252 is said beside the file', () => {
    const text = [COLUMNS.Header.join(','), 'A1,F,10/05/2010,WBRI,,,'].join('\n');
    const bytes = Uint8Array.of(...new TextEncoder().encode(`${text}\nA2,F,10/05/2010,WBRI,`), 0xc9);
    const reading = readReturn([{ name: 'h.csv', bytes: Uint8Array.of(...bytes, 0x2c, 0x2c) }], IMPORTED_ON);
    expect(reading.files[0]?.note).toBe('It is not UTF-8, so it was read as Windows-1252.');
    expect(reading.children.map((child) => child.upn)).toEqual([null, 'É']);
  });

  test('line ends and a byte-order mark change nothing', () => {
    const plain = file('Episodes', TWO_EPISODES);
    const text = new TextDecoder().decode(plain.bytes);
    const crlf = textFile(plain.name, `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`);
    const header = file('Header', [{}]);
    expect(readReturn([header, crlf], IMPORTED_ON)).toEqual(readReturn([header, plain], IMPORTED_ON));
  });
});

describe('rows', () => {
  test('a row with a value too many, or without one that is needed, is refused', () => {
    const reading = oneFile(`${COLUMNS.Header.join(',')}\nA1,F\nA2,F,10/05/2010,WBRI,,,,x`);
    expect(reading.refused.map(({ line, reason, why }) => [line, reason, why])).toEqual([
      [2, 'ragged', 'It has 2 values, and the file has 7 columns.'],
      [3, 'ragged', 'It has 8 values, and the file has 7 columns.'],
    ]);
  });

  test('a row may leave out blank columns at its end', () => {
    const reading = oneFile(`${COLUMNS.Header.join(',')}\nA1,F,10/05/2010`);
    expect(reading.children).toMatchObject([{ ref: 'A1', born: '2010-05-10', ethnicity: null, upn: null }]);
  });

  test('commas after the last column are let through', () => {
    const reading = oneFile(`${COLUMNS.Header.join(',')},,\nA1,F,10/05/2010,WBRI,,,,,`);
    expect(reading.children.map((child) => child.ref)).toEqual(['A1']);
  });

  test.each(TABLE_NAMES)('a row of %s that says the same as another is read once, and said', (table) => {
    const rows = [{}, {}];
    const reading = readReturn(
      [file('Header', [{}]), file('Episodes', [{}]), file(table, rows, `twice ${table}.csv`)].slice(
        table === 'Header' ? 1 : 0,
      ),
      IMPORTED_ON,
    );
    expect(reading.counts.find((count) => count.file.startsWith('twice'))?.repeated).toBe(
      // The episode and the decision are of another row too: an earlier copy, and one that led to no placement.
      table === 'Episodes' || table === 'PlacedAdoption' ? 2 : 1,
    );
    expect(reading.remarks.filter((remark) => remark.reason === 'repeated').at(-1)).toMatchObject({
      line: 3,
      why: expect.stringMatching(/^It says the same as line 2/),
    });
  });

  test('whatever the files hold, nothing is thrown and the counts add up', () => {
    const cell = fc.constantFrom(
      '',
      'A1',
      'A2',
      'S',
      'P',
      'L',
      'X1',
      'E4A',
      'E11',
      'V2',
      'E1',
      'A3',
      'U4',
      'PN0',
      'PN3',
      '1/2/2017',
      '29/02/2016',
      '31/02/2016',
      '05/06/2017',
      '01/01/2031',
      '"',
      'é',
      'x,y',
    );
    const table = fc
      .constantFrom(...TABLE_NAMES)
      .chain((name) =>
        fc
          .array(fc.array(cell, { minLength: COLUMNS[name].length - 1, maxLength: 13 }), { maxLength: 12 })
          .map((rows) =>
            [
              COLUMNS[name].join(','),
              ...rows.map((row) => row.slice(0, COLUMNS[name].length).join(',')),
            ].join('\n'),
          ),
      );
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 5 }), (texts) => {
        const reading = readReturn(
          texts.map((text, at) => textFile(`${at}.csv`, text)),
          IMPORTED_ON,
        );
        for (const count of reading.counts) {
          expect(count.imported + count.refused + count.repeated).toBe(count.rows);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('children', () => {
  test('a Header row alone makes a child; 1 and 2 are the older codes of SEX', () => {
    const reading = read({
      Header: [
        { CHILD: 'B', SEX: '2' },
        { CHILD: 'A', SEX: '1', UPN: '', ETHNIC: '' },
      ],
    });
    expect(reading.children).toEqual([
      {
        ref: 'A',
        born: '2010-05-10',
        sex: 'M',
        ethnicity: null,
        upn: null,
        facts: [],
      },
      {
        ref: 'B',
        born: '2010-05-10',
        sex: 'F',
        ethnicity: 'WBRI',
        upn: 'UN1',
        facts: [],
      },
    ]);
  });

  test('an unknown code leaves that out and is remarked on', () => {
    const reading = read({ Header: [{ SEX: '9', ETHNIC: 'Smith' }] });
    expect(reading.children[0]).toMatchObject({ sex: null, ethnicity: null });
    expect(reading.remarks.map(({ column, why }) => [column, why])).toEqual([
      ['ETHNIC', 'ETHNIC holds a text, which is not one of its codes. The child came in without it.'],
      ['SEX', 'SEX holds "9", which is not one of its codes. The child came in without it.'],
    ]);
  });

  test('a second, different Header row of a child is refused, and the child with it', () => {
    const reading = read({ Header: [{}, { SEX: 'M' }] });
    expect(places(reading.refused)).toEqual([
      'Header.csv 2 - with-another',
      'Header.csv 3 CHILD another-header',
    ]);
    expect(reading.children).toEqual([]);
  });

  test('a second one in the file of a later year takes the place of the first, and that is said', () => {
    const files = [file('Header', [{}], 'header.csv'), file('Header', [{ SEX: 'M' }], 'header_2026.csv')];
    for (const given of [files, [...files].reverse()]) {
      const reading = readReturn(given, IMPORTED_ON);
      expect(reading.children).toMatchObject([{ ref: 'A1', sex: 'M' }]);
      expect(places(reading.remarks)).toEqual(['header.csv 2 - earlier-copy']);
      expect(reading.refused).toEqual([]);
    }
  });

  test('a reference is what can be typed and printed, and capital letters tell no two apart', () => {
    const reading = read({ Header: [{}, { CHILD: 'a1', SEX: 'M' }, { CHILD: '=A2' }, { CHILD: 'Jo B' }] });
    expect(reading.children).toEqual([]);
    expect(places(reading.refused)).toEqual([
      'Header.csv 2 - with-another',
      'Header.csv 3 CHILD another-header',
      'Header.csv 4 CHILD reference',
      'Header.csv 5 CHILD reference',
    ]);
    expect(reading.refused[1]?.why).toMatch(/only in capital letters/);
    expect(reading.refused[3]?.why).not.toContain('Jo');
  });

  test('refused whole afterwards: every row that had come in is refused, and the counts add up', () => {
    const reading = read({
      Header: [{}, { CHILD: 'B2' }],
      Episodes: [{ REC: 'X1' }, { CHILD: 'B2' }],
      Reviews: [{}, { REVIEW: '24/3/2026' }],
    });
    const problem = { column: null, reason: 'contradicts', why: 'Because.', next: 'Do.' } as const;
    const left = refuseChildren(reading, new Map([['A1', problem]]));
    expect(left.children.map((child) => child.ref)).toEqual(['B2']);
    expect(left.counts.map((count) => [count.rows, count.imported, count.refused, count.repeated])).toEqual([
      [2, 1, 1, 0],
      [2, 1, 1, 0],
      [2, 0, 1, 1],
    ]);
    expect(places(left.refused)).toEqual([
      'Episodes.csv 2 - contradicts',
      'Header.csv 2 - contradicts',
      'Reviews.csv 2 - contradicts',
    ]);
    expect(places(left.remarks)).toEqual(['Reviews.csv 3 - repeated']);
  });

  test.each([
    ['blank', '', 'DOB is blank.'],
    ['impossible', '31/04/2010', 'DOB is not a day written dd/mm/yyyy.'],
    ['still to come', '24/11/2026', 'DOB is a day still to come.'],
  ])('a date of birth that is %s refuses the row, and the other rows of the child say so', (_, DOB, why) => {
    const reading = read({ Header: [{ DOB }], Episodes: [{}], Reviews: [{}], PlacedAdoption: [{}] });
    expect(reading.refused.map((row) => row.why)).toEqual([
      'The Header row of this child, line 2 of Header.csv, was refused.',
      why,
      'The Header row of this child, line 2 of Header.csv, was refused.',
      'The Header row of this child, line 2 of Header.csv, was refused.',
    ]);
    expect(reading.children).toEqual([]);
  });

  test('rows of a child with no Header row, and of nobody, are refused', () => {
    const reading = read({
      Header: [{ CHILD: '' }],
      Episodes: [{ CHILD: 'ZZ' }],
      Reviews: [{ CHILD: '' }],
      PlacedAdoption: [{}],
    });
    expect(places(reading.refused)).toEqual([
      'Episodes.csv 2 CHILD unknown-child',
      'Header.csv 2 CHILD no-child',
      'PlacedAdoption.csv 2 CHILD unknown-child',
      'Reviews.csv 2 CHILD no-child',
    ]);
  });
});
