/** What a database holds, to see that a refusal changed nothing, and screens of other widths. */

import { Readable } from 'node:stream';
import { run } from '../../src/cli';
import { openFile } from './database';
import { type Answer, words } from './harness';

/** Every row of every table, facts and what is derived from them, but not what that was derived with, nor drafts. */
export function everything(file: string): string {
  const db = openFile(file, { readonly: true });
  try {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('derived_from', 'draft') ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return JSON.stringify(
      tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
      null,
      1,
    );
  } finally {
    db.close();
  }
}

/** The kinds of events that were ever recorded in a database, each with the choices that were made in it: `kind`, `kind outcome=plan`. */
export function kindsRecorded(file: string): string[] {
  const db = openFile(file, { readonly: true });
  try {
    const rows = db.prepare('SELECT DISTINCT kind, attributes FROM event').all() as {
      kind: string;
      attributes: string;
    }[];
    return rows.flatMap(({ kind, attributes }) => [
      kind,
      ...Object.entries(JSON.parse(attributes) as Record<string, string>).map(
        ([name, value]) => `${kind} ${name}=${value}`,
      ),
    ]);
  } finally {
    db.close();
  }
}

/** Runs a command line as on a terminal of so many columns, where nobody answers a question. */
export async function onScreen(
  line: string,
  db: string,
  columns: number,
  env: Record<string, string> = {},
): Promise<Answer> {
  let out = '';
  let err = '';
  const code = await run([...words(line), '--db', db], {
    stdin: Readable.from([]),
    stdout: { write: (text) => (out += text), isTTY: true, columns },
    stderr: { write: (text) => (err += text) },
    env: { TERM: 'xterm', ...env },
    cwd: '/',
    now: () => Date.UTC(2026, 2, 13, 12),
  });
  return { code, out, err };
}

/** The lines of a screen without their colours. */
export function linesOf(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with an escape.
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
}

/** How wide the widest line is, in characters; a command on a line of its own is whole, however long. */
export function widest(text: string): number {
  return Math.max(...linesOf(text).map((line) => (/^ {2,}irotool /.test(line) ? 0 : [...line].length)));
}
