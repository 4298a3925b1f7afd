/** What a walk over a chronology carries from one fact to the next. */
import { REMAND_CODES } from '../events/codes';
import type { IsoDate } from '../time/dates';
import type { Origin } from './moment';

export interface State {
  /** The open period, or null. */
  period: number | null;
  shortBreaks: boolean;
  /** The series of short breaks that this care is; null if it is none. */
  series: number | null;
  /** Between two stays of that series. */
  between: boolean;
  alreadyInCare: boolean;
  legalStatus: string | undefined;
  nextNumber: number;
  /** The day the clock that runs began; null if it is not known. */
  clockStarted: Origin | null;
  /** Reviews of either kind since then, those that were not recorded too. */
  reviewsOfEither: number;
  /** Those of them that moved the ordinary chain on. */
  ordinaryReviews: number;
  /** The day the long-term foster placement began; null if there is none. */
  fosteredSince: IsoDate | null;
  placed: boolean;
  reviewsSincePlaced: number;
  adult: boolean;
  /** An adoption order was made, and the end of care may still have to be recorded. */
  adopted: boolean;
  adjournedOn: IsoDate | null;
  /** What was adjourned is an adoption review; if it is not said, it may be one of either kind. */
  adjournedAdoption: boolean;
  lastReview: Origin | null;
}

/** As it is before any period of care, and after each. */
export function freshState(): State {
  return {
    period: null,
    shortBreaks: false,
    series: null,
    between: false,
    alreadyInCare: false,
    legalStatus: undefined,
    nextNumber: 1,
    clockStarted: null,
    reviewsOfEither: 0,
    ordinaryReviews: 0,
    fosteredSince: null,
    placed: false,
    reviewsSincePlaced: 0,
    adult: false,
    adopted: false,
    adjournedOn: null,
    adjournedAdoption: false,
    lastReview: null,
  };
}

export function isRemanded({ legalStatus }: State): boolean {
  return REMAND_CODES.includes(legalStatus ?? '');
}

/** No duty of a looked-after child arises: 18, adopted, or placed for adoption and not remanded. */
export function isSuspended(state: State): boolean {
  return state.adult || state.adopted || (state.placed && !isRemanded(state));
}
