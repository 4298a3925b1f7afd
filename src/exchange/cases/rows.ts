/** One row of a table of another system -> its parts: who the child is, an episode of care, a review, other events. */
import type { Fact } from '../../core/events/fact';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { isElsewhere, type MapCell, type MapOnly } from '../../law/maps/map';
import type { ImportedFact } from '../ssda903/model';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  type Report,
  type ReturnRow,
  refuse,
  remark,
  standAside,
} from '../ssda903/report';
import type { TableName } from '../ssda903/tables';
import { type MappedTable, textIn } from './columns';
import { eventOf } from './events';
import { type RowHere, type RowPart, refHere } from './parts';
import { codeMeant } from './values';

/** The parts of a row; each part that is not of a return is settled, unless its child is still to be found. */
export function readRow(here: RowHere, report: Report): RowPart[] {
  const { table, row, links } = here;
  const { table: map, sheet } = table;
  if (map.key === null) return [];
  const values = withoutTail(row.values, sheet.csv.header!.values.length);
  const part = (
    like: TableName,
    key: string,
    more: Partial<ReturnRow> = {},
    facts: ImportedFact[] = [],
  ): RowPart => {
    const ref = key === '' ? '' : refHere(here.known, key);
    const cells = { CHILD: ref, ...more.cells };
    const made: ReturnRow = { file: sheet.file, line: row.line, table: like, cells, days: more.days ?? {} };
    return { row: made, table, values, key, facts };
  };
  const refused = (problem: Problem, key = ''): RowPart[] => {
    const one = part('Header', key);
    refuse(report, one.row, problem);
    return [one];
  };
  const columns = sheet.csv.header!.values;
  if (columns.every((column, at) => values[at] === column)) return asideAs(part('Header', ''), report, AGAIN);
  if (values.length > columns.length) {
    const why = `It has ${values.length} values, and the file has ${columns.length} columns.`;
    return refused({ column: null, reason: 'ragged', why, next: PUT_RIGHT });
  }
  const key = textIn(table, map.key, values);
  const child = map.key.through === null ? key.text : (links.linked(map.key.through, key.text) ?? '');
  if (!map.only.every((only) => isAmong(table, only, values)))
    return asideAs(part('Header', child), report, NOT_MAPPED);
  if (key.text === '') {
    const why = `${key.column} is blank, so this row is nobody's.`;
    return refused({ column: key.column, reason: 'no-child', why, next: PUT_RIGHT });
  }
  if (child === '') {
    const why = `${key.column} is not in ${map.key.through!.table}, so it is not known whose this row is.`;
    return refused({ column: key.column, reason: 'unknown-child', why, next: PUT_RIGHT });
  }
  const lacking = values.length < columns.length && needsMore(table, values.length);
  if (lacking) {
    const why = `It has ${values.length} values, and the file has ${columns.length} columns.`;
    return refused({ column: null, reason: 'ragged', why, next: PUT_RIGHT }, child);
  }
  const parts: RowPart[] = [];
  if (map.child !== null) parts.push(part('Header', child));
  if (map.care !== null) parts.push(part('Episodes', child, careOf(here, values, child)));
  for (const event of map.events) {
    if (!event.only.every((only) => isAmong(table, only, values))) continue;
    const told = eventOf(here, event, values, child);
    if (told === null) continue;
    if ('why' in told) {
      const one = part('Header', child);
      parts.push(one);
      if (ASIDE.has(told.reason)) standAside(report, one.row, told);
      else refuse(report, one.row, told);
    } else if ('review' in told)
      parts.push({ ...part('Reviews', child, told.review), besides: told.besides });
    else {
      const one = part('Header', child, {}, [told.fact]);
      bringIn(report, one.row);
      if (told.fact.on > here.today) remarkToCome(report, one.row, told.fact, told.column);
      parts.push(one);
    }
  }
  return parts.length > 0 ? parts : asideAs(part('Header', child), report, NOTHING);
}

/** Parts that are said and not refused: nobody's dates hang on them. */
const ASIDE: ReadonlySet<string> = new Set(['nothing', 'planned', 'colleague']);

function asideAs(part: RowPart, report: Report, why: Problem): RowPart[] {
  standAside(report, part.row, why);
  return [part];
}

const AGAIN: Problem = {
  column: null,
  reason: 'repeated',
  why: 'It is the line of columns again.',
  next: 'Nothing: it is left out.',
};
const NOT_MAPPED: Problem = {
  column: null,
  reason: 'not-mapped',
  why: 'The map takes nothing from a row of this kind.',
  next: 'Nothing, unless the map should: irotool import maps NAME',
};
const NOTHING: Problem = {
  column: null,
  reason: 'nothing',
  why: 'It has no day on which anything happened, so nothing is taken from it.',
  next: 'Nothing: once it has one, import again.',
};

function remarkToCome(report: Report, row: ReturnRow, { on }: Fact, column: string): void {
  remark(report, row, {
    column,
    reason: 'future',
    why: `${column} is ${plainDate(on)}, a day still to come.`,
    next: 'It will count from that day on. If it is a mistake, put it right before then.',
  });
}

/** A spreadsheet may put blanks after the last column: they are no values. */
function withoutTail(values: readonly string[], columns: number): readonly string[] {
  let end = values.length;
  while (end > columns && values[end - 1] === '') end--;
  return end === values.length ? values : values.slice(0, end);
}

/** A row that ends early may leave out blanks, but not whose it is or when it began. */
function needsMore({ table, places }: MappedTable, length: number): boolean {
  const needed = [table.key!.columns, ...(table.care === null ? [] : [table.care.from.columns])];
  return needed.some((columns) => places(columns).length > 0 && places(columns).every((at) => at >= length));
}

function isAmong(
  table: MappedTable,
  { columns, values: wanted }: MapOnly,
  values: readonly string[],
): boolean {
  const { text } = textIn(table, { columns, is: null, words: {} }, values);
  return wanted.length === 0 ? text !== '' : wanted.includes(text.toLowerCase());
}

/** The cells of an episode as a return calls them. */
function careOf(
  { table, days, links }: RowHere,
  values: readonly string[],
  key: string,
): Pick<ReturnRow, 'cells' | 'days'> {
  const care = table.table.care!;
  const text = (cell: MapCell): string => textIn(table, cell, values).text;
  const day = (cell: MapCell): IsoDate | undefined => {
    const { text: written, column } = textIn(table, cell, values);
    return days.of.get(column)?.get(written);
  };
  const from = day(care.from);
  const part = (name: 'status' | 'placement'): string => {
    const cell = care[name];
    if (!isElsewhere(cell)) return text(cell);
    const [by] = cell.by === null ? [] : table.places([cell.by]);
    return links.elsewhere(cell, by === undefined ? '' : (values[by] ?? ''), key, from);
  };
  const coded = (list: Parameters<typeof codeMeant>[0], written: string): string =>
    codeMeant(list, written) ?? written;
  const to = day(care.to);
  return {
    cells: {
      ...{ DECOM: text(care.from), DEC: text(care.to) },
      // Without a reason it is not said to be a start: the child was in care already, since when is not known.
      RNE: coded('reason-new-episode', text(care.began)) || GOES_ON,
      LS: coded('legal-status', part('status')),
      PLACE: coded('placement', part('placement')),
      REC: coded('reason-ceased', text(care.ended)),
    },
    days: { ...(from && { DECOM: from }), ...(to && { DEC: to }) },
  };
}

/** The return's reason for an episode of care that went on: with other carers. */
const GOES_ON = 'P';
