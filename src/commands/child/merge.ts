/** `child merge`: two records are of one child, and the first is brought into the second. */

import { childNamed, filled } from '../../cases/find';
import { upTo } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import {
  type Clash,
  type Merging,
  merging,
  type RecordOfChild,
  refOfAction,
} from '../../core/checks/merging';
import { eventWords } from '../../core/events/words';
import { factInWords, withTexts } from '../../core/privacy/facts-in-words';
import type { Choices } from '../../core/privacy/keep-names';
import { withOthers } from '../../core/privacy/kept-names';
import { plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { refreshChild } from '../../store/agenda/agenda';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { addKeptEvent, keptFactsNoted, type StoredFact, strikeEvent } from '../../store/chronology';
import { mergedInto } from '../../store/merged';
import {
  addMerged,
  areParentAndChild,
  changedTags,
  fillDetails,
  type Joined,
  joinPeople,
  moveFamily,
  movePeople,
} from '../../store/merging';
import { tellUnit } from '../../store/people/names';
import { confirm } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count, dayIn, listed } from '../../ui/words';
import { textSettled } from '../names-typed';
import { factWords } from '../record';
import { sayLines, sayMoved } from '../saving';

export interface MergeOptions {
  readonly why?: string;
  readonly without?: string;
}

/** Two records and what is to become of them. */
interface Plan {
  readonly first: Child;
  readonly second: Child;
  readonly facts: { readonly first: readonly StoredFact[]; readonly second: readonly StoredFact[] };
  readonly without: ReadonlySet<number>;
  readonly people: readonly Joined[];
  readonly merging: Merging;
}

/** Runs `child merge REF INTO [--why TEXT] [--without EVENTS]`. */
export async function merge(
  context: Context,
  [ref, into]: readonly [string, string],
  options: MergeOptions,
): Promise<undefined> {
  const unit = await context.open();
  const first = childNamed(unit.db, ref, { evenMerged: true });
  refuseMergedAlready(unit, first);
  const second = childNamed(unit.db, into);
  refuseUnlessOneChild(unit, first, second);
  const why = filled(options.why, '--why') ?? 'two records of one child';
  const names = await textSettled(context, unit, second.id, why, '--why');
  const plan = planned(context, unit, first, second, options);
  if (!context.flags.json) context.print(chronologies(context, unit, plan).join('\n'));
  sayLines(context, [...remarks(plan), ...names.notes.map((note) => `Note: ${note}`)]);
  sayWhatMoves(context, unit, plan);
  if (!(await confirm(context, `Are these one child? Then ${first.ref} is brought into ${second.ref}.`))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  // Worked out again inside the transaction: another irotool may have written meanwhile.
  const done = unit.save(() => {
    const fresh = planned(context, unit, first, second, options);
    write(unit, fresh, { why, choices: names.choices });
    return fresh;
  });
  if (context.flags.json) context.json(asJson(unit, done));
  else {
    const entered = done.merging.entries.filter(({ isOwn }) => !isOwn).length;
    context.print(
      `${first.ref}  merged into ${second.ref}: ${count(entered, 'event')} entered there, ${done.merging.already.size} held already.`,
    );
  }
  return undefined;
}

function refuseMergedAlready(unit: Unit, first: Child): void {
  const merged = mergedInto(unit.db, first.id);
  if (!merged) return;
  throw new UserError(
    `${first.ref} was merged into ${merged.into.ref} already. Nothing was saved.`,
    `To see it: irotool child show ${merged.into.ref}`,
  );
}

function refuseUnlessOneChild(unit: Unit, first: Child, second: Child): void {
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

function planned(context: Context, unit: Unit, first: Child, second: Child, options: MergeOptions): Plan {
  const people = joinPeople(unit.db, first.id, second.id);
  // What was kept already is entered as it was kept; a reference to the child, or to someone who is recorded
  // in both, becomes one to whom the second record has.
  const same = samePeople(first, second, people);
  const facts = {
    first: keptFactsNoted(unit.db, first.id).map((fact) => withTexts(fact, same)),
    second: keptFactsNoted(unit.db, second.id).map((fact) => withTexts(fact, same)),
  };
  const without = leftOut(first, facts.first, options.without);
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
    `The numbers are beside each line of: irotool child show ${first.ref}`,
  );
}

/** Which event of which record stands in the way, and what to do. */
function refusalOf(
  { first, second, without }: Plan,
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

/** Both chronologies in the order of days, each line with the record it is from and what becomes of it. */
function chronologies(context: Context, unit: Unit, plan: Plan): string[] {
  const lines = [
    ...plan.facts.second.map((fact) => ({ fact, child: plan.second, becomes: ownBecomes(plan, fact) })),
    ...plan.facts.first.map((fact) => ({ fact, child: plan.first, becomes: becomes(plan, fact) })),
  ].sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : 0));
  const rows = lines.map(({ fact, child, becomes: what }) => [
    child.ref,
    String(fact.id),
    dayIn(fact.on, context.today),
    factWords(unit, factInWords(fact, tellUnit(unit.db))),
    what,
  ]);
  const columns = [{}, {}, {}, { wraps: true, min: 24 }, {}] as const;
  const shown = rows.length === 0 ? [' Nothing is recorded of either.'] : [];
  return [
    `${plan.second.ref}, AND ${plan.first.ref} THAT IS BROUGHT INTO IT`,
    ...shown,
    ...rowLines(rows, columns, screenWidth(context.io, context.flags)),
  ];
}

function becomes({ without, merging: { already } }: Plan, { id }: StoredFact): string {
  return without.has(id) ? 'left out' : already.has(id) ? 'held already' : 'entered';
}

function ownBecomes({ merging: { entries } }: Plan, { id }: StoredFact): string {
  return entries.some(({ isOwn, of }) => isOwn && of === id) ? 'renumbered' : '';
}

/** What else is worth knowing before it is done. Sentences. */
function remarks({ first, second, people, merging: { matters } }: Plan): string[] {
  const differ = DETAILS.filter(
    ([, of]) => of(first) !== null && of(second) !== null && of(first) !== of(second),
  ).map(([words]) => words);
  const tags = [...changedTags(people)].map(([from, to]) => `${from} becomes ${to}`);
  const refs = [...matters].map(([from, to]) => `${from} becomes ${to}`);
  return [
    ...(differ.length === 0
      ? []
      : [`Note: they differ in ${listed(differ)}. What ${second.ref} says stays.`]),
    ...(tags.length === 0 ? [] : [`Note: of ${first.ref}’s people, ${listed(tags)}.`]),
    ...(refs.length === 0 ? [] : [`Note: of ${first.ref}’s references, ${listed(refs)}.`]),
  ];
}

const DETAILS: readonly (readonly [words: string, of: (child: Child) => string | null])[] = [
  ['name', (child) => child.name],
  ['sex', (child) => child.sex],
  ['ethnicity', (child) => child.ethnicity],
  ['UPN', (child) => child.upn],
  ['social worker', (child) => child.socialWorker],
  ['team', (child) => child.team],
];

function sayWhatMoves(context: Context, unit: Unit, { first, second, facts, merging: made }: Plan): void {
  const replaced = new Set(made.entries.flatMap(({ isOwn, of }) => (isOwn ? [of] : [])));
  const after = [
    ...facts.second.filter(({ id }) => !replaced.has(id)),
    ...made.entries.map(({ fact }, at) => ({
      ...fact,
      id: Number.MAX_SAFE_INTEGER - made.entries.length + at,
    })),
  ];
  sayMoved(
    context,
    reckon(upTo(facts.second, context.today), second.born, unit.engine),
    reckon(upTo(after, context.today), second.born ?? first.born, unit.engine),
  );
}

function write(
  { db, engine }: Unit,
  { first, second, people, merging: made }: Plan,
  { why, choices }: { readonly why: string; readonly choices: Choices },
): void {
  addMerged(db, first.id, second.id, why, choices);
  for (const { of, isOwn, fact } of made.entries) {
    if (isOwn)
      strikeEvent(db, of, `its review has another number since ${first.ref} was merged: entered again`);
    addKeptEvent(db, second.id, fact);
  }
  movePeople(db, second.id, people);
  moveFamily(db, first.id, second.id);
  const born = fillDetails(db, first.id, second.id);
  refreshChild(db, first, engine);
  refreshChild(db, { id: second.id, born }, engine);
}

function asJson({ db }: Unit, plan: Plan): Record<string, unknown> {
  const { first, second, facts } = plan;
  const tell = tellUnit(db);
  const ofFirst = facts.first.map((fact) => ({
    ...factInWords(fact, tell),
    child: first.ref,
    becomes: becomes(plan, fact),
  }));
  const ofSecond = facts.second.map((fact) => ({
    ...factInWords(fact, tell),
    child: second.ref,
    becomes: ownBecomes(plan, fact) || 'kept',
  }));
  const chronology = [...ofSecond, ...ofFirst].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { schema: 1, merged: first.ref, into: second.ref, chronology };
}
