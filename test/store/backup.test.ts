import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { headOf, headWords } from '../../src/store/chain/verify';
import { addChild } from '../../src/store/children';
import { checkCopy, lastBackup, makeBackup, restoreBackup } from '../../src/store/file/backup';
import { openDatabase } from '../../src/store/file/open';
import type { Db } from '../../src/store/sqlite';
import { openFile } from '../support/database';
import { folder } from '../support/harness';

const AT = '2026-03-13T12:00:00.000Z';
const NOW = Date.parse(AT);

function database(...refs: string[]): { file: string; db: Db } {
  const file = join(folder(), 'unit.db');
  const db = openDatabase(file, { now: () => NOW, create: () => undefined });
  for (const ref of refs) addChild(db, { ref });
  return { file, db };
}

function refsIn(file: string): unknown[] {
  const db = openFile(file, { readonly: true });
  try {
    return db.prepare('SELECT ref FROM child ORDER BY ref').pluck().all();
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  test('is whole while another is in the middle of writing, and without what that has not finished', () => {
    const { file, db } = database('C1', 'C2');
    const other = openDatabase(file, { now: () => NOW });
    other.exec('BEGIN IMMEDIATE');
    addChild(other, { ref: 'C3' });
    const copy = join(folder(), 'copy.db');
    const mine = openDatabase(file, { now: () => NOW, patience: 50 });
    expect(makeBackup(mine, copy, AT)).toMatchObject({ children: 2, remembered: false });
    mine.close();
    other.exec('COMMIT');
    other.close();
    expect(refsIn(copy)).toEqual(['C1', 'C2']);
    db.close();
  });

  test('is counted and remembered', () => {
    const { db } = database('C1', 'C2');
    const file = join(folder(), 'copy.db');
    expect(lastBackup(db)).toBeUndefined();
    expect(makeBackup(db, file, AT)).toEqual({
      file,
      bytes: statSync(file).size,
      children: 2,
      events: 0,
      remembered: true,
      head: headWords(headOf(db)!),
    });
    expect(lastBackup(db)).toBe(AT);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    db.close();
  });

  test('never overwrites, and leaves nothing half-made', () => {
    const { db } = database('C1');
    const within = folder();
    writeFileSync(join(within, 'there.db'), 'mine');
    expect(() => makeBackup(db, join(within, 'there.db'), AT)).toThrow('is there already');
    expect(() => makeBackup(db, join(within, 'none', 'copy.db'), AT)).toThrow('There is no folder');
    expect(readFileSync(join(within, 'there.db'), 'utf8')).toBe('mine');
    expect(readdirSync(within)).toEqual(['there.db']);
    db.close();
  });
});

describe('a copy is refused, in words, where it is', () => {
  const within = folder();
  const at = (name: string): string => join(within, name);
  const { db } = database('C1');
  const sound = at('sound.db');
  makeBackup(db, sound, AT);
  const spoilt = readFileSync(sound);
  writeFileSync(at('damaged.db'), spoilt.fill(0x5a, 4096));
  writeFileSync(at('cut.db'), readFileSync(sound).subarray(0, 10_000));
  writeFileSync(at('notes.db'), 'Ring the school.');
  mkdirSync(at('folder.db'));
  const other = openFile(at('other.db'));
  other.exec('CREATE TABLE t (a)');
  other.close();
  makeBackup(db, at('newer.db'), AT);
  const newer = openFile(at('newer.db'));
  newer.pragma('user_version = 99');
  newer.close();
  db.close();

  test.each([
    ['damaged.db', 'is damaged'],
    ['cut.db', 'is damaged'],
    ['notes.db', 'is not an irotool database'],
    ['folder.db', 'is not a file'],
    ['other.db', 'is not an irotool database'],
    ['newer.db', 'was written by a newer irotool (version 99 of the file'],
    ['none.db', 'There is no file'],
  ])('%s: %s', (name, words) => {
    expect(() => checkCopy(at(name))).toThrow(words);
    const { file, db: present } = database('C9');
    present.close();
    expect(() => restoreBackup(at(name), file, NOW)).toThrow(UserError);
    expect(refsIn(file)).toEqual(['C9']);
    expect(readdirSync(join(file, '..')).filter((each) => /arriving|restore/.test(each))).toEqual([]);
  });
});

describe('a restore', () => {
  function backupOf(...refs: string[]): string {
    const { db } = database(...refs);
    const file = join(folder(), 'backup.db');
    makeBackup(db, file, AT);
    db.close();
    return file;
  }

  test('puts the copy in place and keeps what was there, whole', () => {
    const { file, db } = database('C9');
    db.close();
    const kept = restoreBackup(backupOf('C1'), file, NOW);
    expect(kept).toBe(`${file}.before-restore-2026-03-13T120000`);
    expect(refsIn(file)).toEqual(['C1']);
    expect(refsIn(kept!)).toEqual(['C9']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('twice in one second keeps both', () => {
    const { file, db } = database('C9');
    db.close();
    restoreBackup(backupOf('C1'), file, NOW);
    const kept = restoreBackup(backupOf('C2'), file, NOW);
    expect(kept).toBe(`${file}.before-restore-2026-03-13T120000-2`);
    expect(refsIn(kept!)).toEqual(['C1']);
  });

  test('is refused while another has the database open', () => {
    const { file, db } = database('C9');
    expect(() => restoreBackup(backupOf('C1'), file, NOW)).toThrow('Another irotool is using the database.');
    expect(db.prepare('SELECT ref FROM child').pluck().all()).toEqual(['C9']);
    db.close();
    expect(refsIn(file)).toEqual(['C9']);
  });

  test('replaces one that is damaged, and sets its log aside with it', () => {
    const { file, db } = database('C9');
    const log = readFileSync(`${file}-wal`);
    db.close();
    writeFileSync(file, readFileSync(file).fill(0x5a, 30));
    writeFileSync(`${file}-wal`, log);
    const kept = restoreBackup(backupOf('C1'), file, NOW)!;
    expect(refsIn(file)).toEqual(['C1']);
    expect(existsSync(kept)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('needs no database to be there, and is not spoilt by the log of one that was', () => {
    const { file, db } = database('C9');
    const log = readFileSync(`${file}-wal`);
    db.close();
    const other = join(folder(), 'new', 'unit.db');
    expect(restoreBackup(backupOf('C1'), other, NOW)).toBeNull();
    expect(refsIn(other)).toEqual(['C1']);
    const third = join(folder(), 'unit.db');
    writeFileSync(`${third}-wal`, log);
    expect(restoreBackup(backupOf('C1'), third, NOW)).toBeNull();
    expect(refsIn(third)).toEqual(['C1']);
    expect(refsIn(file)).toEqual(['C9']);
  });
});
