/**
 * Who is to be sent the record of a review, person by person: who is on its list, whether they
 * attended, what is proposed for them, and what was sent. Pure.
 */

import type { Story } from '../engine/moment';
import { INVITATIONS_SENT } from '../events/before-review';
import { PLACEMENT_STARTED } from '../events/care';
import { REVIEW_ADJOURNED } from '../events/reviews';
import type { IsoDate } from '../time/dates';
import type { HeldReview } from './after';
import { listOfReview, notInvitedTo, type Sent, sentAfter, takenIn } from './record';

/** What is known of someone whom events call by a tag. */
export interface Known {
  /** A parent, or someone else with parental responsibility. */
  readonly isParent: boolean;
  /** `ordinary`, `supervised`, `none`; null if it is not recorded. */
  readonly contact: string | null;
  /** An order of a court keeps them from the child. */
  readonly isBarred: boolean;
  readonly mayKnowPlacement: boolean;
}

/** Who belongs on the distribution list beside those listed for the review and those who attended. */
export interface Besides {
  /** If nobody was listed for the review: parents, carers, social worker, child. */
  readonly unlisted: readonly string[];
  /** Those with parental responsibility: whether listed or not, it is decided what they are sent. */
  readonly responsible: readonly string[];
  /** Always to have it: the allocated IRO if a substitute chaired, the guardian in proceedings. */
  readonly always: readonly string[];
}

/** `part`: for some of the meeting, or at one sitting of two. Null if it is not recorded. */
export type Attended = 'yes' | 'part' | 'no' | null;

/** Someone on the distribution list. */
export interface Distributed {
  readonly ref: string;
  /** Their part in the review: `invited`, `consulted`, `distribution`; null if they were not listed. */
  readonly part: string | null;
  readonly attended: Attended;
  /** `decide`: the social worker and the IRO decide. Null if they did not attend and may be sent any. */
  readonly proposal: 'full' | 'decide' | null;
  /** The placement is confidential, and they may not know it. */
  readonly addressOut: boolean;
  /** What they were sent; null for not yet. */
  readonly sent: Sent | null;
}

/** The distribution list of a review that was held. */
export function distributionOf(
  review: HeldReview,
  story: Story,
  besides: Besides,
  known: (ref: string) => Known,
): Distributed[] {
  const { record } = review;
  const listed = listOfReview(record);
  const parts = new Map(listed.map(({ ref, part }) => [ref, part]));
  const attendance = attendanceOf(review, story);
  const sent = new Map(sentAfter(record).map((each) => [each.ref, each]));
  const onList = [
    ...(listed.length === 0 ? besides.unlisted : listed.map(({ ref }) => ref)),
    ...invitedTo(record),
    ...besides.responsible,
    ...besides.always,
  ].filter((ref) => parts.get(ref) !== 'none');
  // The IRO who chaired wrote the record: it is sent to them only if a substitute did.
  const isAuthor = (ref: string): boolean =>
    ref === 'iro' && !besides.always.includes(ref) && parts.get(ref) !== 'distribution';
  const expected = [...onList, ...attendance.seen].filter((ref) => !isAuthor(ref));
  const refs = new Set([...expected, ...sent.keys()]);
  const isConfidential = placementIsConfidential(story, review.on);
  return [...refs].sort(childFirst).map((ref) => {
    const { isParent, contact, isBarred, mayKnowPlacement } = known(ref);
    const attended = attendance.of(ref);
    const isLimited = contact === 'none' || contact === 'supervised';
    const listedPart = parts.get(ref) ?? null;
    const part = listedPart === 'none' ? null : listedPart;
    const isSentAll =
      attended === 'yes' || attended === 'part' || part === 'distribution' || besides.always.includes(ref);
    const isDecided = (isParent && (attended !== 'yes' || isLimited)) || contact === 'none' || isBarred;
    return {
      ref,
      part,
      attended,
      proposal: isDecided ? 'decide' : isSentAll ? 'full' : null,
      addressOut: isConfidential && !mayKnowPlacement,
      sent: sent.get(ref) ?? null,
    };
  });
}

/** Those who are sent the full record without a decision about them: they attended, and all may be told. */
export function isSentFull({ proposal, attended, addressOut }: Distributed, isRedacted: boolean): boolean {
  const came = attended === 'yes' || attended === 'part';
  return proposal === 'full' && came && (isRedacted || !addressOut);
}

/** To whom the invitations went: on the list or not, they were asked to come. */
const invitedTo = (record: HeldReview['record']): string[] =>
  takenIn(record, INVITATIONS_SENT).flatMap(({ to }) => to.map((tag) => tag.toLowerCase()));

const childFirst = (a: string, b: string): number => Number(b === 'child') - Number(a === 'child');

/** Who attended a review: at the sitting it was adjourned at, and at the one it was completed at. */
function attendanceOf(
  { record, sitting }: HeldReview,
  story: Story,
): { readonly seen: readonly string[]; of(ref: string): Attended } {
  const sittings = [...takenIn(record, REVIEW_ADJOURNED), sitting]
    .map(({ attended }) => attended.map((tag) => tag.toLowerCase()))
    .filter((attended) => attended.length > 0);
  const forSome = new Set(
    notInvitedTo(record, story)
      .filter(({ decision }) => decision.part === 'some')
      .map(({ ref }) => ref),
  );
  return {
    seen: [...new Set(sittings.flat())],
    of(ref) {
      if (sittings.length === 0) return null;
      const times = sittings.filter((attended) => attended.includes(ref)).length;
      if (times === 0) return 'no';
      return times < sittings.length || forSome.has(ref) ? 'part' : 'yes';
    },
  };
}

/** True if the child's placement on a day is confidential, or the last one before it was. */
function placementIsConfidential(story: Story, on: IsoDate): boolean {
  const started = takenIn({ moments: story.moments.filter(({ counts }) => counts) }, PLACEMENT_STARTED);
  const then = started.findLast((placement) => placement.on <= on);
  return [then, started.at(-1)].some((placement) => placement?.confidential);
}
