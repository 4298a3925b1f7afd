/** What is worth saying of a review that was held: gaps and consequences, none of which refuses it. */
import type { Unit } from '../../../context';
import { whyAMeetingIsNormal } from '../../../core/checks/review-on-papers';
import { iroOn, irosOf } from '../../../core/children/iro-record';
import { plansOf, reviewRecords } from '../../../core/reviews/record';
import { leftOpen, MATTER_WORDS, type ToConsider } from '../../../core/reviews/what-to-consider';
import { daysBetween, longDate } from '../../../core/time/dates';
import { personById } from '../../../store/people/people';
import { listed } from '../../../ui/words';
import { decisionNotes } from '../decisions-typed';
import { attendedNotes } from './attended';
import { unseenNotes } from './seen';
import type { HeldFacts } from './several';
import type { TypedSitting } from './typed';

/** The notes on one child's review. */
export function notesOnHeld(unit: Unit, held: HeldFacts, typed: TypedSitting): string[] {
  return [
    ...nearNotes(held, typed),
    ...chairNotes(unit, held, typed),
    ...attendedNotes(held, typed),
    ...papersNotes(held, typed),
    ...consideredNotes(held, typed),
    ...decisionNotes(held.decisions),
    ...lateNotes(unit, held, typed),
    ...unseenNotes(held, typed.iroSaw),
  ];
}

/** Two reviews nearer than this are asked about: more often they are one, entered twice. */
const NEAR = 7;

/** Another review within a week: one entered again on another day, or one that sat on several. */
function nearNotes({ child, story, sitting }: HeldFacts, { on }: TypedSitting): string[] {
  const near = story.moments.find(
    ({ counts, fact, period, on: day }) =>
      counts &&
      fact.kind === 'review-held' &&
      period === sitting.period &&
      day !== on &&
      Math.abs(daysBetween(day, on)) <= NEAR,
  );
  if (!near) return [];
  return [
    `A review of ${child.ref} is recorded as held on ${longDate(near.on)} too. If the two are one, strike one out (irotool strike ${near.fact.id} --why "…"); one that sat on several days is recorded with --also-sat.`,
  ];
}

/** A substitute chairs: the case stays where it was. */
function chairNotes(unit: Unit, { child, story, sitting }: HeldFacts, { chair, on }: TypedSitting): string[] {
  if (!chair) return [];
  const number = iroOn(irosOf(story), sitting.period!, on)?.iro ?? null;
  if (number === chair.id) return [];
  const iro = number === null ? undefined : personById(unit.db, number);
  return iro
    ? [`${chair.name} chaired. ${iro.name} is still the IRO of ${child.ref}, and is sent the record.`]
    : [`${child.ref} had no IRO: ${chair.name} chaired without being allocated.`];
}

function papersNotes({ story }: HeldFacts, { onPapers, on }: TypedSitting): string[] {
  if (!onPapers) return [];
  const why = whyAMeetingIsNormal(story, on);
  if (why === null) return [];
  const reason =
    why === 'not-decided'
      ? 'no decision is recorded that not every review needs one (irotool review no-meeting)'
      : 'the child is not in designated long-term fostering of more than a year';
  return [`A review is normally a meeting: ${reason} (Children Act 1989 guidance, volume 2, para 4.17).`];
}

/** What the review had to consider, and of which it is not said that it did, nor why not. */
function consideredNotes(
  { child, toConsider, considered, sitting }: HeldFacts,
  typed: TypedSitting,
): string[] {
  if (toConsider.length === 0) return [];
  const notes: string[] = [];
  const open = leftOpen(toConsider, considered, typed.notConsidered);
  if (considered === undefined && typed.notConsidered === undefined) {
    const own = toConsider.filter(({ because }) => because !== null);
    notes.push('What it considered is not recorded (--considered all, or a list).', ...ownWords(own));
  } else if (open.length > 0) {
    // By the words that --considered and --not-considered take.
    const what = listed(open.map(({ matter }) => matter));
    notes.push(`Not recorded as considered, nor why not: ${what}.`);
  }
  if (sitting.meeting!.number === 3 && toConsider.some(({ matter }) => matter === 'parallel-plan')) {
    notes.push(
      `Where permanence is not reached by this third review, the manager endorses why: irotool review after ${child.ref} --endorsed-by NAME`,
    );
  }
  return notes;
}

/** What this review considers and others do not. */
function ownWords(own: readonly ToConsider[]): string[] {
  if (own.length === 0) return [];
  const what = own.map(({ matter, because }) => `${MATTER_WORDS[matter]} (${because})`);
  return [`Besides what every review considers, this one had to consider: ${what.join('; ')}.`];
}

/** Held after its day, and why is not known: not said now, nor when it was planned, nor by an adjournment. */
function lateNotes(unit: Unit, held: HeldFacts, { on, said, number }: TypedSitting): string[] {
  // Where earlier reviews are not recorded, it is not known when this one was due.
  if (number !== undefined) return [];
  const late = lateDuty(unit, held, on);
  if (late === null) return [];
  const missing = [
    ...(said['late-because'] === undefined ? ['why it was later (--late-because "…")'] : []),
    ...(said['agreed-by'] === undefined ? ['who agreed (--agreed-by NAME)'] : []),
  ];
  if (missing.length === 0) return [];
  return [`It was due by ${longDate(late.due)}. Not recorded: ${missing.join(', ')}.`];
}

/** The duty that the review met after its day, the first one; null where none, or where it is known why. */
export function lateDuty(
  unit: Unit,
  { reckoning, story, sitting }: Pick<HeldFacts, 'reckoning' | 'story' | 'sitting'>,
  on: HeldFacts['sitting']['on'],
): HeldFacts['reckoning']['duties'][number] | null {
  const late = reckoning.duties.find(
    ({ rule, metOn, due, began }) =>
      unit.engine.briefs.get(rule.id)?.isReview &&
      metOn === on &&
      due < on &&
      // Begun in time and adjourned: the adjournment has its own reason.
      (began === null || began > due),
  );
  if (!late) return null;
  const record = reviewRecords(story).find(
    ({ period, number }) => period === sitting.period && number === sitting.meeting!.number,
  );
  const isKnown = record !== undefined && plansOf(record).at(-1)?.lateBecause != null;
  return isKnown ? null : late;
}
