/** Children and their facts as figures read them, one after the other from one question to the file. */
import { describe, expect, it } from 'vitest';
import { childrenWithFacts } from '../../src/store/figure-children';
import { openDatabase } from '../../src/store/file/open';
import { inOneReading } from '../../src/store/sqlite';
import { saveFacts } from '../../src/store/writing';
import { unit } from '../support/harness';

const APPLICANT_LAST = [
  'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --new --today 2026-03-02 --yes',
  'child add --ref K2 --name "Child Two" --born 2016-06-02',
  'irm add --ref A1 --kind foster-carer --name "Anne Lovelace" --yes',
  'irm record A1 --determination fostering --dated 2026-03-12 --yes --today 2026-03-12',
];

describe('figures of a unit whose newest record is an applicant', () => {
  it('are counted, and the file is closed', async () => {
    const { run } = await unit('england', APPLICANT_LAST);
    const { code, err } = await run('report performance --today 2026-03-20');
    expect([code, err]).toEqual([0, expect.not.stringContaining('fault')]);
  });

  it('leave the file to be written once they are read, or given up', async () => {
    const { db: file } = await unit('england', APPLICANT_LAST);
    const db = openDatabase(file, { now: () => Date.UTC(2026, 2, 20, 12) });
    try {
      for (const most of [1, 9]) {
        const read: string[] = [];
        for (const [{ ref }] of childrenWithFacts(db, '9999')) {
          read.push(ref);
          if (read.length === most) break;
        }
        expect(read).toEqual(['K1', 'K2'].slice(0, most));
        expect(() => saveFacts(db, () => db.exec('UPDATE child SET ref = ref'))).not.toThrow();
      }
    } finally {
      db.close();
    }
  });

  it('are as everything stood when the first of them was read, whatever is recorded meanwhile', async () => {
    const { db: file, run } = await unit('england', APPLICANT_LAST);
    const db = openDatabase(file, { now: () => Date.UTC(2026, 2, 20, 12) });
    const kinds = (): string[] =>
      [...childrenWithFacts(db, '9999')].flatMap(([, facts]) => facts.map(({ kind }) => kind));
    try {
      const other = openDatabase(file, { now: () => Date.UTC(2026, 2, 20, 12) });
      const before = kinds();
      const within = inOneReading(db, () => {
        const first = kinds();
        other.exec(
          `INSERT INTO event (child_id, happened_on, kind, attributes, recorded_at, recorded_by)
           SELECT id, '2026-03-10', 'unit-notified', '{}', '2026-03-20T12:00:00Z', 'test' FROM subject WHERE ref = 'K1'`,
        );
        return [first, kinds()];
      });
      other.close();
      expect(within).toEqual([before, before]);
      expect(kinds()).toHaveLength(before.length + 1);
      expect((await run('report performance --today 2026-03-20')).code).toBe(0);
    } finally {
      db.close();
    }
  });
});
