/**
 * What a return tells of one child, held against what is recorded: which facts are new, which are
 * there already, and whether the two can both be so. Pure.
 */

import { readStory } from '../../core/engine/story';
import { isDeath } from '../../core/events/death';
import { type Fact, specOf } from '../../core/events/fact';
import { daysBetween, type IsoDate, plainDate } from '../../core/time/dates';
import type { ChronologyEntry } from '../../store/chronology';
import type { ImportedChild, ImportedFact } from '../ssda903/model';
import type { Problem, RefusedRow } from '../ssda903/report';
import { besideRecorded } from './care-recorded';
import { clashBetween, clashInStory, eventOf } from './clash';

export interface Comparison {
  /** To be recorded, in order. */
  readonly added: readonly ImportedFact[];
  /** How many facts of the return are recorded already. */
  readonly already: number;
  readonly remarks: readonly RefusedRow[];
}

/** Compares a child's facts with the chronology; a problem where the whole child must be left alone. */
export function compareFacts(
  child: ImportedChild,
  chronology: readonly ChronologyEntry[],
  born: IsoDate | null,
): Comparison | Problem {
  const live = chronology.filter((entry) => entry.struckWhy === null);
  const impossible = bornTooLate(child.ref, live, born);
  if (impossible !== null) return impossible;
  const recorded = new Days(live);
  const told = besideRecorded(child.facts, live, born);
  if (typeof told === 'string') return contradiction(child.ref, told);
  // What is the same in every word is paired off first, so that the rest can be held against the rest.
  const others = told.filter((fact) => recorded.take(fact, saysAll) === undefined);
  const struck = new Days(chronology.filter((entry) => entry.struckWhy !== null));
  const added: ImportedFact[] = [];
  const remarks: RefusedRow[] = [];
  for (const fact of others) {
    const other = recorded.take(fact, () => true);
    if (other !== undefined) {
      const clash = clashBetween(fact, other);
      if (clash !== null) return contradiction(child.ref, clash);
      // A death that only one of the two knows is said below, as what it is.
      if (!saysAll(other, fact) && isDeath(fact) === isDeath(other))
        remarks.push(...recordedOtherwise(fact, other, child.ref));
      continue;
    }
    const before = struck.take(fact, saysAll);
    if (before !== undefined) remarks.push(saidAgain(fact, before));
    added.push(fact);
  }
  const clash = added.length === 0 ? null : clashInStory(live, added, born);
  if (clash !== null) return live.length === 0 ? selfContradiction(clash) : contradiction(child.ref, clash);
  remarks.push(...deathRemarks(child, live, added), ...nearReviews(added, recorded.rest(), child.ref));
  return { added, already: child.facts.filter((fact) => !added.includes(fact)).length, remarks };
}

export function isComparison(value: Comparison | Problem): value is Comparison {
  return 'added' in value;
}

function contradiction(ref: string, why: string): Problem {
  return {
    column: null,
    reason: 'contradicts',
    why: `The return and what is recorded of this child cannot both be right, so the child was left alone: ${why}`,
    next: `Compare with: irotool child show ${ref} --ids. Where the record is wrong, strike it out, latest first, and enter it again by hand; where the return is wrong, put it right and import again.`,
  };
}

/** Rows that are sound one by one, and cannot be read together: care that ends and starts twice on a day. */
function selfContradiction(why: string): Problem {
  return {
    column: null,
    reason: 'contradicts-itself',
    why: `The rows of this child cannot all be so, and the child was left alone: ${why}`,
    next: 'Put the rows of that day right and import again.',
  };
}

/** The child had no date of birth, and the return's is later than what is recorded. */
function bornTooLate(ref: string, live: readonly Fact[], born: IsoDate | null): Problem | null {
  const early = live.find((fact) => born !== null && fact.on < born && specOf(fact)?.belongs !== 'own');
  if (early === undefined) return null;
  return {
    column: 'DOB',
    reason: 'recorded-birth',
    why: `${eventOf(early)} is recorded, and that is before the date of birth in the return, so this row may be of another child.`,
    next: `Check CHILD and DOB against: irotool child show ${ref}`,
  };
}

/** Recorded facts by day and kind, each to be paired with one of the return's. */
class Days {
  private readonly byDay = new Map<string, ChronologyEntry[]>();

  constructor(entries: readonly ChronologyEntry[]) {
    for (const entry of entries) {
      const same = this.byDay.get(dayAndKind(entry));
      if (same) same.push(entry);
      else this.byDay.set(dayAndKind(entry), [entry]);
    }
  }

  /** The first of that day and kind for which `fits` holds; it is not given again. */
  take(fact: Fact, fits: (entry: Fact, fact: Fact) => boolean): ChronologyEntry | undefined {
    const same = this.byDay.get(dayAndKind(fact)) ?? [];
    const at = same.findIndex((entry) => fits(entry, fact));
    return at < 0 ? undefined : same.splice(at, 1)[0];
  }

  /** What was not paired. */
  rest(): ChronologyEntry[] {
    return [...this.byDay.values()].flat();
  }
}

const dayAndKind = (fact: Fact): string => `${fact.on} ${fact.kind}`;

/** What is recorded says all that the return says; it may say more, such as the day the unit was told. */
function saysAll(recorded: Fact, fact: Fact): boolean {
  return (
    Object.entries(fact.attributes).every(
      ([name, value]) => recorded.attributes[name] === value || isMoreThanWasKept(recorded, name),
    ) && recorded.attributes.start === fact.attributes.start
  );
}

/** Why an episode began was not kept at first: that it is not recorded is worth no remark. */
const isMoreThanWasKept = (recorded: Fact, name: string): boolean =>
  (name === 'carers' || name === 'episode') && recorded.attributes[name] === undefined;

/** The same event with another detail (a code, a kind of placement): the record stands. Free text is not repeated. */
function recordedOtherwise(fact: ImportedFact, recorded: ChronologyEntry, ref: string): RefusedRow[] {
  const names = Object.keys(fact.attributes).filter(
    // A better knowledge of the start than the return has needs no remark.
    (name) =>
      name !== 'start' &&
      recorded.attributes[name] !== fact.attributes[name] &&
      !isMoreThanWasKept(recorded, name),
  );
  return names.map((name) => ({
    ...fact.source,
    column: null,
    reason: 'recorded',
    why: `${eventOf(recorded)} is recorded already (event ${recorded.id}), ${recorded.attributes[name] === undefined ? 'without' : 'with another'} ${name}; the return says ${fact.attributes[name]}. What is recorded stays.`,
    next: `If the return is right, strike out event ${recorded.id} and record it again: irotool child show ${ref} --ids`,
  }));
}

/**
 * A death that the return no longer tells, or corrects to another ending; or that it tells of an ending which is
 * recorded otherwise. An import strikes nothing out, so what is recorded stays, and that is said.
 */
function deathRemarks(
  { ref, facts }: ImportedChild,
  live: readonly ChronologyEntry[],
  added: readonly ImportedFact[],
): RefusedRow[] {
  const recorded = live.find(isDeath);
  const told = facts.find(isDeath);
  const last = facts.at(-1);
  const remark = (source: ImportedFact['source'], why: string, next: string): RefusedRow[] => [
    { ...source, column: null, reason: 'recorded', why: `${why} What is recorded stays.`, next },
  ];
  if (recorded !== undefined && told === undefined && last !== undefined) {
    const until = readStory(facts, null).periods.at(-1)?.to;
    // A return of care that was over before the death knows nothing of it.
    if (until === undefined || (until !== null && until < recorded.on)) return [];
    return remark(
      last.source,
      `The child is recorded as having died on ${plainDate(recorded.on)} (event ${recorded.id}), and the return says ${until === null ? 'that care goes on' : 'another reason why care ended'}.`,
      `If the return is right, strike out event ${recorded.id}, which says what the death called off and what stands again, and record what happened: irotool child show ${ref} --ids`,
    );
  }
  if (told === undefined || recorded !== undefined || added.includes(told)) return [];
  const ending = live.find((entry) => dayAndKind(entry) === dayAndKind(told));
  if (ending === undefined) return [];
  return remark(
    told.source,
    `The return says that the child died on ${plainDate(told.on)}, and another reason why care ended is recorded of that day (event ${ending.id}).`,
    `If the return is right: irotool strike ${ending.id} --why "…", then irotool child died ${ref} --on ${told.on}`,
  );
}

/** The return says what was struck out: it is recorded again, and whoever struck it out should know. */
function saidAgain(fact: ImportedFact, struck: ChronologyEntry): RefusedRow {
  return {
    ...fact.source,
    column: null,
    reason: 'recorded',
    why: `${eventOf(struck)} was struck out (event ${struck.id}), and the return still says it: it is recorded again.`,
    next: 'If the return is wrong, put it right there, and strike it out again.',
  };
}

/** So near that two dates may be one review: the date may have been corrected since. */
const NEAR_DAYS = 31;

function nearReviews(
  added: readonly ImportedFact[],
  unpaired: readonly ChronologyEntry[],
  ref: string,
): RefusedRow[] {
  const reviews = unpaired.filter(({ kind }) => kind === 'review-held');
  return added.flatMap((fact) => {
    if (fact.kind !== 'review-held') return [];
    const near = reviews.find(({ on }) => Math.abs(daysBetween(on, fact.on)) <= NEAR_DAYS);
    if (near === undefined) return [];
    return [
      {
        ...fact.source,
        column: 'REVIEW',
        reason: 'recorded' as const,
        why: `The review of ${plainDate(fact.on)} is new, and one of ${plainDate(near.on)} is recorded that is not in the return (event ${near.id}).`,
        next: `If they are one review, strike out the wrong one: irotool child show ${ref} --ids`,
      },
    ];
  });
}
