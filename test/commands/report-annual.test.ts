/** `report annual`: the tables of a year, the year before beside them, and their quarters; each number is that of the report it comes from. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';

const TODAY = '2026-04-20';
const care = (ref: string, on: string): string =>
  `new-review --ref ${ref} --name "Zed ${ref} Quill" --born 2012-01-04 --looked-after ${on} --basis C2 --iro "Ann Khan" --told ${on} --new --yes --today ${on}`;
const held = (ref: string, on: string, more = ''): string =>
  `review hold ${ref} --on ${on} --code PN1 ${more} --yes --today ${on}`;

const LINES = [
  'person add --name "Ann Khan" --role iro',
  care('K1', '2024-06-03'),
  held('K1', '2024-06-28'),
  held('K1', '2024-09-20'),
  held('K1', '2025-03-14'),
  care('K2', '2025-10-06'),
  held('K2', '2025-11-05', '--late-because "The school was shut" --agreed-by "Ann Khan"'),
  held('K1', '2025-09-10'),
  care('K3', '2026-02-02'),
];

interface RowJson {
  readonly key: string;
  readonly cells: { value: number | null; n: number | null }[];
}
interface TableJson {
  readonly id: string;
  readonly title: string;
  readonly columns: { id: string }[];
  readonly rows: RowJson[];
  readonly total: RowJson | null;
}

let made: Unit;
beforeAll(async () => {
  made = await unit('england', LINES);
});

async function tables(line: string, of: Unit = made): Promise<TableJson[]> {
  const { code, out, err } = await of.run(`report ${line} --json --today ${TODAY}`);
  expect([code, err]).toEqual([0, expect.anything()]);
  return (JSON.parse(out) as { tables: TableJson[] }).tables;
}
const named = (all: readonly TableJson[], id: string): TableJson => all.find((each) => each.id === id)!;
const years = (all: readonly TableJson[], id: string): Record<string, (number | null)[]> =>
  Object.fromEntries(
    named(all, `${id}-years`).rows.map(({ key, cells }) => [key, cells.map(({ value }) => value)]),
  );
const allOf = ({ total, rows }: TableJson): RowJson => total ?? rows[0]!;

describe('the annual report', () => {
  it('has of both years what the report of each year has, and what changed', async () => {
    const annual = await tables('annual --year 2026');
    const [now, then] = [await tables('performance --year 2026'), await tables('performance --year 2025')];
    for (const id of ['in-care', 'reviews', 'took-part', 'seen', 'children', 'permanence', 'moved']) {
      const table = named(now, id);
      expect(named(annual, id)).toEqual(table);
      table.columns.forEach((column, at) => {
        const [a, b] = [allOf(table).cells[at]!, allOf(named(then, id)).cells[at]!];
        const change =
          a.value === null || b.value === null ? null : Math.round((a.value - b.value) * 10) / 10;
        expect([id, years(annual, id)[column.id]]).toEqual([id, [a.value, b.value, change, a.n]]);
      });
    }
    expect(years(annual, 'reviews')['in-time']).toEqual([1, 3, -2, null]);
    expect(years(annual, 'reviews')['share-in-time']).toEqual([20, 100, -80, 5]);
  });

  it('has row by row what a cut of a table was in both years, a row of one year alone too', async () => {
    const annual = await tables('annual --year 2026');
    const [status] = Object.entries(years(annual, 'in-care-by-status')).filter(([key]) =>
      key.startsWith('C2'),
    );
    expect(status![1]).toEqual([3, 1, 2, null]);
    expect(years(annual, 'why-late')).toMatchObject({ 'The school was shut': [1, 0, 1, null] });
    expect(Object.keys(years(annual, 'steps')).length).toBeGreaterThan(3);
  });

  it('has who is behind each number of a year, last year’s too, and nobody behind a change', async () => {
    const of = (figure: string) => made.run(`report annual --year 2026 --list ${figure} --today ${TODAY}`);
    expect((await of('reviews-years.last-year')).out).toMatch(/In time: 3\n\s+K1\/1, K1\/2, K1\/3/);
    expect((await of('steps-quarters.due')).code).toBe(0);
    const { code, err } = await of('reviews-years.change');
    expect([code, err]).toEqual([2, expect.stringContaining('reviews-years.last-year')]);
    const { out } = await made.run('report explain reviews-years.last-year');
    expect(out).toContain('What it was in the year before');
  });

  it('has of permanence what second reviews looked at and agreed, and blanks where that is not recorded', async () => {
    const own = await unit(
      'england',
      [
        care('K1', '2025-04-07'),
        held('K1', '2025-05-02'),
        held('K1', '2025-07-25', '--considered permanence-plan,milestones --permanence-agreed yes'),
        care('K2', '2025-04-07'),
        held('K2', '2025-05-02'),
        held('K2', '2025-07-25'),
      ].flatMap((line, at) => (at === 0 ? [LINES[0]!, line] : [line])),
    );
    expect(years(await tables('annual --year 2026', own), 'permanence')).toMatchObject({
      second: [2, 0, 2, null],
      considered: [100, null, null, 1],
      agreed: [100, null, null, 1],
      parallel: [null, null, null, 0],
    });
  });

  it('has of each month how many were in care at its end, and what the IROs carried', async () => {
    const annual = await tables('annual --year 2026');
    const months = named(annual, 'month-ends').rows;
    expect(months).toHaveLength(12);
    expect(months[6]!.key).toBe('2025-10');
    expect(months[6]!.cells.map(({ value }) => value)).toEqual([2, 0, 1, null, 2, 2, 0]);
    const care = named(annual, 'in-care');
    const atEnd = care.columns.findIndex(({ id }) => id === 'at-end');
    expect(months[11]!.cells[0]!.value).toBe(care.total!.cells[atEnd]!.value);
  });

  it('has of children six months in care whether the IRO checked and saw them between reviews', async () => {
    const own = await unit('england', [
      ...LINES,
      'record K1 midway-checked findings=well --on 2025-12-10 --today 2025-12-10',
    ]);
    // K2 came into care less than six months before the end of March.
    expect(years(await tables('annual --year 2026', own), 'between-reviews')).toMatchObject({
      children: [1, 1, 0, null],
      checked: [1, 0, 1, null],
      neither: [0, 1, -1, null],
    });
  });

  it('cuts by quarter what is not so by itself, and the quarters come to the year', async () => {
    const annual = await tables('annual --year 2026');
    for (const id of ['participation', 'steps']) {
      const [year, quarters] = [named(annual, id), named(annual, `${id}-quarters`)];
      const sum = (all: readonly RowJson[]): number =>
        all.reduce((total, { cells }) => total + cells[0]!.value!, 0);
      expect([id, sum(quarters.rows)]).toEqual([id, sum(year.rows)]);
      expect(sum(year.rows)).toBeGreaterThan(0);
    }
  });

  it('of a unit whose first year it is has no year before, and says so', async () => {
    const first = await unit('england', ['settings set go-live 2025-04-01 --yes', ...LINES]);
    expect(years(await tables('annual --year 2026', first), 'reviews')['in-time']).toEqual([
      1,
      null,
      null,
      null,
    ]);
    const { out } = await first.run(`report annual --year 2026 --today ${TODAY}`);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Last year is left blank: irotool is in use since Tuesday 1 April 2025',
    );
  });

  it('says who is behind a number, and refuses a figure that it has not', async () => {
    const { out } = await made.run(`report annual --year 2026 --list reviews.late --today ${TODAY}`);
    expect(out).toContain('K2/1');
    const { code, err } = await made.run(`report annual --list board.due --today ${TODAY}`);
    expect([code, err]).toEqual([2, expect.stringContaining('irotool report board --list board.due')]);
  });

  it('of a year that is running stands beside as much of the year before', async () => {
    const of = async (line: string): Promise<TableJson[]> => {
      const { out } = await made.run(`report ${line} --json --today 2025-09-15`);
      return (JSON.parse(out) as { tables: TableJson[] }).tables;
    };
    const then = named(await of('performance --from 2024-04-01 --to 2024-09-15'), 'reviews');
    const found = years(await of('annual --year 2026'), 'reviews');
    expect(found.due![1]).toBe(allOf(then).cells[0]!.value);
    const { out } = await made.run('report annual --year 2026 --today 2025-09-15');
    expect(out).toContain('Last year is counted to Sunday 15 September 2024 alone.');
  });

  it('names no child, and no IRO', async () => {
    const { out } = await made.run(`report annual --year 2026 --today ${TODAY}`);
    expect(out).not.toMatch(/Zed|Quill|Khan/);
  });

  it('of a unit of none is counted without a fault', async () => {
    const none = await unit('england', []);
    expect(years(await tables('annual --year 2026', none), 'reviews')['share-in-time']).toEqual([
      null,
      null,
      null,
      0,
    ]);
  });
});
