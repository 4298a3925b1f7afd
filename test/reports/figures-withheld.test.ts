/** What anyone may read of the figures: nobody works out a small number from the others. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, type IsoDate, isoDate } from '../../src/core/time/dates';
import { byQuarter } from '../../src/reports/figures/annual-tables';
import { figuresOf } from '../../src/reports/figures/counting';
import type { Figures } from '../../src/reports/figures/model';
import { IN_CARE, IN_CARE_BY, type TimeInCare } from '../../src/reports/figures/tables/care';
import { CEASED, hasLeft } from '../../src/reports/figures/tables/ceased';
import {
  DISPUTES,
  DISPUTES_BY_TEAM,
  DISPUTES_BY_THEME,
  type DisputeCounted,
} from '../../src/reports/figures/tables/disputes';
import { HOW_LATE } from '../../src/reports/figures/tables/how-late';
import {
  isPast,
  REVIEWS,
  REVIEWS_BY_KIND,
  type ReviewDue,
  WHY_LATE,
} from '../../src/reports/figures/tables/reviews';
import { yearTold } from '../../src/reports/figures/withheld/tables';
import { folder, irotool } from '../support/harness';
import { cellsKnown, cellsKnownOf, type ReportTold, type TableTold } from '../support/worked-out';

const YEARS = [2024, 2025, 2026] as const;
const year = fc.constantFrom(...YEARS);
/** A month of those years, counted from the first; the last may be later. */
const month = fc.integer({ min: -12, max: 40 });
const startOf = (of: number): IsoDate => isoDate(`${of - 1}-04-01`);
const monthAt = (at: number): IsoDate => addMonths(startOf(YEARS[0]), at);

const review = fc.record({
  of: year,
  day: fc.constantFrom('05-06', '08-06', '11-06', '02-06'),
  kind: fc.constantFrom('first', 'second', 'later'),
  how: fc.constantFrom('in time', 'in time', 'in time', 'late', 'not held', 'eased'),
  daysLate: fc.integer({ min: 1, max: 30 }),
});
const life = fc.record({
  from: month,
  months: fc.integer({ min: 1, max: 60 }),
  born: fc.integer({ min: 2008, max: 2022 }),
  sex: fc.constantFrom('M', 'F'),
  legalStatus: fc.constantFrom('C2', 'C2', 'V2', 'C1'),
  near: fc.constantFrom(true, true, false, null),
  unaccompanied: fc.constantFrom(false, false, false, true),
  reason: fc.constantFrom('E4', 'E8', 'E11'),
});
const dispute = fc.record({
  from: month,
  months: fc.integer({ min: 0, max: 20 }),
  theme: fc.constantFrom('drift', 'placement', null),
  team: fc.constantFrom('North', 'South'),
  kind: fc.constantFrom('informal', 'team manager', 'head of service'),
  formal: fc.boolean(),
});
interface Invented {
  readonly reviews: readonly (typeof review extends fc.Arbitrary<infer T> ? T : never)[];
  readonly lives: readonly (typeof life extends fc.Arbitrary<infer T> ? T : never)[];
  readonly disputes: readonly (typeof dispute extends fc.Arbitrary<infer T> ? T : never)[];
}
const units: fc.Arbitrary<Invented> = fc.record({
  reviews: fc.array(review, { minLength: 0, maxLength: 120 }),
  lives: fc.array(life, { minLength: 0, maxLength: 80 }),
  disputes: fc.array(dispute, { minLength: 0, maxLength: 40 }),
});

/** What a year of the unit has: what lies in it, and what it has in common with the years beside it. */
function yearOfUnit(
  { reviews, lives, disputes }: Invented,
  of: number,
): { tables: Figures[]; cuts: Figures[] } {
  const [first, last] = [startOf(of), addDays(startOf(of + 1), -1)];
  const nobody = { team: null, iro: null };
  const due = reviews.flatMap((one, at): ReviewDue[] => {
    const on = isoDate(`${one.day < '04-01' ? of : of - 1}-${one.day}`);
    if (one.of !== of) return [];
    return [
      {
        ...{ ...one, ...nobody, on, due: on, ref: `K${at}/1`, because: null, agreedBy: null },
        daysLate: one.how === 'in time' ? 0 : one.daysLate,
      },
    ];
  });
  const care = lives.flatMap((one, at): TimeInCare[] => {
    const [from, to] = [monthAt(one.from), monthAt(one.from + one.months)];
    const endedOn = to <= last ? to : null;
    if (from > last || (endedOn !== null && endedOn < first)) return [];
    const on = endedOn ?? last;
    return [
      {
        ...{ ...nobody, ref: `C${at}`, on, kind: 'times in care', endedOn, atEnd: endedOn === null },
        ...{
          began: from >= first ? from : null,
          atStart: from < first,
          age: Number(on.slice(0, 4)) - one.born,
        },
        ...{ sex: one.sex, near: one.near, unaccompanied: one.unaccompanied, legalStatus: one.legalStatus },
        ...{ ethnicity: null, placement: null, time: null, reason: endedOn && one.reason },
        ...{ unplanned: false, reviewed: true, exitReview: false },
      },
    ];
  });
  const raised = disputes.flatMap((one, at): DisputeCounted[] => {
    const [from, to] = [monthAt(one.from), monthAt(one.from + one.months)];
    const resolvedOn = to <= last ? to : null;
    if (from > last || (resolvedOn !== null && resolvedOn < first)) return [];
    return [
      {
        ...{ ref: `D${at}/1`, on: from, kind: one.kind, team: one.team, iro: null, theme: one.theme },
        ...{ resolvedOn, formal: one.formal, cafcass: [], referred: false, legalAdvice: false },
        ...{ goodPractice: false, days: resolvedOn === null ? null : one.months },
        ...(from < first && { isOfBefore: true as const }),
      },
    ];
  });
  return {
    tables: [
      figuresOf(REVIEWS, due, null, true),
      figuresOf(REVIEWS_BY_KIND, due, null, true),
      figuresOf(HOW_LATE, due, null, true),
      figuresOf(WHY_LATE, due.filter(isPast), null, true),
      ...[IN_CARE, ...IN_CARE_BY].map((table) => figuresOf(table, care, null, true)),
      figuresOf(CEASED, care.filter(hasLeft), null, true),
      ...[DISPUTES, DISPUTES_BY_THEME, DISPUTES_BY_TEAM].map((table) => figuresOf(table, raised, null, true)),
    ],
    cuts: [byQuarter(figuresOf(DISPUTES, raised, 'quarter', true))],
  };
}
const told = ({ tables, cuts }: ReturnType<typeof yearOfUnit>): Figures[] => {
  const year = yearTold(tables, cuts);
  return [...year.tables, ...year.cuts];
};
const truthOf = ({ tables, cuts }: ReturnType<typeof yearOfUnit>): Figures[] => [...tables, ...cuts];

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
  it('cannot be worked out of all that is told of a year, in any unit', () => {
    fc.assert(
      fc.property(units, year, (all, of) => {
        const year = yearOfUnit(all, of);
        expect(smallIn(told(year))).toEqual([]);
        expect(cellsKnown(told(year), truthOf(year))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be worked out of the reports of three years that follow each other', () => {
    fc.assert(
      fc.property(units, (all) => {
        const reports = YEARS.map((of) => {
          const year = yearOfUnit(all, of);
          return { year: of, told: told(year), truth: truthOf(year) };
        });
        expect(cellsKnownOf(reports)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('could be worked out if the small ones alone were withheld', () => {
    const all = fc.sample(units, { numRuns: 20, seed: 1 }).map((unit) => truthOf(yearOfUnit(unit, 2025)));
    const found = all.flatMap((tables) => {
      const small = new Set(smallIn(tables));
      const some = tables.map((table) => ({
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
      return cellsKnown(some, tables);
    });
    expect(found.length).toBeGreaterThan(10);
  });

  it('are not told if there is one child, and nothing is withheld if there is none', () => {
    const none = { reviews: [], lives: [], disputes: [] };
    const [one] = fc.sample(review, { numRuns: 1, seed: 2 });
    const year = yearOfUnit({ ...none, reviews: [one!] }, one!.of);
    expect(smallIn(truthOf(year))).not.toEqual([]);
    expect(smallIn(told(year))).toEqual([]);
    const empty = told(yearOfUnit(none, 2025)).filter(({ id }) => !id.startsWith('in-care-by'));
    expect(JSON.stringify(empty)).not.toContain('withheld');
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

  const tablesOf = async (line: string): Promise<TableTold[]> => {
    const { code, out, err } = await run(line, '2027-04-02');
    expect([err, code]).toEqual(['', 0]);
    return (JSON.parse(out) as { tables: TableTold[] }).tables;
  };
  const amounts = /\.(iros|average|highest|above|times|fte|per-fte|full-time)$/;

  it('nobody works out what is withheld of the annual reports of two years and of another report together', async () => {
    const lines = [
      ...[2026, 2027].map((year) => ({ year, line: `annual --year ${year}` })),
      { year: 2027, line: 'performance --year 2027' },
    ];
    const reports: ReportTold[] = [];
    for (const { year, line } of lines) {
      const [told, truth] = [await tablesOf(`${line} --public`), await tablesOf(line)];
      expect([
        line,
        smallIn(told).filter((name) => !amounts.test(name) && !name.includes('-years[')),
      ]).toEqual([line, []]);
      reports.push({ year, told, truth });
    }
    expect(cellsKnownOf(reports)).toEqual([]);
  }, 600_000);

  it('every report of a year tells the same of it, and the next one tells the same of it as last year', async () => {
    const [annual, next] = [
      await tablesOf('annual --year 2026 --public'),
      await tablesOf('annual --year 2027 --public'),
    ];
    const other = await tablesOf('performance --year 2026 --public');
    const named = (all: readonly TableTold[], id: string): TableTold | undefined =>
      all.find((table) => table.id === id);
    const withoutBefore = (table: TableTold): unknown => ({
      ...table,
      columns: table.columns.filter(({ id }) => id !== 'share-before'),
    });
    for (const table of other) expect(withoutBefore(table)).toEqual(withoutBefore(named(annual, table.id)!));
    let compared = 0;
    for (const { id, columns, total, rows } of annual) {
      const years = named(next, `${id}-years`);
      const all = total ?? (rows.length === 1 ? rows[0] : undefined);
      if (years === undefined || all === undefined || years.rows[0]?.key !== columns[0]!.id) continue;
      columns.forEach(({ id: column }, at) => {
        const last = years.rows.find(({ key }) => key === column)!.cells[1]!;
        expect([id, column, last.value, last.withheld]).toEqual([
          ...[id, column, all.cells[at]!.value, all.cells[at]!.withheld],
        ]);
        compared += 1;
      });
    }
    expect(compared).toBeGreaterThan(30);
  }, 240_000);

  it.each([
    ['performance --year 2026 --public --by iro', 'not with --by'],
    ['performance --public --quarter q1', 'not with --quarter'],
    ['performance --public --from 1/4/2025 --to 31/3/2026', 'not with --from'],
    ['annual --year 2026 --public --as-at 2026-05-01', 'not with --as-at'],
    ['annual --year 2026 --public --list reviews.late', '--public tells nobody who is behind a number.'],
    ['annual --year 2028 --public', '--public is of a year that has ended; this one ends on'],
  ])('%s is refused', async (line, said) => {
    const { code, err } = await run(line, '2027-04-02');
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('name no IRO, and say what the sign for a number that is withheld is', async () => {
    const { people } = JSON.parse((await irotool(['person', 'list', '--json', '--db', db])).out) as {
      people: { name: string }[];
    };
    expect(people.length).toBeGreaterThan(3);
    const { out } = await irotool(
      'report annual --year 2026 --public --today 2027-04-02 --db'.split(' ').concat(db),
    );
    expect(out.replaceAll(/\s+/g, ' ')).toContain('c stands for a number that is withheld');
    for (const { name } of people) expect(out).not.toContain(name);
  });
});
