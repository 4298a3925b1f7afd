/** `report caseload`, `report forecast` and `report board`: what is to come, counted as the lists that it comes from have it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';

const TODAY = '2025-11-10';
const care = (ref: string, iro: string, basis = 'C2'): string =>
  `new-review --ref ${ref} --name "Zed ${ref} Quill" --born 2012-01-04 --looked-after 2025-10-06 --basis ${basis} --iro "${iro}" --told 2025-10-06 --new --yes --today 2025-10-06`;

const LINES = [
  'person add --name "Ann Khan" --role iro',
  'person add --name "Bo Lee" --role iro',
  'iro days "Bo Lee" mon tue wed',
  care('K1', 'Ann Khan'),
  care('K2', 'Ann Khan', 'V3'),
  care('K3', 'Bo Lee'),
  'review hold K1 --on 2025-11-03 --code PN1 --yes --today 2025-11-03',
  'review plan K1 --meeting 2026-01-12 --today 2025-11-10 --yes',
  'iro leave "Ann Khan" --from 2026-01-12 --to 2026-01-16 --today 2025-11-10',
];

interface TableJson {
  readonly id: string;
  readonly columns: { id: string }[];
  readonly rows: { key: string; cells: { value: number | null; counted?: string[] }[] }[];
}

let made: Unit;
beforeAll(async () => {
  made = await unit('england', LINES);
});

async function json<T>(line: string): Promise<T> {
  const { code, out, err } = await made.run(`${line} --json --today ${TODAY}`);
  expect([code, err]).toEqual([0, expect.anything()]);
  return JSON.parse(out) as T;
}
async function rows(
  report: string,
  id: string,
  more = '',
): Promise<Record<string, Record<string, number | null>>> {
  const { tables } = await json<{ tables: TableJson[] }>(`report ${report} ${more}`);
  const { columns, rows: all } = tables.find((each) => each.id === id)!;
  return Object.fromEntries(
    all.map(({ key, cells }) => [
      key,
      Object.fromEntries(columns.map((column, at) => [column.id, cells[at]!.value])),
    ]),
  );
}

describe('what is to come', () => {
  it('has of each IRO the children and the full-time caseload that iro caseload has', async () => {
    const { iros } = await json<{ iros: { name: string; children: unknown[]; perFullTime: number }[] }>(
      'iro caseload',
    );
    const found = await rows('caseload', 'caseload');
    expect(iros).toHaveLength(2);
    for (const { name, children, perFullTime } of iros)
      expect(found[name]).toMatchObject({ children: children.length, 'per-full-time': perFullTime });
  });

  it('has each child’s next meeting in its week: on the day for which it is planned, else by its last day', async () => {
    const found = await rows('forecast', 'forecast');
    expect(found.overdue).toMatchObject({ reviews: 1, planned: 0, over: null });
    expect(found['2026-01-12']).toMatchObject({ reviews: 1, planned: 1 });
    const meetings = Object.values(found).reduce((sum, { reviews }) => sum + reviews!, 0);
    expect(meetings).toBe(3);
  });

  it('counts the days that IROs have, and those that bank holidays and leave take', async () => {
    const found = await rows('forecast', 'forecast');
    expect(found['2025-12-01']).toMatchObject({ days: 8, holidays: 0, leave: 0 });
    expect(found['2025-12-22']).toMatchObject({ days: 6, holidays: 2, leave: 0 });
    expect(found['2026-01-12']).toMatchObject({ days: 3, holidays: 0, leave: 5 });
  });

  it('says on the board as much to do as the list of what is due has', async () => {
    const found = await rows('board', 'board');
    const list = await json<{ deadlines: { due: string }[] }>('due --days 28');
    const due = Object.values(found).reduce((sum, each) => sum + each.due!, 0);
    expect(due).toBe(list.deadlines.length);
    expect(found.overdue!.due).toBe(list.deadlines.filter((each) => each.due < TODAY).length);
    expect(due).toBeGreaterThan(0);
  });

  it('names nobody on the board, and no child anywhere', async () => {
    const { out } = await made.run(`report board --today ${TODAY}`);
    expect(out).not.toMatch(/Khan|Lee|Zed|Quill|K1/);
    for (const report of ['caseload', 'forecast', 'board'])
      expect((await made.run(`report ${report} --today ${TODAY}`)).out).not.toMatch(/Zed|Quill/);
  });

  it('says who is behind a number', async () => {
    const { out } = await made.run(`report forecast --list forecast.reviews --today ${TODAY}`);
    expect(out).toMatch(/K1\/2/);
  });

  it('of a unit of none is counted without a fault', async () => {
    const none = await unit('england', []);
    for (const report of ['caseload', 'forecast', 'board'])
      expect((await none.run(`report ${report} --today ${TODAY}`)).code).toBe(0);
  });
});
