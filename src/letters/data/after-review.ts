/** What a document says of what followed a review: decisions, what was considered, the record, the next one. */

import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import type { Moment } from '../../core/engine/moment';
import { reviewsGoOn } from '../../core/engine/series';
import { yesOrNoSaid } from '../../core/events/attribute';
import { CEASED_LOOKED_AFTER } from '../../core/events/care';
import { taken } from '../../core/events/event';
import { EXIT_REVIEW_HELD } from '../../core/events/reviews';
import { lastExclusionOf } from '../../core/reviews/exclusions';
import { midwayChecks } from '../../core/reviews/midway';
import { reviewOwed } from '../../core/reviews/planning';
import {
  dayOf,
  type Plan,
  planThatStands,
  type ReviewRecord,
  reviewRecords,
  sentAfter,
  sittingOf,
} from '../../core/reviews/record';
import {
  leftOpen,
  type MatterConsidered,
  mattersNamed,
  whatToConsider,
} from '../../core/reviews/what-to-consider';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { LetterSays } from '../../documents/template/field-list';
import { codeLabel } from '../../law/shipped';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import type { HiddenFrom } from '../withheld-from';
import { lastDecisionsData, seenData } from './before-review';
import { matterWordsFor } from './child';
import { answerData, decisionsData } from './decisions';
import { dueMetBy } from './due-days';
import { placeOfNext } from './meeting';
import type { OwnerOf } from './names';
import { toldWords } from './reasons';
import type { OfHeld, ReviewSays, Says } from './words';

type Afterwards =
  | (
      | 'matters'
      | 'differences'
      | 'satisfied'
      | 'childChaired'
      | 'decisions'
      | 'ownDecisions'
      | 'decisionsSentOn'
      | 'agreedBy'
      | 'agreedByIsPast'
      | 'answer'
    )
  | ('lastDecisions' | 'plan' | 'record' | 'distribution' | 'notInvited' | 'midway' | 'ending');

/** All of it, for one reader. What belongs to the review itself is under `review`. */
export function afterwards(
  review: LetterCase,
  recipient: Addressee,
  says: Says,
  hidden: HiddenFrom,
  ownerOf: OwnerOf,
): Pick<LetterSays, Afterwards> & { readonly review: OfHeld } {
  const dayBy = <K extends string>(key: K, kind: string) => {
    const due = dueMetBy(review, kind);
    return { [key]: says.day(due), isPast: says.isPast(due) } as Record<K, string | undefined> & {
      isPast: boolean;
    };
  };
  return {
    ...sittingData(review, hidden.own === null),
    ...decisionsData(review, recipient, says, ownerOf),
    lastDecisions: lastDecisionsData(review, says, ownerOf),
    review: { ...heldData(review, says), ...seenData(review, says), ...nextData(review, says, hidden) },
    plan: dayBy('updateBy', 'care-plan-updated'),
    record: {
      ...dayBy('dueBy', 'record-completed'),
      doneOn: says.day(dayOf(review.record, 'record-completed')),
    },
    answer: answerData(review, recipient, says),
    distribution: distributionData(review, recipient),
    notInvited: notInvitedData(review, recipient, says),
    midway: midwayData(review, says),
    ending: endingData(review, says),
  };
}

function heldData(
  { held }: LetterCase,
  says: Says,
): Pick<ReviewSays, 'heldOn' | 'onPapers' | 'participation' | 'alsoSat'> {
  const sitting = held?.sitting;
  return {
    heldOn: says.day(held?.on ?? null),
    onPapers: sitting?.onPapers,
    participation: codeLabel('participation', sitting?.code ?? null),
    alsoSat: sitting?.alsoSat.map((day) => longDate(day)),
  };
}

function sittingData(
  of: LetterCase,
  isTold: boolean,
): Pick<LetterSays, 'matters' | 'differences' | 'satisfied' | 'childChaired'> {
  const { held, reckoning } = of;
  const words = matterWordsFor(of, isTold);
  if (held === null) return { matters: null, differences: null, satisfied: null, childChaired: null };
  const { moment } = held.sitting;
  const { considered, notConsidered, differences, satisfied, childChaired } = taken(
    EXIT_REVIEW_HELD,
    moment.fact,
  );
  const explanation = notConsidered ?? undefined;
  const required = whatToConsider(reckoning.story, moment);
  const open = new Set(
    leftOpen(required, considered.join(',') || undefined, explanation).map(({ matter }) => matter),
  );
  const wasConsidered = new Set(considered);
  return {
    // If nothing was recorded of any of them, the questions below say what there was to consider.
    matters:
      considered.length === 0 && notConsidered === null
        ? []
        : required.map(({ matter }) => ({
            label: words(matter),
            considered: wasConsidered.has(matter),
            // What was written of the others stands with each that it names.
            note: wasConsidered.has(matter) || open.has(matter) ? null : whyNot(matter, explanation),
          })),
    differences,
    satisfied: yesOrNoSaid(satisfied),
    childChaired,
  };
}

/** Of what was written of the matters that were not considered, what is of one of them, without its name. */
function whyNot(matter: MatterConsidered, explanation: string | undefined): string | undefined {
  const own = explanation?.split(/;\s*/).find((part) => mattersNamed(part).includes(matter));
  if (own === undefined || mattersNamed(own).length > 1) return explanation;
  return own.replace(new RegExp(`^${matter.replaceAll('-', '[- ]')}\\s*[:,–-]\\s*`, 'i'), '');
}

/** The review after this one: its plan, or the day by which it is owed. */
function nextData(
  of: LetterCase,
  says: Says,
  hidden: HiddenFrom,
): Pick<ReviewSays, 'nextDate' | 'nextDateIsPast' | 'nextTime' | 'nextVenue' | 'nextDueDate' | 'nextIsPast'> {
  const { record, held, reckoning, today } = of;
  if (held === null || record.number === null) {
    const none = { nextDate: null, nextDateIsPast: null, nextTime: null, nextVenue: null };
    return { ...none, nextDueDate: null, nextIsPast: null };
  }
  const { story, duties, standing } = reckoning;
  const next = nextOf(of);
  const plan = planOfNext(of);
  const isLatest =
    reviewsGoOn(story) && record.period === story.periods.length - 1 && standing.reviews === record.number;
  const due = isLatest ? (reviewOwed(duties, today)?.due ?? null) : null;
  return {
    nextDate: says.day(next ? dayOfReview(next) : null),
    nextDateIsPast: says.isPast(next ? dayOfReview(next) : null),
    nextTime: says.time(plan?.time ?? null),
    nextVenue: placeOfNext(of, plan, hidden).place,
    nextDueDate: says.day(due),
    nextIsPast: says.isPast(due),
  };
}

/** The review after this one, as far as anything is recorded of it. */
function nextOf({ record, reckoning }: LetterCase): ReviewRecord | undefined {
  const { period, number } = record;
  return number === null
    ? undefined
    : reviewRecords(reckoning.story).find((each) => each.period === period && each.number === number + 1);
}

/** The plan of the review after this one, until it is held. */
export function planOfNext(of: LetterCase): Plan | null {
  const next = of.held === null ? undefined : nextOf(of);
  return next === undefined || sittingOf(next) !== null ? null : planThatStands(next);
}

const dayOfReview = (record: ReviewRecord): IsoDate | null =>
  sittingOf(record)?.on ?? planThatStands(record)?.meeting ?? null;

function distributionData(review: LetterCase, recipient: Addressee): LetterSays['distribution'] {
  const { unit, child, day, record } = review;
  const sent = sentAfter(record).find((each) => each.ref === recipient.ref);
  if (!sent) return null;
  return {
    isFull: sent.record === 'full',
    isPart: sent.record === 'part',
    isNone: sent.record === 'none',
    why: toldWords(review, recipient, sent.moment, 'why'),
    decidedBy: sent.decidedBy === null ? null : wordsFor(everyoneIn(unit, child, day), sent.decidedBy),
    // It goes on after a colon; only words of our own are said of it.
    redacted: toldWords(review, recipient, sent.moment, 'redacted')?.replace(/^\p{Lu}/u, (first) =>
      first.toLowerCase(),
    ),
  };
}

function notInvitedData(review: LetterCase, recipient: Addressee, says: Says): LetterSays['notInvited'] {
  const { ref, participant } = recipient;
  const exclusion = participant?.exclusion ?? lastExclusionOf(review.reckoning.story, ref);
  if (!exclusion) return null;
  return {
    concern: toldWords(review, recipient, exclusion.moment, 'concern'),
    considered: toldWords(review, recipient, exclusion.moment, 'considered'),
    views: exclusion.views,
    lookAgainOn: says.day(exclusion.lookAgainBy),
    lookAgainIsPast: says.isPast(exclusion.lookAgainBy),
    isPart: exclusion.isForPart,
  };
}

/** The check since this review: planned, or made. */
function midwayData({ reckoning, held }: LetterCase, says: Says): LetterSays['midway'] {
  const { planned, made } = midwayChecks(reckoning.story);
  const last = made.findLast(({ on }) => held === null || on >= held.on);
  return {
    by: says.day(planned?.by ?? null),
    madeOn: says.day(last?.on ?? null),
    findings: last?.findings,
  };
}

/** The end of the period of care. */
export const endOf = ({ reckoning, period }: LetterCase): Moment | undefined =>
  reckoning.story.moments.findLast(
    (moment) => moment.counts && moment.period === period && moment.fact.kind === 'ceased-looked-after',
  );

function endingData(of: LetterCase, says: Says): LetterSays['ending'] {
  const ended = endOf(of);
  // What was typed in place of a code is for the unit.
  const reason = codeLabel('reason-ceased', ended ? taken(CEASED_LOOKED_AFTER, ended.fact).reason : null);
  return { on: says.day(ended?.on ?? null), reason };
}
