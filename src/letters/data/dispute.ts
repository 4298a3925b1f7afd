/** What a document says of a dispute. */
import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import { type StageOfDispute, stageAt, stagesToCome } from '../../core/children/disputes';
import { DISPUTE_MADE_FORMAL } from '../../core/events/matters/disputes';
import { recommendationsIn } from '../../core/reviews/recommendations';
import { isRaisedBy, limitSaid, ruleInForce } from '../../core/rules/by-purpose';
import type { LetterSays } from '../../documents/template/field-list';
import type { LetterCase } from '../letter-case';
import type { Says } from './words';

/** All of it; nothing if the case is another. */
export function disputeData(of: LetterCase, says: Says): LetterSays['dispute'] {
  const { dispute, unit, today } = of;
  if (dispute === null) return null;
  const at = stageAt(dispute);
  const came = dispute.stages.filter(({ raisedOn, skipped }) => raisedOn !== null || skipped !== null);
  const told = came.map((stage) => stageData(of, stage, says));
  const formal = ruleInForce(unit.engine.rules, today, (rule) => isRaisedBy(rule, DISPUTE_MADE_FORMAL.kind));
  const { resolved, cafcass, legalAdvice } = dispute;
  return {
    ref: dispute.ref,
    about: aboutWords(of),
    theme: dispute.theme?.replaceAll('-', ' '),
    openedOn: says.day(dispute.openedOn),
    formalOn: says.day(dispute.formalOn),
    stage: at?.what,
    who: at?.who,
    raisedOn: says.day(at?.raised?.on ?? null),
    answerBy: says.day(at?.raised?.by ?? null),
    answerIsPast: says.isPast(at?.raised?.by ?? null),
    nextWho: stagesToCome(dispute)[0]?.who,
    days: dispute.formalOn === null ? null : limitSaid(formal),
    lastDay: says.day(lastDayOf(of)),
    stages: told,
    earlier: told.slice(0, Math.max(0, came.indexOf(at!))),
    legalAdvice: legalAdvice.map(({ from, about }) => (about === null ? from : `${from} (${about})`)),
    cafcassWhy: cafcass.findLast(({ outcome }) => outcome === 'referred')?.why,
    referredOn: says.day(dispute.referredOn),
    resolvedOn: says.day(resolved?.on ?? null),
    isAgreed: resolved?.outcome === 'agreed',
    isInPart: resolved?.outcome === 'in-part',
    isNotAgreed: resolved?.outcome === 'not-agreed',
    isOvertaken: resolved?.outcome === 'overtaken',
    how: resolved?.how,
    tell: resolved === null ? null : (of.tells ?? resolved.tell),
  };
}

function stageData({ unit, child, day }: LetterCase, stage: StageOfDispute, says: Says) {
  const to = stage.raised?.to ?? null;
  return {
    stage: stage.what,
    raisedOn: says.day(stage.raisedOn),
    with: to === null ? null : wordsFor(everyoneIn(unit, child, day), to),
    answer: stage.answered?.answer,
    leftOut: stage.skipped?.why,
  };
}

/** As it was written; of a dispute about a recommendation, what that asks for. */
function aboutWords({ dispute, reckoning }: LetterCase): string | null {
  const about = dispute!.about;
  const [, ref] = /^recommendation (\S+)$/.exec(about ?? '') ?? [];
  const found =
    ref === undefined ? undefined : recommendationsIn(reckoning.story).find((each) => each.ref === ref);
  return found?.text == null ? about : `${found.text} (recommendation ${ref})`;
}

/** The last day of all formal stages, as it is owed. */
function lastDayOf({ dispute, reckoning }: LetterCase) {
  const owed = reckoning.duties.findLast(
    ({ rule, ref }) =>
      isRaisedBy(rule, DISPUTE_MADE_FORMAL.kind) && ref?.toLowerCase() === dispute!.ref.toLowerCase(),
  );
  return dispute!.formalOn === null ? null : (owed?.due ?? null);
}
