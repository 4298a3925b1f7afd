/**
 * The way mail goes out, from the settings: a mail server or a sendmail program, the login, the sender.
 */
import { LOOPBACK, NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { UserError } from '../errors';
import type { SmtpServer } from '../nodemailer';
import { readTextFile } from '../text-file';

export type MailServer =
  | ({ readonly kind: 'smtp' } & SmtpServer)
  | { readonly kind: 'sendmail'; readonly program: string };

/** Where each kind of security is usual. */
const PORTS = { starttls: 587, tls: 465, none: 25 } as const;
const PASSWORD = 'IROTOOL_MAIL_PASSWORD';
/** The largest file of a password or of certificates that is read, in bytes. */
const MOST_OF_A_FILE = 1_000_000;

type Settings = ReadonlyMap<string, string>;

/** The server or program that takes mail. UserError, with what to type, where the settings name none that can. */
export function mailServer(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
): MailServer {
  const program = settings.get('mail.sendmail');
  const host = settings.get('mail.host');
  if (program !== undefined && host !== undefined) {
    throw new UserError(
      'The settings name both a mail server (mail.host) and a program (mail.sendmail).',
      'Take one away: irotool settings set mail.sendmail',
    );
  }
  if (program !== undefined) return { kind: 'sendmail', program };
  if (host === undefined) throw noServer();
  const security = (settings.get('mail.security') ?? 'starttls') as SmtpServer['security'];
  if (security === 'none' && !LOOPBACK.includes(host)) {
    throw new UserError(
      `mail.security is none, and mail is sent in clear to this machine only, not to ${host}.`,
      'To encrypt it: irotool settings set mail.security starttls',
    );
  }
  return {
    kind: 'smtp',
    host,
    port: Number(settings.get('mail.port') ?? PORTS[security]),
    security,
    login: loginOf(settings, env),
    certificate: fileOf(settings, 'mail.certificate-file', 'certificate'),
  };
}

/** Refuses where the settings name no way at all to send mail. */
export function refuseNoServer(settings: Settings): void {
  if (!settings.has('mail.host') && !settings.has('mail.sendmail')) throw noServer();
}

const noServer = (): UserError =>
  new UserError(
    'The settings name no mail server, so nothing can be sent.',
    'To name it: irotool settings set mail.host mail.council.gov.uk',
  );

/** The address mail comes from. UserError where the settings name none. */
export function mailSender(settings: Settings): string {
  const from = settings.get('mail.from');
  if (from === undefined) {
    throw new UserError(
      'The settings do not say which address mail comes from.',
      'To say it: irotool settings set mail.from reviews@council.gov.uk',
    );
  }
  if (plainAddress(from) === null) {
    throw new UserError(`mail.from ${NOT_AN_ADDRESS}`, 'To set it: irotool settings set mail.from VALUE');
  }
  return from;
}

function loginOf(settings: Settings, env: Readonly<Record<string, string | undefined>>): SmtpServer['login'] {
  const user = settings.get('mail.user');
  const given = env[PASSWORD];
  if (user === undefined) {
    if (!settings.has('mail.password-file')) return null;
    throw new UserError(
      'The settings name a password file and nobody to sign in as.',
      'To say who: irotool settings set mail.user NAME',
    );
  }
  const password = given !== undefined && given !== '' ? given : passwordIn(settings);
  if (password === null) {
    throw new UserError(
      `There is no password for ${user} to sign in to the mail server with.`,
      `Put it in a file that only you can read: irotool settings set mail.password-file FILE; or in ${PASSWORD}.`,
    );
  }
  return { user, password };
}

/** The first line of the file: an editor ends it with a line break that is no part of the password. */
function passwordIn(settings: Settings): string | null {
  const text = fileOf(settings, 'mail.password-file', 'password');
  const password = text?.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? null;
  if (password !== '') return password;
  throw new UserError(
    `The password file ${settings.get('mail.password-file')} is empty.`,
    'Put the password on its first line, or name another file: irotool settings set mail.password-file FILE',
  );
}

function fileOf(settings: Settings, key: string, what: string): string | null {
  const file = settings.get(key);
  if (file === undefined) return null;
  try {
    return readTextFile(file, file, MOST_OF_A_FILE);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `The ${what} file cannot be used: ${error.message}`,
      `Check who owns it, or name another: irotool settings set ${key} FILE`,
    );
  }
}
