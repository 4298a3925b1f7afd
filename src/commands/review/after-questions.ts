/** The steps after a review that are not recorded, asked one by one on a terminal. */

import type { Held } from '../../cases/held-review';
import { everyoneIn } from '../../cases/who';
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { listOf } from '../../core/events/lists';
import { dayOf } from '../../core/reviews/record';
import { plainDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { askChoice, askText } from '../../ui/prompts';
import { askDayOf } from '../ask-day';
import { stepsSeen } from './after-screen';
import type { AfterOptions } from './after-typed';
import { choicesOf } from './choice-typed';

/** What is typed for each step, as for its flag: a day, or Enter for not yet. */
export async function askSteps(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  duties: readonly Duty[],
  options: AfterOptions,
): Promise<AfterOptions> {
  const open = new Set(
    stepsSeen(context, unit, review, duties).flatMap(({ step, doneOn }) => (doneOn === null ? [step] : [])),
  );
  const asked: Record<string, string> = {};
  const put = (name: keyof AfterOptions, answer: string | undefined): void => {
    if (answer) asked[name] = answer;
  };
  const day = (message: string, optional = true): Promise<string | undefined> =>
    askDayOf(context, {
      message: optional ? `${message} on (Enter for not yet)` : message,
      lies: 'past',
      optional,
      check: (on) => on >= review.on || `The review was held on ${plainDate(review.on)}.`,
    });
  const text = (message: string): Promise<string> => askText(context, { message, optional: true });
  const list = (message: string, words: readonly string[]): Promise<string> =>
    askText(context, { message, optional: true, check: (typed) => checkList(typed, words) });

  if (open.has('decisions-sent')) put('decisionsSent', await day('Decisions sent'));
  if (open.has('decisions-received')) put('received', await day('Received by the manager'));
  if (open.has('manager-responded')) {
    put('response', await askChoice(context, 'The manager’s answer', ANSWERS, ''));
    if (asked.response !== undefined) {
      if (asked.response === 'disagreed') {
        put('about', await askText(context, { message: 'What does the manager disagree with?' }));
      }
      put('responded', (await day('Answered on', false))!);
      put('manager', await text('Who answered? (optional)'));
    }
  }
  if (open.has('disagreement-resolved')) {
    put('resolved', await text('How was the disagreement resolved? (Enter for not yet)'));
  }
  if (open.has('care-plan-updated')) {
    put('carePlanUpdated', await day('Care plan updated'));
    if (asked.carePlanUpdated !== undefined) {
      const plans = choicesOf('care-plan-updated', 'plans');
      put('plans', await list(`Other plans updated: ${plans.join(', ')} (optional)`, plans));
    }
  }
  const isUpdated = asked.carePlanUpdated !== undefined || dayOf(review.record, 'care-plan-updated') !== null;
  if (open.has('plans-copied') && isUpdated) {
    const refs = everyoneIn(unit, child, context.today).map(({ ref }) => ref);
    put(
      'copied',
      await list(`Who was given copies of them: ${refs.join(', ')} (Enter for nobody yet)`, refs),
    );
  }
  if (open.has('record-completed')) put('recordCompleted', await day('Full record completed'));
  if (open.has('third-review-endorsed')) {
    put('endorsedBy', await text('Who endorsed why there is no permanence yet? (Enter for not yet)'));
  }
  return { ...options, ...asked };
}

const ANSWERS = [
  { name: 'None yet', value: '' },
  { name: 'Agreed', value: 'agreed' },
  { name: 'Disagreed', value: 'disagreed' },
];

function checkList(text: string, words: readonly string[]): string | true {
  const wrong = listOf(text.toLowerCase()).some((word) => !words.includes(word));
  return wrong ? `With commas between: ${words.join(', ')}.` : true;
}
