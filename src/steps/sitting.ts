/** What cannot be of a review as it is typed, and what is worth saying of it before it is saved. Pure. */
import { whyAMeetingIsNormal } from '../core/checks/review-on-papers';
import { isAbsent, lateDuty, type Sat } from '../core/checks/sitting';
import { iroOn, irosOf } from '../core/children/iro-record';
import type { Duty } from '../core/engine/duty';
import type { Moment, Story } from '../core/engine/moment';
import type { Fact } from '../core/events/fact';
import { listOf } from '../core/events/lists';
import type { Subject } from '../core/events/objection';
import { EXIT_REVIEW_HELD } from '../core/events/reviews';
import { listed } from '../core/in-words';
import { reviewOwed } from '../core/reviews/planning';
import { isUnseen } from '../core/reviews/seen-before';
import { leftOpen, MATTER_WORDS, type ToConsider } from '../core/reviews/what-to-consider';
import { daysBetween, type IsoDate, longDate, plainDate } from '../core/time/dates';
import type { Refusal } from './step';

/** Why there is no ending to review. */
export const notEnded = ({ ref }: Subject, on: IsoDate): Refusal => [
  `${ref} had not ceased to be looked after by ${plainDate(on)}, so there is no ending to review.`,
  `If care has ended: irotool child left ${ref} --unplanned`,
];

/** Days without adjourning come before the last one, in the same period of care, or after its ending. */
export function alsoSatObjection(
  { ref }: Subject,
  alsoSat: readonly IsoDate[],
  story: Story,
  { on, period: at, fact }: Moment,
): Refusal | null {
  const period = story.periods[at!]!;
  const isExit = fact.kind === EXIT_REVIEW_HELD.kind;
  const from = isExit ? period.to! : period.from;
  const wrong = alsoSat.find((day) => day >= on || day < from);
  if (wrong === undefined) return null;
  const why =
    wrong >= on
      ? `is not before ${plainDate(on)}, the day it was completed`
      : `is before ${plainDate(from)}, when care ${isExit ? 'ended' : 'began'}`;
  return [`${ref}: ${plainDate(wrong)} (--also-sat) ${why}.`, 'Check the dates.'];
}

/** The next meeting comes after this review, and before a review is due: a later one takes its reasons. */
export function nextMeetingObjection(
  { ref }: Subject,
  meeting: IsoDate,
  on: IsoDate,
  duties: readonly Duty[],
  today: IsoDate,
): Refusal | null {
  if (meeting <= on) {
    return [
      `${ref}: ${plainDate(meeting)} (--next-meeting) is not after this review, of ${plainDate(on)}.`,
      'Check both dates.',
    ];
  }
  const due = reviewOwed(duties, today);
  if (!due || meeting <= due.due) return null;
  return [
    `${ref}: ${longDate(meeting)} (--next-meeting) is after ${longDate(due.due)}, when "${due.rule.duty}" is due.`,
    `Choose an earlier day, or leave it out and then: irotool review plan ${ref} --late-because "…" --agreed-by NAME`,
  ];
}

/** What was typed that the facts do not say, and how colleagues are called. */
interface Typed {
  /** Those who came: tags or names. */
  readonly attended: readonly string[];
  /** Of children under four: how the IRO saw them, or `no`. */
  readonly iroSaw: string | undefined;
  colleague(id: number): string | null;
}

/** Gaps and consequences of a review that was held, none of which refuses it. */
export const sittingNotes = (sat: Sat, typed: Typed): string[] =>
  [
    nearNote(sat),
    chairNote(sat, typed),
    ...attendedNotes(sat, typed.attended),
    papersNote(sat),
    ...consideredNotes(sat),
    ...decisionNotes(sat.decisions),
    lateNote(sat),
    unseenNote(sat, typed.iroSaw),
  ].filter((note) => note !== null);

/** Two reviews nearer than this are asked about: more often they are one, entered twice. */
const NEAR = 7;

/** Another review within a week: one entered again on another day, or one that sat on several. */
function nearNote({ child, story, sitting: { on, period: of } }: Sat): string | null {
  const near = story.moments.find(
    ({ counts, fact, period, on: day }) =>
      counts &&
      fact.kind === 'review-held' &&
      period === of &&
      day !== on &&
      Math.abs(daysBetween(day, on)) <= NEAR,
  );
  if (!near) return null;
  return `A review of ${child.ref} is recorded as held on ${longDate(near.on)} too. If the two are one, strike one out (irotool strike ${near.fact.id} --why "…"); one that sat on several days is recorded with --also-sat.`;
}

/** A substitute chairs: the case stays where it was. */
function chairNote({ child, facts, story, sitting }: Sat, { colleague }: Typed): string | null {
  const { chair } = facts[0]!.attributes;
  const iro = iroOn(irosOf(story), sitting.period!, sitting.on)?.iro ?? null;
  if (chair === undefined || iro === Number(chair)) return null;
  const [name, allocated] = [colleague(Number(chair)), iro === null ? null : colleague(iro)];
  return allocated === null
    ? `${child.ref} had no IRO: ${name} chaired without being allocated.`
    : `${name} chaired. ${allocated} is still the IRO of ${child.ref}, and is sent the record.`;
}

/** Participation codes that say that the child was there. A child under 4 may have been, or not. */
const THERE: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN4']);

/** What the code and the list of those who came say differently of the child, and who is not this child's. */
function attendedNotes({ child, code = '', facts }: Sat, attended: readonly string[]): string[] {
  const { attributes } = facts[0]!;
  const refs = listOf(attributes.attended);
  const notes: string[] = [];
  if (isAbsent(code) && refs.includes('child')) {
    notes.push(`${code} says that the child was not there, and --attended that they came.`);
  }
  if (isAbsent(code) && attributes['child-chaired'] === 'yes') {
    notes.push(`${code} says that the child was not there, and --child-chaired that they chaired.`);
  }
  if (attended.length === 0) return notes;
  if (!refs.includes('child') && THERE.has(code)) {
    notes.push(`${code} says that the child was there, and --attended does not name them.`);
  }
  // By number: a name that was typed is not repeated.
  const others = attended.filter((typed) => typed.toLowerCase() !== 'child').length;
  const here = refs.filter((ref) => ref !== 'child').length;
  if (here < others) {
    const what = others - here === 1 ? '1 of those who came is' : `${others - here} of those who came are`;
    notes.push(`${what} not among the people of ${child.ref}, and not recorded there.`);
  }
  return notes;
}

function papersNote({ facts, story, sitting }: Sat): string | null {
  const why = facts[0]!.attributes.meeting === 'no' ? whyAMeetingIsNormal(story, sitting.on) : null;
  if (why === null) return null;
  const reason =
    why === 'not-decided'
      ? 'no decision is recorded that not every review needs one (irotool review no-meeting)'
      : 'the child is not in designated long-term fostering of more than a year';
  return `A review is normally a meeting: ${reason} (Children Act 1989 guidance, volume 2, para 4.17).`;
}

/** `staying put (the first review after 16)`: matters of one reason with that reason once. */
const byReason = (matters: readonly ToConsider[]): string =>
  [...new Set(matters.map(({ because }) => because))]
    .map((reason) => {
      const ofIt = matters.filter(({ because }) => because === reason);
      return `${ofIt.map(({ matter }) => MATTER_WORDS[matter]).join('; ')} (${reason})`;
    })
    .join('; ');

/** What the review had to consider, and of which it is not said that it did, nor why not. */
function consideredNotes({ child, toConsider, facts, sitting }: Sat): string[] {
  if (toConsider.length === 0) return [];
  const { considered, 'not-considered': notConsidered } = facts[0]!.attributes;
  const notes: string[] = [];
  const open = leftOpen(toConsider, considered, notConsidered);
  if (considered === undefined && notConsidered === undefined) {
    notes.push('What it considered is not recorded (--considered all, or a list).');
    const own = toConsider.filter(({ because }) => because !== null);
    const besides = own.length === toConsider.length ? 'It' : 'Besides what every review considers, this one';
    if (own.length > 0) notes.push(`${besides} had to consider: ${byReason(own)}.`);
  } else if (open.length > 0) {
    // By the words that --considered and --not-considered take.
    const what = listed(open.map(({ matter }) => matter));
    notes.push(`Not recorded as considered, nor why not: ${what}.`);
  }
  if (sitting.meeting!.number === 3 && toConsider.some(({ matter }) => matter === 'parallel-plan')) {
    notes.push(
      `If permanence is not reached by this third review, the manager endorses why: irotool review after ${child.ref} --endorsed-by NAME`,
    );
  }
  return notes;
}

/** Decisions of which it is not said who carries them out, or by when. */
function decisionNotes(facts: readonly Fact[]): string[] {
  const open = facts.filter(({ attributes }) => attributes.kind !== 'adoption-panel');
  const without = (name: string): string =>
    open.flatMap(({ attributes }) => (attributes[name] === undefined ? attributes.ref : [])).join(', ');
  const notes = [
    ['Who carries it out', without('owner')],
    ['By when', without('by')],
  ];
  return notes.flatMap(([what, refs]) => (refs ? [`${what} is not recorded: ${refs}.`] : []));
}

/** Held after its day, and why is not known: not said now, nor when it was planned, nor by an adjournment. */
function lateNote(sat: Sat): string | null {
  const { number, 'late-because': because, 'agreed-by': agreedBy } = sat.facts[0]!.attributes;
  // If earlier reviews are not recorded, it is not known when this one was due.
  const late = number === undefined ? lateDuty(sat) : null;
  const missing = [
    ...(because === undefined ? ['why it was later (--late-because "…")'] : []),
    ...(agreedBy === undefined ? ['who agreed (--agreed-by NAME)'] : []),
  ];
  if (late === null || missing.length === 0) return null;
  return `It was due by ${longDate(late.due)}. Not recorded: ${missing.join(', ')}.`;
}

/** What is worth saying of a child under four if it is not said that the IRO saw them. */
function unseenNote({ child: { ref }, code, sitting, duties }: Sat, word: string | undefined): string | null {
  if (word === 'no' || code !== 'PN0' || !isUnseen(sitting.on, duties)) return null;
  return `${ref} is under 4, and that the IRO saw the child is not recorded, so it is missed. If the IRO did: --iro-saw observed, or irotool review prepare ${ref} --seen DATE; if it was inappropriate: --iro-saw inappropriate.`;
}
