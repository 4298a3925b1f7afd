/**
 * What may be withdrawn: a call for an early review, but not one that follows a visit (Care Planning
 * Regulations 2010, regs 30 and 33(3)(b)); a change that was proposed, said by its kind if more than one is
 * open. Pure.
 */
import { CARRIED_OUT_BY, type ChangeKind } from '../engine/changes';
import type { Chronology } from '../engine/chronology';
import type { Moment, Story } from '../engine/moment';
import { ENDS_PERIOD, type Fact } from '../events/fact';
import { advice, type Objection, toRecord } from '../events/objection';
import { plainDate } from '../time/dates';

const CLOSES_A_CALL: ReadonlySet<string> = new Set(['review-held', 'review-call-withdrawn', ...ENDS_PERIOD]);
const CLOSES_CHANGES: ReadonlySet<string> = new Set(['review-held', ...ENDS_PERIOD]);

/** The call that stands: no review held, nothing withdrawn and no end of care since. */
export function openCall({ moments }: Story): Moment | null {
  const last = moments.findLast(
    ({ counts, fact }) => counts && (fact.kind === 'review-called' || CLOSES_A_CALL.has(fact.kind)),
  );
  return last?.fact.kind === 'review-called' ? last : null;
}

/** Why something cannot be withdrawn; null if it can, or if the fact withdraws nothing. */
export function withdrawalObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  if (fact.kind !== 'review-call-withdrawn' && fact.kind !== 'change-withdrawn') return null;
  const { story } = known.upTo(fact.on);
  return fact.kind === 'change-withdrawn' ? whichChange(fact, story, ref) : callOfAVisit(story, ref);
}

function callOfAVisit(story: Story, ref: string): Objection | null {
  const call = openCall(story);
  if (call?.fact.attributes.visit !== 'yes') return null;
  return {
    what: `${ref}: the review called for on ${plainDate(call.on)} follows a visit at which the child was found not to be safeguarded. It is the authority’s own duty (Care Planning Regulations 2010, regs 30 and 33(3)(b)), and the IRO cannot withdraw it.`,
    next: advice`To plan it: ${toRecord('review-planned', ref)}`,
  };
}

function whichChange({ attributes }: Fact, { moments }: Story, ref: string): Objection | null {
  const open = new Set<string>();
  for (const { counts, fact } of moments) {
    if (!counts) continue;
    if (CLOSES_CHANGES.has(fact.kind)) open.clear();
    else if (fact.kind === 'change-proposed') open.add(fact.attributes.kind!);
    else if (fact.kind === 'change-withdrawn' && fact.attributes.kind) open.delete(fact.attributes.kind);
    else if (fact.kind === 'change-withdrawn') open.clear();
    for (const kind of open) if (CARRIED_OUT_BY[kind as ChangeKind] === fact.kind) open.delete(kind);
  }
  if (attributes.kind !== undefined || open.size < 2) return null;
  const kinds = [...open];
  return {
    what: `${ref}: ${kinds.length} changes are open (${kinds.join(', ')}), and it is not said which is withdrawn.`,
    next: advice`Such as: ${toRecord('change-withdrawn', ref, { kind: kinds[0]! })}`,
  };
}
