/**
 * `review participants`: who is invited, consulted or sent the record, and who is missing. Code and no list of steps: one
 * word moves someone on a list that is offered, and what is said of them goes on from their last entry.
 */

import { filled } from '../../cases/find';
import { removal } from '../../cases/meeting/listing';
import { childOpened } from '../../cases/reckoned';
import type { Context } from '../../context';
import { ALL, addition, checkOptions, meant } from '../../recording/participants/entries';
import { listNow, type ParticipantOptions } from '../../recording/participants/list-now';
import { type ListEntry, save } from '../../recording/participants/save';
import { reviewListShown } from '../../screens/participants';
import { present } from '../../screens/show';

/** Runs `review participants REF [--add WHO | --remove WHO]`. */
export async function participants(
  context: Context,
  [ref]: readonly [string],
  options: ParticipantOptions,
): Promise<undefined> {
  checkOptions(options);
  const { unit, child } = await childOpened(context, ref);
  const list = listNow(context, unit, child, options);
  const typed = options.add ?? options.remove;
  if (typed === undefined) {
    return present(context, reviewListShown(child, list));
  }
  const entries: ListEntry[] = [];
  for (const someone of meant(context, unit, child, list, typed, options)) {
    const said = typed === ALL ? { ...options, part: someone.part } : options;
    const attributes =
      options.add === undefined
        ? removal(child, list, someone, filled(options.why, '--why'))
        : await addition(context, unit, child, list, someone, said);
    entries.push({ someone, attributes });
  }
  await save(context, unit, child, list, entries, options);
  return undefined;
}
