/** What lasts from one event to another, a plan or a secure placement, as it stands somewhere in a story. Pure. */

import { MATTERS, type MatterOpened } from '../engine/matters';
import type { Moment, Story } from '../engine/moment';
import { matchesPattern } from '../events/fact';
import type { IsoDate } from '../time/dates';

/** What an event of this kind opens. */
export const matterOpenedBy = (kind: string): MatterOpened =>
  MATTERS.find(({ opens }) => opens.kind === kind)!;

/** The moment from which it is known in these moments; null if it is not, or has ended. */
export function openIn({ opens, closes, within }: MatterOpened, moments: readonly Moment[]): Moment | null {
  let open: Moment | null = null;
  for (const moment of moments) {
    if (!moment.counts) continue;
    const { fact } = moment;
    if (matchesPattern(fact, opens)) open = moment;
    else if (closes.some((pattern) => matchesPattern(fact, pattern))) open = null;
    // One whose beginning was never recorded is known by the first that is heard of it.
    else if (within.includes(fact.kind)) open ??= moment;
  }
  return open;
}

/** Since when something lasts that an event of this kind opens, on a day; on the day it ends it does, or not. */
export function openOn(
  { moments }: Pick<Story, 'moments'>,
  kind: string,
  day: IsoDate,
  onItsLastDay: boolean,
): IsoDate | null {
  const matter = matterOpenedBy(kind);
  const isEnd = ({ on, fact }: Moment): boolean =>
    on === day && matter.closes.some((pattern) => matchesPattern(fact, pattern));
  const then = moments.filter((moment) => moment.on <= day && !(onItsLastDay && isEnd(moment)));
  return openIn(matter, then)?.on ?? null;
}
