/**
 * Facts in, engine, facts out: how every command that records something does it. The facts are
 * held against the chronology, the dates that move are shown, one question is asked, and all is
 * saved in one transaction with the agenda.
 */

import type { Context, Unit } from '../context';
import { objectionTo, remarksOn } from '../core/admissible';
import { type IsoDate, longDate } from '../core/dates';
import type { Fact } from '../core/events';
import { isOpen, standable, standingOn } from '../core/standing';
import type { Duty } from '../core/timetable';
import { UserError } from '../errors';
import { type Reckoning, reckon, refreshChild } from '../store/agenda';
import type { Child } from '../store/children';
import { addEvent, factsOf, type StoredFact } from '../store/chronology';
import { confirm } from '../ui/prompts';
import { subjectOf } from './find';

/** Refuses facts that cannot have happened; gives what is worth saying of those that can. */
export function admit(
  facts: readonly Fact[],
  known: readonly Fact[],
  child: Pick<Child, 'ref' | 'born'>,
  context: Context,
  unit: Unit,
): string[] {
  const subject = { ref: child.ref, born: child.born };
  const remarks: string[] = [];
  const chronology = [...known];
  for (const fact of facts) {
    const objection = objectionTo(fact, chronology, subject, context.today);
    if (objection) throw new UserError(objection.what, objection.next);
    remarks.push(
      ...remarksOn(fact, chronology, subject, (date) => unit.engine.calendars.statutory.isWorkingDay(date)),
    );
    chronology.push(fact);
  }
  return remarks;
}

export interface Recording {
  readonly child: Child;
  readonly facts: readonly Fact[];
  /** Sentences to show above the dates that move. */
  readonly heading: string;
  /** More to write in the same transaction, given the numbers of the events. */
  readonly also?: (eventIds: readonly number[]) => void;
  /** Saved without a question: an everyday step that a strike undoes. */
  readonly unasked?: boolean;
}

/** Shows and saves one child's facts; false where the person said no. */
export async function record(context: Context, unit: Unit, recording: Recording): Promise<boolean> {
  const { child, facts } = recording;
  const known = factsOf(unit.db, child.id);
  const remarks = admit(facts, known, child, context, unit);
  const before = reckon(upTo(known, context.today), child.born, unit.engine);
  const after = reckon(upTo([...known, ...facts], context.today), child.born, unit.engine);
  context.say(recording.heading);
  for (const remark of remarks) context.say(`Note: ${remark}`);
  for (const line of movedDates(before, after, context.today)) context.say(`  ${line}`);
  if (!recording.unasked && !(await confirm(context, 'Save?'))) {
    context.say('Nothing was saved.');
    return false;
  }
  unit.save(() => {
    // Looked at again inside the transaction: another irotool may have written meanwhile.
    admit(facts, factsOf(unit.db, child.id), child, context, unit);
    const ids = facts.map((fact) => addEvent(unit.db, child.id, fact));
    recording.also?.(ids);
    refreshChild(unit.db, child, unit.engine);
  });
  return true;
}

/** The facts that the engine reads on a day. */
export function upTo<F extends Fact>(facts: readonly F[], today: IsoDate): F[] {
  return facts.filter((fact) => fact.on <= today);
}

/** The child's facts and what they come to on the context's day. */
export function reckoned(
  context: Context,
  unit: Unit,
  child: Child,
): { facts: StoredFact[]; reckoning: Reckoning } {
  const facts = upTo(factsOf(unit.db, child.id), context.today);
  return { facts, reckoning: reckon(facts, subjectOf(child).born, unit.engine) };
}

/** What changes for open duties, in lines: met, no longer owed, newly due, moved. */
export function movedDates(
  before: Pick<Reckoning, 'duties'>,
  after: Pick<Reckoning, 'duties'>,
  today: IsoDate,
): string[] {
  const lines: string[] = [];
  const was = openOn(before.duties, today);
  const is = openOn(after.duties, today);
  const now = new Map(after.duties.map((duty) => [keyOf(duty), duty]));
  for (const [key, duty] of was) {
    if (is.has(key)) continue;
    const later = now.get(key);
    const moved = [...is.values()].find(
      (other) => other.rule.id === duty.rule.id && other.review === duty.review && !was.has(keyOf(other)),
    );
    if (later?.metOn) lines.push(`met      ${duty.rule.duty} (it was due ${longDate(duty.due)})`);
    else if (moved)
      lines.push(`moved    ${duty.rule.duty}: from ${longDate(duty.due)} to ${longDate(moved.due)}`);
    else lines.push(`not done ${duty.rule.duty} (it was due ${longDate(duty.due)}); no longer owed`);
    if (moved) is.delete(keyOf(moved));
  }
  for (const [key, duty] of is) {
    if (!was.has(key)) lines.push(`due      ${longDate(duty.due)}: ${duty.rule.duty}`);
  }
  return lines;
}

function openOn(duties: readonly Duty[], today: IsoDate): Map<string, Duty> {
  return new Map(
    duties.filter((duty) => isOpen(standingOn(standable(duty), today))).map((duty) => [keyOf(duty), duty]),
  );
}

function keyOf(duty: Duty): string {
  return [duty.rule.id, duty.due, duty.arose, duty.review, duty.ref].join('|');
}
