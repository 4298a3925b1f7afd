/**
 * `review before-change`: a change is proposed that a review must come before. `review no-meeting`: in long-term
 * fostering, reviews without a meeting. What is recorded is in steps/changes.ts.
 */

import type { ChangeKind } from '../../core/engine/changes';
import { isStillOwed } from '../../core/engine/standing';
import type { EventPattern } from '../../core/events/fact';
import { CHANGE_PROPOSED } from '../../core/events/reviews';
import { isRaisedBy } from '../../core/rules/by-purpose';
import type { IsoDate } from '../../core/time/dates';
import { runOfOne } from '../../recording/steps/of-child';
import type { Read, StepCommand } from '../../recording/steps/run';
import { CHANGES, NO_MEETING, type OfChange, type OfFostering } from '../../steps/changes';
import { newCase } from '../../steps/step';

const CHANGE: StepCommand<OfChange> = {
  steps: CHANGES,
  caseOf: (read) => ({
    ...newCase(read.child.ref),
    meeting: read.reckoning.standing.meeting,
    open: openChanges(read),
  }),
};

const WITHOUT: StepCommand<OfFostering> = {
  steps: [NO_MEETING],
  caseOf: ({ context, child: { ref }, reckoning: { story, duties } }) => ({
    ...newCase(ref),
    story,
    yearlyBy:
      duties.find((duty) => duty.rule.metBy.some(isMeeting) && isStillOwed(duty, context.today))?.due ?? null,
  }),
};

/** Runs `review before-change REF --kind KIND [--by D] [--about TEXT]`, or `… --withdrawn [--kind KIND]`. */
export const beforeChange = runOfOne(CHANGE);

/** Runs `review no-meeting REF --factors TEXT [--consulted child,iro]`. */
export const noMeeting = runOfOne(WITHOUT);

/** A review that must be a meeting. */
const isMeeting = ({ kind, key, value }: EventPattern): boolean =>
  kind === 'review-held' && key === 'meeting' && value === 'yes';

/** The changes proposed that a review is still owed before, the first one first. */
function openChanges({
  context,
  unit: { engine },
  reckoning: { duties, actions, story },
}: Read): OfChange['open'] {
  const isOfChange = (id: string): boolean =>
    engine.rules.some((rule) => rule.id === id && isRaisedBy(rule, CHANGE_PROPOSED.kind));
  const days = new Set<IsoDate>([
    ...duties
      .filter(({ rule }) => isRaisedBy(rule, CHANGE_PROPOSED.kind))
      .filter((duty) => isStillOwed(duty, context.today))
      .map(({ arose }) => arose),
    ...actions.filter(({ id }) => isOfChange(id)).map(({ since }) => since),
  ]);
  const kinds = new Map<ChangeKind, OfChange['open'][number]>();
  for (const { counts, fact, on } of story.moments) {
    if (!counts || fact.kind !== CHANGE_PROPOSED.kind || !days.has(on)) continue;
    const kind = fact.attributes.kind as ChangeKind;
    kinds.set(kind, { kind, on });
  }
  return [...kinds.values()];
}
