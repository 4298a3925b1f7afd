/** `review not-invite`: a child, parent or carer is not invited. What is recorded is in steps/not-invite.ts. */

import { childNamed, filled } from '../../cases/find';
import { decisionOn, invitedAgain, lookAgainOffered } from '../../cases/meeting/not-invited';
import { asSomeone, type ListedWho, reviewList, theirName } from '../../cases/meeting/participants';
import { type Who, whoNamed } from '../../cases/people/who';
import type { Context } from '../../context';
import { EXCLUSION_LOOKED_AT, NOT_INVITED } from '../../core/events/before-review';
import type { Fact } from '../../core/events/fact';
import { standingExclusions } from '../../core/reviews/exclusions';
import { relisted } from '../../core/reviews/participants';
import { isOwedReasons } from '../../core/reviews/who-should-come';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { type Options, takenOf, typedFor } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { notInvitedShown } from '../../screens/not-invited';
import { present } from '../../screens/show';
import { DECIDED, NOT_INVITE, type OfExclusion } from '../../steps/not-invite';
import { newCase } from '../../steps/step';
import type { Child } from '../../store/children';

interface Of extends OfExclusion {
  /** What a step brings with it, before it and after it. */
  with(fact: Fact): { readonly before: readonly Fact[]; readonly after: readonly Fact[] };
}

const DECIDE: StepCommand<Of> = {
  steps: NOT_INVITE,
  caseOf: decided,
  factsOf: (of, fact) => [...of.with(fact).before, fact, ...of.with(fact).after],
  json: ({ context, unit, child }) => notInvitedShown(context, unit, child).json!(),
};
const LATER: StepCommand<Of> = { ...DECIDE, caseOf: later, unasked: true };

/** Runs `review not-invite REF [WHO]`; without whom, shows who is not invited. */
export async function notInvite(
  context: Context,
  [ref, who]: readonly [string, string | undefined],
  options: Options,
): Promise<undefined> {
  if (who !== undefined) {
    const typed = { ...options, who };
    return runSteps(takenOf(NOT_INVITE, typed).includes(DECIDED) ? DECIDE : LATER, context, ref, typed);
  }
  if (Object.values(options).some((each) => each !== undefined)) {
    throw new UsageError('Say who is not invited.', `Such as: irotool review not-invite ${ref} mother`);
  }
  const unit = await context.open();
  return present(context, notInvitedShown(context, unit, childNamed(unit.db, ref)));
}

const whom = (options: Options): string => String(options.who);

/** A decision on someone who is on the list of the review. */
function decided({ context, unit, child, reckoning }: Read, options: Options): Of {
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
function later(
  { context, unit, child }: Read,
  options: Options,
  _: IsoDate | null,
  last: IsoDate | null,
): Of {
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
): Omit<Of, 'decision' | 'with'> => ({
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
