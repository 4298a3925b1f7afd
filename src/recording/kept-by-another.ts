/**
 * Whoever is kept from something for one child is not given it for another of the same meeting, by whatever
 * command it is recorded: a place among those invited, or more of the record.
 */

import type { FactsToRecord } from '../cases/meeting/one-meeting';
import { keptFromOthers } from '../cases/meeting/same-meeting';
import type { Unit } from '../context';
import { upTo, withNew } from '../core/engine/chronology';
import { readStory } from '../core/engine/story';
import type { Fact } from '../core/events/fact';
import { reviewRecords } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import { UserError } from '../errors';
import { factsOf } from '../store/chronology';
import { everyoneOf } from '../store/people/child-people';

/** What is sent of a record, the least first. */
export const MORE: readonly string[] = ['none', 'part', 'full'];

const isOfThem = ({ kind, attributes }: Fact): boolean =>
  (kind === 'participant-listed' && attributes.part === 'invited') || kind === 'record-sent';

/** Refuses facts that would give someone what was decided against for a brother or sister. */
export function refuseKeptByAnother(unit: Unit, today: IsoDate, { child, facts }: FactsToRecord): void {
  if (!facts.some(isOfThem)) return;
  const known = factsOf(unit.db, child.id);
  const all = withNew(known, facts);
  const added = all.slice(known.length);
  const records = reviewRecords(readStory(upTo(all, today), child.born));
  const everyone = everyoneOf(unit.db, child.id);
  for (const fact of added.filter(isOfThem)) {
    const ref = fact.attributes.ref?.toLowerCase();
    const person = everyone.find(({ tag }) => tag.toLowerCase() === ref);
    const record = records.find(({ moments }) => moments.some((moment) => moment.fact.id === fact.id));
    if (person === undefined || record === undefined) continue;
    for (const kept of keptFromOthers(unit, record, person, today)) {
      if (fact.kind === 'participant-listed' && kept.exclusion !== null) {
        throw new UserError(
          `${child.ref}: it was decided not to invite ${ref} to ${kept.label}, which is the same meeting. Nothing was saved.`,
          `Once that has been looked at again: irotool review not-invite ${kept.child.ref} ${kept.tag} --looked-at ended`,
        );
      }
      const isMore = MORE.indexOf(fact.attributes.record ?? '') > MORE.indexOf(kept.sent ?? 'full');
      if (fact.kind === 'record-sent' && isMore) {
        throw new UserError(
          `${child.ref}: ${ref} is sent ${kept.sent === 'none' ? 'no record' : 'part of the record'} of ${kept.label}, which was the same meeting. Nothing was saved.`,
          `To see what was decided: irotool review distribute ${kept.child.ref}`,
        );
      }
    }
  }
}
