/** Complaints about an IRO or a review, as `iro complaint` lists them. */
import { wordsFor } from '../cases/people/someone';
import { everyoneIn } from '../cases/people/who';
import type { Context, Unit } from '../context';
import { complaintsOf } from '../core/children/complaints';
import type { Fact } from '../core/events/fact';
import type { Child } from '../store/children';
import { inRows } from '../ui/rows';
import { dayIn } from '../ui/words';
import { printScreen } from './show';

interface Shown {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly facts: readonly Fact[];
}

/** Prints a child's complaints with their answers; or the same as JSON. */
export function printComplaints({ context, unit, child, facts }: Shown): void {
  const complaints = complaintsOf(facts);
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, complaints });
    return;
  }
  if (complaints.length === 0) {
    context.print(
      `${child.ref}  no complaint is recorded. To record one: irotool iro complaint ${child.ref} --from WHO --about "…"`,
    );
    return;
  }
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
  printScreen(context, [
    `${child.ref}  complaints about the IRO or a review`,
    inRows(rows, [{}, {}, { wraps: true }]),
  ]);
}
