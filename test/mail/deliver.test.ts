/** Reports through the outbox to a real mail server, over several runs. */
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { type Delivery, deliver, sayDelivery as sentences } from '../../src/mail/deliver';
import { keepReports, type ReportMail } from '../../src/mail/report-mail';
import type { MailServer } from '../../src/mail/server';
import { giveUp, latestMessages, waitingMessages } from '../../src/store/outbox/outbox';
import type { Db } from '../../src/store/sqlite';
import { CERTIFICATE, mailServer, messageIdOf } from '../support/mail-server';
import { outbox, report, SIX } from '../support/outbox';

const sayDelivery = (delivery: Delivery): string[] => sentences(delivery).map(({ words }) => words);
const [MANAGER, OTHER, THIRD] = [
  'manager@testshire.gov.uk',
  'other@testshire.gov.uk',
  'third@testshire.gov.uk',
];
/** Waits for a server on a busy machine, and not for one that is meant to be too slow. */
const PATIENCE = { silence: 20_000, whole: 30_000 };
const LITTLE_PATIENCE = { silence: 1000, whole: 5000 };

const at = (port: number): MailServer => ({
  kind: 'smtp',
  host: 'localhost',
  port,
  security: 'starttls',
  login: null,
  certificate: CERTIFICATE,
});
const keep = (db: Db, mails: readonly ReportMail[], now = SIX) =>
  keepReports(db, { file: 'unit.db', now }, mails);
const run = (db: Db, port: number, patience = PATIENCE): Promise<Delivery> =>
  deliver(db, 'unit.db', at(port), patience);
const states = (db: Db): string[] =>
  latestMessages(db, 20)
    .reverse()
    .map(({ recipient, state }) => `${recipient} ${state}`);

describe('a report that is sent', () => {
  test('arrives as it was composed, to its recipient alone', async () => {
    const { db } = outbox();
    const { port, arrived } = await mailServer();
    const file = { filename: 'overdue.csv', contentType: 'text/csv', content: new Uint8Array([75, 55, 55]) };
    await keep(db, [report(MANAGER, { attachments: [file] })]);
    const delivery = await run(db, port);
    expect(sayDelivery(delivery)).toEqual([
      'Sent to manager@testshire.gov.uk: Overdue on Friday 13 March 2026: 2 reviews.',
    ]);
    expect(arrived).toHaveLength(1);
    const mail = await PostalMime.parse(arrived[0]!.content);
    expect(mail).toMatchObject({
      from: { name: 'Reviewing Unit', address: 'reviews@testshire.gov.uk' },
      to: [{ name: "Siân O'Brien", address: MANAGER }],
      subject: 'Overdue on Friday 13 March 2026: 2 reviews',
      date: '2026-03-13T06:00:00.000Z',
    });
    expect(mail.text?.trim()).toBe('K77  review  3 working days late\n.\nK78  review  due today');
    expect(mail.html?.trim()).toBe('<p>K77 review, 3 working days late</p>');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['overdue.csv']);
    expect(mail.headers).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' })]),
    );
    expect([mail.cc, mail.bcc, mail.replyTo]).toEqual([undefined, undefined, undefined]);
    expect(messageIdOf(arrived[0]!)).toBe(latestMessages(db, 1)[0]!.messageId);
  });

  test('is not sent again by the next run', async () => {
    const { db } = outbox();
    const { port, arrived } = await mailServer();
    await keep(db, [report(MANAGER), report(OTHER)]);
    await run(db, port);
    expect(await run(db, port)).toEqual({ sent: [], failed: [] });
    expect(arrived.map(({ to }) => to)).toEqual([MANAGER, OTHER]);
  });

  test('does not go where a person gave it up while the run was sending others', async () => {
    const { db } = outbox();
    const { port, arrived } = await mailServer({}, () => void giveUp(db, 2, 'left the council'));
    await keep(db, [report(MANAGER), report(OTHER), report(THIRD)]);
    const { sent, failed } = await run(db, port);
    expect([sent.map(({ recipient }) => recipient), failed]).toEqual([[MANAGER, THIRD], []]);
    expect(arrived.map(({ to }) => to)).toEqual([MANAGER, THIRD]);
    expect(latestMessages(db, 2)[1]).toMatchObject({ state: 'kept', tries: 0 });
  });

  test('is another message each time that it is composed, at the same instant too', async () => {
    const { db } = outbox();
    await keep(db, [report(MANAGER), report(MANAGER)]);
    await keep(db, [report(MANAGER)]);
    expect(new Set(waitingMessages(db).map(({ messageId }) => messageId)).size).toBe(3);
  });
});

describe('nothing is lost', () => {
  test('one address refused: the others arrive, it is kept with the reason, and goes when it can', async () => {
    const { db } = outbox();
    let isClosed = true;
    const { port, arrived } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(
          address === OTHER && isClosed
            ? Object.assign(new Error('Mailbox full'), { responseCode: 452 })
            : undefined,
        ),
    });
    await keep(db, [report(MANAGER), report(OTHER), report(THIRD)]);
    const first = await run(db, port);
    expect(sayDelivery(first).at(-1)).toBe(
      `Not sent to ${OTHER}: Overdue on Friday 13 March 2026: 2 reviews. The mail server localhost:${port} refused the address. It answered: 452 Mailbox full. It is kept, and the next run tries again.`,
    );
    expect(states(db)).toEqual([`${MANAGER} sent`, `${OTHER} failed`, `${THIRD} sent`]);
    const [kept] = waitingMessages(db);
    expect(kept).toMatchObject({
      tries: 1,
      unsure: false,
      error: expect.stringContaining('452 Mailbox full'),
    });
    isClosed = false;
    expect((await run(db, port)).failed).toEqual([]);
    expect(arrived.map(({ to }) => to)).toEqual([MANAGER, THIRD, OTHER]);
    expect(messageIdOf(arrived[2]!)).toBe(kept!.messageId);
    expect(latestMessages(db, 2)[1]).toMatchObject({ recipient: OTHER, tries: 2, error: null });
  });

  test('the server down for two days: three reports arrive on the third, the oldest first', async () => {
    const { db } = outbox();
    const down = await mailServer();
    await down.close();
    for (const day of ['2026-03-11', '2026-03-12']) {
      await keep(db, [report(MANAGER, { day: isoDate(day), subject: day })]);
      const { sent, failed } = await run(db, down.port);
      expect(sent).toEqual([]);
      expect(failed.at(-1)).toMatchObject({ error: expect.stringContaining('could not be reached') });
    }
    const { port, arrived } = await mailServer();
    await keep(db, [report(MANAGER, { subject: '2026-03-13' })]);
    expect((await run(db, port)).sent.map(({ subject }) => subject)).toEqual([
      ...['2026-03-11', '2026-03-12', '2026-03-13'],
    ]);
    expect(arrived).toHaveLength(3);
    expect(new Set(arrived.map(messageIdOf)).size).toBe(3);
  });

  test('a server that lets nobody in is asked once, and all are kept', async () => {
    const { db } = outbox();
    let asked = 0;
    const { port } = await mailServer({
      onConnect(_session, done) {
        asked += 1;
        done(Object.assign(new Error('Closed for the night'), { responseCode: 421 }));
      },
    });
    await keep(db, [report(MANAGER), report(OTHER), report(THIRD)]);
    const { failed } = await run(db, port);
    expect(asked).toBe(1);
    expect(failed.map(({ message }) => message.recipient)).toEqual([MANAGER, OTHER, THIRD]);
    expect(waitingMessages(db).map(({ tries }) => tries)).toEqual([1, 0, 0]);
  });

  test('an answer that never came: sent once more with the same Message-ID, and said', async () => {
    const { db } = outbox();
    let isSlow = true;
    const { port, arrived } = await mailServer({}, () =>
      isSlow ? new Promise((resolve) => setTimeout(resolve, 2500)) : undefined,
    );
    await keep(db, [report(MANAGER)]);
    expect((await run(db, port, LITTLE_PATIENCE)).failed).toHaveLength(1);
    expect(waitingMessages(db)).toMatchObject([{ unsure: true }]);
    isSlow = false;
    expect(sayDelivery(await run(db, port))).toEqual([
      `Sent to ${MANAGER}: Overdue on Friday 13 March 2026: 2 reviews. It may have gone before, so it may arrive twice (with the same Message-ID).`,
    ]);
    expect(arrived).toHaveLength(2);
    expect(arrived[0]!.content.equals(arrived[1]!.content)).toBe(true);
  });

  test('a doubt stays where a later try does not get as far', async () => {
    const { db } = outbox();
    const slow = await mailServer({}, () => new Promise((resolve) => setTimeout(resolve, 2500)));
    await keep(db, [report(MANAGER)]);
    await run(db, slow.port, LITTLE_PATIENCE);
    await slow.close();
    await run(db, slow.port);
    expect(waitingMessages(db)).toMatchObject([{ unsure: true, tries: 2 }]);
  });

  test('a record that cannot be written after the server took it: sent once more, and said', async () => {
    const { db } = outbox();
    const { port, arrived } = await mailServer();
    await keep(db, [report(MANAGER)]);
    db.exec(
      "CREATE TEMP TRIGGER lost BEFORE UPDATE OF sent_at ON outbox BEGIN SELECT RAISE(ABORT, 'disk'); END",
    );
    await expect(run(db, port)).rejects.toThrow('disk');
    expect(waitingMessages(db)).toMatchObject([{ state: 'sending', unsure: true }]);
    db.exec('DROP TRIGGER lost');
    expect(sayDelivery(await run(db, port))[0]).toContain('it may arrive twice');
    expect(arrived.map(messageIdOf)).toEqual([messageIdOf(arrived[0]!), messageIdOf(arrived[0]!)]);
  });
});

describe('nothing is slipped in', () => {
  test.each([
    ['an address', report(`${MANAGER}\r\nBcc: thief@example.org`)],
    ['a list of addresses', report(`${MANAGER}, thief@example.org`)],
    ['an address with a name', report(`Manager <${MANAGER}>`)],
    ['a name', report(MANAGER, { to: { name: 'A\r\nBcc: thief@example.org', address: MANAGER } })],
    ['the sender', report(MANAGER, { from: { name: 'A\nBcc: thief@example.org', address: 'a@b.uk' } })],
    [
      'the sender’s address',
      report(MANAGER, { from: { name: 'A', address: 'a@b.uk\r\nBcc: thief@example.org' } }),
    ],
    ['the subject', report(MANAGER, { subject: 'Overdue\r\nBcc: thief@example.org' })],
    [
      'the name of a file',
      report(MANAGER, {
        attachments: [{ filename: 'a\r\nX: y.csv', contentType: 'text/csv', content: new Uint8Array() }],
      }),
    ],
  ])('by %s: refused, and of all the reports none is kept', async (_what, mail) => {
    const { db } = outbox();
    await expect(keep(db, [report(OTHER), mail])).rejects.toThrow(
      /is not one plain e-mail address|is more than one line/,
    );
    expect(latestMessages(db, 9)).toEqual([]);
  });

  test('by a name with a comma, an angle bracket or an address in it', async () => {
    const { db } = outbox();
    const { port, arrived } = await mailServer();
    const name = 'O’Brien, Siân <thief@example.org>';
    await keep(db, [report(MANAGER, { to: { name, address: MANAGER } })]);
    await run(db, port);
    expect(arrived.map(({ to }) => to)).toEqual([MANAGER]);
    expect((await PostalMime.parse(arrived[0]!.content)).to).toEqual([{ name, address: MANAGER }]);
  });
});
