/** A child by name beside the reference, above a question on a terminal: whoever answers is to see whom it is about. */
import type { Context, Unit } from '../context';
import { canAsk } from './prompts';

/** `K77  Siân Ames`; the reference alone if nobody is asked, or if the unit shows no names. */
export const byName = (
  context: Context,
  unit: Pick<Unit, 'settings'>,
  { ref, name }: { readonly ref: string; readonly name: string | null },
): string =>
  name === null || !canAsk(context) || context.flags.yes || unit.settings.get('screen.names') === 'no'
    ? ref
    : `${ref}  ${name}`;
