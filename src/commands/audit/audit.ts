/** `audit`: who changed what, and when. Children are shown by reference; names only in the audit of that child. */

import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { londonDate, londonTime, shortDateWithYear } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { type Change, changeOf, type Naming, namingIn } from '../../screens/audit';
import { type AuditEntry, auditOfChild, latestAudit } from '../../store/audit';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';

export interface AuditOptions {
  readonly child?: string;
  readonly limit?: string;
}

const LIMIT = 40;

/** Runs `audit`. */
export async function audit(context: Context, _args: readonly [], options: AuditOptions): Promise<undefined> {
  const limit = readLimit(options.limit);
  const db = context.openFile();
  const child = options.child === undefined ? null : childNamed(db, options.child, { evenMerged: true });
  const entries = child === null ? latestAudit(db, limit) : auditOfChild(db, child.id, limit);
  const naming = namingIn(db, child !== null);
  const changes = entries.map((entry) => ({ entry, change: changeOf(entry, naming) }));
  if (context.flags.json) {
    context.json({ schema: 1, entries: changes.map(({ entry, change }) => asJson(entry, change, naming)) });
  } else if (context.flags.csv) {
    const { toCsv } = await import('../../exchange/csv-out');
    const rows = changes.map(({ entry, change }) => [entry.at, entry.who, change.child ?? '', change.words]);
    context.io.stdout.write(toCsv([['at', 'who', 'child', 'what'], ...rows]));
  } else {
    print(context, changes, limit);
  }
  return undefined;
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--limit is a whole number from 1; not "${text}".`);
}

function asJson(entry: AuditEntry, change: Change, { values }: Naming): Record<string, unknown> {
  return {
    id: entry.id,
    at: entry.at,
    who: entry.who,
    what: entry.what,
    subject: entry.subject,
    subjectId: entry.subjectId,
    child: change.child,
    before: values(entry.subject, entry.before),
    after: values(entry.subject, entry.after),
    words: change.words,
  };
}

function print(
  context: Context,
  changes: readonly { readonly entry: AuditEntry; readonly change: Change }[],
  limit: number,
): void {
  if (changes.length === 0) {
    context.say('Nothing was changed yet.');
    return;
  }
  const rows = changes.map(({ entry, change }) => [whenWords(entry.at), entry.who, change.words]);
  const width = screenWidth(context.io, context.flags);
  context.print(rowLines(rows, [{}, {}, { wraps: true, min: 30 }], width).join('\n'));
  if (changes.length === limit) {
    context.say(`The latest ${limit} are shown. For more: irotool audit --limit ${limit * 10}`);
  }
}

/** `Fri 13 Mar 2026 12:00`, as a clock in London showed it. */
export function whenWords(at: string): string {
  const instant = Date.parse(at);
  return `${shortDateWithYear(londonDate(instant))} ${londonTime(instant)}`;
}
