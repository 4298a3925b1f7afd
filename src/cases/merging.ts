/** Two records that are of one child: what bringing the first into the second comes to, and why it cannot be. */
import type { Context, Unit } from '../context';
import { type Clash, type Merging, merging, type RecordOfChild, refOfAction } from '../core/checks/merging';
import { eventWords } from '../core/events/words';
import { withTexts } from '../core/privacy/facts-in-words';
import { withOthers } from '../core/privacy/kept-names';
import { plainDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import type { Child } from '../store/children';
import { keptFactsNoted, type StoredFact } from '../store/chronology';
import { mergedInto } from '../store/merged';
import { areParentAndChild, changedTags, type Joined, joinPeople } from '../store/merging';

/** Two records and what is to become of them. */
export interface MergePlan {
  readonly first: Child;
  readonly second: Child;
  readonly facts: { readonly first: readonly StoredFact[]; readonly second: readonly StoredFact[] };
  readonly without: ReadonlySet<number>;
  readonly people: readonly Joined[];
  readonly merging: Merging;
}

export function refuseMergedAlready(unit: Unit, first: Child): void {
  const merged = mergedInto(unit.db, first.id);
  if (!merged) return;
  throw new UserError(
    `${first.ref} was merged into ${merged.into.ref} already. Nothing was saved.`,
    `To see it: irotool child show ${merged.into.ref}`,
  );
}

export function refuseUnlessOneChild(unit: Unit, first: Child, second: Child): void {
  if (first.id === second.id) {
    throw new UserError(
      `${first.ref} and ${second.ref} are one record already.`,
      'Name the record that goes, and then the one that stays: irotool child merge K2 K1',
    );
  }
  if (first.born !== null && second.born !== null && first.born !== second.born) {
    throw new UserError(
      `${first.ref} was born on ${plainDate(first.born)} and ${second.ref} on ${plainDate(second.born)}, so they are not one child. Nothing was saved.`,
      `If one date is wrong: irotool child edit ${first.ref} --born DATE`,
    );
  }
  if (areParentAndChild(unit.db, first.id, second.id)) {
    throw new UserError(
      `One of ${first.ref} and ${second.ref} is recorded as a parent of the other, so they are not one child. Nothing was saved.`,
      `To see who they are: irotool child show ${first.ref}`,
    );
  }
}

/** `typedWithout`: the events of the first that are left out, as they were typed. */
export function mergePlan(
  context: Context,
  unit: Unit,
  first: Child,
  second: Child,
  typedWithout: string | undefined,
): MergePlan {
  const people = joinPeople(unit.db, first.id, second.id);
  // What was kept already is entered as it was kept; a reference to the child, or to someone who is recorded
  // in both, becomes one to whom the second record has.
  const same = samePeople(first, second, people);
  const facts = {
    first: keptFactsNoted(unit.db, first.id).map((fact) => withTexts(fact, same)),
    second: keptFactsNoted(unit.db, second.id).map((fact) => withTexts(fact, same)),
  };
  const without = leftOut(first, facts.first, typedWithout);
  const of = (child: Child, all: readonly StoredFact[]): RecordOfChild => ({
    ref: child.ref,
    born: child.born,
    facts: all,
  });
  const made = merging(of(first, facts.first), of(second, facts.second), {
    tags: changedTags(people),
    refOfAction: refOfAction(unit.engine.rules),
    without,
    today: context.today,
    rules: unit.engine.rules,
  });
  const plan = { first, second, facts, without, people, merging: made };
  if (made.clash) throw refusalOf(plan, made.clash);
  return plan;
}

function samePeople(first: Child, second: Child, people: readonly Joined[]): (text: string) => string {
  const joined = people.flatMap(({ person, known }) =>
    known === null ? [] : ([[`person ${person.personId}`, known.personId]] as const),
  );
  const others = new Map<string, number>([[`child ${first.id}`, second.id], ...joined]);
  return (text) => withOthers(text, others);
}

/** The events of `--without`: of the first record, and not struck out. */
function leftOut(first: Child, facts: readonly StoredFact[], typed: string | undefined): Set<number> {
  const words = typed === undefined ? [] : typed.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !facts.some(({ id }) => String(id) === word));
  if (wrong === undefined) return new Set(words.map(Number));
  if (!/^\d+$/.test(wrong)) {
    throw new UsageError(`--without is a list of event numbers, such as 12,15; not "${typed}".`);
  }
  throw new UserError(
    `${first.ref} has no event ${wrong}. Nothing was saved.`,
    `The numbers are beside each line of: irotool child show ${first.ref} --ids`,
  );
}

/** Which event of which record stands in the way, and what to do. */
function refusalOf(
  { first, second, without }: MergePlan,
  { fact, isOfFirst, objection, other }: Clash,
): UserError {
  const [its, theirs] = isOfFirst ? [first, second] : [second, first];
  const named = (each: StoredFact, child: Child): string =>
    `“${eventWords(each.kind)}” of ${plainDate(each.on)} (event ${each.id} of ${child.ref})`;
  const beside = other ? ` beside ${named(other, theirs)}` : '';
  const strikes = [fact.id, ...(other ? [other.id] : [])].map((id) => `irotool strike ${id} --why "…"`);
  const ofFirst = isOfFirst ? fact : other;
  const leave = ofFirst
    ? ` To leave ${first.ref}’s out: irotool child merge ${first.ref} ${second.ref} --without ${[...without, ofFirst.id].join(',')}`
    : '';
  return new UserError(
    `${named(fact, its)} cannot stand${beside}. ${objection.what} Nothing was saved.`,
    `Strike out what is wrong: ${strikes.join(' or ')}.${leave}`,
  );
}
