/**
 * PlacedAdoption rows. DATE_PLACED is the day the authority *decided* that the child should be
 * placed for adoption, and DATE_PLACED_CEASED the day it decided otherwise (the department's checks
 * 115 to 119 and 522 say so). Neither is a placement, nor authority to place; recording one would stop
 * the child's ordinary reviews by mistake. Placements come from the episodes (A3 to A6); a row here
 * that leads to one agrees with it, and any other is said with what to do.
 */
import { plainDate } from '../../core/time/dates';
import type { Care } from './care';
import { codeProblem, dateIn, isProblem } from './cells';
import { type Children, childOf, isChild } from './header';
import {
  bringIn,
  type Problem,
  PUT_RIGHT,
  type Report,
  type ReturnRow,
  refuse,
  remark,
  standAside,
} from './report';

/** Why the decision was reversed: the codes of the department's check 120. */
const REASONS_REVERSED: ReadonlySet<string> = new Set(['RD1', 'RD2', 'RD3', 'RD4']);

export function readPlacedAdoption(
  rows: readonly ReturnRow[],
  children: Children,
  careOf: ReadonlyMap<string, Care>,
  report: Report,
): void {
  for (const row of rows) {
    const child = childOf(row, children);
    const problem = isChild(child) ? problemWith(row) : child;
    if (problem !== null) {
      refuse(report, row, problem);
      continue;
    }
    const decision = decisionAlone(row, careOf.get(row.cells.CHILD!));
    if (decision !== null) {
      standAside(report, row, decision);
      continue;
    }
    bringIn(report, row);
    if (!row.cells.DATE_PLACED_CEASED) continue;
    const reason = codeProblem(row, 'REASON_PLACED_CEASED', REASONS_REVERSED);
    if (reason !== null) remark(report, row, { ...reason, why: `${reason.why} It is not kept.` });
  }
}

function problemWith(row: ReturnRow): Problem | null {
  const decided = dateIn(row, 'DATE_PLACED');
  if (isProblem(decided)) return decided;
  const reversed = row.cells.DATE_PLACED_CEASED ? dateIn(row, 'DATE_PLACED_CEASED') : null;
  if (reversed !== null && isProblem(reversed)) return reversed;
  if (reversed !== null && reversed < decided) {
    const why = 'DATE_PLACED_CEASED is before DATE_PLACED.';
    return { column: 'DATE_PLACED_CEASED', reason: 'order-of-dates', why, next: PUT_RIGHT };
  }
  return null;
}

/** What to say of a decision that led to no placement; null if it led to one. */
function decisionAlone({ days }: ReturnRow, care: Care | undefined): Problem | null {
  const decided = days.DATE_PLACED!;
  const reversed = days.DATE_PLACED_CEASED ?? null;
  const led = care?.placedForAdoption.some(
    ({ from }) => decided <= from && (reversed === null || from <= reversed),
  );
  if (led) return null;
  return {
    column: 'DATE_PLACED',
    reason: 'decision',
    why: `${plainDate(decided)} is the day it was decided that the child should be placed for adoption, and no episode then has the child placed (A3 to A6). A decision alone is not kept.`,
    next: 'If the child was placed, put PLACE right in the episodes and import again; if not, there is nothing to do.',
  };
}
