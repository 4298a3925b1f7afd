/**
 * `strike`: a mistake is struck out with a reason, and stays to be seen.
 */

import { deathStruckNotes } from '../cases/ending/said';
import { factShown } from '../cases/fact-words';
import { refuseMerged } from '../cases/find';
import type { Context } from '../context';
import { withoutCount } from '../core/checks/admissible';
import { matterOf } from '../core/checks/rewording';
import { strandedBy } from '../core/checks/stranded';
import { upTo } from '../core/engine/chronology';
import { readStory } from '../core/engine/story';
import { eventWords } from '../core/events/words';
import { longDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { eventTyped } from '../recording/event-typed';
import { textSettled } from '../recording/names-settled';
import { sayMoved } from '../recording/saving';
import { sayNotes } from '../screens/show';
import { refreshChild } from '../store/agenda/agenda';
import { reckon } from '../store/agenda/reckoning';
import { type Child, childById } from '../store/children';
import { factsOf, type StoredFact, strikeEvent } from '../store/chronology';
import { askText, isToSave, requireFlags } from '../ui/prompts';
import { count } from '../ui/words';

export interface StrikeOptions {
  readonly why?: string;
  readonly withWhatFollows?: true;
}

/** Runs `strike EVENT-ID --why "…"`. */
export async function strike(
  context: Context,
  [typed]: readonly [string],
  options: StrikeOptions,
): Promise<undefined> {
  const unit = await context.open();
  const event = eventTyped(unit, typed);
  const child = childById(unit.db, event.childId)!;
  refuseMerged(unit.db, child);
  requireFlags(context, options.why === undefined ? ['--why'] : []);
  const why = options.why ?? (await askText(context, { message: 'Why is it struck out?' }));
  if (why.trim() === '') throw new UsageError('--why needs a reason.');
  const names = await textSettled(context, unit, child.id, why.trim(), '--why');
  const facts = factsOf(unit.db, child.id);
  const struck = [event, ...whatFollows(child, event, facts, options)];
  const ids = new Set(struck.map(({ id }) => id));
  const left = facts.filter(({ id }) => !ids.has(id));
  for (const fact of struck) {
    context.say(`${child.ref}: striking out ${factShown(unit, fact)} of ${longDate(fact.on)}.`);
  }
  const after = reckon(upTo(left, context.today), child.born, unit.engine);
  const notes = [...names.notes, ...deathStruckNotes(unit, child, struck, left, after)];
  sayNotes(context, notes);
  sayMoved(context, reckon(upTo(facts, context.today), child.born, unit.engine), after);
  if (!(await isToSave(context, 'Strike it out?'))) return undefined;
  unit.save(() => {
    for (const id of ids) strikeEvent(unit.db, id, why.trim(), names.choices);
    refreshChild(unit.db, child, unit.engine);
  });
  const what = ids.size === 1 ? `event ${event.id}` : count(ids.size, 'event');
  context.print(
    `${child.ref}  ${what} struck out. ${ids.size === 1 ? 'It stays' : 'They stay'} on the chronology, with the reason.`,
  );
  return undefined;
}

/** What would count for nothing without the event: struck out with it if that is asked for. */
function whatFollows(
  child: Child,
  event: StoredFact,
  facts: readonly StoredFact[],
  options: StrikeOptions,
): StoredFact[] {
  const stranded = strandedBy(event, facts, child.born);
  const [first] = stranded;
  if (first === undefined || options.withWhatFollows) return stranded;
  const them = stranded.length === 1 ? 'it' : `all ${stranded.length} such events`;
  throw new UserError(
    `${child.ref}: without it, the “${eventWords(first.kind)}” of ${longDate(first.on)} ${whatBecomes(event, first, facts, child)}. Nothing was saved.`,
    `Strike out event ${first.id} first, or ${them} too: irotool strike ${event.id} --why "…" --with-what-follows`,
  );
}

/** What the first of those that follow would come to without the event. */
function whatBecomes(
  event: StoredFact,
  first: StoredFact,
  facts: readonly StoredFact[],
  { born }: Child,
): string {
  const matter = matterOf(event);
  if (matter !== null && matterOf(first) === matter) return `would be of a ${matter} that nothing began`;
  const { idle } = readStory(
    facts.filter(({ id }) => id !== event.id),
    born,
  );
  return withoutCount(idle.get(first));
}
