/** Why a meeting is after the due day, who agreed, and why it is planned again: what of it is true of which child. */
import { given } from '../../core/events/fact';
import { listed } from '../../core/in-words';
import { noWhyAgain } from '../../core/reviews/planning';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { ToPlan } from '../to-plan';

export interface Reasons {
  readonly lateBecause: string | undefined;
  readonly agreedBy: string | undefined;
  readonly because: string | undefined;
  /** What letters say of why it is planned again. */
  readonly tell: string | undefined;
}

/** The reasons as attributes of one child's plan: only what is true of that child. */
export function reasonsKept(
  reasons: Reasons,
  each: ToPlan,
  children: readonly ToPlan[],
  meeting: IsoDate,
): Record<string, string> {
  const again = each.record !== undefined || children.every(({ record }) => record === undefined);
  return given({
    ...(isLate(each, meeting) ? { 'late-because': reasons.lateBecause } : {}),
    ...(isLate(each, meeting) || each.standing !== null ? { 'agreed-by': reasons.agreedBy } : {}),
    ...(again ? { because: reasons.because, tell: reasons.tell } : {}),
  });
}

/** What was said and is not kept, and what was not said. */
export function reasonNotes(reasons: Reasons, each: ToPlan, meeting: IsoDate): string[] {
  const notes: string[] = [];
  const unused = reasons.lateBecause || (reasons.agreedBy && each.standing === null);
  if (unused && !isLate(each, meeting)) {
    notes.push(`The meeting is in time for ${each.child.ref}, so nothing of lateness is kept there.`);
  }
  if (isAnotherDay(each, meeting) && reasons.because === undefined) {
    notes.push(noWhyAgain('--because'));
  }
  return notes;
}

/** Never of the day that is planned already: what has arisen since does not make a plan wrong that was right. */
export const isLate = ({ due, standing }: ToPlan, meeting: IsoDate): boolean =>
  due !== undefined && meeting > due.due && standing?.meeting !== meeting;

/** Planned again for another day: a place or a time added to the day that stands takes no reason. */
export const isAnotherDay = ({ standing }: ToPlan, meeting: IsoDate): boolean =>
  standing !== null && standing.meeting !== meeting;

/** One sentence for all of whom the same review is due on the same day. */
export function lateWords(late: readonly ToPlan[], meeting: IsoDate): string {
  const refs = new Map<string, string[]>();
  for (const { child, due } of late) {
    const when = `${longDate(meeting)} is after ${longDate(due!.due)}, when "${due!.rule.duty}" is due.`;
    refs.set(when, [...(refs.get(when) ?? []), child.ref]);
  }
  return [...refs].map(([when, children]) => `${listed(children)}: ${when}`).join(' ');
}
