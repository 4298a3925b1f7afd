/** Whether a remand is what a child is looked after for. Pure. */
import type { Moment, Story } from '../engine/moment';
import { REMAND_CODES } from '../events/codes';

const isRemand = ({ fact }: Moment): boolean => fact.kind === 'remanded';
const isOfRemand = (status: string | null): boolean => status === null || REMAND_CODES.includes(status);

/**
 * True of the first remand to local authority accommodation of a period of care that began with a remand, to wherever
 * it was, and in which the child had no other legal status since: nothing but remand made it so, and there is no care
 * plan yet. That one who comes from youth detention is owed a care plan too is our reading, the safe one.
 */
export function isLookedAfterByRemand(
  { period, at, on, fact }: Moment,
  { moments, periods }: Story,
): boolean {
  if (period === null) return false;
  const own = moments.filter((moment) => moment.period === period && moment.at <= at && moment.counts);
  const { from } = periods[period]!;
  const isSecond = own.some(
    (other) => isRemand(other) && other.at < at && other.fact.attributes.to === fact.attributes.to,
  );
  if (isSecond) return false;
  const began =
    own.some((other) => isRemand(other) && other.on === from) ||
    REMAND_CODES.includes(own[0]?.fact.attributes.basis ?? '');
  return on === from || (began && own.every(({ legalStatus }) => isOfRemand(legalStatus)));
}
