import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandLine } from '../../src/core/privacy/command-line';
import type { Answer } from '../../src/core/talk';
import { isoDate } from '../../src/core/time/dates';
import { latestAudit } from '../../src/store/audit';
import { addChild, changeChild } from '../../src/store/children';
import { draftOf, forgetDraft, keepDraft } from '../../src/store/drafts';
import { makeBackup } from '../../src/store/file/backup';
import { openDatabase } from '../../src/store/file/open';
import { addMerged } from '../../src/store/merging';
import { addChildPerson } from '../../src/store/people/child-people';
import type { Db } from '../../src/store/sqlite';
import { openFile } from '../support/database';
import { folder } from '../support/harness';

const TODAY = isoDate('2026-03-16');
const MORNING = Date.UTC(2026, 2, 16, 10, 42);
const HOURS = 60 * 60 * 1000;
const AFTER: CommandLine = { name: 'review after <ref>', args: ['K12'], options: { review: '1' } };

const text = (asked: string, typed: string): Answer => ({ asked, answer: typed, kept: { text: typed } });
const choice = (asked: string, chosen: string): Answer => ({
  asked,
  answer: chosen,
  kept: { choice: chosen },
});

describe('answers that were not saved', () => {
  let db: Db;
  let now: number;
  let child: number;
  const kept = (): string[] => db.prepare('SELECT answers FROM draft').pluck().all() as string[];

  beforeEach(() => {
    now = MORNING;
    db = openDatabase(join(folder(), 'unit.db'), { now: () => now, create: () => undefined });
    child = addChild(db, { ref: 'K12', name: 'Jayden Ash' });
    addChildPerson(db, child, { name: "Siân O'Brien", role: 'parent' }, { tag: 'mother' });
  });

  test('are offered to the same person, for the same child, command and options alone', () => {
    keepDraft(db, AFTER, [text('Who answered?#0', 'B Boss'), choice('The answer#0', 'Agreed')], TODAY);
    now += 2 * HOURS;
    const draft = draftOf(db, { ...AFTER, args: [' k12 '] }, now, TODAY)!;
    expect(draft.begun).toBe('today at 10:42am');
    expect(draft.answerTo('Who answered?#0', null)).toBe('B Boss');
    expect(draft.answerTo('Who answered?#1', null)).toBeUndefined();
    expect(draft.answerTo('The answer#0', ['Disagreed', 'Agreed'])).toBe('Agreed');
    expect(draft.answerTo('The answer#0', ['Disagreed'])).toBeUndefined();
    for (const other of [
      { ...AFTER, args: ['K13'] },
      { ...AFTER, options: { review: '2' } },
      { ...AFTER, name: 'review monitor <ref>' },
    ]) {
      expect(draftOf(db, other, now, TODAY)).toBeNull();
    }
    db.prepare("UPDATE draft SET who = 'somebody else'").run();
    expect(draftOf(db, AFTER, now, TODAY)).toBeNull();
  });

  test('hold names as references, which follow the record, and nothing of a question or a choice', () => {
    keepDraft(
      db,
      AFTER,
      [text('What does Siân want?#0', 'Siân O’Brien wants Jayden home'), choice('Who?#0', 'Jayden Ash')],
      TODAY,
    );
    expect(kept().join()).not.toMatch(/Jayden|Siân|Brien|want\?/);
    changeChild(db, child, { name: 'Kai Ash' });
    const draft = draftOf(db, AFTER, now, TODAY)!;
    expect(draft.answerTo('What does Siân want?#0', null)).toBe("Siân O'Brien wants Kai home");
  });

  test('hold no text that names a child who is still to be recorded', () => {
    const line = { name: 'new-review', args: [], options: {} };
    const name: Answer = {
      asked: 'Name#0',
      answer: 'Ŵyn Łukasiewicz',
      kept: { text: 'Ŵyn Łukasiewicz', isName: true },
    };
    keepDraft(db, line, [name, text('Placement#0', 'with Ŵyn’s aunt'), text('Where#0', 'School')], TODAY);
    const draft = draftOf(db, line, now, TODAY)!;
    expect(draft.answerTo('Name#0', null)).toBe('Ŵyn Łukasiewicz');
    expect(draft.answerTo('Placement#0', null)).toBeUndefined();
    expect(draft.answerTo('Where#0', null)).toBe('School');
  });

  test('are there on the next morning, and gone after a day, whoever saves something', () => {
    keepDraft(db, AFTER, [text('When?#0', 'yesterday, at school'), text('Where?#0', 'School')], TODAY);
    now += 23 * HOURS;
    addChild(db, { ref: 'K14' });
    const draft = draftOf(db, AFTER, now, isoDate('2026-03-17'))!;
    expect(draft.begun).toBe('yesterday at 10:42am');
    expect(draft.answerTo('Where?#0', null)).toBe('School');
    // Yesterday is another day now.
    expect(draft.answerTo('When?#0', null)).toBeUndefined();
    now += 2 * HOURS;
    expect(kept()).toHaveLength(1);
    addChild(db, { ref: 'K15' });
    expect(kept()).toEqual([]);
    keepDraft(db, AFTER, [text('Where?#0', 'School')], TODAY);
    now += 25 * HOURS;
    expect(draftOf(db, AFTER, now, TODAY)).toBeNull();
    expect(kept()).toEqual([]);
  });

  test('are gone when they are saved or not wanted, and when the child is merged', () => {
    keepDraft(db, AFTER, [text('Where?#0', 'School')], TODAY);
    forgetDraft(db, AFTER);
    expect(kept()).toEqual([]);
    keepDraft(db, AFTER, [text('Where?#0', 'School')], TODAY);
    addMerged(db, child, addChild(db, { ref: 'K99' }), 'one child');
    expect(kept()).toEqual([]);
  });

  test('are in no backup, and not in the audit', () => {
    const before = latestAudit(db, 100).length;
    keepDraft(db, AFTER, [text('Where?#0', 'Schooling')], TODAY);
    expect(latestAudit(db, 100)).toHaveLength(before);
    const file = join(folder(), 'copy.db');
    makeBackup(db, file, new Date(now).toISOString());
    const copy = openFile(file, { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
    copy.close();
    expect(kept()).toHaveLength(1);
  });
});
