/** A real mail server in this process, with a certificate of its own. */
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { folder } from './harness';

/** For localhost and 127.0.0.1, from 2020 to 2120, signed by itself: for tests alone. */
export const KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIH9W+ahOAe8vWU80a/C3jsv6NnDIUAT7JdIMOT5e7UYHoAoGCCqGSM49
AwEHoUQDQgAEwmjKeLqHueU1fjQs5SROdFZNNSJ9qaqNXFgZKt8+BuvsRkfMdHe3
vn13+gV3jIK/2Xy770lw80nRK/V4oAWLOA==
-----END EC PRIVATE KEY-----
`;
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBdTCCARqgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMJoyni6h7nlNX40
LOUkTnRWTTUifamqjVxYGSrfPgbr7EZHzHR3t759d/oFd4yCv9l8u+9JcPNJ0Sv1
eKAFizijWzBZMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MAsGA1UdDwQEAwIChDAdBgNVHQ4EFgQUXgCwCZRI9EP4cST66LQPwBcY
aI0wCgYIKoZIzj0EAwIDSQAwRgIhAKfvVzDpkoRo00Z+HlKd8AOt8aim6HuA4Mp0
h0l7lab+AiEAsTa8GG4BEO1XaGeUAhumNgulRvBt72eL0jyBJb0i0qg=
-----END CERTIFICATE-----
`;

/** The certificate as a file, as the administrator of a mail server hands it out. */
export function certificateFile(): string {
  const file = join(folder(), 'mail-server.pem');
  writeFileSync(file, CERTIFICATE);
  return file;
}

export interface Arrived {
  readonly to: string;
  readonly from: string;
  readonly encrypted: boolean;
  readonly user: string | null;
  readonly content: Buffer;
}

export interface Running {
  readonly port: number;
  /** What the server took, in order. */
  readonly arrived: Arrived[];
  close(): Promise<void>;
}

export const messageIdOf = ({ content }: Arrived): string | undefined =>
  content.toString('latin1').match(/^Message-ID: (<\S+>)/im)?.[1];

type OnTaken = (arrived: Arrived) => Promise<void> | void;

/** Starts a server on this machine; `onTaken` may hold the answer back. Closed when the test ends. */
export async function mailServer(options?: SMTPServerOptions, onTaken?: OnTaken): Promise<Running> {
  const running = await startMailServer(options, onTaken);
  onTestFinished(running.close);
  return running;
}

/** The same, to be closed by whoever started it. */
export async function startMailServer(
  options: SMTPServerOptions = {},
  onTaken: OnTaken = () => undefined,
): Promise<Running> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    key: KEY,
    cert: CERTIFICATE,
    authOptional: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('Invalid username or password')),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const taken: Arrived = {
          to: rcptTo.map(({ address }) => address).join(),
          from: mailFrom === false ? '' : mailFrom.address,
          encrypted: session.secure,
          user: (session.user as unknown as string | undefined) ?? null,
          content: Buffer.concat(parts),
        };
        arrived.push(taken);
        await onTaken(taken);
        done();
      });
    },
    ...options,
  });
  // A connection that breaks is the client's tale to tell.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { port: (server.server.address() as AddressInfo).port, arrived, close };
}
