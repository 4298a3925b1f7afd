/** `review plan` of a child whose care has ended without a plan: the day on which that ending is reviewed. */

import { filled, toRecord } from '../../cases/find';
import { chairsOf } from '../../cases/meeting/chairing';
import { clashNotes } from '../../cases/meeting/clashes';
import { meetingWords } from '../../cases/meeting/in-words';
import { chairKept, placeKept, placeNotes } from '../../cases/meeting/place-kept';
import { isAnotherDay } from '../../cases/meeting/plan-reasons';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { planIn } from '../../core/children/meetings-to-come';
import { CEASED_LOOKED_AFTER } from '../../core/events/care';
import { taken } from '../../core/events/event';
import { type Fact, given } from '../../core/events/fact';
import { EXIT_REVIEW_HELD, EXIT_REVIEW_PLANNED } from '../../core/events/reviews';
import { noWhyAgain, WHY_AGAIN } from '../../core/reviews/planning';
import { plansOf } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { arrangementsTyped, checkMeeting, meetingTyped } from '../../recording/meeting-typed';
import { askedWith, dayFixed, meetingKept, type PlanOptions } from '../../recording/planning/meeting';
import { recordAll } from '../../recording/saving';
import { printRows } from '../../screens/show';
import type { Person } from '../../store/people/people';
import { askText, canAsk, requireFlags } from '../../ui/prompts';

/** True of a child whose care ended unplanned, and whose ending is not reviewed yet. */
export function isOfEnding({ story, reviewsGoOn }: ToPlan): boolean {
  const ended = story.moments.findLast(
    ({ counts, fact }) => counts && fact.kind === CEASED_LOOKED_AFTER.kind,
  )?.fact;
  if (reviewsGoOn || ended === undefined) return false;
  const isHeld = story.moments.some(
    ({ counts, fact }) => counts && fact.kind === EXIT_REVIEW_HELD.kind && fact.on >= ended.on,
  );
  return !isHeld && taken(CEASED_LOOKED_AFTER, ended).unplanned === true;
}

/** What goes with a review in care alone. */
const OF_CARE = ['suggest', 'from', 'lateBecause', 'agreedBy'] as const;

/** With the plan of the review of the ending as the one that stands. */
function withItsPlan(each: ToPlan): ToPlan {
  const plan = planIn(each.story, 'exit review');
  const moments = plan === null ? [] : [plan];
  return { ...each, standing: plansOf({ moments }, [EXIT_REVIEW_PLANNED.kind])[0] ?? null };
}

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
  const asPlanned = meetingKept(context, children, options);
  requireFlags(context, options.meeting === undefined && asPlanned === null ? ['--meeting'] : []);
  const meeting =
    asPlanned ??
    meetingTyped(
      context,
      options.meeting ??
        (await askText(context, {
          message: 'Meeting (day and time)',
          check: (text) => checkMeeting(context, text),
        })),
    );
  const chair = chairNamed ?? chairKept(unit, children);
  const kept = placeKept(children, options);
  const venue =
    options.venue ??
    (asPlanned ? undefined : await askedWith(context, options, 'Where (or the link)', kept.venue)) ??
    kept.venue;
  const isMoved = children.some((each) => isAnotherDay(each, meeting.on));
  const because =
    filled(options.because, '--because') ??
    (isMoved && canAsk(context)
      ? (await askText(context, { message: WHY_AGAIN, optional: true })) || undefined
      : undefined);
  const attributes = {
    meeting: meeting.on,
    ...arrangementsTyped(
      toRecord(context, unit.db),
      given({ venue, mode: options.mode ?? kept.mode }),
      meeting.time,
    ),
    ...given({
      chair: chair === null ? undefined : String(chair.id),
      because,
      tell: options.tell,
    }),
  };
  const clashes = clashNotes(context, unit, {
    ...{ what: 'exit review', meeting, venue, chairs: chairsOf(unit, chair, children) },
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
        ...placeNotes(each, kept, venue),
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
