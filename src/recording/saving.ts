/**
 * Facts in, engine, facts out: how every command that records something does it. The facts are
 * held against the chronology, the dates that move are shown, one question is asked, and all is
 * saved in one transaction with the agenda.
 */

import { withAwaited } from '../cases/ending/awaited';
import { deathSaid, endingNotes } from '../cases/ending/said';
import { refuseMixedMeeting } from '../cases/meeting/one-meeting';
import { apartAmong } from '../cases/review/written-to';
import type { Context, Unit } from '../context';
import { objectionTo } from '../core/checks/admissible';
import { stageObjection } from '../core/checks/dispute';
import { strangerObjection } from '../core/checks/mechanism';
import { movedDates } from '../core/checks/moved-dates';
import { openedAlready } from '../core/checks/opened-once';
import { outOfTime } from '../core/checks/out-of-time';
import { remarksOn } from '../core/checks/remarks';
import { chronologyOf, upTo, withNew } from '../core/engine/chronology';
import { isDeath } from '../core/events/death';
import type { Fact } from '../core/events/fact';
import { DETERMINATION_SENT } from '../core/events/mechanism';
import { UserError } from '../errors';
import { printScreen, sayRows, sayScreen } from '../screens/show';
import { adviceWords } from '../steps/next/advice';
import { refreshChild } from '../store/agenda/agenda';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import { findApplicant } from '../store/applicants';
import type { Child } from '../store/children';
import { addEvent, factsOf } from '../store/chronology';
import { aroundChild } from '../store/people/nameable';
import { byName } from '../ui/by-name';
import { isToSave } from '../ui/prompts';
import { askApart } from './ask-apart';
import { refuseKeptByAnother } from './kept-by-another';
import { namesSettled, type Settled } from './names-settled';
import { reasonNotes } from './told-reasons';

/** Refuses facts that cannot have happened; gives what is worth saying of those that can. */
export function admit(
  facts: readonly Fact[],
  known: readonly Fact[],
  child: Pick<Child, 'ref' | 'born'>,
  context: Context,
  unit: Unit,
): string[] {
  const { rules, calendars } = unit.engine;
  const remarks: string[] = [];
  const ofApplicant = findApplicant(unit.db, child.ref) !== undefined;
  let chronology = chronologyOf(known, child.born);
  for (const fact of facts) {
    const objection =
      (ofApplicant ? strangerObjection(fact, child.ref) : null) ??
      objectionTo(fact, chronology, child.ref, context.today, rules) ??
      stageObjection(fact, chronology, child.ref, () => unit.pack.stages ?? []) ??
      openedAlready(fact, chronology, child.ref);
    if (objection) {
      const shows = `${ofApplicant ? 'irm' : 'child'} show ${child.ref}`;
      throw new UserError(`${objection.what} Nothing was saved.`, adviceWords(objection.next, shows));
    }
    if (!ofApplicant && fact.kind === DETERMINATION_SENT.kind) remarks.push(OF_AN_APPLICANT);
    remarks.push(
      ...remarksOn(fact, chronology, child.ref, rules, (date) => calendars.statutory.isWorkingDay(date)),
    );
    chronology = chronology.with(fact);
  }
  return remarks;
}

const OF_AN_APPLICANT =
  'a determination is about an applicant, who has a record of their own: irotool irm add --ref REF --kind foster-carer';

export interface Recording {
  readonly child: Child;
  readonly facts: readonly Fact[];
  /** Sentences to show above the dates that move. */
  readonly heading: string;
  /** Gaps and consequences worth knowing, each shown as a note below the heading. */
  readonly notes?: readonly string[];
  /** More to write in the same transaction, given the numbers of the events. */
  readonly also?: (eventIds: readonly number[]) => void;
  /** Saved without a question: an everyday step that a strike undoes. */
  readonly unasked?: boolean;
  /** Whoever is kept apart was asked about before, or was said to be written to all the same. */
  readonly despite?: boolean;
  /** How to give words for the reader of a letter, if not with `--tell`. */
  readonly tellFlag?: string;
}

/** Shows and saves one child's facts; false if the person said no. */
export function record(context: Context, unit: Unit, recording: Recording): Promise<boolean> {
  return recordAll(context, unit, [recording]);
}

/** Shows and saves one child's facts, which some words tell: before they are saved, and that they are recorded. */
export async function recordAs(
  context: Context,
  unit: Unit,
  words: string,
  recording: Omit<Recording, 'heading'>,
): Promise<boolean> {
  const { ref } = recording.child;
  const saved = await record(context, unit, { ...recording, heading: `${ref}: ${words}.` });
  if (saved) printScreen(context, [`${ref}  ${words}: recorded.`]);
  return saved;
}

/**
 * Shows and saves the facts of several children, such as brothers and sisters with one meeting: one
 * question, one transaction, each child's record their own. False if the person said no.
 */
export async function recordAll(
  context: Context,
  unit: Unit,
  recordings: readonly Recording[],
): Promise<boolean> {
  // What was asked for is shown before it is saved, also of an everyday step.
  const isAsked = context.talk.answers.length > 0 || recordings.some(({ unasked }) => !unasked);
  const settled: (Settled & { readonly typed: readonly Fact[] })[] = [];
  const said: string[] = [];
  const shown = context.talk.turn?.moved ?? new Map<string, string>();
  for (const { child, facts: given, heading, notes = [], tellFlag } of recordings) {
    const known = factsOf(unit.db, child.id);
    const ending = withAwaited(unit, child, given, known);
    const typed = ending.facts;
    const names = await namesSettled(context, unit, child.id, typed, () =>
      aroundChild(unit.db, child.id, typed),
    );
    settled.push({ ...names, typed });
    const { facts } = names;
    const told = reasonNotes(facts, tellFlag ?? '--tell "…"');
    const remarks = admit(facts, known, child, context, unit);
    const before = reckon(upTo(known, context.today), child.born, unit.engine);
    const after = reckon(upTo(withNew(known, facts), context.today), child.born, unit.engine);
    const called = endingNotes(context, unit, child, facts, before);
    const late = outOfTime(facts, before.duties, context.today);
    const all = [...notes, ...ending.notes, ...called, ...names.notes, ...told, ...remarks, ...late];
    const { ref } = child;
    const head = isAsked && heading.startsWith(`${ref}:`) ? byName(context, unit, child) : null;
    const whose = head === null ? heading : heading.replace(ref, () => head);
    sayScreen(context, [whose, ...all.map((note) => `Note: ${note}`)]);
    // Of a death nobody reads which duties end.
    if (facts.some(isDeath)) said.push(...deathSaid(unit, child, after, context.today));
    else sayMoved(context, before, after, { ref, shown });
  }
  const settledOnes = recordings.map(({ child }, at) => ({ child, facts: settled[at]!.facts }));
  refuseMixedMeeting(unit, context.today, settledOnes);
  for (const each of settledOnes) refuseKeptByAnother(unit, context.today, each);
  for (const [at, each] of settledOnes.entries()) {
    const apart = apartAmong(unit, context.today, each);
    const isSaid = recordings[at]!.despite === true;
    if (!(await askApart(context, each.child.ref, apart, isSaid, 'Nothing was saved.'))) {
      context.say('Nothing was saved.');
      return false;
    }
  }
  if (isAsked && !(await isToSave(context, 'Save?'))) return false;
  unit.save(() => {
    for (const [at, { child, also }] of recordings.entries()) {
      const { typed, facts: shown, choices } = settled[at]!;
      // Looked at again inside the transaction: another irotool may have written meanwhile.
      admit(shown, factsOf(unit.db, child.id), child, context, unit);
      const ids = typed.map((fact) => addEvent(unit.db, child.id, fact, choices));
      also?.(ids);
      refreshChild(unit.db, child, unit.engine);
    }
  });
  sayScreen(context, said);
  return true;
}

/** Says it for several children, each by reference, if it is more than one. */
export function sayMovedOfEach(
  context: Context,
  children: readonly {
    readonly child: Pick<Child, 'ref'>;
    readonly before: Reckoning;
    readonly after: Reckoning;
  }[],
): void {
  const shown = new Map<string, string>();
  for (const { child, before, after } of children) {
    const isAny = movedDates(before.duties, after.duties, context.today).length > 0;
    if (children.length > 1 && isAny) context.say(`  Dates of ${child.ref}:`);
    sayMoved(context, before, after, { ref: child.ref, shown });
  }
}

/** Whose dates they are, and the rows that were shown of brothers and sisters before, with the reference of each. */
interface Among {
  readonly ref: string;
  readonly shown: Map<string, string>;
}

/** Says what changes for open duties: met, no longer owed, newly due, moved. What moves for several is shown once. */
export function sayMoved(
  context: Context,
  before: Pick<Reckoning, 'duties'>,
  after: Pick<Reckoning, 'duties'>,
  { ref, shown }: Among = { ref: '', shown: new Map() },
): void {
  const rows = movedDates(before.duties, after.duties, context.today);
  const key = JSON.stringify(rows);
  const first = shown.get(key);
  if (first === undefined || rows.length < 2) sayRows(context, rows, [{ min: 8 }, { wraps: true }]);
  else context.say(`  The same dates move as for ${first}.`);
  if (first === undefined) shown.set(key, ref);
}
