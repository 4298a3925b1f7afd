/** The one table of what a review needs: each step with its state, the day it is due and the day it was done. */
import type { ReviewRead } from '../../cases/review/reading';
import { type DeadlineJson, isDeadlineOfLaw, isOpen, type Standing } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import type { Engine } from '../../store/agenda/reckoning';
import { farOff } from '../../ui/lateness';
import { inRows, type Part } from '../../ui/rows';
import { LATE, LAW, lawWord, TODAY } from '../../ui/states';
import { count, dayIn, WIDE, whoActs } from '../../ui/words';
import { deadlineWords, lateOnWords, standingWords } from '../standing-words';

const STATES: Readonly<Record<Standing, string>> = {
  met: 'done',
  late: 'done',
  overdue: LATE,
  upcoming: 'to do',
  deemed: 'agreed',
  lapsed: 'lapsed',
  missed: 'MISSED',
  ended: 'ended',
};

const isToday = ({ standing, daysLeft }: DeadlineJson): boolean => standing === 'upcoming' && daysLeft === 0;

/** The steps by the day they are due, with who acts for what is open. */
export function stepParts(
  deadlines: readonly DeadlineJson[],
  { today, reckoning, child, personName, iro, unit }: ReviewRead,
): Part[] {
  if (deadlines.length === 0) return [];
  const hasDied = reckoning.standing.diedOn !== null;
  const acts = { iro: personName(iro), socialWorker: child.socialWorker };
  const rows = (width: number): string[][] =>
    deadlines.map((deadline) => [
      isToday(deadline) && !hasDied
        ? TODAY
        : hasDied && isOpen(deadline.standing)
          ? 'owed'
          : STATES[deadline.standing],
      deadlineWords(unit, deadline, width),
      lawWord(isDeadlineOfLaw(deadline, today)),
      dayIn(deadline.due, today),
      doneWords({ engine: unit.engine, hasDied, width }, deadline, today),
      isOpen(deadline.standing) ? whoActs(deadline.who, acts) : '',
    ]);
  const columns = [
    { whole: true },
    { wraps: true, min: 18 },
    {},
    { whole: true },
    { whole: true },
    {},
  ] as const;
  return ['', 'STEPS (working days)', inRows(rows, columns)];
}

interface Shown {
  readonly engine: Pick<Engine, 'calendars'>;
  readonly hasDied: boolean;
  readonly width: number;
}

/** When it was done, and how late; or how late it is; of what is still to come, only what must be known of its date. */
function doneWords({ engine, hasDied, width }: Shown, deadline: DeadlineJson, today: IsoDate): string {
  const { standing, metOn } = deadline;
  const words = standingWords(deadline, today, hasDied);
  const flags = /\(.*\)$/.exec(words)?.[0] ?? '';
  // `, 2 days late`; where there is little room `, late 2`.
  const lateBy = (): string => {
    const late = lateOnWords(engine, deadline, metOn!);
    return `, ${width < WIDE ? late.replace(/^(\S+) .*$/, 'late $1') : late}`;
  };
  switch (standing) {
    case 'overdue':
      return hasDied ? words : [farOff(deadline), flags].filter(Boolean).join(' ');
    case 'met':
    case 'late':
      return [dayIn(metOn!, today) + (standing === 'late' ? lateBy() : ''), flags].filter(Boolean).join(' ');
    case 'upcoming':
    case 'missed':
    case 'ended':
      return flags;
    default:
      return words;
  }
}

/** `2 steps late, 1 of them a limit of LAW. 1 due today, 3 to come.` Null if nothing is owed. */
export function owedWords(deadlines: readonly DeadlineJson[], today: IsoDate): string | null {
  const open = deadlines.filter(({ standing }) => isOpen(standing));
  const late = open.filter(({ standing }) => standing === 'overdue');
  const law = late.filter((deadline) => isDeadlineOfLaw(deadline, today)).length;
  const dueToday = open.filter(isToday).length;
  const toCome = open.length - late.length - dueToday;
  if (open.length === 0) return null;
  const parts = [
    late.length === 0
      ? ''
      : `${count(late.length, 'step')} late${law === 0 ? '' : `, ${law} past a limit of ${LAW}`}`,
    dueToday === 0 ? '' : `${dueToday} due today`,
    toCome === 0 ? '' : `${toCome} to come`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
