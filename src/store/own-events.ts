/** The events of a council's own, kept beside the facts that are of them. */
import type { EventSpec } from '../core/events/event';
import type { Described } from '../core/events/fact';
import { type Db, statement } from './sqlite';

/** Keeps what a pack says of its own events. Call inside the transaction that works the agenda out by it. */
export function keepOwnEvents(db: Db, events: readonly EventSpec[]): void {
  for (const event of events) {
    statement(
      db,
      'INSERT INTO own_event VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET described = excluded.described',
    ).run(event.kind, JSON.stringify(event));
  }
}

/** An event by its name, with what was kept of it if it is a council's own. */
export function describedIn(db: Db, kind: string): Described {
  const kept = statement(db, 'SELECT described FROM own_event WHERE kind = ?').pluck().get(kind);
  return kept === undefined ? { kind } : { kind, own: eventAsKept(String(kept)) };
}

const read = new Map<string, EventSpec>();

/** An event as it was kept: read once, for every fact of it comes with the same words. */
export function eventAsKept(described: string): EventSpec {
  const known = read.get(described) ?? (JSON.parse(described) as EventSpec);
  read.set(described, known);
  return known;
}

/** How often each event is recorded that is none of these. */
export function recordedBeside(db: Db, kinds: readonly string[]): { kind: string; times: number }[] {
  const rows = db.prepare('SELECT kind, count(*) AS times FROM event GROUP BY kind ORDER BY kind').all() as {
    kind: string;
    times: number;
  }[];
  return rows.filter(({ kind }) => !kinds.includes(kind));
}
