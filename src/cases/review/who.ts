/** Who is in a review: on its list, not invited, and what the child wishes. As data. */

import { concernsIn } from '../../core/children/concerns';
import { yesOrNoSaid } from '../../core/events/attribute';
import { CHILD_CONSULTED, CHILD_WISHES_RECORDED } from '../../core/events/before-review';
import { CHILD_CONCERN_RAISED } from '../../core/events/care';
import { lastTaken, listOfReview, notInvitedTo, takenIn } from '../../core/reviews/record';
import type { Reading } from './reading';

function participantsAnswer({ record, named, words }: Reading) {
  return listOfReview(record).map(({ ref, part, delegate, supporter, legal, childWishes, ...listed }) => ({
    ...named(ref),
    part,
    delegate: words(delegate),
    supporter: words(supporter),
    legalAdviser: legal,
    interpreter: listed.interpreter,
    needs: listed.needs,
    childWishes: yesOrNoSaid(childWishes),
    why: listed.why,
  }));
}

function notInvitedAnswer({ record, story, named }: Reading) {
  return notInvitedTo(record, story).map((each) => {
    const { on, part, concern, considered, tell, views, consulted } = each.decision;
    const { reasonsSentOn, lookAgainBy, endedOn, lookedAt } = each;
    return {
      ...named(each.ref),
      ...{ on, forPart: part === 'some', concern, considered, tell, views, iroConsultedOn: consulted },
      ...{ reasonsSentOn, lookAgainBy, endedOn },
      lookedAt: lookedAt.map((look) => ({ on: look.on, outcome: look.outcome, why: look.why })),
    };
  });
}

/** What the child said themselves, and what the social worker heard from them about the review. */
function wishesAnswer({ record }: Reading) {
  const wishes = lastTaken(record, CHILD_WISHES_RECORDED);
  const heard = takenIn(record, CHILD_CONSULTED).findLast(
    ({ wants, where, issues }) => (wants ?? where ?? issues) !== null,
  );
  const said = wishes ?? heard;
  if (!said) return null;
  return {
    on: said.on,
    day: wishes?.day ?? null,
    hours: wishes?.hours ?? null,
    place: wishes?.place ?? heard?.where ?? null,
    wants: wishes?.wants ?? heard?.wants ?? null,
    doesNotWant: wishes?.doesNotWant ?? null,
    willChair: wishes?.willChair ?? false,
    chaired: wishes?.chaired ?? null,
    issues: heard?.issues ?? null,
  };
}

/** What worried the child and was raised since the review before. */
function concernsAnswer({ record, story }: Reading) {
  const raised = takenIn(record, CHILD_CONCERN_RAISED).map(({ ref }) => ref);
  return concernsIn(story, record.period).filter(({ ref }) => raised.includes(ref));
}

export interface WhoAnswer {
  readonly participants: ReturnType<typeof participantsAnswer>;
  readonly notInvited: ReturnType<typeof notInvitedAnswer>;
  readonly wishes: ReturnType<typeof wishesAnswer>;
  readonly concerns: ReturnType<typeof concernsAnswer>;
}

/** Reads who is in the review. */
export function whoAnswer(reading: Reading): WhoAnswer {
  return {
    participants: participantsAnswer(reading),
    notInvited: notInvitedAnswer(reading),
    wishes: wishesAnswer(reading),
    concerns: concernsAnswer(reading),
  };
}
