/** What is kept of mail, and what may not be changed of it. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { keepReports } from '../../src/mail/report-mail';
import { whileSendingAlone } from '../../src/store/outbox/lock';
import {
  beginTry,
  giveUp,
  isReported,
  lastReported,
  latestMessages,
  nextMark,
  recordFailed,
  recordSent,
  waitingMessages,
} from '../../src/store/outbox/outbox';
import { beginRun, endRun, latestRun, latestThatWent } from '../../src/store/outbox/report-runs';
import type { Db } from '../../src/store/sqlite';
import { outbox, report, reported, SIX } from '../support/outbox';

const [A, B] = ['a@testshire.gov.uk', 'b@testshire.gov.uk'];
const day = isoDate;
const keep = (db: Db, ...mails: ReturnType<typeof report>[]) =>
  keepReports(db, { file: 'unit.db', now: SIX }, mails);

function send(db: Db, id: number): void {
  beginTry(db, id);
  recordSent(db, id);
}

describe('a message', () => {
  test('is kept whole until it is sent, and then what it said is gone', async () => {
    const { db } = outbox();
    await keep(db, report(A));
    const content = (): unknown => db.prepare('SELECT content FROM outbox').pluck().get();
    expect(Buffer.from(beginTry(db, 1)!).toString('latin1')).toContain('\r\nTo: ');
    recordFailed(db, 1, 'The server refused it.', false);
    expect(content()).not.toBeNull();
    send(db, 1);
    expect(content()).toBeNull();
    expect(latestMessages(db, 1)).toEqual([
      {
        id: 1,
        messageId: expect.stringMatching(/^<[0-9a-f]{32}@testshire\.gov\.uk>$/),
        report: 'overdue',
        day: '2026-03-13',
        recipient: A,
        sender: 'reviews@testshire.gov.uk',
        subject: 'Overdue on Friday 13 March 2026: 2 reviews',
        state: 'sent',
        tries: 2,
        error: null,
        unsure: false,
        keptAt: '2026-03-13T06:00:00.000Z',
        triedAt: '2026-03-13T06:00:00.000Z',
        sentAt: '2026-03-13T06:00:00.000Z',
        givenUpAt: null,
        givenUpBecause: null,
      },
    ]);
  });

  test('stays in the outbox, and sent stays sent', async () => {
    const { db } = outbox();
    await keep(db, report(A));
    expect(() => db.exec('DELETE FROM outbox')).toThrow('never taken out');
    send(db, 1);
    expect(() => beginTry(db, 1)).toThrow('stays sent');
    expect(() => recordFailed(db, 1, 'no', false)).toThrow('stays sent');
    expect(waitingMessages(db)).toEqual([]);
  });

  test('waits in the order in which it was kept, whatever the clock did', async () => {
    let now = Date.UTC(2026, 9, 25, 0, 59);
    const { db } = outbox(() => now);
    await keep(db, report(A));
    now -= 3_600_000;
    await keep(db, report(B));
    expect(waitingMessages(db).map(({ recipient }) => recipient)).toEqual([A, B]);
    expect(latestMessages(db, 1)[0]!.recipient).toBe(B);
  });

  test('is named by nothing that another message has', async () => {
    const [first, second] = [outbox(), outbox()];
    expect(nextMark(first.db)).not.toBe(nextMark(second.db));
    const before = nextMark(first.db);
    await keep(first.db, report(A));
    expect(nextMark(first.db)).not.toBe(before);
  });
});

describe('the ledger', () => {
  test('knows who was reported to on which day, sent or not, however the address is written', async () => {
    const { db } = outbox();
    await keep(db, report(A));
    expect(isReported(db, 'overdue', day('2026-03-13'), A)).toBe(true);
    expect(isReported(db, 'overdue', day('2026-03-13'), 'A@Testshire.gov.uk')).toBe(true);
    send(db, 1);
    expect(isReported(db, 'overdue', day('2026-03-13'), A)).toBe(true);
    expect(isReported(db, 'overdue', day('2026-03-14'), A)).toBe(false);
    expect(isReported(db, 'overdue', day('2026-03-13'), B)).toBe(false);
    expect(isReported(db, 'other', day('2026-03-13'), A)).toBe(false);
  });

  test('is read by the address, and not whole, however many reports went', () => {
    const { db } = outbox();
    const plan = (sql: string): string =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    const asked: string[] = [];
    const prepare = db.prepare.bind(db);
    db.prepare = ((sql: string) => {
      asked.push(sql);
      return prepare(sql);
    }) as typeof db.prepare;
    isReported(db, 'overdue', day('2026-03-13'), A);
    lastReported(db, 'overdue', A, day('2026-03-13'));
    db.prepare = prepare;
    expect(asked).toHaveLength(2);
    for (const sql of asked) {
      const how = plan(sql.replaceAll('?', "'x'"));
      expect(how).toContain('outbox_ledger (report=? AND recipient=? AND day');
      expect(how).not.toContain('TEMP B-TREE');
    }
  });

  test('knows what was reported last before a day', async () => {
    const { db } = outbox();
    await keep(db, report(A, { day: day('2026-03-11'), reported: [reported('K1')] }));
    await keep(db, report(A, { day: day('2026-03-12'), reported: [reported('K2')] }), report(B));
    await keep(db, report(A, { day: day('2026-03-12'), reported: [reported('K2'), reported('K3')] }));
    const reportedBefore = (on: string) => lastReported(db, 'overdue', A, day(on));
    expect(reportedBefore('2026-03-13')).toEqual({
      day: '2026-03-12',
      rows: [reported('K2'), reported('K3')],
    });
    expect(reportedBefore('2026-03-12')).toEqual({ day: '2026-03-11', rows: [reported('K1')] });
    expect(reportedBefore('2026-03-11')).toBeUndefined();
  });

  test('forgets what was reported before that, of sent messages too, and of that recipient alone', async () => {
    const { db } = outbox();
    const on = (to: string, date: string) =>
      keep(db, report(to, { day: day(date), reported: [reported('K1')] }));
    await on(A, '2026-03-10');
    await on(B, '2026-03-10');
    send(db, 1);
    await on(A, '2026-03-11');
    send(db, 3);
    await on(A, '2026-03-12');
    const kept = db.prepare("SELECT recipient || ' ' || day FROM outbox WHERE reported <> '[]' ORDER BY id");
    expect(kept.pluck().all()).toEqual([`${B} 2026-03-10`, `${A} 2026-03-11`, `${A} 2026-03-12`]);
    expect(latestMessages(db, 9).at(-1)).toMatchObject({ recipient: A, state: 'sent' });
  });
});

describe('a message that is given up', () => {
  test('is tried no more, stays with the reason, and counts as reported', async () => {
    const { db } = outbox();
    await keep(db, report(A), report(B));
    beginTry(db, 1);
    recordFailed(db, 1, 'No such person.', false);
    expect(giveUp(db, 1, 'left the council')).toBe(true);
    expect(waitingMessages(db).map(({ recipient }) => recipient)).toEqual([B]);
    expect(latestMessages(db, 9)[1]).toMatchObject({
      ...{ state: 'failed', error: 'No such person.', givenUpBecause: 'left the council' },
    });
    expect(isReported(db, 'overdue', day('2026-03-13'), A)).toBe(true);
  });

  test('is not what the next report is held against', async () => {
    const { db } = outbox();
    await keep(db, report(A, { day: day('2026-03-11'), reported: [reported('K1')] }));
    await keep(db, report(A, { day: day('2026-03-12'), reported: [reported('K2')] }));
    giveUp(db, 2, 'the mailbox was full');
    expect(lastReported(db, 'overdue', A, day('2026-03-13'))).toEqual({
      day: '2026-03-11',
      rows: [reported('K1')],
    });
  });

  test('nor are several of them, one a day', async () => {
    const { db } = outbox();
    await keep(db, report(A, { day: day('2026-03-11'), reported: [reported('K1')] }));
    send(db, 1);
    for (const on of ['2026-03-12', '2026-03-13', '2026-03-14']) {
      await keep(db, report(A, { day: day(on), reported: [reported('K2')] }));
    }
    for (const id of [2, 3, 4]) giveUp(db, id, 'the mailbox was full');
    expect(lastReported(db, 'overdue', A, day('2026-03-15'))).toEqual({
      day: '2026-03-11',
      rows: [reported('K1')],
    });
  });

  test('is one that waits', async () => {
    const { db } = outbox();
    await keep(db, report(A));
    send(db, 1);
    expect([giveUp(db, 1, 'why'), giveUp(db, 2, 'why')]).toEqual([false, false]);
  });
});

describe('a run', () => {
  const none = { sent: 0, notSent: 0, notDue: 0 };
  const runOf = (db: Db, on: string, came: typeof none | null, whole = true): number => {
    const id = beginRun(db, 'overdue', day(on), whole);
    if (came !== null) endRun(db, id, came);
    return id;
  };

  test('in which a report went is the latest day’s that told somebody, or had nothing to tell', () => {
    const { db } = outbox();
    expect([latestRun(db), latestThatWent(db, day('2026-03-14'))]).toEqual([undefined, undefined]);
    runOf(db, '2026-03-10', { ...none, sent: 2 });
    expect(latestThatWent(db, day('2026-03-14'))).toMatchObject({ day: '2026-03-10', sent: 2 });
    runOf(db, '2026-03-11', { ...none, notDue: 2 });
    expect(latestThatWent(db, day('2026-03-14'))).toMatchObject({ day: '2026-03-11' });
    // One reached and one not is a report that went; nobody reached is none, and so is a run that died.
    runOf(db, '2026-03-12', { ...none, sent: 1, notSent: 1 });
    runOf(db, '2026-03-13', { ...none, notSent: 2 });
    runOf(db, '2026-03-14', null);
    expect(latestThatWent(db, day('2026-03-14'))).toMatchObject({ day: '2026-03-12', notSent: 1 });
    expect(latestRun(db)).toMatchObject({ day: '2026-03-14', endedAt: null });
  });

  test('for one manager by hand says nothing of those for all, where there are such', () => {
    const { db } = outbox();
    runOf(db, '2026-03-12', { ...none, sent: 1 }, false);
    expect(latestThatWent(db, day('2026-03-14'))).toMatchObject({ day: '2026-03-12' });
    runOf(db, '2026-03-11', { ...none, sent: 3 });
    runOf(db, '2026-03-13', { ...none, sent: 1 }, false);
    expect(latestThatWent(db, day('2026-03-14'))).toMatchObject({ day: '2026-03-11' });
    expect(latestRun(db)).toMatchObject({ day: '2026-03-11' });
  });

  test('of a day to come is no news yet: the clock was wrong, or the day was typed', () => {
    const { db } = outbox();
    runOf(db, '2026-03-10', { ...none, sent: 2 });
    runOf(db, '2036-03-11', { ...none, sent: 2 });
    expect(latestThatWent(db, day('2026-03-13'))).toMatchObject({ day: '2026-03-10' });
  });
});

describe('a full disk', () => {
  test('keeps none of the reports, and says so', async () => {
    const { db } = outbox();
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`);
    const long = report(B, { text: 'K77 is late\n'.repeat(20_000) });
    await expect(keep(db, report(A), long)).rejects.toThrow('The disk is full.');
    expect(latestMessages(db, 9)).toEqual([]);
  });
});

describe('the lock', () => {
  const atOnce = { patience: 0 };

  test('lets one send at a time, and the next when it has ended', async () => {
    const { file } = outbox();
    let end = (): void => undefined;
    const first = whileSendingAlone(
      file,
      atOnce,
      () => new Promise<string>((resolve) => (end = () => resolve('sent'))),
    );
    expect(await whileSendingAlone(file, atOnce, async () => 'sent')).toBeNull();
    end();
    expect(await first).toBe('sent');
    expect(await whileSendingAlone(file, atOnce, async () => 'sent')).toBe('sent');
    expect(existsSync(`${file}.sending`)).toBe(true);
  });

  test('is waited for, and that is said once', async () => {
    const { file } = outbox();
    let end = (): void => undefined;
    let said = 0;
    const first = whileSendingAlone(
      file,
      atOnce,
      () => new Promise<string>((resolve) => (end = () => resolve('first'))),
    );
    const second = whileSendingAlone(
      file,
      { patience: 5000, onWait: () => (said += 1) },
      async () => 'second',
    );
    await expect.poll(() => said).toBe(1);
    end();
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(said).toBe(1);
  });

  test('ends with work that fails', async () => {
    const { file } = outbox();
    await expect(whileSendingAlone(file, atOnce, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await whileSendingAlone(file, atOnce, async () => 'sent')).toBe('sent');
  });

  test('does not keep others from their work in the database', async () => {
    const { file, db } = outbox();
    await whileSendingAlone(file, atOnce, () => keep(db, report(A)));
    expect(waitingMessages(db)).toHaveLength(1);
  });
});
