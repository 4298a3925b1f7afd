/**
 * Whether the IRO saw a child, or spoke with them in private, which only the IRO can say. A review that is held without
 * it leaves the duty missed for good. Pure.
 */
import type { Duty } from '../engine/duty';
import { type Fact, given } from '../events/fact';
import { listOf } from '../events/lists';
import type { IsoDate } from '../time/dates';

/** How the IRO may have seen a child under four, with what is recorded of each. */
export const SAW: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  observed: { how: 'observed' },
  seen: {},
  inappropriate: { outcome: 'inappropriate' },
  no: null,
};

/** How the IRO may have spoken with an older child. */
export const ALONE = ['face-to-face', 'video', 'telephone', 'refused', 'no'] as const;

/** What is said of it: of a child under four, of an older one, and where. */
export interface SeenBefore {
  readonly iroSaw?: string | undefined;
  readonly seenAlone?: string | undefined;
  readonly seenWhere?: string | undefined;
}

/** What is recorded of a child by the participation code, on the day of the review. */
export function sawFacts(on: IsoDate, code: string | undefined, said: SeenBefore): Fact[] {
  const { iroSaw, seenAlone, seenWhere: where } = said;
  const older = seenAlone === undefined || seenAlone === 'no' ? null : aloneAs(seenAlone);
  const under = iroSaw === undefined ? null : (SAW[iroSaw] ?? null);
  const attributes = code === 'PN0' ? under : code === undefined ? null : older;
  if (attributes === null) return [];
  return [{ on, kind: 'iro-saw-child', attributes: { ...attributes, ...given({ where }) } }];
}

const aloneAs = (how: string): Readonly<Record<string, string>> =>
  how === 'refused' ? { outcome: how } : { how };

/**
 * True if the IRO visited, or saw or spoke with the child; a child who refused was not seen, nor one who is not among
 * those whom the IRO met at the visit.
 */
export const sawTheChild = ({ kind, attributes: { met = 'child', outcome = 'seen' } }: Fact): boolean =>
  (kind === 'iro-visited' && listOf(met).includes('child')) ||
  (kind === 'iro-saw-child' && outcome === 'seen');

/** True of a child whose review of that day would leave it missed that the IRO sees them. */
export const isUnseen = (on: IsoDate, duties: readonly Duty[]): boolean =>
  duties.some(
    ({ rule, missed, endedOn, metOn }) =>
      missed === true &&
      metOn === null &&
      endedOn === on &&
      rule.metBy.some(({ kind }) => kind === 'iro-saw-child'),
  );
