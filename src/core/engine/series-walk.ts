/**
 * Series of short breaks in a walk over a chronology: what goes on between two stays, and what ends it.
 */

import { isDeath } from '../events/death';
import type { Fact } from '../events/fact';
import type { PeriodOfCare } from './moment';
import type { SeriesRead } from './series';
import type { State } from './story-state';

/** A class only because its steps move the same states. */
export class SeriesWalk {
  /** Series besides the one of the walk's own state, as they stand. */
  private readonly others = new Map<number, State>();

  constructor(
    private readonly read: SeriesRead,
    private readonly periods: PeriodOfCare[],
  ) {}

  /** The series that a stay is of; null if it is none. */
  of(fact: Fact): number | null {
    return this.read.of.get(fact) ?? null;
  }

  /** Ends every series if care of another kind begins; true if there was one. */
  endWithOtherCare(fact: Fact, state: State): boolean {
    if (this.of(fact) !== null || !(state.between || this.others.size > 0)) return false;
    this.endAll([state, ...this.others.values()]);
    return true;
  }

  /** The state of the series that a further stay goes on with; null if the stay begins something of its own. */
  goOn(fact: Fact, state: State): State | null {
    const series = this.of(fact);
    if (series === null) return null;
    const same = state.between && state.series === series ? state : this.others.get(series);
    if (state.between && state !== same) this.others.set(state.series!, state);
    if (!same) return null;
    this.others.delete(series);
    const period = this.periods[same.period!]!;
    period.to = null;
    period.stays.push({ from: fact.on, to: null });
    return Object.assign(same, { between: false, adult: state.adult });
  }

  /** Care ends; true if that is a stay of a series that goes on. */
  endStay(fact: Fact, state: State): boolean {
    const staysOn = state.series !== null && !isDeath(fact);
    if (isDeath(fact)) this.endAll([...this.others.values()]);
    if (state.period === null) return false;
    const period = this.periods[state.period]!;
    const stay = period.stays.at(-1);
    period.to ??= fact.on;
    if (stay) stay.to ??= fact.on;
    if (staysOn) Object.assign(state, { between: true, placed: false, fosteredSince: null });
    else period.goesOn = false;
    return staysOn;
  }

  /** The period whose series a fact ends; null if none does. */
  end(fact: Fact, state: State): number | null {
    const series = this.of(fact);
    const ended = series === null || state.series === series ? state : this.others.get(series);
    if (series === null || !ended || ended.series !== series) return null;
    this.periods[ended.period!]!.goesOn = false;
    ended.series = null;
    this.others.delete(series);
    return ended.period;
  }

  private endAll(states: readonly State[]): void {
    for (const { period } of states) if (period !== null) this.periods[period]!.goesOn = false;
    this.others.clear();
  }
}
