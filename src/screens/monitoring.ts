/** Monitoring forms, as `review monitoring` shows them: on the screen, or as JSON. */
import type { Context } from '../context';
import type { Moment } from '../core/engine/moment';
import type { HeldReview } from '../core/reviews/after';
import { said } from '../core/reviews/record';
import type { Child } from '../store/children';
import { type Column, rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { dayIn, refAndReview } from '../ui/words';

/** A form with its review, and when it was sent to the managers. */
export interface Form {
  readonly child: Child;
  readonly review: HeldReview;
  readonly form: Moment;
  readonly sent: Moment | undefined;
}

const COLUMNS: readonly Column[] = [{ whole: true }, {}, { wraps: true, min: 30 }, {}];

/** Prints them; true if the managers are still to be sent one. */
export function printForms(context: Context, forms: readonly Form[], isUnsent: boolean): boolean {
  if (context.flags.json) {
    context.json({ schema: 1, forms: forms.map(asJson) });
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
  context.print(rowLines(rows, COLUMNS, screenWidth(context.io, context.flags)).join('\n'));
  return forms.some(({ sent }) => sent === undefined);
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
