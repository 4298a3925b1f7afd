/** Facts know whether a return told them: nothing that was typed is taken for one, and older files keep theirs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/store/file/migrate';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/file/schema';
import { keptFactsOf } from '../../src/store/kept-facts';
import { day, deadlines } from '../core/support/engine';
import { openFile } from '../support/database';
import { folder, unit } from '../support/harness';

const ON = '--today 2026-05-01';

/** A return of one child who was reviewed once. */
function returned(): string {
  const at = join(folder(), 'return');
  mkdirSync(at);
  const write = (name: string, ...lines: string[]): void =>
    writeFileSync(join(at, `${name}.csv`), lines.join('\n'));
  write('header', 'CHILD,SEX,DOB,ETHNIC,UPN', 'A1,F,10/05/2010,WBRI,');
  write(
    'episodes',
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    'A1,02/03/2026,S,V2,N1,U6,PR1,,,,,,',
  );
  write('reviews', 'CHILD,DOB,REVIEW,REVIEW_CODE', 'A1,10/05/2010,24/03/2026,PN1');
  return at;
}

/** The standing of every duty to speak with the only child of a file. */
function seen(file: string): string[] {
  const db = openFile(file, { readonly: true });
  const facts = keptFactsOf(db, 1);
  db.close();
  return deadlines(facts, day('2026-05-01'))
    .filter(({ rule }) => rule === 'see-child')
    .map(({ standing }) => standing);
}

test('of a review that was imported nobody asks whether the child was seen; of one that was typed, with nothing but its code, it is missed', async () => {
  const { db, run } = await unit();
  const made = await run(['import', 'ssda903', returned(), '--yes', '--today', '2026-05-01']);
  expect(made.code, made.err).toBe(0);
  expect(seen(db)).toEqual([]);
  const typed = await run(`record A1 review-held code=PN1 --on 2026-04-20 --yes ${ON}`);
  expect(typed.code, typed.err).toBe(0);
  expect(seen(db)).toEqual(['missed']);
});

describe('in a file of an older irotool', () => {
  const now = (): number => Date.UTC(2026, 2, 13, 12);

  test('a review with nothing but its code is of a return if it was written together with others', () => {
    const file = join(folder(), 'unit.db');
    const db = openFile(file);
    db.function('irotool_who', () => 'someone');
    db.function('irotool_now', () => new Date(now()).toISOString());
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma('journal_mode = WAL');
    const before = MIGRATIONS.findIndex(({ name }) => name === 'events that a return told');
    migrate(db, file, { now }, MIGRATIONS.slice(0, before));
    db.prepare("INSERT INTO child (ref) VALUES ('A1')").run();
    const write = db.prepare(
      `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
       VALUES (1, ?, ?, ?, ?, 'jo')`,
    );
    write.run('2026-01-05', 'became-looked-after', '{}', '2026-03-13T12:00:00.001Z');
    write.run('2026-02-02', 'review-held', '{"code":"PN1"}', '2026-03-13T12:00:00.002Z');
    write.run('2026-02-03', 'review-held', '{"code":"PN1","meeting":"no"}', '2026-03-13T12:00:00.003Z');
    write.run('2026-02-09', 'review-held', '{"code":"PN1"}', '2026-03-13T14:00:00.000Z');
    migrate(db, file, { now }, MIGRATIONS);
    const marked = db.prepare('SELECT happened_on FROM event WHERE from_return = 1').pluck().all();
    expect(marked).toEqual(['2026-02-02']);
    expect(() => db.exec('UPDATE event SET from_return = 1')).toThrow('append-only');
    db.close();
  });
});
