/**
 * The stages of a dispute on one day: what a stage answered is read before the next one is raised, though it ends the wait
 * for the answer. Which stage comes first is the pack's; what was raised and answered on the day tells it here.
 */
import type { Fact } from '../fact';
import { DISPUTE_STAGE_ANSWERED, DISPUTE_STAGE_RAISED } from './disputes';

const RAISED = DISPUTE_STAGE_RAISED.kind;
const ANSWERED = DISPUTE_STAGE_ANSWERED.kind;

export const isOfAStage = ({ kind }: Fact): boolean => kind === RAISED || kind === ANSWERED;

const stageOf = ({ attributes: { ref = '', stage = '' } }: Fact): string => `${ref.toLowerCase()}|${stage}`;

/**
 * Sorts before what is read later of those of a day, as text: an answer of a stage that was raised before, then each stage that
 * was raised and answered on this day, then what was raised and has no answer yet.
 */
export function stageOrder(fact: Fact, day: readonly Fact[]): string {
  if (!isOfAStage(fact)) return '';
  const has = (kind: string): boolean =>
    day.some((other) => other.kind === kind && stageOf(other) === stageOf(fact));
  if (!has(RAISED)) return '0';
  return has(ANSWERED) ? `1|${stageOf(fact)}|${fact.kind === RAISED ? 0 : 1}` : '2';
}
