/** A decision in words, as a review's screens have it. */

import { calledOf, everyoneIn } from '../../cases/people/who';
import type { Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';

const OF_KIND: Readonly<Record<string, string>> = {
  recommendation: 'recommended: ',
  'adoption-panel': 'to the adoption panel: ',
};

/** `Find a tutor; the social worker; by Friday 17 April 2026`. */
export function decisionWords(
  unit: Unit,
  child: Child,
  { text, owner, by, kind }: Readonly<Record<string, string>>,
  on: IsoDate,
): string {
  const who = owner === undefined ? [] : [calledOf(everyoneIn(unit, child, on), owner)];
  const when = by === undefined ? [] : [`by ${longDate(by as IsoDate)}`];
  return [`${OF_KIND[kind ?? ''] ?? ''}${text}`, ...who, ...when].join('; ');
}
