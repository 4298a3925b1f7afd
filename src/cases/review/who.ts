/** Who is in a review: on its list, not invited, and what the child wishes. As data. */

import { concernsIn } from '../../core/children/concerns';
import { BIRTH_PARENT_DECIDED } from '../../core/events/adoption';
import { yesOrNoSaid } from '../../core/events/attribute';
import {
  CHILD_CONSULTED,
  CHILD_WISHES_RECORDED,
  EXCLUSION_LOOKED_AT,
  NOT_INVITED,
  PARTICIPANT_LISTED,
} from '../../core/events/before-review';
import { CHILD_CONCERN_RAISED } from '../../core/events/care';
import { listOfReview, notInvitedTo, takenIn } from '../../core/reviews/record';
import { flat, told } from '../told';
import { allTold, lastTold, type ReviewRead } from './reading';

function participantsAnswer(reading: ReviewRead) {
  return listOfReview(reading.record).map((listed) => ({
    ...told(PARTICIPANT_LISTED, listed, reading),
    ...reading.named(listed.ref),
  }));
}

function notInvitedAnswer(reading: ReviewRead) {
  return notInvitedTo(reading.record, reading.story).map(({ moment: _moment, ref, ...each }) => ({
    ...each,
    decision: told(NOT_INVITED, each.decision, reading),
    lookedAt: each.lookedAt.map((look) => told(EXCLUSION_LOOKED_AT, look, reading)),
    who: reading.named(ref),
  }));
}

/** Whether each birth parent is invited once adoption is the plan: the last word on each. */
function birthParentsAnswer(reading: ReviewRead) {
  const decided = new Map(
    takenIn(reading.record, BIRTH_PARENT_DECIDED).map((each) => [each.ref.toLowerCase(), each]),
  );
  return [...decided].map(([ref, decision]) => ({
    decision: told(BIRTH_PARENT_DECIDED, decision, reading),
    who: reading.named(ref),
  }));
}

/** What the child said themselves, and what the social worker heard from them about the review. */
function wishesAnswer(reading: ReviewRead) {
  const said = lastTold(reading, CHILD_WISHES_RECORDED);
  const heard = allTold(reading, CHILD_CONSULTED).findLast(
    ({ wants, where, issues }) => (wants ?? where ?? issues) !== null,
  );
  return said || heard ? { said, heard: heard ?? null } : null;
}

function wishesJson({ said, heard }: NonNullable<WhoAnswer['wishes']>): object {
  return {
    ...flat(CHILD_WISHES_RECORDED, said, ''),
    on: (said ?? heard)!.on,
    place: said?.place ?? heard?.where ?? null,
    wants: said?.wants ?? heard?.wants ?? null,
    willChair: said?.willChair ?? false,
    issues: heard?.issues ?? null,
  };
}

/** What worried the child and was raised since the review before. */
function concernsAnswer({ record, story }: ReviewRead) {
  const raised = takenIn(record, CHILD_CONCERN_RAISED).map(({ ref }) => ref);
  return concernsIn(story, record.period).filter(({ ref }) => raised.includes(ref));
}

export interface WhoAnswer {
  readonly participants: ReturnType<typeof participantsAnswer>;
  readonly notInvited: ReturnType<typeof notInvitedAnswer>;
  readonly birthParents: ReturnType<typeof birthParentsAnswer>;
  readonly wishes: ReturnType<typeof wishesAnswer>;
  readonly concerns: ReturnType<typeof concernsAnswer>;
}

/** Reads who is in the review. */
export function whoAnswer(reading: ReviewRead): WhoAnswer {
  return {
    participants: participantsAnswer(reading),
    notInvited: notInvitedAnswer(reading),
    birthParents: birthParentsAnswer(reading),
    wishes: wishesAnswer(reading),
    concerns: concernsAnswer(reading),
  };
}

/** As it is published. */
export const whoJson = ({ participants, notInvited, birthParents, wishes, concerns }: WhoAnswer): object => ({
  participants: participants.map(({ legal, childWishes, ...listed }) => ({
    ...listed,
    legalAdviser: legal,
    childWishes: yesOrNoSaid(childWishes),
  })),
  notInvited: notInvited.map(({ who, decision, ...since }) => {
    const { part, consulted, by: _by, ...said } = decision;
    return {
      ...said,
      ...who,
      forPart: part === 'some',
      iroConsultedOn: consulted,
      ...since,
    };
  }),
  birthParents: birthParents.map(({ who, decision }) => ({ ...decision, ...who })),
  wishes: wishes && wishesJson(wishes),
  concerns,
});
