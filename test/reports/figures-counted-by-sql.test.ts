/**
 * Every number of the reports of figures, counted again from the events of a real database: by SQL, and, of what is owed, by
 * a second count of the law. Units, periods and the days on which all is known are invented.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type IsoDate, isoDate } from '../../src/core/time/dates';
import { openDatabase } from '../../src/store/file/open';
import { seeded } from '../core/support/lives';
import { aheadOf } from '../support/ahead-by-sql';
import { type Asked, counterOf, type Table } from '../support/counted-by-sql';
import type { Unit } from '../support/harness';
import { IROS, inventedUnit, TODAY } from '../support/invented-unit';

interface Shown {
  readonly id: string;
  readonly columns: readonly { readonly id: string; readonly unit: string }[];
  readonly rows: readonly RowShown[];
  readonly total: RowShown | null;
}
interface RowShown {
  readonly key: string;
  readonly cells: readonly { readonly value: number | null; readonly n: number | null }[];
}

/** Tables of which a row is called by a code and its words. */
const CODED: ReadonlySet<string> = new Set([
  'in-care-by-status',
  'in-care-by-sex',
  'in-care-by-ethnicity',
  'ceased',
]);
/** Tables that the second count does not have yet. */
const NOT_KNOWN: ReadonlySet<string> = new Set([
  ...['placement', 'distance'].map((name) => `in-care-by-${name}`),
  // What was typed: settings-team.test.ts.
  'team',
]);
/** What the second count does not know. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['steps.median-late']);

async function shown({ run }: Unit, line: string): Promise<readonly Shown[]> {
  const { code, out, err } = await run(`report ${line} --json --today ${TODAY}`, {
    now: Date.parse(`${TODAY}T12:00:00Z`),
  });
  if (code !== 0) throw new Error(`${line}\n${err}`);
  return (JSON.parse(out) as { tables: Shown[] }).tables;
}

/** A table with the rows that have something in them. */
function found(
  { id, columns, rows }: Shown,
  only: readonly string[],
): Record<string, Record<string, number | null>> {
  const all = rows.map(({ key, cells }) => [
    CODED.has(id) && key !== 'not recorded' ? /^\w+/.exec(key)![0] : key,
    Object.fromEntries(
      columns
        .map((column, at) => [column.id, cells[at]!.value])
        .filter(([column]) => only.includes(String(column))),
    ),
  ]);
  return withoutEmpty(Object.fromEntries(all) as Record<string, Record<string, number | null>>);
}

const withoutEmpty = (rows: Record<string, Record<string, number | null>>): typeof rows =>
  Object.fromEntries(Object.entries(rows).filter(([, cells]) => Object.values(cells).some((value) => value)));

const expectedOf = (table: Table): Record<string, Record<string, number | null>> =>
  withoutEmpty(Object.fromEntries([...table].map(([row, cells]) => [row, { ...cells }])));

/** A unit, a period and a day, from a number. */
function invented(seed: number): {
  children: number;
  from: IsoDate;
  to: IsoDate;
  recordedBy: IsoDate | null;
  goLive: IsoDate | null;
} {
  const random = seeded(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const from = addDays(isoDate('2023-06-01'), upTo(900));
  const to = addDays(from, upTo(3) === 0 ? upTo(60) : upTo(500));
  const recordedBy = upTo(2) === 0 ? addDays(from, upTo(400)) : null;
  return {
    ...{ children: 1 + upTo(7), from, to },
    recordedBy: recordedBy !== null && recordedBy > TODAY ? null : recordedBy,
    goLive: upTo(3) === 0 ? addDays(from, upTo(600) - 300) : null,
  };
}

const UNITS = 40;
const counted = new Map<string, number>();

describe('the figures of an invented unit are what its events come to', () => {
  it.each(Array.from({ length: UNITS }, (_, seed) => seed + 1))('unit %i', async (seed) => {
    const { children, from, to, recordedBy, goLive } = invented(seed);
    const made = await inventedUnit(seed, children, goLive);
    const asked: Asked = { from, to, asAt: recordedBy ?? TODAY, recordedBy, goLive };
    const days = `--from ${from} --to ${to}${recordedBy === null ? '' : ` --as-at ${recordedBy}`}`;
    const year = Number(asked.asAt.slice(0, 4)) + (asked.asAt.slice(5) >= '04-01' ? 1 : 0);
    const ofYear = { ...asked, from: `${year - 1}-04-01`, to: `${year}-03-31` };
    const db = openDatabase(made.db, { now: () => Date.parse(`${TODAY}T12:00:00Z`) });
    try {
      for (const [line, of] of [
        [`performance ${days}`, asked],
        [`monitoring ${days}`, asked],
        [`disputes ${days}`, asked],
        [`recommendations ${days}`, asked],
        [`annual --year ${year}${recordedBy === null ? '' : ` --as-at ${recordedBy}`}`, ofYear],
      ] as const) {
        const counter = counterOf(db, of);
        for (const table of await shown(made, line)) {
          if (/-(years|quarters)$/.test(table.id)) continue;
          expect([table.id, counter.knows(table.id)]).toEqual([table.id, !NOT_KNOWN.has(table.id)]);
          if (NOT_KNOWN.has(table.id)) continue;
          const columns = table.columns
            .map(({ id }) => id)
            .filter((id) => !NOT_COUNTED.has(`${table.id}.${id}`));
          const again = expectedOf(counter.table(table.id));
          counted.set(table.id, (counted.get(table.id) ?? 0) + Object.keys(again).length);
          expect
            .soft({ line, table: table.id, rows: found(table, columns) })
            .toEqual({ line, table: table.id, rows: again });
        }
      }
    } finally {
      db.close();
    }
  });

  it.each(Array.from({ length: UNITS }, (_, seed) => seed + 201))(
    'what is to come in unit %i',
    async (seed) => {
      const made = await inventedUnit(seed, 1 + (seed % 9));
      const db = openDatabase(made.db, { now: () => Date.parse(`${TODAY}T12:00:00Z`) });
      try {
        const ahead = aheadOf(db, TODAY, IROS);
        for (const line of ['board', 'forecast', 'caseload'])
          for (const table of await shown(made, line)) {
            // By who is to chair: the same meetings once more.
            if (table.id === 'forecast-by-chair') continue;
            const again = expectedOf(ahead.table(table.id));
            counted.set(table.id, (counted.get(table.id) ?? 0) + Object.keys(again).length);
            const columns = table.columns.map(({ id }) => id);
            expect
              .soft({ line, table: table.id, rows: found(table, columns) })
              .toEqual({ line, table: table.id, rows: again });
          }
      } finally {
        db.close();
      }
    },
  );

  afterAll(() => {
    // No table was found to be right because nothing was in it.
    expect([...counted].filter(([, rows]) => rows < 5)).toEqual([]);
  });
});
