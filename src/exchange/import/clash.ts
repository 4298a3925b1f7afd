/** Whether what a return tells can stand beside what is recorded: in one event, and in the whole story. */

import type { Story } from '../../core/engine/moment';
import { readStory } from '../../core/engine/story';
import { REMAND_CODES, SHORT_BREAK_CODES } from '../../core/events/codes';
import type { Fact } from '../../core/events/fact';
import { eventWords } from '../../core/events/words';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { ChronologyEntry } from '../../store/chronology';
import type { ImportedFact } from '../ssda903/model';

/** Why one event cannot be as both say; null if it can. What decides which reviews are owed must agree. */
export function clashBetween(fact: ImportedFact, recorded: ChronologyEntry): string | null {
  const event = `${eventOf(recorded)} (event ${recorded.id})`;
  if (
    recorded.attributes.start === 'before' &&
    fact.kind === 'became-looked-after' &&
    !fact.attributes.start
  ) {
    return `${event} says that the child was already in care; ${placeWords(fact)} says that care began that day.`;
  }
  const { basis } = fact.attributes;
  if (basis === undefined || basis === recorded.attributes.basis) return null;
  if (recorded.attributes.basis === undefined && !OTHER_CLOCK.includes(basis)) return null;
  const other = recorded.attributes.basis === undefined ? 'no legal status' : recorded.attributes.basis;
  return `${event} is recorded with ${other}; ${placeWords(fact)} has ${basis}.`;
}

const OTHER_CLOCK = [...SHORT_BREAK_CODES, ...REMAND_CODES];

/** Why the new facts cannot stand beside the recorded ones; null if they can. */
export function clashInStory(
  live: readonly ChronologyEntry[],
  added: readonly ImportedFact[],
  born: IsoDate | null,
): string | null {
  // As they will be once recorded: entered after all that is there.
  const first = 1 + live.reduce((highest, { id }) => Math.max(highest, id), 0);
  const numbered = added.map((fact, at) => ({ ...fact, id: first + at }));
  const before = readStory(live, born);
  const after = readStory([...live, ...numbered], born);
  const idle = after.moments.find(({ counts, fact }) => !counts && fact.id !== undefined && fact.id >= first);
  if (idle !== undefined) {
    const fact = numbered[idle.fact.id! - first]!;
    const why = after.idle.get(idle.fact) ?? 'it could not be so';
    return `${eventOf(fact)} (${placeWords(fact)}) would count for nothing, since ${why}.`;
  }
  const read = new Set(after.moments.map(({ fact }) => fact.id));
  const lost = numbered.find(({ id, kind }) => BOUNDS.includes(kind) && !read.has(id));
  if (lost !== undefined) {
    return `${eventOf(lost)} (${placeWords(lost)}) would be read as one with another of that day.`;
  }
  const counted = new Set(after.moments.flatMap(({ counts, fact }) => (counts ? [fact.id] : [])));
  const stranded = before.moments.find(
    ({ counts, fact }) => counts && fact.id !== undefined && !counted.has(fact.id),
  );
  if (stranded !== undefined) {
    return `with what the return tells, ${eventOf(stranded.fact)} (event ${stranded.fact.id}) would count for nothing.`;
  }
  const twice = placedTwice(after);
  if (twice !== undefined && placedTwice(before) === undefined) {
    return `with what the return tells, the child would be placed for adoption on ${plainDate(twice)} while placed already.`;
  }
  return null;
}

/** What begins and ends a period of care. */
const BOUNDS = ['became-looked-after', 'ceased-looked-after'];

function placedTwice({ moments }: Story): IsoDate | undefined {
  return moments.find(
    ({ fact, period }, at) =>
      fact.kind === 'placed-for-adoption' &&
      moments[at - 1]?.placedForAdoption === true &&
      moments[at - 1]?.period === period,
  )?.on;
}

/** `“review held” on 24 March 2026`. */
export const eventOf = ({ kind, on }: Fact): string => `“${eventWords(kind)}” on ${plainDate(on)}`;
/** `line 12 of reviews.csv`. */
const placeWords = ({ source }: ImportedFact): string => `line ${source.line} of ${source.file}`;
