/** A complaint about an independent reviewing officer (IRO) or a review, and its answer. */
import type { Complaint } from '../core/children/complaints';
import { COMPLAINT_ANSWERED, COMPLAINT_MADE } from '../core/events/matters/followed-up';
import { type IsoDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, stepsOf } from './step';

/** A child, and the review that a complaint is about or the complaint that is answered. */
export interface OfComplaint extends Case {
  /** As the event has it; null if the complaint is about the IRO alone. */
  readonly review: string | null;
  /** It was neither typed nor chosen, but is the latest. */
  readonly isGuess: boolean;
  readonly answered: Complaint | null;
}

const step = stepsOf<OfComplaint>();

export const COMPLAINT = [
  step(COMPLAINT_MADE, {
    what: 'Complaint',
    byAny: true,
    often: true,
    numbered: 'C',
    flags: {
      from: flag('--from <name>', 'who complains', {
        ask: 'Who complains? (child, mother, or a name)',
        askAlways: true,
      }),
      about: flag('--about <text>', 'of what', { ask: 'Of what?', askAlways: true }),
      aboutReview: flag('--review <number>', 'about which review (the latest); exit, or none: about the IRO'),
    },
    otherwise: { aboutReview: ({ of }) => of.review },
    notWith: [COMPLAINT_ANSWERED, 'A complaint and an answer are recorded one at a time.'],
    words: ({ ref, from, aboutReview }, { someone }) =>
      `complaint ${ref} made${from === null ? '' : ` by ${someone(from)}`}${aboutReview === null ? '' : `, about ${reviewWords(aboutReview)},`}`,
    notes: ({ aboutReview }, { of: { again, isGuess } }) => [
      isGuess
        ? `${again}/${aboutReview} is the latest review. Of another: --review N; about the IRO alone: --review none`
        : null,
    ],
    afterwards: ({ ref, aboutReview }, { of: { again } }) => [
      aboutReview === null ? null : `It shows on: irotool review show ${again} --review ${aboutReview}`,
      `Once it is answered: irotool iro complaint ${again} --answered ${ref}`,
    ],
  }),
  step(COMPLAINT_ANSWERED, {
    what: 'Complaint answered',
    takenBy: { flag: flag('--answered <n>', 'that complaint was answered') },
    often: true,
    flags: { outcome: flag('--outcome <text>', 'with what outcome') },
    otherwise: { ref: ({ of }) => of.answered!.ref },
    words: ({ ref }) => `complaint ${ref} answered`,
    notes: (_, { of: { answered } }) => [
      answered?.answeredOn ? `It was answered on ${plainDate(answered.answeredOn)} too.` : null,
    ],
    refusal: answeredTooEarly,
  }),
];

const reviewWords = (review: number | 'exit'): string =>
  review === 'exit' ? 'the review of an unplanned ending' : `review ${review}`;

function answeredTooEarly(
  { on }: { readonly on: IsoDate },
  { of: { answered } }: Around<OfComplaint>,
): Refusal | null {
  if (!answered || on >= answered.madeOn) return null;
  const { ref, madeOn } = answered;
  return [`complaint ${ref} was made on ${plainDate(madeOn)}, after ${plainDate(on)}.`, 'Check --on.'];
}
