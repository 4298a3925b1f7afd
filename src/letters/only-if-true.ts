/**
 * Documents that say what has happened are made only where it has: no letter says that a meeting is
 * cancelled which stands, or that a date has passed which is to come.
 */

import { BIRTH_PARENT_DECIDED } from '../core/events/adoption';
import { CARE_PLAN_UPDATED } from '../core/events/after-review';
import { disagreementOf } from '../core/reviews/after';
import { lastEarlyDecision } from '../core/reviews/early';
import { forThisSitting, papersCompleteOn, papersReceived, papersWanted } from '../core/reviews/papers';
import { dateOf } from '../core/reviews/recommendation-state';
import { dayOf, sentAfter, takenIn } from '../core/reviews/record';
import { type IsoDate, longDate } from '../core/time/dates';
import type { OnlyIf } from '../documents/template/template';
import { UserError } from '../errors';
import { changeOfIro } from './data/decided';
import type { ToMake } from './letter-made';
import { isOnPapers } from './which-document';
import { forWords } from './withheld';

interface Untrue {
  /** Why it would not be true. */
  readonly what: string;
  readonly next: string;
}

type Untruth = (making: ToMake, sentOn: IsoDate | null) => Untrue | null;

/** What documents say of the facts by their moment, a council's own too. */
const AT_MOMENT: Partial<Readonly<Record<string, Untruth>>> = {
  cancelled: meetingStands,
  changed: notChanged,
  'record-full': (making) => otherRecord('full', making),
  'record-part': (making) => otherRecord('part', making),
  'record-none': (making) => otherRecord('none', making),
  'new-iro': noOtherIro,
  early: notDecidedEarly,
  disagrees: notDisagreed,
  [BIRTH_PARENT_DECIDED.kind]: noReasons,
};

/** And by what their front matter says of them. */
const ONLY_IF: Readonly<Record<OnlyIf, Untruth>> = {
  'birth-parent-invited': notDecidedSo,
  'no-meeting': hadMeeting,
  'care-plan-due': isDoneAlready('the care plan is recorded as updated', carePlanUpdatedOn),
  'papers-missing': isDoneAlready('the last of the papers is recorded as received', papersCameOn),
  'report-missing': isDoneAlready('the report is recorded as received', reportCameOn),
  'tracked-passed': (making) => notOnThatSide(making, true),
  'tracked-to-come': (making) => notOnThatSide(making, false),
};

/** True of what asks its reader to a meeting. */
export const asksToCome = ({ template }: ToMake): boolean =>
  template.moment === 'changed' || (template.kind === 'invitation' && !isOnPapers(template));

/** Nobody is asked to a meeting whose day has passed; what was sent before it is said to have been. */
function dayHasPassed(making: ToMake, sentOn: IsoDate | null): Untrue | null {
  const { label, plan, today, toSee } = making.review;
  if (plan === null || plan.meeting >= today || !asksToCome(making)) return null;
  if (sentOn !== null && sentOn <= plan.meeting) return null;
  return {
    what: `${label}: the meeting was planned for ${longDate(plan.meeting)}, which has passed.`,
    next: `If it went out before: --sent-on DATE. To see how it stands: ${toSee}`,
  };
}

/** Refuses a document that would say what is not so. `sentOn`: the day on which it went, if it did. */
export function refuseUntrue(making: ToMake, sentOn: IsoDate | null): void {
  const { moment, onlyIf } = making.template;
  const found =
    AT_MOMENT[moment ?? '']?.(making, sentOn) ??
    (onlyIf === null ? null : ONLY_IF[onlyIf](making, sentOn)) ??
    isNotTheirRecord(making) ??
    dayHasPassed(making, sentOn);
  if (found !== null) throw new UserError(`${found.what} Nothing was written.`, found.next);
}

/** Nobody is reminded of what is recorded as done, unless the reminder went before that. */
function isDoneAlready(what: string, doneOn: (making: ToMake) => IsoDate | null): Untruth {
  return (making, sentOn) => {
    const on = doneOn(making);
    const { label, today, toSee } = making.review;
    if (on === null || on > (sentOn ?? today) || (sentOn !== null && on === sentOn)) return null;
    return {
      what: `${label}: ${what} on ${longDate(on)}.`,
      next: `If the reminder went before that: --sent-on DATE. To see how it stands: ${toSee}`,
    };
  };
}

function carePlanUpdatedOn({ review }: ToMake): IsoDate | null {
  return dayOf(review.record, CARE_PLAN_UPDATED.kind);
}

function papersCameOn({ review }: ToMake): IsoDate | null {
  const { reckoning, plan, day, record } = review;
  return papersCompleteOn(
    papersWanted(reckoning.story, plan?.meeting ?? day),
    papersReceived(forThisSitting(record)),
  );
}

function reportCameOn({ review, recipient }: ToMake): IsoDate | null {
  return review.conference?.members.find(({ who }) => who.ref === recipient.ref)?.report?.on ?? null;
}

function meetingStands({ review }: ToMake): Untrue | null {
  const { plan, label, child } = review;
  if (plan === null) return null;
  return {
    what: `${label}: the meeting of ${longDate(plan.meeting)} is not cancelled.`,
    next: `If it is: irotool review cancel ${child.ref} --reason "…"`,
  };
}

function notChanged({ review }: ToMake): Untrue | null {
  const { plan, plans, label, child } = review;
  if (plan === null || plans.length > 1) return null;
  return {
    what: `${label}: the meeting of ${longDate(plan.meeting)} has not been changed since it was first planned.`,
    next: `If it is: irotool review plan ${child.ref} --meeting "DAY TIME" --because "…"`,
  };
}

function noOtherIro({ review }: ToMake): Untrue | null {
  if (changeOfIro(review) !== null) return null;
  return {
    what: `${review.label}: no other reviewing officer has come in this time in care.`,
    next: `If one has: irotool iro change ${review.child.ref} NAME --reason "…"`,
  };
}

function notDecidedEarly({ review }: ToMake): Untrue | null {
  if (lastEarlyDecision(review.reckoning.story, review.period) !== null) return null;
  return {
    what: `${review.label}: nothing is decided on an earlier review that is still to come.`,
    next: `When it is: irotool review call-early ${review.child.ref}`,
  };
}

function notDisagreed({ review }: ToMake): Untrue | null {
  if (disagreementOf(review.record) !== null) return null;
  return {
    what: `${review.label}: it is not recorded that the manager disagreed.`,
    next: `If so: irotool review after ${review.child.ref} --response disagreed --about "…" --tell "…"`,
  };
}

/** A birth parent comes to an adoption review only if social worker and IRO have so decided. */
const decidedOf = ({ review, recipient }: ToMake) =>
  takenIn(review.record, BIRTH_PARENT_DECIDED).findLast(({ ref }) => ref.toLowerCase() === recipient.ref);

/** A parent who is not invited has the reasons in writing: what was typed for the unit is not them. */
function noReasons(making: ToMake): Untrue | null {
  const { review, recipient } = making;
  const decided = decidedOf(making);
  if (decided?.answer !== 'not-invited' || decided.tell !== null) return null;
  const event = review.record.moments.findLast(
    ({ fact }) =>
      fact.kind === BIRTH_PARENT_DECIDED.kind && fact.attributes.ref?.toLowerCase() === recipient.ref,
  )?.fact.id;
  return {
    what: `${review.label}: ${forWords(recipient)} is not invited, and the letter has no reasons in words for them.`,
    next: `To give them: irotool correct ${event ?? 'EVENT'} tell="…"`,
  };
}

function notDecidedSo(making: ToMake): Untrue | null {
  const { review, recipient } = making;
  const decided = decidedOf(making);
  if (decided !== undefined && decided.answer !== 'not-invited') return null;
  return {
    what: `${review.label}: ${forWords(recipient)} is ${decided === undefined ? 'invited only if social worker and IRO so decide' : 'not invited, as it was decided'}.`,
    next: `To record what they decide: irotool adoption parent ${review.child.ref} ${recipient.tag}`,
  };
}

/** The record made out to someone is the full one. */
const isNotTheirRecord = (making: ToMake): Untrue | null =>
  making.template.kind === 'record' && making.template.tells === 'record'
    ? otherRecord('full', making)
    : null;

/** Another decision is recorded on what this reader is sent. */
function otherRecord(said: string, { review, recipient }: Omit<ToMake, 'template'>): Untrue | null {
  const sent = sentAfter(review.record).find(({ ref }) => ref === recipient.ref);
  if (!sent || sent.record === said) return null;
  const right = `distribution-${sent.record}`;
  return {
    what: `${review.label}: what is recorded for ${forWords(recipient)} is ${sent.record}, not ${said}.`,
    next: `irotool letter ${right} ${review.child.ref} --to ${recipient.tag}`,
  };
}

function hadMeeting({ review }: ToMake): Untrue | null {
  if (review.held === null || review.held.sitting.onPapers) return null;
  return {
    what: `${review.label} was held with a meeting.`,
    next: `irotool letter record-full ${review.child.ref}`,
  };
}

function notOnThatSide({ review, tracked }: ToMake, isPassed: boolean): Untrue | null {
  const by = tracked === null ? null : dateOf(tracked);
  if (tracked === null || by === null || by < review.today === isPassed) return null;
  const other = isPassed ? 'tracked-reminder' : 'tracked-passed';
  return {
    what: `${review.child.ref} ${tracked.ref} was agreed for ${longDate(by)}, which has ${isPassed ? 'not come yet' : 'passed'}.`,
    next: `irotool letter ${other} ${review.child.ref} --which ${tracked.ref}`,
  };
}
