/** What a database or the way to it says of a failure, in words and with the next thing: never what a row holds. */
import { UserError } from '../../../errors';
import type { DatabaseAddress } from './address';
import { NoPassword } from './connect';

/** By the code of the server (SQLSTATE), of the system, or of the certificate. */
type Told = (where: DatabaseAddress, table: string | null) => readonly [what: string, next: string];

const ask = (what: string): string => `Ask whoever runs the database ${what}.`;
const certificate: Told = ({ host }) => [
  `The certificate of ${host} is not one that this machine trusts.`,
  'If it is the region’s own, ask for the one that signed it, as a file, and add ?sslrootcert=FILE to the address.',
];
const lost: Told = ({ host }) => [
  `The connection to ${host} broke off.`,
  'What was there before is as it was. Type it again.',
];
const unreachable: Told = ({ host, port }) => [
  `${host} does not answer on port ${port}.`,
  'Check the address, and that the database runs and may be reached from here.',
];

const TOLD: Readonly<Record<string, Told>> = {
  ECONNREFUSED: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: ({ host }) => [`There is no machine ${host}.`, 'Check the address.'],
  EAI_AGAIN: ({ host }) => [
    `The name ${host} cannot be looked up now.`,
    'Check the network, and type it again.',
  ],
  ECONNRESET: lost,
  EPIPE: lost,
  '57P01': lost,
  '57P02': lost,
  '57P03': ({ host }) => [`The database on ${host} is starting or stopping.`, 'Type it again in a minute.'],
  '28P01': ({ user }) => [
    `The password for ${user} is not right.`,
    'Put the right one in its file: --password-file FILE',
  ],
  '28000': ({ user, host }) => [
    `${host} does not let ${user} in from here.`,
    ask('to allow it, or for another name'),
  ],
  '3D000': ({ database, host }) => [`There is no database ${database} on ${host}.`, 'Check the address.'],
  '53300': ({ host }) => [`${host} has no room for another connection now.`, 'Type it again later.'],
  '55P03': () => ['Another program has held the tables for a minute.', 'Type it again later.'],
  '40P01': () => ['Another program was writing to the same tables.', 'Type it again.'],
  '25006': ({ host }) => [`${host} only gives data, and takes none.`, ask('which machine takes it')],
  '53100': ({ host }) => [`The disk of ${host} is full.`, ask('to make room')],
  '42501': ({ user, database }, table) => [
    `${user} may not ${table === null ? `write to ${database}` : `do that with ${table}`}.`,
    ask(`to let ${user} make tables there, or read, write and take rows out of those of the dataset`),
  ],
  '22001': (_, table) => [
    `A field of ${table} is too short for what belongs there.`,
    ask('to make it text, as the dataset has it'),
  ],
  '23502': (_, table) => [
    `${table} has a field of its own that may not be empty.`,
    ask('to let it be empty, or to give it a value of its own'),
  ],
  '23503': (_, table) => [
    `${table} is tied to another table by a foreign key.`,
    ask('to take the key away: rows come table by table'),
  ],
  '23505': (_, table) => [
    `${table} has rows already with the numbers of this unit.`,
    'A copy of this unit’s database may write there too. Write into tables of your own: --schema NAME',
  ],
  CERT_HAS_EXPIRED: ({ host }) => [`The certificate of ${host} has run out.`, ask('to renew it')],
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) => [
    `The certificate is not that of ${host}.`,
    'Use the name that the certificate has, or ask whoever runs the database.',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
};

/** What pg itself says, which has no code. */
const SAID: readonly (readonly [RegExp, Told])[] = [
  [
    /does not support SSL/,
    ({ host }) => [`${host} does not encrypt, and nothing is sent in clear.`, ask('to turn encryption on')],
  ],
  [/timeout expired/, unreachable],
  [/terminated|timeout|not queryable/i, lost],
];

/** The type of a field there is another one: the table is not that of the dataset. */
const OTHER_TYPE: Told = (_, table) => [
  `A field of ${table} does not take what the dataset has there.`,
  'Let the table be made anew: rename it there, or write into tables of your own: --schema NAME',
];

/** A failure of the database in words; what is none of it is given back as it is. */
export function inWords(error: unknown, where: DatabaseAddress, table: string | null): unknown {
  if (error instanceof UserError) return error;
  if (error instanceof NoPassword)
    return new UserError(
      `${where.host} asks for the password of ${where.user}. Nothing was sent.`,
      'Put it on the first line of a file that only you can read: --password-file FILE. Or name a .pgpass in PGPASSFILE.',
    );
  if (!(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  const told =
    TOLD[code ?? ''] ??
    (code === undefined ? SAID.find(([said]) => said.test(error.message))?.[1] : undefined) ??
    (/^(?:22|42804)/.test(code ?? '') && table !== null ? OTHER_TYPE : undefined) ??
    (/^[0-9A-Z]{5}$/.test(code ?? '') ? other(code!) : undefined);
  if (told === undefined) return error;
  const [what, next] = told(where, table);
  return new UserError(`${what} Nothing was written.`, next);
}

const other =
  (code: string): Told =>
  ({ host }, table) => [
    `The database on ${host} refused${table === null ? '' : ` at ${table}`} (SQLSTATE ${code}).`,
    ask('what that means there'),
  ];
