/** What cannot have happened once a child has died. Apart from the death itself, which the morning's list asks about. */
import { diedOn } from '../events/death';
import { type Fact, specOf } from '../events/fact';
import { type Objection, seeing } from '../events/objection';
import { plainDate } from '../time/dates';

/** Why something cannot have happened after a death; null if it can. */
export function deathObjection(fact: Fact, facts: readonly Fact[], ref: string): Objection | null {
  const died = diedOn(facts);
  if (died === null || fact.on <= died || !specOf(fact)?.ofTheLiving) return null;
  return {
    what: `${ref} died on ${plainDate(died)}, so that cannot have happened on ${plainDate(fact.on)}.`,
    ...seeing('Check the date, or'),
  };
}
