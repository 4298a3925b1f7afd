/** `adoption order`: the court made an adoption order, which ends care. */

import type { Context } from '../../context';
import { oneOfTyped } from '../../recording/choice-typed';
import { ADOPTION_REASONS } from '../../steps/ending';
import { askChoice, requireFlags } from '../../ui/prompts';
import { left } from '../child/left';

interface OrderOptions {
  readonly on?: string;
  readonly consent?: string;
}

/** Runs `adoption order REF --consent unopposed|dispensed-with --on D`. */
export async function order(
  context: Context,
  [ref]: readonly [string],
  { on, consent }: OrderOptions,
): Promise<undefined> {
  if (consent === undefined) requireFlags(context, ['--consent unopposed|dispensed-with']);
  const how =
    consent === undefined
      ? await askChoice(context, 'Was the application opposed?', [
          { name: 'no, it was unopposed', value: 'unopposed' },
          { name: 'the court dispensed with consent', value: 'dispensed-with' },
        ])
      : oneOfTyped(Object.keys(ADOPTION_REASONS), '--consent', consent);
  return left(context, [ref], {
    reason: ADOPTION_REASONS[how as keyof typeof ADOPTION_REASONS],
    ...(on !== undefined && { on }),
  });
}
