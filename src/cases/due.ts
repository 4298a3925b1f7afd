/**
 * What `due` found, in the words that its list, its rows and its JSON share.
 */
import type { Unit } from '../context';
import { SAY_WHAT_HAPPENED_WORDS } from '../core/engine/actions';
import { ASKED } from '../core/engine/asked';
import type { actionJson } from '../core/engine/standing';
import { meetingAsked } from '../core/events/meetings';
import { withOwn } from '../core/in-words';
import { dayAndMonth, type IsoDate, longDate, yearOf } from '../core/time/dates';
import type { WhoseAgenda } from '../store/agenda/afresh';
import type { MeetingRow, ToPlanRow } from '../store/agenda/planned';
import type { AgendaAnswer, OpenAction, OpenDuty } from '../store/agenda/read';

/** What is shown: its days, and what they are called. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `this week`, `in 14 days`, for the heading and the totals. */
  readonly called: string;
  readonly overdueOnly: boolean;
}

export interface DueList {
  readonly window: Window;
  readonly answer: AgendaAnswer;
  readonly actions: readonly OpenAction[];
  /** What is still owed of children who died, if the list has them apart. */
  readonly afterDeath: { readonly duties: readonly OpenDuty[]; readonly actions: readonly OpenAction[] };
  /** Today's, if today is asked about. */
  readonly meetings: readonly MeetingRow[];
  /** Those planned for the later days that are asked about, in their order. */
  readonly ahead: readonly MeetingRow[];
  /** The reviews that no meeting is planned for. */
  readonly toPlan: readonly ToPlanRow[];
  /** Whose list it is. */
  readonly whose: WhoseAgenda;
  /** The same in words, for the heading; '' if it is everyone’s. */
  readonly whoseWords: string;
  /** What is to be known of children who are on nobody's list, in sentences. */
  readonly unplaced: readonly string[];
}

/** An action as JSON writes it, with its rule's words and source. */
export function wholeAction(unit: Unit, { action }: OpenAction): Parameters<typeof actionJson>[0] {
  const rule = unit.engine.rules.find((candidate) => candidate.id === action.id);
  const asked = ASKED[action.id];
  return {
    ...action,
    what: rule?.duty ?? asked?.what ?? SAY_WHAT_HAPPENED_WORDS,
    who: rule?.who ?? asked?.who ?? 'unit',
    source: rule?.source ?? [],
    force: rule?.force ?? null,
  };
}

/** An action in words, with which one it is. */
export function actionWhat(
  { engine }: Pick<Unit, 'engine'>,
  { id, ref }: Pick<OpenAction['action'], 'id' | 'ref'>,
): string {
  const what = engine.briefs.get(id)?.duty ?? ASKED[id]?.what ?? SAY_WHAT_HAPPENED_WORDS;
  return withOwn(what, ref);
}

/** What is asked once the day of a meeting has passed, the day in words; null of anything else that is asked. */
export function wasItHeld(id: string, day: string): string | null {
  const what = meetingAsked(id);
  return what === null
    ? null
    : `The ${what === 'review' ? 'meeting' : what} planned for ${day}: was it held?`;
}

/** `Monday 30 March to Sunday 5 April 2026`. */
export function windowWords({ from, to }: Window): string {
  if (from === to) return longDate(from);
  return `${yearOf(from) === yearOf(to) ? dayAndMonth(from) : longDate(from)} to ${longDate(to)}`;
}
