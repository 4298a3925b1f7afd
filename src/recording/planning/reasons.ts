/** Asks why a meeting is after the due day, who agreed, and why it is planned again. */

import { filled, toRecord } from '../../cases/find';
import { isAnotherDay, isLate, lateWords, type Reasons } from '../../cases/meeting/plan-reasons';
import { inFull } from '../../cases/people/someone';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { WHY_AGAIN } from '../../core/reviews/planning';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { askText, canAsk } from '../../ui/prompts';
import type { MeetingOptions } from '../meeting-typed';

/** The reasons typed; asked for where somebody can be asked. A late meeting without them is refused. */
export async function reasonsFor(
  context: Context,
  unit: Unit,
  children: readonly ToPlan[],
  meeting: IsoDate,
  options: MeetingOptions,
): Promise<Reasons> {
  let lateBecause = filled(options.lateBecause, '--late-because');
  let agreedBy = filled(options.agreedBy, '--agreed-by');
  let because = filled(options.because, '--because');
  const late = children.filter((each) => isLate(each, meeting));
  if (late.length > 0 && !(lateBecause && agreedBy)) {
    const what = lateWords(late, meeting);
    if (!canAsk(context)) {
      throw new UserError(
        what,
        'Choose an earlier day, or say why and who agreed: --late-because "…" --agreed-by NAME',
      );
    }
    context.say(what);
    lateBecause ??= await askText(context, { message: 'Why is it so late?' });
    agreedBy ??= await askText(context, { message: 'Who agreed?' });
  }
  if (because === undefined && canAsk(context) && children.some((each) => isAnotherDay(each, meeting))) {
    because = (await askText(context, { message: WHY_AGAIN, optional: true })) || undefined;
    agreedBy ??=
      (await askText(context, { message: 'Who agreed to the new day?', optional: true })) || undefined;
  }
  agreedBy = agreedBy && inFull(toRecord(context, unit.db), agreedBy);
  return { lateBecause, agreedBy, because, tell: filled(options.tell, '--tell') };
}
