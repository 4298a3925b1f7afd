/** A decision typed with commas and neither `|` nor semicolon: is one of the commas before who carries it out, or is all of it the text? */
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { readDate } from '../../core/time/typed-dates';
import { UsageError } from '../../errors';
import { askChoice, canAsk } from '../../ui/prompts';
import type { DecisionOptions } from './typed';

/** The options with what was meant by each comma: asked, or refused with both ways to type it. */
export async function withMeaning<T extends DecisionOptions>(
  context: Context,
  options: T,
  on: IsoDate,
): Promise<T> {
  const { decision, recommendation } = options;
  return {
    ...options,
    ...(decision && { decision: await allMeant(context, '--decision', decision, on) }),
    ...(recommendation && {
      recommendation: await allMeant(context, '--recommendation', recommendation, on),
    }),
  };
}

async function allMeant(
  context: Context,
  flag: string,
  typed: readonly string[],
  on: IsoDate,
): Promise<string[]> {
  const meant: string[] = [];
  for (const each of typed) meant.push(await decisionMeant(context, flag, each, on));
  return meant;
}

/** One decision with semicolons where they were meant. */
export async function decisionMeant(
  context: Context,
  flag: string,
  typed: string,
  on: IsoDate,
): Promise<string> {
  if (/[;|]/.test(typed) || !typed.includes(',')) return typed;
  const inParts = partsOf(typed, on);
  const asText = `${typed.trim()};`;
  if (!canAsk(context)) {
    throw new UsageError(
      `${flag} has commas and does not say who carries it out. Nothing was saved.`,
      `What, who and by when: "${inParts}". All of it the decision, and nobody named: "${asText}".`,
    );
  }
  return askChoice(context, 'What was meant by the commas?', [
    { name: inParts, value: inParts },
    { name: `all of it is the decision, and nobody is named yet: ${typed.trim()}`, value: asText },
  ]);
}

/** `Find a tutor; social worker; 17/4` for the same with commas: a day comes last, and who before it. */
function partsOf(typed: string, on: IsoDate): string {
  const parts = typed.split(',').map((part) => part.trim());
  const hasDay = parts.length > 2 && readDate(parts.at(-1)!, on, 'future') !== null;
  const tail = parts.splice(hasDay ? -2 : -1);
  return [parts.join(', '), ...tail].join('; ');
}
