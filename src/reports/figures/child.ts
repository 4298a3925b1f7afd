/** A child as figures read one: what was known by a day, and what the engine makes of it. */

import { type IroOfChild, iroOn, irosOf, periodOn } from '../../core/children/iro-record';
import type { Stage } from '../../core/rules/stages';
import type { Calendar } from '../../core/time/calendar';
import type { IsoDate } from '../../core/time/dates';
import type { Reckoning } from '../../store/agenda/reckoning';

export interface ChildKnown {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly team: string | null;
}

export interface FigureChild extends ChildKnown {
  readonly reckoning: Reckoning;
  /** The name of the IRO whom the child had on a day; null if none is recorded. */
  iroOn(on: IsoDate): string | null;
}

/** What figures are made with. `asAt` is the day on which all this was known: nothing after it counts. */
export interface Figuring {
  readonly asAt: IsoDate;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly goLive: IsoDate | null;
  readonly calendar: Calendar;
  /** The stages of a dispute, as the pack has them. */
  readonly ladder: readonly Stage[];
}

/** True of a day of the period that has come. */
export const isWithin = ({ from, to, asAt }: Figuring, on: IsoDate): boolean =>
  from <= on && on <= to && on <= asAt;

export function figureChild(
  known: ChildKnown,
  reckoning: Reckoning,
  nameOf: (person: number) => string | null,
): FigureChild {
  let iros: readonly IroOfChild[] | undefined;
  return {
    ...known,
    reckoning,
    iroOn(on) {
      iros ??= irosOf(reckoning.story);
      const period = periodOn(reckoning.story.periods, on) ?? reckoning.story.periods.length - 1;
      const iro = iroOn(iros, period, on)?.iro ?? null;
      return iro === null ? null : nameOf(iro);
    },
  };
}
