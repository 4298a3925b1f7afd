/**
 * `child short-break`: a stay of a series of short breaks (legal status V3), or the end of the series. Code, and no
 * steps: a stay has two days, which are told in one sentence and held against each other, and either may be left out.
 */

import { childNamed, filled } from '../../cases/find';
import { tagOrWords } from '../../cases/people/someone';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { legalStatusOn } from '../../core/checks/ending';
import type { Story } from '../../core/engine/moment';
import type { Fact } from '../../core/events/fact';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { dayDone } from '../../recording/day-done';
import { given } from '../../recording/meeting-typed';
import { recordAs } from '../../recording/saving';
import type { Child } from '../../store/children';
import { requireFlags } from '../../ui/prompts';

export interface ShortBreakOptions {
  readonly from?: string;
  readonly to?: string;
  readonly series?: string;
  readonly placement?: string;
  readonly carer?: string;
  readonly seriesEnded?: true;
  readonly on?: string;
  readonly why?: string;
}

/** Of a stay that ends and is one of a series: care did not end for another reason. */
const ANOTHER_REASON = 'E8';
const ONE_OF_A_SERIES = 'V3';

/** Runs `child short-break REF --from D [--to D]`, `… --to D`, or `… --series-ended`. */
export async function shortBreak(
  context: Context,
  [ref]: readonly [string],
  options: ShortBreakOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  checkTogether(options);
  if (options.seriesEnded) return endSeries(context, unit, child, options);
  const { story } = reckoned(context, unit, child).reckoning;
  const isOpen = story.periods.at(-1)?.to === null;
  requireFlags(context, options.from === undefined && !isOpen ? ['--from'] : []);
  const from = options.from === undefined ? null : context.date(options.from, '--from', 'past');
  const to = options.to === undefined ? null : context.date(options.to, '--to', 'past');
  if (from === null && to === null) throw new UsageError('Say which days: --from DATE, --to DATE, or both.');
  if (from === null) refuseOtherCare(child, story, to!);
  if (from !== null && to !== null && to < from) {
    throw new UsageError(
      `--to (${plainDate(to)}) is before --from (${plainDate(from)}).`,
      `If they are the wrong way round: --from ${to} --to ${from}`,
    );
  }
  const facts = [
    ...(from === null ? [] : beginning(unit, child, from, options)),
    ...(to === null ? [] : [{ on: to, kind: 'ceased-looked-after', attributes: { reason: ANOTHER_REASON } }]),
  ];
  const words =
    from === null
      ? `short break until ${longDate(to!)}`
      : `short break from ${longDate(from)}${to === null ? '' : ` to ${longDate(to)}`}`;
  await recordAs(context, unit, words, { child, facts });
  return undefined;
}

function checkTogether({ seriesEnded, from, to, placement, carer, on, why }: ShortBreakOptions): void {
  const isOfStay = [from, to, placement, carer].some((each) => each !== undefined);
  if (seriesEnded && isOfStay) {
    throw new UsageError('--series-ended takes --series, --on and --why: a stay is recorded of its own.');
  }
  if (!seriesEnded && (on !== undefined || why !== undefined)) {
    throw new UsageError('--on and --why go with --series-ended; a stay has --from and --to.');
  }
}

function beginning(
  unit: Unit,
  child: Child,
  from: IsoDate,
  { series, placement, carer: typed }: ShortBreakOptions,
): Fact[] {
  const carer = filled(typed, '--carer');
  const arrival = given({ basis: ONE_OF_A_SERIES, series: filled(series, '--series') });
  const stay = given({
    kind: filled(placement, '--placement'),
    carer: carer === undefined ? undefined : tagOrWords(unit, child, carer, from),
  });
  return [
    { on: from, kind: 'became-looked-after', attributes: arrival },
    { on: from, kind: 'placement-started', attributes: stay },
  ];
}

/** --to alone ends a stay that goes on, and no other care. */
function refuseOtherCare({ ref }: Child, story: Story, to: IsoDate): void {
  if (legalStatusOn(story, to) === ONE_OF_A_SERIES) return;
  throw new UserError(
    `${ref} is not on a short break of a series (${ONE_OF_A_SERIES}). Nothing was saved.`,
    `If care ended: irotool child left ${ref}`,
  );
}

async function endSeries(
  context: Context,
  unit: Unit,
  child: Child,
  { on: typed, series, why }: ShortBreakOptions,
): Promise<undefined> {
  const on = dayDone(context, typed);
  const attributes = given({ series: filled(series, '--series'), why: filled(why, '--why') });
  const words = `no more stays of the series of short breaks are agreed, from ${longDate(on)}`;
  const facts = [{ on, kind: 'short-break-series-ended', attributes }];
  await recordAs(context, unit, words, { child, facts });
  return undefined;
}
