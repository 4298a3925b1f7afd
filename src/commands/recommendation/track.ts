/** `recommendation track`, `check`, `escalate` and `resolve`: those that the IRO follows up. */

import { childNamed, filled } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import { recommendationNamed, refuseSettled } from '../../cases/recommendation';
import type { Context, Unit } from '../../context';
import type { Fact } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { lastAbout, stateOf } from '../../core/reviews/recommendation-state';
import { disputeAbout, isSettledRecommendation, recommendationsIn } from '../../core/reviews/recommendations';
import { said } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';
import { askDay, askNeededDay } from '../ask-day';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record } from '../saving';
import { printLine } from './list';
import { agreedDate, type Found, needed, openRecommendation, refuseBeforeMade } from './named';

export interface TrackOptions {
  readonly on?: string;
  readonly by?: string;
  readonly about?: string;
}

/** Runs `recommendation track REF [WHICH] --by D [--about TEXT]`. */
export async function track(
  context: Context,
  [ref, which]: readonly [string, string | undefined],
  options: TrackOptions,
): Promise<undefined> {
  if (which !== undefined && options.about !== undefined) {
    throw new UsageError(
      '--about is for one that is not on the list yet, and then its reference is given for you.',
      `irotool recommendation track ${ref} --about "…" --by DATE`,
    );
  }
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const matter = await matterOf(context, unit, child, which, options, on);
  const typed =
    options.by ??
    (await askNeededDay(context, {
      message: 'The date agreed',
      lies: 'future',
      check: (day) => day >= on || `A date agreed lies ahead: not before ${longDate(on)}.`,
    }));
  const by = agreedDate(context, child, typed, on);
  const called = `${child.ref} ${matter.ref}`;
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'recommendation-tracked', attributes: given({ by, ...matter }) }],
    heading: `${called}: tracked until ${longDate(by)}.`,
    also: () => {
      if (which === undefined && matter.about !== undefined) refuseGivenTwice(unit, child, matter.ref);
    },
  });
  if (saved) context.print(`${called}  tracked until ${longDate(by)}.`);
  return undefined;
}

/** Another irotool may have given out the same reference meanwhile: inside the transaction, so nothing stays. */
function refuseGivenTwice(unit: Unit, child: Child, ref: string): void {
  const same = factsOf(unit.db, child.id).filter(
    ({ kind, attributes }) => kind === 'recommendation-tracked' && attributes.ref === ref,
  );
  if (same.length < 2) return;
  throw new UserError(
    `${child.ref}: ${ref} has been given to another recommendation meanwhile. Nothing was saved.`,
    'Type the same line again.',
  );
}

/** What is tracked: one on the list, or something new with a reference of its own. */
async function matterOf(
  context: Context,
  unit: Unit,
  child: Child,
  which: string | undefined,
  options: TrackOptions,
  on: IsoDate,
): Promise<{ ref: string; about?: string }> {
  const all = recommendationsIn(reckoned(context, unit, child).reckoning.story);
  if (which !== undefined) {
    const recommendation = recommendationNamed(child, all, which);
    refuseSettled(child, recommendation);
    refuseBeforeMade(child, recommendation, on);
    requireFlags(context, options.by === undefined ? ['--by'] : []);
    return { ref: recommendation.ref };
  }
  requireFlags(context, [
    ...(options.about === undefined ? ['--about'] : []),
    ...(options.by === undefined ? ['--by'] : []),
  ]);
  const about = filled(options.about, '--about');
  const own = nextReference('T', factsOf(unit.db, child.id));
  if (about !== undefined) return { ref: own, about };
  const open = all.filter((each) => !isSettledRecommendation(each) && each.madeOn <= on);
  const chosen =
    open.length === 0
      ? null
      : await askChoice<string | null>(context, 'Which?', [
          ...open.map((each) => ({ name: `${each.ref}  ${each.text ?? ''}`.trim(), value: each.ref })),
          { name: 'something that is not on the list', value: null },
        ]);
  if (chosen !== null) return { ref: chosen };
  return { ref: own, about: await askText(context, { message: 'What is tracked?' }) };
}

/** Runs `recommendation check REF WHICH --finding TEXT [--by D]`. */
export async function check(
  context: Context,
  args: readonly [string, string],
  options: { readonly on?: string; readonly finding?: string; readonly by?: string },
): Promise<undefined> {
  const found = await openRecommendation(context, args, options.on);
  const { unit, child, on, recommendation, called } = found;
  const finding = await needed(context, options.finding, '--finding', 'What was found?');
  const again =
    options.by ??
    (options.finding === undefined && canAsk(context)
      ? await askDay(context, 'A new date agreed?')
      : undefined);
  const by = again === undefined ? null : agreedDate(context, child, again, on);
  const { ref } = recommendation;
  const facts: Fact[] = [{ on, kind: 'recommendation-checked', attributes: { ref, finding } }];
  if (by !== null) facts.push({ on, kind: 'recommendation-tracked', attributes: { by, ref } });
  const until = by === null ? '' : `; tracked until ${longDate(by)}`;
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${called}: looked at on ${longDate(on)}${until}.`,
    notes: by === null ? notTracked(found) : [],
    unasked: true,
  });
  if (saved) printLine(context, `${called}  looked at on ${longDate(on)}${until}: recorded.`);
  return undefined;
}

/** Runs `recommendation escalate REF WHICH --to NAME [--dispute]`. */
export async function escalate(
  context: Context,
  args: readonly [string, string],
  options: { readonly on?: string; readonly to?: string; readonly dispute?: true },
): Promise<undefined> {
  const found = await openRecommendation(context, args, options.on);
  const { unit, child, on, recommendation, called } = found;
  const to = await needed(context, options.to, '--to', 'To whom is it taken?');
  const { ref } = recommendation;
  // Taken to them that very day already, and now to the dispute process too.
  const last = options.dispute ? lastAbout(recommendation, 'recommendation-escalated') : undefined;
  const isTaken = last?.on === on && said(last, 'to') === to;
  const facts: Fact[] = isTaken ? [] : [{ on, kind: 'recommendation-escalated', attributes: { ref, to } }];
  const own = options.dispute ? nextReference('D', factsOf(unit.db, child.id)) : null;
  if (own !== null) {
    facts.push({ on, kind: 'dispute-opened', attributes: { ref: own, about: disputeAbout(ref) } });
  }
  const opened = own === null ? '' : ` Dispute ${own} is opened, informally.`;
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${called}: taken to ${to} on ${longDate(on)}.${opened}`,
    notes: notTracked(found),
  });
  if (saved) printLine(context, `${called}  taken to ${to}: recorded.${opened}`);
  return undefined;
}

function notTracked({ child, recommendation }: Found): string[] {
  if (stateOf(recommendation) === 'tracked') return [];
  return [
    `It was not tracked. To track it: irotool recommendation track ${child.ref} ${recommendation.ref} --by DATE`,
  ];
}

/** Runs `recommendation resolve REF WHICH [--how TEXT]`. */
export async function resolve(
  context: Context,
  args: readonly [string, string],
  options: { readonly on?: string; readonly how?: string },
): Promise<undefined> {
  const { unit, child, on, recommendation, called } = await openRecommendation(context, args, options.on);
  const { ref } = recommendation;
  const tracked = lastAbout(recommendation, 'recommendation-tracked');
  if (!tracked) {
    throw new UserError(
      `${called} is not tracked, so there is nothing to resolve. Nothing was saved.`,
      `If it was carried out: irotool recommendation done ${called}`,
    );
  }
  if (on < tracked.on) {
    throw new UserError(
      `${called} was tracked on ${longDate(tracked.on)}, after ${longDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const how = filled(options.how, '--how');
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'recommendation-resolved', attributes: given({ ref, how }) }],
    heading: `${called}: resolved on ${longDate(on)}.`,
    unasked: true,
  });
  if (saved) context.print(`${called}  resolved on ${longDate(on)}: recorded.`);
  return undefined;
}
