/** Header rows -> children. A child is known by CHILD; the other tables are read against these. */

import { checkRef } from '../../core/events/reference';
import type { IsoDate } from '../../core/time/dates';
import { laterCopies } from './again';
import { codeProblem, dateIn, isProblem } from './cells';
import { ETHNICITIES, SEXES } from './codes';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  placeOfRow,
  type Report,
  type ReturnRow,
  refuse,
  remark,
} from './report';

/** A child as the Header says. */
export interface HeaderChild {
  readonly ref: string;
  readonly born: IsoDate;
  /** M, F or U; null if blank or unknown. */
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly upn: string | null;
}

export interface Children {
  readonly known: ReadonlyMap<string, HeaderChild>;
  /** The references whose Header row was refused, and that row. */
  readonly refused: ReadonlyMap<string, ReturnRow>;
}

/**
 * Reads every Header row. The first sound row of a child stands, or the one of a later return's file;
 * another that differs is refused.
 */
export function readHeader(all: readonly ReturnRow[], report: Report, today: IsoDate): Children {
  const known = new Map<string, HeaderChild>();
  const from = new Map<string, ReturnRow>();
  const refused = new Map<string, ReturnRow>();
  const rows = laterCopies(all, report, (row) => `${row.cells.CHILD} ${row.days.DOB}`);
  for (const row of rows) {
    const ref = row.cells.CHILD ?? '';
    const problem = headerProblem(row, from.get(ref.toLowerCase()), today);
    if (problem !== null) {
      refuse(report, row, problem);
      if (ref !== '' && !known.has(ref)) refused.set(ref, row);
      continue;
    }
    known.set(ref, readChild(row, report));
    from.set(ref.toLowerCase(), row);
    refused.delete(ref);
    bringIn(report, row);
  }
  return { known, refused };
}

function headerProblem(row: ReturnRow, earlier: ReturnRow | undefined, today: IsoDate): Problem | null {
  const ref = row.cells.CHILD;
  if (!ref) return noChild(row);
  const checked = checkRef(ref);
  if (checked !== true) {
    return {
      column: 'CHILD',
      reason: 'reference',
      why: `CHILD cannot be a reference. ${checked}`,
      next: PUT_RIGHT,
    };
  }
  if (earlier !== undefined) {
    const place = placeOfRow(earlier, row);
    return {
      column: 'CHILD',
      reason: 'another-header',
      why:
        earlier.cells.CHILD === ref
          ? `This child has another Header row, which differs, on ${place}.`
          : `CHILD differs from the one on ${place} only in capital letters, which tell no two children apart.`,
      next: 'Keep the right one and import again.',
    };
  }
  const born = dateIn(row, 'DOB');
  if (isProblem(born)) return born;
  if (born > today) {
    return { column: 'DOB', reason: 'date', why: 'DOB is a day still to come.', next: PUT_RIGHT };
  }
  return null;
}

/** What a row without CHILD is told. */
function noChild(row: ReturnRow): Problem {
  return {
    column: 'CHILD',
    reason: 'no-child',
    why: `CHILD is blank, so this row of ${row.table} is nobody's.`,
    next: PUT_RIGHT,
  };
}

function readChild(row: ReturnRow, report: Report): HeaderChild {
  const { cells } = row;
  return {
    ref: cells.CHILD!,
    born: row.days.DOB!,
    sex: SEXES[codeOrNull(row, 'SEX', new Set(Object.keys(SEXES)), report) ?? ''] ?? null,
    ethnicity: codeOrNull(row, 'ETHNIC', ETHNICITIES, report),
    upn: cells.UPN || null,
  };
}

function codeOrNull(
  row: ReturnRow,
  column: string,
  codes: ReadonlySet<string>,
  report: Report,
): string | null {
  const code = row.cells[column] ?? '';
  if (code === '') return null;
  const problem = codeProblem(row, column, codes);
  if (problem === null) return code;
  remark(report, row, { ...problem, why: `${problem.why} The child came in without it.` });
  return null;
}

/** The child a row of another table is of, or why there is none; its DOB must agree where it has one. */
export function childOf(row: ReturnRow, children: Children): HeaderChild | Problem {
  const ref = row.cells.CHILD ?? '';
  if (ref === '') return noChild(row);
  const child = children.known.get(ref);
  if (child !== undefined) return birthProblem(row, child) ?? child;
  const header = children.refused.get(ref);
  if (header !== undefined) {
    return {
      column: 'CHILD',
      reason: 'header-refused',
      why: `The Header row of this child, ${placeOfRow(header, row)}, was refused.`,
      next: 'Put the Header row right and import again.',
    };
  }
  return {
    column: 'CHILD',
    reason: 'unknown-child',
    why: 'No Header row has this CHILD.',
    next: 'Add the Header row, or put CHILD right, and import again.',
  };
}

export function isChild(value: HeaderChild | Problem): value is HeaderChild {
  return 'born' in value;
}

function birthProblem(row: ReturnRow, child: HeaderChild): Problem | null {
  if (!('DOB' in row.cells)) return null;
  const born = dateIn(row, 'DOB');
  if (isProblem(born)) return born;
  if (born === child.born) return null;
  return {
    column: 'DOB',
    reason: 'date-of-birth',
    why: 'DOB is not the one in the Header, so this row may be of another child.',
    next: PUT_RIGHT,
  };
}
