/** The questions of `review call-early`, one at a time, on a terminal. */

import { tagsTyped, wordsFor } from '../../../cases/people/someone';
import { everyoneIn } from '../../../cases/people/who';
import type { Context, Unit } from '../../../context';
import { EARLY_REASONS } from '../../../core/events/codes';
import { EARLY_REASON_WORDS, type EarlyReason, type EarlyRequest } from '../../../core/reviews/early';
import { plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import { askDay, askWords } from '../../../recording/ask-day';
import { wrongWith } from '../../../recording/wrong-with';
import type { Child } from '../../../store/children';
import { askChoice, askText, requireFlags } from '../../../ui/prompts';

export interface EarlyOptions {
  readonly on?: string | undefined;
  readonly askedBy?: string | undefined;
  readonly reason?: string | undefined;
  readonly about?: string | undefined;
  readonly consulted?: string | undefined;
  readonly decision?: string | undefined;
  readonly why?: string | undefined;
  readonly by?: string | undefined;
  readonly visit?: true | undefined;
  readonly withdrawn?: true | undefined;
}

/**
 * What was typed, with what is missing asked for: who asks and why, or what the IRO decided on the
 * request that is open. Refused, naming the flags, where nobody can be asked.
 */
export async function withAnswers(
  context: Context,
  unit: Unit,
  child: Child,
  open: EarlyRequest | null,
  options: EarlyOptions,
): Promise<EarlyOptions> {
  if (options.askedBy !== undefined || options.reason !== undefined) {
    requireFlags(context, [
      ...(options.askedBy === undefined ? ['--asked-by'] : []),
      ...(options.reason === undefined ? ['--reason'] : []),
    ]);
    const askedBy = options.askedBy ?? (await askWho(context));
    const reason = options.reason ?? (await askReason(context));
    return withReason(context, { ...options, askedBy, reason });
  }
  if (options.decision !== undefined) {
    if (open) return withReason(context, options);
    throw new UserError(
      `${child.ref} has no early review asked for that is not decided.`,
      `To record both at once: irotool review call-early ${child.ref} --asked-by NAME --reason CODE --decision ${options.decision}`,
    );
  }
  if (open === null) {
    requireFlags(context, ['--asked-by', '--reason']);
    return interview(context, unit, child, options);
  }
  requireFlags(context, ['--decision']);
  const decision = await askChoice(context, openQuestion(unit, child, open), [
    { name: 'granted', value: 'granted' },
    { name: 'refused', value: 'refused' },
    { name: 'another is asked for', value: null },
  ]);
  if (decision === null) return interview(context, unit, child, options);
  return askedOfDecision(context, { ...options, decision });
}

function openQuestion(unit: Unit, child: Child, { on, askedBy, reason }: EarlyRequest): string {
  const who = wordsFor(everyoneIn(unit, child, on), askedBy);
  return `Asked for by ${who} on ${plainDate(on)} (${reason}). What did the IRO decide?`;
}

/** A refusal needs its reason. */
async function withReason(context: Context, options: EarlyOptions): Promise<EarlyOptions> {
  if (options.decision !== 'refused' || options.why !== undefined) return options;
  requireFlags(context, ['--why']);
  return { ...options, why: await askText(context, { message: 'Why did the IRO refuse?' }) };
}

const askWho = (context: Context): Promise<string> =>
  askText(context, { message: 'Who asks for it? (child, mother, or a name)' });

function askReason(context: Context): Promise<EarlyReason> {
  return askChoice(
    context,
    'Why?',
    EARLY_REASONS.map((code) => ({ name: EARLY_REASON_WORDS[code], value: code })),
  );
}

async function interview(
  context: Context,
  unit: Unit,
  child: Child,
  options: EarlyOptions,
): Promise<EarlyOptions> {
  const askedBy = await askWho(context);
  const reason = await askReason(context);
  const about = options.about ?? (await askWords(context, 'In words'));
  const consulted =
    options.consulted ??
    (await askText(context, {
      message: 'Who was consulted on it? (child,mother …, or leave empty)',
      optional: true,
      check: (text) => wrongWith(() => tagsTyped(unit, child, text, context.today)),
    }));
  const decision = await askChoice(
    context,
    'Has the IRO decided?',
    [
      { name: 'not yet', value: null },
      { name: 'granted', value: 'granted' },
      { name: 'refused', value: 'refused' },
    ],
    null,
  );
  const asked = { ...options, askedBy, reason, about, consulted: consulted || undefined };
  return decision === null ? asked : askedOfDecision(context, { ...asked, decision });
}

/** The reason of a decision, and for a review that was granted the day by which it is to be held. */
async function askedOfDecision(context: Context, options: EarlyOptions): Promise<EarlyOptions> {
  if (options.decision === 'refused') return withReason(context, options);
  const why = options.why ?? (await askWords(context, 'Why did the IRO grant it?'));
  const by = options.by ?? (await askDay(context, 'By when is it to be held?'));
  return { ...options, why, by };
}
