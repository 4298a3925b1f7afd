/**
 * From when a child in designated long-term fostering may have reviews without a meeting (Children Act
 * 1989 guidance, volume 2, para 4.17): once the placement is more than a year old. Pure.
 */
import { addDays, addMonths, type IsoDate } from '../time/dates';
import type { Story } from './moment';

/**
 * The first day on which it may be decided, for a placement of the open period of care that stands on a
 * day; null if there is no such placement.
 */
export function meetingMayBeLeftOutFrom(story: Story, on: IsoDate): IsoDate | null {
  const care = story.periods.at(-1);
  const placement = story.longTermFostering.find(
    ({ from, to }) => care !== undefined && from >= care.from && from <= on && (to === null || to > on),
  );
  return placement ? addDays(addMonths(placement.from, 12), 1) : null;
}
