/** The plan for permanence at second reviews, a second plan beside it at third ones, and placements for adoption. */
import { PLACED_FOR_ADOPTION } from '../../../core/events/adoption';
import { THIRD_REVIEW_ENDORSED } from '../../../core/events/after-review';
import { REVIEW_HELD } from '../../../core/events/reviews';
import { lastTaken, takenIn } from '../../../core/reviews/record';
import { type FigureChild, type Figuring, isWithin } from '../child';
import type { Counted, TableOf } from '../model';
import { reviewsHeld } from './reviews-held';
import { shareOf, those } from './shares';

export interface OfPermanence extends Counted {
  readonly what: 'second review' | 'third review' | 'placed for adoption';
  /** What the review looked at; null if it is not recorded. */
  readonly considered: readonly string[] | null;
  readonly agreed: boolean | null;
  readonly endorsed: boolean;
}

const WHICH: Readonly<Record<number, OfPermanence['what']>> = { 2: 'second review', 3: 'third review' };

/** Second and third reviews that were held in the period, not of short breaks; and each placement for adoption. */
export function permanenceOf(child: FigureChild, figuring: Figuring): OfPermanence[] {
  const { story } = child.reckoning;
  const of = (on: OfPermanence['on']) => ({ on, team: child.team, iro: child.iroOn(on) });
  const reviews = reviewsHeld(child, figuring).flatMap((each): OfPermanence[] => {
    const { record, number, sitting, counted } = each;
    const what = WHICH[number];
    if (what === undefined || sitting.moment.onShortBreaks) return [];
    const held = lastTaken(record, REVIEW_HELD);
    return [
      {
        ...{ ...counted, kind: what, what },
        considered: held === undefined || held.considered.length === 0 ? null : held.considered,
        agreed: held?.permanenceAgreed ?? null,
        endorsed: takenIn(record, THIRD_REVIEW_ENDORSED).length > 0,
      },
    ];
  });
  const placed = takenIn(story, PLACED_FOR_ADOPTION)
    .filter(({ on }) => isWithin(figuring, on))
    .map(
      ({ on }): OfPermanence => ({
        ...of(on),
        ...{ ref: child.ref, kind: 'placed for adoption', what: 'placed for adoption' },
        ...{ considered: null, agreed: null, endorsed: false },
      }),
    );
  return [...reviews, ...placed];
}

const isSecond = ({ what }: OfPermanence): boolean => what === 'second review';
const isThird = ({ what }: OfPermanence): boolean => what === 'third review';
const saw =
  (matter: string) =>
  ({ considered }: OfPermanence): boolean =>
    considered?.includes(matter) === true;

export const PERMANENCE: TableOf<OfPermanence> = {
  id: 'permanence',
  title: 'Permanence',
  by: { head: '', row: () => 'children' },
  rows: [['children', 'Children']],
  hasTotal: false,
  columns: [
    those(
      'second',
      'Second reviews',
      'Second reviews that were held in the period, but of short breaks.',
      isSecond,
    ),
    shareOf(
      'considered',
      'Plan looked at, %',
      'Second reviews that looked at the permanence plan, of those of which it is recorded what they looked at.',
      saw('permanence-plan'),
      (one) => isSecond(one) && one.considered !== null,
    ),
    shareOf(
      'agreed',
      'Plan agreed, %',
      'Second reviews at which a plan for permanence was agreed, of those of which it is recorded whether one was.',
      ({ agreed }) => agreed === true,
      (one) => isSecond(one) && one.agreed !== null,
    ),
    those(
      'third',
      'Third reviews',
      'Third reviews that were held in the period, but of short breaks.',
      isThird,
    ),
    shareOf(
      'parallel',
      'Parallel plan, %',
      'Third reviews that looked at a second plan beside the first, of those of which it is recorded what they looked at.',
      saw('parallel-plan'),
      (one) => isThird(one) && one.considered !== null,
    ),
    those(
      'endorsed',
      'Reasons endorsed',
      'Third reviews after which a manager endorsed why there is no permanence yet.',
      ({ endorsed }) => endorsed,
    ),
    those(
      'adoption',
      'Placed for adoption',
      'Placements for adoption that began in the period.',
      ({ what }) => what === 'placed for adoption',
    ),
  ],
};
