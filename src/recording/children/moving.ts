/** A child moves to another placement: where they were, who looked after them, and whether care ended instead. */

import { planNotesOnMove } from '../../cases/ending/called-off';
import { filled } from '../../cases/find';
import {
  type Household,
  householdAfter,
  householdNotes,
  OLD_CARER,
  type OldCarer,
} from '../../cases/people/household';
import { tagOrWords } from '../../cases/people/someone';
import type { Context } from '../../context';
import { legalStatusOn } from '../../core/checks/ending';
import { placementReview } from '../../core/checks/while-adjourned';
import { placementOn } from '../../core/children/placement';
import { chronologyOf } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import { SHORT_BREAK_CODES } from '../../core/events/codes';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { OfMove } from '../../steps/moved';
import { newCase } from '../../steps/step';
import type { Child } from '../../store/children';
import { askChoice, canAsk } from '../../ui/prompts';
import { listed } from '../../ui/words';
import { oneOfTyped } from '../choice-typed';
import type { Options } from '../steps/options';
import type { Read } from '../steps/run';

export interface Move extends OfMove {
  readonly household: Household | null;
  readonly old: OldCarer | undefined;
}

/** On which day is not known yet if it is asked for. */
export async function moveOf(read: Read, options: Options, by: IsoDate | null): Promise<Move> {
  const { context, unit, child, facts, reckoning } = read;
  const on = by ?? context.today;
  const story = readStory(facts, child.born);
  const open = placementOn(story, on);
  const isShortBreak = SHORT_BREAK_CODES.includes(legalStatusOn(story, on) ?? '');
  const carer = filled(options.carer as string | undefined, '--carer');
  const typed =
    options.oldCarer === undefined
      ? undefined
      : (oneOfTyped(OLD_CARER, '--old-carer', String(options.oldCarer)) as OldCarer);
  // Between short breaks the child lives at home, and a break is no household that was left.
  const household = isShortBreak ? null : householdAfter(unit, child, on, carer, typed !== undefined);
  const isLeft = by !== null && household !== null && household.leaving.length > 0;
  const old = isLeft ? (typed ?? (await askOld(context, child, household))) : undefined;
  return {
    ...newCase(child.ref),
    open,
    isLongTerm: story.longTermFostering.some(
      ({ from, to: until }) => from <= on && (until === null || until > on),
    ),
    // That a short break is over ends no placement in which the child was to stay.
    review:
      open && !isShortBreak ? placementReview(chronologyOf(facts, child.born), on, unit.engine.rules) : null,
    carer: household ? household.carer : carer && tagOrWords(context, unit, child, carer, on),
    household,
    old,
    notes: [
      ...(household ? householdNotes(child, household, old, options.withParents === true) : []),
      ...planNotesOnMove(
        context,
        unit,
        child,
        reckoning.story,
        household?.leaving.map(({ tag }) => tag.toLowerCase()) ?? [],
      ),
    ],
  };
}

/** What became of those who looked after the child until now: asked once. */
function askOld(context: Context, { ref }: Child, { leaving }: Household): Promise<OldCarer> {
  const who = listed(leaving.map(({ tag }) => tag));
  if (!canAsk(context)) {
    throw new UsageError(
      `${context.flags.input ? 'No terminal to ask on' : 'Not asking (--no-input)'}. Missing: --old-carer`,
      `Those who looked after ${ref} until now (${who}) are still in touch with the child, or no longer: --old-carer still-in-touch, or --old-carer no-longer. If they go on looking after the child: --carer ${leaving[0]!.tag}`,
    );
  }
  return askChoice(context, `Those who looked after ${ref} until now (${who}) are`, [
    { name: 'no longer in touch with the child', value: 'no-longer' },
    { name: 'still in touch with the child', value: 'still-in-touch' },
  ]);
}

/** A child who is only accommodated has most likely left care: asked; refused if nobody can be asked, or it is not so. */
export async function askWhetherLeft(
  context: Context,
  { ref }: Child,
  legalStatus: string,
  on: IsoDate,
): Promise<void> {
  const what = `${ref} is accommodated under section 20 (${legalStatus}), and only a child in the authority’s care is placed with a parent (Care Planning Regulations 2010, reg 15(1)). Most likely accommodation ended.`;
  const ended = `irotool child left ${ref} --on ${on} --reason E4B`;
  const order = `irotool child status ${ref} --basis C2 --on DATE`;
  const next = `If the child went home: ${ended}. If there is a care order, record it first: ${order}`;
  if (!canAsk(context)) throw new UserError(`${what} Nothing was saved.`, next);
  context.say(what);
  const answer = await askChoice(context, 'What happened?', [
    { name: 'Nothing of this; stop here', value: 'stop', ends: true },
    { name: `Accommodation ended on ${longDate(on)}: the child went home`, value: 'ended' },
    { name: 'There is a care order that is not recorded yet', value: 'order', ends: true },
  ]);
  if (answer === 'ended') return;
  throw new UserError(
    `${ref}: nothing was saved.`,
    answer === 'order' ? `Record the order first: ${order}` : next,
  );
}
