/**
 * A duty's standing on a given day (docs/counting.md), and the words and numbers that others rely on
 * (the deadline D and action A of the JSON contract). Pure: today is an argument.
 */

import { type Citation, type Easement, type Force, limitWords } from '../rules/rule';
import type { Calendar } from '../time/calendar';
import type { IsoDate } from '../time/dates';
import { leftUntil } from '../time/days-left';
import type { Action, Duty } from './duty';

export const STANDINGS = [
  'upcoming',
  'overdue',
  'met',
  'late',
  'deemed',
  'lapsed',
  'missed',
  'ended',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a standing depends on: a duty, or the agenda's row of one. */
export interface Standable {
  readonly due: IsoDate;
  readonly metOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly missed: boolean | null;
  readonly whenPassed: 'deemed' | 'lapsed' | null;
}

/** The standing on a day. A right or an answer not used in time is never overdue. */
export function standingOn(duty: Standable, today: IsoDate): Standing {
  const { due, metOn, endedOn } = duty;
  if (metOn !== null && metOn <= due) return 'met';
  const ended = endedOn !== null && endedOn <= today;
  if (duty.whenPassed !== null && due < (ended ? endedOn : today)) return duty.whenPassed;
  if (metOn !== null) return 'late';
  if (ended) return (duty.missed ?? endedOn > due) ? 'missed' : 'ended';
  return due < today ? 'overdue' : 'upcoming';
}

/** What eased a duty that was done late: the law let it be, for a time. Null for any other. */
function easedBy({ easement }: Pick<Duty, 'easement'>, standing: Standing): Easement | null {
  return standing === 'late' ? easement : null;
}

/** True if the child is 18 by the day on which it would be due. */
export const isOverByItsDay = ({ due, endedOn, endsOfItself }: Duty): boolean =>
  endsOfItself && endedOn !== null && endedOn <= due;

/** True if it belongs on the agenda: not met, and not ended by a fact. */
export const isKept = (duty: Duty): boolean =>
  duty.metOn === null && (duty.endedOn === null || duty.endsOfItself);

/** True if it is owed on its day too: not of a child who is 18 by then. */
export const isOwedOnItsDay = (duty: Duty): boolean => isKept(duty) && !isOverByItsDay(duty);

/**
 * True if it stands on the lists of that day: what is still to be done, and is owed on its own day too. The standing
 * itself has a date of its own up to the birthday.
 */
export const isStillOwed = (duty: Duty, today: IsoDate): boolean =>
  isOpen(standingOn(standable(duty), today)) && !isOverByItsDay(duty);

/** True if the duty is still owed on that day. */
export function isOpen(standing: Standing): boolean {
  return standing === 'upcoming' || standing === 'overdue';
}

/** The earliest day of a limit of law; null if no law limits the duty. */
export function lawBy(limits: readonly { readonly due: IsoDate; readonly force: Force }[]): IsoDate | null {
  const days = limits.filter(({ force }) => force === 'statutory').map(({ due }) => due);
  return days.length === 0 ? null : days.reduce(earlier);
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (other < one ? other : one);

/** The same of a duty. */
export const lawByOf = ({ limits, rule }: Pick<Duty, 'limits' | 'rule'>): IsoDate | null =>
  lawBy(limits.map(({ at, due }) => ({ due, force: rule.limits[at]!.force })));

/**
 * True if a limit of law is met or broken with the duty: it decides the day, or it has passed too by the day `on`
 * (today, or the day the duty was met). An earlier limit of procedure alone is no law, and hides none.
 */
export const isOfLaw = (due: IsoDate, lawBy: IsoDate | null, on: IsoDate): boolean =>
  lawBy !== null && (lawBy <= due || lawBy < on);

/** The same of a deadline, open or not. */
export const isDeadlineOfLaw = (
  { due, limits, metOn, standing }: Pick<DeadlineJson, 'due' | 'limits' | 'metOn' | 'standing'>,
  today: IsoDate,
): boolean => isOfLaw(due, lawBy(limits), metOn ?? (isOpen(standing) ? today : due));

interface LimitJson {
  readonly limit: string;
  readonly due: IsoDate;
  readonly force: Force;
  readonly source: readonly Citation[];
}

/** A deadline as the JSON contract writes it; dates are ISO, an absent value is null. */
export interface DeadlineJson {
  readonly rule: string;
  readonly duty: string;
  readonly who: string;
  readonly force: Force;
  readonly due: IsoDate;
  readonly lastWorkingDay: IsoDate;
  readonly standing: Standing;
  readonly workingDaysLeft: number;
  readonly daysLeft: number;
  readonly notBefore: IsoDate | null;
  readonly metOn: IsoDate | null;
  readonly began: IsoDate | null;
  readonly from: { readonly event: string; readonly on: IsoDate };
  readonly limits: readonly LimitJson[];
  readonly compressed: boolean;
  readonly idealDue: IsoDate | null;
  readonly provisional: boolean;
  readonly eased: boolean;
  readonly source: readonly Citation[];
  readonly ref: string | null;
  readonly review: number | null;
}

/** True of a review that was broken off by an adoption placement and is due the day the placement ended. */
export function isTakenUp({ compressed, from }: Pick<Duty, 'compressed' | 'from'>): boolean {
  return compressed && from.event !== 'review-planned';
}

/** The deadline on a day. `ref` is the recommendation's or dispute's own reference. */
export function deadlineOn(duty: Duty, today: IsoDate, calendar: Calendar): DeadlineJson {
  const { rule } = duty;
  const decisive = rule.limits[duty.decisive.at]!;
  const standing = standingOn(standable(duty), today);
  const eased = easedBy(duty, standing);
  return {
    rule: rule.id,
    duty: rule.duty,
    who: rule.who,
    force: decisive.force,
    due: duty.due,
    lastWorkingDay: calendar.lastWorkingDayOnOrBefore(duty.due),
    standing,
    ...leftUntil(duty.due, today, calendar),
    notBefore: duty.notBefore,
    metOn: duty.metOn,
    began: duty.began,
    from: duty.from,
    limits: duty.limits.map(({ at, due }) => {
      const limit = rule.limits[at]!;
      return { limit: limitWords(limit), due, force: limit.force, source: limit.source };
    }),
    compressed: duty.compressed,
    idealDue: duty.idealDue,
    provisional: duty.decisive.provisional,
    eased: eased !== null,
    source: eased === null ? decisive.source : [...decisive.source, ...eased.source],
    ref: duty.ref,
    review: duty.review,
  };
}

export function standable(duty: Duty): Standable {
  return {
    due: duty.due,
    metOn: duty.metOn,
    endedOn: duty.endedOn,
    missed: duty.missed,
    whenPassed: duty.rule.whenPassed ?? null,
  };
}

export interface ActionJson {
  readonly action: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate;
  readonly review: number | null;
  readonly ref: string | null;
  readonly source: readonly Citation[];
}

/** True if the action is to be shown on that day. */
export function isAsked(action: Pick<Action, 'silentUntil' | 'endsOn'>, today: IsoDate): boolean {
  return (
    (action.silentUntil === null || today > action.silentUntil) &&
    (action.endsOn === null || today < action.endsOn)
  );
}

export function actionJson(action: Action): ActionJson {
  return {
    action: action.id,
    what: action.what,
    who: action.who,
    since: action.since,
    review: action.review,
    ref: action.ref,
    source: action.source,
  };
}
