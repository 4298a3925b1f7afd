/** A return that begins in the middle of care which is recorded from its start. */
import { type IsoDate, plainDate } from '../../core/dates';
import type { Moment, Story } from '../../core/moment';
import { readStory } from '../../core/story';
import type { ImportedFact } from '../../exchange/ssda903/model';
import type { ChronologyEntry } from '../../store/chronology';
import { placeWords } from './clash';

/**
 * The return of a later year may begin in the middle of care that is recorded from its start: it
 * then says "already in care" of what is better known here, and again what began before it.
 */
export class CareRecorded {
  private readonly story: Story;
  /** The days on which the return finds the child in care that is recorded. */
  private readonly found = new Set<IsoDate>();

  constructor(live: readonly ChronologyEntry[], born: IsoDate | null) {
    this.story = readStory(live, born);
  }

  /** True where the fact says only how things stood when its day began, and that is recorded. */
  covers({ on, kind, attributes }: ImportedFact): boolean {
    const { periods, longTermFostering, moments } = this.story;
    const lasts = ({ from, to }: Span): boolean => from < on && (to === null || on <= to);
    if (attributes.start === 'before') {
      if (!periods.some(lasts)) return false;
      this.found.add(on);
      return true;
    }
    if (!this.found.has(on)) return false;
    switch (kind) {
      case 'placement-started':
        return this.lastBefore(on, PLACEMENT)?.fact.attributes.kind === attributes.kind;
      case 'long-term-foster-designated':
        return longTermFostering.some(lasts);
      case 'placed-for-adoption':
        return moments.findLast((moment) => moment.on < on)?.placedForAdoption === true;
      default:
        return false;
    }
  }

  /** A legal status that is not the one recorded has changed on a day that the return does not give. */
  clashWith(fact: ImportedFact): string | null {
    const { basis } = fact.attributes;
    const since = this.lastBefore(fact.on, STATUS);
    const recorded = since?.fact.attributes.basis;
    if (basis === undefined || recorded === undefined || recorded === basis) return null;
    const changed = this.story.moments.some(
      ({ on, fact: told }) => on === fact.on && STATUS.includes(told.kind) && told.attributes.basis === basis,
    );
    if (changed) return null;
    return `${placeWords(fact)} finds the child in care with ${basis}, and ${recorded} is recorded since ${plainDate(since!.on)}; the day it changed is not in the return.`;
  }

  private lastBefore(day: IsoDate, kinds: readonly string[]): Moment | undefined {
    return this.story.moments.findLast(
      ({ counts, on, fact }) => counts && on < day && kinds.includes(fact.kind),
    );
  }
}

type Span = { readonly from: IsoDate; readonly to: IsoDate | null };

const STATUS = ['became-looked-after', 'legal-status-changed'];
const PLACEMENT = ['placement-started', 'placement-ended'];
