/** Whom `review distribute` sends the record to, how much of it, and why no more. */
import { type DistributionList, leftOn, type RecordSending, refuseUnreasoned } from '../cases/distribution';
import { filled } from '../cases/find';
import type { Held } from '../cases/held-review';
import { whoNamed } from '../cases/people/who';
import type { Context, Unit } from '../context';
import { isSameName } from '../core/names/likeness';
import { isSentFull } from '../core/reviews/distribution';
import type { IsoDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { leftWords } from '../screens/distribution';
import type { Child } from '../store/children';
import { askChoice, askText, requireFlags } from '../ui/prompts';
import { choiceTyped } from './choice-typed';
import { lessForAnother, refuseMoreThanOfAnother } from './kept-from';

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

export function refuseMixedSending(options: DistributeOptions, who: string | undefined): void {
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
export function toAll(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  list: DistributionList,
  options: DistributeOptions,
): RecordSending[] {
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
export async function toOne(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  list: DistributionList,
  who: string,
  on: IsoDate,
  options: DistributeOptions,
): Promise<RecordSending> {
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
