/** The distribution list of a review's record, with names, and how it is shown. */
import { copyOf, type DistributionList, leftOn, type RecordRecipient } from '../cases/distribution';
import type { Held } from '../cases/held-review';
import type { Context } from '../context';
import type { Attended } from '../core/reviews/distribution';
import { dayOf } from '../core/reviews/record';
import { longDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { inRows } from '../ui/rows';
import { dayIn, listed } from '../ui/words';
import type { Shown } from './show';

/** The list, and how to record the first who is left on it. */
export function distributionShown(
  context: Context,
  child: Child,
  review: Held,
  list: DistributionList,
): Shown {
  const left = leftOn(list);
  const json = (): object => ({
    child: { ref: child.ref, name: child.name },
    review: review.number,
    heldOn: review.on,
    distribution: list.recipients.map((each) => {
      const { ref, called: _called, ...copy } = copyOf(each);
      return { who: ref, ...copy };
    }),
    left: left.map(({ ref }) => ref),
  });
  const rows = list.recipients.map((each) => [
    each.name === null ? each.called : `${each.called} (${each.name})`,
    partWords(each),
    sentWords(context, each),
  ]);
  const parts = [
    `${review.label}  held ${longDate(review.on)}: who is sent the record`,
    inRows(rows, [{}, {}, { wraps: true, min: 26 }]),
    ...(left.some(({ proposal }) => proposal === 'decide') ? ['', WHO_DECIDES] : []),
    ...outWords(review, left).flatMap((words) => ['', words]),
  ];
  const [first] = left;
  const said = first
    ? [`To record one: irotool review distribute ${review.again} ${first.ref} ${flagsFor(first)}`]
    : [];
  return { json, screen: () => ({ parts, said }) };
}

const WHO_DECIDES =
  'For a parent who did not attend, attended in part, or has supervised contact, and for anyone with no contact or kept away by a court order, the social worker and the IRO decide what they are sent (IRO Handbook, paras 3.67 to 3.69).';
function outWords({ record }: Held, left: readonly RecordRecipient[]): string[] {
  const on = dayOf(record, 'record-distributed');
  if (on !== null) return [`The record is recorded as sent out on ${longDate(on)}.`];
  return left.length === 0 ? [] : [leftWords(left)];
}

/** `Left: the mother and the teacher.` */
export const leftWords = (left: readonly RecordRecipient[]): string =>
  `Left: ${listed(left.map(({ called }) => called))}.`;
const PART: Readonly<Record<string, string>> = { distribution: 'on distribution' };
const CAME: Readonly<Record<NonNullable<Attended>, string>> = {
  yes: 'attended',
  part: 'attended in part',
  no: 'did not attend',
};

function partWords({ part, attended }: RecordRecipient): string {
  const words = [part === null ? null : (PART[part] ?? part), attended === null ? null : CAME[attended]];
  // Those on distribution only were not to come.
  if (part === 'distribution' && attended === 'no') words.pop();
  return words.filter((each) => each !== null).join(', ');
}

function sentWords(context: Context, recipient: RecordRecipient): string {
  const { record, on, why, decidedBy, redacted, proposal, addressOut } = recipient;
  if (record === null) {
    const proposed = { full: '; full', decide: '; social worker and IRO decide' };
    const out = addressOut ? '. May not know the placement: take the address out.' : '';
    return `not sent yet${proposal === null ? '' : proposed[proposal]}${out}`;
  }
  const reasons = [why, inWords('decided by', decidedBy), inWords('taken out:', redacted)].filter(
    (reason) => reason !== null,
  );
  const what = `${record}, ${dayIn(on!, context.today)}`;
  return reasons.length === 0 ? what : `${what}: ${reasons.join('; ')}`;
}

const inWords = (before: string, text: string | null): string | null =>
  text === null ? null : `${before} ${text}`;

/** What to type for someone, by what is proposed for them. */
function flagsFor({ proposal, addressOut }: RecordRecipient): string {
  if (proposal === 'decide') return '--record part --why "…" --decided-by "…"';
  return addressOut ? '--record full --redacted "…"' : '--record full';
}

export const noGuardian = (child: Child): string =>
  `Court proceedings run and no children’s guardian is recorded: irotool child link ${child.ref} NAME --role guardian`;

/** What is sent of a record, in words. */
export const RECORD_WORDS: Readonly<Record<string, string>> = {
  full: 'the full record',
  part: 'part of the record',
  none: 'no record',
};

interface Sending {
  readonly to: Pick<RecordRecipient, 'called'>;
  readonly record: string;
}

// All that are recorded at once are sent the same.
export const sendingWords = (sendings: readonly Sending[]): string =>
  `${RECORD_WORDS[sendings[0]!.record]} for ${listed(sendings.map(({ to }) => to.called))}`;
