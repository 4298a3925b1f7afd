/** The distribution list of a review's record, with names, and how it is shown. */
import type { Context, Unit } from '../../context';
import { proceedingsIn } from '../../core/children/proceedings';
import { barsSince } from '../../core/privacy/bars';
import { type Attended, type Distributed, distributionOf, type Known } from '../../core/reviews/distribution';
import { dayOf, plansOf, said } from '../../core/reviews/record';
import { CARING } from '../../core/reviews/who-should-come';
import { type IsoDate, longDate } from '../../core/time/dates';
import { type ChildPerson, everyoneOf } from '../../store/child-people';
import type { Child } from '../../store/children';
import type { StoredFact } from '../../store/chronology';
import { personById } from '../../store/people';
import { type Reckoning, reckon } from '../../store/reckoning';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn, listed, wrap } from '../../ui/words';
import { upTo } from '../saving';
import { wordsFor } from '../someone';
import { calledOf, everyoneIn, type Who } from '../who';
import type { Held } from './held-review';

/** Someone on the list, as they are called and by name, and what became of their copy. */
export interface Recipient extends Distributed {
  readonly called: string;
  readonly name: string | null;
  /** What they were sent: `full`, `part` or `none`; null where nothing is decided. */
  readonly record: string | null;
  readonly on: IsoDate | null;
  readonly why: string | null;
  /** Why, in words for them. */
  readonly tell: string | null;
  readonly decidedBy: string | null;
  readonly redacted: string | null;
}

export interface DistributionList {
  readonly recipients: readonly Recipient[];
  /** Court proceedings run, and no children's guardian is recorded. */
  readonly lacksGuardian: boolean;
}

/** The list of a review that was held: who is on it, what is proposed, what was sent. */
export function distributionList(
  unit: Unit,
  child: Child,
  review: Held,
  facts: readonly StoredFact[],
  { story }: Reckoning,
): DistributionList {
  const then = upTo(facts, review.on);
  const { iroId } = reckon(then, child.born, unit.engine).standing;
  const chair = review.sitting.chair ?? plansOf(review.record).at(-1)?.chair ?? null;
  const ever = everyoneOf(unit.db, child.id);
  const people = ever.filter((person) => isOneOn(person, review.on));
  const guardians = people.filter(({ role }) => role === 'guardian');
  const inProceedings = proceedingsIn(then) !== null;
  const besides = {
    unlisted: [
      'child',
      ...people
        .filter(({ hasResponsibility, role }) => hasResponsibility || CARING.includes(role))
        .map(tagOf),
      'social-worker',
    ],
    responsible: people.filter(({ hasResponsibility }) => hasResponsibility).map(tagOf),
    always: [
      ...(inProceedings ? guardians.map(tagOf) : []),
      ...(chair !== null && iroId !== null && chair !== iroId ? ['iro'] : []),
    ],
  };
  const bars = new Set(barsSince(facts, review.on).map(({ ref }) => ref));
  const byTag = new Map(ever.map((person) => [tagOf(person), person]));
  const names = new Map<string, string | null>([
    ['child', child.name],
    ['iro', iroId === null ? null : (personById(unit.db, iroId)?.name ?? null)],
    ['social-worker', child.socialWorker],
  ]);
  const everyone = everyoneIn(unit, child, review.on);
  return {
    recipients: distributionOf(review, story, besides, (ref) => known(byTag.get(ref), bars)).map((each) => ({
      ...each,
      called: byTag.get(each.ref)?.relationship ?? calledOf(everyone, each.ref),
      name: byTag.get(each.ref)?.name ?? names.get(each.ref) ?? null,
      record: each.sent?.record ?? null,
      on: each.sent?.on ?? null,
      why: said(each.sent?.moment, 'why'),
      tell: said(each.sent?.moment, 'tell'),
      decidedBy: inTheirWords(everyone, said(each.sent?.moment, 'decided-by')),
      redacted: said(each.sent?.moment, 'redacted'),
    })),
    lacksGuardian: inProceedings && guardians.length === 0,
  };
}

const inTheirWords = (everyone: readonly Who[], text: string | null): string | null =>
  text === null ? null : wordsFor(everyone, text);

const tagOf = ({ tag }: ChildPerson): string => tag.toLowerCase();

const isOneOn = ({ from, until }: ChildPerson, on: IsoDate): boolean =>
  (from === null || from <= on) && (until === null || until > on);

/** Child, IRO and social worker, and those the child lives with, know where that is. */
function known(person: ChildPerson | undefined, bars: ReadonlySet<string>): Known {
  if (!person) return { isParent: false, contact: null, isBarred: false, mayKnowPlacement: true };
  return {
    isParent: person.role === 'parent' || person.hasResponsibility,
    contact: person.contact,
    isBarred: bars.has(tagOf(person)),
    mayKnowPlacement: person.knowsPlacement || CARING.includes(person.role),
  };
}

/** Those who have not been dealt with. */
export const leftOn = ({ recipients }: DistributionList): readonly Recipient[] =>
  recipients.filter(({ sent }) => sent === null);

/** Shows the list, as lines or as JSON. */
export function showList(context: Context, child: Child, review: Held, list: DistributionList): void {
  const left = leftOn(list);
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref: child.ref, name: child.name },
      review: review.number,
      heldOn: review.on,
      distribution: list.recipients.map((each) => {
        const { ref, called: _called, ...copy } = copyOf(each);
        return { who: ref, ...copy };
      }),
      left: left.map(({ ref }) => ref),
    });
    return;
  }
  const width = screenWidth(context.io, context.flags);
  const rows = list.recipients.map((each) => [
    each.name === null ? each.called : `${each.called} (${each.name})`,
    partWords(each),
    sentWords(context, each),
  ]);
  context.print(
    [
      ...wrap(`${review.label}  held ${longDate(review.on)}: who is sent the record`, width),
      ...rowLines(rows, [{}, {}, { wraps: true, min: 26 }], width),
      ...(left.some(({ proposal }) => proposal === 'decide') ? ['', ...wrap(WHO_DECIDES, width)] : []),
      ...outWords(review, left).flatMap((words) => ['', ...wrap(words, width)]),
    ].join('\n'),
  );
}

const WHO_DECIDES =
  'For a parent who did not attend, attended in part, or has supervised contact, and for anyone with no contact or kept away by a court order, the social worker and the IRO decide what they are sent (IRO Handbook, paras 3.67 to 3.69).';

function outWords({ record }: Held, left: readonly Recipient[]): string[] {
  const on = dayOf(record, 'record-distributed');
  if (on !== null) return [`The record is recorded as sent out on ${longDate(on)}.`];
  return left.length === 0 ? [] : [leftWords(left)];
}

/** `Left: the mother and the teacher.` */
export const leftWords = (left: readonly Recipient[]): string =>
  `Left: ${listed(left.map(({ called }) => called))}.`;

const PART: Readonly<Record<string, string>> = { distribution: 'on distribution' };
const CAME: Readonly<Record<NonNullable<Attended>, string>> = {
  yes: 'attended',
  part: 'attended in part',
  no: 'did not attend',
};

function partWords({ part, attended }: Recipient): string {
  const words = [part === null ? null : (PART[part] ?? part), attended === null ? null : CAME[attended]];
  // Those on distribution only were not to come.
  if (part === 'distribution' && attended === 'no') words.pop();
  return words.filter((each) => each !== null).join(', ');
}

function sentWords(context: Context, recipient: Recipient): string {
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

/** One person's copy as data. */
export function copyOf({ sent: _sent, ...copy }: Recipient) {
  const { ref, called, name, part, attended, proposal, addressOut, ...sent } = copy;
  return { ref, called, name, part, attended, proposal, addressOut, ...sent };
}
