/**
 * Every setting: what it is for, and what it may be. Data; settings.ts and init.ts use it.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context';
import { isOneLine, LOOPBACK, NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { hiddenIn } from '../core/names/likeness';
import { OTHER_LANGUAGES } from '../documents/fixed-words';
import { didYouMean, UsageError } from '../errors';
import { isFolder } from '../law/folder';
import { shelf, shippedLaw, shippedPack } from '../law/shipped';
import { WAYS } from '../letters/reached';
import { readBytes } from '../text-file';

/** What a value may be held against. */
export interface Given {
  readonly context: Context;
  readonly settings: ReadonlyMap<string, string>;
}

export interface SettingKey {
  readonly key: string;
  /** What it is for, in at most 34 characters: a column of `settings list`. */
  readonly about: string;
  /** Every date is worked out again when it changes. */
  readonly movesDates?: true;
  /** The value as it is kept. Throws a UsageError that says what it may be. */
  readonly check: (value: string, given: Given) => string | Promise<string>;
}

function text(key: string, about: string): SettingKey {
  return { key, about, check: (value) => value };
}

function address(key: string, about: string): SettingKey {
  return {
    key,
    about,
    check(value) {
      const found = plainAddress(value);
      if (found === null) throw new UsageError(`"${value}" ${NOT_AN_ADDRESS}`);
      return found;
    },
  };
}

function checkYesNo(value: string): string {
  if (value === 'yes' || value === 'no') return value;
  throw new UsageError('screen.names is yes or no.');
}

const SECURITIES = ['starttls', 'tls', 'none'];
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*)$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Someone whom letters name to turn to: in words as a whole, or by their parts. */
function reachedBy(key: string, about: string): SettingKey[] {
  return [text(key, about), text(`${key}.who`, 'and by its parts: who it is'), ...waysTo(key, 'their')];
}

/** How someone is reached: the same parts for everyone whom letters name. */
function waysTo(key: string, whose: string): SettingKey[] {
  const made: Readonly<Record<(typeof WAYS)[number], SettingKey>> = {
    telephone: text(`${key}.telephone`, `${whose} telephone`),
    email: address(`${key}.email`, `${whose} e-mail address`),
    address: text(`${key}.address`, `${whose} postal address`),
  };
  return WAYS.map((way) => made[way]);
}

/** In the order of `settings list`. */
export const SETTING_KEYS: readonly SettingKey[] = [
  text('council.name', 'the council'),
  text('unit.name', 'the unit’s name'),
  ...waysTo('unit', 'the unit’s'),
  text('unit.hours', 'when the unit can be rung'),
  text('signatory.name', 'who signs letters'),
  text('signatory.title', 'and their title'),
  ...reachedBy('advocacy', 'who offers children an advocate'),
  ...reachedBy('complaints', 'how to complain'),
  text('mechanism.name', 'the review mechanism, for letters'),
  ...waysTo('mechanism', 'its'),
  text('mechanism.run-by', 'who runs it'),
  { key: 'enclosures', about: 'leaflets with letters: A; B', check: checkEnclosures },
  { key: 'enclosures.conference', about: 'those of a conference', check: checkEnclosures },
  { key: 'enclosures.secure', about: 'those of a secure review', check: checkEnclosures },
  { key: 'letters.languages', about: 'languages a speaker read: cy, pl', check: checkLanguages },
  { key: 'letters.time-style', about: 'times in letters: 12h or 24h', check: checkTimeStyle },
  { key: 'screen.names', about: 'names in the tray: yes or no', check: checkYesNo },
  { key: 'pack', about: 'the rule pack: a name or a folder', movesDates: true, check: checkPack },
  {
    key: 'go-live',
    about: 'the day the unit began with irotool',
    movesDates: true,
    check: (value, { context }) => context.date(value, 'go-live'),
  },
  {
    key: 'closed-days',
    about: 'closed days, for practice rules only',
    movesDates: true,
    check: checkClosedDays,
  },
  { key: 'midway-check', about: 'weeks from a review to its midway', check: checkWeeks },
  { key: 'mail.host', about: 'the mail server', check: checkHost },
  { key: 'mail.port', about: 'its port', check: checkPort },
  { key: 'mail.security', about: 'starttls, tls or none', check: checkSecurity },
  text('mail.user', 'the name to sign in with'),
  { key: 'mail.password-file', about: 'the file that holds the password', check: checkPasswordFile },
  { key: 'mail.certificate-file', about: 'its certificate, if not public', check: checkCertificate },
  { key: 'mail.sendmail', about: 'or a program that takes mail', check: checkProgram },
  { key: 'mail.timeout', about: 'seconds to wait for the server', check: checkSeconds },
  address('mail.from', 'the address mail comes from'),
  { key: 'mail.allow-domains', about: 'domains told children’s names', check: checkDomains },
  { key: 'export.allow-hosts', about: 'databases told what is exported', check: checkHosts },
];

/** The entry of a key; a UsageError with the nearest if there is none. */
export function settingKey(key: string): SettingKey {
  const found = SETTING_KEYS.find((candidate) => candidate.key === key);
  if (found) return found;
  const keys = SETTING_KEYS.map((candidate) => candidate.key);
  throw new UsageError(
    `There is no setting "${key}".${didYouMean(key, keys)}`,
    'To see them all: irotool settings list',
  );
}

/** The value as it is to be kept, or a UsageError. */
export async function checkedSetting(key: string, value: string, given: Given): Promise<string> {
  if (!isOneLine(value)) throw new UsageError(`${key} is one line of text, without control characters.`);
  const hidden = hiddenIn(value.trim());
  if (hidden !== null) {
    throw new UsageError(
      `${key} has a sign in it that nobody sees (${hidden}). Nothing was saved.`,
      'Type it instead of pasting it.',
    );
  }
  if (value.trim() === '')
    throw new UsageError(`${key} is empty.`, `To take it away: irotool settings set ${key}`);
  return settingKey(key).check(value.trim(), given);
}

async function checkPack(value: string, { context }: Given): Promise<string> {
  const shipped = shippedLaw().packs.find((pack) => pack.name === value);
  if (shipped?.addition) {
    throw new UsageError(
      `"${value}" is added to a council's own pack, from a day on: in its pack.yaml, with: { ${value}: 2026-12-01 }`,
      'To begin a pack: irotool rules new NAME --extends england',
    );
  }
  if (shipped) return value;
  const folder = resolve(context.io.cwd, value);
  if (!isFolder(folder)) return shippedPack(value).name;
  const { loadPack } = await import('../law/packs');
  loadPack(folder, shelf());
  return folder;
}

function checkClosedDays(value: string, { context }: Given): string {
  const days = value
    .split(',')
    .map((day) => day.trim())
    .filter(Boolean)
    .map((day) => context.date(day, 'closed-days', 'future'));
  return [...new Set(days)].sort().join(',');
}

/** Leaflets, with semicolons between. */
function checkEnclosures(value: string): string {
  const leaflets = value
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
  if (leaflets.length > 0) return [...new Set(leaflets)].join('; ');
  throw new UsageError(
    'Enclosures are a list of leaflets with semicolons between.',
    'Such as: "Your rights; How to complain"',
  );
}

function checkLanguages(value: string): string {
  const typed = value
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const unknown = typed.find((each) => !OTHER_LANGUAGES.some((language) => language === each));
  if (typed.length > 0 && unknown === undefined) return [...new Set(typed)].sort().join(',');
  throw new UsageError(
    `letters.languages is cy (Welsh), pl (Polish) or both; not "${value}".`,
    'Set it once somebody who speaks the language has read what every letter says in it.',
  );
}

function checkTimeStyle(value: string): string {
  const style = value.toLowerCase();
  if (style === '12h' || style === '24h') return style;
  throw new UsageError(`letters.time-style is 12h (4:30pm) or 24h (16:30); not "${value}".`);
}

function checkWeeks(value: string): string {
  const weeks = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (weeks >= 1 && weeks <= 26) return String(weeks);
  throw new UsageError(`midway-check is a number of weeks from 1 to 26; not "${value}".`);
}

function checkSeconds(value: string): string {
  if (/^[1-9]\d{0,2}$/.test(value) && Number(value) <= 600) return value;
  throw new UsageError(`mail.timeout is a number of seconds from 1 to 600; not "${value}".`);
}

function checkHost(value: string, { settings }: Given): string {
  const host = value.toLowerCase();
  if (!/^[a-z0-9.:-]+$/.test(host)) {
    throw new UsageError(`"${value}" is not the name of a mail server.`, 'Such as mail.council.gov.uk.');
  }
  if (settings.get('mail.security') === 'none' && !LOOPBACK.includes(host)) {
    throw new UsageError(
      'mail.security is none, and mail is sent in clear to this machine only.',
      'First: irotool settings set mail.security starttls',
    );
  }
  return host;
}

function checkPort(value: string): string {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65535) return String(port);
  throw new UsageError(`"${value}" is not a port.`, 'A port is a number from 1 to 65535, such as 587.');
}

function checkSecurity(value: string, { settings }: Given): string {
  const security = value.toLowerCase();
  if (!SECURITIES.includes(security)) {
    throw new UsageError(`mail.security is starttls, tls or none; not "${value}".`);
  }
  if (security === 'none' && !LOOPBACK.includes(settings.get('mail.host') ?? '')) {
    throw new UsageError(
      'mail.security may be none only where mail.host is this machine (localhost, 127.0.0.1 or ::1).',
      'Use starttls or tls.',
    );
  }
  return security;
}

function checkPasswordFile(value: string, { context }: Given): string {
  const file = resolve(context.io.cwd, value);
  if (existsSync(file) && statSync(file).isFile()) return file;
  throw new UsageError(`There is no file ${file}.`, 'Put the password in a file that only you can read.');
}

function checkCertificate(value: string, { context }: Given): string {
  const file = resolve(context.io.cwd, value);
  const bytes = readBytes(file, file, 1_000_000);
  if (Buffer.from(bytes).includes('-----BEGIN CERTIFICATE-----')) return file;
  throw new UsageError(
    `${file} holds no certificate (PEM).`,
    'Ask whoever runs the mail server for the certificate that signed its own.',
  );
}

function checkProgram(value: string, { context }: Given): string {
  const file = resolve(context.io.cwd, value);
  if (existsSync(file) && statSync(file).isFile()) return file;
  throw new UsageError(`There is no program ${file}.`, 'Such as /usr/sbin/sendmail.');
}

function checkHosts(value: string): string {
  const hosts = value
    .toLowerCase()
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong === undefined && hosts.length > 0) return [...new Set(hosts)].join(',');
  throw new UsageError(
    `"${wrong ?? value}" is not the name of a machine.`,
    'Such as: db.region.gov.uk, without postgres:// and without a port.',
  );
}

function checkDomains(value: string): string {
  const domains = value
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim())
    .filter(Boolean);
  const wrong = domains.find((domain) => !DOMAIN.test(domain));
  if (wrong !== undefined || domains.length === 0) {
    throw new UsageError(`"${wrong ?? value}" is not a domain.`, 'Such as: council.gov.uk,nhs.net');
  }
  return [...new Set(domains)].join(',');
}
