/**
 * The moments of a review at which documents go out together, and which of them is owed: what has happened and
 * nobody was told of yet. By the chronology, and the log of what was sent.
 */

import { DECISIONS_SENT, RECORD_COMPLETED, RECORD_DISTRIBUTED } from '../../core/events/after-review';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { REVIEW_ADJOURNED, REVIEW_CANCELLED } from '../../core/events/reviews';
import { forThisSitting, papersMissing, papersReceived, papersWanted } from '../../core/reviews/papers';
import { invitedSince } from '../../core/reviews/planning';
import { lastOf, planThatStands, takenIn } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { TemplateShelf } from '../../documents/template/shelf';
import type { ReviewMoment } from '../../documents/template/template';
import { latestDocuments } from '../../store/outbox/document-log';
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

/** True if a document of a moment was sent since a day. */
function wasTold(of: LetterCase, { templates }: TemplateShelf, moment: string, since: IsoDate): boolean {
  const names = new Set([...templates.values()].flatMap((each) => (each.moment === moment ? each.name : [])));
  return latestDocuments(of.unit.db, of.child.id, -1).some(
    ({ template, period, review, sentOn }) =>
      names.has(template) &&
      sentOn !== null &&
      sentOn >= since &&
      period === of.period &&
      review === of.number,
  );
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
    ...{ word: 'papers', words: 'a reminder of papers that have not come', isOfHeld: false, of: ['papers'] },
    isOwed: (of, shelf) => {
      const due = isPlanned(of) ? papersDue(of, of.plan) : null;
      const wanted = papersWanted(of.child.born, of.plan?.meeting ?? of.day);
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
