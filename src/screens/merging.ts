/** Two records that are of one child, before and after they are brought together. */
import { factShown } from '../cases/fact-words';
import type { MergePlan } from '../cases/merging';
import type { Context, Unit } from '../context';
import { factInWords } from '../core/privacy/facts-in-words';
import type { Child } from '../store/children';
import type { StoredFact } from '../store/chronology';
import { changedTags } from '../store/merging';
import { tellUnit } from '../store/people/names';
import { inRows, type Part } from '../ui/rows';
import { dayIn, listed } from '../ui/words';

/** Both chronologies in the order of days, each line with the record it is from and what becomes of it. */
export function mergeParts(context: Context, unit: Unit, plan: MergePlan): Part[] {
  const lines = [
    ...plan.facts.second.map((fact) => ({ fact, child: plan.second, becomes: ownBecomes(plan, fact) })),
    ...plan.facts.first.map((fact) => ({ fact, child: plan.first, becomes: becomes(plan, fact) })),
  ].sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : 0));
  const rows = lines.map(({ fact, child, becomes: what }) => [
    child.ref,
    String(fact.id),
    dayIn(fact.on, context.today),
    factShown(unit, factInWords(fact, tellUnit(unit.db))),
    what,
  ]);
  const columns = [{}, {}, {}, { wraps: true, min: 24 }, {}] as const;
  const shown = rows.length === 0 ? [' Nothing is recorded of either.'] : [];
  return [
    `${plan.second.ref}, AND ${plan.first.ref} THAT IS BROUGHT INTO IT`,
    ...shown,
    inRows(rows, columns),
  ];
}

function becomes({ without, merging: { already } }: MergePlan, { id }: StoredFact): string {
  return without.has(id) ? 'left out' : already.has(id) ? 'held already' : 'entered';
}

function ownBecomes({ merging: { entries } }: MergePlan, { id }: StoredFact): string {
  return entries.some(({ isOwn, of }) => isOwn && of === id) ? 'renumbered' : '';
}

/** What else is worth knowing before it is done. Sentences. */
export function mergeRemarks({ first, second, people, merging: { matters } }: MergePlan): string[] {
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

export function mergeJson({ db }: Unit, plan: MergePlan): Record<string, unknown> {
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
  return { merged: first.ref, into: second.ref, chronology };
}
