/** `child bar`: an order of a court that keeps someone from the child, and its end. */

import { childNamed, filled } from '../../cases/find';
import { theirName } from '../../cases/participants';
import { reckoned } from '../../cases/reckoned';
import { whoNamed } from '../../cases/who';
import type { Context } from '../../context';
import type { Fact } from '../../core/events/fact';
import { barsOn } from '../../core/privacy/bars';
import { longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { askText, requireFlags } from '../../ui/prompts';
import { askDay, askNeededDay } from '../ask-day';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record } from '../saving';

interface BarOptions {
  readonly on?: string;
  readonly order?: string;
  readonly until?: string;
  readonly ended?: true;
  readonly why?: string;
}

/** Runs `child bar REF WHO --order TEXT [--until D]`, or `--ended`. */
export async function bar(
  context: Context,
  [ref, typed]: readonly [string, string],
  options: BarOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const who = whoNamed(unit, child, typed, context.today);
  const called = theirName(who);
  if (who.person === null) {
    throw new UserError(
      `${child.ref}: ${called} is not kept away by an order. Nothing was saved.`,
      `It is for one of the child’s people: irotool child people ${child.ref}`,
    );
  }
  if (options.ended && (options.order ?? options.until) !== undefined) {
    throw new UsageError('--ended goes without --order and --until.');
  }
  if (!options.ended && options.why !== undefined) throw new UsageError('--why goes with --ended.');
  requireFlags(context, options.ended || options.order !== undefined ? [] : ['--order']);
  const { facts } = reckoned(context, unit, child);
  if (options.ended) {
    const on = dayDone(context, options.on);
    if (!barsOn(facts, on).some((each) => each.ref === who.ref)) {
      throw new UserError(
        `${child.ref}: no order about ${called} stands on ${longDate(on)}. Nothing was saved.`,
        `To record one: irotool child bar ${child.ref} ${who.ref} --order "…"`,
      );
    }
    const fact: Fact = {
      on,
      kind: 'contact-bar-ended',
      attributes: given({ ref: who.ref, why: filled(options.why, '--why') }),
    };
    const words = `the order about ${called} ended on ${longDate(on)}`;
    const saved = await record(context, unit, { child, facts: [fact], heading: `${child.ref}: ${words}.` });
    if (saved) context.print(`${child.ref}  ${words}: recorded.`);
    return undefined;
  }
  const order = filled(
    options.order ??
      (await askText(context, { message: 'Which order (no-contact order, non-molestation order)?' })),
    '--order',
  );
  // Asked in the course of other questions; with all that is needed typed, nothing is.
  const asks = options.order === undefined;
  const on =
    asks && options.on === undefined
      ? await askNeededDay(context, { message: 'Made on', lies: 'past' })
      : dayDone(context, options.on);
  const until =
    options.until !== undefined
      ? context.date(options.until, '--until', 'future')
      : asks
        ? await askDay(context, 'Until')
        : undefined;
  if (until !== undefined && until < on) {
    throw new UserError(
      `${child.ref}: the order would end on ${longDate(until)}, before ${longDate(on)}. Nothing was saved.`,
      'Check --on and --until.',
    );
  }
  const fact: Fact = { on, kind: 'contact-barred', attributes: given({ ref: who.ref, order, until }) };
  const words = `an order keeps ${called} from the child since ${longDate(on)}${until === undefined ? '' : `, until ${longDate(until)}`}`;
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: ${words}.`,
    notes: [
      `Before anything is made out to ${called}, it is asked.`,
      ...(until === undefined ? [`Until when is not recorded: it stands until --ended.`] : []),
    ],
  });
  if (saved) context.print(`${child.ref}  ${words}: recorded.`);
  return undefined;
}
