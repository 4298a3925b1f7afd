/** Who the children are: what every row that says so says of one, and those who are recorded already. */
import { checkRef } from '../../core/events/reference';
import type { IsoDate } from '../../core/time/dates';
import type { CaseMap, ChildPart } from '../../law/maps/map';
import { SEXES } from '../ssda903/codes';
import type { Children, HeaderChild } from '../ssda903/header';
import type { ImportedChild, ToldBesides } from '../ssda903/model';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  placeOfRow,
  type Report,
  type ReturnRow,
  refuse,
  remark,
} from '../ssda903/report';
import { type MappedTable, textIn } from './columns';
import type { KnownHere } from './known';
import type { Links } from './links';
import type { RowPart } from './parts';
import { daysOfTable } from './table-days';
import { codeMeant, codeProblem, dayProblem } from './values';

export interface ToldChildren extends Children {
  /** By reference: everyone of whom a row came, whether or not it says who they are. */
  readonly told: ReadonlyMap<string, Omit<ImportedChild, 'facts'>>;
}

interface Described {
  readonly row: ReturnRow;
  readonly key: string;
  born: IsoDate | null;
  bornBy: RowPart | null;
  sex: string | null;
  ethnicity: string | null;
  upn: string | null;
  name: string | null;
  team: string | null;
  socialWorker: string | null;
}

/** Settles every part that describes a child, and refuses every other part of somebody who is nobody. */
export function readChildren(
  map: CaseMap,
  parts: readonly RowPart[],
  report: Report,
  around: Omit<Around, 'report'>,
): ToldChildren {
  const { today, known } = around;
  const described = new Map<string, Described>();
  const refused = new Map<string, ReturnRow>();
  const births = new Map<unknown, ReadonlyMap<string, ReadonlyMap<string, IsoDate>>>();
  for (const part of parts) {
    const { row, table, facts } = part;
    if (table.table.child === null || row.table !== 'Header' || facts.length > 0 || report.outcomes.has(row))
      continue;
    if (!births.has(table)) births.set(table, daysOfTable(table, today).of);
    const problem = describe(part, described, births.get(table)!, { ...around, report });
    if (problem !== null) {
      refuse(report, row, problem);
      refused.set(row.cells.CHILD!, row);
    } else bringIn(report, row);
  }
  const all = new Map<string, HeaderChild>();
  const told = new Map<string, Omit<ImportedChild, 'facts'>>();
  for (const part of parts) {
    const { row, key } = part;
    const ref = row.cells.CHILD!;
    if (ref === '' || all.has(ref) || refused.has(ref)) continue;
    const child = childOf(ref, key, described.get(ref), map, known);
    if (isChildTold(child)) {
      all.set(ref, child);
      told.set(ref, child);
    } else {
      refused.set(ref, row);
      refuseAll(parts, ref, child, report);
    }
  }
  return { known: all, refused, told };
}

type ChildTold = Omit<ImportedChild, 'facts'>;
const isChildTold = (value: ChildTold | Problem): value is ChildTold => 'ref' in value;

function childOf(
  ref: string,
  key: string,
  told: Described | undefined,
  map: CaseMap,
  known: KnownHere,
): ChildTold | Problem {
  const recorded = known.child(ref);
  const born = told?.born ?? recorded?.born ?? null;
  if (recorded === undefined && (told === undefined || (told.born === null && told.name === null))) {
    return {
      column: 'CHILD',
      reason: 'unknown-child',
      why: 'No row says who this child is, and no child is recorded under this number.',
      next: 'Import the list of children first, or together with this, or put the number right.',
    };
  }
  if (born === null) {
    return {
      column: 'DOB',
      reason: 'date',
      why: 'The child has no date of birth here, and none is recorded.',
      next:
        recorded === undefined
          ? 'Add it in the file and import again.'
          : `Record it: irotool child edit ${ref} --born DATE. Then import again.`,
    };
  }
  const outside = key.toLowerCase() === ref.toLowerCase() ? null : { system: map.system, key };
  const besides: ToldBesides = {
    ...{ name: told?.name ?? null, team: told?.team ?? null, socialWorker: told?.socialWorker ?? null },
    outside,
  };
  return {
    ...{ ref: recorded?.ref ?? ref, born, sex: told?.sex ?? null, ethnicity: told?.ethnicity ?? null },
    ...{ upn: told?.upn ?? null, besides },
  };
}

/** What came in of somebody who is not known, or is refused, is refused with them. */
function refuseAll(parts: readonly RowPart[], ref: string, problem: Problem, report: Report): void {
  for (const { row } of parts) {
    if (row.cells.CHILD !== ref || report.outcomes.get(row) === 'refused') continue;
    // It came in as a row, and does not as a child's.
    report.outcomes.delete(row);
    refuse(report, row, problem);
  }
}

interface Around {
  readonly links: Links;
  readonly today: IsoDate;
  readonly known: KnownHere;
  readonly report: Report;
}

/** Adds what one row says of a child; a problem if it cannot be so. */
function describe(
  part: RowPart,
  described: Map<string, Described>,
  days: ReadonlyMap<string, ReadonlyMap<string, IsoDate>>,
  { links, today, known, report }: Around,
): Problem | null {
  const { row, table, values, key } = part;
  const of = (name: ChildPart) =>
    (table.table.child![name] ?? [])
      .map((cell) => textIn(table, cell, values))
      .filter(({ text }) => text !== '');
  const ref = row.cells.CHILD!;
  const checked = known.child(ref) === undefined ? checkRef(ref) : true;
  if (checked !== true)
    return {
      column: 'CHILD',
      reason: 'reference',
      why: `CHILD cannot be a reference. ${checked}`,
      next: PUT_RIGHT,
    };
  const [birth] = of('born');
  const born = birth === undefined ? null : (days.get(birth.column)?.get(birth.text) ?? null);
  if (birth !== undefined && born === null) return dayProblem(birth.column, birth.text, true);
  if (born !== null && born > today) {
    const why = `${birth!.column} is a day still to come.`;
    return { column: birth!.column, reason: 'date', why, next: PUT_RIGHT };
  }
  const before = described.get(ref);
  if (before?.born && born !== null && born !== before.born) {
    const why = `This child has another date of birth on ${placeOfRow(before.bornBy!.row, row)}.`;
    return {
      column: birth!.column,
      reason: 'another-header',
      why,
      next: 'Keep the right one and import again.',
    };
  }
  const coded = (name: 'sex' | 'ethnicity'): string | null => {
    const [written] = of(name);
    if (written === undefined) return null;
    const code = codeMeant(name, written.text);
    if (code !== null) return name === 'sex' ? (SEXES[code] ?? null) : code;
    const problem = codeProblem(written.column, written.text);
    remark(report, row, { ...problem, why: `${problem.why} The child came in without it.` });
    return null;
  };
  const joined = (name: ChildPart): string | null =>
    of(name)
      .map(({ text }) => text.replaceAll(/\s+/g, ' '))
      .join(' ') || null;
  const worker = (): string | null => {
    const [written] = of('social worker');
    if (written === undefined) return null;
    const name = links.hasColleagues ? links.colleague(written.text) : written.text;
    const id = name ? known.colleague(name, ['social-worker']) : null;
    if (id === null) {
      const why = `${written.column} is not one person whose name is known. The child came in without it.`;
      const next = 'Say who it is by hand: irotool child edit REF --social-worker NAME';
      remark(report, row, { column: written.column, reason: 'colleague', why, next });
    }
    return id;
  };
  const one: Described = {
    ...{ row: before?.row ?? row, key, born: before?.born ?? born, bornBy: before?.bornBy ?? part },
    sex: before?.sex ?? coded('sex'),
    ethnicity: before?.ethnicity ?? coded('ethnicity'),
    upn: before?.upn ?? joined('upn'),
    name: before?.name ?? joined('name'),
    team: before?.team ?? joined('team'),
    socialWorker: before?.socialWorker ?? worker(),
  };
  described.set(ref, one);
  return null;
}

/** With the references that the files themselves give children, where none is kept yet. */
export function withOwnRefs(known: KnownHere, tables: readonly MappedTable[]): KnownHere {
  const own = new Map<string, string>();
  for (const table of tables) {
    const cell = table.table.child?.ref?.[0];
    if (cell === undefined || table.table.key === null) continue;
    for (const { values } of table.sheet.csv.rows) {
      const [key, ref] = [textIn(table, table.table.key, values).text, textIn(table, cell, values).text];
      if (key !== '' && ref !== '') own.set(key, ref);
    }
  }
  return { ...known, refOf: (key) => known.refOf(key) ?? own.get(key) };
}
