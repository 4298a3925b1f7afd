/** A report of figures as a workbook: a sheet for each table, one of what its numbers count, and one of who is behind them. */
import { isIsoDate } from '../../../core/time/dates';
import { type BookCell, type BookSheet, workbookOf } from '../../workbook';
import type { Figures } from '../model';
import {
  type MadeFigures,
  notBy,
  notesOf,
  pageWarning,
  shownRows,
  smallNumbers,
  titleOf,
  WITHHELD_SIGN,
} from './head';

/** The bytes of an .xlsx file: real numbers, shares as per cents, days as dates. */
export const figuresWorkbook = (made: MadeFigures): Promise<Uint8Array> =>
  workbookOf(
    [
      ...made.tables.map((table) => tableSheet(table, made)),
      notesSheet(made),
      ...(made.isWithheld ? [] : [referencesSheet(made)]),
    ],
    pageWarning(made),
  );

/** Behind each share and each median stands what it is of. */
function tableSheet(table: Figures, made: MadeFigures): BookSheet {
  const { title, head, columns } = table;
  return {
    name: `${title}${notBy(table, made)}`,
    heads: [
      { words: head === '' ? 'What' : head, width: 44 },
      ...columns.flatMap(({ head: words, unit }) => [
        { words, width: 14 },
        ...(unit === 'count'
          ? []
          : [{ words: `${words.replace(/, (%|working days)$/, '')}: of how many`, width: 14 }]),
      ]),
    ],
    rows: shownRows(table).map(({ key, words, cells }) => [
      isIsoDate(key) ? { day: key } : words,
      ...cells.flatMap(({ value, n, withheld }, at): BookCell[] => {
        const { unit } = columns[at]!;
        if (withheld) return unit === 'count' ? [WITHHELD_SIGN] : [WITHHELD_SIGN, ''];
        if (unit === 'count') return [value ?? ''];
        return [value === null ? '' : unit === 'percent' ? { share: value } : value, n ?? ''];
      }),
    ]),
  };
}

/** What each number counts, and what all of it is of. */
function notesSheet(made: MadeFigures): BookSheet {
  const { period, figuring, recordedBy, unit, madeOn, tables } = made;
  const about: BookCell[][] = [
    ['Report', titleOf(made)],
    ...(unit === null ? [] : [['Unit', unit]]),
    ['From', { day: period.from }],
    ['To', { day: period.to }],
    ['Counted on', { day: madeOn }],
    ['Known on', { day: figuring.asAt }],
    ...(recordedBy === null ? [] : [['As it stood recorded on', { day: recordedBy }]]),
    ...(figuring.goLive === null ? [] : [['irotool in use since', { day: figuring.goLive }]]),
    ...notesOf(made).map((words) => ['To know', words]),
    ['To know', smallNumbers(made)],
  ];
  return {
    name: 'Notes',
    heads: [
      { words: 'What', width: 40 },
      { words: 'Says', width: 90 },
      { words: 'Table', width: 44 },
      { words: 'Column', width: 24 },
    ],
    rows: [
      ...about.map((row): BookCell[] => [...row, '', '']),
      ...tables.flatMap(({ id, title, columns }) =>
        columns.map((column) => [`${id}.${column.id}`, column.says, title, column.head]),
      ),
    ],
  };
}

/** Who is behind each number, a row for each: those counted, and those of which they are a share and who are not. */
function referencesSheet({ tables }: MadeFigures): BookSheet {
  return {
    name: 'References',
    heads: [
      { words: 'Figure', width: 34 },
      { words: 'Row', width: 44 },
      { words: 'Counted', width: 60 },
      { words: 'Not counted', width: 60 },
    ],
    rows: tables.flatMap(({ id, columns, rows }) =>
      rows.flatMap(({ words, cells }) =>
        columns.flatMap((column, at): BookCell[][] => {
          const { counted, among } = cells[at]!;
          const is = new Set(counted);
          const others = (among ?? []).filter((ref) => !is.has(ref));
          if (counted.length + others.length === 0) return [];
          return [[`${id}.${column.id}`, words, inOneCell(counted), inOneCell(others)]];
        }),
      ),
    ),
  };
}

/** So many letters have room in a cell. */
const LONGEST_CELL = 32_000;

/** The references with commas, as many as one cell can hold, and how many more there are. */
function inOneCell(refs: readonly string[]): string {
  const all = refs.join(', ');
  if (all.length <= LONGEST_CELL) return all;
  const held = all.slice(0, LONGEST_CELL).split(', ').slice(0, -1);
  return `${held.join(', ')} and ${refs.length - held.length} more (report --list has all)`;
}
