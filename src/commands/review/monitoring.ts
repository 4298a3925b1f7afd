/** `review monitoring`: the monitoring forms of a month, or those not sent to the managers yet. */

import { filled } from '../../cases/find';
import { stepAfter } from '../../cases/held-review';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import type { Moment } from '../../core/engine/moment';
import { type HeldReview, heldReviews } from '../../core/reviews/after';
import { lastOf, said } from '../../core/reviews/record';
import { addDays, addMonths, type IsoDate, isIsoDate, isoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { type Child, childById } from '../../store/children';
import { childrenWithForms } from '../../store/monitoring-events';
import { type Column, rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count, dayIn, refAndReview } from '../../ui/words';
import { dayDone } from '../day-done';
import { recordAll, sayLines } from '../saving';

interface MonitoringOptions {
  readonly month?: string;
  readonly sentTo?: string;
  readonly on?: string;
}

/** A form with its review, and when it was sent to the managers. */
interface Form {
  readonly child: Child;
  readonly review: HeldReview;
  readonly form: Moment;
  readonly sent: Moment | undefined;
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
    const shown = span === null ? forms.filter(({ sent }) => sent === undefined) : forms;
    show(context, shown, span === null);
    return undefined;
  }
  const on = dayDone(context, options.on);
  const left = forms.filter(({ sent, form }) => sent === undefined && form.on <= on);
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
      const form = lastOf(review.record, 'monitoring-form-completed');
      if (!form || form.on < from || form.on > to) return [];
      return [{ child, review, form, sent: lastOf(review.record, 'monitoring-sent') }];
    });
  });
}

const COLUMNS: readonly Column[] = [{ whole: true }, {}, { wraps: true, min: 30 }, {}];

function show(context: Context, forms: readonly Form[], isUnsent: boolean): void {
  if (context.flags.json) {
    context.json({ schema: 1, forms: forms.map(asJson) });
    return;
  }
  if (forms.length === 0) {
    context.print(
      isUnsent
        ? 'Every monitoring form was sent to the managers.'
        : 'No monitoring form was completed in that month.',
    );
    return;
  }
  const rows = forms.map(({ child, review, form, sent }) => [
    refAndReview(child.ref, review.number),
    dayIn(form.on, context.today),
    wordsOf(form),
    sent ? `sent ${dayIn(sent.on, context.today)}` : 'not sent',
  ]);
  context.print(rowLines(rows, COLUMNS, screenWidth(context.io, context.flags)).join('\n'));
  if (forms.some(({ sent }) => sent === undefined)) {
    sayLines(context, ['Once they are sent: irotool review monitoring --sent-to NAME']);
  }
}

function wordsOf(form: Moment): string {
  const parts = [
    said(form, 'drift') === 'yes' ? `drift or delay${inWords(said(form, 'drift-about'))}` : null,
    said(form, 'plan-quality') && `plan ${said(form, 'plan-quality')}`,
    said(form, 'papers') && `papers ${said(form, 'papers')!.replaceAll('-', ' ')}`,
    said(form, 'participation') && `participation ${said(form, 'participation')}`,
    said(form, 'good-practice') && `good practice: ${said(form, 'good-practice')}`,
    said(form, 'note'),
  ];
  return parts.filter(Boolean).join('; ');
}

const inWords = (text: string | null): string => (text === null ? '' : ` (${text})`);

function asJson({ child, review, form, sent }: Form): object {
  const { attributes } = form.fact;
  return {
    child: { ref: child.ref, name: child.name },
    review: review.number,
    heldOn: review.on,
    on: form.on,
    goodPractice: attributes['good-practice'] ?? null,
    drift: attributes.drift ?? null,
    driftAbout: attributes['drift-about'] ?? null,
    planQuality: attributes['plan-quality'] ?? null,
    papers: attributes.papers ?? null,
    participation: attributes.participation ?? null,
    note: attributes.note ?? null,
    sentOn: sent?.on ?? null,
    sentTo: said(sent, 'to'),
  };
}
