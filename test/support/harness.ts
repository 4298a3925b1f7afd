/** Runs irotool in this process, as a test's user would type it. */
import { mkdtempSync } from 'node:fs';
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
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: typed.env ?? {},
    cwd: typed.cwd ?? tmpdir(),
    now: () => typed.now ?? NOON,
  });
  return { code, out, err };
}

/** A new unit's database, and a function that runs commands on it. */
export async function unit(
  pack = 'england',
): Promise<{ db: string; run: (line: string | readonly string[], typed?: Typed) => Promise<Answer> }> {
  const db = join(folder(), 'unit.db');
  const made = await irotool(['init', '--council', 'Testshire', '--pack', pack, '--yes', '--db', db]);
  if (made.code !== 0) throw new Error(made.err);
  return {
    db,
    run: (line, typed) => irotool([...(typeof line === 'string' ? words(line) : line), '--db', db], typed),
  };
}

/** Splits a line as a shell does, with double quotes around a word or within it. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}
