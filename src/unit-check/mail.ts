/** The way out for mail, each part by itself, so that every fault is named at once. No server is asked. */
import { X509Certificate } from 'node:crypto';
import { accessSync, constants, type Stats, statSync } from 'node:fs';
import type { Context } from '../context';
import { daysBetween, type IsoDate, LATEST, londonDate, plainDate } from '../core/time/dates';
import { mailSender, mailServer } from '../mail/server';
import { advice, type Finding, fault, looked, sound } from '../screens/findings';
import { asTyped } from '../ui/as-typed';

type Settings = ReadonlyMap<string, string>;

const SET = (key: string): string => `To set it: irotool settings set mail.${key} VALUE`;

/** Looks at server or program, login, certificate and sender. */
export function checkMail({ io, today }: Context, settings: Settings): Finding[] {
  const server = looked('mail server', SET('host'), () =>
    mailServer(part(settings, 'mail.host', 'mail.sendmail', 'mail.security', 'mail.port'), {}),
  );
  const sender = looked('sender', SET('from'), () => mailSender(settings));
  const from = 'fault' in sender ? [sender.fault] : [sound('sender', `Mail comes from ${sender.found}.`)];
  if ('found' in server && server.found.kind === 'sendmail') {
    return [checkProgram(server.found.program), ...from];
  }
  return [
    'fault' in server ? server.fault : sound('mail server', serverWords(server.found as SmtpWay)),
    ...checkLogin(settings, io.env),
    ...checkCertificate(settings, today),
    ...from,
  ];
}

type SmtpWay = Extract<ReturnType<typeof mailServer>, { kind: 'smtp' }>;

const SECURITY_WORDS = { starttls: 'STARTTLS', tls: 'TLS', none: 'no encryption, on this machine' } as const;

const serverWords = ({ host, port, security }: SmtpWay): string =>
  `Mail goes to ${host}, port ${port}, with ${SECURITY_WORDS[security]}.`;

/** Some of the settings alone. */
const part = (settings: Settings, ...keys: readonly string[]): Map<string, string> =>
  new Map([...settings].filter(([key]) => keys.includes(key)));

/** Some of them with a server that there is, so that only they can be at fault. */
const partAlone = (settings: Settings, ...keys: readonly string[]): Map<string, string> =>
  part(settings, ...keys).set('mail.host', 'localhost');

function checkProgram(program: string): Finding {
  const next = 'To name another: irotool settings set mail.sendmail FILE';
  if (!statOf(program)?.isFile()) return fault('mail server', `There is no program ${program}.`, next);
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return fault(
      'mail server',
      `${program} is no program that you may run.`,
      `Let it be run (chmod +x). ${next}`,
    );
  }
  return sound('mail server', `Mail goes to the program ${program}.`);
}

function checkLogin(settings: Settings, env: Context['io']['env']): Finding[] {
  const file = settings.get('mail.password-file');
  const user = settings.get('mail.user');
  // A run by the clock has no such variable: where a file is named it must do.
  const login = looked('login', SET('password-file'), () =>
    mailServer(partAlone(settings, 'mail.user', 'mail.password-file'), file === undefined ? env : {}),
  );
  const open = file === undefined ? [] : checkWhoReads(file);
  if ('fault' in login) return [login.fault, ...open];
  if (user === undefined) return [sound('login', 'The server is not signed in to (mail.user is not set).')];
  const where =
    file === undefined ? 'IROTOOL_MAIL_PASSWORD, which a run by the clock needs too' : `the file ${file}`;
  return open.length > 0 ? open : [sound('login', `Signed in to as ${user}; the password is in ${where}.`)];
}

/** Null if there is nothing, or its folder is closed to us. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

/** Windows has no such modes. */
function checkWhoReads(file: string): Finding[] {
  if (process.platform === 'win32') return [];
  const stat = statOf(file);
  if (stat === null || (stat.mode & 0o077) === 0) return [];
  return [
    fault(
      'login',
      `Others on this machine can read the password file ${file}.`,
      `To stop that: chmod 600 ${asTyped(file)}`,
    ),
  ];
}

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** As long as it may take to be given another. */
const SOON = 30;

/** One of the file’s certificates must hold today. */
function checkCertificate(settings: Settings, today: IsoDate): Finding[] {
  const file = settings.get('mail.certificate-file');
  if (file === undefined) return [];
  const server = looked('certificate', SET('certificate-file'), () =>
    mailServer(partAlone(settings, 'mail.certificate-file'), {}),
  );
  if ('fault' in server) return [server.fault];
  const next =
    'Ask whoever runs the mail server for a new one. Then: irotool settings set mail.certificate-file FILE';
  const days = certificateDays((server.found as SmtpWay).certificate!);
  if (days === null)
    return [fault('certificate', `${file} holds no certificate that can be read (PEM).`, next)];
  const begun = days.filter(({ from }) => from <= today);
  if (begun.length === 0) {
    return [
      fault('certificate', `The certificate in ${file} holds from ${plainDate(days[0]!.from)} only.`, next),
    ];
  }
  const until = begun
    .map(({ to }) => to)
    .sort()
    .at(-1)!;
  if (until < today)
    return [fault('certificate', `The certificate in ${file} ended on ${plainDate(until)}.`, next)];
  const found = `The certificate in ${file} holds to ${plainDate(until)}.`;
  return [
    daysBetween(today, until) <= SOON ? advice('certificate', found, next) : sound('certificate', found),
  ];
}

/** From when to when each holds; null if one cannot be read, or there is none. */
function certificateDays(pem: string): { readonly from: IsoDate; readonly to: IsoDate }[] | null {
  const blocks = pem.match(BLOCK) ?? [];
  if (blocks.length === 0) return null;
  try {
    return blocks.map((block) => {
      const { validFrom, validTo } = new X509Certificate(block);
      return { from: dayOf(validFrom), to: dayOf(validTo) };
    });
  } catch {
    return null;
  }
}

/** Some hold to the end of the year 9999. */
const dayOf = (words: string): IsoDate => londonDate(Math.min(Date.parse(words), Date.parse(LATEST)));
