/** `report performance`: the unit’s figures, and who is behind each of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';

const care = (ref: string, iro: string): string =>
  `new-review --ref ${ref} --name "Zed ${ref} Quill" --born 2012-01-04 --looked-after 2025-10-06 --basis C2 --iro "${iro}" --told 2025-10-06 --new --yes --today 2025-10-06`;

/** Three children: one reviewed in time, one two working days late for a reason, one not at all. */
const LINES = [
  'person add --name "Ann Khan" --role iro',
  'person add --name "Bo Lee" --role iro',
  care('K1', 'Ann Khan'),
  care('K2', 'Ann Khan'),
  care('K3', 'Bo Lee'),
  'review hold K1 --on 2025-11-03 --code PN1 --yes --today 2025-11-03',
  'review hold K2 --on 2025-11-05 --code PN7 --late-because "Zed was ill" --agreed-by "Bo Lee" --yes --today 2025-11-05',
];

interface TableJson {
  readonly id: string;
  readonly columns: { id: string }[];
  readonly rows: { words: string; cells: { value: number | null; n: number | null; counted?: string[] }[] }[];
  readonly total: TableJson['rows'][number] | null;
}

let made: Unit;
beforeAll(async () => {
  made = await unit('england', LINES);
});

async function table(id: string, line = '', typed = {}): Promise<TableJson> {
  const { code, out, err } = await made.run(`report performance ${line} --json --today 2025-11-10`, typed);
  expect([code, err]).toEqual([0, expect.anything()]);
  return (JSON.parse(out) as { tables: TableJson[] }).tables.find((each) => each.id === id)!;
}
const numbers = ({ columns, total, rows }: TableJson): Record<string, number | null> =>
  Object.fromEntries(columns.map(({ id }, at) => [id, (total ?? rows[0]!).cells[at]!.value]));

describe('the figures of a unit', () => {
  it('are of reviews in time, late and not held, with the share and what it is of', async () => {
    const reviews = await table('reviews');
    expect(numbers(reviews)).toEqual({
      due: 3,
      held: 2,
      'in-time': 1,
      late: 1,
      eased: 0,
      'not-held': 1,
      'share-in-time': 33.3,
    });
    expect(reviews.total!.cells.at(-1)).toMatchObject({ value: 33.3, n: 3 });
  });

  it('have a child on a plan of which only a core group is recorded', async () => {
    const own = await unit('england', [
      ...LINES,
      'record K1 core-group-held --on 2025-11-06 --today 2025-11-06',
    ]);
    const { out } = await own.run('report performance --json --today 2025-11-10');
    const plans = (JSON.parse(out) as { tables: TableJson[] }).tables.find((each) => each.id === 'plans')!;
    expect(numbers(plans)).toMatchObject({ children: 1 });
  });

  it('of a month stand beside those of the same month a year before, as far as the period has come', async () => {
    const months = async (line: string, today: string): Promise<(string | number | null)[][]> => {
      const { out } = await made.run(`report performance ${line} --json --today ${today}`);
      const { rows } = (JSON.parse(out) as { tables: TableJson[] }).tables.find(
        ({ id }) => id === 'reviews-by-month',
      )!;
      return rows.map(({ words, cells }) => [words, cells[2]!.value, cells[2]!.n]);
    };
    // The three were due on 3 November 2025.
    expect(await months('--month 2026-11', '2026-11-30')).toContainEqual(['November 2026', 33.3, 3]);
    expect(await months('--month 2026-11', '2026-11-02')).toEqual([]);
  });

  it('of a month with nothing due have no share, and not a share of nought', async () => {
    expect(numbers(await table('took-part', '--month 2025-10'))).toEqual({
      reviews: 0,
      attended: null,
      neither: null,
      views: null,
      'no-code': 0,
    });
  });

  it('stand in a row for each IRO', async () => {
    const { rows } = await table('reviews', '--by iro');
    expect(rows.map(({ words, cells }) => [words, cells[0]!.value])).toEqual([
      ['Ann Khan', 2],
      ['Bo Lee', 1],
    ]);
  });

  it('of children at their reviews stand in a row for each IRO too; what cannot be so says that it is not', async () => {
    const { rows } = await table('took-part', '--by iro');
    expect(rows.map(({ words }) => words)).toEqual(['Ann Khan']);
    const { out } = await made.run('report monitoring --by iro --today 2025-11-10');
    expect(out).toContain('WHAT THE MONITORING FORMS SAY (not by IRO)');
  });

  it('are not of a day that has not come', async () => {
    const { code, err } = await made.run('report performance --as-at 2025-11-11 --today 2025-11-10');
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('has not come yet. Leave it out'),
    ]);
  });

  it('name no child, also where somebody wrote a name into a reason', async () => {
    const { out } = await made.run('report performance --today 2025-11-10');
    expect(out).toContain('(name left out) was ill');
    expect(out).not.toMatch(/Zed|Quill/);
  });

  it('have those behind them, with one command', async () => {
    const { out } = await made.run('report performance --list reviews.late --today 2025-11-10');
    expect(out).toMatch(/All reviews|held after it/);
    expect(out).toContain('K2/1');
    expect(out).not.toContain('K1/1');
    const { out: csv } = await made.run(
      'report performance --list reviews.share-in-time --csv --today 2025-11-10',
    );
    expect(csv).toContain('October to December 2025,K1/1,yes');
    expect(csv).toContain('October to December 2025,K3/1,no');
  });

  it('are a sentence each, and one that there is not is refused with the nearest', async () => {
    const { out } = await made.run('report explain reviews.late');
    expect(out).toContain('held after');
    const { code, err } = await made.run('report explain reviews.lat');
    expect([code, err]).toEqual([2, expect.stringContaining('reviews.late')]);
    const other = await made.run('report performance --list disputes.open');
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining('report disputes --list disputes.open'),
    ]);
  });
});

describe('the figures as they stood recorded on a day', () => {
  const at = (on: string): number => Date.parse(`${on}T12:00:00Z`);

  it('know nothing that was entered later, and still hold what was struck out later', async () => {
    const own = await unit('england', [LINES[0]!, LINES[1]!]);
    const type = async (line: string, on: string): Promise<void> => {
      const { code, err } = await own.run(`${line} --today ${on}`, { now: at(on) });
      expect([code, err]).toEqual([0, expect.anything()]);
    };
    await type(care('K1', 'Ann Khan').replace(/ --today .*/, ''), '2025-10-06');
    await type('review hold K1 --on 2025-11-03 --code PN1 --yes', '2025-11-05');
    const { out } = await own.run('child show K1 --history --ids --today 2025-11-06');
    const held = /(\d+)\s+.*review held/i.exec(out)?.[1] ?? /#(\d+).*review/i.exec(out)?.[1];
    await type(`strike ${held} --why "Wrong child" --yes`, '2025-11-07');
    const inTime = async (asAt: string): Promise<unknown> => {
      const { out: json } = await own.run(`report performance --as-at ${asAt} --json --today 2025-11-10`, {
        now: at('2025-11-10'),
      });
      const { tables } = JSON.parse(json) as { tables: TableJson[] };
      const { 'in-time': held, 'not-held': not } = numbers(tables.find(({ id }) => id === 'reviews')!);
      return [held, not];
    };
    // The last day is 3 November: on the 4th nobody has entered that it was held.
    expect(await inTime('2025-11-04')).toEqual([0, 1]);
    expect(await inTime('2025-11-05')).toEqual([1, 0]);
    expect(await inTime('2025-11-06')).toEqual([1, 0]);
    expect(await inTime('2025-11-07')).toEqual([0, 1]);
  });
});
