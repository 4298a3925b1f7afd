/**
 * The named conditions that a rule may ask for in `when:` and `when on the due day:`. The rule
 * files hold names only; what each means is here, in code, with its reason.
 */

import { protectionPlanAt } from '../children/protection-plans';
import { isLookedAfterByRemand } from '../children/remand';
import { isFosteredLongTerm, isHomeBeforeReview, placedHome, wantsFewerVisits } from '../children/visits';
import { mayBePlaced } from '../engine/authority';
import { isStepAsked } from '../engine/ending-steps';
import type { Moment, PlaceInChain, Story } from '../engine/moment';
import { IN_CARE_CODES } from '../events/codes';
import { REVIEW_KINDS } from '../events/fact';
import { addMonths, birthday, type IsoDate } from '../time/dates';
import { type Days, isRaisedIn } from './force';

/** Asked when the event happens. */
type WhenArising = (moment: Moment, story: Story) => boolean;
/** Asked of the day the limit falls on. */
type WhenDue = (due: IsoDate, moment: Moment) => boolean;

/** Asked of a meeting that is planned, it is the review to come that is meant. */
const isPlan = ({ fact }: Moment): boolean => fact.kind === 'review-planned';

/** An adoption placement ended, and reviews of the child in care go on from one of these places in their chain. */
const takesUp = (
  { takesUp: place, onShortBreaks }: Moment,
  places: readonly PlaceInChain[],
  clock: Exclude<Moment['starts'], null>,
): boolean => place !== null && places.includes(place) && onShortBreaks === (clock === 'short breaks');

/** A review that was adjourned without its kind is of the kind that completes it (one meeting may be both). */
function isOfAdoption(
  { fact, at, period, placedForAdoption, remanded }: Moment,
  { moments }: Story,
): boolean {
  if (fact.attributes.kind === 'adoption') return true;
  const isReview = (moment: Moment): boolean => moment.counts && REVIEW_KINDS.has(moment.fact.kind);
  const completes = moments.find((moment) => moment.at > at && moment.period === period && isReview(moment));
  if (!completes) return placedForAdoption && !remanded;
  const halves = moments.filter((moment) => isReview(moment) && moment.meeting === completes.meeting);
  return halves.every((half) => half.fact.kind === 'adoption-review-held');
}

export const CONDITIONS = {
  'short-breaks': {
    says: 'the child is on the short-break clock (V3 or V4)',
    holds: (moment) => moment.onShortBreaks,
  },
  'already-in-care': {
    says: 'the child was already in care on that day, beginning unknown',
    holds: (moment) => moment.alreadyInCare,
  },
  'ordinary-clock-starts': {
    says: 'ordinary care starts (not a short break, and not already in care), or is taken up again after an adoption placement, with no review held',
    holds: (moment) => moment.starts === 'ordinary' || takesUp(moment, ['first'], 'ordinary'),
  },
  'short-break-clock-starts': {
    says: 'a series of short breaks starts, or is taken up again with no review held',
    holds: (moment) => moment.starts === 'short breaks' || takesUp(moment, ['first'], 'short breaks'),
  },
  'first-review': {
    says: 'it is the first review of the period of care, not on short breaks; of a planned meeting, the review to be held; where an adoption placement ended, one had been held',
    holds: (moment) =>
      isPlan(moment) ? moment.nextIsFirst : moment.isFirstReview || takesUp(moment, ['second'], 'ordinary'),
  },
  'later-review': {
    says: 'it is a second or later review (of a planned meeting, the one to be held), or an adoption placement ended and more than one had been held',
    holds: (moment) =>
      moment.fact.kind === 'adoption-placement-ended'
        ? takesUp(moment, ['later'], 'ordinary')
        : !(isPlan(moment) ? moment.nextIsFirst : moment.isFirstReview) && !moment.onShortBreaks,
  },
  'later-short-break-review': {
    says: 'a review on the short-break clock was held, now or before an adoption placement that ended',
    holds: (moment) =>
      moment.fact.kind === 'adoption-placement-ended'
        ? takesUp(moment, ['second', 'later'], 'short breaks')
        : moment.onShortBreaks,
  },
  'review-unknown': {
    says: 'no review is recorded to count from',
    holds: (moment) => moment.alreadyInCare || moment.takesUp === 'unknown',
  },
  'resumed-sitting': {
    says: 'it is the resumed sitting of an adjourned review',
    holds: (moment) => moment.adjournedOn !== null,
  },
  'placed-for-adoption': {
    says: 'the child is placed for adoption',
    holds: (moment) => moment.placedForAdoption,
  },
  'reviewed-for-adoption-only': {
    says: 'the child is placed for adoption and not remanded, so that the reviews are adoption reviews alone',
    holds: ({ placedForAdoption, remanded }) => placedForAdoption && !remanded,
  },
  'of-an-adoption-review': {
    says: 'what was adjourned is an adoption review: that was said, or an adoption review alone completed it',
    holds: isOfAdoption,
  },
  'waiting-to-be-placed': {
    says: 'the child may be placed for adoption (by what is recorded of the authority), and is not placed',
    holds: (moment, story) => !moment.placedForAdoption && mayBePlaced(moment, story),
  },
  'first-review-since-placed': {
    says: 'it is the first adoption review since the child was placed',
    holds: (moment) => moment.isFirstSincePlaced,
  },
  'later-review-since-placed': {
    says: 'it is a later adoption review since the child was placed',
    holds: (moment) => moment.placedForAdoption && !moment.isFirstSincePlaced,
  },
  'still-looked-after': {
    says: 'the child does not cease to be looked after on the same day',
    holds: (moment, story) => moment.period === null || story.periods[moment.period]!.to !== moment.on,
  },
  'a-day-is-named': {
    says: 'the event names the day by which it is asked for',
    holds: ({ fact }) => fact.attributes.by !== undefined,
  },
  remanded: {
    says: 'the child is remanded or detained (J1, J2 or J3)',
    holds: (moment) => moment.remanded,
  },
  'looked-after-by-remand': {
    says: 'nothing but remand made it so that the child is looked after, and this is the first remand to that accommodation',
    holds: isLookedAfterByRemand,
  },
  'in-care-of-the-authority': {
    says: 'the child is in the care of the authority (C1, C2 or E1), or no legal status is recorded',
    holds: ({ legalStatus }) => legalStatus === null || IN_CARE_CODES.includes(legalStatus),
  },
  'on-a-protection-plan': {
    says: 'the child is on a child protection plan',
    holds: (moment, story) => protectionPlanAt(story, moment.at) !== null,
  },
  'ending-approval-asked': {
    says: 'the ending was recorded by hand: its approval is given, or still awaited; not of a death',
    holds: (moment, story) => isStepAsked('ending-approved', moment, story),
  },
  'ending-consultation-asked': {
    says: 'the ending was recorded by hand: that the IRO was consulted is given, or still awaited; not of a death',
    holds: (moment, story) => isStepAsked('iro-consulted-on-ending', moment, story),
  },
  'specified-conviction': {
    says: 'the determination rests on a specified conviction, of the applicant or of someone in the household',
    holds: ({ fact }) => fact.attributes.conviction !== undefined,
  },
  'sixteen-or-over': {
    says: 'the child is 16 or over',
    holds: (moment, story) => story.born !== null && birthday(story.born, 16) <= moment.on,
  },
  'living-with-parents': {
    says: 'the child is placed with a parent, by what is recorded of the placement',
    holds: (moment, story) => placedHome(moment, story) !== null,
  },
  'home-on-an-interim-order': {
    says: 'the child lives with a parent under an interim care order (C1)',
    holds: (moment, story) => moment.legalStatus === 'C1' && placedHome(moment, story) !== null,
  },
  'home-before-a-review': {
    says: 'the child lives with a parent, placed before the assessment was complete or under an interim care order, and no review has been held since',
    holds: isHomeBeforeReview,
  },
  'fostered-long-term': {
    says: 'the child has been in a long-term foster placement for more than a year',
    holds: isFosteredLongTerm,
  },
  'fewer-visits-agreed': {
    says: 'the child, in a long-term foster placement for more than a year, has agreed to be visited less often',
    holds: wantsFewerVisits,
  },
  'visited-less-often': {
    says: 'visits have longer intervals: on short breaks, or as the child in long-term fostering has agreed',
    holds: (moment, story) => moment.onShortBreaks || wantsFewerVisits(moment, story),
  },
} satisfies Record<string, { readonly says: string; readonly holds: WhenArising }>;

export const CONDITIONS_ON_DUE_DAY = {
  'long-term-foster-over-a-year': {
    says: 'on that day the long-term foster placement is more than a year old, if it goes on',
    holds: (due, { fosteredSince }) => fosteredSince !== null && addMonths(fosteredSince, 12) < due,
  },
} satisfies Record<string, { readonly says: string; readonly holds: WhenDue }>;

type ConditionName = keyof typeof CONDITIONS | keyof typeof CONDITIONS_ON_DUE_DAY;

/** Asked for events of these days only; always if there are none. */
export interface Condition extends Days {
  readonly name: ConditionName;
  readonly not: boolean;
}

export function isCondition(name: string): name is keyof typeof CONDITIONS {
  return Object.hasOwn(CONDITIONS, name);
}

export function isConditionOnDueDay(name: string): name is keyof typeof CONDITIONS_ON_DUE_DAY {
  return Object.hasOwn(CONDITIONS_ON_DUE_DAY, name);
}

/** True if the condition holds when the event happens, or is not asked of an event of that day. */
export function conditionHolds(condition: Condition, moment: Moment, story: Story): boolean {
  if (!isCondition(condition.name) || !isRaisedIn(condition, moment.on)) return true;
  return CONDITIONS[condition.name].holds(moment, story) !== condition.not;
}

/** The same, asked of the day on which a limit falls. */
export function conditionHoldsOnDueDay(condition: Condition, due: IsoDate, moment: Moment): boolean {
  if (!isConditionOnDueDay(condition.name) || !isRaisedIn(condition, moment.on)) return true;
  return CONDITIONS_ON_DUE_DAY[condition.name].holds(due, moment) !== condition.not;
}
