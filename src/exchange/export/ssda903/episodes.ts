/**
 * A child's episodes as the return has them, made of what is recorded: a new one on each day on which the legal status
 * or the placement changed. What is not recorded is null, and never guessed. Pure.
 */
import type { Moment, Story } from '../../../core/engine/moment';
import { ENDS_PERIOD, type Fact } from '../../../core/events/fact';
import type { IsoDate } from '../../../core/time/dates';
import {
  CARE_GOES_ON,
  LONG_TERM_FOSTERING,
  PLACED_FOR_ADOPTION,
  WITH_THE_SAME_CARERS,
} from '../../ssda903/codes';
import { placementCode, reasonCareEnded } from '../facts-told';

export interface EpisodeOut {
  /** The number of the event that began it. */
  readonly event: number | undefined;
  /** That of the event that began the placement; null if none is recorded. */
  readonly placedBy: number | null;
  readonly from: IsoDate;
  /** RNE; null if what is recorded does not tell it. */
  readonly began: string | null;
  readonly legalStatus: string | null;
  /** PLACE; null if no placement is recorded, or one in words. */
  readonly placement: string | null;
  /** Null while it is open. */
  readonly to: IsoDate | null;
  /** REC; null while it is open, or if why care ended is recorded in words or not at all. */
  readonly ended: string | null;
}

/** How the child was looked after from one day on. */
interface Stretch {
  readonly event: number | undefined;
  readonly from: IsoDate;
  placedBy: number | null;
  /** `start`: care began; `found`: it had begun before, nobody knows when; `change`: it went on otherwise. */
  readonly began: 'start' | 'found' | 'change';
  /** Of one that was found: why the return had it begin, if it came from there. */
  readonly foundAs: string | null;
  legalStatus: string | null;
  placement: string | null;
  carer: string | null;
  /** Whether the carers are those of the placement before, if that is recorded. */
  carers: string | null;
  moved: boolean;
  to: IsoDate | null;
  ended: string | null;
}

/** Every episode of a story, in order. */
export function episodesOf({ moments }: Story): EpisodeOut[] {
  const counting = moments.filter(({ counts }) => counts);
  const ends = new Set(counting.filter(({ fact }) => ENDS_PERIOD.has(fact.kind)).map(({ on }) => on));
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (const { on, fact } of counting) {
    if (fact.kind === 'became-looked-after') {
      const began = fact.attributes.start === 'before' ? 'found' : 'start';
      const blank = {
        placement: null,
        placedBy: null,
        carer: null,
        carers: null,
        moved: false,
        to: null,
        ended: null,
      };
      const foundAs = began === 'found' ? (fact.attributes.episode ?? null) : null;
      open = {
        event: fact.id,
        from: on,
        began,
        foundAs,
        legalStatus: fact.attributes.basis ?? null,
        ...blank,
      };
      stretches.push(open);
    } else if (open !== null && ENDS_PERIOD.has(fact.kind)) {
      open.to = on;
      open.ended = reasonCareEnded(fact);
      open = null;
    } else if (fact.kind === 'placement-ended' && ends.has(on)) {
      // With care the placement ends of itself: no episode lies between.
    } else if (open !== null && CHANGES.has(fact.kind)) {
      if (open.from < on) {
        open.to = on;
        open.ended = CARE_GOES_ON;
        open = goingOn(open, on, fact.id);
        stretches.push(open);
      }
      change(open, fact);
    }
  }
  return stretches.map((stretch, at) => {
    const before = stretch.began === 'change' ? stretches[at - 1]! : null;
    const { event, placedBy, from, to, legalStatus, placement, ended } = stretch;
    return {
      event,
      placedBy,
      from,
      to,
      legalStatus,
      placement,
      ended,
      began: reasonBegun(stretch, before, counting),
    };
  });
}

const CHANGES: ReadonlySet<string> = new Set([
  'legal-status-changed',
  'placement-started',
  'placement-ended',
]);

const goingOn = (before: Stretch, on: IsoDate, event: number | undefined): Stretch => ({
  ...before,
  ...{ event, from: on, began: 'change', carers: null, moved: false, to: null, ended: null },
});

function change(open: Stretch, { id, kind, attributes }: Fact): void {
  if (kind === 'legal-status-changed') open.legalStatus = attributes.basis ?? null;
  else {
    const starts = kind === 'placement-started';
    open.placement = starts ? placementCode(attributes.kind) : null;
    open.carer = starts ? (attributes.carer ?? null) : null;
    open.carers = starts ? (attributes.carers ?? null) : null;
    open.placedBy = starts ? (id ?? null) : null;
    open.moved = true;
  }
}

/** RNE: S for a start; else what changed, with whether the carers did. */
function reasonBegun(after: Stretch, before: Stretch | null, moments: readonly Moment[]): string | null {
  if (before === null) return after.began === 'start' ? 'S' : after.foundAs;
  const status = before.legalStatus !== after.legalStatus;
  if (!after.moved) return 'L';
  const kinds = new Set(moments.filter(({ on }) => on === after.from).map(({ fact }) => fact.kind));
  const same = haveSameCarers(before, after, kinds);
  if (same === null) return null;
  return same ? (status ? 'U' : 'T') : status ? 'B' : 'P';
}

/** Whether the child moved with their carers; null if what is recorded does not say. */
function haveSameCarers(before: Stretch, after: Stretch, kinds: ReadonlySet<string>): boolean | null {
  if (after.carers !== null) return after.carers === 'same';
  if (before.carer !== null && after.carer !== null && before.carer === after.carer) return true;
  const [from, to] = [before.placement, after.placement];
  if (from === null || to === null) return null;
  for (const [lasting, ended] of LAST_WITH_THEIR_CARERS)
    if (lasting.has(from) && lasting.has(to)) return !kinds.has(ended);
  if (from.startsWith('U') && PLACED_FOR_ADOPTION.has(to)) return WITH_THE_SAME_CARERS.has(to);
  // A children’s home and a foster family, say, are never the same people; two foster placements may be.
  return from[0] === to[0] ? null : false;
}

/** Placements that go on while the carers are the same, with what is recorded when they end. */
const LAST_WITH_THEIR_CARERS = [
  [LONG_TERM_FOSTERING, 'long-term-foster-ended'],
  [PLACED_FOR_ADOPTION, 'adoption-placement-ended'],
] as const;
