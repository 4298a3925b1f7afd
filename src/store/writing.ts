/**
 * The one way in which facts are written. What a command reads before it asks is noted here by the
 * functions that read it; inside the transaction it is held against everything that others have
 * recorded since. If any of it has changed, nothing is written: what was shown and answered was about
 * something else.
 *
 * The audit is the witness: every change of a fact is in it, by trigger.
 */
import { nameKey } from '../core/names/likeness';
import { UserError } from '../errors';
import { forgetRead } from './read-once';
import { type Db, isReplaced, statement } from './sqlite';
import { showing } from './subjects';

interface Reads {
  /** The last entry of the audit when the first of it was read. */
  since: number;
  readonly children: Set<number>;
  /** References, in small letters: of children who may not be there yet. */
  readonly refs: Set<string>;
  readonly people: Set<number>;
  /** Names by which people were looked up who may not be there yet. */
  readonly names: Set<string>;
  /** Whether someone of a name would have been asked about, had they been there. */
  readonly likenesses: ((row: Values) => boolean)[];
  readonly settings: Set<string>;
}

const noted = new WeakMap<Db, Reads>();

function readsOf(db: Db): Reads {
  let reads = noted.get(db);
  if (!reads) {
    reads = {
      since: lastEntry(db),
      ...{ children: new Set(), refs: new Set(), people: new Set(), names: new Set(), settings: new Set() },
      likenesses: [],
    };
    noted.set(db, reads);
  }
  return reads;
}

const lastEntry = (db: Db): number =>
  statement(db, 'SELECT coalesce(max(id), 0) FROM audit').pluck().get() as number;

/** A child, or what happened to them, is about to be read. */
export const noteChild = (db: Db, id: number): void => void readsOf(db).children.add(id);
/** A reference is about to be looked up, whether or not there is such a child. */
export const noteRef = (db: Db, ref: string): void => void readsOf(db).refs.add(folded(ref));
export const notePerson = (db: Db, id: number): void => void readsOf(db).people.add(id);
/** A name is about to be looked up, whether or not there is such a person. */
export const noteName = (db: Db, name: string): void => void readsOf(db).names.add(nameKey(name));
/** What would be asked about if it were there: a row of the audit, by its columns, of whatever table. */
export const noteLikeness = (db: Db, isAlike: (row: Readonly<Record<string, unknown>>) => boolean): void =>
  void readsOf(db).likenesses.push(isAlike);
export const noteSetting = (db: Db, key: string): void => void readsOf(db).settings.add(key);

/** What was read until now is read again before anything is saved: another command of this person's has changed some of it. */
export function readAfresh(db: Db): void {
  noted.delete(db);
  forgetRead(db);
}

const folded = (text: string): string => text.trim().toLowerCase();

/**
 * Runs writes in one transaction. Throws a UserError, and writes nothing, if somebody else has changed
 * what this connection noted that it read. `alsoRefuse` looks at what the audit does not tell.
 */
export function saveFacts<T>(db: Db, work: () => T, alsoRefuse: () => void = () => {}): T {
  const save = db.transaction(() => {
    refuseReplaced(db);
    refuseChanged(db);
    alsoRefuse();
    const done = work();
    // What it wrote itself is no reason to refuse what it writes next.
    const reads = noted.get(db);
    if (reads) reads.since = lastEntry(db);
    return done;
  });
  try {
    return save.immediate();
  } catch (error) {
    // What was read of it after it was written, and before it was taken back, is not so any more.
    forgetRead(db);
    throw error;
  }
}

/** The same for work that takes more than one turn, each saved by itself in it: all of it, or nothing. */
export async function saveAllFacts<T>(db: Db, work: () => Promise<T>, alsoRefuse: () => void): Promise<T> {
  db.exec('BEGIN IMMEDIATE');
  try {
    refuseReplaced(db);
    refuseChanged(db);
    alsoRefuse();
    const done = await work();
    db.exec('COMMIT');
    return done;
  } catch (error) {
    giveUp(db);
    throw error;
  }
}

/** What a rehearsal gives up with. */
class Rehearsed<T> {
  constructor(readonly value: T) {}
}

/** What a save would come to, for what is shown before the question: it is run, and given up. */
export function rehearsed<T>(db: Db, work: () => T): T {
  try {
    db.transaction(() => {
      throw new Rehearsed(work());
    }).immediate();
  } catch (error) {
    forgetRead(db);
    if (error instanceof Rehearsed) return error.value as T;
    throw error;
  }
  throw new Error('A rehearsal always ends by being given up.');
}

/** From here on what is written is only tried: until it is given up, it is read as if it were saved. */
export function tryOut(db: Db): void {
  if (!db.inTransaction) db.exec('BEGIN IMMEDIATE');
}

/** Gives up whatever was tried. */
export function giveUp(db: Db): void {
  if (!db.inTransaction) return;
  db.exec('ROLLBACK');
  forgetRead(db);
}

function refuseReplaced(db: Db): void {
  if (!isReplaced(db)) return;
  throw new UserError(
    'Another file was put in the place of the database meanwhile (irotool restore). Nothing was saved.',
    'Look at what it says now, then do yours again.',
  );
}

/** Refuses if somebody else has changed what this connection read. Call inside a transaction. */
function refuseChanged(db: Db): void {
  const reads = noted.get(db);
  if (!reads) return;
  const entries = statement(
    db,
    'SELECT who, subject, subject_id AS subjectId, before, after FROM audit WHERE id > ? ORDER BY id',
  ).all(reads.since) as Entry[];
  for (const entry of entries) {
    const what = inCommon(db, entry, reads);
    if (what !== null) throw changed(entry.who, what);
  }
}

interface Entry {
  readonly who: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Values = Readonly<Record<string, unknown>>;

/** Columns that hold the number of a child, or of a person, in any table of facts. */
export const OF_CHILDREN = ['child_id', 'sibling_id', 'parent_id', 'into_id'];
export const OF_PEOPLE = ['person_id', 'manager_id'];
/** What was made of a child is no fact about them. */
const NO_FACTS = new Set(['document_log']);

interface Common {
  readonly called: string;
  readonly look: string;
}

/** What an entry changed of that which was read; null if nothing. */
function inCommon(db: Db, entry: Entry, reads: Reads): Common | null {
  if (NO_FACTS.has(entry.subject)) return null;
  const rows = [entry.before, entry.after].flatMap((text) =>
    text === null ? [] : [JSON.parse(text) as Values],
  );
  const numbers = (columns: readonly string[], own: string): number[] => [
    ...(entry.subject === own ? [Number(entry.subjectId)] : []),
    ...rows.flatMap((row) => columns.flatMap((name) => (row[name] === undefined ? [] : [Number(row[name])]))),
  ];
  const children = [
    ...numbers(OF_CHILDREN, 'child'),
    ...numbers([], 'applicant'),
    ...rows.flatMap(({ event_id: id }) => (id === undefined ? [] : [childOfEvent(db, Number(id))])),
  ];
  const child = children.find((id) => reads.children.has(id) || reads.refs.has(folded(refOf(db, id))));
  if (child !== undefined) {
    const ref = refOf(db, child);
    return { called: ref, look: showing(db, { id: child, ref }) };
  }
  const people = numbers(OF_PEOPLE, 'person');
  const person = people.find((id) => reads.people.has(id));
  const isAlike = rows.some((row) => reads.likenesses.some((isLike) => isLike(row)));
  if (isAlike && entry.subject === 'child') {
    const ref = refOf(db, Number(entry.subjectId));
    return { called: `${ref}, who is like the child you typed`, look: `irotool child show ${ref}` };
  }
  const isNamed =
    isAlike ||
    (entry.subject === 'person' && rows.some(({ name }) => reads.names.has(nameKey(String(name)))));
  if (person !== undefined || isNamed) return { called: 'someone it names', look: 'irotool person list' };
  return entry.subject === 'setting' && reads.settings.has(entry.subjectId)
    ? { called: entry.subjectId, look: 'irotool settings list' }
    : null;
}

const refOf = (db: Db, id: number): string =>
  (statement(db, 'SELECT ref FROM subject WHERE id = ?').pluck().get(id) as string | undefined) ?? '';

const childOfEvent = (db: Db, id: number): number =>
  (statement(db, 'SELECT child_id FROM event WHERE id = ?').pluck().get(id) as number | undefined) ?? 0;

function changed(who: string, { called, look }: Common): UserError {
  return new UserError(
    `What is recorded of ${called} was changed meanwhile, by ${who}. Nothing was saved.`,
    `Look at it, then do yours again: ${look}`,
  );
}
