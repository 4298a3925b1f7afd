/**
 * Accepted episodes of one child -> facts: periods of care, legal status, and placements. Authority to
 * place for adoption is no fact of the return: LS E1 or D1 says that there is an order, and nothing of
 * the reviews held before the child is placed.
 */

import type { Stretch } from '../../core/engine/moment';
import { LONGEST_STAY } from '../../core/engine/series';
import { daysBetween, type IsoDate } from '../../core/time/dates';
import {
  ADOPTED,
  CARE_GOES_ON,
  CARERS_CHANGED,
  CARERS_THE_SAME,
  LEGAL_STATUS_CHANGED,
  LONG_TERM_FOSTERING,
  PLACED_FOR_ADOPTION,
  PLACEMENT_CHANGED,
  SERIES,
} from './codes';
import type { Episode } from './episodes';
import { factFrom, type ImportedFact } from './model';
import { type Problem, type Report, remark } from './report';

export interface Care {
  readonly facts: readonly ImportedFact[];
  readonly periods: readonly Stretch[];
  /** The days on which a review may fall: periods of care, and a series of short breaks from its first stay on. */
  readonly reviewed: readonly Stretch[];
  readonly placedForAdoption: readonly Stretch[];
}

interface State {
  readonly facts: ImportedFact[];
  readonly periods: Stretch[];
  readonly placedForAdoption: Stretch[];
  longTermFostering: boolean;
  placed: boolean;
}

export function readCare(episodes: readonly Episode[], report: Report): Care {
  const state: State = {
    facts: [],
    periods: [],
    placedForAdoption: [],
    longTermFostering: false,
    placed: false,
  };
  let before: Episode | null = null;
  for (const episode of episodes) {
    const goesOn: Episode | null = before !== null && before.ended === CARE_GOES_ON ? before : null;
    if (goesOn === null) begin(state, episode, report);
    else change(state, goesOn, episode, report);
    enterPlacement(state, episode, goesOn !== null && CARERS_CHANGED.has(episode.began));
    if (episode.ended !== null && episode.ended !== CARE_GOES_ON) end(state, episode, episode.to!);
    before = episode;
  }
  return { ...state, reviewed: reviewedSpans(state) };
}

/** The stays of one series of short breaks (V3) are one: reviews between them count (reg 48). One too long is none. */
function reviewedSpans({ periods, facts }: State): Stretch[] {
  const basisOn = new Map(
    facts
      .filter(({ kind }) => kind === 'became-looked-after')
      .map(({ on, attributes }) => [on, attributes.basis]),
  );
  const isStay = ({ from, to }: Stretch): boolean =>
    basisOn.get(from) === SERIES && to !== null && daysBetween(from, to) <= LONGEST_STAY;
  return periods.map((period, at) =>
    isStay(period) ? { from: period.from, to: periods[at + 1]?.from ?? null } : period,
  );
}

function tell(state: State, episode: Episode, kind: string, attributes: Record<string, string> = {}): void {
  state.facts.push(factFrom(episode.row, episode.from, kind, attributes));
}

/** A first episode that is no start: the child was already in care, since when is not known. */
function begin(state: State, episode: Episode, report: Report): void {
  const known = episode.began === 'S';
  const basis = episode.legalStatus;
  state.periods.push({ from: episode.from, to: null });
  tell(
    state,
    episode,
    'became-looked-after',
    known ? { basis } : { basis, start: 'before', episode: episode.began },
  );
  if (!known) state.facts.push({ ...state.facts.pop()!, entry: episode });
  if (!known && episode.began === 'L' && (isPlaced(episode) || isLongTerm(episode))) {
    remark(report, episode.row, placementUnknown(episode.placement!));
  }
  if (episode.placement !== null) tell(state, episode, 'placement-started', { kind: episode.placement });
}

/** How a child stood, by what is recorded, before an episode. */
export interface StoodBefore {
  readonly legalStatus: string | null;
  readonly placement: string | null;
  readonly longTermFostering: boolean;
  readonly placedForAdoption: boolean;
}

/**
 * What an episode that finds the child in care tells, if how they stood before it is recorded: only what
 * changed. A placement changes if RNE says so: by hand it may be recorded in other words than the code's.
 */
export function changesSince(before: StoodBefore, episode: Episode): ImportedFact[] {
  const { placedForAdoption: placed, longTermFostering, placement } = before;
  const state: State = {
    facts: [],
    periods: [],
    placedForAdoption: placed ? [{ from: episode.from, to: null }] : [],
    longTermFostering,
    placed,
  };
  if (LEGAL_STATUS_CHANGED.has(episode.began) && before.legalStatus !== episode.legalStatus) {
    changeStatus(state, episode);
  }
  if (PLACEMENT_CHANGED.has(episode.began)) {
    if (placement !== null) tell(state, episode, 'placement-ended', { kind: placement });
    startPlacement(state, episode);
  }
  enterPlacement(state, episode, CARERS_CHANGED.has(episode.began));
  return state.facts;
}

/** The first episode began with a change of legal status only, so its placement is older than it. */
function placementUnknown(placement: string): Problem {
  return {
    column: 'DECOM',
    reason: 'began-before',
    why: `The placement (${placement}) began before this episode, on a day the file does not give. It is counted from DECOM.`,
    next: 'If the day is known, add the earlier episode and import again.',
  };
}

/** Care goes on from one episode to the next: what differs is what happened. */
function change(state: State, before: Episode, episode: Episode, report: Report): void {
  const status = before.legalStatus !== episode.legalStatus;
  const placement = before.placement !== episode.placement;
  const moved = placement || PLACEMENT_CHANGED.has(episode.began);
  if (status) changeStatus(state, episode);
  if (moved && before.placement !== null) {
    tell(state, episode, 'placement-ended', { kind: before.placement });
  }
  if (moved) startPlacement(state, episode);
  remarkReason(report, episode, status, placement);
}

/** RNE says whether the carers there are the same, unless it says that the child did not move. */
function startPlacement(state: State, episode: Episode): void {
  if (episode.placement === null) return;
  const { began } = episode;
  const carers = CARERS_THE_SAME.has(began) ? 'same' : CARERS_CHANGED.has(began) ? 'changed' : null;
  tell(state, episode, 'placement-started', {
    kind: episode.placement,
    ...(carers === null ? {} : { carers }),
  });
}

/** Of two changes on one day the second is how the day ended, and a day has one. */
function changeStatus(state: State, episode: Episode): void {
  const kind = 'legal-status-changed';
  const same = state.facts.findLastIndex((fact) => fact.kind === kind && fact.on === episode.from);
  if (same >= 0) state.facts.splice(same, 1);
  tell(state, episode, kind, { basis: episode.legalStatus });
}

/** RNE says one thing and the codes another: the codes are what is recorded. */
function remarkReason(report: Report, episode: Episode, status: boolean, placement: boolean): void {
  const said = (codes: ReadonlySet<string>): boolean => codes.has(episode.began);
  const why =
    said(LEGAL_STATUS_CHANGED) && !status
      ? 'says that the legal status changed, and LS is the same as before'
      : status && !said(LEGAL_STATUS_CHANGED)
        ? 'says that the legal status did not change, and LS is not the same as before'
        : placement && !said(PLACEMENT_CHANGED)
          ? 'says that the placement did not change, and PLACE is not the same as before'
          : null;
  if (why === null) return;
  remark(report, episode.row, {
    column: 'RNE',
    reason: 'change',
    why: `RNE is ${episode.began}, which ${why}. LS and PLACE were taken as they are.`,
    next: 'If one of the codes is wrong, put it right and import again.',
  });
}

function isPlaced(episode: Episode): boolean {
  return PLACED_FOR_ADOPTION.has(episode.placement ?? '');
}

function isLongTerm(episode: Episode): boolean {
  return LONG_TERM_FOSTERING.has(episode.placement ?? '');
}

/**
 * Long-term fostering, and placement for adoption, last as long as the carers are the same: a move
 * with them (RNE T or U) or a change of legal status only goes on; new carers are a new placement.
 */
function enterPlacement(state: State, episode: Episode, newCarers: boolean): void {
  const longTerm = isLongTerm(episode);
  if (state.longTermFostering && (!longTerm || newCarers)) tell(state, episode, 'long-term-foster-ended');
  if (longTerm && (!state.longTermFostering || newCarers)) {
    tell(state, episode, 'long-term-foster-designated');
  }
  state.longTermFostering = longTerm;

  const placed = isPlaced(episode);
  if (state.placed && (!placed || newCarers)) {
    tell(state, episode, 'adoption-placement-ended');
    state.placedForAdoption.at(-1)!.to = episode.from;
  }
  if (placed && (!state.placed || newCarers)) {
    tell(state, episode, 'placed-for-adoption');
    state.placedForAdoption.push({ from: episode.from, to: null });
  }
  state.placed = placed;
}

/** Care ended. What would outlast it in the chronology, long-term fostering and placement for adoption, ends too. */
function end(state: State, episode: Episode, on: IsoDate): void {
  const reason = episode.ended!;
  const say = (kind: string, attributes: Record<string, string> = {}): void => {
    state.facts.push(factFrom(episode.row, on, kind, attributes));
  };
  if (state.longTermFostering) say('long-term-foster-ended');
  if (ADOPTED.has(reason)) say('adoption-order-made');
  else if (state.placed) say('adoption-placement-ended');
  say('ceased-looked-after', { reason });
  if (state.placed) state.placedForAdoption.at(-1)!.to = on;
  state.longTermFostering = false;
  state.placed = false;
  state.periods.at(-1)!.to = on;
}
