/** Runs irotool in this process, as a test's user would type it. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Typed {
  readonly input?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** What is printed goes down a pipe; else it is seen on a terminal of eighty columns, without colour. */
  readonly toPipe?: true;
  /** Milliseconds since 1970; else noon on 13 March 2026 in London. */
  readonly now?: number;
}

const NOON = Date.UTC(2026, 2, 13, 12);

/** A new folder for one test's files. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'irotool-test-'));
}

/** Runs a command line; words are given as a shell would split them. */
export async function irotool(words: readonly string[], typed: Typed = {}): Promise<Answer> {
  let out = '';
  let err = '';
  const code = await run(words, {
    stdin: Readable.from(typed.input === undefined ? [] : [typed.input]),
    stdout: { write: (text) => (out += text), ...(typed.toPipe ? {} : { isTTY: true, columns: 80 }) },
    stderr: { write: (text) => (err += text) },
    env: { NO_COLOR: '1', ...typed.env },
    cwd: typed.cwd ?? tmpdir(),
    now: () => typed.now ?? NOON,
  });
  return { code, out, err };
}

/** Runs commands on one database. */
export type Run = (line: string | readonly string[], typed?: Typed) => Promise<Answer>;

export interface Unit {
  readonly db: string;
  readonly run: Run;
}

/** Databases as they stand after certain lines, by the lines: each is made once in a worker. */
const prepared = new Map<string, Promise<Buffer>>();

/**
 * A new unit's database in a folder of its own, with a function that runs commands on it. What lines come before
 * is typed once in a worker, and its file copied from then on. Throws if one of them is refused.
 */
export async function unit(pack = 'england', lines: readonly string[] = []): Promise<Unit> {
  const db = join(folder(), 'unit.db');
  writeFileSync(db, await after(pack, lines), { mode: 0o600 });
  return { db, run: runOn(db) };
}

/** The file as it is once these lines were typed. */
function after(pack: string, lines: readonly string[]): Promise<Buffer> {
  const name = JSON.stringify([pack, ...lines]);
  const made = prepared.get(name) ?? typed(pack, lines);
  prepared.set(name, made);
  return made;
}

async function typed(pack: string, lines: readonly string[]): Promise<Buffer> {
  const db = join(folder(), 'unit.db');
  if (lines.length > 0) writeFileSync(db, await after(pack, []), { mode: 0o600 });
  for (const line of lines.length > 0 ? lines : [`init --council Testshire --pack ${pack} --yes`]) {
    const { code, err } = await runOn(db)(line);
    if (code !== 0) throw new Error(`${line}\n${err}`);
  }
  return readFileSync(db);
}

const runOn =
  (db: string): Run =>
  (line, typed) =>
    irotool([...(typeof line === 'string' ? words(line) : line), '--db', db], typed);

/** Splits a line as a shell does, with double quotes around a word or within it. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}
