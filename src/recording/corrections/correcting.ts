/**
 * An event put right: it is struck out and entered again, with what was recorded together with it where that goes
 * along. What else hangs on it stays as it is, or the correction is refused, for nothing is to change in silence.
 */
import type { Context, Unit } from '../../context';
import { withoutCount } from '../../core/checks/admissible';
import { builtOn } from '../../core/checks/built-on';
import { attributeSpec, renamed, sameMatters, tagsIn } from '../../core/checks/rewording';
import type { Fact } from '../../core/events/fact';
import { eventWords } from '../../core/events/words';
import type { Choices } from '../../core/privacy/keep-names';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { type Child, childById } from '../../store/children';
import {
  addEvent,
  addKeptEvent,
  chronologyOf,
  factsOf,
  findEvent,
  keptEvent,
  type StoredFact,
  strikeEvent,
} from '../../store/chronology';
import { commandOfEvent, entriesOf } from '../../store/commands/read';
import { standing, writtenBy } from '../../store/commands/reversal';
import { keptFact } from '../../store/keeping';
import { everyoneOf } from '../../store/people/child-people';
import type { Db } from '../../store/sqlite';
import { admit } from '../saving';

/** What is to be put right. */
export interface Correction {
  readonly child: Child;
  /** Whose record it belongs on: the child's own, unless it was recorded of a wrong one. */
  readonly to: Child;
  /** Each event as it was, and as it is right; the one that was typed comes first. */
  readonly events: readonly { readonly was: StoredFact; readonly is: Fact }[];
  /** Attributes of the first that were typed anew: the others are kept as they are. */
  readonly typed: ReadonlySet<string>;
}

/** What was recorded together with an event and stands: by one command, or, before those were kept, in one moment. */
export function recordedWith(db: Db, childId: number, event: StoredFact): StoredFact[] {
  const command = commandOfEvent(db, event.id);
  const facts = factsOf(db, childId).filter(({ id }) => id !== event.id);
  if (command !== undefined) {
    const ids = new Set(writtenBy(entriesOf(db, command)).added.map((id) => standing(db, id)));
    return facts.filter(({ id }) => ids.has(id));
  }
  const entered = new Map(chronologyOf(db, childId).map((entry) => [entry.id, entry]));
  const own = entered.get(event.id)!;
  return facts.filter(({ id }) => {
    const { recordedAt, recordedBy } = entered.get(id)!;
    return (
      recordedBy === own.recordedBy && Math.abs(Date.parse(recordedAt) - Date.parse(own.recordedAt)) < MOMENT
    );
  });
}

/**
 * The same event of other children that one command recorded, such as one meeting of brothers and sisters: of that day,
 * with the same in the attributes named. A code is each child's own, and is left alone.
 */
export function recordedOfOthers(
  db: Db,
  childId: number,
  event: StoredFact,
  names: readonly string[],
): { readonly id: number; readonly ref: string }[] {
  const command = commandOfEvent(db, event.id);
  if (command === undefined || names.some((name) => isTheirOwn(event, name))) return [];
  const written = writtenBy(entriesOf(db, command)).added.map((id) => standing(db, id));
  return [...new Set(written)].flatMap((id) => {
    const other = id === null ? undefined : findEvent(db, id);
    if (other === undefined || other.childId === childId || other.struck) return [];
    const isSame =
      other.kind === event.kind &&
      other.on === event.on &&
      names.every((name) => other.attributes[name] === event.attributes[name]);
    return isSame ? [{ id: other.id, ref: childById(db, other.childId)!.ref }] : [];
  });
}

/** True of a code: how a child took part, their legal status. */
const isTheirOwn = (event: StoredFact, name: string): boolean =>
  attributeSpec(event, name)?.codes !== undefined;

/** In milliseconds: what a program writes, and no person types. */
const MOMENT = 2000;

/** Those of a day that would count for nothing if an event of that day were of another: they go along with it. */
export function strandedOnTheDay(
  facts: readonly StoredFact[],
  moved: readonly StoredFact[],
  on: IsoDate,
  born: IsoDate | null,
): StoredFact[] {
  const ids = new Set(moved.map(({ id }) => id));
  const [{ on: day }] = moved as [StoredFact];
  const after = facts.map((fact) => (ids.has(fact.id) ? { ...fact, on } : fact));
  return builtOn(facts, after, born).flatMap(({ fact, countsNot }) =>
    countsNot && fact.on === day && !ids.has(fact.id) ? [fact] : [],
  );
}

/** Facts of one child as another's record would have them: what it calls by the same reference is another matter. */
export function asOfAnother(db: Db, facts: readonly Fact[], to: Child): Fact[] {
  const matters = sameMatters(facts, factsOf(db, to.id));
  return facts.map((fact) => renamed(fact, { matters }));
}

/** Refuses a word for one of a child's people whom the other child's record does not know. */
export function refuseUnknownPeople(db: Db, { child, to, events }: Correction): void {
  const tagsOf = (of: Child): string[] => everyoneOf(db, of.id).map(({ tag }) => tag.toLowerCase());
  const [own, theirs] = [tagsOf(child), tagsOf(to)];
  for (const { was } of events) {
    const unknown = tagsIn(was).find((tag) => own.includes(tag) && !theirs.includes(tag));
    if (unknown === undefined) continue;
    throw new UserError(
      `${to.ref} has no “${unknown}” among their people, and event ${was.id} speaks of one. Nothing was saved.`,
      `Say who it is first: irotool child link ${to.ref} NAME --role ROLE --tag ${unknown}`,
    );
  }
}

/** Strikes out and enters again. Call inside a transaction; gives the numbers of the events as they are now, in order. */
export function putRight(
  context: Context,
  unit: Unit,
  correction: Correction,
  { why, choices }: { readonly why: string; readonly choices: Choices },
): { readonly ids: readonly number[]; readonly remarks: readonly string[] } {
  const { db } = unit;
  const { child, to, events } = correction;
  const before = factsOf(db, child.id);
  const ids = new Set(events.map(({ was }) => was.id));
  const left = before.filter(({ id }) => !ids.has(id));
  const isOther = to.id !== child.id;
  refuseOtherMeanings(child, before, isOther ? left : withRight(before, correction), ids);
  const known = isOther ? factsOf(db, to.id) : left;
  const inOrder = [...events].sort((a, b) => a.was.id - b.was.id);
  const said = new Set(
    isOther
      ? []
      : remarksOn(
          context,
          unit,
          child,
          inOrder.map(({ was }) => was),
          left,
        ),
  );
  const remarks = admit(
    inOrder.map(({ is }) => is),
    known,
    to,
    context,
    unit,
  ).filter((each) => !said.has(each));
  // As they are kept: a text that was not typed anew keeps whom it names.
  const kept = new Map(inOrder.map(({ was }) => [was.id, keptEvent(db, was.id)]));
  for (const { was } of inOrder) strikeEvent(db, was.id, why, choices);
  const entered = new Map(
    inOrder.map(({ was, is }) => {
      const isTyped = was.id === events[0]!.was.id;
      const raw = kept.get(was.id)!;
      const id = isOther
        ? addEvent(db, to.id, is, choices)
        : addKeptEvent(
            db,
            child.id,
            isTyped ? keptRight(db, child, raw, is, correction.typed, choices) : { ...raw, on: is.on },
          );
      return [was.id, id];
    }),
  );
  refreshChild(db, child, unit.engine);
  if (isOther) refreshChild(db, to, unit.engine);
  return { ids: events.map(({ was }) => entered.get(was.id)!), remarks };
}

/** What is typed anew, as it will be kept; the rest as it was kept. */
function keptRight(
  db: Db,
  child: Child,
  raw: StoredFact,
  is: Fact,
  typed: ReadonlySet<string>,
  choices: Choices,
): Fact {
  const anew = Object.fromEntries(Object.entries(is.attributes).filter(([name]) => typed.has(name)));
  const read = keptFact(db, child.id, { ...is, attributes: anew }, choices).attributes;
  const attributes = Object.fromEntries(
    Object.keys(is.attributes).map((name) => [name, read[name] ?? raw.attributes[name]!]),
  );
  const { fromReturn: _told, id: _number, ...rest } = raw;
  return { ...rest, on: is.on, attributes };
}

/** What there is to say of the events as they were: it is said no second time. */
function remarksOn(
  context: Context,
  unit: Unit,
  child: Child,
  was: readonly StoredFact[],
  left: readonly StoredFact[],
): string[] {
  try {
    return admit(was, left, child, context, unit);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

function withRight(before: readonly StoredFact[], { events }: Correction): StoredFact[] {
  const right = new Map(events.map(({ was, is }) => [was.id, is]));
  return before
    .map((fact) => {
      const is = right.get(fact.id);
      return is === undefined ? fact : { ...is, id: fact.id };
    })
    .sort((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1));
}

/** Refuses if an event would count for nothing, or one that stays as it is would be of another review or period of care. */
function refuseOtherMeanings(
  { ref, born }: Child,
  before: readonly StoredFact[],
  after: readonly StoredFact[],
  moved: ReadonlySet<number>,
): void {
  const [other] = builtOn(before, after, born).filter(
    ({ fact, countsNot }) => countsNot || !moved.has(fact.id),
  );
  if (other === undefined) return;
  const { fact, countsNot, why } = other;
  throw new UserError(
    `${ref}: with that, the “${eventWords(fact.kind)}” of ${longDate(fact.on)} (event ${fact.id}) ${countsNot ? withoutCount(why) : 'would be of another review or period of care'}. Nothing was saved.`,
    moved.has(fact.id)
      ? 'Check the day.'
      : `Put that right first (irotool correct ${fact.id} …), or strike it out: irotool strike ${fact.id} --why "…"`,
  );
}
