/** A child's disputes as a chronology has them, each with the stages that it went through. Pure. */
import type { Moment, Story } from '../engine/moment';
import type { Said } from '../events/event';
import {
  CAFCASS_CONSIDERED,
  CAFCASS_REFERRED,
  DISPUTE_MADE_FORMAL,
  DISPUTE_NOTED,
  DISPUTE_OPENED,
  DISPUTE_RESOLVED,
  DISPUTE_STAGE_ANSWERED,
  DISPUTE_STAGE_RAISED,
  DISPUTE_STAGE_SKIPPED,
  LEGAL_ADVICE_TAKEN,
} from '../events/matters/disputes';
import { lastTaken, takenIn } from '../reviews/record';
import type { Stage } from '../rules/stages';
import type { IsoDate } from '../time/dates';

/** A stage of the ladder with what became of it in one dispute. */
export interface StageOfDispute extends Omit<Stage, 'days'> {
  /** The first informal stage is raised when the dispute is opened. */
  readonly raisedOn: IsoDate | null;
  /** What was said when it was raised last; of the first informal stage, when the dispute was opened. */
  readonly raised: Said<typeof DISPUTE_STAGE_RAISED> | Said<typeof DISPUTE_OPENED> | null;
  readonly answered: Said<typeof DISPUTE_STAGE_ANSWERED> | null;
  readonly skipped: Said<typeof DISPUTE_STAGE_SKIPPED> | null;
}

export type Dispute = ReturnType<typeof disputeOf>;

/** The disputes of a chronology, in the order in which they were opened. */
export function disputesOf({ moments }: Story, ladder: readonly Stage[]): Dispute[] {
  const byRef = new Map<string, Moment[]>();
  for (const moment of moments) {
    const ref = moment.fact.attributes.ref?.toLowerCase();
    if (ref === undefined || !moment.counts) continue;
    if (moment.fact.kind === DISPUTE_OPENED.kind && !byRef.has(ref)) byRef.set(ref, []);
    byRef.get(ref)?.push(moment);
  }
  return [...byRef.values()].map((own) => disputeOf(own, ladder));
}

function disputeOf(moments: readonly Moment[], ladder: readonly Stage[]) {
  const record = { moments };
  const { on: openedOn, ...opened } = takenIn(record, DISPUTE_OPENED)[0]!;
  const resolved = lastTaken(record, DISPUTE_RESOLVED) ?? null;
  // Made formal again after that, it goes on.
  const isResolved =
    resolved !== null && !takenIn(record, DISPUTE_MADE_FORMAL).some(({ on }) => on > resolved.on);
  return {
    ...opened,
    openedOn,
    formalOn: takenIn(record, DISPUTE_MADE_FORMAL)[0]?.on ?? null,
    stages: withLostStages(record, ladder).map((stage) => stageOf(record, stage, stage === ladder[0])),
    notes: takenIn(record, DISPUTE_NOTED),
    legalAdvice: takenIn(record, LEGAL_ADVICE_TAKEN),
    cafcass: takenIn(record, CAFCASS_CONSIDERED),
    referredOn: lastTaken(record, CAFCASS_REFERRED)?.on ?? null,
    resolved: isResolved ? resolved : null,
  };
}

/** The ladder, and after it the stages that were raised when the pack had another one. */
function withLostStages(
  record: { readonly moments: readonly Moment[] },
  ladder: readonly Stage[],
): readonly Stage[] {
  const lost = takenIn(record, DISPUTE_STAGE_RAISED).filter(
    ({ stage }, at, all) =>
      !ladder.some(({ name }) => name === stage) && all.findIndex((other) => other.stage === stage) === at,
  );
  return [
    ...ladder,
    ...lost.map(({ stage, to, formal }) => ({
      ...{ name: stage, what: stage.replaceAll('-', ' '), who: to ?? '', days: null, formal },
    })),
  ];
}

function stageOf(
  record: { readonly moments: readonly Moment[] },
  { days: _, ...stage }: Stage,
  isFirst: boolean,
): StageOfDispute {
  const ofStage = (each: { readonly stage: string }): boolean => each.stage === stage.name;
  const opened = isFirst && !stage.formal ? takenIn(record, DISPUTE_OPENED)[0] : undefined;
  const raised = takenIn(record, DISPUTE_STAGE_RAISED).filter(ofStage);
  return {
    ...stage,
    raisedOn: (opened ?? raised[0])?.on ?? null,
    raised: raised.at(-1) ?? opened ?? null,
    answered: takenIn(record, DISPUTE_STAGE_ANSWERED).findLast(ofStage) ?? null,
    skipped: takenIn(record, DISPUTE_STAGE_SKIPPED).findLast(ofStage) ?? null,
  };
}

const isTouched = ({ raisedOn, skipped }: StageOfDispute): boolean => raisedOn !== null || skipped !== null;

/** The stage that a dispute is at: the last that was raised. */
export const stageAt = ({ stages }: Dispute): StageOfDispute | null =>
  stages.findLast(({ raisedOn }) => raisedOn !== null) ?? null;

/** Which of its stages a dispute is at, whatever the pack calls them: the first, another informal one, the first formal or a later one. */
export function whichStage(
  dispute: Dispute,
): 'first-stage' | 'informal-stage' | 'first-formal-stage' | 'later-formal-stage' {
  const raised = dispute.stages.filter(({ raisedOn }) => raisedOn !== null);
  const at = raised.at(-1);
  if (at?.formal)
    return raised.filter(({ formal }) => formal).length > 1 ? 'later-formal-stage' : 'first-formal-stage';
  return raised.length > 1 ? 'informal-stage' : 'first-stage';
}

/** The stages that are to come, the next one first: after the last that was raised or left out. */
export const stagesToCome = ({ stages }: Dispute): StageOfDispute[] =>
  stages.slice(stages.findLastIndex(isTouched) + 1);
