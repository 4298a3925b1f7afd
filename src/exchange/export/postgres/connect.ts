/** A connection to a PostgreSQL server: the only file that imports pg, which waits until it is asked for. */
import { readBytes } from '../../../text-file';
import type { DatabaseAddress } from './address';

/** One connection, in which statements are run one after the other. */
export interface Connection {
  /** Rows as objects. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Milliseconds until a server answers at all, and until it has done one thing that was asked of it. */
const PATIENCE = { greeting: 20_000, answer: 600_000 } as const;
const MOST_OF_A_CERTIFICATE = 1_000_000;

/** Thrown if the server asks for a password and none was given. */
export class NoPassword extends Error {}

/** Connects, does the work, and closes: what is not committed by then is as if it had never been. */
export async function connected<T>(
  address: DatabaseAddress,
  password: string | null,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const certificate = certificateOf(address);
  const { Client } = await import('pg');
  const { rootCertificates } = await import('node:tls');
  const { host, port, user, database, encrypted, verified } = address;
  const client = new Client({
    ...{ host, port, user, database, application_name: 'irotool' },
    password: () => {
      if (password === null) throw new NoPassword();
      return password;
    },
    // Without encryption no server is spoken to, unless it is this machine: the library ends if TLS is not offered.
    ssl: encrypted && {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: verified,
      // A name is held against the certificate; so is a number.
      ...(certificate === null ? {} : { ca: [...rootCertificates, certificate] }),
    },
    ...{ keepAlive: true, connectionTimeoutMillis: PATIENCE.greeting, query_timeout: PATIENCE.answer },
  });
  // A server that goes ends the statement that waits for it, which is where it is said.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work({
      query: async (sql, values) => (await client.query(sql, values === undefined ? [] : [...values])).rows,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function certificateOf({ certificateFile: file }: DatabaseAddress): string | null {
  return file === null ? null : Buffer.from(readBytes(file, file, MOST_OF_A_CERTIFICATE)).toString('latin1');
}
