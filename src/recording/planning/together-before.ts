/** What several steps before a meeting come to together: all papers, and what is not recorded before them. */

import { withNew } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import { DOCUMENT_RECEIVED, DOCUMENTS_RECEIVED } from '../../core/events/before-review';
import { type Fact, specOf } from '../../core/events/fact';
import {
  forThisSitting,
  type PaperForIro,
  papersCompleteOn,
  papersMissing,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../core/reviews/papers';
import { preparationOf, type reviewOn, STEPS } from '../../core/reviews/preparation';
import { earliest, type IsoDate, longDate, plainDate } from '../../core/time/dates';
import type { OfPreparation } from '../../steps/before-review';
import { listed } from '../../ui/words';
import type { Read, Together } from '../steps/command';
import type { TypedStep } from '../steps/options';

export interface OfReviewNamed extends OfPreparation {
  readonly review: string | undefined;
  /** How far it has been prepared on the day of the last step. */
  readonly target: ReturnType<typeof reviewOn>;
}

/** A step as one of the review that was named. */
export const asOfReviewNamed = ({ review }: OfReviewNamed, fact: Fact): Fact =>
  review !== undefined && specOf(fact)?.belongs === 'before'
    ? { ...fact, attributes: { ...fact.attributes, review } }
    : fact;

/** With the last of the papers that are asked for, all have come; and what is not recorded before these steps. */
export function togetherBefore(
  read: Read,
  of: OfReviewNamed,
  facts: readonly Fact[],
  steps: readonly TypedStep<OfReviewNamed>[],
): Together {
  const papers = steps.find(({ step }) => step.event === DOCUMENT_RECEIVED);
  const more = papers ? papersTogether(of, facts, papers.on) : { facts: [], notes: [] };
  const all = [...facts, ...more.facts.map(({ fact }) => fact)];
  return { facts: more.facts, notes: [...more.notes, ...gapsBefore(read, of, all)] };
}

function papersTogether(of: OfReviewNamed, facts: readonly Fact[], day: IsoDate): Together {
  const review = of.on(day);
  const received = papersReceived(forThisSitting(review?.record ?? { moments: [] }));
  const came = facts.filter(({ kind }) => kind === DOCUMENT_RECEIVED.kind);
  for (const { on, attributes } of came) {
    const paper = attributes.document as PaperForIro;
    received.set(paper, earliest([on, received.get(paper) ?? on])!);
  }
  const complete = review?.steps.find(({ kind }) => kind === 'documents-received')?.on ?? null;
  if (complete !== null) {
    const since = `All papers are recorded already, since ${plainDate(complete)}.`;
    return { facts: [], notes: came.length === 0 ? [since] : [] };
  }
  const wanted = papersWanted(of.story, review?.plan?.meeting ?? day);
  const on = papersCompleteOn(wanted, received);
  if (on === null) {
    const missing = listed(papersMissing(wanted, received).map(wantedWords));
    return { facts: [], notes: [`Still to reach the IRO: ${missing}.`] };
  }
  const fact = asOfReviewNamed(of, { on, kind: DOCUMENTS_RECEIVED.kind, attributes: {} });
  return { facts: [{ fact, words: `all papers with the IRO on ${longDate(on)}` }], notes: [] };
}

/** Steps that come before the last of these and are not recorded, in a sentence. */
function gapsBefore(
  { unit, child, facts: known }: Read,
  { target }: OfReviewNamed,
  facts: readonly Fact[],
): string[] {
  if (target === null) return [];
  // Only what the unit's rules ask for: other steps have no place in the order.
  const asked = new Set(unit.engine.rules.flatMap(({ metBy }) => metBy.map(({ kind }) => kind)));
  const last = STEPS.findLastIndex(({ kind }) => asked.has(kind) && facts.some((fact) => fact.kind === kind));
  const { period, number } = target.record;
  const open = preparationOf(readStory(withNew(known, facts), child.born), period, number!).steps.filter(
    ({ kind, on }, at) => at < last && on === null && asked.has(kind),
  );
  const words = listed(open.map(({ what }) => `“${what}”`));
  return open.length === 0 ? [] : [`Not recorded before that: ${words}.`];
}
