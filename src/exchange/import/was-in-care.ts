/** Whether care is recorded on a day on which a return has a review and no care. */

import { upTo, withNew } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { IsoDate } from '../../core/time/dates';
import { findChild } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import type { Db } from '../../store/sqlite';
import type { RecordedCare } from '../ssda903/model';

/** Asks the chronology whether a review held on a day would count, by what is recorded up to that day. */
export function careRecordedIn(db: Db): RecordedCare {
  const chronologies = new Map<string, readonly StoredFact[]>();
  return (ref, on) => {
    let facts = chronologies.get(ref);
    if (facts === undefined) {
      const child = findChild(db, ref);
      facts = child === undefined ? [] : factsOf(db, child.id);
      chronologies.set(ref, facts);
    }
    return facts.length > 0 && wouldCount(facts, on);
  };
}

function wouldCount(facts: readonly StoredFact[], on: IsoDate): boolean {
  const held = withNew(upTo(facts, on), [{ on, kind: 'review-held', attributes: {} }]);
  const { moments } = readStory(held, null);
  return moments.some(({ fact, counts }) => counts && fact === held.at(-1));
}
