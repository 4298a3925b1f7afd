/**
 * The moments of a review at which documents go out together, and which of them is owed: what has happened and
 * nobody was told of yet. By the chronology, and the log of what was sent.
 */

import { reviewsGoOn } from '../../core/engine/series';
import { DECISIONS_SENT, RECORD_COMPLETED, RECORD_DISTRIBUTED } from '../../core/events/after-review';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { REVIEW_ADJOURNED, REVIEW_CANCELLED } from '../../core/events/reviews';
import { disagreementOf } from '../../core/reviews/after';
import { lastEarlyDecision } from '../../core/reviews/early';
import { forThisSitting, papersMissing, papersReceived, papersWanted } from '../../core/reviews/papers';
import { invitedSince } from '../../core/reviews/planning';
import { lastOf, planThatStands, takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { ReviewMoment } from '../../documents/template/template';
import { type LoggedDocument, latestDocuments } from '../../store/outbox/document-log';
import { changeOfIro } from '../data/decided';
import { dueMetBy } from '../data/due-days';
import { papersDue } from '../data/meeting';
import type { LetterCase } from '../letter-case';

export interface PackMoment {
  /** As it is typed. */
  readonly word: string;
  /** What goes out, in words. */
  readonly words: string;
  /** True of what follows a review that was held. */
  readonly isOfHeld: boolean;
  /** The moments of documents that are in it; of several, those that are owed or else all. */
  readonly of: readonly ReviewMoment[];
  /** The step that it is, once all of it was sent; undefined if it is none. */
  readonly sends?: string;
  /** True if it is owed now. */
  isOwed(of: LetterCase, shelf: TemplateShelf): boolean;
}

const RECORD = ['record-full', 'record-part', 'record-none'] as const;

/** True of a letter that goes with someone's copy of the record, or in its place. */
export const isOfRecord = (moment: string | null): boolean => RECORD.some((each) => each === moment);

/** Those whom an earlier plan of this sitting had invited; empty if it had nobody. */
export function invitedBefore(of: LetterCase): readonly string[] {
  const tags = takenIn(forThisSitting(of.record), INVITATIONS_SENT).flatMap(({ to }) => to);
  return [...new Set(tags.map((tag) => tag.toLowerCase()))];
}

const isPlanned = ({ held, plan, today }: LetterCase): boolean =>
  held === null && plan !== null && plan.meeting >= today;
const isUninvited = (of: LetterCase): boolean => isPlanned(of) && invitedSince(of.record, of.plan!) === null;
const wasInvited = (of: LetterCase): boolean =>
  takenIn(forThisSitting(of.record), INVITATIONS_SENT).length > 0;

/** What the log has of the documents of a moment for this review. */
function loggedOf(of: LetterCase, { templates }: TemplateShelf, moment: string): LoggedDocument[] {
  const names = new Set([...templates.values()].flatMap((each) => (each.moment === moment ? each.name : [])));
  return latestDocuments(of.unit.db, of.child.id, -1).filter(
    ({ template, period, review }) => names.has(template) && period === of.period && review === of.number,
  );
}

/** True if a document of a moment was sent since a day. */
const wasTold = (of: LetterCase, shelf: TemplateShelf, moment: string, since: IsoDate): boolean =>
  loggedOf(of, shelf, moment).some(({ sentOn }) => sentOn !== null && sentOn >= since);

/** True if one was made, whether it was sent or not. */
const wasMade = (of: LetterCase, shelf: TemplateShelf, moment: string): boolean =>
  loggedOf(of, shelf, moment).length > 0;

/** The last working day before a meeting. */
const dayBefore = ({ unit }: LetterCase, meeting: IsoDate): IsoDate =>
  unit.engine.calendars.statutory.addWorkingDays(meeting, -1);

/** Another IRO has come, and nothing has told those of the review: an invitation since then names the new one too. */
function isNewIroUntold(of: LetterCase, shelf: TemplateShelf): boolean {
  const change = of.held === null ? changeOfIro(of) : null;
  if (change === null || wasTold(of, shelf, 'new-iro', change.on)) return false;
  const since = takenIn(of.record, INVITATIONS_SENT).some(({ on }) => on >= change.on);
  const heldSince = of.reckoning.story.moments.some(
    ({ counts, isReview, on }) => counts && isReview && on >= change.on,
  );
  return !since && !heldSince && reviewsGoOn(of.reckoning.story);
}

/** True if the meeting that was called off, or ended with care, had people invited to it who were not told. */
function isOffUntold(of: LetterCase, shelf: TemplateShelf, on: IsoDate | undefined): boolean {
  const plan = of.plans.at(-1);
  if (on === undefined || of.held !== null || plan === undefined) return false;
  return invitedSince(of.record, plan) !== null && !wasTold(of, shelf, 'cancelled', on);
}

/** The day on which care ended with the meeting still planned; undefined if neither is so. */
const endedOn = ({ reckoning, period, record }: LetterCase): IsoDate | undefined =>
  planThatStands(record) === null ? undefined : (reckoning.story.periods[period]?.to ?? undefined);

const isDecisionsOwed = (of: LetterCase): boolean =>
  of.held !== null &&
  lastOf(of.record, DECISIONS_SENT.kind) === undefined &&
  dueMetBy(of, DECISIONS_SENT.kind) !== null;
const isRecordOwed = ({ record }: LetterCase): boolean =>
  lastOf(record, RECORD_COMPLETED.kind) !== undefined &&
  lastOf(record, RECORD_DISTRIBUTED.kind) === undefined;

/** In the order in which they come. */
export const PACK_MOMENTS: readonly PackMoment[] = [
  {
    ...{ word: 'invitations', words: 'invitations to the meeting', isOfHeld: false, of: ['invitations'] },
    sends: INVITATIONS_SENT.kind,
    isOwed: (of) => isUninvited(of) && !wasInvited(of),
  },
  {
    ...{ word: 'changed', words: 'that the meeting was changed', isOfHeld: false, of: ['changed'] },
    isOwed: (of) => isUninvited(of) && wasInvited(of),
  },
  {
    ...{
      word: 'new-iro',
      words: 'that another reviewing officer has come',
      isOfHeld: false,
      of: ['new-iro'],
    },
    isOwed: isNewIroUntold,
  },
  {
    ...{ word: 'early', words: 'what was decided on an earlier review', isOfHeld: false, of: ['early'] },
    isOwed: (of, shelf) => {
      const early = lastEarlyDecision(of.reckoning.story, of.period);
      const goesOn = of.held === null && reviewsGoOn(of.reckoning.story);
      return goesOn && early !== null && !wasTold(of, shelf, 'early', early.moment.on);
    },
  },
  {
    ...{ word: 'meeting', words: 'papers for the meeting itself', isOfHeld: false, of: ['meeting'] },
    isOwed: (of, shelf) =>
      isPlanned(of) && of.today >= dayBefore(of, of.plan!.meeting) && !wasMade(of, shelf, 'meeting'),
  },
  {
    ...{ word: 'papers', words: 'a reminder of papers that have not come', isOfHeld: false, of: ['papers'] },
    isOwed: (of, shelf) => {
      const due = isPlanned(of) ? papersDue(of, of.plan) : null;
      const wanted = papersWanted(of.reckoning.story, of.plan?.meeting ?? of.day);
      const missing = papersMissing(wanted, papersReceived(forThisSitting(of.record)));
      return (
        due !== null && due < of.today && missing.length > 0 && !wasTold(of, shelf, 'papers', of.plan!.on)
      );
    },
  },
  {
    ...{ word: 'cancelled', words: 'that the meeting is cancelled', isOfHeld: false, of: ['cancelled'] },
    isOwed: (of, shelf) =>
      of.plan === null && isOffUntold(of, shelf, lastOf(of.record, REVIEW_CANCELLED.kind)?.on),
  },
  {
    ...{ word: 'adjourned', words: 'that the review was adjourned', isOfHeld: false, of: ['adjourned'] },
    isOwed: (of, shelf) => {
      const on = lastOf(of.record, REVIEW_ADJOURNED.kind)?.on;
      const isOpen = on !== undefined && of.held === null && of.plan === null;
      return isOpen && !wasTold(of, shelf, 'adjourned', on);
    },
  },
  {
    ...{ word: 'decisions', words: 'the decisions of the review', isOfHeld: true, of: ['decisions'] },
    sends: DECISIONS_SENT.kind,
    isOwed: isDecisionsOwed,
  },
  {
    ...{ word: 'disagrees', words: 'that the manager disagreed', isOfHeld: true, of: ['disagrees'] },
    isOwed: (of, shelf) => {
      const disagreed = of.held === null ? null : disagreementOf(of.record);
      return disagreed?.resolvedOn === null && !wasTold(of, shelf, 'disagrees', disagreed.on);
    },
  },
  {
    ...{ word: 'record', words: 'the record of the review, to each', isOfHeld: true, of: RECORD },
    sends: RECORD_DISTRIBUTED.kind,
    isOwed: isRecordOwed,
  },
  {
    ...{ word: 'leaving', words: 'that care has ended, and no meeting is held', isOfHeld: false },
    of: ['leaving', 'cancelled'],
    isOwed: (of, shelf) => isOffUntold(of, shelf, endedOn(of)),
  },
];

/** The word of the pack that a step sends; undefined if it sends none. */
export const packSentBy = (step: string): string | undefined =>
  PACK_MOMENTS.find(({ sends }) => sends === step)?.word;

/** What follows a review, at whichever of its two steps it is. */
export const AFTER = 'after';
