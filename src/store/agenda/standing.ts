/**
 * Where a child stands by the facts: in care or not, since when, with which IRO. Derived, like the
 * agenda, and kept beside it so that lists need no chronology.
 */

import type { Moment, Story } from '../../core/engine/moment';
import { diedOn } from '../../core/events/death';
import type { Fact } from '../../core/events/fact';
import { type IsoDate, isoDate } from '../../core/time/dates';

export interface ChildStanding {
  readonly inCare: boolean;
  /** The start of the latest period of care. */
  readonly since: IsoDate | null;
  readonly alreadyInCare: boolean;
  readonly legalStatus: string | null;
  readonly placement: string | null;
  readonly confidential: boolean;
  readonly iroId: number | null;
  /** The number of the last review held in the latest period of care; 0 if there is none. */
  readonly reviews: number;
  readonly lastReview: IsoDate | null;
  /** The day of the meeting now planned. */
  readonly meeting: IsoDate | null;
  readonly latestFact: IsoDate | null;
  readonly diedOn: IsoDate | null;
}

type Writable = { -readonly [K in keyof ChildStanding]: ChildStanding[K] };

/** Reads a story through to its end. */
export function standingOfChild(story: Story, facts: readonly Fact[]): ChildStanding {
  const standing: Writable = {
    inCare: false,
    since: null,
    alreadyInCare: false,
    legalStatus: null,
    placement: null,
    confidential: false,
    iroId: null,
    reviews: 0,
    lastReview: null,
    meeting: null,
    latestFact: null,
    diedOn: diedOn(facts),
  };
  for (const moment of story.moments) if (moment.counts) apply(standing, moment);
  for (const fact of facts) {
    if (standing.latestFact === null || fact.on > standing.latestFact) standing.latestFact = fact.on;
  }
  return standing;
}

function apply(standing: Writable, moment: Moment): void {
  const { kind, attributes } = moment.fact;
  switch (kind) {
    case 'became-looked-after':
      standing.inCare = true;
      if (moment.withinSeries) break;
      standing.since = moment.on;
      standing.alreadyInCare = moment.alreadyInCare;
      standing.legalStatus = attributes.basis ?? null;
      // An IRO is allocated afresh for each period of care.
      standing.iroId = null;
      standing.reviews = 0;
      standing.lastReview = null;
      break;
    case 'legal-status-changed':
      standing.legalStatus = attributes.basis ?? null;
      break;
    case 'ceased-looked-after':
    case 'child-died':
      standing.inCare = false;
      // A meeting that is planned stays planned between two short breaks.
      if (!moment.withinSeries) standing.meeting = null;
      endPlacement(standing);
      break;
    case 'placement-started':
      standing.placement = attributes.kind ?? null;
      standing.confidential = attributes.confidential === 'yes';
      break;
    case 'placement-ended':
      endPlacement(standing);
      break;
    case 'iro-allocated':
    case 'iro-changed':
      if (attributes.iro !== undefined) standing.iroId = Number(attributes.iro);
      break;
    case 'review-planned':
      standing.meeting = isoDate(attributes.meeting!);
      break;
    case 'review-cancelled':
    case 'review-adjourned':
      standing.meeting = null;
      break;
  }
  if (moment.isReview && moment.review !== null) {
    standing.reviews = moment.review;
    standing.lastReview = moment.on;
    standing.meeting = null;
  }
}

function endPlacement(standing: Writable): void {
  standing.placement = null;
  standing.confidential = false;
}
