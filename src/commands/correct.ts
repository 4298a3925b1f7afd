/**
 * `correct`: an event that was recorded wrongly is struck out and entered again as it was, in one transaction, with
 * what was recorded together with it.
 */

import { refuseMerged, subjectNamed } from '../cases/find';
import type { Context, Unit } from '../context';
import { attributeSpec } from '../core/checks/rewording';
import { upTo } from '../core/engine/chronology';
import type { Fact } from '../core/events/fact';
import { readPairs } from '../core/events/reading';
import { attributeWords, eventWords } from '../core/events/words';
import { type IsoDate, longDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import {
  asOfAnother,
  type Correction,
  putRight,
  recordedWith,
  refuseUnknownPeople,
  strandedOnTheDay,
} from '../recording/correcting';
import { eventTyped } from '../recording/event-typed';
import { readTyped } from '../recording/fact-typed';
import { namesSettled, textSettled } from '../recording/names-settled';
import { sayMovedOfEach } from '../recording/saving';
import { sayRows, sayScreen } from '../screens/show';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import { type Child, childById } from '../store/children';
import { factsOf, type StoredFact } from '../store/chronology';
import { documentsSince } from '../store/outbox/document-log';
import { aroundChild } from '../store/people/nameable';
import { personById } from '../store/people/people';
import { asWords } from '../store/sqlite';
import { rehearsed } from '../store/writing';
import { confirm } from '../ui/prompts';
import { count } from '../ui/words';

export interface CorrectOptions {
  readonly on?: string;
  readonly child?: string;
  readonly why?: string;
  readonly alone?: true;
}

const PUT_RIGHT = 'put right: entered again';

/** Runs `correct EVENT-ID [--on DAY] [--child REF] [key=value…]`. */
export async function correct(
  context: Context,
  [typed, words]: readonly [string, string[]],
  options: CorrectOptions,
): Promise<undefined> {
  const unit = await context.open();
  const { db } = unit;
  const correction = correctionTyped(context, unit, typed, words, options);
  const { child, to, events } = correction;
  const isOther = to.id !== child.id;
  const children = isOther ? [child, to] : [child];
  refuseUnknownPeople(db, correction);
  const why = (options.why ?? PUT_RIGHT).trim();
  if (why === '') throw new UsageError('--why needs a reason.');
  const reason = await textSettled(context, unit, child.id, why, '--why');
  const anew = isOther ? events.map(({ is }) => is) : [onlyTyped(correction)];
  const names = await namesSettled(context, unit, to.id, anew, () => aroundChild(db, to.id, anew));
  const choices = new Map([...reason.choices, ...names.choices]);
  const save = (): ReturnType<typeof putRight> => putRight(context, unit, correction, { why, choices });
  const before = children.map((each) => standingOf(context, unit, each));
  const tried = asWords(context.file, () =>
    rehearsed(db, () => ({ ...save(), after: children.map((each) => standingOf(context, unit, each)) })),
  );
  context.say(
    `${child.ref}: event ${events[0]!.was.id}, ${eventWords(events[0]!.was.kind)} on ${longDate(events[0]!.was.on)}.`,
  );
  sayRows(context, differences(unit, correction), [{ whole: true }, { wraps: true }]);
  const notes = [...reason.notes, ...names.notes, ...tried.remarks, ...madeSince(unit, correction)];
  sayScreen(
    context,
    notes.map((note) => `Note: ${note}`),
  );
  sayMovedOfEach(
    context,
    children.map((each, at) => ({ child: each, before: before[at]!, after: tried.after[at]! })),
  );
  if (!(await confirm(context, 'Save?'))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  const { ids } = unit.save(save);
  if (context.flags.json) {
    const told = events.map(({ was }, at) => ({ was: was.id, is: ids[at]! }));
    context.json({ schema: 1, corrected: { child: child.ref, to: to.ref, events: told } });
    return undefined;
  }
  const more = ids.length === 1 ? '' : `, with ${count(ids.length - 1, 'event')} that was recorded with it`;
  context.print(
    `${to.ref}  put right: event ${events[0]!.was.id} is event ${ids[0]} now${more.replace('events that was', 'events that were')}. What it was stays to be seen.`,
  );
  return undefined;
}

function correctionTyped(
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
  const is = rightFact(context, unit, child.ref, was, on, pairs);
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
  ref: string,
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
  return { ...rest, ...readTyped(context, unit, ref, { on, kind: was.kind, attributes }, kept) };
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

const standingOf = ({ today }: Context, { db, engine }: Unit, { id, born }: Child): Reckoning =>
  reckon(upTo(factsOf(db, id), today), born, engine);

/** Before and after, of what changes alone; and what goes along. */
function differences(unit: Unit, { child, to, events }: Correction): string[][] {
  const [{ was, is }, ...along] = events as [Correction['events'][number], ...Correction['events']];
  const said = (fact: Fact, name: string): string => {
    const value = fact.attributes[name];
    if (value === undefined) return 'not recorded';
    const spec = attributeSpec(fact, name);
    const colleague = (id: string): string => personById(unit.db, Number(id))?.name ?? id;
    return attributeWords(name, { kind: spec?.kind ?? 'text', label: '' }, value, colleague).words || value;
  };
  const names = [...new Set([...Object.keys(was.attributes), ...Object.keys(is.attributes)])];
  return [
    ...(child.id === to.id ? [] : [['child', `${child.ref} → ${to.ref}`]]),
    ...(was.on === is.on ? [] : [['day', `${longDate(was.on)} → ${longDate(is.on)}`]]),
    ...names
      .filter((name) => was.attributes[name] !== is.attributes[name])
      .map((name) => [name.replaceAll('-', ' '), `${said(was, name)} → ${said(is, name)}`]),
    ...along.map(({ was: each }) => ['with it', `${eventWords(each.kind)}, event ${each.id}`]),
  ];
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
