/** A return that begins in the middle of care which is recorded from its start. */

import type { Moment, Story, Stretch } from '../../core/engine/moment';
import { timesAway } from '../../core/engine/series';
import { readStory } from '../../core/engine/story';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { ChronologyEntry } from '../../store/chronology';
import { changesSince, type StoodBefore } from '../ssda903/care';
import { LEGAL_STATUS_CHANGED } from '../ssda903/codes';
import type { Episode } from '../ssda903/episodes';
import type { ImportedFact } from '../ssda903/model';

/**
 * A child's facts as they stand beside what is recorded, or why they cannot. The return of a later year may
 * begin in the middle of care that is recorded from its start: it then says "already in care" of what is
 * better known here, and again what began before it. Of that episode only what has changed is new, on the
 * day it begins.
 */
export function besideRecorded(
  facts: readonly ImportedFact[],
  live: readonly ChronologyEntry[],
  born: IsoDate | null,
): readonly ImportedFact[] | string {
  const entries = facts.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  if (entries.length === 0 || live.length === 0) return facts;
  const story = readStory(live, born);
  let told = facts;
  for (const entry of entries) {
    if (!story.periods.flatMap(timesAway).some(lastsOn(entry.from))) continue;
    const before = stoodBefore(story, entry.from);
    const clash = clashOfStatus(story, entry, before.legalStatus);
    if (clash !== null) return clash;
    told = [...told.filter((fact) => !beginsWith(entry, fact)), ...changesSince(before, entry)];
  }
  return told;
}

/** What an episode says of a child who is found in care: how things stood when its day began. */
const FOUND = [
  'became-looked-after',
  'placement-started',
  'long-term-foster-designated',
  'placed-for-adoption',
];

function beginsWith({ row, from }: Episode, { kind, on, source }: ImportedFact): boolean {
  return FOUND.includes(kind) && on === from && source.line === row.line && source.file === row.file;
}

function stoodBefore(story: Story, on: IsoDate): StoodBefore {
  const placement = lastBefore(story, on, ['placement-started', 'placement-ended'])?.fact;
  return {
    legalStatus: statusBefore(story, on)?.fact.attributes.basis ?? null,
    placement: placement?.kind === 'placement-started' ? (placement.attributes.kind ?? null) : null,
    longTermFostering: story.longTermFostering.some(lastsOn(on)),
    placedForAdoption: story.moments.findLast((moment) => moment.on < on)?.placedForAdoption === true,
  };
}

/** A legal status that is not the one recorded, if RNE does not say that it changed, changed on an unknown day. */
function clashOfStatus(
  story: Story,
  { row, from, began, legalStatus }: Episode,
  recorded: string | null,
): string | null {
  if (recorded === null || recorded === legalStatus || LEGAL_STATUS_CHANGED.has(began)) return null;
  const changed = story.moments.some(
    ({ on, fact }) => on === from && STATUS.includes(fact.kind) && fact.attributes.basis === legalStatus,
  );
  if (changed) return null;
  const since = plainDate(statusBefore(story, from)!.on);
  return `line ${row.line} of ${row.file} finds the child in care with ${legalStatus}, and ${recorded} is recorded since ${since}; the day it changed is not in the return.`;
}

const STATUS = ['became-looked-after', 'legal-status-changed'];
const statusBefore = (story: Story, on: IsoDate): Moment | undefined => lastBefore(story, on, STATUS);

function lastBefore({ moments }: Story, day: IsoDate, kinds: readonly string[]): Moment | undefined {
  return moments.findLast(({ counts, on, fact }) => counts && on < day && kinds.includes(fact.kind));
}

/** It began before the day, and had not ended by the day before. */
const lastsOn =
  (on: IsoDate) =>
  ({ from, to }: Stretch): boolean =>
    from < on && (to === null || on <= to);
