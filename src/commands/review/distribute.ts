/**
 * `review distribute`: who is sent the record of a review, person by person. Code and no list of steps: whom it may be
 * sent to, and how much of it, is worked out for each of them from contact, addresses and what other children’s have.
 */

import {
  distributionList,
  distributionListAfter,
  leftOn,
  outWith,
  sendingFact,
} from '../../cases/distribution';
import { heldReview, recordedAlready, refuseMisdated, refuseOfAnother } from '../../cases/held-review';
import { childRead } from '../../cases/reckoned';
import type { Context } from '../../context';
import { dayOf } from '../../core/reviews/record';
import { longDate } from '../../core/time/dates';
import { dayDone } from '../../recording/days/day-done';
import { type DistributeOptions, refuseMixedSending, toAll, toOne } from '../../recording/distributing';
import { mayBeSent } from '../../recording/kept-from';
import { record } from '../../recording/saving';
import { distributionShown, leftWords, noGuardian, sendingWords } from '../../screens/distribution';
import { present, printRows, sayScreen } from '../../screens/show';

/** Runs `review distribute REF [WHO] [--all]`; without either, shows the list. */
export async function distribute(
  context: Context,
  [ref, who]: readonly [string, string | undefined],
  options: DistributeOptions,
): Promise<undefined> {
  refuseMixedSending(options, who);
  const { unit, child, facts, reckoning } = await childRead(context, ref);
  const isShown = who === undefined && !options.all;
  const on = dayDone(context, options.on);
  const review = heldReview(child, reckoning.story, options.review, isShown ? null : on);
  const list = distributionList(unit, child, review, facts, reckoning);
  if (isShown) {
    await present(context, distributionShown(context, child, review, list));
    if (list.lacksGuardian) sayScreen(context, [noGuardian(child)]);
    return undefined;
  }
  const sendings = options.all
    ? toAll(context, unit, child, review, list, options)
    : [await toOne(context, unit, child, review, list, who!, on, options)];
  if (!(await mayBeSent(context, unit, child, review, sendings, options.despiteNoContact === true))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  const sent = sendings.map((sending) => sendingFact(review, on, sending));
  for (const fact of sent) refuseMisdated(child, review, fact);
  const after = distributionListAfter(unit, child, review, facts, sent);
  const left = leftOn(after);
  const out = outWith(review, after, on);
  const added = [...sent, ...out];
  refuseOfAnother(context, unit, child, review, added);
  const notes = sendings.flatMap((sending, at) => [recordedAlready(review, sent[at]!), ...sending.notes]);
  if (dayOf(review.record, 'record-completed') === null && sendings.some(({ record }) => record !== 'none')) {
    notes.push('The full record is not recorded as completed.');
  }
  const saved = await record(context, unit, {
    child,
    facts: added,
    heading: `${review.label}: ${sendingWords(sendings)}, on ${longDate(on)}.`,
    notes: notes.filter((note) => note !== null),
    despite: true,
  });
  if (!saved) return undefined;
  const said = [`${sendingWords(sendings)}, on ${longDate(on)}: recorded.`];
  for (const each of out)
    said.push(`everyone has been dealt with: record sent out on ${longDate(each.on)}, recorded.`);
  if (left.length > 0) said.push(leftWords(left));
  printRows(
    context,
    said.map((line) => [review.label, line]),
    [{}, { wraps: true }],
    0,
  );
  return undefined;
}
