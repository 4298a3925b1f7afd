/**
 * Takes back what a command recorded: what it added is struck out, what it struck out is entered again, and all
 * else is as it was before. What cannot be is refused, or said. It is tried first and given up, so that what is
 * shown before the question is what will be saved.
 */
import { deathStruckNotes } from '../../cases/ending/said';
import type { Context, Unit } from '../../context';
import { withoutCount } from '../../core/checks/admissible';
import { builtOn } from '../../core/checks/built-on';
import { tagsIn } from '../../core/checks/rewording';
import { upTo } from '../../core/engine/chronology';
import { eventWords } from '../../core/events/words';
import type { Choices } from '../../core/privacy/keep-names';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { changeOf, namingIn } from '../../screens/audit';
import { refreshChild } from '../../store/agenda/agenda';
import { type Reckoning, reckon } from '../../store/agenda/reckoning';
import type { AuditEntry } from '../../store/audit';
import { type Child, childById } from '../../store/children';
import {
  addKeptEvent,
  chronologyOf,
  factsOf,
  findEvent,
  keptEvent,
  type StoredFact,
  strikeEvent,
} from '../../store/chronology';
import { entriesOf, lastStanding, messagesOf, type WrittenCommand } from '../../store/commands/read';
import {
  type ChangedRow,
  changedSince,
  type EntriesWritten,
  putBack,
  standing,
  writtenBy,
} from '../../store/commands/reversal';
import { logSent } from '../../store/outbox/document-log';
import type { Db } from '../../store/sqlite';
import { OF_CHILDREN } from '../../store/writing';
import { count } from '../../ui/words';
import { admit } from '../saving';

/** What became of one thing that a command had written. */
export interface Reversal {
  readonly became: 'struck out' | 'entered again' | 'taken out' | 'as before' | 'not sent';
  /** What it is, in words, without names of children. */
  readonly words: string;
}

export interface TakenBack {
  readonly reversals: readonly Reversal[];
  readonly notes: readonly string[];
  readonly children: readonly {
    readonly child: Child;
    readonly before: Reckoning;
    readonly after: Reckoning;
  }[];
}

/**
 * Takes it back. Call inside a transaction; throws a UserError if it cannot be, or somebody has built on it.
 */
export function takeBack(
  context: Context,
  unit: Unit,
  command: WrittenCommand,
  { why, choices }: { readonly why: string; readonly choices: Choices },
): TakenBack {
  const { db } = unit;
  const entries = entriesOf(db, command.id);
  const written = writtenBy(entries);
  refuseForGood(unit, command, written);
  const naming = namingIn(db, false);
  const wordsOf = (entry: AuditEntry): string => changeOf(entry, naming).words;
  const eventEntry = (id: number, subject: string): AuditEntry =>
    entries.find((entry) => entry.subject === subject && entry.subjectId === String(id))!;
  for (const row of written.rows) refuseChangedRow(unit, row, wordsOf);
  const children = childrenOf(unit, written);
  const before = new Map(children.map((child) => [child.id, stateOf(context, unit, child)]));
  const reversals: Reversal[] = [];
  const notes: string[] = [];
  for (const id of written.added) {
    const now = standing(db, id);
    if (now === null) throw struckSince(unit, id);
    strikeEvent(db, now, why, choices);
    reversals.push({ became: 'struck out', words: wordsOf(eventEntry(id, 'event')) });
  }
  for (const id of written.struck) {
    const { childId } = findEvent(db, id)!;
    const fact = findEvent(db, id)!;
    const child = children.find((each) => each.id === childId)!;
    admit([fact], factsOf(db, childId), child, context, unit);
    addKeptEvent(db, childId, keptEvent(db, id));
    reversals.push({ became: 'entered again', words: wordsOf(eventOf(db, id, eventEntry(id, 'strike'))) });
  }
  for (const row of [...written.rows].reverse()) {
    refuseSpokenOf(unit, row);
    const words = wordsOf(row.entry);
    if (putBack(db, row)) reversals.push({ became: row.before === null ? 'taken out' : 'as before', words });
    else notes.push(staysWords(row, words));
  }
  notes.push(...documentsBack(unit, written.other, reversals, wordsOf));
  const reckoned = children.flatMap((child) => {
    const is = childById(db, child.id);
    if (!is) return [];
    const was = before.get(child.id)!;
    const now = stateOf(context, unit, is);
    refuseBuiltOn(unit, child, was.facts, now.facts, command);
    refreshChild(db, is, unit.engine);
    const gone = was.facts.filter(({ id }) => now.facts.every((fact) => fact.id !== id));
    notes.push(...deathStruckNotes(unit, child, gone, now.facts, now.reckoning));
    return [{ child, before: was.reckoning, after: now.reckoning }];
  });
  return { reversals, notes, children: reckoned };
}

/** The same fact, as an entry of the audit that tells of it. */
function eventOf(db: Unit['db'], id: number, strike: AuditEntry): AuditEntry {
  const { on, kind, attributes } = keptEvent(db, id);
  const after = JSON.stringify({
    ...{ id, child_id: findEvent(db, id)!.childId, happened_on: on, kind },
    attributes: JSON.stringify(attributes),
  });
  return { ...strike, subject: 'event', subjectId: String(id), before: null, after };
}

function stateOf(
  { today }: Context,
  { db, engine }: Unit,
  child: Child,
): { readonly facts: readonly StoredFact[]; readonly reckoning: Reckoning } {
  const facts = factsOf(db, child.id);
  return { facts, reckoning: reckon(upTo(facts, today), child.born, engine) };
}

/** Whoever an event, or another row, is of. */
function childrenOf({ db }: Unit, { added, struck, rows }: EntriesWritten): Child[] {
  const ids = new Set([
    ...[...added, ...struck].map((id) => findEvent(db, id)!.childId),
    ...rows.flatMap(({ subject, id, before, after }) => [
      ...(subject === 'child' || subject === 'applicant' ? [Number(id)] : []),
      ...OF_CHILDREN.flatMap((column) => (before ?? after)![column] ?? []).map(Number),
    ]),
  ]);
  return [...ids].flatMap((id) => childById(db, id) ?? []);
}

/** What stands in nobody's way: the command before it. */
function furtherBack(db: Db, { id, who }: WrittenCommand): string {
  const before = lastStanding(db, who, id);
  return before === undefined
    ? 'To see what you did: irotool undo --list'
    : `To take back what you did before it (${before.typed}): irotool undo ${before.id}`;
}

/** What no strike takes back, with what to type instead. */
function refuseForGood(
  unit: Unit,
  command: WrittenCommand,
  { added, struck, rows, other }: EntriesWritten,
): void {
  const what = `“${command.typed}” cannot be taken back`;
  const further = furtherBack(unit.db, command);
  if (/^(init|demo)\b/.test(command.typed)) {
    throw new UserError(
      `${what}: the database was made by it.`,
      'To set something otherwise: irotool settings set KEY VALUE',
    );
  }
  const messages = messagesOf(unit.db, command.id);
  if (messages > 0) {
    throw new UserError(
      `${what}: it is mail (${count(messages, 'message')}), and mail that went stays where it is.`,
      `One that waits is given up with: irotool report outbox --give-up N --why "…". ${further}`,
    );
  }
  if (other.some(({ subject }) => subject === 'merged' || subject === 'person_merged')) {
    throw new UserError(
      `${what}: two records were made one, and what was recorded under the first counts under the second.`,
      `What should not count there is struck out: irotool strike EVENT-ID --why "…". ${further}`,
    );
  }
  if (other.some(({ subject, what: how }) => subject !== 'document_log' || how === 'removed')) {
    throw new UserError(
      `${what}: it put names in the record right, and recorded nothing.`,
      `To look the record over: irotool doctor. ${further}`,
    );
  }
  const isSent = other.some(({ after }) => sentOn(after) !== null);
  if (added.length + struck.length + rows.length === 0 && !isSent) {
    throw new UserError(
      other.length === 0
        ? `${what}: it left everything as it was.`
        : `${what}: it made ${count(other.length, 'document')} and recorded nothing else. What is not wanted is a file: delete it.`,
      further,
    );
  }
}

const sentOn = (json: string | null): string | null =>
  json === null ? null : ((JSON.parse(json) as { sent_on: string | null }).sent_on ?? null);

/** A document that was recorded as sent was not; that it was made stays, for so it was. */
function documentsBack(
  { db }: Unit,
  entries: readonly AuditEntry[],
  reversals: Reversal[],
  wordsOf: (entry: AuditEntry) => string,
): string[] {
  const made = entries.filter(({ what }) => what === 'added');
  for (const entry of entries) {
    if (sentOn(entry.after) === null) continue;
    logSent(db, Number(entry.subjectId), sentOn(entry.before) as IsoDate | null);
    reversals.push({ became: 'not sent', words: wordsOf(entry) });
  }
  if (made.length === 0) return [];
  return [
    `${count(made.length, 'document')} that it made ${made.length === 1 ? 'stays' : 'stay'}, as a file. Delete what is not wanted.`,
  ];
}

function staysWords({ subject, id, after }: ChangedRow, words: string): string {
  const { ref } = after as { readonly ref?: string };
  if (ref !== undefined) return `${ref} stays among the records, with nothing on it that counts.`;
  const remove = subject === 'person' ? ' If they should not: irotool person edit NAME --left' : '';
  return `${words}: that stays, for events speak of ${subject === 'person' ? 'them' : `${subject} ${id}`}.${remove}`;
}

function refuseChangedRow(unit: Unit, row: ChangedRow, wordsOf: (entry: AuditEntry) => string): void {
  const later = changedSince(unit.db, row);
  if (later === null) return;
  throw new UserError(
    `It was changed again since, by ${later.who}: ${wordsOf(later)}. Nothing was taken back.`,
    'Change it by the command it was typed with, or see what was done: irotool audit',
  );
}

/** Refuses to take someone out of a child's people of whom the child's record speaks. */
function refuseSpokenOf({ db }: Unit, { subject, before, after }: ChangedRow): void {
  if (subject !== 'child_person' || before !== null) return;
  const { child_id: childId, tag } = after as { child_id: number; tag: string };
  const spoken = factsOf(db, childId).find((fact) => tagsIn(fact).includes(tag.toLowerCase()));
  if (!spoken) return;
  const { ref } = childById(db, childId)!;
  throw new UserError(
    `${ref}: “${spoken.kind}” of ${longDate(spoken.on)} (event ${spoken.id}) speaks of ${tag}. Nothing was taken back.`,
    `Strike that out first, or say that they are no longer among the child’s people: irotool child unlink ${ref} ${tag}`,
  );
}

function struckSince({ db }: Unit, id: number): UserError {
  const { childId } = findEvent(db, id)!;
  const ref = childById(db, childId)!.ref;
  const entry = chronologyOf(db, childId).find((each) => each.id === id)!;
  return new UserError(
    `${ref}: event ${id} was struck out since, by ${entry.struckBy}. Nothing was taken back.`,
    `To see it: irotool audit --child ${ref}`,
  );
}

/** Refuses if what was recorded since, by whomever, would mean something else without it, or anything would count for nothing. */
function refuseBuiltOn(
  { db }: Unit,
  child: Child,
  before: readonly StoredFact[],
  after: readonly StoredFact[],
  command: WrittenCommand,
): void {
  const built = builtOn(before, after, child.born);
  if (built.length === 0) return;
  const entered = new Map(chronologyOf(db, child.id).map((entry) => [entry.id, entry]));
  for (const { fact, countsNot, why } of built) {
    const { recordedAt, recordedBy } = entered.get(fact.id)!;
    const isSince = recordedAt > command.at;
    if (!isSince && !countsNot) continue;
    const event = `the “${eventWords(fact.kind)}” of ${longDate(fact.on)} (event ${fact.id})`;
    const since = isSince ? ` ${recordedBy} has built on it since:` : '';
    throw new UserError(
      `${child.ref}:${since} without it, ${event} ${countsNot ? withoutCount(why) : 'would be of something else'}. Nothing was taken back.`,
      `If that is wrong too, strike it out first: irotool strike ${fact.id} --why "…"`,
    );
  }
}
