/** A child who comes into care: what will be recorded, for whom, and who is new. */
import type { Unit } from '../context';
import { type Fact, given } from '../core/events/fact';
import type { Subject } from '../core/events/objection';
import { isSameName } from '../core/names/likeness';
import type { IsoDate } from '../core/time/dates';
import { UserError } from '../errors';
import { type Child, findChild, listedChild } from '../store/children';
import { findPeople, teamCalled } from '../store/people/people';
import { quotedName } from '../ui/as-typed';
import { refuseMerged, siblingNamed } from './find';
import type { DayAndTime } from './meeting/in-words';
import { refuseSharedInFamily } from './people/iros';

/** What `new-review` knows once everything needed has been given or asked for. */
export interface Answers {
  readonly ref: string;
  readonly name: string;
  readonly born: IsoDate;
  readonly lookedAfter: IsoDate;
  readonly sex?: string | undefined;
  readonly time?: string | undefined;
  readonly basis?: string | undefined;
  readonly series?: string | undefined;
  readonly placement?: string | undefined;
  readonly confidential?: boolean | undefined;
  readonly told?: IsoDate | undefined;
  /** Of a child who was in care before: the last review that was held, if it is known. */
  readonly before?: Before | undefined;
  readonly iro?: string | undefined;
  readonly socialWorker?: string | undefined;
  readonly team?: string | undefined;
  readonly sibling?: string | undefined;
  readonly meeting?: DayAndTime | undefined;
  readonly venue?: string | undefined;
  readonly mode?: string | undefined;
}

/** Reviews of a time before the unit kept the child's record. */
export interface Before {
  readonly last: { readonly on: IsoDate; readonly number: number; readonly code?: string | undefined } | null;
}

export interface Admission {
  readonly answers: Answers;
  /** The child where they are known already: they come back into care. */
  readonly child: Child | null;
  readonly subject: Subject;
  readonly facts: readonly Fact[];
  readonly siblings: readonly Child[];
  /** Sentences: who and what is new. */
  readonly additions: readonly string[];
}

/** Works out what will be recorded on this day. Refuses a reference already in care. */
export function admissionOf(
  unit: Unit,
  answers: Answers,
  today: IsoDate,
  arrangements: Readonly<Record<string, string>>,
): Admission {
  const child = findChild(unit.db, answers.ref) ?? null;
  if (child) {
    refuseInCare(unit, child);
    refuseOtherBirth(child, answers);
    refuseShared(unit, child, answers.iro);
  }
  return {
    answers,
    child,
    subject: { ref: child?.ref ?? answers.ref, born: answers.born },
    facts: factsOfArrival(answers, today, arrangements),
    siblings: answers.sibling === undefined ? [] : [siblingNamed(unit.db, answers.ref, answers.sibling)],
    additions: [...additionsOf(unit, answers), ...keptOf(child, answers)],
  };
}

/** Refuses a reference already in care, or merged into another, with what to type instead. */
export function refuseInCare(unit: Unit, child: Child): void {
  refuseMerged(unit.db, child);
  if (!listedChild(unit.db, child.id).inCare) return;
  throw new UserError(
    `${child.ref} is already looked after. Nothing was saved.`,
    `To plan a review: irotool review plan ${child.ref}. To see the child: irotool child show ${child.ref}`,
  );
}

/** The same reference with another date of birth is another child, or a slip. */
function refuseOtherBirth(child: Child, { born }: Answers): void {
  if (child.born === null || child.born === born) return;
  throw new UserError(
    `${child.ref} is recorded with another date of birth. Nothing was saved.`,
    `Check the reference. To correct the record: irotool child edit ${child.ref} --born ${born}`,
  );
}

/** A child known already may have a looked-after parent, or a child, with that IRO. */
function refuseShared(unit: Unit, child: Child, name: string | undefined): void {
  const iro = name === undefined ? undefined : findPeople(unit.db, name, 'iro')[0];
  if (!iro) return;
  const then = `or leave --iro out, and then say why: irotool iro allocate ${child.ref} ${quotedName(iro.name)} --because "…"`;
  refuseSharedInFamily(unit, child, iro, undefined, then);
}

/**
 * What is recorded of an arrival. What the unit does, it does on the day that it is recorded, which is `today`;
 * `arrangements`: of the meeting that is planned.
 */
function factsOfArrival(
  answers: Answers,
  today: IsoDate,
  arrangements: Readonly<Record<string, string>>,
): Fact[] {
  const { lookedAfter: on } = answers;
  const { before, basis, series, told, time } = answers;
  const start = given({
    ...{ basis, series, told, time },
    earlier: before && 'yes',
    start: before?.last === null ? 'before' : undefined,
  });
  const facts: Fact[] = [{ on, kind: 'became-looked-after', attributes: start }];
  if (before?.last) {
    const { number, code } = before.last;
    const attributes = given({ code, number: String(number), earlier: 'yes' });
    facts.push({ on: before.last.on, kind: 'review-held', attributes });
  }
  if (answers.placement !== undefined || answers.confidential) {
    const attributes = given({
      kind: answers.placement,
      confidential: answers.confidential ? 'yes' : undefined,
    });
    facts.push({ on, kind: 'placement-started', attributes });
  }
  if (answers.iro !== undefined) facts.push({ on: today, kind: 'iro-allocated', attributes: {} });
  if (answers.meeting !== undefined) {
    const attributes = { meeting: answers.meeting.on, ...arrangements };
    facts.push({ on: today, kind: 'review-planned', attributes });
  }
  return facts;
}

/** Someone marked as having left is not given a child. */
function refuseLeft(unit: Unit, name: string | undefined, role: string): void {
  const known = name === undefined ? undefined : findPeople(unit.db, name, role)[0];
  if (known === undefined || known.active) return;
  throw new UserError(
    `${known.name} is marked as having left. Nothing was saved.`,
    `Choose someone else, or: irotool person edit ${quotedName(known.name)} --role ${role} --back`,
  );
}

function additionsOf(unit: Unit, answers: Answers): string[] {
  refuseLeft(unit, answers.iro, 'iro');
  refuseLeft(unit, answers.socialWorker, 'social-worker');
  const additions: string[] = [];
  const isNew = (name: string | undefined, role: string): boolean =>
    name !== undefined && findPeople(unit.db, name, role).length === 0;
  if (isNew(answers.iro, 'iro')) additions.push(`${answers.iro} is new and will be added as an IRO.`);
  if (isNew(answers.socialWorker, 'social-worker')) {
    additions.push(`${answers.socialWorker} is new and will be added as a social worker.`);
  }
  if (answers.team !== undefined && !teamCalled(unit.db, answers.team)) {
    additions.push(`${answers.team} is new and will be added as a team.`);
  }
  return additions;
}

/** What was typed of a child known already and is recorded otherwise: it stays as it is. */
function keptOf(child: Child | null, { name }: Answers): string[] {
  if (child === null || child.name === null || isSameName(child.name, name)) return [];
  return [
    `${child.ref} is recorded under another name, which is kept. To change it: irotool child edit ${child.ref} --name "…"`,
  ];
}
