/** The figures of a unit add up: over rows, over quarters, from one year to the next; and of a unit of nobody they are blank. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { inventedUnit, TODAY } from '../support/invented-unit';

type Cells = Readonly<Record<string, number | null>>;
interface Shown {
  readonly id: string;
  readonly by: string | null;
  readonly columns: readonly { readonly id: string; readonly unit: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly { readonly value: number | null }[];
  }[];
  readonly total: { readonly cells: readonly { readonly value: number | null }[] } | null;
}

/** A day after the year of the units is over: of a running year, the year before is counted as far alone. */
const AFTER_THE_YEAR = '2026-04-01';
const at = (day: string) => ({ now: Date.parse(`${day}T12:00:00Z`) });
const REPORTS = ['performance', 'monitoring', 'disputes', 'recommendations'];
const LOOK_AHEAD = ['caseload', 'forecast', 'board'];
/** What is counted on the last day of a period, or once for a child: it does not add up from quarter to quarter. */
const OF_THE_LAST_DAY = [
  ...['-by-sex', '-by-ethnicity', '-by-placement', '-by-distance', '-by-arrival', '-by-time'].map(
    (name) => `in-care${name}`,
  ),
  'children',
  'in-care',
  'in-care-by-status',
  'plans',
  'between-reviews',
  'disputes',
  'disputes-by-theme',
  'beyond',
];
/** Averages, the longest, and how many there are of whom. */
const NO_SUM = ['iros', 'average', 'highest', 'above'];

async function shown(
  { run }: Unit,
  line: string,
  today: string = TODAY,
): Promise<ReadonlyMap<string, Shown>> {
  const { code, out, err } = await run(`report ${line} --json --today ${today}`, at(today));
  if (code !== 0) throw new Error(`${line}\n${err}`);
  return new Map((JSON.parse(out) as { tables: Shown[] }).tables.map((table) => [table.id, table]));
}

/** The columns that count, with what all rows come to. */
function sums({ columns, rows }: Shown): Cells {
  return Object.fromEntries(
    columns.flatMap(({ id, unit: of }, at) =>
      of === 'count' && !NO_SUM.includes(id)
        ? [[id, rows.reduce((sum, { cells }) => sum + (cells[at]!.value ?? 0), 0)]]
        : [],
    ),
  );
}

function together(all: readonly Cells[]): Cells {
  const sum: Record<string, number> = {};
  for (const cells of all)
    for (const [id, value] of Object.entries(cells)) sum[id] = (sum[id] ?? 0) + (value ?? 0);
  return sum;
}

describe.each([101, 102, 103])('the figures of unit %i', (seed) => {
  let made: Unit;
  beforeAll(async () => {
    made = await inventedUnit(seed, 10);
  });

  it('come to the same by IRO, team, kind, month and quarter as without', async () => {
    for (const report of REPORTS) {
      const whole = await shown(made, `${report} --year 2026`);
      for (const by of ['iro', 'team', 'kind', 'month', 'quarter'])
        for (const [id, table] of await shown(made, `${report} --year 2026 --by ${by}`)) {
          const asked = table.by === by ? by : null;
          expect({ report, id, asked, sums: sums(table) }).toEqual({
            report,
            id,
            asked,
            sums: sums(whole.get(id)!),
          });
        }
    }
  });

  it('have a last row that is the sum of the others', async () => {
    for (const report of [...REPORTS, 'annual'])
      for (const [id, table] of await shown(made, `${report} --year 2026`)) {
        if (table.total === null) continue;
        const last = sums({ ...table, rows: [{ key: 'all', cells: table.total.cells }] });
        expect({ report, id, last }).toEqual({ report, id, last: sums(table) });
      }
  });

  it('come to those of the year by quarter, and children go over from one quarter to the next', async () => {
    for (const report of ['performance', 'monitoring', 'recommendations']) {
      const year = await shown(made, `${report} --year 2025`);
      const quarters = await Promise.all(
        [1, 2, 3, 4].map((at) => shown(made, `${report} --quarter "Q${at} 2025"`)),
      );
      for (const [id, table] of year) {
        if (OF_THE_LAST_DAY.includes(id)) continue;
        const each = quarters.map((tables) => sums(tables.get(id)!));
        expect({ id, sums: together(each) }).toEqual({ id, sums: sums(table) });
      }
      if (report !== 'performance') continue;
      const care = [...quarters, year].map((tables) => sums(tables.get('in-care')!));
      const [all, ...of] = [care.at(-1)!, ...care.slice(0, 4)];
      expect(of.slice(1).map((cells) => cells['at-start'])).toEqual(
        of.slice(0, 3).map((cells) => cells['at-end']),
      );
      expect([of[0]!['at-start'], of[3]!['at-end']]).toEqual([all['at-start'], all['at-end']]);
      expect(together(of.map(({ began, ended }) => ({ began: began!, ended: ended! })))).toEqual({
        began: all.began,
        ended: all.ended,
      });
    }
  });

  it('have the same meetings to come by week, by who is to chair and, but for those that are late, by day', async () => {
    const tables = await shown(made, 'forecast');
    const [weeks, chairs, days] = ['forecast', 'forecast-by-chair', 'forecast-by-day'].map(
      (id) => tables.get(id)!,
    );
    expect(sums(chairs!)).toEqual({ ...sums(weeks!), over: sums(chairs!).over });
    const { reviews, conferences } = sums({
      ...weeks!,
      rows: weeks!.rows.filter(({ key }) => key !== 'overdue'),
    });
    expect(sums(days!)).toEqual({ meetings: reviews! + conferences! });
  });

  it('are those of the year before a year later, if everything was entered by then', async () => {
    const then = await shown(made, 'annual --year 2025', AFTER_THE_YEAR);
    const now = await shown(made, 'annual --year 2026', AFTER_THE_YEAR);
    for (const [id, table] of now) {
      if (!id.endsWith('-years')) continue;
      // A row that was of another year alone is nought or blank in this one, or not there.
      const column = (of: Shown, which: string) => {
        const at = of.columns.findIndex((each) => each.id === which);
        const found = of.rows.map(({ key, cells }) => [key, cells[at]!.value] as const);
        return Object.fromEntries(found.filter(([, value]) => value));
      };
      expect({ id, last: column(table, 'last-year') }).toEqual({
        id,
        last: column(then.get(id)!, 'this-year'),
      });
    }
  });
});

describe('the figures of a unit of nobody', () => {
  it.each([...REPORTS, ...LOOK_AHEAD, 'annual'])('%s: are noughts and blanks', async (report) => {
    const made = await unit('york');
    for (const table of (await shown(made, report)).values())
      for (const { cells } of [...table.rows, ...(table.total ? [table.total] : [])])
        table.columns.forEach(({ id, unit: of }, at) => {
          const { value } = cells[at]!;
          // Of nothing there is no share, no median and no average.
          expect([table.id, id, value]).toEqual([table.id, id, of === 'count' && value !== null ? 0 : null]);
        });
  });
});

describe('the figures of a unit of one child', () => {
  const ONE = [
    'person add --role iro --name "Ada Lane"',
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --iro "Ada Lane" --today 2026-03-02 --yes',
  ];

  it.each([...REPORTS, ...LOOK_AHEAD, 'annual'])('%s: can be made', async (report) => {
    const tables = await shown(await unit('york', ONE), report);
    expect(tables.size).toBeGreaterThan(0);
  });

  it('has one child at the end of its first year, and nobody at the end of the year before', async () => {
    const annual = await shown(await unit('york', ONE), 'annual --year 2026');
    const care = annual.get('in-care-years')!.rows.find(({ key }) => key === 'at-end')!;
    expect(care.cells.slice(0, 3).map(({ value }) => value)).toEqual([1, 0, 1]);
    const reviews = annual.get('reviews-years')!.rows.find(({ key }) => key === 'share-in-time')!;
    expect(reviews.cells.slice(0, 3).map(({ value }) => value)).toEqual([null, null, null]);
  });

  it('leaves last year blank, and says so, if the unit did not use irotool in all of it', async () => {
    const made = await unit('york', [...ONE, 'settings set go-live 2025-09-01 --yes']);
    for (const [id, { rows, columns }] of await shown(made, 'annual --year 2026')) {
      if (!id.endsWith('-years')) continue;
      const last = columns.findIndex((column) => column.id === 'last-year');
      expect(rows.map(({ cells }) => cells[last]!.value)).toEqual(rows.map(() => null));
    }
    const { out } = await made.run(`report annual --year 2026 --today ${TODAY}`, at(TODAY));
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Last year is left blank: irotool is in use since Monday 1 September 2025',
    );
    const report = await made.run(`report performance --year 2026 --today ${TODAY}`, at(TODAY));
    expect(report.out.replaceAll(/\s+/g, ' ')).toContain(
      'only what was entered since is counted, and that is not all',
    );
  });
});
