/** What every export says of a fact alike: codes of the return alone, since words may name somebody. Pure. */
import type { Moment } from '../../core/engine/moment';
import { DIED } from '../../core/events/death';
import type { Fact } from '../../core/events/fact';
import type { IsoDate } from '../../core/time/dates';
import { PLACEMENTS, REASONS_EPISODE_CEASED } from '../ssda903/codes';

/** Null if it is recorded in words, or not at all. */
const coded = (text: string | null | undefined, codes: ReadonlySet<string>): string | null =>
  text && codes.has(text) ? text : null;

/** The code of a placement, by what is recorded as its kind. */
export const placementCode = (kind: string | null | undefined): string | null => coded(kind, PLACEMENTS);

/** The code of why care ended, by the fact that ended it. */
export const reasonCareEnded = ({ kind, attributes }: Fact): string | null =>
  kind === 'child-died' ? DIED : coded(attributes.reason, REASONS_EPISODE_CEASED);

/** The day of the placement order, if that gave the authority to place; null if there is none. */
export const placementOrderOn = (authorised: Moment | undefined): IsoDate | null =>
  authorised?.fact.attributes.ground === 'placement-order' ? authorised.on : null;
