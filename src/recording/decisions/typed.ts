/**
 * Decisions and recommendations as they are typed at a review: what, who carries it out, and by when, with `|` or
 * semicolons between.
 */

import { filled } from '../../cases/find';
import { tagOrWords } from '../../cases/people/someone';
import { type Context, quietly, type Unit } from '../../context';
import { type Fact, given } from '../../core/events/fact';
import { decisionPrefix, nextReference } from '../../core/events/next-reference';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { readDate } from '../../core/time/typed-dates';
import { UsageError, UserError } from '../../errors';
import { wrongWith } from '../../recording/wrong-with';
import type { Child } from '../../store/children';

/** What a decision is: `decision`, `recommendation`, or one to the adoption panel. */
type Kind = 'decision' | 'recommendation' | 'adoption-panel';

export interface TypedDecision {
  readonly kind: Kind;
  readonly text: string;
  readonly owner: string | undefined;
  readonly by: IsoDate | undefined;
}

export interface DecisionOptions {
  readonly decision?: readonly string[];
  /** A file of them, or `-`. */
  readonly decisions?: string;
  readonly recommendation?: readonly string[];
  readonly toPanel?: string;
}

const TYPE_IT_AS =
  'Type it as "what | who | by when", or with ; between, such as "Find a tutor | social worker | DATE".';

/** Everything decided and recommended, in the order of the flags, each sort in its own order. */
export function decisionsTyped(context: Context, options: DecisionOptions, on: IsoDate): TypedDecision[] {
  const panel = filled(options.toPanel, '--to-panel');
  return [
    ...(options.decision ?? []).map((typed) => decision(context, 'decision', '--decision', typed, on)),
    ...(options.recommendation ?? []).map((typed) =>
      decision(context, 'recommendation', '--recommendation', typed, on),
    ),
    ...(panel === undefined
      ? []
      : [{ kind: 'adoption-panel' as const, text: panel, owner: undefined, by: undefined }]),
  ];
}

function decision(context: Context, kind: Kind, flag: string, typed: string, on: IsoDate): TypedDecision {
  return { kind, ...decisionTyped(context, flag, typed, on) };
}

/** What, who carries it out, and by when, as it was typed for a flag on a day. */
export function decisionTyped(
  context: Context,
  flag: string,
  typed: string,
  on: IsoDate,
): Omit<TypedDecision, 'kind'> {
  const [text = '', owner = '', by = '', ...rest] = typed
    .split(typed.includes('|') ? '|' : ';')
    .map((part) => part.trim());
  if (text === '') throw new UsageError(`${flag} is empty.`, TYPE_IT_AS);
  if (rest.length > 0) throw new UsageError(`${flag} has more than three parts.`, TYPE_IT_AS);
  return { text, owner: owner || undefined, by: by === '' ? undefined : byWhen(context, flag, by, on) };
}

/** A day without a year is the next one after the review, not after today. */
function byWhen(context: Context, flag: string, typed: string, on: IsoDate): IsoDate {
  if (readDate(typed, on, 'future') === null) {
    throw new UsageError(`${flag}: "${typed}" is not a date.`, TYPE_IT_AS);
  }
  const by = context.date(typed, flag, 'future', on);
  if (by < on) {
    throw new UserError(
      `${flag}: ${plainDate(by)} is before the review of ${plainDate(on)}. Nothing was saved.`,
      'Check the day by which it is to be done.',
    );
  }
  return by;
}

/** What is wrong with a decision as it was typed at a question, or true: it is read as for its flag. */
export const checkDecision = (context: Context, typed: string, on: IsoDate): string | true =>
  wrongWith(() => decision(quietly(context), 'decision', '--decision', typed, on));

/** The decisions as facts of a child, numbered on within the review: 2.1, 2.2, or exit.1. */
export function decisionFacts(
  context: Context,
  unit: Unit,
  child: Child,
  decisions: readonly TypedDecision[],
  review: number | null,
  on: IsoDate,
  known: readonly Fact[],
): Fact[] {
  const facts: Fact[] = [];
  for (const { kind, text, owner, by } of decisions) {
    const attributes = given({
      ref: nextReference(decisionPrefix(review), [...known, ...facts]),
      text,
      owner: owner === undefined ? undefined : tagOrWords(context, unit, child, owner, on),
      by,
      kind: kind === 'decision' ? undefined : kind,
    });
    facts.push({ on, kind: 'decision-made', attributes });
  }
  return facts;
}
