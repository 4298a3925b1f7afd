/** Decisions and recommendations of reviews whose day lay in a period, and what became of each. */

import { dateOf, lastAbout, stateOf } from '../../../core/reviews/recommendation-state';
import { recommendationsIn } from '../../../core/reviews/recommendations';
import type { IsoDate } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';
import { every, shareOf, those } from './shares';

export interface RecommendationCounted extends Counted {
  readonly by: IsoDate | null;
  readonly settledOn: IsoDate | null;
  readonly overtaken: boolean;
  readonly tracked: boolean;
  readonly escalated: boolean;
  readonly isPast: boolean;
}

/** Those whose day, or the day on which they were made if they have none, lies in the period. */
export function recommendationsCounted(child: FigureChild, figuring: Figuring): RecommendationCounted[] {
  return recommendationsIn(child.reckoning.story).flatMap((each) => {
    const by = dateOf(each);
    const on = by ?? each.madeOn;
    if (!isWithin(figuring, on)) return [];
    return [
      {
        ref: `${child.ref}/${each.ref}`,
        ...{ on, by, kind: each.kind, team: child.team, iro: child.iroOn(on) },
        // What was carried out was not overtaken, whatever was entered besides.
        settledOn: each.doneOn ?? (each.overtakenOn === null ? each.resolvedOn : null),
        overtaken: stateOf(each) === 'overtaken',
        tracked: each.trackedBy !== null,
        escalated: lastAbout(each, 'recommendation-escalated') !== undefined,
        isPast: by !== null && by < figuring.asAt,
      },
    ];
  });
}

const isInTime = ({ settledOn, by }: RecommendationCounted): boolean =>
  settledOn !== null && (by === null || settledOn <= by);
const isLate = ({ settledOn, by }: RecommendationCounted): boolean =>
  settledOn !== null && by !== null && settledOn > by;
const isOpen = ({ settledOn, overtaken }: RecommendationCounted): boolean => settledOn === null && !overtaken;

export const RECOMMENDATIONS: TableOf<RecommendationCounted> = {
  id: 'recommendations',
  title: 'Decisions and recommendations of reviews',
  by: { head: 'Kind', row: ({ kind }) => kind },
  hasTotal: true,
  columns: [
    every(
      'due',
      'Due',
      'Decisions and recommendations whose day lies in the period; of one without a day, the day on which it was made.',
    ),
    those('in-time', 'In time', 'Those carried out by their day, or that had none.', isInTime),
    those('late', 'Late', 'Those carried out after their day.', isLate),
    those('overtaken', 'Overtaken', 'Those that something else took the place of.', (one) => one.overtaken),
    those('open', 'Open', 'Those that are neither carried out nor overtaken.', isOpen),
    those(
      'past',
      'Open, past',
      'Those of the open ones whose day has passed.',
      (one) => isOpen(one) && one.isPast,
    ),
    shareOf(
      'share-in-time',
      'In time, %',
      'Those carried out by their day, of all but the overtaken.',
      isInTime,
      ({ overtaken }) => !overtaken,
    ),
    those('tracked', 'Tracked', 'Those that the IRO tracked.', ({ tracked }) => tracked),
    those('escalated', 'Escalated', 'Those that were taken to a manager.', ({ escalated }) => escalated),
  ],
};
