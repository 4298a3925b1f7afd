/**
 * `review monitoring`: the monitoring forms of a month, or those not sent to the managers yet. Code and no list of
 * steps: it is of no child, and finds whose reviews it records by looking through all of them.
 */

import { filled } from '../../cases/find';
import { stepAfter } from '../../cases/held-review';
import { reckoned } from '../../cases/reckoned';
import { whoIsWho } from '../../cases/review/reading';
import { told } from '../../cases/told';
import type { Context, Unit } from '../../context';
import { MONITORING_FORM_COMPLETED, MONITORING_SENT } from '../../core/events/after-review';
import { heldReviews } from '../../core/reviews/after';
import { lastTaken } from '../../core/reviews/record';
import { addDays, addMonths, type IsoDate, isIsoDate, isoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { dayDone } from '../../recording/day-done';
import { recordAll, sayLines } from '../../recording/saving';
import { type Form, printForms } from '../../screens/monitoring';
import { childById } from '../../store/children';
import { childrenWithForms } from '../../store/monitoring-events';
import { count, refAndReview } from '../../ui/words';

interface MonitoringOptions {
  readonly month?: string;
  readonly sentTo?: string;
  readonly on?: string;
}

/** Runs `review monitoring [--month 2026-03]`, or with `--sent-to` records that they were sent. */
export async function monitoring(
  context: Context,
  _words: readonly [],
  options: MonitoringOptions,
): Promise<undefined> {
  const unit = await context.open();
  const sentTo = filled(options.sentTo, '--sent-to');
  if (options.on !== undefined && sentTo === undefined) throw new UsageError('--on goes with --sent-to.');
  const span = monthTyped(options.month, context.today);
  const forms = formsIn(context, unit, span ?? { from: isoDate('1900-01-01'), to: context.today });
  if (sentTo === undefined) {
    const shown = span === null ? forms.filter(({ sent }) => sent === null) : forms;
    if (printForms(context, shown, span === null)) {
      sayLines(context, ['Once they are sent: irotool review monitoring --sent-to NAME']);
    }
    return undefined;
  }
  const on = dayDone(context, options.on);
  const left = forms.filter(({ sent, form }) => sent === null && form.on <= on);
  if (left.length === 0) {
    throw new UserError(
      'There is no monitoring form that was not sent to the managers yet. Nothing was saved.',
      'To see those of a month: irotool review monitoring --month 2026-03',
    );
  }
  const saved = await recordAll(
    context,
    unit,
    left.map(({ child, review }) => ({
      child,
      facts: [stepAfter(review, on, 'monitoring-sent', { to: sentTo })],
      heading: `${refAndReview(child.ref, review.number)}: monitoring form sent to ${sentTo} on ${longDate(on)}.`,
    })),
  );
  if (saved)
    context.print(`${count(left.length, 'monitoring form')} sent to ${sentTo} on ${longDate(on)}: recorded.`);
  return undefined;
}

/** The days of `--month`, no later than today; null where none was typed. */
function monthTyped(typed: string | undefined, today: IsoDate): { from: IsoDate; to: IsoDate } | null {
  if (typed === undefined) return null;
  const first = `${typed.trim()}-01`;
  if (!isIsoDate(first)) throw new UsageError(`--month is typed 2026-03, not "${typed}".`);
  const from = isoDate(first);
  if (from > today) throw new UserError(`That month has not come yet.`, 'Check --month.');
  const to = addDays(addMonths(from, 1), -1);
  return { from, to: to < today ? to : today };
}

function formsIn(context: Context, unit: Unit, { from, to }: { from: IsoDate; to: IsoDate }): Form[] {
  return childrenWithForms(unit.db, from, to).flatMap(({ id }) => {
    const child = childById(unit.db, id)!;
    const { reckoning } = reckoned(context, unit, child);
    return heldReviews(reckoning.story).flatMap((review): Form[] => {
      const form = lastTaken(review.record, MONITORING_FORM_COMPLETED);
      if (!form || form.on < from || form.on > to) return [];
      const sent = lastTaken(review.record, MONITORING_SENT);
      const { iroId } = reckoning.standing;
      const who = whoIsWho(unit, child, form.on, iroId);
      return [
        {
          ...{ child, review },
          form: told(MONITORING_FORM_COMPLETED, form, who),
          sent: sent === undefined ? null : told(MONITORING_SENT, sent, who),
        },
      ];
    });
  });
}
