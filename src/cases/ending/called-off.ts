/**
 * What was planned for a child and is called off, or has to be looked at, because the child has left care,
 * moved or died: the meeting, whom to tell of it, the midway check. Sentences.
 */

import type { Context, Unit } from '../../context';
import type { Story } from '../../core/engine/moment';
import { invitedSince, plannedReview } from '../../core/reviews/planning';
import { type Plan, planThatStands, type ReviewRecord } from '../../core/reviews/record';
import type { Child } from '../../store/children';
import { listed } from '../../ui/words';
import { meetingWords } from '../meeting/in-words';
import { invitedWords } from '../meeting/participants';
import { calledOf, everyoneIn } from '../people/who';

interface Planned {
  readonly record: ReviewRecord;
  readonly plan: Plan;
}

function plannedOf(story: Story): Planned | null {
  const record = plannedReview(story);
  const plan = record && planThatStands(record);
  return record && plan ? { record, plan } : null;
}

const planWords = ({ meeting, time, venue }: Plan): string =>
  `${meetingWords({ on: meeting, time })}${venue === null ? '' : `, ${venue}`}`;

/** What ends with care, by the story before it ended: the meeting planned, and who had been asked to come. */
export function calledOffWithCare(context: Context, unit: Unit, child: Child, story: Story): string[] {
  const planned = plannedOf(story);
  if (planned === null) return [];
  const { record, plan } = planned;
  const invited = invitedSince(record, plan);
  const others = plan.with;
  return [
    `The meeting planned for ${planWords(plan)} is called off with it.`,
    invited === null
      ? 'No invitations to it are recorded as sent.'
      : `To be told that it is called off: ${invitedWords(context, unit, child, invited)}.`,
    ...(others.length === 0 ? [] : [`It was one meeting with ${listed(others)}, whose plan stays.`]),
  ];
}

/** What a move asks of the meeting that is planned: it stays, and someone may not be invited any longer. */
export function planNotesOnMove(
  context: Context,
  unit: Unit,
  child: Child,
  story: Story,
  leaving: readonly string[],
): string[] {
  const planned = plannedOf(story);
  if (planned === null) return [];
  const { record, plan } = planned;
  const invited = invitedSince(record, plan);
  const notAnyMore = (invited ?? []).filter((tag) => leaving.includes(tag));
  const everyone = everyoneIn(unit, child, context.today);
  return [
    `The meeting planned for ${planWords(plan)} stays. To move it: irotool review plan ${child.ref}; to call it off: irotool review cancel ${child.ref}`,
    ...(notAnyMore.length === 0
      ? []
      : [
          `They were invited to it and are no longer to come; to be told: ${listed(notAnyMore.map((tag) => calledOf(everyone, tag)))}.`,
        ]),
    ...(invited === null || notAnyMore.length === 0
      ? []
      : [`Whoever looks after the child now is to be invited: irotool letter pack ${child.ref}`]),
  ];
}
