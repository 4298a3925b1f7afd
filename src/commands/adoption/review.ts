import { childRead } from '../../cases/reckoned';
import type { Context } from '../../context';
import { adoptionOn } from '../../core/children/adoption';
import { ADOPTION_REVIEW_HELD } from '../../core/events/adoption';
import { UsageError, UserError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { checkHappened } from '../../recording/days/ask-day';
import type { HoldOptions } from '../../recording/sitting/typed';
import { askChoice, canAsk, requireFlags } from '../../ui/prompts';
import { hold } from '../review/hold';

interface AdoptionReviewOptions extends HoldOptions {
  readonly both?: string;
}

/** Runs `adoption review REF --on D --both yes|no`. */
export async function review(
  context: Context,
  [ref]: readonly [string],
  { both, ...options }: AdoptionReviewOptions,
): Promise<undefined> {
  const { unit, child, reckoning } = await childRead(context, ref);
  const { story } = reckoning;
  const on = options.on === undefined ? context.today : context.date(options.on, '--on', 'past');
  const cannot = checkHappened(unit, child, ADOPTION_REVIEW_HELD.kind, context)(on);
  if (cannot !== true)
    throw new UserError(
      `${cannot} Nothing was saved.`,
      `Check the date, or: irotool child show ${child.ref}`,
    );
  const isBoth = await whetherBoth(context, both, adoptionOn(story, on).placedOn !== null);
  if (!isBoth && options.code !== undefined) {
    throw new UsageError('--code goes with --both yes: an adoption review alone has none.');
  }
  return hold(context, [[child.ref]], { ...options, adoption: true, ...(isBoth && { ordinary: true }) });
}

async function whetherBoth(context: Context, typed: string | undefined, isPlaced: boolean): Promise<boolean> {
  if (typed !== undefined) {
    const isBoth = oneOfTyped(['yes', 'no'], '--both', typed) === 'yes';
    if (!isBoth || !isPlaced) return isBoth;
    throw new UserError(
      'The child is placed for adoption: the reviews are adoption reviews alone. Nothing was saved.',
      'Leave out --both.',
    );
  }
  if (isPlaced) return false;
  if (!canAsk(context)) requireFlags(context, ['--both yes|no']);
  const answer = await askChoice(context, 'Was this meeting the looked-after review too?', [
    { name: 'yes, one meeting was both', value: 'yes' },
    { name: 'no, it was the adoption review alone', value: 'no' },
  ]);
  return answer === 'yes';
}
