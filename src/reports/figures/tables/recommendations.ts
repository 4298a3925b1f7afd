/** Decisions and recommendations of reviews whose day lay in a period, and what became of each. */

import { dateOf, lastAbout, stateOf } from '../../../core/reviews/recommendation-state';
import { recommendationsIn } from '../../../core/reviews/recommendations';
import type { IsoDate } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';
import { shareOf, those } from './shares';

export interface RecommendationCounted extends Counted {
  /** It was made in the period; else its day lies in it. One of which both is so is counted by each of them. */
  readonly isMade: boolean;
  readonly by: IsoDate | null;
  readonly settledOn: IsoDate | null;
  readonly overtaken: boolean;
  readonly tracked: boolean;
  readonly escalated: boolean;
  readonly isPast: boolean;
}

/** Those that were made in the period; and those whose day, or the day on which they were made if they have none, lies in it. */
export function recommendationsCounted(child: FigureChild, figuring: Figuring): RecommendationCounted[] {
  return recommendationsIn(child.reckoning.story).flatMap((each) => {
    const by = dateOf(each);
    const days = [
      { on: each.madeOn, isMade: true },
      { on: by ?? each.madeOn, isMade: false },
    ].filter(({ on }) => isWithin(figuring, on));
    return days.map(({ on, isMade }) => ({
      ref: `${child.ref}/${each.ref}`,
      ...{ on, by, isMade, kind: each.kind, team: child.team, iro: child.iroOn(on) },
      // What was carried out was not overtaken, whatever was entered besides.
      settledOn: each.doneOn ?? (each.overtakenOn === null ? each.resolvedOn : null),
      overtaken: stateOf(each) === 'overtaken',
      tracked: each.trackedBy !== null,
      escalated: lastAbout(each, 'recommendation-escalated') !== undefined,
      isPast: by !== null && by < figuring.asAt,
    }));
  });
}

const isDue =
  (is: (one: RecommendationCounted) => boolean = () => true) =>
  (one: RecommendationCounted): boolean =>
    !one.isMade && is(one);
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
    those(
      'made',
      'Made',
      'Decisions and recommendations that were made in the period, whatever their day.',
      ({ isMade }) => isMade,
    ),
    those(
      'due',
      'Due',
      'Decisions and recommendations whose day lies in the period; of one without a day, the day on which it was made.',
      isDue(),
    ),
    those('in-time', 'In time', 'Of those due, carried out by their day, or without one.', isDue(isInTime)),
    those('late', 'Late', 'Of those due, carried out after their day.', isDue(isLate)),
    those(
      'overtaken',
      'Overtaken',
      'Of those due, those that something else took the place of.',
      isDue(({ overtaken }) => overtaken),
    ),
    those('open', 'Open', 'Of those due, neither carried out nor overtaken.', isDue(isOpen)),
    those(
      'past',
      'Open, past',
      'Those of the open ones whose day has passed.',
      isDue((one) => isOpen(one) && one.isPast),
    ),
    shareOf(
      'share-in-time',
      'In time, %',
      'Those carried out by their day, of all that were due but the overtaken.',
      isInTime,
      isDue(({ overtaken }) => !overtaken),
    ),
    those(
      'tracked',
      'Tracked',
      'Of those due, those that the IRO tracked.',
      isDue(({ tracked }) => tracked),
    ),
    those(
      'escalated',
      'Escalated',
      'Of those due, those that were taken to a manager.',
      isDue(({ escalated }) => escalated),
    ),
  ],
};
