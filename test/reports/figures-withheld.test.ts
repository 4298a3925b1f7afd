/** What anyone may read of the figures: nobody works out a small number from the others. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { figuresOf } from '../../src/reports/figures/counting';
import type { Figures } from '../../src/reports/figures/model';
import { HOW_LATE } from '../../src/reports/figures/tables/how-late';
import {
  isPast,
  REVIEWS,
  REVIEWS_BY_KIND,
  type ReviewDue,
  WHY_LATE,
} from '../../src/reports/figures/tables/reviews';
import { forAnyone } from '../../src/reports/figures/withheld/tables';
import { folder, irotool } from '../support/harness';
import { cellsKnown, type TableTold } from '../support/worked-out';

const review = fc.record({
  on: fc.constantFrom('2025-05-06', '2025-08-06', '2025-11-06', '2026-02-06').map(isoDate),
  kind: fc.constantFrom('first', 'second', 'later'),
  how: fc.constantFrom('in time', 'in time', 'in time', 'late', 'not held', 'eased'),
  daysLate: fc.integer({ min: 1, max: 30 }),
});
const unitsOfReviews = fc.array(review, { minLength: 0, maxLength: 120 }).map((all) =>
  all.map(
    (one, at): ReviewDue => ({
      ...{ ...one, due: one.on, ref: `K${at}/1`, team: null, iro: null, because: null, agreedBy: null },
      daysLate: one.how === 'in time' ? 0 : one.daysLate,
    }),
  ),
);
const tablesOf = (all: readonly ReviewDue[]): Figures[] => [
  figuresOf(REVIEWS, all, null, true),
  figuresOf(REVIEWS_BY_KIND, all, null, true),
  figuresOf(HOW_LATE, all, null, true),
  figuresOf(WHY_LATE, all.filter(isPast), null, true),
];

/** Numbers of 1 to 5 that are told. */
const smallIn = (tables: readonly TableTold[]): string[] =>
  tables.flatMap(({ id, columns, rows, total }) =>
    [...rows, ...(total ? [total] : [])].flatMap(({ key, cells }) =>
      cells.flatMap(({ value, n }, at) => {
        const { id: column, unit } = columns[at]!;
        const counted = unit === 'percent' ? Math.round(((value ?? 0) * (n ?? 0)) / 100) : (value ?? 0);
        const all =
          unit === 'percent' ? [counted, n ?? 0, (n ?? 0) - counted] : unit === 'days' ? [] : [counted];
        return all.some((each) => each >= 1 && each <= 5) ? [`${id}[${key}].${column}`] : [];
      }),
    ),
  );

describe('numbers that are withheld', () => {
  it('cannot be worked out of all that is told, in any unit', () => {
    fc.assert(
      fc.property(unitsOfReviews, (all) => {
        const tables = tablesOf(all);
        const told = forAnyone(tables);
        expect(smallIn(told)).toEqual([]);
        expect(cellsKnown(told, tables)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('could be worked out if the small ones alone were withheld', () => {
    const all = fc.sample(unitsOfReviews, { numRuns: 20, seed: 1 }).map(tablesOf);
    const found = all.flatMap((tables) => {
      const small = new Set(smallIn(tables));
      const told = tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell, at) =>
            small.has(`${table.id}[${row.key}].${table.columns[at]!.id}`)
              ? { ...cell, value: null, n: null, withheld: true as const }
              : cell,
          ),
        })),
      }));
      return cellsKnown(told, tables);
    });
    expect(found.length).toBeGreaterThan(10);
  });

  it('are not told if there is one child, and nothing is withheld if there is none', () => {
    const one = tablesOf(
      fc
        .sample(unitsOfReviews, { numRuns: 200, seed: 2 })
        .find(({ length }) => length > 5)!
        .slice(0, 1),
    );
    expect(smallIn(one)).not.toEqual([]);
    expect(smallIn(forAnyone(one))).toEqual([]);
    expect(JSON.stringify(forAnyone(tablesOf([])))).not.toContain('withheld');
  });
});

describe('reports of a unit that anyone may read', () => {
  const db = `${folder()}/unit.db`;
  beforeAll(async () => {
    const { code, err } = await irotool(['demo', '--children', '150', '--db', db, '--today', '2026-03-30']);
    if (code !== 0) throw new Error(err);
  }, 120_000);
  const run = (line: string, today: string) =>
    irotool([...`report ${line} --today ${today} --json`.split(' '), '--db', db]);

  it.each([
    ...[
      'performance --year 2026',
      'performance --by team',
      'performance --by month',
      'annual --year 2026',
      'annual --year 2027',
    ],
    ...['disputes', 'recommendations', 'monitoring', 'caseload', 'forecast', 'board'],
  ])(
    '%s: nobody works out what is withheld',
    async (line) => {
      // Of the year that begins later there is a year before it.
      const today = line.endsWith('2027') ? '2027-04-02' : '2026-03-30';
      const [told, truth] = await Promise.all([run(`${line} --public`, today), run(line, today)]);
      expect([told.err, told.code]).toEqual(['', 0]);
      const [a, b] = [told, truth].map(({ out }) => (JSON.parse(out) as { tables: TableTold[] }).tables) as [
        TableTold[],
        TableTold[],
      ];
      const amounts = /\.(iros|average|highest|above|over|per-full-time)$/;
      expect(smallIn(a).filter((name) => !amounts.test(name) && !name.includes('-years['))).toEqual([]);
      expect(cellsKnown(a, b)).toEqual([]);
    },
    240_000,
  );

  it.each([
    ['performance --public --by iro', '--public tells of no IRO by name.'],
    ['caseload --public --by iro', '--public tells of no IRO by name.'],
    ['annual --public --list reviews.late', '--public tells nobody who is behind a number.'],
  ])('%s is refused', async (line, said) => {
    const { code, err } = await run(line, '2026-03-30');
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('name no IRO, and say what the sign for a number that is withheld is', async () => {
    const { people } = JSON.parse((await irotool(['person', 'list', '--json', '--db', db])).out) as {
      people: { name: string }[];
    };
    expect(people.length).toBeGreaterThan(3);
    for (const report of ['caseload', 'forecast', 'board', 'annual']) {
      const { out } = await irotool(['report', report, '--public', '--today', '2026-03-30', '--db', db]);
      expect(out.replaceAll(/\s+/g, ' ')).toContain('c stands for a number that is withheld');
      for (const { name } of people) expect(out).not.toContain(name);
    }
  });
});
