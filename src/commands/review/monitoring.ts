/**
 * `review monitoring`: the monitoring forms of a month, or those not sent to the managers yet, of all children. What is
 * recorded of them is in steps/monitoring.ts.
 */

import { stepAfter } from '../../cases/held-review';
import { type Form, formsIn } from '../../cases/review/monitoring-forms';
import type { Context } from '../../context';
import type { Fact } from '../../core/events/fact';
import { addDays, addMonths, EARLIEST, type IsoDate, isIsoDate, isoDate } from '../../core/time/dates';
import { type ExitCode, UsageError, UserError } from '../../errors';
import { dayDone } from '../../recording/days/day-done';
import { inTurn } from '../../recording/steps/in-turn';
import { isAnyTyped, type Options } from '../../recording/steps/options';
import { runSteps, type StepCommand } from '../../recording/steps/run';
import { formsShown } from '../../screens/monitoring';
import { present } from '../../screens/show';
import { FORMS_SENT, type OfForms } from '../../steps/monitoring';
import { newCase } from '../../steps/step';
import { listed, refAndReview } from '../../ui/words';

interface Of extends OfForms {
  readonly forms: readonly Form[];
}

const sent = (forms: readonly Form[]): StepCommand<Of> => ({
  steps: [FORMS_SENT],
  caseOf({ child: { id, ref } }) {
    const own = forms.filter(({ child }) => child.id === id);
    const reviews = listed(own.map(({ review }) => refAndReview(ref, review.number)));
    return { ...newCase(ref), reviews, forms: own };
  },
  factsOf: (of, { on, kind, attributes }): Fact[] =>
    of.forms.map(({ review }) => stepAfter(review, on, kind, attributes)),
});

/** Runs `review monitoring [--month 2026-03]`, or with `--sent-to` records that they were sent. */
export async function monitoring(
  context: Context,
  _words: readonly [],
  options: Options,
): Promise<ExitCode | undefined> {
  const unit = await context.open();
  const span = monthTyped(options.month as string | undefined, context.today);
  const forms = formsIn(context, unit, span ?? { from: EARLIEST, to: context.today });
  if (!isAnyTyped([FORMS_SENT], options)) {
    if (options.on !== undefined) throw new UsageError('--on goes with --sent-to.');
    const shown = span === null ? forms.filter((each) => each.sent === null) : forms;
    return present(context, formsShown(shown, context.today, span === null));
  }
  const on = dayDone(context, options.on as string | undefined);
  const left = forms.filter((each) => each.sent === null && each.form.on <= on);
  if (left.length === 0) {
    throw new UserError(
      'There is no monitoring form that was not sent to the managers yet. Nothing was saved.',
      'To see those of a month: irotool review monitoring --month 2026-03',
    );
  }
  const refs = new Set(left.map(({ child }) => child.ref));
  return inTurn(context, [...refs], (own, ref) => runSteps(sent(left), own, ref, options));
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
