/** What `child show` says at once: what is to be done, and each review of this period of care in a line. */
import { type ReviewHead, reviewHead } from '../../cases/review/account';
import type { Context, Unit } from '../../context';
import type { PlannedMeeting } from '../../core/engine/plan-by';
import {
  type ActionJson,
  type DeadlineJson,
  deadlineOn,
  isDeadlineOfLaw,
  isStillOwed,
  type Standing,
} from '../../core/engine/standing';
import { MEETING_KINDS, type MeetingKind } from '../../core/events/meetings';
import { type ReviewRecord, reviewRecords, sittingOf } from '../../core/reviews/record';
import { isOfReview } from '../../core/rules/by-purpose';
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { codeInShort, codeWords } from '../../law/shipped';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { ListedChild } from '../../store/children';
import { farOff, latenessOn } from '../../ui/lateness';
import { placeWords } from '../../ui/plan-words';
import { type Column, indented, inRows, type Part, rowLines } from '../../ui/rows';
import { lawWord } from '../../ui/states';
import { count, dayIn, WIDE, whoActs } from '../../ui/words';
import { meetingAfterLimit } from '../after-limit';
import { type DeadlineOfReview, deadlinesOf, inTime } from '../review/in-time';
import { deadlineWords } from '../standing-words';
import { actionWords } from './record';

export interface InBrief {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: ListedChild;
  readonly reckoning: Reckoning;
}

/** Everything that is owed: what is late first, and of it what the law asks; then by day. What has no day comes last. */
export function toDoParts(brief: InBrief, actions: readonly ActionJson[]): Part[] {
  const { context, unit, child, reckoning } = brief;
  const { today } = context;
  const hasDied = reckoning.standing.diedOn !== null;
  const owed = reckoning.duties
    .filter((duty) => isStillOwed(duty, today))
    .map((duty) => deadlineOn(duty, today, unit.engine.calendars.statutory))
    .sort((one, other) => rank(one, today) - rank(other, today) || (one.due < other.due ? -1 : 1));
  // Of what is owed of several reviews it is said of which.
  const ofReview = ({ rule, review }: DeadlineJson): string =>
    review !== null && owed.filter((other) => other.rule === rule).length > 1 ? `, review ${review}` : '';
  const rows = (isWide: boolean, width: number): string[][] => [
    ...owed.map((deadline) => [
      ...whenDue(deadline, { today, hasDied, isWide }),
      lawWord(isDeadlineOfLaw(deadline, today)),
      `${deadlineWords(unit, deadline, width)}${ofReview(deadline)}`,
      whoActs(deadline.who, child),
    ]),
    ...actions.map((action) => [
      'to settle',
      ...(isWide ? ['', ''] : ['']),
      actionWords(action, today),
      whoActs(action.who, child),
    ]),
  ];
  if (owed.length + actions.length === 0) return ['', 'TO DO', ' Nothing.'];
  const laidOut: Part = (width) => {
    const isWide = width >= WIDE;
    const columns: Column[] = [
      { whole: true },
      ...(isWide ? [{ whole: true } as const] : []),
      ...[{}, { wraps: true, min: 18 } as const, {}],
    ];
    return rowLines(rows(isWide, width), columns, width);
  };
  return ['', 'TO DO (working days)', laidOut];
}

/** How late it is, or the day; where there is room both. */
function whenDue(
  { standing, due, ...left }: DeadlineJson,
  {
    today,
    hasDied,
    isWide,
  }: { readonly today: IsoDate; readonly hasDied: boolean; readonly isWide: boolean },
): string[] {
  const far = hasDied ? 'to be completed' : farOff(left);
  if (isWide) return [far, dayIn(due, today)];
  return [hasDied || standing === 'overdue' || left.daysLeft === 0 ? far : dayIn(due, today)];
}

const rank = (deadline: DeadlineJson, today: IsoDate): number =>
  deadline.standing === 'overdue' ? (isDeadlineOfLaw(deadline, today) ? 0 : 1) : 2;

/** What each meeting is called at the head. */
const CALLED: Readonly<Record<MeetingKind, string>> = {
  review: 'Next review',
  conference: 'Conference',
  'secure review': 'Secure review',
  'pathway review': 'Pathway review',
  'exit review': 'Exit review',
};

/** Every meeting that is planned, of whatever kind: what it is, and when, where and how far off. */
export function meetingRows(brief: InBrief): [label: string, words: string][] {
  const { meetings } = brief.reckoning;
  return MEETING_KINDS.flatMap((what): [string, string][] => {
    const { planned } = meetings[what];
    if (planned === null) return [];
    const label = what === 'review' && isAdoptionOwed(brief) ? 'Adoption review' : CALLED[what];
    return [[label, meetingWords(brief, what, planned)]];
  });
}

/** True if what the next review would meet is owed of an adoption review alone. */
function isAdoptionOwed({ context, unit, reckoning }: InBrief): boolean {
  const owed = reckoning.duties.filter((duty) => isOfReview(duty.rule) && isStillOwed(duty, context.today));
  return owed.length > 0 && owed.every(({ rule }) => unit.engine.briefs.get(rule.id)?.isAdoption === true);
}

function meetingWords(
  { context, unit, reckoning }: InBrief,
  what: MeetingKind,
  { day, time, venue, mode, review }: PlannedMeeting,
): string {
  const { today } = context;
  const when = time === null ? longDate(day) : `${longDate(day)}, ${sayTime(time)}`;
  const away = latenessOn(day, today, unit);
  const where = placeWords(venue, mode);
  const after = what === 'review' ? meetingAfterLimit(reckoning.duties, review, day, today) : null;
  return [when, where, day < today ? 'was it held?' : away, after].filter(Boolean).join(', ');
}

/** As many as are told in a line each; those before are told together. */
const TOLD = 4;

/** The reviews of this period of care, the newest first. */
export function reviewParts(brief: InBrief): Part[] {
  const { child, reckoning } = brief;
  const { story } = reckoning;
  const last = story.periods.length - 1;
  const period = story.periods[last];
  if (!period) return [];
  const records = reviewRecords(story).filter((record) => record.period === last);
  const newest = records.toReversed();
  if (newest.length === 0) return [];
  const rows = (width: number): string[][] =>
    newest.slice(0, TOLD).map((record) => reviewRow(brief, record, width));
  const earlier = newest.slice(TOLD);
  return [
    '',
    'REVIEWS',
    inRows(rows, [{}, { whole: true }, { whole: true }, { wraps: true, min: 12 }, { whole: true }]),
    ...(earlier.length === 0
      ? []
      : [
          indented(
            `${earlier.length} earlier${earlierWords(earlier, brief)} irotool review list ${child.ref}`,
            1,
          ),
        ]),
  ];
}

/** `: all held in time. To see them:`; of some no limit is known. */
function earlierWords(earlier: readonly ReviewRecord[], { unit, context, reckoning }: InBrief): string {
  const { today } = context;
  const all = earlier.map((record) => {
    const head = reviewHead({ record, sitting: sittingOf(record), personName: () => null });
    return head.heldOn === null
      ? null
      : inTime(unit, today, head, deadlinesOf(unit, today, reckoning, record));
  });
  const late = all.filter((each) => each?.isLate).length;
  if (late > 0) return `, ${late} held late:`;
  return all.every((each) => each?.words) ? ': all held in time. To see them:' : ', none held late:';
}

function reviewRow(brief: InBrief, record: ReviewRecord, width: number): string[] {
  const { today } = brief.context;
  const head = reviewHead({ record, sitting: sittingOf(record), personName: () => null });
  const all = deadlinesOf(brief.unit, brief.context.today, brief.reckoning, record);
  const steps = all.filter(({ isReview }) => !isReview).map(({ deadline }) => deadline.standing);
  const day = head.heldOn ?? head.meeting;
  return [
    record.number === null ? 'exit' : String(record.number),
    day === null ? '' : dayIn(day, today),
    heldWords(brief, head, all),
    head.code === null ? '' : (width < WIDE ? codeInShort : codeWords)('participation', head.code),
    stepsWords(steps, head.heldOn !== null),
  ];
}

/** `in time`, `LATE 15` in working days, `planned`. */
function heldWords({ unit, context }: InBrief, head: ReviewHead, all: readonly DeadlineOfReview[]): string {
  const { words, isLate } = inTime(unit, context.today, head, all);
  if (head.heldOn !== null) return words ?? 'held';
  if (head.meeting === null) return 'to be planned';
  return isLate ? words! : 'planned';
}

/** `4 of 7 steps to do, 1 late`; of one that was held, what was not done in time. */
function stepsWords(steps: readonly Standing[], isHeld: boolean): string {
  const of = (...wanted: readonly Standing[]): number => steps.filter((each) => wanted.includes(each)).length;
  const open = of('upcoming', 'overdue');
  const overdue = of('overdue');
  if (open > 0) {
    return `${open} of ${count(steps.length, 'step')} to do${overdue === 0 ? '' : `, ${overdue} late`}`;
  }
  if (!isHeld || steps.length === 0) return '';
  const [late, missed] = [of('late'), of('missed')];
  const parts = [late === 0 ? '' : `${late} late`, missed === 0 ? '' : `${missed} missed`].filter(Boolean);
  return parts.length === 0 ? 'all steps in time' : `steps: ${parts.join(', ')}`;
}
