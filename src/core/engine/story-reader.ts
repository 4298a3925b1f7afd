/** A walk over a chronology in order: each fact becomes a moment that knows what the rules may ask of it. */

import { SHORT_BREAK_CODES } from '../events/codes';
import { isDeath } from '../events/death';
import { ENDS_PERIOD, type Fact, specOf } from '../events/fact';
import { birthday, type IsoDate } from '../time/dates';
import { forgetFirst, isFirstOfChain, takeUpChain } from './chain';
import { mattersReader } from './matters';
import { holdExitReview, meetingOf } from './meetings';
import {
  EIGHTEENTH_BIRTHDAY,
  type Meeting,
  type Moment,
  OUTSIDE_CARE,
  type PeriodOfCare,
  type PlaceInChain,
  type Stretch,
} from './moment';
import { NEEDS_A_STAY, type SeriesRead } from './series';
import { SeriesWalk } from './series-walk';
import { adjourn, complete, forgetSitting } from './sitting';
import { freshState, isRemanded, isSuspended, type State } from './story-state';

const NOT_PLACED = 'the child was not placed for adoption';

/** A walk over ordered facts. A class only because nearly every step reads and moves the same state. */
export class StoryReader {
  readonly moments: Moment[] = [];
  readonly periods: PeriodOfCare[] = [];
  readonly meetings: Meeting[] = [];
  readonly longTermFostering: Stretch[] = [];
  /** Why a fact does nothing, of each that does. */
  readonly idle = new Map<Fact, string>();
  private readonly adultOn: IsoDate | null;
  private state: State = freshState();
  private readonly matters = mattersReader();
  private dead = false;

  private readonly series: SeriesWalk;

  constructor(born: IsoDate | null, series: SeriesRead) {
    this.series = new SeriesWalk(series, this.periods);
    this.adultOn = born === null ? null : birthday(born, 18);
  }

  read(fact: Fact): void {
    const { state } = this;
    state.adult = this.adultOn !== null && fact.on >= this.adultOn;
    const { kind } = fact;
    const wasOpen = state.period !== null && !state.between;
    const wasShortBreaks = state.shortBreaks;
    const suspendedBefore = isSuspended(this.state);

    let counts = true;
    let starts: Moment['starts'] = null;
    let isFirstReview = false;
    let isFirstSincePlaced = false;
    let takesUp: PlaceInChain | null = null;
    let withinSeries = false;
    let endsSeries: Moment['endsSeries'] = null;
    let meeting: Meeting | null = null;
    let firstSitting: IsoDate | null = null;
    let period = state.period;
    const belongs = specOf(fact)?.belongs;

    if (kind === 'became-looked-after') {
      if (this.dead) {
        counts = false;
        this.note(fact, 'the child had died');
      } else if (wasOpen) {
        counts = false;
        this.note(fact, 'a period of care is already open');
      } else {
        if (this.series.endWithOtherCare(fact, state)) endsSeries = 'all';
        const goesOn = this.series.goOn(fact, state);
        withinSeries = goesOn !== null;
        if (goesOn !== null) this.state = goesOn;
        else starts = this.openPeriod(fact);
        period = this.state.period;
      }
    } else if (belongs === 'after') {
      meeting = meetingOf(fact, this.meetings);
      counts = meeting !== null;
      period = meeting?.period ?? null;
      if (!counts) this.note(fact, 'no review had been held');
    } else if (
      (belongs === 'care' || belongs === 'before') &&
      !wasOpen &&
      (!state.between || NEEDS_A_STAY.has(kind))
    ) {
      counts = false;
      this.note(fact, OUTSIDE_CARE);
    } else {
      const ended = this.matters.read(fact);
      const why = ended !== null ? `${ended} had ended` : this.isNoReturn(kind) ? NOT_PLACED : null;
      counts = why === null;
      if (why !== null) this.note(fact, why);
    }

    if (counts) {
      switch (kind) {
        case 'legal-status-changed':
          starts = this.changeStatus(fact);
          break;
        case 'short-breaks-exceeded':
          starts = this.startOrdinaryClock(fact);
          break;
        case 'short-break-series-ended':
          endsSeries = this.series.end(fact, state);
          break;
        case 'long-term-foster-designated':
          this.longTermFostering.push({ from: fact.on, to: null });
          state.fosteredSince ??= fact.on;
          break;
        case 'long-term-foster-ended':
          this.endLongTermFostering(fact.on);
          break;
        case 'placed-for-adoption':
          state.placed = true;
          state.reviewsSincePlaced = 0;
          // A review that had sat is over with the clock it was of: no later one completes it.
          if (!suspendedBefore && isSuspended(state)) forgetSitting(state);
          break;
        case 'adoption-placement-ended':
          state.placed = false;
          if (suspendedBefore && wasOpen && !isSuspended(this.state)) takesUp = takeUpChain(state);
          break;
        case 'adoption-order-made':
          state.adopted = state.period !== null;
          break;
        case 'review-adjourned':
          adjourn(state, fact);
          break;
        case 'review-held':
          isFirstReview = this.isFirstReview(fact);
          firstSitting = complete(state, fact);
          meeting = this.hold(fact, firstSitting);
          if (!state.shortBreaks) state.ordinaryReviews++;
          state.alreadyInCare = false;
          break;
        case 'adoption-review-held':
          isFirstSincePlaced = state.placed && state.reviewsSincePlaced === 0;
          state.reviewsSincePlaced++;
          firstSitting = complete(state, fact);
          meeting = this.hold(fact, firstSitting);
          break;
        case 'exit-review-held':
          meeting = holdExitReview(fact, this.periods, this.meetings);
          period = meeting?.period ?? null;
          counts = meeting !== null;
          if (!counts) this.note(fact, 'no period of care came before it');
          break;
        case 'child-died':
        case 'ceased-looked-after':
          withinSeries = this.series.endStay(fact, state);
          this.endLongTermFostering(fact.on);
          break;
      }
    }

    this.dead ||= isDeath(fact);
    const isReview = meeting !== null && belongs !== 'after';
    const { shortBreaks, adjournedOn, lastReview, placed, clockStarted, fosteredSince } = this.state;
    this.moments.push({
      at: this.moments.length,
      fact,
      on: fact.on,
      period,
      counts,
      review: meeting?.number ?? null,
      nextReview: null,
      meeting,
      firstSitting: firstSitting ?? (isReview ? meeting!.firstSitting : null),
      isReview,
      endsCare: counts && (endsSeries !== null || (!withinSeries && this.endsCare(kind, suspendedBefore))),
      endsShortBreaks: counts && wasOpen && wasShortBreaks && !shortBreaks,
      withinSeries,
      endsSeries,
      starts,
      onShortBreaks: shortBreaks,
      alreadyInCare: kind === 'became-looked-after' && fact.attributes.start === 'before',
      isFirstReview,
      nextIsFirst: this.state.period !== null && isFirstOfChain(this.state),
      fosteredSince,
      placedForAdoption: placed,
      isFirstSincePlaced,
      suspended: isSuspended(this.state),
      adult: this.state.adult,
      adopted: this.state.adopted,
      dead: this.dead,
      remanded: isRemanded(this.state),
      legalStatus: this.state.legalStatus ?? null,
      adjournedOn,
      lastReview,
      clockStarted,
      takesUp,
    });
    if (counts && ENDS_PERIOD.has(kind) && !withinSeries) this.state = freshState();
    if (endsSeries === this.state.period && this.state.between) this.state = freshState();
  }

  private note(fact: Fact, why: string): void {
    this.idle.set(fact, why);
  }

  /** An adoption placement cannot end if the child is in none. */
  private isNoReturn(kind: string): boolean {
    return kind === 'adoption-placement-ended' && !this.state.placed;
  }

  private endsCare(kind: string, suspendedBefore: boolean): boolean {
    // Of a child placed for adoption who is no longer remanded.
    if (kind === 'legal-status-changed') return !suspendedBefore && isSuspended(this.state);
    if (kind === 'placed-for-adoption') return !isRemanded(this.state);
    return ENDS_PERIOD.has(kind) || kind === 'adoption-order-made' || kind === EIGHTEENTH_BIRTHDAY;
  }

  private openPeriod(fact: Fact): Moment['starts'] {
    const basis = fact.attributes.basis;
    const shortBreaks = SHORT_BREAK_CODES.includes(basis ?? '');
    const alreadyInCare = fact.attributes.start === 'before';
    const series = this.series.of(fact);
    const stays = series === null ? [] : [{ from: fact.on, to: null }];
    this.periods.push({ from: fact.on, alreadyInCare, to: null, stays, goesOn: series !== null });
    this.state = {
      ...freshState(),
      adult: this.state.adult,
      period: this.periods.length - 1,
      series,
      shortBreaks,
      alreadyInCare,
      legalStatus: basis,
      clockStarted: alreadyInCare ? null : { event: fact.kind, on: fact.on },
    };
    return alreadyInCare ? null : shortBreaks ? 'short breaks' : 'ordinary';
  }

  /** From short breaks to another status the ordinary clock starts; the other way it goes on. */
  private changeStatus(fact: Fact): Moment['starts'] {
    const { basis } = fact.attributes;
    this.state.legalStatus = basis;
    if (!SHORT_BREAK_CODES.includes(basis ?? '')) return this.startOrdinaryClock(fact);
    // If stays are not recorded, the end of care is no end of a stay.
    if (basis === 'V4') this.leaveSeries();
    return null;
  }

  private leaveSeries(): void {
    this.periods[this.state.period!]!.goesOn = false;
    this.state.series = null;
  }

  /** Short breaks become ordinary care: by their legal status, or because they go beyond what is allowed. */
  private startOrdinaryClock(fact: Fact): Moment['starts'] {
    const { state } = this;
    if (!state.shortBreaks) return null;
    this.leaveSeries();
    state.shortBreaks = false;
    state.alreadyInCare = false;
    state.clockStarted = { event: fact.kind, on: fact.on };
    state.reviewsOfEither = 0;
    return 'ordinary';
  }

  private endLongTermFostering(on: IsoDate): void {
    for (const placement of this.longTermFostering) placement.to ??= on;
    this.state.fosteredSince = null;
  }

  /** The first of the ordinary clock, with none before it that was simply not recorded. */
  private isFirstReview(fact: Fact): boolean {
    const { state } = this;
    if (Number(fact.attributes.number ?? state.nextNumber) <= state.nextNumber) return isFirstOfChain(state);
    forgetFirst(this.moments, state.period);
    return false;
  }

  private hold(fact: Fact, firstSitting: IsoDate | null): Meeting {
    const { state } = this;
    const last = this.meetings.at(-1);
    if (last !== undefined && last.on === fact.on && last.period === state.period) return last;
    const number = Number(fact.attributes.number ?? state.nextNumber);
    const meeting: Meeting = {
      id: this.meetings.length,
      period: state.period!,
      number,
      on: fact.on,
      firstSitting,
    };
    this.meetings.push(meeting);
    // Those before it that nobody recorded were held too.
    state.reviewsOfEither += Math.max(1, number - state.nextNumber + 1);
    state.nextNumber = number + 1;
    state.lastReview =
      firstSitting === null
        ? { event: fact.kind, on: fact.on }
        : { event: 'review-adjourned', on: firstSitting };
    return meeting;
  }
}
