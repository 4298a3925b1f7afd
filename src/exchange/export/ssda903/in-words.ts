/** A return that is given, in words, as rows and as data. References only: no name and no birthday. */
import { longDate } from '../../../core/time/dates';
import { rowLines } from '../../../ui/rows';
import { count, listed, wrap } from '../../../ui/words';
import { COLUMNS } from '../../ssda903/tables';
import { columnsNotKept } from './blanks';
import { GIVEN, type GivenTable, type NotGiven, type ReturnOut } from './model';

/** What each table's file is called. */
export const FILE: Readonly<Record<GivenTable, string>> = {
  Header: 'header.csv',
  Episodes: 'episodes.csv',
  Reviews: 'reviews.csv',
};

/** How many of each sort are shown, and how many references of blanks. */
const SHOWN = 5;

/** What is given, what is blank in it, and what is not given and why. */
export function returnLines(made: ReturnOut, width: number): string[] {
  const of = (rows: readonly NotGiven[], table: GivenTable): string =>
    String(rows.filter(({ row }) => row.table === table).length);
  const tables = GIVEN.map((table) => [
    ` ${FILE[table]}`,
    String(made.rows[table].length),
    of(made.refused, table),
    of(made.leftOut, table),
  ]);
  const { from, to } = made.year;
  return [
    `SSDA903, ${plain(longDate(from))} to ${plain(longDate(to))}: the unit’s part`,
    '',
    ...rowLines([['FILES', 'rows', 'refused', 'left out'], ...tables], [{}, {}, {}, {}], width, 0),
    ...blankLines(made, width),
    ...groupLines('REFUSED, and not given until it is put right', made.refused, width),
    ...leftOutLines(made, width),
  ];
}

const plain = (day: string): string => day.replace(/^\w+ /, '');

function blankLines({ blanks }: ReturnOut, width: number): string[] {
  const notKept = GIVEN.flatMap((table) => {
    const columns = columnsNotKept(table);
    return columns.length === 0 ? [] : [`${table}: ${listed(columns)}. irotool does not keep them.`];
  });
  const some = blanks.map(
    ({ table, column, why, children }) => `${table}: ${column} in ${rowsOf(children)}. ${why}`,
  );
  return ['', 'BLANK', ...[...notKept, ...some].flatMap((line) => setIn(line, width))];
}

/** Nothing is to be done about them. */
function leftOutLines({ leftOut }: ReturnOut, width: number): string[] {
  if (leftOut.length === 0) return [];
  return [
    '',
    `LEFT OUT: ${leftOut.length}`,
    ...[...bySort(leftOut).values()].flatMap((same) =>
      setIn(`${same[0]!.why} ${rowsOf(same.map(({ row }) => row.child))}.`, width),
    ),
  ];
}

/** `3 rows (K1 and K2)`. */
function rowsOf(children: readonly string[]): string {
  const refs = [...new Set(children)];
  const more = refs.length > SHOWN ? [`${refs.length - SHOWN} more`] : [];
  return `${count(children.length, 'row')} (${listed([...refs.slice(0, SHOWN), ...more])})`;
}

function bySort(rows: readonly NotGiven[]): Map<string, NotGiven[]> {
  const sorts = new Map<string, NotGiven[]>();
  for (const row of rows) sorts.set(row.sort, [...(sorts.get(row.sort) ?? []), row]);
  return sorts;
}

function groupLines(heading: string, rows: readonly NotGiven[], width: number): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    ...wrap(`${heading}: ${rows.length}`, width),
    ...[...bySort(rows).values()].flatMap((same) => [
      ...setIn(`${same.length}  ${same[0]!.sort}${checkWords(same[0]!)}`, width, 1),
      ...same
        .slice(0, SHOWN)
        .flatMap((one) => [
          ...setIn(`${placeOf(one)}: ${one.why}`, width),
          ...setIn(`What to do: ${one.next}`, width),
        ]),
      ...(same.length > SHOWN ? [`   … and ${count(same.length - SHOWN, 'more row')}`] : []),
    ]),
  ];
}

const checkWords = ({ check }: NotGiven): string => (check === null ? '' : ` (the return’s check ${check})`);

const placeOf = ({ row: { table, child, on } }: NotGiven): string =>
  on === null ? `${child}, ${table}` : `${child}, ${table}, ${longDate(on)}`;

/** Wrapped and set in, the lines after the first by two more. */
const setIn = (text: string, width: number, by = 3): string[] =>
  wrap(text, width - by - 2).map((line, at) => ' '.repeat(at === 0 ? by : by + 2) + line);

/** Every row that is not given, for a spreadsheet. */
export const notGivenTable = ({ refused, leftOut }: ReturnOut): string[][] => [
  ['what', 'table', 'child', 'on', 'event', 'column', 'check', 'why', 'next'],
  ...[
    ...refused.map((one) => ['refused', one] as const),
    ...leftOut.map((one) => ['left out', one] as const),
  ].map(([what, { row, column, check, why, next }]) => [
    ...[what, row.table, row.child, row.on ?? '', String(row.review?.event ?? ''), column, check ?? ''],
    ...[why, next],
  ]),
];

/** All but the rows themselves, for other programs. */
export function returnJson(made: ReturnOut, written: boolean): object {
  const asData = ({ row, column, check, why, next }: NotGiven) => ({
    ...{ table: row.table, child: row.child, on: row.on, event: row.review?.event ?? null },
    ...{ column, check, why, next },
  });
  return {
    ...{ from: made.year.from, to: made.year.to, written },
    files: GIVEN.map((table) => ({ file: FILE[table], table, rows: made.rows[table].length })),
    notKept: Object.fromEntries(GIVEN.map((table) => [table, columnsNotKept(table)])),
    blank: made.blanks.map(({ table, column, why, children }) => ({
      ...{ table, column, why, rows: children.length, children: [...new Set(children)] },
    })),
    refused: made.refused.map(asData),
    leftOut: made.leftOut.map(asData),
  };
}

/** Each table as it is written: a heading and rows. */
export const tableRows = (made: ReturnOut, table: GivenTable): string[][] => [
  [...COLUMNS[table]],
  ...made.rows[table].map(({ cells }) => COLUMNS[table].map((column) => cells[column]!)),
];
