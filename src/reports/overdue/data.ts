/**
 * The overdue report as data: what is late by team, IRO and age, what falls due, what is to be settled,
 * and reviews past their limit. Every rendering is made from this one, so that all give the same numbers.
 */

import { compare } from '../../core/compare';
import { deadlineOn, isDeadlineOfLaw, isOfLaw, isTakenUp, lawByOf } from '../../core/engine/standing';
import { withOwn } from '../../core/in-words';
import type { Force } from '../../core/rules/rule';
import { shown } from '../../core/shown';
import { lateness } from '../../ui/lateness';
import { toPlanWords } from '../../ui/plan-words';
import { initialsOf, roleWords, whoActs } from '../../ui/words';
import { withoutPrivate } from '../private-text';
import {
  type ActionRow,
  AGES,
  type Age,
  type DutyGroup,
  type DutyRow,
  type LateReviewRow,
  type OverdueReport,
  type ReportAction,
  type ReportChild,
  type ReportDuty,
  type ReportInput,
  type ReportLateReview,
  type ReportRow,
  type ReportToPlan,
  type Scope,
  type TeamTotals,
  type ToPlanReported,
} from './model';
import { changesSince, dutyKey } from './since';

/** True if a child is in a report's scope. */
export function isInScope(child: Pick<ReportChild, 'team' | 'iro'>, scope: Scope): boolean {
  if (scope.all) return true;
  return (
    (child.team !== null && scope.teams.includes(child.team)) ||
    (child.iro !== null && scope.iros.includes(child.iro))
  );
}

/** Makes the report of one recipient from all that is open. */
export function overdueReport(input: ReportInput): OverdueReport {
  const { today, until, heldFrom, unit, team } = input;
  const isWanted = ({ child }: { readonly child: ReportChild }): boolean =>
    isInScope(child, input.for.scope) && (team === null || child.team === team);
  const { overdue, soon, toSettle } = owed(input, isWanted);
  const lateReviews = input.lateReviews
    .filter(isWanted)
    .map((each) => lateReviewRow(each, input))
    .sort(statutoryFirst);
  const toPlan = input.toPlan
    .filter(isWanted)
    .map((each) => toPlanRow(each, input))
    .sort((a, b) => compare(a.planBy, b.planBy) || compare(a.ref, b.ref));
  const groups = grouped(overdue);
  return {
    ...{ today, until, heldFrom, unit, for: input.for, team },
    totals: {
      overdue: overdue.length,
      statutory: overdue.filter(isStatutory).length,
      soon: soon.length,
      toSettle: toSettle.length,
    },
    teams: groups.map(totalsOf),
    since: changesSince(input, overdue),
    ...{ groups, soon, toSettle, lateReviews, toPlan },
    ofApplicants: owed({ ...input, ...input.ofApplicants }, () => input.for.scope.all && team === null),
    unplaced: team === null ? input.unplaced : { ...input.unplaced, noIro: [], noManager: [] },
  };
}

/** What is owed of those who are wanted: overdue, due soon, and to settle. */
function owed(
  input: ReportInput,
  isWanted: (each: { readonly child: ReportChild }) => boolean,
): OverdueReport['ofApplicants'] {
  const { today, until } = input;
  const rows = input.duties.filter(isWanted).map((each) => dutyRow(each, input));
  return {
    overdue: rows.filter(({ due }) => due < today).sort(statutoryFirst),
    soon: rows.filter(({ due }) => due >= today && due <= until).sort(statutoryFirst),
    toSettle: input.actions
      .filter(isWanted)
      .map((each) => actionRow(each, input))
      .sort((a, b) => compare(a.since, b.since) || compare(a.ref, b.ref)),
  };
}

function rowOf(child: ReportChild, review: number | null, { names }: ReportInput): ReportRow {
  const { ref, team, iro } = child;
  return { ref, review, initials: initialsOf(child.name), name: names ? child.name : null, team, iro };
}

/** What somebody wrote, without signs that act on what shows it, and the names, birthdays and addresses not to be there. */
function wrote(text: string | null, child: ReportChild, { names, known }: ReportInput): string | null {
  const plain = text && shown(text);
  return !plain || names ? plain : withoutPrivate(plain, child.whatIsPrivate(), known());
}

function dutyRow({ child, duty }: ReportDuty, input: ReportInput): DutyRow {
  const deadline = deadlineOn(duty, input.today, input.calendar);
  const { due, workingDaysLeft, daysLeft, compressed, provisional } = deadline;
  const force = isDeadlineOfLaw(deadline, input.today) ? 'statutory' : deadline.force;
  const own = wrote(deadline.ref, child, input);
  return {
    ...rowOf(child, deadline.review, input),
    key: dutyKey(child.ref, duty),
    rule: deadline.rule,
    what: withOwn(deadline.duty, own),
    short: withOwn(duty.rule.short ?? deadline.duty, own),
    who: whoActs(deadline.who, child),
    ...{ force, due, workingDaysLeft, daysLeft },
    late: lateness(deadline),
    ...{ compressed, takenUp: isTakenUp(deadline), provisional },
  };
}

function actionRow(
  { child, id, what, who, since, review, ref }: ReportAction,
  input: ReportInput,
): ActionRow {
  const own = wrote(ref, child, input);
  return {
    ...rowOf(child, review, input),
    action: id,
    what: withOwn(what, own),
    who: whoActs(who, child),
    since,
  };
}

function toPlanRow({ child, review, rule, ...said }: ReportToPlan, input: ReportInput): ToPlanReported {
  const { due, planBy } = said;
  return {
    ...rowOf(child, review, input),
    ...{ rule, what: toPlanWords(said, input.today), who: roleWords('unit'), due, planBy },
  };
}

function lateReviewRow({ child, late }: ReportLateReview, input: ReportInput): LateReviewRow {
  const { duty, state, on, adjourned } = late;
  return {
    ...rowOf(child, duty.review, input),
    what: duty.rule.duty,
    force: isOfLaw(duty.due, lawByOf(duty), on) ? 'statutory' : duty.rule.limits[duty.decisive.at]!.force,
    due: duty.due,
    ...{ state, on, adjourned, eased: late.eased },
    because: wrote(late.because, child, input),
    agreedBy: wrote(late.agreedBy, child, input),
  };
}

const isStatutory = ({ force }: { readonly force: Force }): boolean => force === 'statutory';

/** Statutory limits first, then the oldest. */
function statutoryFirst(
  a: Pick<DutyRow, 'force' | 'due' | 'ref' | 'what'>,
  b: Pick<DutyRow, 'force' | 'due' | 'ref' | 'what'>,
): number {
  return (
    Number(isStatutory(b)) - Number(isStatutory(a)) ||
    compare(a.due, b.due) ||
    compare(a.ref, b.ref) ||
    compare(a.what, b.what)
  );
}

/** By name; what has no name comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en-GB', { numeric: true });
}

function ageOf({ workingDaysLeft }: DutyRow): Age {
  if (workingDaysLeft < -20) return AGES[0];
  return workingDaysLeft < -5 ? AGES[1] : AGES[2];
}

function grouped(rows: readonly DutyRow[]): DutyGroup[] {
  return parted(rows, ({ team }) => team).map(([team, ofTeam]) => ({
    team,
    iros: parted(ofTeam, ({ iro }) => iro).map(([iro, ofIro]) => ({
      iro,
      ages: AGES.map((age) => ({ age, rows: ofIro.filter((row) => ageOf(row) === age) })).filter(
        ({ rows }) => rows.length > 0,
      ),
    })),
  }));
}

function parted(
  rows: readonly DutyRow[],
  nameOf: (row: DutyRow) => string | null,
): (readonly [string | null, readonly DutyRow[]])[] {
  const names = [...new Set(rows.map(nameOf))].sort(byName);
  return names.map((name) => [name, rows.filter((row) => nameOf(row) === name)] as const);
}

function totalsOf({ team, iros }: DutyGroup): TeamTotals {
  const parts = iros.flatMap(({ ages }) => ages);
  const rows = parts.flatMap((part) => part.rows);
  const ages = AGES.map((age) =>
    parts.filter((part) => part.age === age).reduce((sum, part) => sum + part.rows.length, 0),
  );
  return { team, overdue: rows.length, statutory: rows.filter(isStatutory).length, ages };
}

/** True if a report has nothing to tell: nothing overdue, due, to settle or plan, past its limit, or cleared, of children or applicants. */
export function isEmpty({
  totals,
  lateReviews,
  toPlan,
  since,
  unplaced,
  ofApplicants,
  for: { scope },
}: OverdueReport): boolean {
  const { overdue, soon, toSettle } = totals;
  const changed = since === null ? 0 : since.cleared.length + since.elsewhere.length;
  const rows = lateReviews.length + toPlan.length + (scope.all ? unplaced.noManager.length : 0);
  const applicants = Object.values(ofApplicants).flat().length;
  return overdue + soon + toSettle + rows + applicants + changed === 0;
}
