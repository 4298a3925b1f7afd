/**
 * What is said if facts end a child's care, whatever command records them: the meeting that is called off and
 * whom to tell; after a death, that nothing more is written by itself, and what is still owed, in quiet words.
 */

import type { Context, Unit } from '../../context';
import { legalStatusOn } from '../../core/checks/ending';
import { isStillOwed } from '../../core/engine/standing';
import { isDeath } from '../../core/events/death';
import type { Fact } from '../../core/events/fact';
import { standingPlan } from '../../core/reviews/planning';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { becauseOfDeath, waitingAbout, wasCalledOff } from '../../store/outbox/outbox';
import { refAndReview } from '../../ui/words';
import { meetingWords } from '../meeting/in-words';
import { calledOffWithCare } from './called-off';

/** Notes on facts that end care, by what was recorded before them. */
export function endingNotes(
  context: Context,
  unit: Unit,
  child: Child,
  facts: readonly Fact[],
  { story }: Reckoning,
): string[] {
  const ending = facts.find((fact) => fact.kind === 'ceased-looked-after' || isDeath(fact));
  if (ending === undefined) return [];
  // Between two stays of a series of short breaks its reviews go on.
  if (!isDeath(ending) && legalStatusOn(story, ending.on) === 'V3') return [];
  return calledOffWithCare(context, unit, child, story);
}

/** What is said once a death is saved: asked before it is, for the messages that wait are called off with it. */
export function deathSaid(unit: Unit, child: Child, after: Reckoning, today: Fact['on']): string[] {
  return [
    'Nothing is written to the child or the family by itself, and no reminder is sent.',
    ...(waitingAbout(unit.db, child.ref).length === 0
      ? []
      : [
          'A report that waited to be sent speaks of the child, and is not sent. To make it again: irotool report overdue',
        ]),
    ...stillOwed(child, after, today),
  ];
}

/**
 * Notes on a death that is struck out, for nothing that it called off is brought back in silence: the report, and
 * the meeting, whose plan stands again and of which people may have been told that it is off. None of any other fact.
 */
export function deathStruckNotes(
  unit: Unit,
  { ref }: Child,
  struck: readonly Fact[],
  left: readonly Fact[],
  { story }: Reckoning,
): string[] {
  if (!struck.some(isDeath) || left.some(isDeath)) return [];
  const isReport = wasCalledOff(unit.db, ref, becauseOfDeath(ref));
  const plan = standingPlan(story);
  return [
    ...(isReport
      ? ['A report was called off by the death and is not sent. To make it again: irotool report overdue']
      : []),
    ...(plan === null
      ? []
      : [
          `The meeting planned for ${meetingWords({ on: plan.meeting, time: plan.time })} stands again. If people were told that it is off, invite them again: irotool letter pack ${ref}; to call it off: irotool review cancel ${ref}`,
        ]),
  ];
}

/** What goes on: records of reviews held before, disputes, recommendations. */
function stillOwed({ ref }: Child, { duties, actions }: Reckoning, today: Fact['on']): string[] {
  const open = [
    ...duties
      .filter((duty) => isStillOwed(duty, today))
      .map(({ rule, review }) => `${rule.duty} (${refAndReview(ref, review)})`),
    ...actions.map(({ what, review }) => `${what} (${refAndReview(ref, review)})`),
  ];
  if (open.length === 0) return [];
  return [`Still to be completed for the record: ${open.join('; ')}.`];
}
