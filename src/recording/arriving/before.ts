/** A child who is already in care when the unit begins to keep their record: the last review, as far as it is known. */

import type { Before } from '../../cases/arrival';
import type { Context } from '../../context';
import { isCodeForAge } from '../../core/checks/admissible';
import { PARTICIPATION_CODES } from '../../core/events/codes';
import { addMonths, type IsoDate, longDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { participationChoices } from '../../recording/code-typed';
import { numberTyped } from '../../recording/number-typed';
import { wrongWith } from '../../recording/wrong-with';
import { askChoice, askText, canAsk } from '../../ui/prompts';
import { askDayOf } from '../days/ask-day';

/** What is known of the child by now. */
interface Known {
  readonly born: IsoDate;
  readonly lookedAfter: IsoDate;
}

interface Typed {
  readonly lastReview?: string;
  readonly number?: string;
  readonly code?: string;
  readonly alreadyInCare?: true;
}

/**
 * What is known of the time before; undefined of a child whose reviews begin now. Of a day so long past that the first
 * review should have been held, it is asked.
 */
export async function beforeOf(context: Context, typed: Typed, child: Known): Promise<Before | undefined> {
  const { lookedAfter } = child;
  const { lastReview, number, code, alreadyInCare } = typed;
  if (lastReview === undefined) {
    const loose = number !== undefined ? '--number' : code === undefined ? null : '--code';
    if (loose !== null) throw new UsageError(`${loose} is of the last review: --last-review DATE.`);
    if (alreadyInCare) return { last: null };
    return canAsk(context) && isLongPast(context, lookedAfter) ? asked(context, child) : undefined;
  }
  if (alreadyInCare) {
    throw new UsageError(
      '--already-in-care is if the last review is not known: leave it out, or --last-review.',
    );
  }
  if (number === undefined) throw new UsageError('--last-review needs its number: --number 5.');
  return {
    last: {
      on: context.date(lastReview, '--last-review', 'past'),
      number: numberTyped(number, '--number', 0),
      code: code === undefined ? undefined : oneOfTyped(PARTICIPATION_CODES, '--code', code.toUpperCase()),
    },
  };
}

const isLongPast = ({ today }: Context, lookedAfter: IsoDate): boolean => addMonths(lookedAfter, 1) < today;

/** How it is typed, of a child of whom it could not be asked. */
export const beforeNotes = (context: Context, lookedAfter: IsoDate, before: Before | undefined): string[] =>
  before !== undefined || canAsk(context) || !isLongPast(context, lookedAfter)
    ? []
    : [
        'if the child was already in care, and reviewed elsewhere: --last-review DATE --number N; if that is not known: --already-in-care.',
      ];

async function asked(context: Context, { born, lookedAfter }: Known): Promise<Before | undefined> {
  context.talk.total++;
  const isIn = await askChoice(context, 'Is this child already in care, with reviews held before now?', [
    { name: 'no: their reviews begin here', value: false },
    { name: 'yes, already in care', value: true },
  ]);
  if (!isIn) return undefined;
  context.talk.total++;
  const on = await askDayOf(context, {
    message: 'The last review was held on (Enter if it is not known)',
    lies: 'past',
    optional: true,
    check: (day) => day > lookedAfter || `The child became looked after on ${longDate(lookedAfter)}.`,
  });
  if (on === undefined) return { last: null };
  context.talk.total += 2;
  const number = await askText(context, {
    message: 'Which number did it have?',
    check: (text) => wrongWith(() => numberTyped(text, '--number', 0)),
  });
  const none = { name: 'Not known', value: '' };
  const codes = participationChoices(PARTICIPATION_CODES.filter((code) => isCodeForAge(code, born, on)));
  const code = await askChoice(context, 'How did the child take part in it?', [none, ...codes], '');
  return { last: { on, number: Number(number), code: code || undefined } };
}
