/**
 * `review distribute`: who is sent the record of a review, person by person. Code and no list of steps: whom it may be
 * sent to, and how much of it, is worked out for each of them from contact, addresses and what other children’s have.
 */

import {
  type DistributionList,
  distributionList,
  distributionListAfter,
  leftOn,
  outWith,
  refuseUnreasoned,
  type Sending,
  sendingFact,
} from '../../cases/distribution';
import { childNamed, filled } from '../../cases/find';
import {
  type Held,
  heldReview,
  recordedAlready,
  refuseMisdated,
  refuseOfAnother,
} from '../../cases/held-review';
import { whoNamed } from '../../cases/people/who';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import { isSentFull } from '../../core/reviews/distribution';
import { dayOf } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { choiceTyped } from '../../recording/choice-typed';
import { dayDone } from '../../recording/days/day-done';
import { lessForAnother, mayBeSent, refuseMoreThanOfAnother } from '../../recording/kept-from';
import { record } from '../../recording/saving';
import { distributionShown, leftWords, noGuardian, sendingWords } from '../../screens/distribution';
import { present, printRows, sayScreen } from '../../screens/show';
import type { Child } from '../../store/children';
import { askChoice, askText, requireFlags } from '../../ui/prompts';

export interface DistributeOptions {
  readonly review?: string;
  readonly on?: string;
  readonly record?: string;
  readonly why?: string;
  readonly tell?: string;
  readonly decidedBy?: string;
  readonly redacted?: string;
  readonly all?: true;
  readonly despiteNoContact?: true;
}

/** Runs `review distribute REF [WHO] [--all]`; without either, shows the list. */
export async function distribute(
  context: Context,
  [ref, who]: readonly [string, string | undefined],
  options: DistributeOptions,
): Promise<undefined> {
  refuseMixed(options, who);
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { facts, reckoning } = reckoned(context, unit, child);
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

function refuseMixed(options: DistributeOptions, who: string | undefined): void {
  const { all, record: what, why, tell, decidedBy, redacted } = options;
  if (all && who !== undefined) throw new UsageError('Name one person, or give --all: not both.');
  if (all && [what, why, tell, decidedBy].some((each) => each !== undefined)) {
    throw new UsageError('--all is the full record for each who attended; --redacted alone may go with it.');
  }
  if (
    !all &&
    who === undefined &&
    [what, why, tell, decidedBy, redacted].some((each) => each !== undefined)
  ) {
    throw new UsageError('Say who is sent it:', 'irotool review distribute REF WHO --record full');
  }
}

/** `--all`: everyone who attended and has not been sent it, but nobody who needs a decision. */
function toAll(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  list: DistributionList,
  options: DistributeOptions,
): Sending[] {
  const redacted = filled(options.redacted, '--redacted');
  const left = leftOn(list);
  const to = left.filter(
    (each) =>
      isSentFull(each, redacted !== undefined) &&
      lessForAnother(context, unit, child, review, each.ref) === undefined,
  );
  if (to.length > 0) return to.map((each) => ({ to: each, record: 'full', redacted, notes: [] }));
  if (left.length === 0) {
    throw new UserError(
      `${review.label}: everyone on the list has been dealt with.`,
      `To see what they were sent: irotool review distribute ${review.again}`,
    );
  }
  throw new UserError(
    `${review.label}: nobody is left who attended and needs no decision. ${leftWords(left)} Nothing was saved.`,
    `One by one: irotool review distribute ${review.again} ${left[0]!.ref} --record full|part|none`,
  );
}

/** What one person is sent; asked for where it was not typed. */
async function toOne(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  list: DistributionList,
  who: string,
  on: IsoDate,
  options: DistributeOptions,
): Promise<Sending> {
  const wanted = who.trim().toLowerCase();
  const onList =
    list.recipients.find((each) => each.ref === wanted) ??
    list.recipients.find(({ name }) => isSameName(name, who));
  const to = onList ?? whoNamed(context, unit, child, who, on);
  requireFlags(context, options.record === undefined ? ['--record'] : []);
  const what =
    choiceTyped('record-sent', 'record', '--record', options.record) ??
    (await askChoice(context, `What is ${to.called} sent?`, RECORDS));
  const redacted = filled(options.redacted, '--redacted');
  const typed = { why: filled(options.why, '--why'), decidedBy: filled(options.decidedBy, '--decided-by') };
  if (what === 'none' && redacted !== undefined) throw new UsageError('--redacted goes with full or part.');
  const { why, decidedBy } = what === 'full' ? typed : await reasons(context, typed);
  const notes = onList ? [] : [`${to.called} is not on the list of this review.`];
  if (onList) {
    if (what === 'full') refuseUnreasoned(review, onList, why, redacted);
    refuseMoreThanOfAnother(context, unit, child, review, onList, what);
    if (onList.addressOut && what !== 'none' && redacted === undefined) {
      notes.push(
        `${to.called} may not know the placement: take the address out, and say so with --redacted.`,
      );
    }
  }
  const tell = filled(options.tell, '--tell');
  return { to, record: what, why, tell, decidedBy, redacted, notes };
}

const RECORDS = [
  { name: 'the full record', value: 'full' },
  { name: 'part of it', value: 'part' },
  { name: 'none', value: 'none' },
];

/** Part of the record, or none, needs the reason and who decided. */
async function reasons(
  context: Context,
  { why, decidedBy }: { readonly why: string | undefined; readonly decidedBy: string | undefined },
): Promise<{ why: string; decidedBy: string }> {
  requireFlags(context, [
    ...(why === undefined ? ['--why'] : []),
    ...(decidedBy === undefined ? ['--decided-by'] : []),
  ]);
  return {
    why: why ?? (await askText(context, { message: 'Why not the full record?' })),
    decidedBy:
      decidedBy ?? (await askText(context, { message: 'Who decided? (the social worker and the IRO)' })),
  };
}
