/** Who is sent the record of a review, with names. */
import type { Unit } from '../context';
import { proceedingsIn } from '../core/children/proceedings';
import { upTo, withNew } from '../core/engine/chronology';
import { RECORD_DISTRIBUTED } from '../core/events/after-review';
import { type Fact, given } from '../core/events/fact';
import { barsSince } from '../core/privacy/bars';
import { type Distributed, distributionOf, type Known } from '../core/reviews/distribution';
import { lastOf, plansOf } from '../core/reviews/record';
import { CARING } from '../core/reviews/who-should-come';
import type { IsoDate } from '../core/time/dates';
import { UserError } from '../errors';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import type { StoredFact } from '../store/chronology';
import { type ChildPerson, everyoneOf } from '../store/people/child-people';
import { personById } from '../store/people/people';
import { type Held, heldReview, stepAfter } from './held-review';
import { wordsFor } from './people/someone';
import { calledOf, everyoneIn, type Who } from './people/who';

/** Someone on the list, as they are called and by name, and what became of their copy. */
export interface RecordRecipient extends Distributed {
  readonly called: string;
  readonly name: string | null;
  /** What they were sent: `full`, `part` or `none`; null if nothing is decided. */
  readonly record: string | null;
  readonly on: IsoDate | null;
  readonly why: string | null;
  /** Why, in words for them. */
  readonly tell: string | null;
  readonly decidedBy: string | null;
  readonly redacted: string | null;
}

export interface DistributionList {
  readonly recipients: readonly RecordRecipient[];
  /** Court proceedings run, and no children's guardian is recorded. */
  readonly lacksGuardian: boolean;
}

/** The list as it will be once these have been sent theirs. */
export function distributionListAfter(
  unit: Unit,
  child: Child,
  review: Held,
  facts: readonly StoredFact[],
  sent: readonly Fact[],
): DistributionList {
  const added = withNew(facts, sent).map((fact) => ({ ...fact, id: fact.id! }));
  const reckoning = reckon(added, child.born, unit.engine);
  const number = review.number === null ? undefined : String(review.number);
  return distributionList(
    unit,
    child,
    heldReview(child, reckoning.story, number, review.on),
    added,
    reckoning,
  );
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
      why: each.sent?.why ?? null,
      tell: each.sent?.tell ?? null,
      decidedBy: inTheirWords(everyone, each.sent?.decidedBy ?? null),
      redacted: each.sent?.redacted ?? null,
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
export const leftOn = ({ recipients }: DistributionList): readonly RecordRecipient[] =>
  recipients.filter(({ sent }) => sent === null);

/** With the last copy the record is out, on the day of that: a fact, unless it is recorded or some are left. */
export function outWith(review: Held, list: DistributionList, on: IsoDate): Fact[] {
  if (leftOn(list).length > 0 || lastOf(review.record, RECORD_DISTRIBUTED.kind)) return [];
  const last = list.recipients.reduce((day, { sent }) => (sent && sent.on > day ? sent.on : day), on);
  return [stepAfter(review, last, RECORD_DISTRIBUTED.kind)];
}

/** One person’s copy as data. */
export function copyOf({ sent: _sent, ...copy }: RecordRecipient) {
  const { ref, called, name, part, attended, proposal, addressOut, ...sent } = copy;
  return { ref, called, name, part, attended, proposal, addressOut, ...sent };
}

/** What someone is sent. */
export interface RecordSending {
  readonly to: Pick<RecordRecipient, 'ref' | 'called'>;
  readonly record: string;
  readonly why?: string | undefined;
  readonly tell?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly redacted?: string | undefined;
  readonly notes: readonly string[];
}

/** The full record is not sent without a reason where a decision is needed, or an address would be told. */
export function refuseUnreasoned(
  { label }: Held,
  to: RecordRecipient,
  why: string | undefined,
  redacted: string | undefined,
): void {
  if (why !== undefined) return;
  if (to.proposal === 'decide') {
    throw new UserError(
      `${label}: whether ${to.called} is sent the full record is for the social worker and the IRO to decide (IRO Handbook, paras 3.67 to 3.69). Nothing was saved.`,
      'Give their reason with --why, and --decided-by.',
    );
  }
  if (to.addressOut && redacted === undefined) {
    throw new UserError(
      `${label}: the placement is confidential and ${to.called} may not know it. Nothing was saved.`,
      'Say what was taken out with --redacted, or why nothing was with --why.',
    );
  }
}

/** The same as a fact of the review. */
export function sendingFact(review: Held, on: IsoDate, sending: RecordSending): Fact {
  const { why, tell, decidedBy, redacted } = sending;
  return stepAfter(review, on, 'record-sent', {
    ref: sending.to.ref,
    record: sending.record,
    ...given({ why, tell, 'decided-by': decidedBy, redacted }),
  });
}
