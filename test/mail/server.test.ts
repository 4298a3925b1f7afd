/** Settings to a way out, and what is said where there is none. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { mailSender, mailServer } from '../../src/mail/server';
import { folder, unit } from '../support/harness';
import { CERTIFICATE, certificateFile } from '../support/mail-server';

const settings = (given: Record<string, string>): Map<string, string> => new Map(Object.entries(given));
const HOST = { 'mail.host': 'mail.council.gov.uk' };
const file = (text: string): string => {
  const path = join(folder(), 'password');
  writeFileSync(path, text);
  return path;
};

describe('a mail server', () => {
  test.each([
    [{}, { security: 'starttls', port: 587 }],
    [{ 'mail.security': 'tls' }, { security: 'tls', port: 465 }],
    [
      { 'mail.security': 'none', 'mail.host': 'localhost' },
      { security: 'none', port: 25 },
    ],
    [{ 'mail.port': '2525' }, { port: 2525 }],
    [{ 'mail.certificate-file': certificateFile() }, { certificate: CERTIFICATE }],
  ])('%j', (given, server) => {
    expect(mailServer(settings({ ...HOST, ...given }), {})).toMatchObject({
      kind: 'smtp',
      login: null,
      ...server,
    });
  });

  test.each([
    ['from a file with the line break of an editor', 'päss word\n'],
    ['from a file of Windows', '\uFEFFpäss word\r\n'],
  ])('the password: %s', (_what, text) => {
    const given = settings({ ...HOST, 'mail.user': 'unit', 'mail.password-file': file(text) });
    expect(mailServer(given, {})).toMatchObject({ login: { user: 'unit', password: 'päss word' } });
  });

  test('the password from the environment comes before the file', () => {
    const env = { IROTOOL_MAIL_PASSWORD: 'other' };
    for (const more of [{}, { 'mail.password-file': file('first') }]) {
      const given = settings({ ...HOST, 'mail.user': 'unit', ...more });
      expect(mailServer(given, env)).toMatchObject({ login: { user: 'unit', password: 'other' } });
    }
  });
});

describe('no way out', () => {
  test.each([
    [{}, 'The settings name no mail server, so nothing can be sent.'],
    [{ ...HOST, 'mail.sendmail': '/usr/sbin/sendmail' }, 'both a mail server (mail.host) and a program'],
    [{ ...HOST, 'mail.security': 'none' }, 'in clear to this machine only, not to mail.council.gov.uk'],
    [{ ...HOST, 'mail.user': 'unit' }, 'There is no password for unit'],
    [{ ...HOST, 'mail.password-file': file('x') }, 'nobody to sign in as'],
    [{ ...HOST, 'mail.user': 'u', 'mail.password-file': file('\n') }, 'is empty'],
    [{ ...HOST, 'mail.user': 'u', 'mail.password-file': '/nowhere/p' }, 'There is no file /nowhere/p.'],
    [{ ...HOST, 'mail.certificate-file': '/nowhere/c' }, 'There is no file /nowhere/c.'],
  ])('%j', (given, words) => {
    expect(() => mailServer(settings(given), {})).toThrow(UserError);
    expect(() => mailServer(settings(given), {})).toThrow(words);
  });

  test('a password file that is not ours to read', () => {
    const secret = file('a-secret');
    chmodSync(secret, 0o000);
    const given = settings({ ...HOST, 'mail.user': 'u', 'mail.password-file': secret });
    // The administrator of the machine reads everything.
    if (process.getuid?.() === 0) expect(mailServer(given, {})).toMatchObject({ kind: 'smtp' });
    else expect(() => mailServer(given, {})).toThrow('cannot be read (EACCES)');
  });

  test('a sender that is none', () => {
    expect(() => mailSender(settings({}))).toThrow('which address mail comes from');
    expect(() => mailSender(settings({ 'mail.from': 'a@b.uk\r\nBcc: c@d.uk' }))).toThrow('not one plain');
    expect(mailSender(settings({ 'mail.from': 'reviews@council.gov.uk' }))).toBe('reviews@council.gov.uk');
  });
});

describe('as settings are typed', () => {
  test('a sendmail program and a certificate are files that are there', async () => {
    const { run } = await unit();
    expect(await run('settings set mail.sendmail /nowhere/sendmail')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no program /nowhere/sendmail. Such as /usr/sbin/sendmail.'),
    });
    expect(await run(['settings', 'set', 'mail.certificate-file', file('nothing')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds no certificate (PEM).'),
    });
    expect(await run(['settings', 'set', 'mail.sendmail', process.execPath])).toMatchObject({ code: 0 });
    expect(await run(['settings', 'set', 'mail.certificate-file', certificateFile()])).toMatchObject({
      code: 0,
    });
  });

  test('a program takes the mail', () => {
    expect(mailServer(settings({ 'mail.sendmail': '/usr/sbin/sendmail' }), {})).toEqual({
      kind: 'sendmail',
      program: '/usr/sbin/sendmail',
    });
  });
});
