/** Chronologies for fast-check: lives that could have happened, and soups that could not. */
import fc from 'fast-check';
import type { AttributeSpec } from '../../../src/core/events/attribute';
import type { EventSpec } from '../../../src/core/events/event';
import type { Fact } from '../../../src/core/events/fact';
import { EVENTS } from '../../../src/core/events/list';
import { addDays, type IsoDate, isoDate } from '../../../src/core/time/dates';
import { GAPS, type Life, tell } from './lives';

const START = isoDate('2015-01-05');

const steps = fc.array(
  fc.record({
    gap: fc.constantFrom(...GAPS),
    pick: fc.nat(9999).map((part) => part / 10_000),
    detail: fc.nat(999),
  }),
  { minLength: 1, maxLength: 45 },
);

/** A life that could have happened: in order, within the law's own sequence. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    start: fc.nat(9 * 365).map((days) => addDays(START, days)),
    adultIn: fc.option(fc.integer({ min: 30, max: 900 })),
    liveIn: fc.option(fc.nat(400)),
    lookAt: fc.nat(999),
    steps,
  })
  .map(tell);

function anyValue({ kind, choices }: AttributeSpec, on: IsoDate): fc.Arbitrary<string> {
  if (kind === 'day') return fc.integer({ min: -30, max: 200 }).map((days) => addDays(on, days));
  if (kind === 'count' || kind === 'numberedReview') return fc.integer({ min: 1, max: 4 }).map(String);
  if (kind === 'time') return fc.constantFrom('09:30', '16:00');
  return fc.constantFrom(...(choices ?? ['a', 'b']));
}

function factOf({ kind, attributes }: EventSpec, on: IsoDate): fc.Arbitrary<Fact> {
  const values = Object.fromEntries(
    Object.entries(attributes).map(([name, spec]) => [name, anyValue(spec, on)]),
  );
  const required = Object.entries(attributes).flatMap(([name, spec]) => (spec.required ? [name] : []));
  return fc
    .record<Record<string, string>>(values, { requiredKeys: required })
    .map((chosen) => ({ on, kind, attributes: { ...chosen } }));
}

const days = fc
  .oneof({ weight: 2, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(1500) })
  .map((day) => addDays(START, 700 + day));

/** Any event on any day, in any order, with anything its attributes may say. */
export const soups: fc.Arbitrary<Life> = fc
  .record({
    facts: fc.array(
      days.chain((on) =>
        fc
          .constantFrom(...EVENTS, ...EVENTS.filter(({ kind }) => /looked-after|review-/.test(kind)))
          .chain((spec) => factOf(spec, on)),
      ),
      { maxLength: 30 },
    ),
    born: fc.option(fc.nat(2000).map((day) => addDays(isoDate('2000-01-01'), day))),
    goLive: fc.option(days),
    today: days,
  })
  .map((life) => life);

/** One or the other. */
export const either: fc.Arbitrary<Life> = fc.oneof(lives, soups);
