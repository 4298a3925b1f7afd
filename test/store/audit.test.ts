import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { auditOfChild, latestAudit } from '../../src/store/audit';
import { addChild, addSibling, changeChild } from '../../src/store/children';
import { addEvent, strikeEvent } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import { addManages, addPerson, changePerson, teamNamed } from '../../src/store/people/people';
import { writeSetting } from '../../src/store/settings';
import { type Db, userName } from '../../src/store/sqlite';
import { folder } from '../support/harness';

function database(): Db {
  return openDatabase(join(folder(), 'unit.db'), {
    now: () => Date.UTC(2026, 2, 13, 12),
    create: () => undefined,
  });
}

const held = { on: isoDate('2026-03-10'), kind: 'review-held', attributes: { code: 'PN1' } };
/** The last entry: what it says of the change. */
function last(db: Db) {
  const [entry] = latestAudit(db, 1);
  const read = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
  return {
    what: entry!.what,
    subject: entry!.subject,
    before: read(entry!.before),
    after: read(entry!.after),
  };
}

describe('every write of a fact is in the audit', () => {
  const db = database();
  const child = addChild(db, { ref: 'C1', name: 'Ann Other' });

  test('a child, added and changed', () => {
    expect(last(db)).toMatchObject({ what: 'added', subject: 'child', before: null, after: { ref: 'C1' } });
    changeChild(db, child, { sex: 'F' });
    expect(last(db)).toMatchObject({ what: 'changed', before: { sex: null }, after: { sex: 'F' } });
  });

  test('an event and its strike', () => {
    const event = addEvent(db, child, held);
    const attributes = JSON.stringify(held.attributes);
    expect(last(db)).toMatchObject({
      subject: 'event',
      before: null,
      after: { kind: 'review-held', attributes },
    });
    strikeEvent(db, event, 'another child');
    expect(last(db)).toMatchObject({ subject: 'strike', after: { event_id: event, why: 'another child' } });
  });

  test('a team, a person, and who manages whom', () => {
    teamNamed(db, 'East');
    expect(last(db)).toMatchObject({ subject: 'team', after: { name: 'East' } });
    const iro = addPerson(db, { name: 'A Khan', role: 'iro' });
    expect(last(db)).toMatchObject({ subject: 'person', after: { name: 'A Khan' } });
    changePerson(db, iro, { email: 'a@council.gov.uk' });
    expect(last(db)).toMatchObject({ before: { email: null }, after: { email: 'a@council.gov.uk' } });
    addManages(db, addPerson(db, { name: 'B', role: 'manager' }), iro);
    expect(last(db)).toMatchObject({ subject: 'manages', after: { person_id: iro } });
  });

  test('a setting: set, changed and taken away', () => {
    writeSetting(db, 'pack', 'england');
    expect(last(db)).toMatchObject({ what: 'added', subject: 'setting', after: { value: 'england' } });
    writeSetting(db, 'pack', 'york');
    expect(last(db)).toMatchObject({
      what: 'changed',
      before: { value: 'england' },
      after: { value: 'york' },
    });
    writeSetting(db, 'pack', null);
    expect(last(db)).toMatchObject({ what: 'removed', before: { value: 'york' }, after: null });
  });

  test('brothers and sisters', () => {
    addSibling(db, child, addChild(db, { ref: 'C2' }));
    expect(last(db)).toMatchObject({ subject: 'sibling' });
  });

  test('with who and when', () => {
    expect(latestAudit(db, 1)[0]).toMatchObject({ who: userName(), at: '2026-03-13T12:00:00.000Z' });
  });

  test('whatever writes it: every table of facts has its three triggers', () => {
    const facts = [
      'setting',
      'team',
      'person',
      'manages',
      'subject',
      'sibling',
      'event',
      'strike',
      'child_person',
      'parent_in_care',
      'leave',
      'manages_team',
      'merged',
      'person_merged',
      'document_log',
      'posts',
      ...['holiday', 'holiday_year'],
      ...['outside_ref', 'case_map', 'difference_left'],
    ];
    const derived = [
      ...['migration', 'audit', 'derived_from', 'agenda', 'action', 'standing_of_child', 'to_plan'],
      ...['planned_meeting', 'child_called', 'child_to_call', 'own_event'],
      ...['outbox', 'report_run'],
      // Beside the audit: which command wrote what.
      ...['command', 'command_entry', 'command_message', 'command_taken_back'],
      // Beside the commands: that what they wrote stays as it was.
      ...['seal', 'chain_key', 'kept_digest'],
      // What is not saved yet is no fact.
      'draft',
    ];
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    const known = [...facts, ...derived];
    // A table added later is either a fact or derived: say which here.
    expect(tables.filter((name) => !name.startsWith('sqlite_') && !known.includes(name))).toEqual([]);
    for (const table of facts) {
      const triggers = db
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
        .pluck()
        .all(table);
      // A child and an applicant are each audited as what they are.
      const wanted = (table === 'subject' ? ['child', 'applicant'] : [table]).flatMap((name) =>
        ['added', 'changed', 'removed'].map((what) => `${name}_${what}`),
      );
      expect(triggers).toEqual(expect.arrayContaining(wanted));
    }
  });

  test('and nothing that stays as it was', () => {
    const person = addPerson(db, { name: 'C', role: 'iro' });
    changePerson(db, person, { telephone: '01904 1' });
    const before = latestAudit(db, 1)[0]!.id;
    changePerson(db, person, { telephone: '01904 1', active: true });
    expect(latestAudit(db, 1)[0]!.id).toBe(before);
  });
});

describe('what was written stays written', () => {
  const db = database();
  const child = addChild(db, { ref: 'C1' });
  const event = addEvent(db, child, held);
  strikeEvent(db, event, 'wrong child');

  test.each(['event', 'strike', 'audit'])('%s cannot be updated or deleted', (table) => {
    const [column] = (db.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .slice(1);
    expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(`${table} is append-only`);
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append-only`);
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBeGreaterThan(0);
  });

  test('nor replaced: that is a delete too', () => {
    const replace = db.prepare(
      `INSERT OR REPLACE INTO event SELECT id, child_id, '2020-01-01', kind, attributes, recorded_at, recorded_by, from_return FROM event`,
    );
    expect(() => replace.run()).toThrow('event is append-only');
    expect(db.prepare('SELECT happened_on FROM event').pluck().all()).toEqual([held.on]);
  });
});

describe('the audit of a child', () => {
  test('is that child’s row, events, strikes, plans and siblings, and no other’s', () => {
    const db = database();
    const [one, two] = [addChild(db, { ref: 'C1' }), addChild(db, { ref: 'C2' })];
    const event = addEvent(db, one, { ...held, kind: 'review-planned' });
    strikeEvent(db, event, 'twice');
    addEvent(db, two, held);
    addSibling(db, one, two);
    const subjects = auditOfChild(db, one, 99).map(({ subject }) => subject);
    expect(subjects).toEqual(['sibling', 'strike', 'event', 'child']);
    expect(auditOfChild(db, two, 99).map(({ subject }) => subject)).toEqual(['sibling', 'event', 'child']);
    expect(auditOfChild(db, one, 2)).toHaveLength(2);
  });
});
