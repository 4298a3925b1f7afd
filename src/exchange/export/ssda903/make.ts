/** The unit's part of a return, made of what is recorded: rows, each checked before it is given. */
import { compare } from '../../../core/compare';
import type { IsoDate } from '../../../core/time/dates';
import type { Db } from '../../../store/sqlite';
import { everyChild } from '../every-child';
import { blanksIn } from './blanks';
import { noBirthday, REVIEW_CHECKS, SHORT_BREAKS_ALONE } from './checks';
import { GIVEN, type GivenTable, type NotGiven, type OutRow, type ReturnOut, type ReturnYear } from './model';
import { type RowsOfChild, rowsOfChild } from './rows';

/** Reads every child of the unit; what happened after today, or after the year, is not told. `say` hears how far it is. */
export function returnOf(
  db: Db,
  year: ReturnYear,
  today: IsoDate,
  say: (done: number, of: number) => void,
): ReturnOut {
  const until = year.to < today ? year : { ...year, to: today };
  const all = [...everyChild(db, until.to, say)].flatMap(
    ({ child, facts }) => rowsOfChild(child, facts, until) ?? [],
  );
  return checkedReturn(
    all.sort((a, b) => compare(a.child.ref, b.child.ref)),
    year,
  );
}

/** The rows that can be given, and why the others are not. */
export function checkedReturn(all: readonly RowsOfChild[], year: ReturnYear): ReturnOut {
  const rows: Record<GivenTable, OutRow[]> = { Header: [], Episodes: [], Reviews: [] };
  const refused: NotGiven[] = [];
  const leftOut: NotGiven[] = [];
  for (const own of all) {
    const isUnborn = own.child.born === null;
    for (const table of ['Header', 'Episodes'] as const)
      for (const row of own.rows[table])
        if (isUnborn) refused.push({ row, ...NO_BIRTHDAY, ...noBirthday(row) });
        else rows[table].push(row);
    const alone = SHORT_BREAKS_ALONE.finds(own);
    for (const row of own.rows.Reviews) {
      const refusal = alone === null ? refusalOf(row, own, year) : null;
      if (alone !== null) leftOut.push(notGiven(row, SHORT_BREAKS_ALONE, alone));
      else if (refusal !== null) refused.push(refusal);
      else rows.Reviews.push(row);
    }
  }
  return { year, rows, refused, leftOut, blanks: blanksIn(GIVEN.flatMap((table) => rows[table])) };
}

const NO_BIRTHDAY = { check: '102', column: 'DOB', sort: 'The date of birth is not recorded' };

function refusalOf(row: OutRow, own: RowsOfChild, year: ReturnYear): NotGiven | null {
  for (const check of REVIEW_CHECKS) {
    const found = check.finds({ row, own, year });
    if (found !== null) return notGiven(row, check, found);
  }
  return null;
}

const notGiven = (
  row: OutRow,
  { check, column, sort }: Pick<NotGiven, 'check' | 'column' | 'sort'>,
  { why, next }: Pick<NotGiven, 'why' | 'next'>,
): NotGiven => ({ row, check, column, sort, why, next });
