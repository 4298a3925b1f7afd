/** An earlier review, as it is asked about: the decision on the request that is open, or a request. */

import { tagOrWords, wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import { type EarlyRequest, isSameRequest, undecidedRequest } from '../../core/reviews/early';
import { plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { ASKED, EARLY, GRANTED, REFUSED } from '../../steps/early';
import { optionOf, type Step } from '../../steps/step';
import { askChoice, type Choice, requireFlags } from '../../ui/prompts';
import { isAnyTyped, type Options } from '../steps/options';
import { askFlag } from '../steps/questions';
import type { Read } from '../steps/run';

/** What was typed; without any, what is asked: the decision on the request that is open, or a request. */
export async function earlyAnswers(read: Read, options: Options): Promise<Options> {
  const open = undecidedRequest(read.reckoning.story);
  if (!isAnyTyped(EARLY, options)) return open ? askedOfOpen(read, open, options) : interview(read, options);
  const { askedBy, reason, about, ...rest } = options;
  const asks = askedBy !== undefined || reason !== undefined;
  if (options.decision === undefined || (asks && !(open && isAgain(read, open, options)))) return options;
  if (open) return asks ? rest : options;
  const { ref } = read.child;
  throw new UserError(
    `${ref} has no early review asked for that is not decided.`,
    `To record both at once: irotool review call-early ${ref} --asked-by NAME --reason CODE --decision ${options.decision}`,
  );
}

/** True if it is the request that is open, typed out in full once more. */
const isAgain = ({ context, unit, child }: Read, open: EarlyRequest, options: Options): boolean =>
  isSameRequest(
    {
      askedBy: tagOrWords(context, unit, child, String(options.askedBy), context.today),
      reason: String(options.reason).trim().toLowerCase(),
      about: typeof options.about === 'string' ? options.about.trim() : null,
    },
    open,
  );

const GRANT: readonly Choice<string | null>[] = [
  { name: 'granted', value: 'granted' },
  { name: 'refused', value: 'refused' },
];

async function askedOfOpen(read: Read, open: EarlyRequest, options: Options): Promise<Options> {
  const { context, unit, child } = read;
  requireFlags(context, ['--decision']);
  const who = wordsFor(everyoneIn(unit, child, open.on), open.askedBy);
  const question = `Asked for by ${who} on ${plainDate(open.on)} (${open.reason}). What did the IRO decide?`;
  const decision = await askChoice(context, question, [
    ...GRANT,
    { name: 'another is asked for', value: null },
  ]);
  return decision === null ? interview(read, options) : withDecision(read, options, decision);
}

async function interview(read: Read, options: Options): Promise<Options> {
  requireFlags(read.context, ['--asked-by', '--reason']);
  const asked = await answered(read, ASKED, options, ['askedBy', 'reason', 'about', 'consulted']);
  const choices = [{ name: 'not yet', value: null }, ...GRANT];
  const decision = await askChoice(read.context, 'Has the IRO decided?', choices, null);
  return decision === null ? asked : withDecision(read, asked, decision);
}

const withDecision = (read: Read, options: Options, decision: string): Promise<Options> =>
  decision === 'granted'
    ? answered(read, GRANTED, { ...options, decision }, ['why', 'by'])
    : answered(read, REFUSED, { ...options, decision }, ['why']);

/** The options with what is asked of a step, attribute by attribute. */
async function answered<C>(
  read: Read,
  step: Step<C>,
  options: Options,
  names: readonly string[],
): Promise<Options> {
  let all = options;
  for (const name of names) {
    const flag = step.flags[name]!;
    const answer = await askFlag(read, step, name, { needed: flag.needed === true });
    if (answer !== undefined) all = { ...all, [optionOf(flag)]: answer };
  }
  return all;
}
