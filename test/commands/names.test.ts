/** No name of a child, or of someone of theirs, is kept as words in the chronology; on screen it is the name. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/context';
import { EVENTS } from '../../src/core/events/list';
import type { IsoDate } from '../../src/core/time/dates';
import { findChild } from '../../src/store/children';
import { addEvent, factsOf } from '../../src/store/chronology';
import { openFile } from '../support/database';
import { unit } from '../support/harness';

const TODAY = '2026-03-13' as IsoDate;
type Made = Awaited<ReturnType<typeof unit>>;

const LINES = [
  'person add --name "S Worker" --role social-worker',
  'new-review --ref K1 --name "Sorrel Dawes" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes',
  'new-review --ref K2 --name "Jayden Dawes" --born 2017-05-02 --sex M --looked-after 2026-03-02 --basis V2 --sibling K1 --iro "A Khan" --social-worker "S Worker" --placement U6 --yes',
  'child link K1 "Beth Ames" --role carer --relationship "foster carer" --tag carer',
  'child link K1 "Kelly Dawes" --role parent --relationship mother --responsibility yes --contact ordinary',
  'child link K1 "Tom Dawes" --role parent --relationship father --responsibility yes --contact ordinary',
];

async function family(): Promise<Made> {
  const made = await unit('england');
  for (const line of LINES) {
    const { code, err } = await made.run(`${line} --today 2026-03-02`);
    if (code !== 0) throw new Error(`${line}\n${err}`);
  }
  return made;
}

/** Everything that the file and its log hold. */
function bytesOf(db: string): string {
  return [db, `${db}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n');
}

/** Without the column that says who recorded it, and on one line. */
const plain = (text: string): string => text.replaceAll(/ jo$/gm, '').replaceAll(/\s+/g, ' ');

describe('a name in a text', () => {
  let made: Made;
  beforeAll(async () => {
    made = await family();
  });
  const run = (line: string) => made.run(`${line} --today ${TODAY}`);

  it('is kept as a reference, and is said; on screen it is the name', async () => {
    const line =
      'review call-early K1 --asked-by iro --reason other --about "Xq contact with jayden at Mrs Ames\'s"';
    const { code, err } = await run(line);
    expect([code, plain(err)]).toEqual([
      0,
      expect.stringContaining(
        'kept as references to those people, not as words: “jayden” (K2, brother), “Mrs Ames” (carer).',
      ),
    ]);
    const held = bytesOf(made.db);
    expect(held).toMatch(/Xq contact with ⟦child 2 given⟧ at Mrs ⟦person \d+ family⟧'s/);
    expect(held).not.toMatch(/Xq contact with jayden/i);
    for (const screen of ['child show K1 --ids', 'child show K1 --json', 'audit --child K1']) {
      expect(plain((await run(screen)).out), screen).toContain("Xq contact with Jayden at Mrs Ames's");
    }
    const audit = plain((await run('audit')).out);
    expect(audit).toContain("Xq contact with K2 at carer's");
  });

  it('is kept so by record, whoever is named; whom an attribute names has their tag, and a list of people their tags', async () => {
    const { code } = await run(
      'record K1 early-review-asked --on 2026-03-12 asked-by="Kelly Dawes" reason=other about="Sorrel told Tom" consulted="Beth Ames,social-worker"',
    );
    expect(code).toBe(0);
    const { out } = await run('child show K1 --ids');
    expect(plain(out)).toContain('asked by mother');
    expect(plain(out)).toContain('about Sorrel told Tom');
    expect(plain(out)).toContain('consulted carer, social-worker');
    expect(bytesOf(made.db)).toMatch(/⟦child 1 given⟧ told ⟦person \d+ given⟧/);
  });

  it('of two people is refused with the tag of each, without the name', async () => {
    const before = bytesOf(made.db).length;
    const { code, err } = await run('record K1 early-review-refused why="Dawes did not agree"');
    expect(code).toBe(2);
    expect(plain(err)).toContain(
      '“why” has a name in it that is of 4 people: child, K2, father, mother. Nothing was saved.',
    );
    expect(err).not.toContain('Dawes');
    expect(bytesOf(made.db).length).toBe(before);
    expect((await run('record K1 early-review-refused why="Mrs Dawes did not agree"')).code).toBe(0);
  });

  it('is kept so in why a fact was struck out', async () => {
    const { out } = await run('child show K1 --json');
    const { id } = (JSON.parse(out) as { chronology: { id: number; kind: string }[] }).chronology.find(
      ({ kind }) => kind === 'early-review-refused',
    )!;
    const struck = await run(`strike ${id} --why "Xr it was about Jayden" --yes`);
    expect([struck.code, plain(struck.err)]).toEqual([
      0,
      expect.stringContaining('kept as a reference to that person, not as words: “Jayden” (K2, brother).'),
    ]);
    const unclear = await run(`strike ${id - 1} --why "Dawes was meant" --yes`);
    expect([unclear.code, plain(unclear.err)]).toEqual([
      2,
      expect.stringContaining('“--why” has a name in it that is of 4 people: child, K2, father, mother.'),
    ]);
    expect(bytesOf(made.db)).not.toContain('Xr it was about Jayden');
    expect(plain((await run('child show K1 --ids')).out)).toContain('Xr it was about Jayden');
  });

  it('is the new name once someone has another', async () => {
    expect((await run('child edit K2 --name "Jaydon Dawes"')).code).toBe(0);
    expect(plain((await run('child show K1 --ids')).out)).toContain("Xq contact with Jaydon at Mrs Ames's");
  });
});

describe('every text that an event can have', () => {
  it('holds no name as words', async () => {
    const made = await family();
    const context = await createContext(
      { db: made.db, today: TODAY, input: false, color: false },
      {
        stdin: process.stdin,
        ...{ stdout: { write: () => true }, stderr: { write: () => true } },
        ...{ env: {}, cwd: '/', now: () => Date.UTC(2026, 2, 13, 12) },
      },
    );
    const { db, save } = await context.open();
    const child = findChild(db, 'K1')!;
    let texts = 0;
    for (const { kind, attributes } of EVENTS) {
      // One of the child's people is a tag, and a name that is none is refused.
      const people = Object.entries(attributes).filter(([, { kind: is }]) => is === 'who' || is === 'people');
      for (const [name] of people) {
        const fact = { on: TODAY, kind, attributes: { [name]: 'Jayden and Beth AMES' } };
        expect(() => save(() => addEvent(db, child.id, fact))).toThrow('nobody recorded by that name or tag');
      }
      const written = Object.entries(attributes).flatMap(([name, { kind: is, choices }]) => {
        const isText =
          choices === undefined &&
          ![
            'who',
            'people',
            'day',
            'time',
            'count',
            'review',
            'numberedReview',
            'colleague',
            'children',
          ].includes(is);
        return isText ? [[name, `Xs ${name} of Jayden and Beth AMES`]] : [];
      });
      texts += written.length;
      save(() => addEvent(db, child.id, { on: TODAY, kind, attributes: Object.fromEntries(written) }));
    }
    expect(texts).toBeGreaterThan(100);
    const shown = factsOf(db, child.id).flatMap(({ attributes }) =>
      Object.values(attributes).filter((value) => value.startsWith('Xs')),
    );
    expect(shown.filter((value) => !/^Xs [a-z-]+ of Jayden and Beth Ames$/.test(value))).toEqual([]);
    expect(shown.length).toBe(texts);
    context.close();
    expect(bytesOf(made.db)).not.toMatch(/Xs [a-z-]+ of (?:Jayden|[^"]*AMES)/i);
  });
});

describe('two records of one child', () => {
  it('are merged with what was kept as it was kept, for the person who stays', async () => {
    const made = await family();
    const run = (line: string) => made.run(`${line} --today ${TODAY}`);
    await run('child add --ref K9 --name "Sorrel Dawes" --born 2015-05-02 --new');
    await run('child link K9 "Beth Ames" --role carer');
    await run('child add --ref K8 --name "Ann Lee" --born 2015-05-02');
    await run('child add --ref K7 --born 2015-05-02');
    await run('record K9 dispute-opened ref=D1 about="Xt what Beth told Sorrel"');
    const { code, err } = await run('child merge K9 K1 --yes');
    expect([code, err]).toEqual([0, err]);
    expect(plain((await run('child show K1 --ids')).out)).toContain('Xt what Beth told Sorrel');
    // A reference to the record that went is one to the record that stays.
    await run('record K2 dispute-opened ref=D2 about="Xv Ann Lee was there"');
    expect((await run('child merge K8 K7 --yes --why "Xw Ann Lee twice"')).code).toBe(0);
    await run('child edit K7 --name "Anna Lee"');
    expect(plain((await run('child show K2 --ids')).out)).toContain('Xv Anna Lee was there');
    expect(bytesOf(made.db)).not.toMatch(/X[vw] Ann Lee/);
    const db = openFile(made.db, { readonly: true });
    const rows = db
      .prepare(`SELECT attributes FROM event WHERE child_id = 1 AND attributes LIKE '%Xt%'`)
      .pluck()
      .all();
    const carer = db
      .prepare(`SELECT person_id FROM child_person WHERE child_id = 1 AND tag = 'carer'`)
      .pluck()
      .get();
    db.close();
    expect(rows).toEqual([
      JSON.stringify({ ref: 'D1', about: `Xt what ⟦person ${carer} given⟧ told ⟦child 1 given⟧` }),
    ]);
  });
});

describe('a letter', () => {
  it('has the name for those who may know, and what they are for any other', async () => {
    const made = await family();
    const run = (line: string) => made.run(`${line} --today ${TODAY}`);
    const held = await run(
      'review hold K1 --on today --code PN1 --attended child,mother,carer --decision "Jayden stays with Beth Ames on Sundays; S Worker; 1/5/2026" --yes',
    );
    expect([held.code, held.err]).toEqual([0, held.err]);
    await run('child link K1 "T Teach" --role teacher');
    const record = async (who: string): Promise<string> =>
      plain((await run(`letter record-decisions K1 --to ${who} --format txt --out -`)).out);
    expect(await record('social-worker')).toContain('Jayden stays with Beth Ames on Sundays');
    expect(await record('child')).toContain('Jayden stays with Beth Ames on Sundays');
    const mother = await record('mother');
    expect(mother).toContain('stays with the carer on Sundays');
    expect(mother).not.toContain('Ames');
    // She is not recorded as of the brother's family too.
    expect(mother).toContain('The child’s brother stays');
  });
});

describe('a child of the same meeting who is no brother or sister', () => {
  it('is kept as a reference by the first name alone, also in the plan that brings them together', async () => {
    const made = await family();
    const run = (line: string) => made.run(`${line} --today ${TODAY}`);
    await run(
      'new-review --ref K9 --name "Ottoline Price" --born 2016-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --yes',
    );
    await run('child link K9 "Ida Price" --role parent --relationship mother');
    const apart = await run(
      'review call-early K1 --asked-by iro --reason other --about "Xa Ottoline shares"',
    );
    expect(apart.err).not.toContain('kept as');
    const planned = await run(
      'review plan K1 K9 --meeting "24/3 10:00" --venue "Xb Ottoline and Ida have the key"',
    );
    expect([planned.code, plain(planned.err)]).toEqual([
      0,
      expect.stringContaining('kept as references to those people, not as words: “Ottoline” (K9), “Ida”'),
    ]);
    await run('record K1 dispute-opened ref=D7 about="Xc ottoline’s room"');
    const held = bytesOf(made.db);
    expect(held).toMatch(/Xb ⟦child \d+ given⟧ and ⟦person \d+ given⟧ have/);
    expect(held).toMatch(/Xc ⟦child \d+ given⟧’s room/);
    expect(held).not.toMatch(/X[bc] ottoline/i);
    expect(plain((await run('child show K1 --ids')).out)).toContain('Xc Ottoline’s room');
    // What was written before they had a meeting is found, and mended when that is wanted.
    const found = await run('doctor');
    expect(found.out + found.err).toMatch(/kept as words/);
    await run('child link K1 "T Teach" --role teacher');
    const told = async (who: string) =>
      plain((await run(`letter invitation-${who} K1 --format txt --out -`)).out);
    expect(await told('teacher')).not.toContain('Ottoline');
  });
});

describe('the built program', () => {
  const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');
  const type = (db: string, ...typed: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [PROGRAM, ...typed, '--today', TODAY, '--db', db],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, stderr]);
    return stdout;
  };

  it('finds names with accents and curly apostrophes, and shows them again, as the tests do', async () => {
    const made = await family();
    await made.run(`child edit K2 --name "Siân O’Brien" --today ${TODAY}`);
    for (const [at, about] of ['Xu Sian O’Brien agreed', 'Xu SIA\u0302N’S school'].entries()) {
      type(made.db, 'record', 'K1', 'dispute-opened', `ref=D${at}`, `about=${about}`);
    }
    expect(bytesOf(made.db)).not.toMatch(/Xu (?:si|‘)/i);
    const shown = plain(type(made.db, 'child', 'show', 'K1', '--ids'));
    expect(shown).toContain('Xu Siân O’Brien agreed');
    expect(shown).toContain('Xu Siân’S school');
  });
});
