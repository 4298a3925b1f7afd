/** What cannot be of a child protection conference by the child's age. Pure. */
import { isPreBirth } from '../children/conferences';
import type { Chronology } from '../engine/chronology';
import type { Fact } from '../events/fact';
import { advice, type Objection } from '../events/objection';
import { plainDate } from '../time/dates';

/** A conference before the birth is of a child who is not born by that day. */
export function conferenceObjection(fact: Fact, { born }: Chronology, ref: string): Objection | null {
  if (born === null || fact.on < born || !isPreBirth({ moments: [{ fact }] })) return null;
  return {
    what: `${ref} was born on ${plainDate(born)}, so this conference is not before the birth.`,
    next: advice`Say that it is an initial one: leave out that it is before the birth.`,
  };
}
