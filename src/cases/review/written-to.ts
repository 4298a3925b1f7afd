/**
 * Whoever is kept apart from a child, not invited to the review, or sent no record or part of it, is asked about
 * before it is recorded that something was sent to them, by whatever command. Once, here, for every fact that
 * says to whom something went.
 */

import type { Unit } from '../../context';
import { upTo, withNew } from '../../core/engine/chronology';
import type { Story } from '../../core/engine/moment';
import { readStory } from '../../core/engine/story';
import { type Fact, specOf } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { exclusionsOn } from '../../core/reviews/exclusions';
import { type ReviewRecord, reviewRecords, sentAfter } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { factsOf } from '../../store/chronology';
import { type ChildPerson, everyoneOf } from '../../store/people/child-people';
import { refAndReview } from '../../ui/words';
import { type Apart, apartFrom } from '../apart';
import type { FactsToRecord } from '../meeting/one-meeting';
import { theirName } from '../meeting/participants';
import { keptFromOthers } from '../meeting/same-meeting';
import { theirWords } from '../people/who';

/** Those to whom facts say that something went, and who are asked about first. */
export function apartAmong(unit: Unit, today: IsoDate, { child, facts }: FactsToRecord): Apart[] {
  if (!facts.some(sends)) return [];
  const known = factsOf(unit.db, child.id);
  const all = withNew(known, facts);
  const added = all.slice(known.length);
  const story = readStory(upTo(all, today), child.born);
  const records = reviewRecords(story);
  const everyone = everyoneOf(unit.db, child.id);
  return added.filter(sends).flatMap((fact) => {
    const record = records.find(({ moments }) => moments.some((moment) => moment.fact.id === fact.id));
    const refs = fact.kind === 'record-sent' ? [fact.attributes.ref!] : listOf(fact.attributes.to ?? '');
    return refs.flatMap((ref) => {
      const person = everyone.find(({ tag }) => tag.toLowerCase() === ref.toLowerCase());
      if (person === undefined) return [];
      const called = theirName({ called: theirWords(person) });
      const own = apartFrom(unit, child, person, called, today);
      if (fact.kind === 'record-sent' || record === undefined) return own ?? [];
      const others = keptFromOthers(unit, record, person, today).flatMap((kept) => [
        apartFrom(unit, kept.child, kept, called, today),
        notFor(called, kept.label, kept.exclusion !== null, kept.sent),
      ]);
      return [own, keptHere(story, record, child.ref, person, called, today), ...others].filter(
        (each) => each !== null,
      );
    });
  });
}

/** It says to whom something went. A copy of the record that was decided on with a reason is the answer already. */
function sends(fact: Fact): boolean {
  const { kind, attributes } = fact;
  if (kind !== 'record-sent')
    return attributes.to !== undefined && specOf(fact)?.attributes.to?.kind === 'people';
  const isDecided = attributes.why !== undefined && attributes['decided-by'] !== undefined;
  return attributes.record !== 'none' && !isDecided;
}

function keptHere(
  story: Story,
  record: ReviewRecord,
  childRef: string,
  { tag }: Pick<ChildPerson, 'tag'>,
  called: string,
  today: IsoDate,
): Apart | null {
  const ref = tag.toLowerCase();
  const isExcluded = exclusionsOn(story, record.period, today).some(
    (each) => each.ref === ref && !each.isForPart,
  );
  const sent = sentAfter(record).find((each) => each.ref === ref)?.record;
  const label = record.number === null ? childRef : refAndReview(childRef, record.number);
  return notFor(called, label, isExcluded, sent === 'part' || sent === 'none' ? sent : null);
}

function notFor(
  called: string,
  label: string,
  isExcluded: boolean,
  sent: 'part' | 'none' | null,
): Apart | null {
  if (isExcluded) return { called, why: `it was decided not to invite ${called} to ${label}` };
  if (sent === null) return null;
  return {
    called,
    why: `${called} is sent ${sent === 'none' ? 'no record' : 'part of the record'} of ${label}`,
  };
}
