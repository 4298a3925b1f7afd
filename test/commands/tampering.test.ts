import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, irotool, type Unit, unit, words } from '../support/harness';

/** On one line, however it was wrapped. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

const LINES = [
  'person add --name "A Khan" --role iro --team East',
  'person add --name "Mo North" --role manager --email mo@council.gov.uk --manages "A Khan"',
  'iro leave "A Khan" --from 2026-04-01 --to 2026-04-10',
  'new-review --ref K1 --name "Siân Łukasiewicz" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --yes',
  'new-review --ref K2 --name "Bo Other" --born 2016-05-02 --looked-after 2026-03-02 --iro "A Khan" --yes',
  'new-review --ref K3 --name "Cy Third" --born 2014-05-02 --looked-after 2026-03-02 --yes',
  'child edit K1 --sibling K2 --yes',
  'child link K1 "Jo Lee" --role mother --responsibility yes --yes',
  'record K1 invitations-sent --on 2026-03-05 --yes',
  'record K1 invitations-sent --on 2026-03-04 --yes',
  'settings set unit.name Reviewing',
  'settings team --role iro --on 2025-04-01 --posts 8 --fte 7.4',
];

let made: Unit;

beforeAll(async () => {
  made = await unit('england');
  for (const line of LINES) {
    const { code, err } = await made.run(line);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
  const open = new Database(made.db);
  const event = open.prepare(`SELECT max(id) FROM event WHERE kind = 'invitations-sent'`).pluck().get();
  open.close();
  const struck = await made.run(`strike ${event} --why "typed twice" --yes`);
  if (struck.code !== 0) throw new Error(struck.err);
});

/** A copy of the file, edited by another program with every guard taken off that is named, which puts them back. */
function edited(sql: string, puttingBack = true): string {
  const file = join(folder(), 'unit.db');
  const from = new Database(made.db);
  from.pragma('wal_checkpoint(TRUNCATE)');
  from.close();
  copyFileSync(made.db, file);
  const db = new Database(file);
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  if (puttingBack) for (const each of triggers) db.exec(each.sql);
  db.close();
  return file;
}

const answer = (line: string, db: string) => irotool(words(`${line} --db ${db}`));

const EVENT = `(SELECT id FROM event WHERE kind = 'invitations-sent' ORDER BY id LIMIT 1)`;
const STRUCK = '(SELECT event_id FROM strike)';
const K = (ref: string): string => `(SELECT id FROM subject WHERE ref = '${ref}')`;
const ENTRY = `(SELECT id FROM audit WHERE subject = 'event' ORDER BY id DESC LIMIT 1)`;

/** What somebody with the file and a database program could change, and what must be said of it. */
const EDITS: readonly (readonly [what: string, sql: string, said: RegExp])[] = [
  [
    'the day of an event',
    `UPDATE event SET happened_on = '2026-03-01' WHERE id = ${EVENT}`,
    /event \d+ of K1 was changed/,
  ],
  [
    'what an event says',
    `UPDATE event SET attributes = '{"x":"y"}' WHERE id = ${EVENT}`,
    /event \d+ of K1 was changed/,
  ],
  [
    'the kind of an event',
    `UPDATE event SET kind = 'review-cancelled' WHERE id = ${EVENT}`,
    /event \d+ of K1 was changed/,
  ],
  [
    'whose an event is',
    `UPDATE event SET child_id = ${K('K2')} WHERE id = ${EVENT}`,
    /event \d+ of K2 was changed/,
  ],
  ['an event taken out', `DELETE FROM event WHERE id = ${EVENT}`, /event \d+ was taken out/],
  [
    'an event put in',
    `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by) SELECT child_id, '2026-03-06', kind, attributes, recorded_at, recorded_by FROM event WHERE id = ${EVENT}`,
    /event \d+ of K1 was put in/,
  ],
  ['a strike taken out', 'DELETE FROM strike', /the strike of event \d+ of K1 was taken out/],
  [
    'a strike put in',
    `INSERT INTO strike (event_id, why, struck_at, struck_by) SELECT ${EVENT}, 'x', struck_at, struck_by FROM strike`,
    /the strike of event \d+ of K1 was put in/,
  ],
  [
    'why an event was struck',
    `UPDATE strike SET why = 'no reason' WHERE event_id = ${STRUCK}`,
    /the strike of event \d+ of K1 was changed/,
  ],
  ['a child’s name', `UPDATE subject SET name = 'Zed' WHERE ref = 'K1'`, /K1 was changed/],
  ['a child’s birthday', `UPDATE subject SET born = '2010-01-01' WHERE ref = 'K1'`, /K1 was changed/],
  ['a child’s reference', `UPDATE subject SET ref = 'K9' WHERE ref = 'K1'`, /K9 was changed/],
  ['a child put in', `INSERT INTO subject (ref, name, kind) VALUES ('K4', 'Four', 'child')`, /K4 was put in/],
  ['a child taken out', `DELETE FROM subject WHERE ref = 'K3'`, /child \d+ was taken out|point at something/],
  ['brothers and sisters parted', 'DELETE FROM sibling', /sibling \d+ was taken out/],
  ['a person’s tag', `UPDATE child_person SET tag = 'father'`, /child person \d+ was changed/],
  [
    'parental responsibility',
    'UPDATE child_person SET has_responsibility = 0',
    /child person \d+ was changed/,
  ],
  [
    'who may know the placement',
    'UPDATE child_person SET knows_placement = 1',
    /child person \d+ was changed/,
  ],
  ['a person taken from a child', 'DELETE FROM child_person', /child person \d+ was taken out/],
  ['a colleague’s name', `UPDATE person SET name = 'B Khan' WHERE name = 'A Khan'`, /person \d+ was changed/],
  [
    'where a manager’s mail goes',
    `UPDATE person SET email = 'x@example.com' WHERE name = 'Mo North'`,
    /person \d+ was changed/,
  ],
  ['who manages whom', 'DELETE FROM manages', /manages \d+ was taken out/],
  ['leave', `UPDATE leave SET to_on = '2026-05-01'`, /leave \d+ was changed/],
  [
    'a setting',
    `UPDATE setting SET value = 'Other' WHERE key = 'unit.name'`,
    /setting unit\.name was changed/,
  ],
  ['a setting taken out', `DELETE FROM setting WHERE key = 'unit.name'`, /setting unit\.name was taken out/],
  ['the posts of the unit', `UPDATE posts SET posts = 9`, /posts \d+ was changed/],
  [
    'what the audit says an event was',
    `UPDATE audit SET after = replace(after, '2026-03', '2026-02') WHERE id = ${ENTRY}`,
    /Command \d+, by \S+ on 13 March 2026: a row it wrote was changed/,
  ],
  [
    'who the audit says it was',
    `UPDATE audit SET who = 'nobody' WHERE id = ${ENTRY}`,
    /Command \d+, by \S+ on 13 March 2026: a row it wrote was changed/,
  ],
  [
    'when the audit says it was',
    `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = ${ENTRY}`,
    /Command \d+, by/,
  ],
  [
    'an entry of the audit taken out',
    `DELETE FROM command_entry WHERE audit_id = ${ENTRY}; DELETE FROM audit WHERE id = ${ENTRY}`,
    /Command \d+, by \S+ on 13 March 2026: a row it wrote was taken out/,
  ],
  [
    'an entry of the audit put in',
    `INSERT INTO audit (at, who, what, subject, subject_id, before, after) SELECT at, who, what, subject, subject_id, before, after FROM audit WHERE id = ${ENTRY}`,
    /The end of the chain: the audit has rows that no command wrote/,
  ],
  [
    'an event and its entry changed alike',
    `UPDATE event SET happened_on = '2026-03-01' WHERE id = ${EVENT}; UPDATE audit SET after = json_set(after, '$.happened_on', '2026-03-01') WHERE subject = 'event' AND subject_id = CAST(${EVENT} AS TEXT)`,
    /Command \d+, by/,
  ],
  [
    'an event taken out with its entry',
    `DELETE FROM command_entry WHERE audit_id IN (SELECT id FROM audit WHERE subject = 'event' AND subject_id = CAST(${EVENT} AS TEXT)); DELETE FROM audit WHERE subject = 'event' AND subject_id = CAST(${EVENT} AS TEXT); DELETE FROM event WHERE id = ${EVENT}`,
    /Command \d+, by \S+ on 13 March 2026: a row it wrote was taken out/,
  ],
  [
    'who typed a command',
    `UPDATE command SET who = 'nobody' WHERE id = (SELECT max(id) FROM command)`,
    /Command \d+, by nobody/,
  ],
  [
    'what was typed',
    `UPDATE command SET typed = 'due' WHERE id = (SELECT max(id) FROM command)`,
    /Command \d+, by/,
  ],
  [
    'the command of an entry',
    `UPDATE command_entry SET command_id = command_id - 1 WHERE audit_id = ${ENTRY}`,
    /Command \d+, by/,
  ],
  ['a link of the chain', `UPDATE seal SET link = randomblob(32) WHERE id = 2`, /Command \d+, by/],
  [
    'a key of the chain',
    `UPDATE chain_key SET key = randomblob(32) WHERE owner = 'c' || ${K('K1')}`,
    /Command \d+, by/,
  ],
  ['a seal in the middle taken out', 'DELETE FROM seal WHERE id = 3', /Command \d+, by/],
  [
    'an entry of the audit that is no JSON',
    `UPDATE audit SET after = '{bad' WHERE id = ${ENTRY}`,
    /It cannot be read: a table or a column is gone, or an entry is no JSON/,
  ],
  ['every seal', 'DELETE FROM seal', /The chain over what commands wrote is gone/],
  ['every key', 'DELETE FROM chain_key', /What was recorded before the chain|Command \d+, by/],
  [
    'a deadline kept',
    `UPDATE agenda SET due = '2027-01-01' WHERE child_id = ${K('K1')}`,
    /The deadlines kept of K1 are not/,
  ],
  [
    'a deadline taken out',
    `DELETE FROM agenda WHERE child_id = ${K('K2')}`,
    /The deadlines kept of K2 are not/,
  ],
  ['where a child stands', 'UPDATE standing_of_child SET in_care = 0', /The deadlines kept of/],
  ['the words a child is found by', 'DELETE FROM child_called; DELETE FROM child_to_call', /found by/],
];

describe('what is changed past irotool is found by doctor', () => {
  test.each(EDITS)('%s', async (_what, sql, said) => {
    const db = edited(sql);
    const { code, out, err } = await answer('doctor', db);
    expect(code, out + err).toBe(1);
    expect(plain(out)).toMatch(said);
    // Nobody is named.
    expect(out).not.toMatch(/Siân|Łukasiewicz|Jo Lee|Khan|North/);
  });

  test('and nothing is found if nothing was', async () => {
    const { code, out } = await answer('doctor', edited('SELECT 1'));
    expect(code, out).toBe(0);
    expect(plain(out)).toContain('Nothing that a command wrote was changed after');
  });

  test('a table of the chain that is gone is found, and a backup is made all the same', async () => {
    const db = edited('DROP TABLE seal', false);
    const { code, out } = await answer('audit verify', db);
    expect(code).toBe(1);
    expect(plain(out)).toContain('The chain over what commands wrote is gone.');
    expect((await answer(`backup ${join(folder(), 'copy.db')}`, db)).code).toBe(0);
  });

  test('a guard that is gone, or is another, is named', async () => {
    const gone = await answer('doctor', edited('SELECT 1', false));
    expect(plain(gone.out)).toMatch(/trigger \w+ is missing/);
    const other = edited('SELECT 1');
    const db = new Database(other);
    db.exec(
      'DROP TRIGGER event_no_delete; CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT 1; END',
    );
    db.exec('CREATE TRIGGER beside AFTER INSERT ON event BEGIN SELECT 1; END; DROP INDEX audit_subject');
    db.close();
    const { code, out } = await answer('doctor', other);
    expect(code).toBe(1);
    expect(plain(out)).toContain(
      'index audit_subject is missing, trigger event_no_delete is another and trigger beside is none of ours.',
    );
  });
});

describe('a head that was kept elsewhere', () => {
  const headIn = (out: string): string => /head is (\d+-[0-9a-f]{16})/.exec(plain(out))![1]!;

  test('is gone through as long as nothing before it was written anew', async () => {
    const head = headIn((await answer('audit verify', made.db)).out);
    const { code, out } = await answer(`audit verify --from ${head}`, edited('SELECT 1'));
    expect(code).toBe(0);
    expect(plain(out)).toContain(`It goes through ${head}.`);
    const later = edited('SELECT 1');
    expect((await answer('settings set unit.telephone 01904', later)).code).toBe(0);
    expect((await answer(`audit verify --from ${head}`, later)).code).toBe(0);
  });

  test('shows an end that was cut off, which the file by itself does not', async () => {
    const head = headIn((await answer('audit verify', made.db)).out);
    const cut = edited(`
      CREATE TEMP TABLE last AS SELECT max(command_id) AS id FROM seal;
      DELETE FROM strike;
      DELETE FROM audit WHERE id IN (SELECT audit_id FROM command_entry WHERE command_id IN (SELECT id FROM last));
      DELETE FROM seal WHERE command_id IN (SELECT id FROM last);
      DELETE FROM command_entry WHERE command_id IN (SELECT id FROM last);
      DELETE FROM command WHERE id IN (SELECT id FROM last);`);
    expect((await answer('audit verify', cut)).code).toBe(0);
    const { code, out } = await answer(`audit verify --from ${head}`, cut);
    expect(code).toBe(1);
    expect(plain(out)).toContain(`${head} is no head of this file`);
  });

  test('that is none is refused with how one looks', async () => {
    const { code, err } = await answer('audit verify --from 12', made.db);
    expect(code).toBe(2);
    expect(plain(err)).toContain('“12” is no head of a chain');
  });
});
