/** Monitoring forms, as `review monitoring` shows them: on the screen, or as JSON. */

import { formJson, formSentJson } from '../cases/review/after';
import type { Form } from '../cases/review/monitoring-forms';
import type { Context } from '../context';
import { MONITORING_FORM_COMPLETED } from '../core/events/after-review';
import type { Column } from '../ui/rows';
import { dayIn, refAndReview } from '../ui/words';
import { asWritten, joined, partsOf } from './review/row';
import { printRows } from './show';

const COLUMNS: readonly Column[] = [{ whole: true }, {}, { wraps: true, min: 30 }, {}];

/** Prints them; true if the managers are still to be sent one. */
export function printForms(context: Context, forms: readonly Form[], isUnsent: boolean): boolean {
  if (context.flags.json) {
    context.json({ schema: 1, forms: forms.map(formOfReviewJson) });
    return false;
  }
  if (forms.length === 0) {
    context.print(
      isUnsent
        ? 'Every monitoring form was sent to the managers.'
        : 'No monitoring form was completed in that month.',
    );
    return false;
  }
  const rows = forms.map(({ child, review, form, sent }) => [
    refAndReview(child.ref, review.number),
    dayIn(form.on, context.today),
    wordsOf(form),
    sent ? `sent ${dayIn(sent.on, context.today)}` : 'not sent',
  ]);
  printRows(context, rows, COLUMNS);
  return forms.some(({ sent }) => sent === null);
}

function wordsOf(form: Form['form']): string {
  const parts = partsOf(MONITORING_FORM_COMPLETED, form, {
    goodPractice: (what) => `good practice: ${what}`,
    drift: (isDrift) => (isDrift ? `drift or delay${form.driftAbout ? ` (${form.driftAbout})` : ''}` : null),
    driftAbout: null,
    planQuality: (quality) => `plan ${quality}`,
    note: asWritten,
  });
  return joined(...parts);
}

const formOfReviewJson = ({ child, review, form, sent }: Form): object => ({
  child: { ref: child.ref, name: child.name },
  review: review.number,
  heldOn: review.on,
  ...formJson(form),
  ...formSentJson(sent),
});
