/** Figures as text, for a terminal and for a pipe: the same numbers, each with what it is a share of. Pure. */

import { type Column, rowLines } from '../../../ui/rows';
import { count, wrap } from '../../../ui/words';
import type { Figures } from '../model';
import type { NamedFigure } from '../named';
import { isTyped } from '../tables/team';
import {
  behind,
  cellWords,
  type MadeFigures,
  notBy,
  notesOf,
  shownRows,
  smallNumbers,
  titleOf,
} from './head';

/** How wide the screen is; with bars if it is a terminal on which shapes are wanted. */
export interface Sheet {
  readonly width: number;
  readonly hasBars: boolean;
}

/** The report for a terminal or a pipe; of one figure, the references behind it too. */
export function figureLines(made: MadeFigures, figure: string | null, sheet: Sheet): string[] {
  const { width } = sheet;
  const head = [titleOf(made), ...notesOf(made)].flatMap((line) => wrap(line, width));
  if (figure !== null) return [...head, ...listLines(made, figure, width)];
  return [
    ...head,
    ...made.tables.flatMap((table) => [
      '',
      ...wrap(`${table.title.toUpperCase()}${notBy(table, made)}`, width),
      ...tableLines(table, sheet),
    ]),
    '',
    ...wrap('What a number counts: irotool report explain', width),
    ...(made.isWithheld
      ? []
      : wrap(`Who is behind one: irotool report ${made.report.id} --list ${someFigure(made.tables)}`, width)),
  ];
}

/** The first figure that somebody is behind, as an example. */
function someFigure(tables: readonly Figures[]): string {
  const all = tables.flatMap(({ id, columns }) => columns.map((column) => `${id}.${column.id}`));
  return all.find((name) => !isTyped(name)) ?? all[0]!;
}

/** The same for the text of a message, with what each number counts below its table. */
export function mailLines(made: MadeFigures, width: number): string[] {
  const sheet: Sheet = { width, hasBars: false };
  return [
    ...[titleOf(made), ...(made.unit === null ? [] : [made.unit]), ...notesOf(made)].flatMap((line) =>
      wrap(line, width),
    ),
    ...made.tables.flatMap((table) => [
      '',
      ...wrap(`${table.title.toUpperCase()}${notBy(table, made)}`, width),
      ...tableLines(table, sheet),
      ...table.columns.flatMap(({ head, says }) => wrap(`* ${head}: ${says}`, width)),
    ]),
    '',
    ...wrap(smallNumbers(made), width),
  ];
}

function tableLines(table: Figures, sheet: Sheet): string[] {
  const { head, columns } = table;
  const all = shownRows(table);
  if (all.length === 0) return [' None.'];
  const isOne = all.length === 1 && table.total === null;
  const laid: Laid = {
    heads: [head, ...columns.map((column) => column.head)],
    words: all.map((row) => [row.words, ...row.cells.map((cell, at) => cellWords(cell, columns[at]!.unit))]),
    bars: all.map(({ cells }) =>
      cells.map(({ value }, at) => (columns[at]!.unit === 'percent' ? value : null)),
    ),
  };
  return (isOne ? null : inColumns(laid, sheet)) ?? belowEachOther(laid, sheet, isOne);
}

/** A table in words: heads and rows of as many cells, the first of them words; and the share of each cell that is one. */
interface Laid {
  readonly heads: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly bars: readonly (readonly (number | null)[])[];
}

const GAP = 2;
/** What the words of a row are never narrower than. */
const LEAST = 22;
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const widest = (all: readonly string[]): number => Math.max(0, ...all.map((each) => each.length));

/** Side by side, a head over several lines if need be; null if there is no room. Bars stand where there is room for them. */
function inColumns({ heads, words, bars }: Laid, { width, hasBars }: Sheet): string[] | null {
  const [, ...numbers] = heads;
  const least = numbers.map((head, at) =>
    Math.max(widest(head.split(' ')), widest(words.map((row) => row[at + 1]!))),
  );
  const most = numbers.map((head, at) => Math.max(least[at]!, head.length));
  const label = widest([heads[0]!, ...words.map(([first]) => first!)]);
  const room = width - 1 - GAP * numbers.length;
  if (sum(least) + Math.min(label, LEAST) > room) return null;
  const shares = numbers.flatMap((_, at) => (bars.some((row) => row[at] !== null) ? [at] : []));
  const size = width < 100 ? 8 : 12;
  const forBars = shares.length * (GAP + size);
  const drawn = hasBars && sum(least) + label + forBars <= room ? shares : [];
  const widths = grown(least, most, room - label - (drawn.length > 0 ? forBars : 0));
  const [first, ...others] = headLines(numbers, widths).reverse();
  const rows = [
    ...others.reverse().map((line) => ['', ...line]),
    [heads[0]!, ...first!],
    ...words.map(([name, ...values]) => [name!, ...values.map((value, at) => value.padStart(widths[at]!))]),
  ];
  const isHead = rows.length - words.length;
  return rowLines(
    rows.map(([name, ...values], of) => [
      name!,
      ...values.flatMap((value, at) =>
        drawn.includes(at) ? [value, of < isHead ? '' : bar(bars[of - isHead]![at]!, size)] : [value],
      ),
    ]),
    [{ wraps: true, min: Math.min(label, LEAST) }, ...Array<Column>(numbers.length + drawn.length).fill({})],
    width,
  );
}

/** The widths, those with room to grow as wide as they would be. */
function grown(least: readonly number[], most: readonly number[], room: number): number[] {
  const widths = [...least];
  most.forEach((wanted, at) => {
    if (sum(widths) - widths[at]! + wanted <= room) widths[at] = wanted;
  });
  return widths;
}

/** The heads over as many lines as the longest of them needs, each ending above its numbers. */
function headLines(heads: readonly string[], widths: readonly number[]): string[][] {
  const broken = heads.map((head, at) => wrap(head, widths[at]!));
  const lines = Math.max(...broken.map((each) => each.length));
  return Array.from({ length: lines }, (_, line) =>
    broken.map((each, at) => (each[line - lines + each.length] ?? '').padStart(widths[at]!)),
  );
}

/** Each number with its name before it, under the words of its row. */
function belowEachOther({ heads, words, bars }: Laid, { width, hasBars }: Sheet, isOne: boolean): string[] {
  const name = widest(heads.slice(1));
  return words.flatMap(([words, ...values], of) => [
    ...(isOne ? [] : wrap(words!, width - 1).map((line) => ` ${line}`)),
    ...rowLines(
      values.map((value, at) => [
        heads[at + 1]!.padEnd(name),
        value,
        ...(hasBars && bars[of]![at] != null ? [bar(bars[of]![at]!, 8)] : []),
      ]),
      [{}, {}, {}],
      width,
      isOne ? 1 : 3,
    ),
  ]);
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A share as a bar so many columns long, which the number beside it says too; nothing if there is no share. */
function bar(share: number | null, size: number): string {
  if (share === null) return '';
  const eighths = Math.round((share / 100) * size * 8);
  const drawn = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  return drawn + '░'.repeat(size - drawn.length);
}

/** The references behind a figure, row by row. */
function listLines({ tables }: MadeFigures, figure: string, width: number): string[] {
  const { rows, column, says } = behind(tables, figure);
  return [
    '',
    ...wrap(`${figure}: ${says}`, width),
    ...rows.flatMap(({ words, cells }) => {
      const { counted, among } = cells[column]!;
      const of = among === null ? '' : ` of ${among.length}`;
      const isCounted = new Set(counted);
      const others = (among ?? []).filter((ref) => !isCounted.has(ref));
      return [
        '',
        ` ${words}: ${counted.length}${of}`,
        ...(counted.length === 0 ? [] : wrap(counted.join(', '), width - 3).map((line) => `   ${line}`)),
        ...(others.length === 0
          ? []
          : wrap(`not: ${others.join(', ')}`, width - 3).map((line) => `   ${line}`)),
      ];
    }),
  ];
}

/** What figures count, in a sentence each. */
export function explanation(figures: readonly NamedFigure[], width: number): string[] {
  if (figures.length === 1) {
    const [{ name, table, head, says }] = figures as [NamedFigure];
    return [...wrap(`${name}: “${head}” of “${table}”`, width), ...wrap(says, width)];
  }
  return [
    count(figures.length, 'figure'),
    ...rowLines(
      figures.map(({ name, says }) => [name, says]),
      [{}, { wraps: true }],
      width,
    ),
  ];
}
