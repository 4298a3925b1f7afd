/** What `child show` says at once: what is to be done, and each review of this period of care in a line. */
import { type ReviewHead, reviewHead } from '../../cases/review/account';
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import {
  type ActionJson,
  type DeadlineJson,
  deadlineOn,
  isDeadlineOfLaw,
  isOpen,
  type Standing,
} from '../../core/engine/standing';
import { type ReviewRecord, reviewRecords, sittingOf } from '../../core/reviews/record';
import { isOfReview } from '../../core/rules/by-purpose';
import { daysBetween, type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { codeLabel } from '../../law/shipped';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { ListedChild } from '../../store/children';
import { placeWords } from '../../ui/plan-words';
import { indented, inRows, type Part, section } from '../../ui/rows';
import { count, dayIn, lateness, listed, whoActs } from '../../ui/words';
import { meetingAfterLimit } from '../after-limit';
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
    .map((duty) => deadlineOn(duty, today, unit.engine.calendars.statutory))
    .filter(({ standing }) => isOpen(standing))
    .sort((one, other) => rank(one, today) - rank(other, today) || (one.due < other.due ? -1 : 1));
  const rows = (width: number): string[][] => [
    ...owed.map((deadline) => [
      hasDied ? 'to be completed' : stateWords(deadline, today),
      isDeadlineOfLaw(deadline, today) ? 'LAW' : '',
      deadlineWords(unit, deadline, width),
      whoActs(deadline.who, child),
    ]),
    ...actions.map((action) => ['to settle', '', actionWords(action, today), whoActs(action.who, child)]),
  ];
  if (owed.length + actions.length === 0) return ['', 'TO DO', ' Nothing.'];
  return ['', 'TO DO', inRows(rows, [{ whole: true }, {}, { wraps: true, min: 24 }, {}])];
}

const rank = (deadline: DeadlineJson, today: IsoDate): number =>
  deadline.standing === 'overdue' ? (isDeadlineOfLaw(deadline, today) ? 0 : 1) : 2;

function stateWords({ standing, due, daysLeft, workingDaysLeft }: DeadlineJson, today: IsoDate): string {
  if (standing === 'overdue' || daysLeft === 0) return lateness(workingDaysLeft, daysLeft);
  return dayIn(due, today);
}

/** The meeting that is planned: when, where and how far off. */
export function meetingWords({ context, unit, reckoning }: InBrief): string | null {
  const record = reviewRecords(reckoning.story).at(-1);
  const { meeting, heldOn, time, venue, mode } = reviewHead({
    record: record ?? { period: 0, number: null, moments: [] },
    sitting: record ? sittingOf(record) : null,
    personName: () => null,
  });
  if (meeting === null || heldOn !== null) return null;
  const { today } = context;
  const { statutory } = unit.engine.calendars;
  const when = time === null ? longDate(meeting) : `${longDate(meeting)}, ${sayTime(time)}`;
  const away = lateness(statutory.workingDaysBetween(today, meeting), daysBetween(today, meeting));
  const where = placeWords(venue, mode);
  const after = meetingAfterLimit(reckoning.duties, record?.number ?? null, meeting, today, statutory);
  return [when, where, meeting < today ? 'was it held?' : away, after].filter(Boolean).join(', ');
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
  const duties = reckoning.duties.filter(({ arose }) => arose >= period.from);
  const newest = records.toReversed();
  const rows = newest.slice(0, TOLD).map((record) => reviewRow(brief, record, duties));
  const earlier = newest.slice(TOLD);
  const late = earlier.filter((record) => heldLate(deadlinesOf(brief, record, duties)) !== undefined).length;
  return [
    ...section('REVIEWS', rows, [{}, { whole: true }, {}, { min: 12 }, { wraps: true, min: 16 }]),
    ...(earlier.length === 0
      ? []
      : [
          indented(
            `${earlier.length} earlier, ${late === 0 ? 'none held late' : `${late} held late`}: irotool review list ${child.ref}`,
            1,
          ),
        ]),
  ];
}

/** A deadline of a review: the review's own, or a step of it. */
interface OfReview {
  readonly isReview: boolean;
  readonly deadline: DeadlineJson;
}

/** What is counted of a review; the review of an unplanned ending has no number to know its steps by. */
function deadlinesOf(
  { context, unit }: InBrief,
  { number }: ReviewRecord,
  duties: readonly Duty[],
): OfReview[] {
  return duties
    .filter(({ review }) => number !== null && review === number)
    .map((duty) => ({
      isReview: isOfReview(duty.rule),
      deadline: deadlineOn(duty, context.today, unit.engine.calendars.statutory),
    }));
}

/** The limit that the review was held after; undefined if it was held in time. */
const heldLate = (all: readonly OfReview[]): DeadlineJson | undefined =>
  all.find(({ isReview, deadline }) => isReview && deadline.standing === 'late')?.deadline;

function reviewRow(brief: InBrief, record: ReviewRecord, duties: readonly Duty[]): string[] {
  const { today } = brief.context;
  const head = reviewHead({ record, sitting: sittingOf(record), personName: () => null });
  const all = deadlinesOf(brief, record, duties);
  const steps = all.filter(({ isReview }) => !isReview).map(({ deadline }) => deadline.standing);
  const day = head.heldOn ?? head.meeting;
  return [
    record.number === null ? 'exit' : String(record.number),
    day === null ? '' : dayIn(day, today),
    heldWords(brief, head, all),
    head.code === null ? '' : (codeLabel('participation', head.code) ?? head.code),
    stepsWords(steps, head.heldOn !== null),
  ];
}

/** `in time`, `LATE 15` in working days, `planned`. */
function heldWords({ unit }: InBrief, { heldOn, meeting }: ReviewHead, all: readonly OfReview[]): string {
  if (heldOn === null) return meeting === null ? 'to be planned' : 'planned';
  const late = heldLate(all);
  if (late) return `LATE ${unit.engine.calendars.statutory.workingDaysBetween(late.due, late.metOn!)}`;
  return all.some(({ isReview }) => isReview) ? 'in time' : 'held';
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
  return parts.length === 0 ? 'all steps in time' : `steps: ${listed(parts)}`;
}
