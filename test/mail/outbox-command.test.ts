/** `report outbox`, as an administrator types it the morning after. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepReports } from '../../src/mail/report-mail';
import { openDatabase } from '../../src/store/file/open';
import { beginTry, recordFailed, recordSent } from '../../src/store/outbox/outbox';
import { type Answer, folder, unit } from '../support/harness';
import { report, SIX } from '../support/outbox';

const REFUSED = 'The mail server mail.testshire.gov.uk:587 refused the address. It answered: 550 Unknown.';

async function afterTheNight(): Promise<(line: string | string[]) => Promise<Answer>> {
  const { db: file, run } = await unit();
  const db = openDatabase(file, { now: () => SIX });
  const people = ['a', 'b', 'c', 'd'].map((name) => report(`${name}@testshire.gov.uk`));
  await keepReports(db, { file, now: SIX }, people);
  beginTry(db, 1);
  recordSent(db, 1);
  beginTry(db, 2);
  recordFailed(db, 2, REFUSED, false);
  beginTry(db, 3);
  db.close();
  return run;
}

describe('report outbox', () => {
  test('shows what waits and why, and then what was sent', async () => {
    const run = await afterTheNight();
    const { code, out, err } = await run('report outbox');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'To try one no more: irotool report outbox --give-up NUMBER --why "..."\n',
    });
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain('3 messages not sent, kept for the next run:');
    expect(words).toMatch(
      /2 Fri 13 Mar 2026 06:00 b@testshire\.gov\.uk Overdue on Friday 13 March 2026: 2 reviews/,
    );
    expect(words).toContain(`${REFUSED} 1 try.`);
    expect(words).toContain(
      'It is being sent, or was when the run was broken off: it may have arrived. 1 try.',
    );
    expect(words).toContain('Not tried yet.');
    expect(words).toMatch(/Sent: Fri 13 Mar 2026 06:00 a@testshire\.gov\.uk/);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('as JSON and as CSV', async () => {
    const run = await afterTheNight();
    const { schema, messages } = JSON.parse((await run('report outbox --json')).out);
    expect(schema).toBe(1);
    expect(
      messages.map((each: Record<string, unknown>) => [each.recipient, each.state, each.mayHaveArrived]),
    ).toEqual([
      ['b@testshire.gov.uk', 'failed', false],
      ['c@testshire.gov.uk', 'sending', true],
      ['d@testshire.gov.uk', 'kept', false],
      ['a@testshire.gov.uk', 'sent', true],
    ]);
    expect(messages[0]).toMatchObject({ error: REFUSED, sentAt: null, tries: 1 });
    const { out } = await run('report outbox --csv');
    expect(out.trim().split('\r\n')).toHaveLength(5);
  });

  test('what waits is shown however few are asked for', async () => {
    const run = await afterTheNight();
    const { out, err } = await run('report outbox --limit 1');
    expect(out).toContain('3 messages not sent');
    expect(out).not.toContain('Sent:');
    expect(err).toContain('For more: irotool report outbox --limit 10');
    expect(await run('report outbox --limit none')).toMatchObject({ code: 2, out: '' });
  });

  test('an empty one says so', async () => {
    const { run } = await unit();
    expect(await run('report outbox')).toEqual({
      code: 0,
      out: '',
      err: 'Nothing was put in the outbox yet.\n',
    });
  });

  test('what waited in a backup may have gone since, once that is brought back', async () => {
    const run = await afterTheNight();
    const copy = join(folder(), 'copy.db');
    await run(['backup', copy]);
    const { code, err } = await run(['restore', copy, '--yes']);
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('3 messages wait to be sent that may have gone since that backup'),
    ]);
    const { messages } = JSON.parse((await run('report outbox --json')).out);
    expect(messages.map((each: Record<string, unknown>) => each.mayHaveArrived)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    const { out } = await run('report outbox');
    expect(out.replace(/\s+/g, ' ')).toContain('or a backup was brought back. Not tried yet.');
  });

  test('one is given up with a reason, which stays to be seen', async () => {
    const run = await afterTheNight();
    const given = await run('report outbox --give-up 2 --why "she left the council"');
    expect([given.code, given.err]).toEqual([
      0,
      'Message 2 is given up: no run tries it again. It stays in the list, with the reason.\n',
    ]);
    const { out } = await run('report outbox');
    expect(out).toContain('2 messages not sent');
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /Given up: Fri 13 Mar 2026 12:00 b@.* Why: she left the council/,
    );
    expect(await run('report outbox --give-up 2 --why x')).toMatchObject({
      code: 1,
      err: 'No message 2 waits to be sent. To see those that do: irotool report outbox\n',
    });
  });

  test.each([
    ['--give-up 2', 2, 'Say why it is given up.'],
    ['--give-up two --why x', 2, '--give-up takes the number of a message.'],
    ['--why x', 2, '--give-up takes the number of a message.'],
    ['--give-up 1 --why x', 1, 'No message 1 waits to be sent.'],
  ])('refuses %s', async (options, code, words) => {
    const run = await afterTheNight();
    const answer = await run(`report outbox ${options}`);
    expect([answer.code, answer.out, answer.err]).toEqual([code, '', expect.stringContaining(words)]);
    expect((await run('report outbox')).out).toContain('3 messages not sent');
  });
});
