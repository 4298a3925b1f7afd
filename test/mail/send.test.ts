/** One message to a real mail server that behaves, and to some that do not. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Outcome, send } from '../../src/mail/send';
import type { MailServer } from '../../src/mail/server';
import { folder } from '../support/harness';
import { CERTIFICATE, mailServer } from '../support/mail-server';

const MESSAGE = {
  sender: 'reviews@testshire.gov.uk',
  recipient: 'manager@testshire.gov.uk',
  content: new Uint8Array(Buffer.from('Subject: Overdue\r\nMessage-ID: <a@b>\r\n\r\nK77\r\n.\r\n..end\r\n')),
};
/** Waits for a server on a busy machine, and not for one that is meant to be too slow. */
const PATIENCE = { silence: 20_000, whole: 30_000 };
const LITTLE_PATIENCE = { silence: 1000, whole: 5000 };

type Smtp = Extract<MailServer, { kind: 'smtp' }>;
const at = (port: number, changed: Partial<Smtp> = {}): Smtp => ({
  kind: 'smtp',
  host: '127.0.0.1',
  port,
  security: 'starttls',
  login: { user: 'unit', password: 'right' },
  certificate: CERTIFICATE,
  ...changed,
});
const sendTo = (server: MailServer, patience = PATIENCE): Promise<Outcome> => send(server, MESSAGE, patience);
const refusal = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code });

describe('a server that takes it', () => {
  test.each([
    ['starttls', false],
    ['tls', true],
  ] as const)(
    'over %s, signed in, with its own certificate: every byte as it was',
    async (security, secure) => {
      const { port, arrived } = await mailServer({ secure });
      expect(await sendTo(at(port, { security }))).toEqual({ sent: true });
      expect(arrived).toEqual([
        {
          from: MESSAGE.sender,
          to: MESSAGE.recipient,
          encrypted: true,
          user: 'unit',
          content: Buffer.from(MESSAGE.content),
        },
      ]);
    },
  );

  test('in clear only where security is none', async () => {
    const { port, arrived } = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] });
    expect(await sendTo(at(port, { security: 'none', login: null }))).toEqual({ sent: true });
    expect(arrived.map(({ encrypted }) => encrypted)).toEqual([false]);
  });
});

describe('a server that does not', () => {
  const cases: [string, SMTPServerOptions, Partial<Smtp>, Partial<Outcome> & { error: unknown }][] = [
    [
      'no encryption is offered',
      { disabledCommands: ['STARTTLS'] },
      {},
      {
        error: expect.stringContaining('No encrypted connection to the mail server 127.0.0.1:'),
        everyone: true,
      },
    ],
    [
      'the certificate is nobody’s that is known',
      {},
      { certificate: null },
      { error: expect.stringMatching(/certificate/), everyone: true },
    ],
    [
      'the login is refused',
      {},
      { login: { user: 'unit', password: 'wrong' } },
      {
        error: expect.stringMatching(
          /refused the login\. It answered: 535 .*Invalid username or password\.$/,
        ),
        everyone: true,
      },
    ],
    [
      'the address is refused',
      { onRcptTo: (_address, _session, done) => done(refusal(550, 'No such person here')) },
      {},
      {
        error: expect.stringMatching(/refused the address\. It answered: 550 No such person here\.$/),
        everyone: false,
      },
    ],
    [
      'the sender is refused',
      { onMailFrom: (_address, _session, done) => done(refusal(553, 'Not from there')) },
      {},
      { error: expect.stringMatching(/refused the sender\. It answered: 553 Not from there\.$/) },
    ],
    [
      'the message is refused, after it was sent',
      {
        onData(stream, _session, done) {
          stream.resume();
          stream.on('end', () => done(refusal(554, 'It looks like spam')));
        },
      },
      {},
      {
        error: expect.stringMatching(/refused the message\. It answered: 554 It looks like spam\.$/),
        everyone: false,
      },
    ],
  ];
  test.each(cases)('%s', async (_what, options, changed, outcome) => {
    const { port, arrived } = await mailServer(options);
    expect(await sendTo(at(port, changed))).toMatchObject({ sent: false, unsure: false, ...outcome });
    expect(arrived).toEqual([]);
  });

  test('the password is not sent where there is no encryption, nor said in the error', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 mail\r\n');
      socket.on('data', (data) => {
        heard.push(data.toString());
        socket.write(
          data.toString().startsWith('EHLO') ? '250-mail\r\n250 AUTH PLAIN LOGIN\r\n' : '502 No\r\n',
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const login = { user: 'unit', password: 'a-secret' };
    const outcome = await sendTo(at(port, { login }));
    expect(outcome).toMatchObject({ sent: false, everyone: true });
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|Subject/);
    expect(JSON.stringify([outcome, heard])).not.toContain('a-secret');
  });

  test('nobody is there', async () => {
    const { port, close } = await mailServer();
    await close();
    expect(await sendTo(at(port))).toEqual({
      sent: false,
      error: `The mail server 127.0.0.1:${port} could not be reached (ECONNREFUSED).`,
      unsure: false,
      everyone: true,
    });
  });

  /** A server that answers each line with what it is told to. */
  async function answering(greeting: string, answer: (line: string) => string): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(greeting);
      socket.on('data', (data) => void socket.write(answer(data.toString('latin1'))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return (server.address() as { port: number }).port;
  }

  test('what answers is no mail server', async () => {
    const port = await answering('HTTP/1.1 400 Bad Request\r\n\r\n', () => '');
    expect(await sendTo(at(port))).toMatchObject({
      sent: false,
      error: `What answers at 127.0.0.1:${port} does not speak as a mail server does. It answered: HTTP/1.1 400 Bad Request.`,
      everyone: true,
    });
  });

  test('encryption is promised, and what comes is none', async () => {
    const port = await answering('220 mail\r\n', (line) =>
      line.startsWith('EHLO')
        ? '250-mail\r\n250 STARTTLS\r\n'
        : line.startsWith('STARTTLS')
          ? '220 Go on\r\n'
          : 'no encryption here at all\r\n',
    );
    expect(await sendTo(at(port))).toMatchObject({
      sent: false,
      error: expect.stringContaining(`No encrypted connection to the mail server 127.0.0.1:${port}`),
      everyone: true,
    });
  });

  test('a refusal that is long, and full of signs for terminals: one short line', async () => {
    const port = await answering('220 mail\r\n', (line) =>
      line.startsWith('EHLO') ? '250 mail\r\n' : `550 \x1b[31mNo\x07 ${'x'.repeat(5000)}\r\n`,
    );
    const outcome = await sendTo(at(port, { security: 'none', login: null }));
    expect(outcome).toMatchObject({ sent: false, error: expect.stringMatching(/refused the sender/) });
    const { error } = outcome as { error: string };
    expect(error.length).toBeLessThan(300);
    expect(error).not.toMatch(/\p{Cc}/u);
  });

  test('a server that greets nobody, in time', async () => {
    const server = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    expect(await sendTo(at(port), LITTLE_PATIENCE)).toEqual({
      sent: false,
      error: `The mail server 127.0.0.1:${port} did not answer in time.`,
      unsure: false,
      everyone: true,
    });
  });

  test('a slow server that has the whole message: it may arrive, and that is known', async () => {
    const { port, arrived } = await mailServer({}, () => new Promise((resolve) => setTimeout(resolve, 2500)));
    expect(await sendTo(at(port), LITTLE_PATIENCE)).toEqual({
      sent: false,
      error: `The mail server 127.0.0.1:${port} did not answer in time.`,
      unsure: true,
      everyone: false,
    });
    expect(arrived).toHaveLength(1);
  });

  test('a slow server within our patience', async () => {
    const { port, arrived } = await mailServer({}, () => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(await sendTo(at(port))).toEqual({ sent: true });
    expect(arrived).toHaveLength(1);
  });

  /** Says yes to everything, and hangs up when so much of the message has come. */
  async function dropsAfter(bytes: number): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 mail\r\n');
      let [isMessage, taken] = [false, 0];
      socket.on('data', (data) => {
        const words = data.toString('latin1');
        if (isMessage) taken += data.length;
        else {
          isMessage = words.startsWith('DATA');
          socket.write(isMessage ? '354 Go on\r\n' : '250 Yes\r\n');
        }
        if (taken >= bytes) socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return (server.address() as { port: number }).port;
  }

  test.each([
    ['in the middle of a long message: it did not arrive', 8_000_000, 100_000, false],
    ['at the end of a short one: it may arrive', 2_000, 2_000, true],
  ])('a connection that drops %s', async (_what, length, dropAfter, unsure) => {
    const port = await dropsAfter(dropAfter);
    const content = new Uint8Array(Buffer.alloc(length, 'K77 is late.\r\n'));
    const server = at(port, { security: 'none', login: null });
    expect(await send(server, { ...MESSAGE, content }, PATIENCE)).toEqual({
      sent: false,
      error: `The mail server 127.0.0.1:${port} broke off the connection.`,
      unsure,
      // Perhaps it was this message: the others are tried.
      everyone: false,
    });
  });
});

describe('a program that takes mail', () => {
  function program(script: string): { program: string; took: () => string } {
    const within = folder();
    const file = join(within, 'sendmail');
    writeFileSync(file, `#!/bin/sh\ncd '${within}'\n${script}\n`);
    chmodSync(file, 0o700);
    return { program: file, took: () => readFileSync(join(within, 'took'), 'utf8') };
  }

  test('gets the addresses as arguments that are no options, and the message with plain line ends', async () => {
    const { program: file, took } = program('{ echo "$@"; cat; } > took');
    const recipient = '-oQ/tmp@testshire.gov.uk';
    expect(await send({ kind: 'sendmail', program: file }, { ...MESSAGE, recipient })).toEqual({
      sent: true,
    });
    expect(took()).toBe(
      `-i -f ${MESSAGE.sender} -- ${recipient}\n${Buffer.from(MESSAGE.content).toString().replaceAll('\r\n', '\n')}`,
    );
  });

  test('that refuses says why, and the next message is tried', async () => {
    const { program: file } = program('echo "no such person" >&2; exit 67');
    expect(await sendTo({ kind: 'sendmail', program: file })).toEqual({
      sent: false,
      error: `${file} refused the message (exit 67): no such person.`,
      unsure: false,
      everyone: false,
    });
  });

  test('that hangs is stopped', async () => {
    const { program: file } = program('exec sleep 30');
    expect(
      await send({ kind: 'sendmail', program: file }, MESSAGE, { silence: 100, whole: 300 }),
    ).toMatchObject({
      sent: false,
      error: `${file} did not end in time, or was stopped.`,
      unsure: true,
    });
  });

  test('that is not there', async () => {
    expect(await sendTo({ kind: 'sendmail', program: '/nowhere/sendmail' })).toEqual({
      sent: false,
      error: '/nowhere/sendmail could not be started (ENOENT).',
      unsure: false,
      everyone: true,
    });
  });
});
