/** `child left`: the end of a period of care. */
import type { Context } from '../context';
import { longDate } from '../core/dates';
import type { Fact } from '../core/events';
import { didYouMean, UsageError } from '../errors';
import { shippedLaw } from '../law/shipped';
import { askChoice, askText, requireFlags } from '../ui/prompts';
import { childNamed } from './find';
import { record } from './saving';

export interface LeftOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly unplanned?: true;
}

/** Runs `child left REF`: the end of a period of care. */
export async function left(
  context: Context,
  [ref]: readonly [string],
  options: LeftOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, options.on === undefined ? ['--on'] : []);
  const on = context.date(
    options.on ?? (await askText(context, { message: 'Left care on', offer: 'today' })),
    '--on',
    'past',
  );
  const reason = await reasonFor(context, options);
  const attributes: Record<string, string> = {};
  if (reason !== undefined) attributes.reason = reason;
  if (options.unplanned) attributes.unplanned = 'yes';
  const facts: Fact[] = [{ on, kind: 'ceased-looked-after', attributes }];
  // Adopted: the order ends the adoption clock too.
  if (reason === 'E11' || reason === 'E12')
    facts.unshift({ on, kind: 'adoption-order-made', attributes: {} });
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref} ceased to be looked after on ${longDate(on)}.`,
  });
  if (saved) context.print(`${child.ref}  left care on ${longDate(on)}: recorded.`);
  return undefined;
}

async function reasonFor(context: Context, options: LeftOptions): Promise<string | undefined> {
  const labels = shippedLaw().codes['reason-ceased'] ?? {};
  const codes = Object.keys(labels).filter((code) => code !== 'X1' && !labels[code]!.old);
  if (options.reason !== undefined) {
    const code = options.reason.toUpperCase();
    if (codes.includes(code)) return code;
    throw new UsageError(
      `--reason: there is no code "${options.reason}".${didYouMean(options.reason, codes)}`,
      `The codes are ${codes.join(', ')}.`,
    );
  }
  if (options.on !== undefined) return undefined;
  return askChoice(
    context,
    'Why did care end?',
    codes.map((code) => ({ name: `${labels[code]!.label} (${code})`, value: code })),
  );
}
