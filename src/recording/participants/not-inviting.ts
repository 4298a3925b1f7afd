/** Somebody who is not invited to a review: the decision, and what follows it, as a case of steps. */

import { filled } from '../../cases/find';
import { decisionOn, invitedAgain, lookAgainOffered } from '../../cases/meeting/not-invited';
import { asSomeone, type ListedWho, reviewList, theirName } from '../../cases/meeting/participants';
import { type Who, whoNamed } from '../../cases/people/who';
import { EXCLUSION_LOOKED_AT, NOT_INVITED } from '../../core/events/before-review';
import type { Fact } from '../../core/events/fact';
import { standingExclusions } from '../../core/reviews/exclusions';
import { relisted } from '../../core/reviews/participants';
import { isOwedReasons } from '../../core/reviews/who-should-come';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { DECIDED, type OfExclusion } from '../../steps/not-invite';
import { newCase } from '../../steps/step';
import type { Child } from '../../store/children';
import { type Options, typedFor } from '../steps/options';
import type { Read } from '../steps/run';

export interface OfNotInviting extends OfExclusion {
  /** What a step brings with it, before it and after it. */
  with(fact: Fact): { readonly before: readonly Fact[]; readonly after: readonly Fact[] };
}

const whom = (options: Options): string => String(options.who);

/** A decision on someone who is on the list of the review. */
export function decisionNotToInvite(
  { context, unit, child, reckoning }: Read,
  options: Options,
): OfNotInviting {
  const list = reviewList(unit, child, reckoning, context.today);
  const who = whoNamed(context, unit, child, whom(options), list.day);
  const someone = list.participants.find(({ ref }) => ref === who.ref);
  if (!someone || !isOwedReasons(asSomeone(who))) throw offTheList(child, who);
  const decision = standingExclusions(reckoning.story).find((each) => each.ref === who.ref);
  const isNew = Object.entries(DECIDED.flags).some(
    ([name, flag]) => !['ref', 'tell', 'by'].includes(name) && typedFor(options, flag) !== undefined,
  );
  if (decision && !isNew) {
    throw new UserError(
      `${child.ref}: it was decided on ${longDate(decision.decidedOn)} not to invite ${theirName(who)}.`,
      `Looked at again: --looked-at kept --look-again DATE, or --looked-at ended. Reasons sent: --reasons-sent DATE`,
    );
  }
  return {
    ...ofOne({ context, unit, child }, who.ref, theirName(who)),
    owed: owedTo(someone),
    decision,
    with: ({ on, kind, attributes: { part } }) => ({
      before:
        kind === NOT_INVITED.kind ? relisted(someone, on, part === 'some' ? 'invited' : 'consulted') : [],
      after: [],
    }),
  };
}

/** What follows a decision on record. */
export function afterNotInviting(
  { context, unit, child }: Read,
  options: Options,
  _: IsoDate | null,
  last: IsoDate | null,
): OfNotInviting {
  const { decision, called } = decisionOn(context, unit, child, whom(options));
  const { ref, endedOn } = decision;
  const isEnded = options.lookedAt === 'ended' && endedOn === null;
  const why = filled(options.why as string | undefined, '--why');
  const again = isEnded ? invitedAgain(context, unit, child, ref, last!, why) : { facts: [], words: '' };
  return {
    ...ofOne({ context, unit, child }, ref, called),
    decision,
    outcomeWords: again.words,
    with: ({ kind }) => ({ before: [], after: kind === EXCLUSION_LOOKED_AT.kind ? again.facts : [] }),
  };
}

const ofOne = (
  { context, unit, child }: Pick<Read, 'context' | 'unit' | 'child'>,
  ref: string,
  called: string,
): Omit<OfNotInviting, 'decision' | 'with'> => ({
  ...newCase(child.ref, `${child.ref} ${ref}`),
  ref,
  called,
  owed: 'carer',
  outcomeWords: '',
  lookAgain: (on) => lookAgainOffered(context, unit, child, on),
});

const owedTo = ({ role, who }: ListedWho): OfExclusion['owed'] =>
  role === 'child' ? role : role === 'parent' || who.person?.hasResponsibility ? 'parent' : 'carer';

function offTheList({ ref }: Child, who: Who): UserError {
  return who.person === null
    ? new UserError(
        `${ref}: no review is held without ${who.called}.`,
        'Reasons are for a child, parent or carer.',
      )
    : new UserError(
        `${ref}: ${theirName(who)} is neither a parent nor a carer: others are taken off the list without this.`,
        `irotool review participants ${ref} --remove ${who.ref}`,
      );
}
