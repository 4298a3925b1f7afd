/** Names that an older irotool kept as words: found by doctor, and made references where it is asked to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../support/database';
import { unit } from '../support/harness';

const TODAY = '2026-03-13';
type Made = Awaited<ReturnType<typeof unit>>;

const LINES = [
  'new-review --ref K1 --name "Sorrel Dawes" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --yes',
  'new-review --ref K2 --name "Jayden Dawes" --born 2017-05-02 --sex M --looked-after 2026-03-02 --basis V2 --sibling K1 --iro "A Khan" --yes',
  'child add --ref K9 --name "Sorel Dawes" --born 2015-05-02 --new',
  'child link K1 "Beth Ames" --role carer --relationship "foster carer" --tag carer',
  'child link K1 "Kelly Dawes" --role parent --relationship mother --responsibility yes --contact ordinary',
];

/** A unit's file with texts in it as an older irotool kept them: typed past the place where names are found. */
async function older(): Promise<Made> {
  const made = await unit();
  for (const line of LINES) {
    const { code, err } = await made.run(`${line} --today 2026-03-02`);
    if (code !== 0) throw new Error(`${line}\n${err}`);
  }
  const db = openFile(made.db);
  db.function('irotool_who', () => 'someone');
  db.function('irotool_now', () => '2026-03-03T12:00:00.000Z');
  const add = db.prepare(
    `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
     VALUES (1, '2026-03-03', ?, ?, '2026-03-03T12:00:00.000Z', 'someone')`,
  );
  add.run('dispute-opened', JSON.stringify({ ref: 'D1', about: 'Zq contact with Jayden at Mrs Ames’s' }));
  add.run('dispute-opened', JSON.stringify({ ref: 'D2', about: 'Zr Beth was told' }));
  add.run('dispute-opened', JSON.stringify({ ref: 'D3', about: 'Zs nobody by name' }));
  add.run('dispute-opened', JSON.stringify({ ref: 'D4', about: 'Zt Dawes and Kelly were told' }));
  add.run(
    'early-review-asked',
    JSON.stringify({ 'asked-by': 'Kelly Dawes', reason: 'other', consulted: 'Beth Ames,child' }),
  );
  db.exec(`INSERT INTO strike SELECT id, 'Zu Jayden said no', 'then', 'someone' FROM event
    WHERE attributes LIKE '%Zr Beth%'`);
  db.exec(`INSERT INTO merged VALUES (3, 1, 'Zv Sorrel twice', 'then', 'someone')`);
  db.close();
  await made.run(`doctor --rebuild --today ${TODAY}`);
  return made;
}

const bytesOf = (db: string): string =>
  [db, `${db}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n');

/** Without the column that says who recorded it, and on one line. */
const plain = (text: string): string => text.replaceAll(/ someone$/gm, '').replaceAll(/\s+/g, ' ');

describe('names that were kept as words', () => {
  it('are found by doctor, which says how to mend them, and of whom it is not sure', async () => {
    const { run } = await older();
    const { code, out } = await run(`doctor --json --today ${TODAY}`);
    const names = (JSON.parse(out) as { checks: { check: string }[] }).checks.filter(
      ({ check }) => check === 'names',
    );
    // They were written past irotool, which is a fault by itself.
    expect([code, names]).toEqual([
      1,
      [
        {
          check: 'names',
          standing: 'advice',
          found: 'In 6 texts about K1 names are kept as words.',
          next: 'To keep them as references to those people: irotool doctor --mend',
        },
        {
          check: 'names',
          standing: 'advice',
          found: 'In 1 place about K1 it is not clear whose a name is (event 8: child or K2 or mother).',
          next: 'On a terminal irotool doctor --mend asks who is meant.',
        },
      ],
    ]);
    expect(out).not.toMatch(/Jayden|Beth|Kelly/);
  });

  it('are references after doctor --mend, in the audit too; the copy of before is kept and named', async () => {
    const { db, run } = await older();
    const { code, err } = await run(`doctor --mend --today ${TODAY}`);
    expect([code, plain(err)]).toEqual([
      1,
      expect.stringContaining('The names in 6 texts are kept as references now'),
    ]);
    const held = bytesOf(db);
    for (const words of [
      /Zq [^"]*(?:Jayden|Ames)/,
      /Zr Beth/,
      /Zu Jayden/,
      /Zv Sorrel/,
      /asked-by[^}]*Kelly Dawes/,
    ])
      expect(held).not.toMatch(words);
    expect(held).toMatch(/Zq contact with ⟦child 2 given⟧ at Mrs ⟦person \d+ family⟧’s/);
    const copies = readdirSync(dirname(db)).filter((name) => name.startsWith(`${basename(db)}.before-mend-`));
    expect(copies).toHaveLength(1);
    expect(err).toContain(copies[0]);
    const shown = plain((await run(`child show K1 --ids --today ${TODAY}`)).out);
    for (const text of ['Zq contact with Jayden at Mrs Ames’s', 'Zr Beth was told', 'Zu Jayden said no'])
      expect(shown).toContain(text);
    expect(shown).toContain('consulted carer, child');
    const audit = plain((await run(`audit --child K1 --limit 100 --today ${TODAY}`)).out);
    expect(audit).toContain('Zq contact with Jayden at Mrs Ames’s');
    expect(audit).toContain('the names in it are references now (doctor)');
    // What it is not sure of stays; what is typed is refused as before, and so is a change of what was written.
    expect(held).toContain('Zt Dawes and ⟦person');
    const again = await run(`doctor --mend --today ${TODAY}`);
    expect(again.err).toContain('There is nothing that could be mended.');
    expect((await run(`child edit K2 --name "Jaydon Dawes" --today ${TODAY}`)).code).toBe(0);
    expect(plain((await run(`child show K1 --ids --today ${TODAY}`)).out)).toContain(
      'Zq contact with Jaydon at',
    );
    const open = openFile(db);
    open.function('irotool_who', () => 'someone');
    open.function('irotool_now', () => 'then');
    expect(() => open.exec("UPDATE event SET kind = 'x'")).toThrow('event is append-only');
    expect(() => open.exec("UPDATE audit SET what = 'x'")).toThrow('audit is append-only');
    open.close();
  });

  it('of somebody who was recorded only later are found too', async () => {
    const { db, run } = await older();
    await run(`doctor --mend --today ${TODAY}`);
    expect((await run(`record K1 dispute-opened ref=D7 about="Zw Peter agreed" --today ${TODAY}`)).code).toBe(
      0,
    );
    await run(`child link K1 "Peter Frost" --role relative --relationship uncle --today ${TODAY}`);
    expect((await run(`doctor --today ${TODAY}`)).out).toContain(
      'In 1 text about K1 names are kept as words.',
    );
    await run(`doctor --mend --today ${TODAY}`);
    expect(bytesOf(db)).toMatch(/Zw ⟦person \d+ given⟧ agreed/);
  });
});
