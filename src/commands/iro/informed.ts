/** `iro informed`: the IRO was told of a change in the child's life, or of another meeting's outcome. */

import { childNamed, filled } from '../../cases/find';
import { tagOrWords } from '../../cases/someone';
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { askText, canAsk, requireFlags } from '../../ui/prompts';
import { askWords } from '../ask-day';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record, sayLines } from '../saving';

interface InformedOptions {
  readonly on?: string;
  readonly of?: string;
  readonly from?: string;
  readonly early?: string;
}

/** By tag, so that the child who told of it themselves is not named; anyone else as they were typed. */
const informant = (unit: Unit, child: Child, typed: string, on: IsoDate): string =>
  tagOrWords(unit, child, filled(typed, '--from'), on);

/** Runs `iro informed REF --of TEXT`. What the IRO thought of an earlier review may be told with it. */
export async function informed(
  context: Context,
  [ref]: readonly [string],
  options: InformedOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, options.of === undefined ? ['--of'] : []);
  const isAsked = options.of === undefined && canAsk(context);
  const of = options.of ?? (await askText(context, { message: 'Of what was the IRO told?' }));
  const from = options.from ?? (isAsked ? await askWords(context, 'By whom?') : undefined);
  const early =
    options.early ??
    (isAsked ? await askWords(context, 'What does the IRO think of an earlier review?') : undefined);
  const on = dayDone(context, options.on);
  const said = given({
    of: filled(of, '--of'),
    from: from === undefined ? undefined : informant(unit, child, from, on),
    early: filled(early, '--early'),
  });
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'iro-informed', attributes: said }],
    heading: `${child.ref}: the IRO was told on ${longDate(on)} of: ${said.of}.`,
    unasked: true,
  });
  if (!saved) return undefined;
  context.print(`${child.ref}  IRO told on ${longDate(on)}: recorded.`);
  if (early === undefined) {
    sayLines(context, [
      `The IRO considers whether an earlier review is needed. If so: irotool review call-early ${child.ref} --asked-by iro --reason CODE`,
    ]);
  }
  return undefined;
}
