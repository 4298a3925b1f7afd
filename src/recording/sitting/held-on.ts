/** The day on which a review was held, and what was said of it on the command line, made whole. */
import type { Context, Unit } from '../../context';
import { mattersNamed, saysMore } from '../../core/reviews/what-to-consider';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { plannedDay, sayReviews } from '../../screens/review/owed';
import type { Child } from '../../store/children';
import { asTyped } from '../../ui/as-typed';
import { askText, canAsk } from '../../ui/prompts';
import { listed } from '../../ui/words';
import { askNeededDay } from '../days/ask-day';
import { decisionsIn } from '../decisions/lines';
import { wrongWith } from '../wrong-with';
import { heldFor } from './facts';
import { type HoldOptions, isOrdinary, readSitting } from './typed';

/** With the reason why a matter was not considered, which must always be said. */
export async function withWhy(context: Context, options: HoldOptions): Promise<HoldOptions> {
  const { notConsidered } = options;
  const left = mattersNamed(notConsidered);
  if (notConsidered === undefined || left.length === 0 || saysMore(notConsidered)) return options;
  const such = `--not-considered ${asTyped(`${left[0]}: no time`)}`;
  if (!canAsk(context)) throw new UsageError('--not-considered says why too.', `Such as ${such}`);
  const what = listed(left.map((matter) => matter.replaceAll('-', ' ')));
  const why = await askText(context, { message: `Why was ${what} not considered?` });
  return { ...options, notConsidered: `${notConsidered}: ${why}` };
}

/** With the decisions of the file that was named. */
export async function withFile(context: Context, options: HoldOptions, on: IsoDate): Promise<HoldOptions> {
  const { decisions, decision = [] } = options;
  if (decisions === undefined) return options;
  return { ...options, decision: [...decision, ...(await decisionsIn(context, decisions, on))] };
}

/** Which kind of review, and no more: what the questions turn on. */
export function kindAlone({ adoption, ordinary, exit, papers, number }: HoldOptions): HoldOptions {
  return {
    ...(adoption && { adoption }),
    ...(ordinary && { ordinary }),
    ...(exit && { exit }),
    ...(papers && { papers }),
    ...(number !== undefined && { number }),
  };
}

/** The day as it was typed; asked for, the planned one is offered, and it must be a day on which a review can be. */
export async function heldOn(
  context: Context,
  unit: Unit,
  children: readonly Child[],
  options: HoldOptions,
): Promise<IsoDate> {
  if (options.on !== undefined) return context.date(options.on, '--on', 'past');
  sayReviews(context, unit, children);
  return askNeededDay(context, {
    message: 'Held on',
    lies: 'past',
    offer: isOrdinary(options) ? plannedDay(context, unit, children) : undefined,
    check: (on) =>
      wrongWith(() => {
        const typed = readSitting(context, kindAlone(options), on);
        for (const child of children) heldFor(context, unit, child, children, typed, undefined);
      }),
  });
}
