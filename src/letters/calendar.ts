/** The meeting of an invitation as a calendar file: the same meeting for one reader through all its changes. */
import type { Context } from '../context';
import { calendarFile, MINUTES } from '../documents/calendar-file';
import { calendarUid } from '../documents/calendar-uid';
import type { Mailbox } from '../documents/draft';
import { chronologyOf } from '../store/chronology';
import { databaseNumber } from '../store/outbox/document-log';
import { ONLINE } from './data/meeting';
import type { Letter } from './letter-made';
import { isOnPapers } from './which-document';

interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** The calendar part of a document; null where it has none. */
export function calendarOf(context: Context, letter: Letter, organizer: Mailbox): CalendarPart | null {
  const method = methodOf(letter);
  const { review, recipient, link } = letter;
  const plan = review.plan ?? review.plans.at(-1);
  if (method === null || !plan || plan.time === null) return null;
  const content = calendarFile({
    method,
    uid: uidOf(letter),
    sequence: sequenceOf(letter),
    start: { date: plan.meeting, time: plan.time },
    minutes: MINUTES,
    summary: `${review.child.ref}: ${review.sort === 'conference' ? 'conference' : 'review meeting'}`,
    location: locationOf(letter),
    description: [`Our reference: ${review.label}`, ...(link === null ? [] : [`To join: ${link}`])].join(
      '\n',
    ),
    organizer,
    attendee: recipient.email,
    stamp: context.io.now(),
  });
  return { method, content };
}

/** The place and the link, of which a meeting may have one or both. */
function locationOf({ venue, link }: Letter): string | null {
  if (link === null || venue === link) return venue;
  return venue === null || venue === ONLINE ? link : `${venue}, ${link}`;
}

function methodOf({ template }: Letter): CalendarPart['method'] | null {
  if (template.moment === 'cancelled') return 'CANCEL';
  if (template.moment === 'changed') return 'REQUEST';
  return template.kind === 'invitation' && !isOnPapers(template) ? 'REQUEST' : null;
}

/** The same for one reader of one case in this database, whatever becomes of the meeting; it tells nothing. */
function uidOf({ review, recipient }: Letter): string {
  const { unit, child, period, inFile, sort } = review;
  const which = sort === 'review' ? [period, inFile] : [inFile];
  const of = [databaseNumber(unit.db), child.id, ...which, recipient.tag];
  return calendarUid(of);
}

/**
 * One more for each plan and each cancellation, and for one that was struck out: a calendar takes no
 * notice of a number lower than the one it has.
 */
function sequenceOf({ review }: Letter): number {
  const counting = review.record.moments.filter(({ fact }) => review.arrangedBy.includes(fact.kind)).length;
  const struck = chronologyOf(review.unit.db, review.child.id).filter(
    ({ kind, struckWhy }) => struckWhy !== null && review.arrangedBy.includes(kind),
  ).length;
  // One struck out was counted itself while it stood.
  return counting + 2 * struck - 1;
}
