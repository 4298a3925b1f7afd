/** `review plan` of a child whose care has ended without a plan: the day on which that ending is reviewed. */

import { isOfEnding, withItsPlan } from '../../cases/ending/to-review';
import { filled, toRecord } from '../../cases/find';
import { chairsOf } from '../../cases/meeting/chairing';
import { clashNotes } from '../../cases/meeting/clashes';
import { meetingWords } from '../../cases/meeting/in-words';
import { chairKept, placeNotes } from '../../cases/meeting/place-kept';
import { isAnotherDay } from '../../cases/meeting/plan-reasons';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { type Fact, given } from '../../core/events/fact';
import { EXIT_REVIEW_PLANNED } from '../../core/events/reviews';
import { noWhyAgain, WHY_AGAIN } from '../../core/reviews/planning';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { arrangementsTyped, checkMeeting } from '../../recording/meeting-typed';
import { dayFixed, meetingMeant, type PlanOptions } from '../../recording/planning/meeting';
import { recordAll } from '../../recording/saving';
import { printRows } from '../../screens/show';
import type { Person } from '../../store/people/people';
import { askText, canAsk } from '../../ui/prompts';

/** What goes with a review in care alone. */
const OF_CARE = ['suggest', 'from', 'lateBecause', 'agreedBy'] as const;

/** Fixes the day, of one child or of several; a time, a place or a chair alone is of the day that is planned already. */
export async function planOfEnding(
  context: Context,
  unit: Unit,
  found: readonly ToPlan[],
  options: PlanOptions,
  chairNamed: Person | null,
  on: IsoDate,
): Promise<undefined> {
  const refs = found.map(({ child }) => child.ref);
  const other = found.find((each) => !isOfEnding(each));
  if (other !== undefined) {
    throw new UsageError(
      `${other.child.ref}: no unplanned ending of care is to be reviewed, as of the others. Nothing was saved.`,
      'Plan them apart.',
    );
  }
  if (OF_CARE.some((each) => options[each] !== undefined)) {
    throw new UsageError(
      `${refs.join(', ')}: care has ended, and the review of its ending takes --meeting, --time, --venue, --mode, --chair, --because and --tell.`,
      `irotool review plan ${refs.join(' ')} --meeting "DAY TIME"`,
    );
  }
  const children = found.map(withItsPlan);
  const { meeting, kept, where } = await meetingMeant(context, children, options, () =>
    askText(context, {
      message: 'Meeting (day and time)',
      check: (text) => checkMeeting(context, text),
    }),
  );
  const chair = chairNamed ?? chairKept(unit, children);
  const isMoved = children.some((each) => isAnotherDay(each, meeting.on));
  const because =
    filled(options.because, '--because') ??
    (isMoved && canAsk(context)
      ? (await askText(context, { message: WHY_AGAIN, optional: true })) || undefined
      : undefined);
  const attributes = {
    meeting: meeting.on,
    ...arrangementsTyped(toRecord(context, unit.db), where, meeting.time),
    ...given({
      chair: chair === null ? undefined : String(chair.id),
      because,
      tell: options.tell,
    }),
  };
  const clashes = clashNotes(context, unit, {
    ...{ what: 'exit review', meeting, venue: where.venue, chairs: chairsOf(unit, chair, children) },
    children: children.map(({ child }) => child),
  });
  const saved = await recordAll(
    context,
    unit,
    children.map((each, at) => ({
      child: each.child,
      facts: [
        {
          on: options.on === undefined ? dayFixed(each, meeting, on) : on,
          kind: EXIT_REVIEW_PLANNED.kind,
          attributes,
        } satisfies Fact,
      ],
      heading: `${each.child.ref}: a review of the ending of care, planned for ${meetingWords(meeting)}.`,
      notes: [
        ...(at === 0 ? clashes : []),
        ...placeNotes(each, kept, where.venue),
        ...(because === undefined && isAnotherDay(each, meeting.on) ? [noWhyAgain('--because')] : []),
      ],
    })),
  );
  if (!saved) return undefined;
  const rows = children.map(({ child }) => [child.ref, `exit review planned for ${meetingWords(meeting)}.`]);
  printRows(context, rows, [{ whole: true }, { wraps: true }], 0);
  for (const { child } of children) context.say(`Next: irotool letter pack ${child.ref} --of ending`);
  return undefined;
}
