/** `child merge`: two records are of one child, and the first is brought into the second. */

import { childNamed, filled } from '../../cases/find';
import { type MergePlan, mergePlan, refuseMergedAlready, refuseUnlessOneChild } from '../../cases/merging';
import type { Context, Unit } from '../../context';
import { upTo, withNew } from '../../core/engine/chronology';
import type { Choices } from '../../core/privacy/keep-names';
import { textSettled } from '../../recording/names-settled';
import { sayMoved } from '../../recording/saving';
import { mergeJson, mergeParts, mergeRemarks } from '../../screens/merging';
import { present, sayScreen, showBefore } from '../../screens/show';
import { refreshChild } from '../../store/agenda/agenda';
import { reckon } from '../../store/agenda/reckoning';
import { addKeptEvent, strikeEvent } from '../../store/chronology';
import { addMerged, fillDetails, moveFamily, movePeople } from '../../store/merging';
import { isToSave } from '../../ui/prompts';
import { count } from '../../ui/words';

export interface MergeTyped {
  readonly why?: string;
  readonly without?: string;
}

/** Runs `child merge REF INTO [--why TEXT] [--without EVENTS]`. */
export async function merge(
  context: Context,
  [ref, into]: readonly [string, string],
  options: MergeTyped,
): Promise<undefined> {
  const unit = await context.open();
  const first = childNamed(unit.db, ref, { evenMerged: true });
  refuseMergedAlready(unit, first);
  const second = childNamed(unit.db, into);
  refuseUnlessOneChild(unit, first, second);
  const why = filled(options.why, '--why') ?? 'two records of one child';
  const names = await textSettled(context, unit, second.id, why, '--why');
  const plan = mergePlan(context, unit, first, second, options.without);
  showBefore(context, mergeParts(context, unit, plan));
  sayScreen(context, [...mergeRemarks(plan), ...names.notes.map((note) => `Note: ${note}`)]);
  sayWhatMoves(context, unit, plan);
  if (!(await isToSave(context, `Are these one child? Then ${first.ref} is brought into ${second.ref}.`)))
    return undefined;
  // Worked out again inside the transaction: another irotool may have written meanwhile.
  const done = unit.save(() => {
    const fresh = mergePlan(context, unit, first, second, options.without);
    write(unit, fresh, { why, choices: names.choices });
    return fresh;
  });
  const entered = done.merging.entries.filter(({ isOwn }) => !isOwn).length;
  return present(context, {
    json: () => mergeJson(unit, done),
    screen: () => [
      `${first.ref}  merged into ${second.ref}: ${count(entered, 'event')} entered there, ${done.merging.already.size} held already.`,
    ],
  });
}

function sayWhatMoves(
  context: Context,
  unit: Unit,
  { first, second, facts, merging: made }: MergePlan,
): void {
  const replaced = new Set(made.entries.flatMap(({ isOwn, of }) => (isOwn ? [of] : [])));
  const after = withNew(
    facts.second.filter(({ id }) => !replaced.has(id)),
    made.entries.map(({ fact }) => fact),
  );
  sayMoved(
    context,
    reckon(upTo(facts.second, context.today), second.born, unit.engine),
    reckon(upTo(after, context.today), second.born ?? first.born, unit.engine),
  );
}

function write(
  { db, engine }: Unit,
  { first, second, people, merging: made }: MergePlan,
  { why, choices }: { readonly why: string; readonly choices: Choices },
): void {
  addMerged(db, first.id, second.id, why, choices);
  for (const { of, isOwn, fact } of made.entries) {
    if (isOwn)
      strikeEvent(db, of, `its review has another number since ${first.ref} was merged: entered again`);
    addKeptEvent(db, second.id, fact);
  }
  movePeople(db, second.id, people);
  moveFamily(db, first.id, second.id);
  const born = fillDetails(db, first.id, second.id);
  refreshChild(db, first, engine);
  refreshChild(db, { id: second.id, born }, engine);
}
