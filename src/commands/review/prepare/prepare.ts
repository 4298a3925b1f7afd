/** `review prepare`: the steps before a meeting, for one child or for brothers and sisters. */

import { childrenNamed } from '../../../cases/children-named';
import type { Context, Unit } from '../../../context';
import { UsageError, UserError } from '../../../errors';
import type { Child } from '../../../store/children';
import { canAsk } from '../../../ui/prompts';
import { rowLines } from '../../../ui/rows';
import { screenWidth } from '../../../ui/screen';
import { recordAll } from '../../saving';
import { type Prepared, preparedFor } from './facts';
import { beingPrepared, printPreparations } from './list';
import { askedSteps } from './questions';
import { hasSteps, type PrepareOptions, readPreparation } from './typed';

/** Runs `review prepare REF…`: records the steps typed; without any, asks for them or shows them. */
export async function prepare(
  context: Context,
  [refs]: readonly [string[]],
  options: PrepareOptions,
): Promise<undefined> {
  const unit = await context.open();
  const children = childrenNamed(unit, refs);
  if (hasSteps(options)) return saveSteps(context, unit, children, options, false);
  if (options.on !== undefined) {
    throw new UsageError('--on goes with a step.', `irotool review prepare ${children[0]!.ref} --help`);
  }
  const reviews = children.map((child) => beingPrepared(context, unit, child, options.review));
  if (canAsk(context) && !context.flags.json) {
    const asked = await askedSteps(context, reviews, options);
    if (hasSteps(asked)) return saveSteps(context, unit, children, asked, true);
  }
  printPreparations(context, unit, reviews);
  return undefined;
}

/** What was asked for is shown and saved with a question; what was typed as it stands. */
async function saveSteps(
  context: Context,
  unit: Unit,
  children: readonly Child[],
  options: PrepareOptions,
  isAsked: boolean,
): Promise<undefined> {
  const typed = readPreparation(context, options);
  const all = children.map((child) => preparedFor(context, unit, child, children, typed, isAsked));
  const prepared = all.filter(({ facts }) => facts.length > 0);
  if (prepared.length === 0) {
    const { child, notes } = all[0]!;
    throw new UserError(
      `${child.ref}: there is nothing to record. ${notes[0] ?? ''}`.trim(),
      `To see what is recorded: irotool review prepare ${child.ref} --no-input`,
    );
  }
  const recordings = prepared.map(({ child, facts, heading, notes }) => ({
    child,
    facts,
    heading,
    notes,
    unasked: !isAsked,
    despite: options.despiteNoContact === true,
  }));
  if (await recordAll(context, unit, recordings)) print(context, prepared);
  return undefined;
}

function print(context: Context, prepared: readonly Prepared[]): void {
  const rows = prepared.flatMap(({ label, lines }) => lines.map((line, at) => [at === 0 ? label : '', line]));
  const width = screenWidth(context.io, context.flags);
  context.print(rowLines(rows, [{ whole: true }, { wraps: true }], width, 0).join('\n'));
}
