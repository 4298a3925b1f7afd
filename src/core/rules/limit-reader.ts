/**
 * Reads a limit as a rule, one of its further limits or a pack's own entry gives it.
 */
import { type EventPattern, specOf } from '../events/fact';
import { isRecord } from './raw';
import type { CountedFrom, Force, Inclusive, Limit, Rule } from './rule';
import { type RuleReader, withWhatIs } from './rule-reader';

/** The days of force of any entry. */
export const FORCE_KEYS: readonly string[] = ['from', 'until', 'due from', 'due until'];
/** What an entry that gives a limit may say of it. */
export const LIMIT_KEYS: readonly string[] = ['within', 'due', 'counting', 'force', 'source', ...FORCE_KEYS];

/** A limit beside the rule's first: one of `also`, or a pack's own. Null if something is wrong with it. */
export function readLimit(
  reader: RuleReader,
  direction: Rule['direction'] | undefined,
  events: readonly EventPattern[],
  force: Force | undefined,
): Limit | null {
  const count = reader.count();
  const source = reader.citations();
  const days = reader.days();
  for (const key of ['within', 'due']) {
    if (isRecord(reader.raw[key]))
      reader.fault(key, `here "${key}" is the limit alone, such as 10 working days`);
  }
  const { counting } = reader.raw;
  const inclusive: Inclusive | undefined = counting === 'from that day' ? 'from that day' : undefined;
  if (counting !== inclusive) {
    reader.fault(
      'counting',
      'beside another limit only "counting: from that day" can be said; leave out "counting"',
    );
  }
  checkEvents(reader, direction, events, count);
  checkInclusive(reader, inclusive, count);
  if (reader.faults.length > 0 || count === undefined || force === undefined) return null;
  return {
    ...{ count, force, source, pack: reader.context.pack },
    ...withWhatIs('counting', inclusive),
    ...withWhatIs('days', days),
  };
}

/** What the events must carry for the limit to be counted. */
export function checkEvents(
  reader: RuleReader,
  direction: Rule['direction'] | undefined,
  events: readonly EventPattern[],
  count: Limit['count'] | undefined,
): void {
  const carried = typeof count === 'object' ? count.of : undefined;
  for (const event of events) {
    const { kind } = event;
    const attributes = specOf(event)?.attributes;
    // `review-held` has a "meeting" too, which is yes or no.
    if (direction === 'before' && attributes?.meeting?.kind !== 'day') {
      reader.fault('before', `"${kind}" fixes no meeting to count back from; use "after"`);
    }
    if (count === 'by the date given' && attributes?.by?.kind !== 'day') {
      const why = attributes?.by === undefined ? 'it has no "by"' : 'its "by" is no day';
      reader.fault('due', `"${kind}" names no date: ${why}`);
    }
    if (carried !== undefined && attributes?.[carried]?.kind !== 'day') {
      const dates = Object.keys(attributes ?? {}).filter((name) => attributes?.[name]?.kind === 'day');
      const has = dates.length === 0 ? 'it has none' : `it has ${dates.join(', ')}`;
      reader.fault('within', `"${kind}" carries no date "${carried}": ${has}`);
    }
  }
  if (carried !== undefined && direction === 'before') {
    reader.fault('within', `what is counted back from a meeting has no "of ${carried}"`);
  }
}

export function checkInclusive(
  reader: RuleReader,
  counting: CountedFrom | undefined,
  count: Limit['count'] | undefined,
): void {
  if (counting === 'from that day' && (typeof count === 'string' || count?.unit !== 'working days')) {
    reader.fault('counting', '"counting: from that day" is for working days');
  }
}
