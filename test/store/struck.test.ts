/**
 * A wrong fact that is struck out leaves nothing behind: what the file works out of the child is that of the life
 * in which it was never recorded; and one that is entered again as it should be, that of the life in which it was
 * right from the start. Over invented lives, with a wrong fact of every kind.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fact, specOf } from '../../src/core/events/fact';
import { EVENTS } from '../../src/core/events/list';
import { DERIVED_TABLES, refreshChild } from '../../src/store/agenda/agenda';
import type { Engine } from '../../src/store/agenda/reckoning';
import { addChild } from '../../src/store/children';
import { addEvent, factsOf, strikeEvent } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import type { Db } from '../../src/store/sqlite';
import { lives, soups } from '../core/support/arbitraries';
import { calendars, rulesOf } from '../core/support/engine';
import type { Life } from '../core/support/lives';
import { folder } from '../support/harness';

/** A new file, written to in one transaction that never ends: the disk is waited for nowhere. */
function opened(): Db {
  const now = (): number => Date.UTC(2026, 2, 13, 12);
  const db = openDatabase(join(folder(), 'unit.db'), { now, create: () => undefined });
  db.exec('BEGIN');
  return db;
}

const engineOf = ({ goLive }: Life): Engine => ({
  ...{ rules: rulesOf('york'), briefs: new Map(), calendars, goLive, fingerprint: '' },
});

/** A fact with people who are in every record, in place of those whom an invented one names. */
function ofAnyRecord(fact: Fact): Fact {
  const named = ['child', 'iro', 'social-worker'];
  const people = (text: string) =>
    [...new Set(text.split(',').map((tag) => named[tag.length % named.length]!))].join(',');
  return {
    ...fact,
    attributes: Object.fromEntries(
      Object.entries(fact.attributes).map(([name, value]) => {
        const kind = specOf(fact)?.attributes[name]?.kind;
        return [name, kind === 'who' || kind === 'people' ? people(value) : value];
      }),
    ),
  };
}

let refs = 0;
function childOf(db: Db, { born }: Life): number {
  return addChild(db, { ref: `K-${++refs}`, name: null, born, sex: null, ethnicity: null, upn: null });
}

/** What the file has worked out of a child, without the numbers of rows. */
function workedOut(db: Db, id: number): unknown {
  const facts = factsOf(db, id).map(({ id: _, ...fact }) => fact);
  const derived = DERIVED_TABLES.map((table) =>
    (db.prepare(`SELECT * FROM ${table} WHERE child_id = ?`).all(id) as object[]).map((row) => ({
      ...row,
      child_id: null,
    })),
  );
  return { facts, derived };
}

const sorted = (facts: readonly unknown[]): unknown[] => facts.map((fact) => JSON.stringify(fact)).sort();

/** Records facts one after another, some of them wrong: those are struck out once all are there. */
function recorded(db: Db, life: Life, facts: readonly Fact[], wrong: ReadonlySet<Fact>): unknown {
  const id = childOf(db, life);
  const subject = { id, born: life.born };
  const struck = facts.flatMap((fact) => {
    const event = addEvent(db, id, ofAnyRecord(fact));
    return wrong.has(fact) ? [event] : [];
  });
  // As a morning between the two would have it.
  refreshChild(db, subject, engineOf(life));
  for (const event of struck) strikeEvent(db, event, 'entered wrongly');
  refreshChild(db, subject, engineOf(life));
  return workedOut(db, id);
}

/** Anything that may be recorded, on some day of the life or near it. */
const wrongFacts = soups.map(({ facts }) => facts).filter((facts) => facts.length > 0);
const tried = fc.tuple(lives, wrongFacts, fc.nat(), fc.nat());

test('struck out, it is as if it had never been recorded', () => {
  const db = opened();
  const kinds = new Set<string>();
  fc.assert(
    fc.property(tried, ([life, others, at, of]) => {
      fc.pre(life.facts.length > 0);
      const place = at % (life.facts.length + 1);
      const on = life.facts[of % life.facts.length]!.on;
      const wrong = others.slice(0, 4).map((fact) => ({ ...fact, on }));
      for (const { kind } of wrong) kinds.add(kind);
      const all = [...life.facts.slice(0, place), ...wrong, ...life.facts.slice(place)];
      expect(recorded(db, life, all, new Set(wrong))).toEqual(recorded(db, life, life.facts, new Set()));
    }),
    { numRuns: 300, seed: 13 },
  );
  expect(kinds.size).toBeGreaterThan(EVENTS.length * 0.9);
  db.close();
});

test('entered again on its right day, it is as if it had been right from the start', () => {
  const db = opened();
  let moved = 0;
  fc.assert(
    fc.property(fc.tuple(lives, fc.nat(), fc.integer({ min: -9, max: 9 })), ([life, at, by]) => {
      fc.pre(life.facts.length > 0);
      const right = life.facts[at % life.facts.length]!;
      const days = life.facts.map(({ on }) => on);
      const wrong = { ...right, on: days[(at + Math.abs(by)) % days.length]! };
      if (wrong.on !== right.on) moved++;
      const facts = life.facts.map((fact) => (fact === right ? wrong : fact));
      const corrected = recorded(db, life, [...facts, right], new Set([wrong])) as { facts: unknown[] };
      const plain = recorded(db, life, life.facts, new Set()) as { facts: unknown[] };
      expect({ ...corrected, facts: sorted(corrected.facts) }).toEqual({
        ...plain,
        facts: sorted(plain.facts),
      });
    }),
    { numRuns: 250, seed: 13 },
  );
  expect(moved).toBeGreaterThan(100);
  db.close();
});
