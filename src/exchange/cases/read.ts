/**
 * Tables of another system -> children, their facts, and what became of every row. What is care or a review is read
 * as the rows of a return are, by the same rules; every other event as the map says. Pure: the command reads the
 * files and saves the facts.
 */
import { compare } from '../../core/compare';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { CaseMap } from '../../law/maps/map';
import { listed } from '../../ui/words';
import { type Care, readCare } from '../ssda903/care';
import { readEpisodes } from '../ssda903/episodes';
import type { FileRead, ImportedFact } from '../ssda903/model';
import { refuseChildren, withAFileRefused, withARowRefused } from '../ssda903/refuse-children';
import { newReport, type RefusedRow, type Report, type ReturnRow, standAside } from '../ssda903/report';
import { readReviews } from '../ssda903/reviews';
import { readChildren, withOwnRefs } from './children';
import { headingsNotRead, type MappedTable, plainHeading, tablesIn } from './columns';
import type { KnownHere } from './known';
import { linksOf, lookedUp } from './links';
import type { CaseReading, KindsToldOf } from './model';
import { settledRows } from './outcomes';
import type { RowPart } from './parts';
import { readRow } from './rows';
import { periodsOf, settled } from './settle';
import type { FoundSheet } from './sheets';
import { daysOfTable, type TableDays } from './table-days';

/** Reads every sheet of which the map speaks. A child of whom a row is refused is refused whole. */
export function readCases(
  map: CaseMap,
  sheets: readonly FoundSheet[],
  today: IsoDate,
  here: KnownHere,
): CaseReading {
  const report = newReport();
  const files: FileRead[] = [];
  const tables: { readonly mapped: MappedTable; readonly days: TableDays }[] = [];
  for (const sheet of sheets) {
    const isLookedUp = [...lookedUp(map)].some((name) => plainHeading(name) === plainHeading(sheet.table));
    const all = tablesIn(map, sheet, sheets.length === 1);
    const found = isLookedUp
      ? all.filter(({ table }) => plainHeading(table.table) === plainHeading(sheet.table))
      : all;
    const days = found.map((mapped) => ({ mapped, days: daysOfTable(mapped, today) }));
    const { refused, note } = judge(map, sheet, days, isLookedUp);
    if (refused !== null) report.refused.push(refused);
    else tables.push(...days);
    const table =
      refused === null ? (found.find(({ table: each }) => each.key !== null)?.table.table ?? null) : null;
    files.push({ name: sheet.file, table, rows: sheet.csv.rows.length, note });
  }
  const mapped = tables.map((each) => each.mapped);
  const known = withOwnRefs(here, mapped);
  const links = linksOf(sheets, mapped, today);
  const parts: RowPart[] = [];
  for (const { mapped: table, days } of tables)
    for (const row of table.sheet.csv.rows)
      parts.push(...readRow({ table, row, days, links, today, known }, report));
  const children = readChildren(map, parts, report, { links, today, known });
  const facts = factsOf(parts, children, report, today, known);
  const rows = parts.map(({ row }) => row);
  const reading: CaseReading = {
    ...{ files, tables: mapped, coverage: coverageOf(mapped) },
    children: [...children.told.values()]
      .map((child) => ({ ...child, facts: facts.get(child.ref) ?? [] }))
      .sort((a, b) => compare(a.ref, b.ref)),
    ...settledRows(rows, report, files),
    mentioned: new Set(rows.map(({ cells }) => cells.CHILD ?? '')),
    lastDay: today,
  };
  const lost = new Map(
    report.refused.filter(({ reason }) => reason === 'file').map(({ file }) => [file, 'anybody' as const]),
  );
  const whole = refuseChildren(
    reading,
    new Map([...withAFileRefused(rows, lost), ...withARowRefused(rows, report)]),
  );
  return { ...reading, ...whole };
}

/** Why a sheet that the map speaks of cannot be read, and what else there is to say of it. */
function judge(
  map: CaseMap,
  { file, csv }: FoundSheet,
  tables: readonly { readonly mapped: MappedTable; readonly days: TableDays }[],
  isLookedUp: boolean,
): { readonly refused: RefusedRow | null; readonly note: string } {
  const refused = (line: number, why: string, next: string): ReturnType<typeof judge> => ({
    refused: { file, line, column: null, reason: 'file', why, next },
    note: why,
  });
  if (csv.problem !== null) return refused(csv.problem.line, csv.problem.why, csv.problem.next);
  if (csv.header === null) return { refused: null, note: 'Not read: it is empty.' };
  const [first] = tables;
  if (tables.every(({ mapped }) => mapped.table.key === null) && (isLookedUp || first !== undefined))
    return { refused: null, note: 'Looked up for the others.' };
  if (first === undefined)
    return { refused: null, note: `Not read: the map ${map.name} says nothing of it.` };
  const { table, places } = first.mapped;
  const without = tables.find(
    ({ mapped }) => mapped.table.key !== null && places(mapped.table.key.columns).length === 0,
  );
  if (without !== undefined) {
    const headings = without.mapped.table.key!.columns.slice(0, 3).join(', ');
    return refused(
      csv.header.line,
      `It has no column that says which child a row is of (${headings}).`,
      `Add the column, or make a map for this file: irotool import map FILE --name NAME`,
    );
  }
  const notRead = headingsNotRead(
    tables.map(({ mapped }) => mapped),
    map.tables.flatMap((each) => elsewhereColumns(each, table.table)),
  );
  const notes = [...csv.notes, ...new Set(tables.flatMap(({ days }) => days.notes))];
  if (notRead.length > 0) notes.push(`Columns not read: ${listed(atMost(notRead, 6))}.`);
  return { refused: null, note: notes.join(' ') };
}

const atMost = (names: readonly string[], most: number): string[] =>
  names.length <= most ? [...names] : [...names.slice(0, most), `${names.length - most} more`];

/** Columns of a table that another one of the map looks up. */
function elsewhereColumns({ key, care }: CaseMap['tables'][number], table: string): string[] {
  const looked = [care?.status, care?.placement].flatMap((part) =>
    part !== undefined && 'take' in part && part.table === table
      ? [part.take, part.at, part.of, part.since]
      : [],
  );
  if (key?.through?.table === table) looked.push(key.through.at, key.through.take);
  return looked.filter((column) => column !== null);
}

function factsOf(
  parts: readonly RowPart[],
  { known, refused, told }: ReturnType<typeof readChildren>,
  report: Report,
  today: IsoDate,
  here: KnownHere,
): Map<string, ImportedFact[]> {
  const of = (table: ReturnRow['table']): ReturnRow[] =>
    parts.filter(({ row }) => row.table === table && !report.outcomes.has(row)).map(({ row }) => row);
  const careOf = new Map<string, Care>();
  const events = new Map<string, ImportedFact[]>();
  for (const { row, facts } of parts) {
    if (report.outcomes.get(row) !== 'imported') continue;
    const ref = row.cells.CHILD!;
    events.set(ref, [...(events.get(ref) ?? []), ...facts]);
  }
  const all = { known, refused };
  for (const [ref, episodes] of readEpisodes(of('Episodes'), all, report, today))
    careOf.set(ref, readCare(episodes, report));
  for (const [ref, facts] of events) if (!careOf.has(ref)) careOf.set(ref, periodsOf(facts));
  afterCare(of('Reviews'), careOf, report, here);
  const reviews = withBesides(
    readReviews(of('Reviews'), all, careOf, report, today, here.wasInCare),
    parts,
    report,
  );
  const found = new Map<string, ImportedFact[]>();
  for (const ref of told.keys()) {
    const care = careOf.get(ref)?.facts ?? [];
    found.set(ref, settled([...care, ...(events.get(ref) ?? []), ...(reviews.get(ref) ?? [])], report));
  }
  return found;
}

/** A review held once care had ended is of the ending: no date hangs on it, and it is not one of the return's. */
function afterCare(
  rows: readonly ReturnRow[],
  careOf: ReadonlyMap<string, Care>,
  report: Report,
  { wasInCare }: KnownHere,
): void {
  for (const row of rows) {
    const on = row.days.REVIEW;
    const ref = row.cells.CHILD!;
    const { periods, reviewed } = careOf.get(ref) ?? NO_CARE;
    if (on === undefined || reviewed.some(({ from, to }) => from <= on && (to === null || on <= to)))
      continue;
    const before = periods.findLast(({ from }) => from <= on);
    if (before?.to == null || wasInCare(ref, on)) continue;
    const why = `${plainDate(on)} is after care ended on ${plainDate(before.to)}: it is no review of a child in care.`;
    const next = `If it was the review of an unplanned ending, record it: irotool record ${ref} exit-review-held --on ${on}`;
    standAside(report, row, { column: 'REVIEW', reason: 'outside-care', why, next });
  }
}

const NO_CARE: Pick<Care, 'periods' | 'reviewed'> = { periods: [], reviewed: [] };

/** Reviews with what their rows say besides a code; what a list of reviews does not say of them is no fault. */
function withBesides(
  reviews: ReadonlyMap<string, readonly ImportedFact[]>,
  parts: readonly RowPart[],
  report: Report,
): Map<string, ImportedFact[]> {
  const besides = new Map<string, RowPart>();
  const place = ({ file, line }: { readonly file: string; readonly line: number }): string =>
    `${file} ${line}`;
  for (const part of parts) if (part.besides !== undefined) besides.set(place(part.row), part);
  const isBlank = (row: RefusedRow): boolean =>
    row.column === 'REVIEW_CODE' && besides.get(place(row))?.row.cells.REVIEW_CODE === '';
  report.remarks.splice(
    0,
    Infinity,
    ...report.remarks.filter((row) => row.reason !== 'code' || !isBlank(row)),
  );
  return new Map(
    [...reviews].map(([ref, facts]) => [
      ref,
      facts.map((fact) => {
        const more = besides.get(place(fact.source))?.besides;
        if (more === undefined || fact.kind !== 'review-held') return fact;
        if (more.earlier === 'yes' && more.number === undefined) report.remarks.push(firstOrNot(fact));
        return { ...fact, attributes: { ...fact.attributes, ...more } };
      }),
    ]),
  );
}

const firstOrNot = ({ source, on }: ImportedFact): RefusedRow => ({
  ...source,
  column: null,
  reason: 'review-number',
  why: `It does not say which review that of ${plainDate(on)} was: it is counted as the first of this care.`,
  next: 'If it was another, add a column “Review number” and import again, before anything else is recorded.',
});

/** Every event that these tables could tell of. */
function coverageOf(tables: readonly MappedTable[]): KindsToldOf {
  const kinds = new Set<string>();
  const lastOnly = new Set<string>();
  for (const { table, places } of tables) {
    if (table.care !== null) for (const kind of OF_CARE) kinds.add(kind);
    for (const { event, on } of table.events) {
      if (on === 'today' || places(on.columns).length === 0) continue;
      kinds.add(event.kind);
      if (table.child !== null) lastOnly.add(event.kind);
    }
  }
  if (kinds.has('iro-allocated')) kinds.add('iro-changed');
  return { kinds, lastOnly };
}

const OF_CARE = [
  ...['became-looked-after', 'legal-status-changed', 'placement-started', 'placement-ended'],
  ...['ceased-looked-after', 'long-term-foster-designated', 'long-term-foster-ended'],
  ...['placed-for-adoption', 'adoption-placement-ended', 'adoption-order-made'],
];
