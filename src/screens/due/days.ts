/** The days of the morning list: what is due on each with the meetings planned for it, and what is said of the day. */

import type { Unit } from '../../context';
import { addDays, dayAndMonth, type IsoDate } from '../../core/time/dates';
import { leftUntil } from '../../core/time/days-left';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenDuty } from '../../store/agenda/read';
import { farOff } from '../../ui/lateness';
import { LATE, TODAY } from '../../ui/states';
import { dayIn, fullDayIn } from '../../ui/words';

/** What is said of a day on which something is due. */
interface DaySaid {
  /** `in 3 days`, `2 days late`. */
  readonly far: string;
  /** The last working day before it, if it is none itself. */
  readonly lastWorkingDay: string | null;
}

export type OfDay = (due: IsoDate) => DaySaid;

/** What is said of each day, counted once in a print however many duties are due on it. */
export function saidOfDays(today: IsoDate, unit: Unit): OfDay {
  const { statutory } = unit.engine.calendars;
  const known = new Map<IsoDate, DaySaid>();
  return (due) => {
    const before = known.get(due);
    if (before) return before;
    const said = {
      far: farOff(leftUntil(due, today, statutory)),
      lastWorkingDay: statutory.isWorkingDay(due)
        ? null
        : dayIn(statutory.lastWorkingDayOnOrBefore(due), due),
    };
    known.set(due, said);
    return said;
  };
}

/** What is due on one day, and the meetings of a later one; or what is late. */
export interface DayGroup {
  readonly heading: string;
  readonly late: boolean;
  readonly due: IsoDate;
  readonly opens: OpenDuty[];
  readonly meetings: readonly MeetingRow[];
}

/** The duties and meetings, both in the order of their days, day by day; what is late is one group. */
export function groupsOf(
  ofDay: OfDay,
  duties: readonly OpenDuty[],
  ahead: readonly MeetingRow[],
  today: IsoDate,
): DayGroup[] {
  const groups: DayGroup[] = [];
  const of = new Map<IsoDate, MeetingRow[]>();
  for (const meeting of ahead) of.set(meeting.day, [...(of.get(meeting.day) ?? []), meeting]);
  const begin = (due: IsoDate, opens: OpenDuty[]): void => {
    const late = due < today;
    const heading = late ? LATE : dayHeading(due, today, ofDay);
    groups.push({ heading, late, due, opens, meetings: of.get(due) ?? [] });
    of.delete(due);
  };
  const onlyMeetings = (before: IsoDate | null): void => {
    for (const day of [...of.keys()]) if (before === null || day < before) begin(day, []);
  };
  for (const open of duties) {
    const group = groups.at(-1);
    const late = open.due < today;
    if (group && (late ? group.late : group.due === open.due)) group.opens.push(open);
    else {
      onlyMeetings(open.due);
      begin(open.due, [open]);
    }
  }
  onlyMeetings(null);
  return groups;
}

/** `TODAY, Monday 30 March`, `THURSDAY 2 APRIL, in 3 days`: how far off it is is said once, here. */
function dayHeading(due: IsoDate, today: IsoDate, ofDay: OfDay): string {
  if (due === today) return `${TODAY}, ${dayAndMonth(due)}`;
  if (due === addDays(today, 1)) return `TOMORROW, ${dayAndMonth(due)}`;
  return `${fullDayIn(due, today).toUpperCase()}, ${ofDay(due).far}`;
}
