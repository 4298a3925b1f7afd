/** Who is in a review: on its list, not invited, and what the child wishes. As data. */

import { concernsIn } from '../../core/reviews/preparation';
import { lastOf, listOfReview, momentsOf, notInvitedTo, said } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { Reading } from './reading';

function participantsAnswer({ record, named, words }: Reading) {
  return listOfReview(record).map(({ ref, part, moment }) => ({
    ...named(ref),
    part,
    delegate: words(said(moment, 'delegate')),
    supporter: words(said(moment, 'supporter')),
    legalAdviser: said(moment, 'legal') === 'yes',
    interpreter: said(moment, 'interpreter'),
    needs: said(moment, 'needs'),
    childWishes: said(moment, 'child-wishes'),
    why: said(moment, 'why'),
  }));
}

function notInvitedAnswer({ record, story, named }: Reading) {
  return notInvitedTo(record, story).map(({ ref, moment, reasonsSentOn, lookAgainBy, endedOn }) => {
    const looked = story.moments.filter(
      (other) =>
        other.counts &&
        other.at > moment.at &&
        other.fact.kind === 'exclusion-looked-at' &&
        said(other, 'ref')?.toLowerCase() === ref,
    );
    return {
      ...named(ref),
      on: moment.on,
      forPart: said(moment, 'part') === 'some',
      concern: said(moment, 'concern'),
      considered: said(moment, 'considered'),
      tell: said(moment, 'tell'),
      views: said(moment, 'views'),
      iroConsultedOn: said(moment, 'consulted') as IsoDate | null,
      reasonsSentOn,
      lookAgainBy,
      endedOn,
      lookedAt: looked.map((look) => ({
        on: look.on,
        outcome: said(look, 'outcome'),
        why: said(look, 'why'),
      })),
    };
  });
}

/** What the child said themselves, and what the social worker heard from them about the review. */
function wishesAnswer({ record }: Reading) {
  const wishes = lastOf(record, 'child-wishes-recorded');
  const heard = momentsOf(record, 'child-consulted').findLast((moment) =>
    ['wants', 'where', 'issues'].some((name) => said(moment, name) !== null),
  );
  if (!wishes && !heard) return null;
  return {
    on: (wishes ?? heard)!.on,
    day: said(wishes, 'day'),
    hours: said(wishes, 'hours'),
    place: said(wishes, 'place') ?? said(heard, 'where'),
    wants: said(wishes, 'wants') ?? said(heard, 'wants'),
    doesNotWant: said(wishes, 'does-not-want'),
    willChair: said(wishes, 'will-chair') === 'yes',
    chaired: said(wishes, 'chaired'),
    issues: said(heard, 'issues'),
  };
}

/** What worried the child and was raised since the review before. */
function concernsAnswer({ record, story }: Reading) {
  const raised = momentsOf(record, 'child-concern-raised').map((moment) => said(moment, 'ref'));
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
