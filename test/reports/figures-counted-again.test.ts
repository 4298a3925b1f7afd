/**
 * The figures of reviews and steps, counted a second time by a way that shares nothing with irotool: a walk through each
 * invented life with the duties owed in hand. A unit is a dozen lives; its period and the day it is looked at are invented too.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/core/time/dates';
import { PERFORMANCE } from '../../src/reports/figures/catalogue';
import { type FigureChild, type Figuring, figureChild, reckonerOf } from '../../src/reports/figures/child';
import type { Figures } from '../../src/reports/figures/model';
import { tablesOf } from '../../src/reports/figures/parts';
import { calendars, rulesOf } from '../core/support/engine';
import { type Life, lifeOf } from '../core/support/lives';
import { naively } from '../core/support/naive';
import { naiveMatters } from '../core/support/naive-matters';

const REVIEW =
  /^(review-(first|second|later|resume|early|before-change|placed-home|meeting-yearly)|short-break-review-|adoption-)/;
const STEP =
  /^(child-consult|sw-iro-discuss|invite|documents|see-child|decisions-record|manager-response|care-plan-update|record-full|record-distribute) /;

interface Line {
  readonly due: string;
  readonly standing: string;
}

/** The deadlines of a life on a day by the second count: of reviews, or of the steps around them. */
function counted(life: Life, asAt: string, which: RegExp): Line[] {
  const then = { ...life, today: asAt, facts: life.facts.filter(({ on }) => on <= asAt) };
  return [...naively(then, 'england'), ...naiveMatters(then)]
    .filter((line) => which.test(line) && line.includes(' due '))
    .map((line) => {
      const [, , due, standing] = line.split(' ');
      return { due: due!, standing: standing! };
    });
}

function childOf(life: Life, at: number, { asAt, from, to }: Figuring): FigureChild {
  const facts = life.facts.filter(({ on }) => on <= asAt);
  const engine = {
    rules: rulesOf('england'),
    briefs: new Map(),
    calendars,
    goLive: life.goLive,
    fingerprint: '',
  };
  return figureChild(
    { ref: `K${at}`, born: life.born, team: `Team ${at % 3}` },
    reckonerOf(engine, from, to)(facts, life.born),
    String,
  );
}

const valuesOf = (tables: readonly Figures[], id: string): Record<string, number | null> => {
  const { columns, total, rows } = tables.find((table) => table.id === id)!;
  const cells = (total ?? rows[0])?.cells ?? [];
  return Object.fromEntries(columns.map((column, at) => [column.id, cells[at]?.value ?? null]));
};

it('reviews and steps of invented units are counted as a second count has them', () => {
  let reviews = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: -100, max: 1700 }),
      (seeds, begins, days, later) => {
        const lives = seeds.map((seed) => lifeOf(seed));
        const from = addDays(isoDate('2016-01-01'), begins);
        const to = addDays(from, days);
        const asAt = addDays(from, Math.max(0, later));
        const figuring: Figuring = {
          asAt,
          from,
          to,
          goLive: null,
          calendar: calendars.statutory,
          ladder: [],
        };
        const tables = tablesOf(
          PERFORMANCE,
          lives.map((life, at) => childOf(life, at, figuring)),
          figuring,
          null,
        );
        const isPast = ({ due, standing }: Line): boolean =>
          due >= from &&
          due <= to &&
          due <= asAt &&
          !(standing === 'ended' || standing === 'lapsed' || standing === 'upcoming');
        const all = lives.flatMap((life) => counted(life, asAt, REVIEW)).filter(isPast);
        const by = (...standings: string[]): number =>
          all.filter(({ standing }) => standings.includes(standing)).length;
        const found = valuesOf(tables, 'reviews');
        reviews += all.length;
        expect({
          due: found.due,
          inTime: found['in-time'],
          late: found.late! + found.eased!,
          not: found['not-held'],
        }).toEqual({
          due: all.length,
          inTime: by('met'),
          late: by('late'),
          not: by('overdue', 'missed'),
        });
        const care = valuesOf(tables, 'in-care');
        expect(care['at-start']! + care.began!).toBe(care.ended! + care['at-end']!);
        const steps = lives.flatMap((life) => counted(life, asAt, STEP)).filter(isPast);
        const [rows] = [tables.find(({ id }) => id === 'steps')!.rows];
        const done = rows
          .filter(({ words }) => STEP_WORDS.has(words))
          .map(({ cells }) => cells.map(({ value }) => value ?? 0))
          .reduce((sum, cells) => sum.map((each, at) => each + cells[at]!), [0, 0, 0, 0, 0, 0]);
        expect(done.slice(0, 4)).toEqual([
          steps.length,
          steps.filter(({ standing }) => standing === 'met' || standing === 'deemed').length,
          steps.filter(({ standing }) => standing === 'late').length,
          steps.filter(({ standing }) => standing === 'overdue' || standing === 'missed').length,
        ]);
      },
    ),
    { numRuns: 250, seed: 20_260_330 },
  );
  expect(reviews).toBeGreaterThan(500);
});

const STEP_WORDS: ReadonlySet<string> = new Set(
  rulesOf('england').flatMap(({ id, duty }) => (STEP.test(`${id} `) ? [duty] : [])),
);
