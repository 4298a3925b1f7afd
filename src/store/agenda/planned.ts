/**
 * The meetings of a day, of whatever kind, and those that are owed and not planned, each by an index; a child with
 * facts after the day is worked out afresh without them, as for the agenda.
 */

import { compare } from '../../core/compare';
import type { PlanFor } from '../../core/engine/plan-by';
import { MEETING_KINDS, type MeetingKind } from '../../core/events/meetings';
import type { RuleInBrief } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import { personById } from '../people/people';
import { type Db, statement } from '../sqlite';
import { type ListedFor, NAMES, type ReckonedChild, type WhoseAgenda } from './afresh';
import { NAMED, whoseSql } from './read';
import type { Engine } from './reckoning';

/** Whose are wanted on a day, with `childrenWithLaterFacts`. */
export interface PlannedQuestion extends WhoseAgenda {
  readonly today: IsoDate;
  readonly later: readonly ReckonedChild[];
}

/** A meeting that is planned. */
export interface MeetingRow {
  readonly child: ListedFor;
  readonly day: IsoDate;
  readonly what: MeetingKind;
  readonly review: number | null;
  readonly time: string | null;
  readonly venue: string | null;
  readonly mode: string | null;
  /** Who chairs: another if one is named, else the IRO of a review; null if there is none yet. */
  readonly chair: string | null;
  readonly chairId: number | null;
}

/** A meeting that is owed, and that none is planned for. */
export interface ToPlanRow {
  readonly child: ListedFor;
  readonly rule: RuleInBrief;
  readonly due: IsoDate;
  readonly planBy: IsoDate;
  readonly timeFor: PlanFor;
  readonly review: number | null;
}

interface MeetingCells extends ListedFor, Omit<MeetingRow, 'child'> {}

/** The meetings planned from one day to another, in the order of their days and times. */
export function meetingsBetween(
  db: Db,
  question: PlannedQuestion & { readonly from: IsoDate; readonly to: IsoDate },
): MeetingRow[] {
  const { today, from, to, later } = question;
  const whose = whoseSql(question, today);
  const rows = statement(
    db,
    `SELECT day, what, review, time, venue, mode,
       coalesce(chair.name, iif(what = 'review', iro.name, NULL)) AS chair,
       coalesce(chair_id, iif(what = 'review', iro_id, NULL)) AS chairId, ${NAMES}
     FROM planned_meeting ${NAMED} LEFT JOIN person AS chair ON chair.id = chair_id
     WHERE day BETWEEN ? AND ? AND ${whose.sql}`,
  ).all(from, to, ...whose.values) as MeetingCells[];
  const found: MeetingRow[] = rows.map(
    ({ day, what, review, time, venue, mode, chair, chairId, ...child }) => ({
      ...{ child, day, what, review, time, venue, mode, chair, chairId },
    }),
  );
  for (const { child, reckoning } of later) {
    for (const what of MEETING_KINDS) {
      const meeting = reckoning.meetings[what].planned;
      if (meeting === null || meeting.day < from || meeting.day > to) continue;
      const chairId = meeting.chair ?? (what === 'review' ? reckoning.standing.iroId : null);
      const chair = chairId === null ? null : (personById(db, chairId)?.name ?? null);
      found.push({ child, what, ...meeting, chair, chairId });
    }
  }
  return found.sort(
    (a, b) =>
      compare(a.day, b.day) || compare(a.time ?? '~', b.time ?? '~') || compare(a.child.ref, b.child.ref),
  );
}

/** The meetings to be planned up to a day, those that are to be planned first at the head. */
export function meetingsToPlan(
  db: Db,
  engine: Engine,
  question: PlannedQuestion & { readonly from: IsoDate; readonly to: IsoDate },
): ToPlanRow[] {
  const { today, from, to, later } = question;
  const whose = whoseSql(question, today);
  const rows = statement(
    db,
    `SELECT plan_by AS planBy, to_plan.rule AS rule, to_plan.due AS due, to_plan.review AS review,
       time_for AS timeFor, ${NAMES}
     FROM to_plan ${NAMED} WHERE (plan_by < ? OR plan_by BETWEEN ? AND ?) AND plan_by <= ?
       AND (ends_on IS NULL OR ends_on > ?) AND ${whose.sql}`,
  ).all(today, from, to, to < today ? today : to, today, ...whose.values) as (ListedFor &
    Omit<ToPlanRow, 'child' | 'rule'> & { rule: string })[];
  const found: ToPlanRow[] = rows.map(({ planBy, rule, due, review, timeFor, ...child }) => ({
    ...{ child, rule: engine.briefs.get(rule)!, due, planBy, timeFor, review },
  }));
  for (const { child, reckoning } of later) {
    for (const { toPlan: plan } of Object.values(reckoning.meetings)) {
      if (plan === null || (plan.endsOn !== null && plan.endsOn <= today)) continue;
      if (plan.planBy >= today && (plan.planBy < from || plan.planBy > to)) continue;
      const { due, planBy, timeFor, review } = plan;
      found.push({ child, rule: engine.briefs.get(plan.rule)!, due, planBy, timeFor, review });
    }
  }
  return found.sort(
    (a, b) => compare(a.planBy, b.planBy) || compare(a.due, b.due) || compare(a.child.ref, b.child.ref),
  );
}
