/** A child's decisions and recommendations, or every open one: with their states, and what to do next. */

import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import type { Context, Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import {
  byDate,
  dateOf,
  findingOf,
  lastAbout,
  type NextOfRecommendation,
  nextStep,
  stateOf,
} from '../../core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../core/reviews/recommendations';
import { said } from '../../core/reviews/record';
import { leftUntil } from '../../core/time/days-left';
import type { Child } from '../../store/children';
import { type ChildInBrief, childrenWith } from '../../store/children-with';
import { factsOf } from '../../store/chronology';
import { dueCells } from '../../ui/lateness';
import type { Column, Part } from '../../ui/rows';
import { WORKING_DAYS } from '../../ui/states';
import { tableLines } from '../../ui/table';
import { count, dayIn, listed, WIDE } from '../../ui/words';

interface ListOptions {
  readonly all?: true;
  readonly tracked?: true;
}

/** One of them with its child. */
export interface ListedRecommendation {
  readonly child: ChildInBrief;
  readonly recommendation: Recommendation;
}

export function recommendationsOf(context: Context, unit: Unit, child: ChildInBrief): ListedRecommendation[] {
  const story = readStory(upTo(factsOf(unit.db, child.id), context.today), child.born);
  return recommendationsIn(story).map((recommendation) => ({ child, recommendation }));
}

/** Of the children in care on the day: only those who ever had one are read. */
export function openRecommendations(context: Context, unit: Unit): ListedRecommendation[] {
  return childrenWith(unit.db, ['decision-made', 'recommendation-tracked']).flatMap((child) => {
    const story = readStory(upTo(factsOf(unit.db, child.id), context.today), child.born);
    const isInCare = story.periods.length > 0 && story.periods.at(-1)!.to === null;
    return isInCare ? recommendationsIn(story).map((recommendation) => ({ child, recommendation })) : [];
  });
}

/** What is open by its date, so overdue ones first; then what is settled. */
export function openFirst(a: ListedRecommendation, b: ListedRecommendation): number {
  const settled =
    Number(isSettledRecommendation(a.recommendation)) - Number(isSettledRecommendation(b.recommendation));
  const sameDate = dateOf(a.recommendation) === dateOf(b.recommendation);
  const byRef = sameDate ? a.child.ref.localeCompare(b.child.ref, 'en', { numeric: true }) : 0;
  return settled || byRef || byDate(a.recommendation, b.recommendation);
}

export function noRecommendations(
  child: Child | null,
  found: readonly ListedRecommendation[],
  { all, tracked }: ListOptions,
): string {
  const what = tracked ? 'tracked recommendations' : 'decisions or recommendations';
  if (child === null) return `No ${what}${all ? '' : ' are open'}${all ? ' are recorded' : ''}.`;
  if (found.length > 0 && !all) {
    return `${child.ref} has no open ${what}. To see what is settled: irotool recommendation list ${child.ref} --all`;
  }
  return `${child.ref} has no ${what}.`;
}

/** How many are late, then a line for each under its headings, then what to do about those whose date has passed. */
export async function recommendationParts(
  context: Context,
  unit: Unit,
  wanted: readonly ListedRecommendation[],
): Promise<Part[]> {
  const open = wanted.filter(({ recommendation }) => !isSettledRecommendation(recommendation));
  const late = open.filter(({ recommendation }) => (dateOf(recommendation) ?? context.today) < context.today);
  const table = await tableLines(context, (width) => {
    const isWide = width >= WIDE;
    const rows = wanted.map(({ child, recommendation }) => [
      `${child.ref} ${recommendation.ref}`,
      recommendation.text ?? 'no words recorded',
      calledIn(context, unit, child, recommendation.owner) ?? '',
      ...whenCells(context, unit, recommendation, width),
      stateWords(context, recommendation),
    ]);
    const headings = ['ref', 'what', 'who', 'by', ...(isWide ? [''] : []), 'state'];
    const columns: Column[] = [
      { whole: true },
      { wraps: true, min: 18 },
      {},
      ...(isWide ? [{ whole: true } as const] : []),
      ...[{ whole: true } as const, {}],
    ];
    return { headings, rows, columns };
  });
  return [
    `${open.length} open; ${late.length === 0 ? 'none' : late.length} of them late. ${WORKING_DAYS}`,
    '',
    () => table,
    ...nextLines(context, wanted),
  ];
}

/** What someone of the child's people, or anyone else, is called. */
function calledIn(context: Context, unit: Unit, child: ChildInBrief, who: string | null): string | null {
  return who === null ? null : wordsFor(everyoneIn(unit, child, context.today), who);
}

/** The day, and how it stands while it is open. */
function whenCells(context: Context, unit: Unit, recommendation: Recommendation, width: number): string[] {
  const by = dateOf(recommendation);
  const alone = (words: string): string[] => (width >= WIDE ? [words, ''] : [words]);
  if (by === null) return alone('no date');
  if (isSettledRecommendation(recommendation)) return alone(dayIn(by, context.today));
  return dueCells(by, leftUntil(by, context.today, unit.engine.calendars.statutory), {
    today: context.today,
    width,
  });
}

function stateWords({ today }: Context, recommendation: Recommendation): string {
  const { doneOn, overtakenOn, resolvedOn } = recommendation;
  switch (stateOf(recommendation)) {
    case 'done':
      return `done ${dayIn(doneOn!, today)}`;
    case 'overtaken':
      return `overtaken ${dayIn(overtakenOn!, today)}`;
    case 'resolved':
      return `resolved ${dayIn(resolvedOn!, today)}`;
    case 'tracked': {
      const escalated = lastAbout(recommendation, 'recommendation-escalated', 'tracked');
      const { dispute } = recommendation;
      if (dispute) return `tracked, in dispute ${dispute.ref}`;
      return escalated ? 'tracked, escalated' : 'tracked';
    }
    case 'open':
      return 'open';
  }
}

const NEXT: Readonly<Record<NextOfRecommendation, (called: string) => string>> = {
  check: (called) =>
    `To look at it again with the social worker: irotool recommendation check ${called} --finding "…" --by DATE`,
  escalate: (called) =>
    `Looked at, and not resolved. To take it to a manager: irotool recommendation escalate ${called} --to NAME`,
  dispute: (called) =>
    `Taken to a manager, and not resolved. To dispute it: irotool recommendation escalate ${called} --to NAME --dispute`,
};

/** What to do next with the tracked ones whose date has passed: the command for the first of each kind. */
function nextLines({ today }: Context, wanted: readonly ListedRecommendation[]): string[] {
  return (['check', 'escalate', 'dispute'] as const).flatMap((step) => {
    const passed = wanted.filter(({ recommendation }) => nextStep(recommendation, today) === step);
    if (passed.length === 0) return [];
    const called = passed.map(({ child, recommendation }) => `${child.ref} ${recommendation.ref}`);
    const names = called.length > 6 ? count(called.length, 'recommendation') : listed(called);
    return ['', `${names}: the date agreed has passed. ${NEXT[step](called[0]!)}`];
  });
}

export function recommendationJson(
  context: Context,
  unit: Unit,
  { child, recommendation }: ListedRecommendation,
): object {
  const { ref, text, kind, review, madeOn, by, trackedBy, doneOn, overtakenOn, resolvedOn } = recommendation;
  const date = dateOf(recommendation);
  const isOpen = !isSettledRecommendation(recommendation);
  const left =
    date !== null && isOpen ? leftUntil(date, context.today, unit.engine.calendars.statutory) : null;
  const checked = lastAbout(recommendation, 'recommendation-checked');
  const escalated = lastAbout(recommendation, 'recommendation-escalated');
  return {
    child: { ref: child.ref, name: child.name },
    ref,
    text,
    kind,
    review,
    owner: calledIn(context, unit, child, recommendation.owner),
    madeOn,
    by,
    trackedBy,
    state: stateOf(recommendation),
    workingDaysLeft: left?.workingDaysLeft ?? null,
    daysLeft: left?.daysLeft ?? null,
    doneOn,
    overtakenOn,
    resolvedOn,
    checked: checked ? { on: checked.on, finding: findingOf(checked) } : null,
    escalated: escalated
      ? { on: escalated.on, to: calledIn(context, unit, child, said(escalated, 'to')) }
      : null,
    dispute: recommendation.dispute,
    next: nextStep(recommendation, context.today),
  };
}
