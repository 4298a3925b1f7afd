/** Everything that is held on one child, as data: for the unit, with every name. */
import { aboutChild } from '../../../cases/child';
import { factWords } from '../../../cases/fact-words';
import type { Context, Unit } from '../../../context';
import { deadlineOn } from '../../../core/engine/standing';
import type { Reckoning } from '../../../store/agenda/reckoning';
import { auditOfChild } from '../../../store/audit';
import { findChild, type ListedChild } from '../../../store/children';
import { type ChronologyEntry, chronologyOf } from '../../../store/chronology';
import { mergedFrom } from '../../../store/merged';
import { latestDocuments } from '../../../store/outbox/document-log';
import { messagesTelling } from '../../../store/outbox/outbox';
import { outsideRefsOf } from '../../../store/outside/refs';
import { everyoneOf } from '../../../store/people/child-people';
import { forUnit } from '../../../store/people/names';
import type { Db } from '../../../store/sqlite';

/** One entry of the chronology. */
export interface HeldEvent {
  readonly event: number;
  readonly on: string;
  readonly kind: string;
  readonly words: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Why it was struck out; null if it stands. */
  readonly struckWhy: string | null;
  readonly struckBy: string | null;
}

/** An entry as data, with its words. */
export const heldEvent = (unit: Pick<Unit, 'db'>, entry: ChronologyEntry): HeldEvent => ({
  ...{ event: entry.id, on: entry.on, kind: entry.kind, words: factWords(unit, entry) },
  ...{ attributes: entry.attributes, recordedAt: entry.recordedAt, recordedBy: entry.recordedBy },
  ...{ struckWhy: entry.struckWhy, struckBy: entry.struckBy },
});

/** Reads all of it: nothing that names the child is left out. */
export function heldOn(context: Context, unit: Unit, listed: ListedChild, reckoning: Reckoning) {
  const { db, engine } = unit;
  const { child, recommendations, proceedings } = aboutChild(context, unit, listed, reckoning);
  const chronology = (id: number): HeldEvent[] => chronologyOf(db, id).map((entry) => heldEvent(unit, entry));
  return {
    child,
    /** What other systems call the child. */
    outside: outsideRefsOf(db, listed.id),
    people: everyoneOf(db, listed.id).map(({ id: _id, personId: _person, ...person }) => person),
    chronology: chronology(listed.id),
    merged: mergedFrom(db, listed.id).map((ref) => ({ ref, chronology: chronology(findChild(db, ref)!.id) })),
    deadlines: reckoning.duties.map((duty) => deadlineOn(duty, context.today, engine.calendars.statutory)),
    recommendations,
    proceedings,
    documents: latestDocuments(db, listed.id, -1).map(
      ({ template, format, recipient, madeAt, madeBy, sentOn }) => ({
        ...{ template, format, recipient, madeAt, madeBy, sentOn },
      }),
    ),
    /** Messages that told of the child beside others: what each said is in the outbox. */
    messages: messagesTelling(db, listed.ref),
    audit: auditInWords(db, listed.id),
  };
}

export type HeldOnChild = ReturnType<typeof heldOn>;

const auditInWords = (db: Db, childId: number) =>
  auditOfChild(db, childId, -1)
    .reverse()
    .map(({ at, who, what, subject, before, after }) => ({
      ...{ at, who, what, subject, before: asData(db, before), after: asData(db, after) },
    }));

/** A row as it was kept, with names for references. */
function asData(db: Db, kept: string | null): unknown {
  return kept === null
    ? null
    : JSON.parse(kept, (_, value) => (typeof value === 'string' ? forUnit(db, value) : value));
}
