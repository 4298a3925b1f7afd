/** A real PostgreSQL server, started for a file of tests and stopped after it, as nobody with rights on this machine. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll } from 'vitest';
import { folder } from './harness';
import { CERTIFICATE, KEY } from './mail-server';

const DEBIANS = '/usr/lib/postgresql';

/** The folder of the newest server's programs; null if there is none. */
function programs(): string | null {
  const versions = existsSync(DEBIANS) ? readdirSync(DEBIANS).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(DEBIANS, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null;
}

const BIN = programs();

/** Whom the server runs as: root it refuses. Null if this is not root, and it runs as whoever runs the tests. */
function nobody(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (uid.status === 0) {
      const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  return null;
}

/** Why no server can be started; empty if one can. */
export const whyNoPostgres =
  process.platform === 'win32' ? 'It is Windows.' : BIN === null ? 'PostgreSQL is not to be had here.' : '';
if (whyNoPostgres !== '') console.log(`Left out: no database is written to. ${whyNoPostgres}`);

export const PASSWORD = 'it is: a \\ secret';

export interface Postgres {
  readonly port: number;
  /** What a statement answers, its columns with a stroke between: asked by psql, which is none of irotool. */
  psql(sql: string, database?: string): string[];
  /** Another program that holds what these statements take until it is let go. */
  holding(sql: string): Promise<{ release(): void }>;
  /** Stops the server at once, as a machine that loses its power; and starts it again. */
  crash(): void;
  start(): void;
}

/** Starts one with a user `unit` who owns the database `region`; `ssl` says whether it encrypts. */
export async function postgres({ ssl = false } = {}): Promise<Postgres> {
  const who = nobody();
  const home = folder();
  const data = join(home, 'data');
  const port = await freePort();
  const own = (path: string): void => {
    if (who !== null) chownSync(path, who.uid, who.gid);
  };
  chmodSync(home, 0o755);
  own(home);
  const write = (name: string, text: string): string => {
    const path = join(home, name);
    writeFileSync(path, text, { mode: 0o600 });
    own(path);
    return path;
  };
  const program = (name: string, args: readonly string[]): void => {
    execFileSync(join(BIN!, name), args, {
      ...(who ?? {}),
      stdio: 'ignore',
      cwd: home,
      env: { PATH: process.env.PATH },
    });
  };
  const password = write('password', PASSWORD);
  program('initdb', [
    '-D',
    data,
    '-U',
    'unit',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--no-sync',
    '-E',
    'UTF8',
  ]);
  const certificate = [write('server.pem', CERTIFICATE), write('server.key', KEY)];
  const options = [
    `-p ${port}`,
    `-k ${home}`,
    '-h 127.0.0.1,127.0.0.2',
    '-c fsync=off',
    ...(ssl ? ['-c ssl=on', `-c ssl_cert_file=${certificate[0]}`, `-c ssl_key_file=${certificate[1]}`] : []),
  ].join(' ');
  const start = (): void =>
    program('pg_ctl', ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start']);
  const crash = (): void => program('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  start();
  const asPsql = (sql: string, database: string): [string[], NodeJS.ProcessEnv] => [
    [
      '-X',
      '-q',
      '-A',
      '-t',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      'unit',
      '-d',
      database,
      '-c',
      sql,
    ],
    { ...process.env, PGPASSWORD: PASSWORD },
  ];
  const psql = (sql: string, database = 'region'): string[] => {
    const [args, env] = asPsql(sql, database);
    const { status, stdout, stderr } = spawnSync('psql', args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout.split('\n').filter((line) => line !== '');
  };
  psql('CREATE DATABASE region', 'postgres');
  const holders: ChildProcess[] = [];
  afterAll(() => {
    for (const holder of holders) holder.kill();
    try {
      crash();
    } catch {
      // It was stopped by a test.
    }
  });
  const holding: Postgres['holding'] = async (sql) => {
    const [args, env] = asPsql(`BEGIN; ${sql}; SELECT 'held'; SELECT pg_sleep(600)`, 'region');
    // Each statement apart, so that the first answers before the last ends.
    const holder = spawn('psql', [...args.slice(0, -2)], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    holders.push(holder);
    holder.stdin.write(`BEGIN; ${sql};\nSELECT 'held';\n`);
    await new Promise<void>((held) => holder.stdout.once('data', () => held()));
    return { release: () => void holder.stdin.end('ROLLBACK;\n') };
  };
  return { port, psql, holding, crash, start };
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
