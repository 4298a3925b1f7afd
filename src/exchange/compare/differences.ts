/**
 * What another system has of one child held against what is recorded here: what only one of them has, and what
 * differs. Pure; nothing is decided here.
 */
import type { Fact } from '../../core/events/fact';
import { addDays, daysBetween, type IsoDate } from '../../core/time/dates';
import type { ChronologyEntry } from '../../store/chronology';
import type { KindsToldOf } from '../cases/model';
import { besideRecorded } from '../import/care-recorded';
import type { ImportedChild, ImportedFact } from '../ssda903/model';

/** What a difference is of: all of a kind may be taken, or left, at once. */
export const DIFFERENCE_KINDS = [
  ...(['child', 'birth', 'day', 'status', 'placement', 'iro', 'code', 'reason', 'detail'] as const),
  ...(['team', 'social-worker', 'only-there', 'only-here'] as const),
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** How a fact stands on both sides; null on the side that has none. */
export interface FactDifference {
  readonly kind: DifferenceKind;
  readonly here: ChronologyEntry | null;
  readonly there: ImportedFact | null;
  /** The attributes that differ. */
  readonly names: readonly string[];
  /** What follows from theirs, and comes with it. */
  readonly follows: readonly ImportedFact[];
  /** It is of how things stand now, which a list says without the day since when. */
  readonly isNow?: true;
}

/** What is not said by itself, and follows from the kind of placement. */
const FOLLOW: ReadonlySet<string> = new Set(['long-term-foster-designated', 'long-term-foster-ended']);
/** Two days so near may be of one thing. */
const NEAR = 31;
/** What a map says of every row is no difference. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['earlier', 'number', 'start', 'told']);
const OF_ATTRIBUTE: Readonly<Record<string, DifferenceKind>> = {
  ...{ basis: 'status', code: 'code', iro: 'iro', reason: 'reason' },
};

/** Everything that differs in a child's chronology, what may explain the rest first. */
export function differencesOf(
  { facts }: Pick<ImportedChild, 'facts'>,
  chronology: readonly ChronologyEntry[],
  born: IsoDate | null,
  { kinds, lastOnly }: KindsToldOf,
  today: IsoDate,
): FactDifference[] {
  const live = chronology.filter(({ struckWhy }) => struckWhy === null);
  const beside = besideRecorded(facts, live, born);
  const told = typeof beside === 'string' ? facts : beside;
  const isCompared = ({ kind }: Fact): boolean => kinds.has(kind) && !FOLLOW.has(kind);
  const there = told.filter(isCompared);
  const here = live.filter((entry) => isCompared(entry) && entry.on <= today);
  const following = (one: ImportedFact): ImportedFact[] =>
    told.filter(
      (each) =>
        FOLLOW.has(each.kind) &&
        each.source.line === one.source.line &&
        !live.some(({ kind, on }) => kind === each.kind && on === each.on),
    );
  const found: FactDifference[] = standingNow(there, here, lastOnly, live);
  pair(
    there,
    here,
    (one, other) => one.on === other.on && differing(one, other).length === 0,
    () => undefined,
  );
  pair(
    there,
    here,
    (one, other) => one.on === other.on,
    (one, other) => {
      const names = differing(one, other);
      found.push({ kind: kindOf(one, names), here: other, there: one, names, follows: [] });
    },
  );
  for (const isLike of [within(1), mistyped, within(7), within(NEAR)])
    pair(
      there,
      here,
      (one, other) => isLike(one.on, other.on) && mayBeOne(one, other),
      (one, other) =>
        found.push({ kind: 'day', here: other, there: one, names: differing(one, other), follows: [] }),
    );
  for (const one of there)
    found.push({ kind: 'only-there', here: null, there: one, names: [], follows: following(one) });
  for (const other of onlyHere(here, facts, lastOnly))
    found.push({ kind: 'only-here', here: other, there: null, names: [], follows: [] });
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}

/**
 * A list of children says who the IRO is, and the legal status, as they are now, on the day that care began. Each is held
 * against what is so here now, and not against what was so that day.
 */
function standingNow(
  there: ImportedFact[],
  here: ChronologyEntry[],
  lastOnly: ReadonlySet<string>,
  live: readonly ChronologyEntry[],
): FactDifference[] {
  const found: FactDifference[] = [];
  const differ = (kind: DifferenceKind, name: string, one: ImportedFact, last: ChronologyEntry): void => {
    const value = one.attributes[name];
    if (value !== undefined && value !== last.attributes[name])
      found.push({ kind, here: last, there: one, names: [name], follows: [], isNow: true });
  };
  const began = there.findIndex(({ kind }) => kind === 'became-looked-after');
  const status = live.findLast(({ attributes }) => attributes.basis !== undefined);
  if (lastOnly.has('became-looked-after') && began >= 0 && status !== undefined) {
    const { basis: _basis, ...attributes } = there[began]!.attributes;
    differ('status', 'basis', there[began]!, status);
    there[began] = { ...there[began]!, attributes };
  }
  const iro = there.findLast((fact) => sameKind(fact) === 'iro-allocated');
  const now = here.findLast((entry) => sameKind(entry) === 'iro-allocated');
  if (lastOnly.has('iro-allocated') && iro !== undefined && now !== undefined) {
    differ('iro', 'iro', iro, now);
    takeOut(there, (each) => sameKind(each) === 'iro-allocated');
    takeOut(here, (each) => sameKind(each) === 'iro-allocated');
  }
  return found;
}

/** Takes out of a list whatever is so. */
function takeOut<T>(list: T[], isSo: (each: T) => boolean): void {
  list.splice(0, list.length, ...list.filter((each) => !isSo(each)));
}

/** Takes away each two that fit, and says so. */
function pair(
  there: ImportedFact[],
  here: ChronologyEntry[],
  fits: (one: ImportedFact, other: ChronologyEntry) => boolean,
  found: (one: ImportedFact, other: ChronologyEntry) => void,
): void {
  for (const one of [...there]) {
    const other = here.find((each) => sameKind(each) === sameKind(one) && fits(one, each));
    if (other === undefined) continue;
    there.splice(there.indexOf(one), 1);
    here.splice(here.indexOf(other), 1);
    found(one, other);
  }
}

const sameKind = ({ kind }: Fact): string => (kind === 'iro-changed' ? 'iro-allocated' : kind);

/** What they say and we say otherwise, or not at all. */
const differing = (one: Fact, other: Fact): string[] =>
  Object.keys(one.attributes).filter(
    (name) => !NOT_COMPARED.has(name) && one.attributes[name] !== other.attributes[name],
  );

const within =
  (days: number) =>
  (one: IsoDate, other: IsoDate): boolean =>
    Math.abs(daysBetween(one, other)) <= days;

/** Day and month changed places, or the year is another. */
function mistyped(one: IsoDate, other: IsoDate): boolean {
  const [year, month, day] = one.split('-');
  return other === `${year}-${day}-${month}` || other.slice(5) === one.slice(5);
}

/** Nothing that tells one from another is said otherwise on both sides. */
const mayBeOne = (one: Fact, other: Fact): boolean =>
  !differing(one, other).some((name) => other.attributes[name] !== undefined && name in OF_ATTRIBUTE);

function kindOf(fact: Fact, names: readonly string[]): DifferenceKind {
  const [first] = names.flatMap((name) => OF_ATTRIBUTE[name] ?? []);
  if (first !== undefined) return first;
  return fact.kind.startsWith('placement-') && names.includes('kind') ? 'placement' : 'detail';
}

/** Of what a list tells the last of, only what is later here than there. */
function onlyHere(
  here: readonly ChronologyEntry[],
  told: readonly ImportedFact[],
  lastOnly: ReadonlySet<string>,
): ChronologyEntry[] {
  return here.filter((entry) => {
    const kind = sameKind(entry);
    if (!lastOnly.has(kind)) return true;
    const last = told.findLast((fact) => sameKind(fact) === kind);
    const isLast = !here.some((other) => sameKind(other) === kind && other.on > entry.on);
    return isLast && (last === undefined || entry.on > last.on);
  });
}

/** Care first, then how the child stood in it, then reviews and the rest: what comes first may explain what follows. */
function rankOf({ kind, here, there }: FactDifference): number {
  const event = (there ?? here)!.kind;
  const place = RANKS.findIndex((kinds) => kinds.includes(event));
  return (place < 0 ? RANKS.length : place) * 10 + DIFFERENCE_KINDS.indexOf(kind) / 10;
}

const RANKS = [
  ['became-looked-after', 'ceased-looked-after', 'child-died'],
  ['legal-status-changed'],
  ['placement-started', 'placement-ended'],
  ['iro-allocated', 'iro-changed'],
  ['review-held'],
];

/** Why it may be, in words; empty if nothing suggests why. */
export function likelyCause(
  { kind, here, there, isNow }: FactDifference,
  struck: readonly ChronologyEntry[],
  today: IsoDate,
): string {
  if (isNow) return 'Changed on one side';
  if (kind === 'day' && here !== null && there !== null) return causeOfDay(here.on, there.on);
  if (kind === 'only-there' && there !== null) {
    if (struck.some((entry) => entry.kind === there.kind && entry.on === there.on))
      return 'Struck out here, and not there';
    return there.on > addDays(today, -RECENT) ? 'New there, and not here yet' : 'Never recorded here';
  }
  if (kind === 'only-here' && here !== null)
    return here.recordedAt.slice(0, 10) > addDays(today, -RECENT)
      ? 'Recorded here lately, and not there yet'
      : 'Never entered there, or taken out';
  return '';
}

/** In days: what is so new may not have come from one to the other. */
const RECENT = 14;

function causeOfDay(here: IsoDate, there: IsoDate): string {
  const [year, month, day] = here.split('-');
  if (there === `${year}-${day}-${month}`) return 'Day and month changed places';
  if (there.slice(5) === here.slice(5)) return 'Another year: a slip in typing';
  return Math.abs(daysBetween(here, there)) === 1 ? 'One day apart' : 'Another day';
}
