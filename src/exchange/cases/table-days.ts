/** The days of one table of the map: each column that holds days, read once as a column. */
import { specOf } from '../../core/events/fact';
import type { IsoDate } from '../../core/time/dates';
import type { MapCell } from '../../law/maps/map';
import { isElsewhere } from '../../law/maps/map';
import type { MappedTable } from './columns';
import { readDays } from './days';

export interface TableDays {
  /** By the heading of the column, as the sheet has it. */
  readonly of: ReadonlyMap<string, ReadonlyMap<string, IsoDate>>;
  readonly notes: readonly string[];
}

/** Reads each column of days of a sheet. */
export function daysOfTable({ sheet, table, places }: MappedTable, today: IsoDate): TableDays {
  const wanted = new Map<string, { toCome: boolean; isBirth: boolean }>();
  const want = (cell: MapCell, how: { toCome?: boolean; isBirth?: boolean } = {}): void => {
    for (const heading of cell.columns)
      wanted.set(heading, { toCome: how.toCome ?? false, isBirth: how.isBirth ?? false });
  };
  for (const cell of table.child?.born ?? []) want(cell, { isBirth: true });
  if (table.care !== null)
    for (const part of ['from', 'to'] as const) if (!isElsewhere(table.care[part])) want(table.care[part]);
  for (const { event, on, attributes } of table.events) {
    if (on !== 'today') want(on);
    for (const [name, cell] of Object.entries(attributes)) {
      const spec = specOf(event)?.attributes[name];
      if (spec?.kind === 'day') want(cell, { toCome: spec.lies === 'future' });
    }
  }
  const of = new Map<string, ReadonlyMap<string, IsoDate>>();
  const notes: string[] = [];
  for (const [heading, how] of wanted) {
    const [at] = places([heading]);
    if (at === undefined) continue;
    const cells = sheet.csv.rows.map(({ line, values }) => ({ line, text: values[at] ?? '' }));
    const column = sheet.csv.header!.values[at]!;
    if (of.has(column)) continue;
    const { days, note } = readDays(column, cells, today, how);
    of.set(column, days);
    if (note !== '') notes.push(note);
  }
  return { of, notes };
}
