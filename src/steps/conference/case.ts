/** What the steps of a child protection conference belong to. */
import type { ConferenceMember } from '../../core/children/conference-list';
import type { Conference, ConferencePlan } from '../../core/children/conferences';
import { lastOf } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { Case, ToDo } from '../step';

/** A conference of a series. */
export interface OfConference extends Case {
  readonly ref: string;
  readonly conference: Conference;
  readonly members: readonly ConferenceMember[];
  readonly plan: ConferencePlan | null;
  /** The numbers of whoever chairs, if nobody else is said, and of whoever chaired the initial conference. */
  readonly chair: number | null;
  readonly firstChair: number | null;
  /** The day by which it is to be held: of a joint review the earlier of the two. */
  readonly dueBy: IsoDate | null;
  /** How many agencies are needed beside social care; null if the pack does not say. */
  readonly quorum: number | null;
  /** On the day of its steps. */
  readonly isInCare: boolean;
  readonly born: IsoDate | null;
  /** The day from which an initial conference is to come; null if none is. */
  readonly initialToComeSince: IsoDate | null;
  /** The day for which the review in care is planned; null if it is not. */
  readonly reviewPlannedFor: IsoDate | null;
  /** The next initial conference takes over the plan of another council. */
  readonly isTransferIn: boolean;
  /** The day of the conference that made the plan that the child is on; null if there is none. */
  readonly onPlanSince: IsoDate | null;
  /** The number of the IRO, who chairs a joint review. */
  readonly iroId: number | null;
}
/** What a step asks until its event is recorded of the conference. */
export const untilDone =
  ({ kind }: { readonly kind: string }, what: string, who: string, typed?: ToDo['typed']) =>
  ({ conference }: OfConference): ToDo | null =>
    lastOf(conference, kind) === undefined ? { what, who, ...(typed && { typed }) } : null;

/** Those of its list of whom something holds. */
export const tagsOf = (
  { members }: OfConference,
  holds: (member: ConferenceMember) => boolean,
): readonly string[] => members.filter(holds).map(({ ref }) => ref);

/** `the mother`, `the child`. */
export const theirWords = ({ called }: Pick<ConferenceMember, 'called'>): string =>
  called.startsWith('the ') ? called : `the ${called}`;

/** True of someone who comes, to all of it or a part. */
export const isInvited = ({ part, excluded }: ConferenceMember): boolean =>
  part === 'invited' && excluded?.part !== 'all';
export const listOrNull = (tags: readonly string[]): string | null =>
  tags.length === 0 ? null : tags.join(',');
