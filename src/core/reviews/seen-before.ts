/**
 * Of a child under four: whether the IRO saw them before the review, which only the IRO can say. Held without
 * it, the review leaves the duty missed for good. Pure.
 */
import type { Duty } from '../engine/duty';
import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';

/** How the IRO may have seen a child under four, with what is recorded of each. */
export const SAW: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  observed: { how: 'observed' },
  seen: {},
  inappropriate: { outcome: 'inappropriate' },
  no: null,
};

/** What is recorded of a child under four, on the day of the review; nothing of an older one. */
export function sawFacts(on: IsoDate, code: string | undefined, word: string | undefined): Fact[] {
  const attributes = code === 'PN0' && word !== undefined ? SAW[word] : null;
  return attributes ? [{ on, kind: 'iro-saw-child', attributes }] : [];
}

/** True of a child under four whose review of that day would leave it missed that the IRO sees them. */
export const isUnseen = (code: string | undefined, on: IsoDate, duties: readonly Duty[]): boolean =>
  code === 'PN0' &&
  duties.some(
    ({ rule, missed, endedOn, metOn }) =>
      missed === true &&
      metOn === null &&
      endedOn === on &&
      rule.metBy.some(({ kind }) => kind === 'iro-saw-child'),
  );
