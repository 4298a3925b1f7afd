/** What is typed of an event that is to be put right: of whom, what else goes along, and whom its texts name. */
import { refuseMerged, subjectNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import type { Fact } from '../../core/events/fact';
import { readPairs } from '../../core/events/reading';
import type { Choices } from '../../core/privacy/keep-names';
import type { IsoDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { type Child, childById } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import { documentsSince } from '../../store/outbox/document-log';
import { aroundChild } from '../../store/people/nameable';
import { askChoice, canAsk } from '../../ui/prompts';
import { count, listed } from '../../ui/words';
import { eventTyped } from '../event-typed';
import { readTyped } from '../fact-typed';
import { namesSettled, textSettled } from '../names-settled';
import {
  asOfAnother,
  type Correction,
  recordedOfOthers,
  recordedWith,
  refuseUnknownPeople,
  strandedOnTheDay,
} from './correcting';

export interface CorrectOptions {
  readonly on?: string;
  readonly child?: string;
  readonly why?: string;
  readonly alone?: true;
  readonly ofAll?: true;
  readonly ofOne?: true;
}

/** A correction of one child, with whom its texts name. */
export interface Prepared {
  readonly correction: Correction;
  /** The child, and the one whose it is if that is another. */
  readonly children: readonly Child[];
  readonly choices: Choices;
  readonly why: string;
  readonly notes: readonly string[];
}

const PUT_RIGHT = 'put right: entered again';

/** The events of brothers and sisters that are put right too: as typed, or as the person says; else none, and that is said. */
export async function othersMeant(
  context: Context,
  unit: Unit,
  { child, to, events, typed }: Correction,
  { ofAll, ofOne }: CorrectOptions,
): Promise<readonly number[]> {
  if (ofAll && ofOne) throw new UsageError('--of-all and --of-one: give one of them.');
  if (to.id !== child.id) return [];
  const shared = recordedOfOthers(unit.db, child.id, events[0]!.was, [...typed]);
  const ids = shared.map(({ id }) => id);
  if (ofOne || shared.length === 0) return [];
  if (ofAll) return ids;
  const refs = listed(shared.map(({ ref }) => ref));
  if (canAsk(context)) {
    const isAll = await askChoice(context, `Recorded of ${refs} too: of whom is it put right?`, [
      { name: `all of them: ${listed([child.ref, ...shared.map(({ ref }) => ref)])}`, value: true },
      { name: `${child.ref} alone`, value: false },
    ]);
    return isAll ? ids : [];
  }
  context.say(`Note: it was recorded of ${refs} too, and stays there as it is. Of all of them: --of-all`);
  return [];
}

export async function preparedOf(
  context: Context,
  unit: Unit,
  correction: Correction,
  options: CorrectOptions,
): Promise<Prepared> {
  const { db } = unit;
  const { child, to, events } = correction;
  const isOther = to.id !== child.id;
  refuseUnknownPeople(db, correction);
  const why = (options.why ?? PUT_RIGHT).trim();
  if (why === '') throw new UsageError('--why needs a reason.');
  const reason = await textSettled(context, unit, child.id, why, '--why');
  const anew = isOther ? events.map(({ is }) => is) : [onlyTyped(correction)];
  const names = await namesSettled(context, unit, to.id, anew, () => aroundChild(db, to.id, anew));
  return {
    correction,
    children: isOther ? [child, to] : [child],
    choices: new Map([...reason.choices, ...names.choices]),
    why,
    notes: [...reason.notes, ...names.notes, ...madeSince(unit, correction)],
  };
}

export function correctionTyped(
  context: Context,
  unit: Unit,
  typed: string,
  words: readonly string[],
  options: CorrectOptions,
): Correction {
  const event = eventTyped(unit, typed);
  const { childId, struck: _struck, ...was } = event as StoredFact & { childId: number; struck?: boolean };
  const child = childById(unit.db, childId)!;
  refuseMerged(unit.db, child);
  const pairs = readPairs(words);
  const isNothing = options.on === undefined && options.child === undefined && words.length === 0;
  if (pairs === null || isNothing) {
    throw new UsageError(
      'Say what is right: the day, an attribute as key=value, or the child.',
      `irotool correct ${was.id} --on DATE`,
    );
  }
  const on = options.on === undefined ? was.on : context.date(options.on, '--on', 'past');
  const to = options.child === undefined ? child : subjectNamed(unit.db, options.child);
  const is = rightFact(context, unit, to, was, on, pairs);
  const isSame = on === was.on && to.id === child.id && sameAttributes(is, was);
  if (isSame) {
    throw new UserError(
      `${child.ref}: event ${was.id} says that already. Nothing was saved.`,
      `To see it: irotool child show ${child.ref}`,
    );
  }
  const along = options.alone ? [] : goingAlong(unit, child, was, on, to);
  const facts = [is, ...along.map((fact) => (fact.on === was.on ? { ...fact, on } : fact))];
  const right = to.id === child.id ? facts : asOfAnother(unit.db, facts, to);
  return {
    child,
    to,
    events: [was, ...along].map((each, at) => ({ was: each, is: right[at]! })),
    typed: new Set(Object.keys(pairs)),
  };
}

/** What was recorded with it: of the same day if the day is another, all of it if the child is. */
function goingAlong(unit: Unit, child: Child, was: StoredFact, on: IsoDate, to: Child): StoredFact[] {
  const together = recordedWith(unit.db, child.id, was);
  if (to.id !== child.id) return together;
  if (on === was.on) return [];
  const ofTheDay = together.filter((fact) => fact.on === was.on);
  return [...ofTheDay, ...strandedOnTheDay(factsOf(unit.db, child.id), [was, ...ofTheDay], on, child.born)];
}

/** The event with what was typed: an attribute that was typed empty is taken away. */
function rightFact(
  context: Context,
  unit: Unit,
  child: Child,
  was: StoredFact,
  on: IsoDate,
  pairs: Readonly<Record<string, string>>,
): Fact {
  const { id: _id, ...rest } = was;
  if (Object.keys(pairs).length === 0) return { ...rest, on };
  const attributes = Object.fromEntries(
    Object.entries({ ...was.attributes, ...pairs }).filter(([name]) => pairs[name] !== ''),
  );
  const kept = new Set(Object.keys(was.attributes).filter((name) => pairs[name] === undefined));
  return { ...rest, ...readTyped(context, unit, child, { on, kind: was.kind, attributes }, kept) };
}

function sameAttributes(a: Fact, b: Fact): boolean {
  const names = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  return [...names].every((name) => a.attributes[name] === b.attributes[name]);
}

/** What was typed anew of the first event, alone: whom the rest names was settled when it was recorded. */
function onlyTyped({ events, typed }: Correction): Fact {
  const { is } = events[0]!;
  const attributes = Object.fromEntries(Object.entries(is.attributes).filter(([name]) => typed.has(name)));
  return { ...is, attributes };
}

/** Letters that were made since it was recorded may say it as it was. */
function madeSince({ db }: Unit, { child, events }: Correction): string[] {
  const made = documentsSince(db, child.id, events[0]!.was.id);
  return made === 0
    ? []
    : [
        `${count(made, 'document')} of ${child.ref} ${made === 1 ? 'was' : 'were'} made since it was recorded, and may say it as it was.`,
      ];
}
