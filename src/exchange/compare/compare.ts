/** Another system's tables held against the database, child by child. Writes nothing. */
import { createHash } from 'node:crypto';
import { type Fact, specOf } from '../../core/events/fact';
import { isSameName } from '../../core/names/likeness';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { codeLabel } from '../../law/shipped';
import { type Child, findChild } from '../../store/children';
import { type ChronologyEntry, chronologyOf } from '../../store/chronology';
import { differencesLeft } from '../../store/outside/left';
import { namesById } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { eventOf } from '../import/clash';
import type { CasePlan } from '../import/plan-cases';
import type { ImportedChild, ImportedFact } from '../ssda903/model';
import { type DifferenceKind, differencesOf, type FactDifference, likelyCause } from './differences';

/** A difference, in words and as what would be changed if theirs were taken. */
export interface CaseDifference {
  readonly ref: string;
  readonly kind: DifferenceKind;
  readonly cause: string;
  readonly what: string;
  /** The same for as long as neither side changes. */
  readonly digest: string;
  /** Null if nothing of it can be taken, and `next` says what to do. */
  readonly take: WhatIsTaken | null;
  readonly next: string;
}

/** What taking theirs writes. */
export interface WhatIsTaken {
  readonly strike: ChronologyEntry | null;
  readonly add: readonly Fact[];
  readonly team: string | null;
  readonly socialWorker: string | null;
  /** The whole of a child who is not recorded. */
  readonly child: string | null;
}

export interface CaseComparison {
  readonly system: string;
  /** What is to be looked at, child by child. */
  readonly differences: readonly CaseDifference[];
  /** How many were left before, and have not changed. */
  readonly leftBefore: number;
  /** Children in care here of whom the files say nothing. */
  readonly absent: readonly string[];
  readonly same: number;
}

const NOTHING: WhatIsTaken = { strike: null, add: [], team: null, socialWorker: null, child: null };

/** Compares every child of the files. */
export function compareCases(db: Db, system: string, plan: CasePlan, today: IsoDate): CaseComparison {
  const left = differencesLeft(db, system);
  const names = new Map([...namesById(db)].map(([id, name]) => [String(id), name]));
  for (const { standIn, name } of plan.added) names.set(standIn, name);
  const compared = plan.compared.map((child) => {
    const known = findChild(db, child.ref);
    return known === undefined ? [newChild(child)] : ofChild(db, known, child, { plan, names, today });
  });
  const all = compared.flat();
  const differences = all.filter(({ digest }) => !left.has(digest));
  return {
    ...{ system, differences, absent: plan.missing, leftBefore: all.length - differences.length },
    same: compared.filter((each) => each.length === 0).length,
  };
}

function newChild({ ref, facts }: ImportedChild): CaseDifference {
  return {
    ...{ ref, kind: 'child', cause: 'Not recorded here' },
    what: `they have a child whom we have not, with ${facts.length} events.`,
    digest: digestOf(ref, 'child', null, null),
    ...{ take: { ...NOTHING, child: ref }, next: '' },
  };
}

interface Beside {
  readonly plan: CasePlan;
  readonly names: ReadonlyMap<string, string>;
  readonly today: IsoDate;
}

function ofChild(
  db: Db,
  known: Child,
  child: ImportedChild,
  { plan, names, today }: Beside,
): CaseDifference[] {
  const { ref } = known;
  const chronology = chronologyOf(db, known.id);
  const struck = chronology.filter(({ struckWhy }) => struckWhy !== null);
  const found: CaseDifference[] = [];
  const say = (
    more: Pick<CaseDifference, 'kind' | 'what'> & Partial<CaseDifference>,
    here: unknown,
    there: unknown,
  ): void => {
    const digest = digestOf(ref, more.kind, here, there);
    found.push({ ref, cause: '', take: null, next: '', digest, ...more });
  };
  if (known.born !== null && child.born !== known.born) {
    const next = `Check which is right. If theirs: irotool child edit ${ref} --born DATE`;
    say({ kind: 'birth', what: 'the date of birth is another there.', next }, known.born, child.born);
    return found;
  }
  for (const one of differencesOf(child, chronology, child.born, plan.reading.coverage, today)) {
    const what = wordsOf(one, (id) => names.get(id) ?? 'someone');
    const take = takingOf(one, today);
    const basis = one.there?.attributes.basis ?? '';
    const next =
      take === null
        ? `If theirs is right, say since when: irotool child status ${ref} --basis ${basis} --on DATE`
        : '';
    const cause = likelyCause(one, struck, today);
    say({ kind: one.kind, cause, what, take, next }, bare(one.here), bare(one.there));
  }
  const { team, socialWorker } = child.besides ?? { team: null, socialWorker: null };
  if (team !== null && (known.team === null || !isSameName(known.team, team))) {
    const what = `the team is ${known.team ?? 'not recorded'} here, ${team} there.`;
    say({ kind: 'team', what, take: { ...NOTHING, team } }, known.team, team);
  }
  const worker = socialWorker === null ? null : (names.get(socialWorker) ?? null);
  if (worker !== null && (known.socialWorker === null || !isSameName(known.socialWorker, worker))) {
    const what = `the social worker is ${known.socialWorker ?? 'not recorded'} here, ${worker} there.`;
    say({ kind: 'social-worker', what, take: { ...NOTHING, socialWorker } }, known.socialWorker, worker);
  }
  return found;
}

const bare = (fact: Fact | null): unknown => fact && [fact.kind, fact.on, fact.attributes];

/** What taking theirs would strike out and record. Null if it is not known since when theirs is so, and that decides which dates follow. */
function takingOf({ kind, here, there, follows, isNow }: FactDifference, today: IsoDate): WhatIsTaken | null {
  if (isNow && kind === 'status') return null;
  if (isNow) {
    const { iro } = there!.attributes;
    return { ...NOTHING, add: [{ on: today, kind: 'iro-changed', attributes: { iro: iro! } }] };
  }
  if (there === null) return { ...NOTHING, strike: here };
  // What only we say of it stays.
  const attributes = { ...here?.attributes, ...there.attributes };
  const told = { ...bareFact(there), kind: here?.kind ?? there.kind, attributes };
  return { ...NOTHING, strike: here, add: [told, ...follows.map(bareFact)] };
}

function bareFact({ source: _source, entry: _entry, ...fact }: ImportedFact): Fact {
  return fact;
}

/** What may be shown of a detail: codes and one of a set, and no words that somebody wrote. */
function isShown(fact: Fact, name: string): boolean {
  const { kind, codes } = specOf(fact)?.attributes[name] ?? {};
  if (kind === 'oneOf' || kind === 'someOf') return true;
  return codes !== undefined && codeLabel(codes, fact.attributes[name]) !== undefined;
}

function wordsOf(
  { kind, here, there, names, isNow }: FactDifference,
  colleague: (id: string) => string,
): string {
  const saidBy = (fact: Fact): string => {
    const parts = Object.entries(fact.attributes).flatMap(([name, value]) =>
      name === 'iro' ? [colleague(value)] : isShown(fact, name) ? [value] : [],
    );
    return parts.length === 0 ? eventOf(fact) : `${eventOf(fact)} (${parts.join(', ')})`;
  };
  if (here === null) return `they have ${saidBy(there!)}, and we have not.`;
  if (there === null) return `we have ${saidBy(here)}, and they have not.`;
  if (kind === 'day') return `${saidBy(here)} here, ${plainDate(there.on)} there.`;
  const value = (fact: Fact, name: string): string => {
    const said = fact.attributes[name];
    if (said === undefined) return 'nothing';
    return name === 'iro' ? colleague(said) : isShown(fact, name) ? said : 'other words';
  };
  if (isNow) {
    const [what] = [kind === 'iro' ? 'the IRO' : 'the legal status'];
    return `${what} is ${value(here, names[0]!)} here, ${value(there, names[0]!)} there.`;
  }
  const parts = names.map(
    (name) => `${name.replaceAll('-', ' ')} ${value(here, name)} here, ${value(there, name)} there`,
  );
  return `${eventOf(here)}: ${parts.join('; ')}.`;
}

/** Says nothing of a child to whoever reads it, and changes as soon as either side does. */
const digestOf = (ref: string, kind: DifferenceKind, here: unknown, there: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([ref.toLowerCase(), kind, here, there]))
    .digest('hex')
    .slice(0, 32);
