/**
 * The one thing to do next of a child’s conferences: what their steps ask, in the order in which they are taken, with the
 * days of the duties that they meet; what should have been done by now comes first. Pure.
 */
import type { Duty } from '../../core/engine/duty';
import { isStillOwed } from '../../core/engine/standing';
import {
  CONFERENCE_EXPLAINED,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_REPORT_ASKED,
  CONFERENCE_REPORT_RECEIVED,
  CONFERENCE_REPORTS_SHARED,
  CONFERENCE_SUPPORT_REMINDED,
} from '../../core/events/protection/conference';
import type { IsoDate } from '../../core/time/dates';
import { AFTER_CONFERENCE_HELD, type OfHeldConference } from '../conference/after';
import type { OfConference } from '../conference/case';
import { HOLD_INITIAL, HOLD_REVIEW } from '../conference/held';
import { EXCLUDE, PARTICIPANTS } from '../conference/participants';
import { PLAN_INITIAL, PLAN_REVIEW } from '../conference/plan';
import { REPORTS } from '../conference/reports';
import type { Case, Step } from '../step';
import { choicesOf, commandOfStep } from './command';

/** What is to be done, who does it, by when if a day is known, and what to type. */
export interface NextOfConference {
  readonly what: string;
  readonly who: string;
  readonly due: IsoDate | null;
  readonly command: string;
  /** What the capitals of the command stand for, if they are one of a few words. */
  readonly choices: string | null;
}

const of = (
  steps: readonly Step<OfConference>[],
  { kind }: { readonly kind: string },
): Step<OfConference>[] => steps.filter(({ event }) => event.kind === kind);

/** Before a conference that is planned, in the order in which they are taken. */
const BEFORE = [
  ...of(PARTICIPANTS, CONFERENCE_INVITATIONS_SENT),
  ...of(REPORTS, CONFERENCE_REPORT_ASKED),
  ...of(PARTICIPANTS, CONFERENCE_SUPPORT_REMINDED),
  ...of(REPORTS, CONFERENCE_REPORTS_SHARED),
  ...of(PARTICIPANTS, CONFERENCE_EXPLAINED),
  ...of(REPORTS, CONFERENCE_REPORT_RECEIVED),
];

/** `coming` is null if no conference can come; `last` is the last that was held; `left` is left for later, by its commands. */
export function nextOfConferences(
  coming: OfConference | null,
  last: OfHeldConference | null,
  duties: readonly Duty[],
  today: IsoDate,
  left: ReadonlySet<string> = new Set(),
): NextOfConference | null {
  const ask = <C extends Case>(
    steps: readonly Step<C>[],
    itsCase: C | null,
    day: IsoDate | null = null,
  ): NextOfConference[] =>
    itsCase === null ? [] : steps.flatMap((step) => asked(step, itsCase, day, duties, today) ?? []);
  const isNow = coming?.plan != null && coming.plan.meeting <= today;
  const isInitial = coming?.conference.number === 0;
  const holding = [isInitial ? HOLD_INITIAL : HOLD_REVIEW];
  const planning = [isInitial ? PLAN_INITIAL : PLAN_REVIEW];
  const day = coming?.plan?.meeting ?? null;
  const ahead = isNow ? [] : ask([...planning, ...(coming?.plan ? BEFORE : [])], coming, day);
  const held = isNow || !coming?.plan ? [] : ask(holding, coming, day);
  const after = ask(AFTER_CONFERENCE_HELD, last);
  // A new initial conference has its day by law: what no day is set for of the one before waits for what comes before it.
  const [first] = isInitial ? ahead : [];
  const isSooner = ({ due }: NextOfConference): boolean =>
    first === undefined || (due !== null && (first.due === null || due <= first.due));
  const all = [
    ...(isNow ? ask(holding, coming) : []),
    ...ask(EXCLUDE, coming),
    ...after.filter(isSooner),
    ...ahead,
    ...after.filter((each) => !isSooner(each)),
    ...held,
  ].filter(({ command }) => !left.has(command));
  const [late] = all
    .filter(({ due }) => due !== null && due <= today)
    .sort((a, b) => (a.due! < b.due! ? -1 : a.due! > b.due! ? 1 : 0));
  return late ?? all[0] ?? null;
}

/** What one step asks of its case; null if that is nothing. `day` is the day of the meeting that it comes before. */
function asked<C extends Case>(
  step: Step<C>,
  itsCase: C,
  day: IsoDate | null,
  duties: readonly Duty[],
  today: IsoDate,
): NextOfConference | null {
  const toDo = (step.isOwed?.(itsCase) ?? true) ? step.next?.(itsCase, today) : null;
  if (!toDo) return null;
  const duty = duties.find(
    ({ rule, ...each }) => rule.metBy[0]?.kind === step.event.kind && isStillOwed({ rule, ...each }, today),
  );
  const { typed = {} } = toDo;
  return {
    ...{ what: toDo.what, who: duty?.rule.who ?? toDo.who, due: toDo.due ?? duty?.due ?? day },
    command: commandOfStep(step, itsCase.again, typed),
    choices: choicesOf(step, typed),
  };
}
