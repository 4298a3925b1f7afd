import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { addChild } from '../../src/store/children';
import { addEvent, factsOf } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import type { Db } from '../../src/store/sqlite';
import { saveFacts } from '../../src/store/writing';
import { folder } from '../support/harness';

const held = { on: isoDate('2026-03-10'), kind: 'review-held', attributes: { code: 'PN1' } };

function unit(): { readonly db: Db; readonly file: string; readonly child: number } {
  const file = join(folder(), 'unit.db');
  const db = openDatabase(file, { now: () => Date.UTC(2026, 2, 13, 12), create: () => undefined });
  return { db, file, child: addChild(db, { ref: 'C1', name: null }) };
}

it('reads the facts of a child once while nothing is written', () => {
  const { db, child } = unit();
  expect(factsOf(db, child)).toBe(factsOf(db, child));
});

it('reads a fact that this connection has saved, and one that another has', () => {
  const { db, file, child } = unit();
  expect(factsOf(db, child)).toHaveLength(0);
  saveFacts(db, () => addEvent(db, child, held));
  expect(factsOf(db, child)).toHaveLength(1);
  const other = openDatabase(file, { now: () => Date.UTC(2026, 2, 13, 13) });
  addEvent(other, child, { ...held, on: isoDate('2026-03-11') });
  expect(factsOf(db, child)).toHaveLength(2);
});

it('does not know a fact that was written, read, and taken back because the save was refused', () => {
  const { db, child } = unit();
  const refused = (): number =>
    saveFacts(db, () => {
      addEvent(db, child, held);
      expect(factsOf(db, child)).toHaveLength(1);
      throw new Error('refused');
    });
  expect(refused).toThrow('refused');
  expect(factsOf(db, child)).toHaveLength(0);
  saveFacts(db, () => expect(factsOf(db, child)).toHaveLength(0));
});
