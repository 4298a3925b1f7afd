/**
 * Figures of a period follow only the duties that can be due in it. Every table is the same as if each duty of each
 * invented life had been followed to its end.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timetable } from '../../src/core/engine/timetable';
import { addDays, isoDate } from '../../src/core/time/dates';
import { ANNUAL_REPORT } from '../../src/reports/figures/catalogue';
import { type Figuring, figureChild, reckonerOf } from '../../src/reports/figures/child';
import { mayCountFrom, reviewedBefore } from '../../src/reports/figures/due-within';
import { tablesOf, tablesOfPeriods } from '../../src/reports/figures/parts';
import { calendars, rulesOf } from '../core/support/engine';
import { lifeOf } from '../core/support/lives';

it('the figures of a short period are those of the whole life', () => {
  let counted = 0;
  for (const pack of ['england', 'york'])
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 1500 }),
        (seeds, begins, days, later) => {
          const from = addDays(isoDate('2016-01-01'), begins);
          const to = addDays(from, days);
          const asAt = addDays(from, later);
          const figuring: Figuring = {
            asAt,
            from,
            to,
            goLive: null,
            calendar: calendars.statutory,
            ladder: [],
          };
          const rules = rulesOf(pack);
          const lives = seeds.map((seed) => lifeOf(seed));
          const engine = { rules, briefs: new Map(), calendars, goLive: null, fingerprint: '' };
          const short = reckonerOf(engine, from, to);
          const mayCount = mayCountFrom(rules, from);
          const of = (whole: boolean) =>
            tablesOf(
              ANNUAL_REPORT,
              lives.map(({ facts, born }, at) => {
                const known = facts.filter(({ on }) => on <= asAt);
                const inTurn = [...known].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
                const reviewed = reviewedBefore(inTurn, from, (fact) => fact);
                const needed = known.filter((fact) =>
                  mayCount({ ...fact, namesReview: 'review' in fact.attributes }, reviewed),
                );
                const reckoning = whole ? timetable(known, rules, calendars, { born }) : short(needed, born);
                return figureChild({ ref: `K${at}`, born, team: null }, reckoning, String);
              }),
              figuring,
              null,
            );
          const tables = of(true);
          counted += tables.find(({ id }) => id === 'reviews')!.total!.cells[0]!.value!;
          expect(of(false)).toEqual(tables);
        },
      ),
      { numRuns: 100, seed: 20_260_331 },
    );
  expect(counted).toBeGreaterThan(50);
});

it('several periods counted in one reading are those counted one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 1500 }),
      (seeds, begins) => {
        const from = addDays(isoDate('2016-01-01'), begins);
        const figuringOf = (first: number): Figuring => ({
          ...{ asAt: addDays(from, 900), from: addDays(from, first), to: addDays(from, first + 364) },
          ...{ goLive: null, calendar: calendars.statutory, ladder: [] },
        });
        const [now, before] = [figuringOf(365), figuringOf(0)];
        const engine = {
          rules: rulesOf('england'),
          briefs: new Map(),
          calendars,
          goLive: null,
          fingerprint: '',
        };
        const childrenOf = (first: Figuring) =>
          seeds.map((seed, at) => {
            const { facts, born } = lifeOf(seed);
            const known = facts.filter(({ on }) => on <= now.asAt);
            return figureChild(
              { ref: `K${at}`, born, team: null },
              reckonerOf(engine, first.from, now.to)(known, born),
              String,
            );
          });
        expect(
          tablesOfPeriods(ANNUAL_REPORT, childrenOf(before), [
            { figuring: now, cuts: [{ group: null }], isWanted: () => true },
            { figuring: before, cuts: [{ group: null }], isWanted: () => true },
          ]),
        ).toEqual([
          [tablesOf(ANNUAL_REPORT, childrenOf(now), now, null)],
          [tablesOf(ANNUAL_REPORT, childrenOf(before), before, null)],
        ]);
      },
    ),
    { numRuns: 60, seed: 20_260_332 },
  );
});
