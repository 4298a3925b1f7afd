/** Every child of the unit as figures read one: as things stand, or as they stood recorded at the end of a day. */
import type { Context, Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import type { KnownNames, Private } from '../../core/privacy/cleaner';
import { mayStandIn } from '../../core/privacy/names';
import { endOfDay, type IsoDate } from '../../core/time/dates';
import { findChild } from '../../store/children';
import { childrenWithFacts, type FactRow } from '../../store/figure-children';
import { forUnit } from '../../store/people/names';
import { namesById } from '../../store/people/people';
import { progressOn } from '../../ui/progress';
import { withoutPrivate } from '../private-text';
import { knownNames, privateOfChild } from '../what-is-private';
import { type FigureChild, type Figuring, figureChild, reckonerOf } from './child';
import { mayCountFrom, reviewedBefore } from './due-within';

/** `recordedBy`: facts entered later are left out, and those struck out later are not; null takes all as they are. */
export function* figureChildren(
  context: Context,
  { db, engine }: Unit,
  { asAt, from, to }: Pick<Figuring, 'asAt' | 'from' | 'to'>,
  recordedBy: IsoDate | null,
): Generator<FigureChild> {
  const until = recordedBy === null ? '9999' : endOfDay(recordedBy);
  const names = namesById(db);
  const say = progressOn(context, 'Counting');
  const of = db.prepare('SELECT count(*) FROM child').pluck().get() as number;
  const reckon = reckonerOf(engine, from, to);
  let done = 0;
  const mayCount = mayCountFrom(engine.rules, from);
  const wantedOf = (all: readonly FactRow[]) => {
    const reviewed = reviewedBefore(all, from, ([, on, kind]) => ({ kind, on }));
    return ([, on, kind, attributes]: FactRow): boolean =>
      mayCount({ kind, on, namesReview: attributes.includes('"review"') }, reviewed);
  };
  for (const [child, facts] of childrenWithFacts(db, until, wantedOf)) {
    if (facts.length > 0) {
      const reckoning = reckon(upTo(facts, asAt), child.born);
      yield figureChild(child, reckoning, (person) => names.get(person) ?? null);
    }
    done += 1;
    say(done, of);
  }
}

/**
 * What was written of these children, by reference, with what no report may carry left out: of any of them, for the same
 * words may have been written of several.
 */
export function cleanerOfFigures({ db }: Unit): (text: string, refs: readonly string[]) => string {
  let known: KnownNames | undefined;
  // A child may be behind several rows.
  const kept = new Map<string, Private | null>();
  const privateOf = (ref: string): Private | null => {
    let own = kept.get(ref);
    if (own === undefined) {
      const child = findChild(db, ref);
      own = child === undefined ? null : privateOfChild(db, child.id);
      kept.set(ref, own);
    }
    return own;
  };
  return (text, refs) => {
    known ??= knownNames(db);
    const children = new Set(refs.map((ref) => ref.split('/')[0]!));
    const own = [...children].map(privateOf).filter((each) => each !== null);
    if (own.length === 0) return text;
    const written = forUnit(db, text);
    return withoutPrivate(written, ofText(together(own), written), known);
  };
}

/** Names of hundreds of families are looked for in a few words: those that cannot stand in them are left aside. */
const ofText = (own: Private, text: string): Private => ({
  ...own,
  names: own.names.filter(mayStandIn(text)),
});

/** What is private of any of several children. */
function together(all: readonly Private[]): Private {
  const each = <T>(take: (own: Private) => readonly T[] | undefined): T[] => [
    ...new Set(all.flatMap((own) => take(own) ?? [])),
  ];
  return {
    ...all[0]!,
    names: each(({ names }) => names),
    births: each(({ births }) => births),
    addresses: each(({ addresses }) => addresses),
    places: each(({ places }) => places),
    telephones: each(({ telephones }) => telephones),
    emails: each(({ emails }) => emails),
  };
}
