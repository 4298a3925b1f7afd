/** Monitoring forms, as `review monitoring` shows them: on the screen, or as JSON. */

import { formJson, formSentJson } from '../cases/review/after';
import type { Form } from '../cases/review/monitoring-forms';
import { MONITORING_FORM_COMPLETED } from '../core/events/after-review';
import type { IsoDate } from '../core/time/dates';
import { type Column, inRows } from '../ui/rows';
import { dayIn, refAndReview } from '../ui/words';
import { asWritten, joined, partsOf } from './review/row';
import type { Screen, Shown } from './show';

const COLUMNS: readonly Column[] = [{ whole: true }, {}, { wraps: true, min: 30 }, {}];

/** Those of a month; or those that are still to be sent to the managers, if `isUnsent`. */
export const formsShown = (forms: readonly Form[], today: IsoDate, isUnsent: boolean): Shown => ({
  json: () => ({ forms: forms.map(formOfReviewJson) }),
  screen: () => screen(forms, today, isUnsent),
});

function screen(forms: readonly Form[], today: IsoDate, isUnsent: boolean): Screen {
  if (forms.length === 0) {
    return [
      isUnsent
        ? 'Every monitoring form was sent to the managers.'
        : 'No monitoring form was completed in that month.',
    ];
  }
  const rows = forms.map(({ child, review, form, sent }) => [
    refAndReview(child.ref, review.number),
    dayIn(form.on, today),
    wordsOf(form),
    sent ? `sent ${dayIn(sent.on, today)}` : 'not sent',
  ]);
  const hasUnsent = forms.some(({ sent }) => sent === null);
  return {
    parts: [inRows(rows, COLUMNS)],
    said: hasUnsent ? ['Once they are sent: irotool review monitoring --sent-to NAME'] : [],
  };
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
