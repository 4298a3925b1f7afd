/** `due --json`. */
import { type DueList, wholeAction } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { actionJson, deadlineOn } from '../../core/engine/standing';
import type { ListedFor } from '../../store/agenda/afresh';
import { meetingJson, toPlanJson } from './planned';

export function toJson(context: Context, unit: Unit, list: DueList): object {
  const { today } = context;
  const { statutory } = unit.engine.calendars;
  // Of an applicant no row says that it is about a child.
  const named = ({ ref, name, kind }: ListedFor) =>
    kind === 'child' ? { child: { ref, name } } : { child: null, applicant: { ref, name } };
  return {
    today,
    from: list.window.from,
    to: list.window.to,
    deadlines: list.answer.duties.map(({ child, whole }) => ({
      ...named(child),
      ...deadlineOn(whole(), today, statutory),
      iro: child.iro,
    })),
    actions: list.actions.map((open) => ({
      ...actionJson(wholeAction(unit, open)),
      ...named(open.child),
    })),
    meetings: list.meetings.map(meetingJson),
    meetingsAhead: list.ahead.map(meetingJson),
    toPlan: list.toPlan.map((row) => toPlanJson(context, unit, row)),
  };
}
