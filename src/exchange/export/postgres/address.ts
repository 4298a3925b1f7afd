/** The address of a database as it is typed, and whether data may go there. */
import { resolve } from 'node:path';
import { LOOPBACK } from '../../../core/address';
import { UsageError, UserError } from '../../../errors';

/** Where a database is, and as whom irotool signs in. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** Nothing goes in clear, but to this machine itself. */
  readonly encrypted: boolean;
  /** The certificate of the server is checked. */
  readonly verified: boolean;
  /** The file of a certificate to trust besides those that are public; null if there is none. */
  readonly certificateFile: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SUCH = 'irotool export ssd postgres://NAME@db.region.gov.uk/ssd';
const PORT = 5432;

/** True for what is written as an address of any kind, and so is no folder. */
export const isAddress = (typed: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(typed);

/** Reads `postgres://NAME@HOST/DATABASE`. A UsageError says what is wrong, and repeats no password. */
export function databaseAddress(typed: string, env: Environment, cwd: string): DatabaseAddress {
  if (!/^postgres(?:ql)?:\/\//i.test(typed))
    throw new UsageError(
      'It is written to a folder, a CSV file a table, or to a PostgreSQL database.',
      `irotool export ssd FOLDER, or ${SUCH}`,
    );
  const url = urlOf(typed);
  if (url.password !== '')
    throw new UsageError(
      'A password stands in the address, where others of this machine can read it. Nothing was sent.',
      'Leave it out, and put it in a file that only you can read: --password-file FILE. Change it, too: it may have been seen.',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const user = decodeURIComponent(url.username) || env.PGUSER || '';
  const database = decodeURIComponent(url.pathname.slice(1));
  if (host === '' || user === '' || database === '' || database.includes('/'))
    throw new UsageError(
      `The address does not say ${host === '' ? 'which machine' : user === '' ? 'who signs in' : 'which database'}.`,
      `Such as: ${SUCH}`,
    );
  const isHere = LOOPBACK.includes(host);
  const { sslmode, sslrootcert } = wordsOf(url);
  if (sslmode !== undefined && !MODES.includes(sslmode))
    throw new UsageError(`sslmode is ${MODES.join(' or ')}; not "${sslmode}".`, `Such as: ${SUCH}`);
  if (!isHere && sslmode !== undefined && sslmode !== 'verify-full')
    throw new UsageError(
      `sslmode=${sslmode} would trust whoever answers for ${host}.`,
      'Leave sslmode out: the connection is encrypted and the certificate is checked. A certificate that is not public: sslrootcert=FILE',
    );
  const certificate = sslrootcert ?? env.PGSSLROOTCERT;
  return {
    ...{ host, user, database, port: url.port === '' ? Number(env.PGPORT ?? PORT) : Number(url.port) },
    encrypted: !isHere || sslmode === 'require' || sslmode === 'verify-full',
    verified: !isHere || sslmode === 'verify-full',
    certificateFile: certificate === undefined ? null : resolve(cwd, certificate),
  };
}

/** To this machine itself it may go in clear; to any other it is encrypted and the certificate is checked. */
const MODES = ['disable', 'require', 'verify-full'];

function urlOf(typed: string): URL {
  // The parts of an address of a kind that a browser knows are read as strictly as can be.
  try {
    return new URL(typed.replace(/^postgres(?:ql)?:/i, 'postgres:'));
  } catch {
    throw new UsageError('That is not the address of a database.', `Such as: ${SUCH}`);
  }
}

function wordsOf({ searchParams }: URL): Partial<Record<'sslmode' | 'sslrootcert', string>> {
  const words = Object.fromEntries(searchParams);
  const unknown = Object.keys(words).find((word) => word !== 'sslmode' && word !== 'sslrootcert');
  if (unknown === undefined) return words;
  const told = /pass/i.test(unknown) ? '' : ` "${unknown}"`;
  throw new UsageError(
    `The address has a word${told} that is not read.`,
    'It may have sslmode and sslrootcert. A password goes into a file: --password-file FILE',
  );
}

/** Refuses to send anything to a machine that nobody listed. */
export function refuseUnlisted({ host }: DatabaseAddress, settings: ReadonlyMap<string, string>): void {
  const allowed = (settings.get('export.allow-hosts') ?? '').split(',').filter(Boolean);
  if (allowed.includes(host)) return;
  throw new UserError(
    `${host} is not among the machines to which data may go (export.allow-hosts). Nothing was sent.`,
    `If it may: irotool settings set export.allow-hosts ${[...allowed, host].join(',')}`,
  );
}
