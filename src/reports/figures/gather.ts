/** Every child of the unit as figures read one: as things stand, or as they stood recorded at the end of a day. */
import type { Context, Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import type { KnownNames } from '../../core/privacy/cleaner';
import { endOfDay, type IsoDate } from '../../core/time/dates';
import { reckon } from '../../store/agenda/reckoning';
import { childrenWithFacts } from '../../store/figure-children';
import { forUnit } from '../../store/people/names';
import { namesById } from '../../store/people/people';
import { progressOn } from '../../ui/progress';
import { withoutPrivate } from '../private-text';
import { knownNames, privateOfChild } from '../what-is-private';
import { type FigureChild, figureChild } from './child';

/** `recordedBy`: facts entered later are left out, and those struck out later are not; null takes all as they are. */
export function* figureChildren(
  context: Context,
  { db, engine }: Unit,
  asAt: IsoDate,
  recordedBy: IsoDate | null,
): Generator<FigureChild> {
  const until = recordedBy === null ? '9999' : endOfDay(recordedBy);
  const names = namesById(db);
  const say = progressOn(context, 'Counting');
  const of = db.prepare('SELECT count(*) FROM child').pluck().get() as number;
  let known: KnownNames | undefined;
  let done = 0;
  for (const [child, facts] of childrenWithFacts(db, until)) {
    if (facts.length > 0) {
      const reckoning = reckon(upTo(facts, asAt), child.born, engine);
      yield figureChild(child, reckoning, {
        nameOf: (person) => names.get(person) ?? null,
        withoutPrivate(text) {
          known ??= knownNames(db);
          return withoutPrivate(forUnit(db, text), privateOfChild(db, child.id), known);
        },
      });
    }
    done += 1;
    say(done, of);
  }
}
