/** What stands on the wall: from the agenda and the plans that are kept. */
import type { Context, Unit } from '../../../context';
import { isOfLaw } from '../../../core/engine/standing';
import { addDays, type IsoDate } from '../../../core/time/dates';
import { childrenWithLaterFacts } from '../../../store/agenda/afresh';
import { meetingsBetween } from '../../../store/agenda/planned';
import { openDuties } from '../../../store/agenda/read';
import { figuresOf } from '../counting';
import {
  areOverdue,
  BOARD,
  BOARD_DAYS,
  BOARD_OVERDUE,
  type OnBoard,
  ofThisWeek,
  type When,
} from '../tables/board';
import { type Ahead, type AskedAhead, NO_TEAM, refOf } from './to-come';

const DAYS_OF_BOARD = 28;

/** What is late, what is for today, this week and the four weeks from today. */
export function board(
  { today }: Context,
  { db, engine }: Unit,
  { group, isOf, withThings }: AskedAhead,
): Ahead {
  const to = addDays(today, DAYS_OF_BOARD - 1);
  const later = childrenWithLaterFacts(db, engine, { today });
  const whenOf = (on: IsoDate): When =>
    on < today
      ? 'overdue'
      : on === today
        ? 'today'
        : on <= addDays(today, 6)
          ? 'this week'
          : 'next four weeks';
  const { duties } = openDuties(db, engine, { today, from: today, to, later });
  const all: OnBoard[] = [
    ...duties
      .filter(({ child }) => isOf(child))
      .map(({ child, rule, due, review, lawBy }) => ({
        ...{
          ref: refOf(child.ref, review),
          on: due,
          kind: rule.duty,
          iro: child.iro,
          ...NO_TEAM,
          when: whenOf(due),
        },
        what: rule.meeting === 'review' || rule.meeting === 'conference' ? rule.meeting : ('other' as const),
        isOfLaw: isOfLaw(due, lawBy, today),
      })),
    ...meetingsBetween(db, { today, from: today, to, later })
      .filter(({ child }) => isOf(child))
      .map(({ child, day, what, review, chair }) => ({
        ...{ ref: refOf(child.ref, review), on: day, kind: what, iro: chair, ...NO_TEAM, when: whenOf(day) },
        what: 'meeting' as const,
        isOfLaw: false,
      })),
  ];
  return {
    to,
    tables: [
      figuresOf(BOARD, all, group, withThings),
      figuresOf(BOARD_DAYS, ofThisWeek(all), null, withThings),
      figuresOf(BOARD_OVERDUE, areOverdue(all), null, withThings),
    ],
  };
}
