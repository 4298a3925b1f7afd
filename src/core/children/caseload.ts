/**
 * How much an independent reviewing officer (IRO) carries, against what the guidance asks. Pure.
 */
import { SHORT_BREAK_CODES } from '../events/codes';
import { fullTimeOf, type WorkingWeek } from '../time/working-week';

/** Looked-after children for a full-time IRO, as the guidance has it. */
export const CASELOAD_GUIDANCE = {
  from: 50,
  to: 70,
  source: 'iro-handbook',
  grade: 'unverified',
} as const;

/** What one child counts for. */
export interface Weight {
  readonly weight: number;
  readonly why: string;
}

const WHOLE: Weight = { weight: 1, why: 'looked-after child' };
/** The guidance gives no weights: our reading, for a child on short breaks is reviewed half as much. */
const HALF: Weight = { weight: 0.5, why: 'series of short breaks' };

/** The weights there are, the ordinary one first. */
export const WEIGHTS: readonly Weight[] = [WHOLE, HALF];

/** What a child of a legal status (a code of the return) counts for. */
export function weightOf(legalStatus: string | null): Weight {
  return legalStatus !== null && SHORT_BREAK_CODES.includes(legalStatus) ? HALF : WHOLE;
}

export type AgainstGuidance = 'below' | 'within' | 'above';

export interface Load {
  readonly children: number;
  /** The sum of the weights. */
  readonly weighted: number;
  /** 1 for five days a week. */
  readonly fullTime: number;
  /** The weighted caseload that a full-time week would have, to one decimal. */
  readonly perFullTime: number;
  readonly guidance: AgainstGuidance;
}

/** What children of these legal statuses come to for someone who works such a week. */
export function loadOf(legalStatuses: readonly (string | null)[], week: WorkingWeek): Load {
  const weighted = legalStatuses.reduce((sum, status) => sum + weightOf(status).weight, 0);
  const fullTime = fullTimeOf(week);
  return {
    children: legalStatuses.length,
    weighted,
    fullTime,
    perFullTime: perFullTime(weighted, fullTime),
    guidance: againstGuidance(weighted, fullTime),
  };
}

/** A weighted caseload as a full-time week would have it, to one decimal; 0 if nobody works. */
export function perFullTime(weighted: number, fullTime: number): number {
  return fullTime === 0 ? 0 : Math.round((weighted / fullTime) * 10) / 10;
}

function againstGuidance(weighted: number, fullTime: number): AgainstGuidance {
  // Multiplied, not divided and rounded: 42 in three days a week is 70 exactly, and 42.5 is above it.
  const days = Math.round(fullTime * 5);
  if (weighted * 5 > CASELOAD_GUIDANCE.to * days) return 'above';
  return weighted * 5 < CASELOAD_GUIDANCE.from * days ? 'below' : 'within';
}
