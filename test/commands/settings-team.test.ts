/** `settings team`: the posts of the unit as they are from a day on, and what the annual report says of them. */
import { afterAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const TODAY = '2026-04-20';
const LINES = [
  'settings team --role iro --on 2024-04-01 --posts 7 --fte 6.5 --permanent 7 --agency 0 --vacant 0',
  'settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4 --permanent 6 --agency 1 --vacant 1 --joined 2 --left 1',
  'settings team --role iro --on 2025-11-16 --fte 7.8 --permanent 7 --vacant 0 --joined 1',
  'settings team --role business-support --on 2025-04-01 --posts 3',
].map((line) => `${line} --today ${TODAY}`);

interface TableJson {
  readonly id: string;
  readonly rows: { key: string; cells: { value: number | null; withheld?: true }[] }[];
}
async function tables(of: Unit, line: string): Promise<TableJson[]> {
  const { code, out, err } = await of.run(`report ${line} --json --today ${TODAY}`);
  expect([code, err]).toEqual([0, expect.anything()]);
  return (JSON.parse(out) as { tables: TableJson[] }).tables;
}
const values = (all: readonly TableJson[], id: string): Record<string, (number | null | 'withheld')[]> =>
  Object.fromEntries(
    all
      .find((each) => each.id === id)!
      .rows.map(({ key, cells }) => [
        key,
        cells.map(({ value, withheld }) => (withheld ? 'withheld' : value)),
      ]),
  );

describe('the posts of the unit', () => {
  it('are kept by the day from which they are so, and what is left out stays as it was', async () => {
    const { run } = await unit('england', LINES);
    const { out, code } = await run('settings team --json');
    expect(code).toBe(0);
    const { posts } = JSON.parse(out) as { posts: object[] };
    expect(posts).toHaveLength(4);
    expect(posts).toContainEqual({
      ...{ role: 'iro', on: '2025-11-16', posts: 8, fte: 7.8, permanent: 7, agency: 1, vacant: 0 },
      ...{ joined: 1, left: null },
    });
    expect((await run('settings team')).out).toMatch(/IRO +Sun 16 Nov 2025 +8 +7\.8 +7 +1 +0 +1 +–/);
  });

  it('say that none are kept, and what to type', async () => {
    const { run } = await unit('england', []);
    const { out, err } = await run('settings team');
    expect(out).toContain('No posts are kept of the unit.');
    expect(err).toContain('irotool settings team --role iro --on');
  });

  it('are corrected by typing the day again, and taken away', async () => {
    const { run } = await unit('england', LINES);
    await run(`settings team --role iro --on 2025-11-16 --vacant 1 --permanent 6 --today ${TODAY}`);
    expect((await run('settings team --csv')).out).toContain('iro,2025-11-16,8,7.8,6,1,1,1,\n'.trimEnd());
    expect((await run('settings team --role iro --on 2025-11-16 --remove')).code).toBe(0);
    expect((await run('settings team')).out).not.toContain('16 Nov');
    expect((await run('settings team --role iro --on 2025-11-16 --remove')).code).toBe(1);
  });

  it.each([
    ['--role iro --on 2025-04-01 --posts 8 --fte 9', 1, '9 full-time equivalents are more than 8 posts.'],
    ['--role iro --on 2025-04-01 --posts 1 --vacant 2', 1, '2 vacant is more than 1 post.'],
    ['--role iro --on 2025-04-01 --posts many', 2, '--posts is a whole number from 0 to 999'],
    ['--role iro --on 2027-04-01 --posts 8', 2, 'has not come yet'],
    ['--role teacher --on 2025-04-01 --posts 8', 2, '--role is iro, chair'],
    ['--role iro --on 2025-04-01', 2, 'Missing: --posts'],
    ['--role iro --on 2025-04-01 --vacant 1', 2, 'Missing: --posts'],
    ['--posts 8', 2, 'Missing: --role --on'],
    ['--remove', 2, '--remove takes --role and --on'],
  ])('that cannot be so are refused: %s', async (typed, code, said) => {
    const { run } = await unit('england', []);
    const told = await run(`settings team ${typed} --no-input --today ${TODAY}`);
    expect([told.code, told.err]).toEqual([code, expect.stringContaining(said)]);
    expect((await run('settings team --json')).out).toContain('"posts": []');
  });

  it('are noted if those in post and the vacant ones do not come to all', async () => {
    const { run } = await unit('england', []);
    const line = 'settings team --role iro --on 2025-04-01 --posts 8 --permanent 6 --agency 1 --vacant 2';
    const { code, err } = await run(line);
    expect([code, err]).toEqual([0, expect.stringContaining('do not come to 8')]);
  });

  it('stand in the audit, in a backup, and are taken back by undo', async () => {
    const { run } = await unit('england', LINES);
    expect((await run('audit')).out).toContain('posts of IRO from 16 November 2025 added (posts 8;');
    expect((await run('undo --list')).out).toContain('settings team --role … --on 2025-11-16');
    expect((await run('undo --yes')).code).toBe(0);
    expect((await run('settings team')).out).not.toContain('business support');
    expect((await run('doctor')).out).not.toContain('posts');
    expect((await run('backup copy.db')).code).toBe(0);
    const copy = await run('settings team --db copy.db --json');
    expect((JSON.parse(copy.out) as { posts: object[] }).posts).toHaveLength(3);
  });
});

describe('the first table of the annual report', () => {
  it('has the posts at the end of each year, who joined and left in it, and the change', async () => {
    const all = await tables(await unit('england', LINES), 'annual --year 2026');
    expect(all[0]!.id).toBe('team');
    expect(values(all, 'team')).toEqual({
      iro: [8, 7.8, 7, 1, 0, 3, 1],
      'business-support': [3, null, null, null, null, null, null],
    });
    expect(values(all, 'team-years')).toMatchObject({
      'iro.posts': [8, 7, 1, null],
      'iro.fte': [7.8, 6.5, 1.3, null],
      'iro.vacant': [0, 0, 0, null],
      'iro.joined': [3, null, null, null],
      'business-support.posts': [3, null, null, null],
    });
  });

  it('has last year also of a unit that began with irotool since', async () => {
    const own = await unit('england', [...LINES, 'settings set go-live 2025-06-01']);
    expect(values(await tables(own, 'annual --year 2026'), 'team-years')['iro.posts']).toEqual([
      8,
      7,
      1,
      null,
    ]);
  });

  it('has blanks, and no noughts, of a unit that typed nothing', async () => {
    const all = await tables(await unit('england', []), 'annual --year 2026');
    expect(values(all, 'team')).toEqual({ iro: [null, null, null, null, null, null, null] });
    expect(new Set(Object.values(values(all, 'team-years')).flat())).toEqual(new Set([null]));
  });

  it('has the full-time equivalents of IROs of each month, averaged over its days', async () => {
    const child =
      'new-review --ref K1 --name "Zed Quill" --born 2012-01-04 --looked-after 2025-05-06 --basis C2 --told 2025-05-06 --new --yes --today 2025-05-06';
    const all = await tables(await unit('england', [...LINES, child]), 'annual --year 2026');
    const fte = Object.entries(values(all, 'month-ends')).map(([month, cells]) => [month, cells[3]]);
    expect(fte.slice(0, 1)).toEqual([['2025-05', 7.4]]);
    expect(Object.fromEntries(fte)).toMatchObject({ '2025-10': 7.4, '2025-11': 7.6, '2025-12': 7.8 });
  });

  it('has nothing small for anyone to read, nor what would tell it', async () => {
    const own = await unit('england', LINES);
    const all = await tables(own, 'annual --year 2026 --public');
    const w = 'withheld';
    expect(values(all, 'team')).toEqual({
      iro: [8, 7.8, w, w, 0, w, w],
      'business-support': [w, null, null, null, null, null, null],
    });
    expect(values(all, 'team-years')['iro.permanent']).toEqual([w, 7, w, null]);
  });

  it('is explained, and nobody is said to be behind it', async () => {
    const { run } = await unit('england', LINES);
    expect((await run('report explain team.joined')).out).toContain('added up as it was typed');
    const { code, err } = await run(`report annual --year 2026 --list team.posts --today ${TODAY}`);
    expect([code, err]).toEqual([2, expect.stringContaining('irotool settings team')]);
  });
});

describe.skipIf(why !== '')('in a real terminal', { timeout: 60_000 }, () => {
  afterAll(closeTerminals);

  it('what was not typed is asked for, a wrong number again, and Enter leaves what was before', async () => {
    const { db, run } = await unit('england', [LINES[0]!]);
    const terminal = new Terminal(db);
    terminal.run(`settings team --role iro --today ${TODAY}`);
    await terminal.answer('From which day', '1/4/2025');
    await terminal.sees('Posts (Enter: 7, as it was)');
    terminal.type('eight');
    terminal.press('Enter');
    await terminal.sees('That is a whole number from 0 to 999');
    await terminal.answer('Posts (Enter: 7, as it was)', '8');
    await terminal.answer('Full-time equivalents', '7.4');
    await terminal.answer('Posts with somebody permanent', '');
    await terminal.answer('Posts with somebody of an agency', '1');
    await terminal.answer('Vacant posts', '');
    await terminal.answer('How many joined', '1');
    await terminal.answer('How many left', '');
    await terminal.sees('exit 0');
    const { posts } = JSON.parse((await run('settings team --json')).out) as { posts: object[] };
    expect(posts).toContainEqual({
      ...{ role: 'iro', on: '2025-04-01', posts: 8, fte: 7.4, permanent: 7, agency: 1, vacant: 0 },
      ...{ joined: 1, left: null },
    });
  });
});
