/** A command that runs another one in between reads afresh what that one changed; anybody else's change is still refused. */
import { expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { findChild } from '../../src/store/children';
import { addEvent, factsOf } from '../../src/store/chronology';
import { openDatabase } from '../../src/store/file/open';
import { readAfresh, saveFacts } from '../../src/store/writing';
import { unit } from '../support/harness';

it('what was read before another command wrote is no reason to refuse, once it is read afresh', async () => {
  const { db: file, run } = await unit('england', [
    'child add --ref K1 --name "Child One" --born 2016-06-02',
  ]);
  const db = openDatabase(file, { now: () => Date.UTC(2026, 2, 13, 12) });
  const record = (): number => {
    const { id } = findChild(db, 'K1')!;
    factsOf(db, id);
    return saveFacts(db, () =>
      addEvent(db, id, { on: isoDate('2026-03-12'), kind: 'strategy-discussion', attributes: {} }),
    );
  };
  try {
    factsOf(db, findChild(db, 'K1')!.id);
    expect((await run('conference begin K1 --strategy 2026-03-10 --yes')).code).toBe(0);
    expect(record).toThrow('was changed meanwhile');
    readAfresh(db);
    expect(record()).toBeGreaterThan(0);
    expect((await run('conference begin K1 --strategy 2026-03-11 --yes')).code).toBe(0);
    expect(record).toThrow('was changed meanwhile');
  } finally {
    db.close();
  }
});
