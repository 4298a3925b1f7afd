/**
 * Whose IRO is whose: the children in care with the IRO each has now, and the meetings planned.
 */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';

/** A child in care as a caseload counts one. */
export interface ChildInCare {
  readonly id: number;
  readonly ref: string;
  readonly legalStatus: string | null;
  /** Null if none is allocated. */
  readonly iroId: number | null;
  /** The day of the meeting now planned. */
  readonly meeting: IsoDate | null;
}

const SELECT = `
  SELECT child.id, ref, legal_status AS legalStatus, iro_id AS iroId, meeting
  FROM standing_of_child JOIN child ON child.id = child_id WHERE in_care = 1`;

/** Every child in care, by reference. */
export function childrenInCare(db: Db): ChildInCare[] {
  return statement(db, `${SELECT} ORDER BY ref`).all() as ChildInCare[];
}

/** The IRO whom a child in care has now; null for a child who is not in care, or has none. */
export function iroIdOf(db: Db, childId: number): number | null {
  const child = statement(db, `${SELECT} AND child.id = ?`).get(childId) as ChildInCare | undefined;
  return child?.iroId ?? null;
}

/** How many child protection conferences each person is to chair from a day to another. */
export function conferencesToChair(
  db: Db,
  from: IsoDate,
  to: IsoDate,
): { readonly id: number; readonly name: string; readonly conferences: number }[] {
  return statement(
    db,
    `SELECT person.id, name, count(*) AS conferences FROM planned_meeting JOIN person ON person.id = chair_id
     WHERE what = 'conference' AND day BETWEEN ? AND ? GROUP BY person.id ORDER BY name`,
  ).all(from, to) as { id: number; name: string; conferences: number }[];
}

/** Children in care with a meeting planned on a day from one to another, by day. */
export function meetingsBetween(db: Db, from: IsoDate, to: IsoDate): (ChildInCare & { meeting: IsoDate })[] {
  return statement(db, `${SELECT} AND meeting BETWEEN ? AND ? ORDER BY meeting, ref`).all(
    from,
    to,
  ) as (ChildInCare & {
    meeting: IsoDate;
  })[];
}
