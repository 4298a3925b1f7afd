/** The meeting of an invitation as a calendar file: the same meeting for one reader through all its changes. */
import { createHash } from 'node:crypto';
import type { Context } from '../../context';
import { calendarFile } from '../../documents/calendar-file';
import type { Mailbox } from '../../documents/draft';
import { databaseNumber } from '../../store/document-log';
import { isOnPapers } from './choice';
import { tellsOfCancelling } from './data-meeting';
import type { Letter } from './made';

/** How long a review is put down for. */
const MINUTES = 60;

interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** The calendar part of a document; null where it has none. */
export function calendarOf(context: Context, letter: Letter, organizer: Mailbox): CalendarPart | null {
  const method = methodOf(letter);
  const { review, recipient, venue } = letter;
  const plan = review.plan ?? review.plans.at(-1);
  if (method === null || !plan || plan.time === null) return null;
  const content = calendarFile({
    method,
    uid: uidOf(letter),
    sequence: sequenceOf(letter),
    start: { date: plan.meeting, time: plan.time },
    minutes: MINUTES,
    summary: `${review.child.ref}: review meeting`,
    location: venue,
    description: `Our reference: ${review.label}`,
    organizer,
    attendee: recipient.email,
    stamp: context.io.now(),
  });
  return { method, content };
}

function methodOf({ template }: Letter): CalendarPart['method'] | null {
  if (tellsOfCancelling(template.name)) return 'CANCEL';
  if (template.name.startsWith('meeting-changed')) return 'REQUEST';
  return template.kind === 'invitation' && !isOnPapers(template) ? 'REQUEST' : null;
}

/** The same for one reader of one review in this database, whatever becomes of the meeting; it tells nothing. */
function uidOf({ review, recipient }: Letter): string {
  const { unit, child, period, number } = review;
  const of = [databaseNumber(unit.db), child.id, period, number ?? 'exit', recipient.tag];
  return `${createHash('sha256').update(of.join('/')).digest('hex').slice(0, 32)}@irotool`;
}

/** One more for each plan and each cancellation before. */
function sequenceOf({ review }: Letter): number {
  const kinds = review.record.moments.map(({ fact }) => fact.kind);
  return kinds.filter((kind) => kind === 'review-planned' || kind === 'review-cancelled').length - 1;
}
