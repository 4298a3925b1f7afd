/** `iro show`, `named`, `told`, `informed` and `caseload`. What they record is in steps/iro.ts. */

import { childNamed } from '../../cases/find';
import { caseloadsOf } from '../../cases/people/caseload';
import type { Context } from '../../context';
import { oneOfChild } from '../../recording/steps/of-child';
import { caseloadJson, caseloadParts, caseloadRows } from '../../screens/people/caseload';
import { irosJson, irosOfChild, irosParts } from '../../screens/people/iros';
import { present } from '../../screens/show';
import { CHILD_TO_COURT, CHILD_TOLD, IRO_NAMED, IRO_TOLD } from '../../steps/iro';

export const named = oneOfChild(IRO_NAMED);
export const told = oneOfChild(CHILD_TOLD);
export const court = oneOfChild(CHILD_TO_COURT);
export const informed = oneOfChild(IRO_TOLD);

/** Runs `iro show REF`. */
export async function show(context: Context, [ref]: readonly [string]): Promise<undefined> {
  const unit = await context.open();
  const shown = irosOfChild(context, unit, childNamed(unit.db, ref));
  return present(context, {
    json: () => irosJson(unit, shown),
    screen: () => irosParts(context, unit, shown),
  });
}

/** Runs `iro caseload [--notes]`. */
export async function caseload(
  context: Context,
  _args: readonly [],
  options: { readonly notes?: true },
): Promise<undefined> {
  const caseloads = caseloadsOf(context, await context.open());
  return present(context, {
    json: () => caseloadJson(context, caseloads),
    csv: () => caseloadRows(caseloads),
    screen: () =>
      caseloads.iros.length === 0
        ? ['No IROs are recorded yet. To add one: irotool person add --role iro --name NAME']
        : caseloadParts(context, caseloads, options.notes === true),
  });
}
