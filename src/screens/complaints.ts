/** Complaints about an IRO or a review, as `iro complaint` lists them. */
import { wordsFor } from '../cases/people/someone';
import { everyoneIn } from '../cases/people/who';
import type { Context, Unit } from '../context';
import { complaintsOf } from '../core/children/complaints';
import type { Fact } from '../core/events/fact';
import type { Child } from '../store/children';
import { inRows } from '../ui/rows';
import { dayIn } from '../ui/words';
import type { Shown } from './show';

interface Around {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly facts: readonly Fact[];
}

/** A child's complaints with their answers. */
export function complaintsShown({ context, unit, child, facts }: Around): Shown {
  const complaints = complaintsOf(facts);
  const none = `${child.ref}  no complaint is recorded. To record one: irotool iro complaint ${child.ref} --from WHO --about "…"`;
  const everyone = everyoneIn(unit, child, context.today);
  const rows = complaints.map(({ ref, from, about, review, madeOn, answeredOn, outcome }) => {
    const who = from === null ? 'not recorded by whom' : wordsFor(everyone, from);
    const answer = answeredOn === null ? 'not answered yet' : `answered ${dayIn(answeredOn, context.today)}`;
    const parts = [
      about === null ? who : `${who}: ${about}`,
      ...(review === null ? [] : [`about ${child.ref}/${review}`]),
      outcome === null ? answer : `${answer}: ${outcome}`,
    ];
    return [ref, dayIn(madeOn, context.today), parts.join('; ')];
  });
  const all = [`${child.ref}  complaints about the IRO or a review`, inRows(rows, [{}, {}, { wraps: true }])];
  return {
    json: () => ({ child: { ref: child.ref, name: child.name }, complaints }),
    screen: () => (complaints.length === 0 ? [none] : all),
  };
}
