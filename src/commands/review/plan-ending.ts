/** `review plan` of a child whose care has ended without a plan: the day on which that ending is reviewed. */

import { toRecord } from '../../cases/find';
import { meetingWords } from '../../cases/meeting/in-words';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { planIn } from '../../core/children/meetings-to-come';
import { CEASED_LOOKED_AFTER } from '../../core/events/care';
import { taken } from '../../core/events/event';
import { type Fact, given } from '../../core/events/fact';
import { EXIT_REVIEW_HELD, EXIT_REVIEW_PLANNED } from '../../core/events/reviews';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import {
  arrangementsTyped,
  checkMeeting,
  type MeetingOptions,
  meetingTyped,
} from '../../recording/meeting-typed';
import { recordAll } from '../../recording/saving';
import { printRows } from '../../screens/show';
import type { Person } from '../../store/people/people';
import { askText, requireFlags } from '../../ui/prompts';

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

type PlanOptions = MeetingOptions & { readonly [key in (typeof OF_CARE)[number]]?: string | true } & {
  readonly time?: string;
};

/** Fixes the day, of one child or of several. */
export async function planOfEnding(
  context: Context,
  unit: Unit,
  children: readonly ToPlan[],
  options: PlanOptions,
  chair: Person | null,
  on: IsoDate,
): Promise<undefined> {
  const refs = children.map(({ child }) => child.ref).join(', ');
  const other = children.find((each) => !isOfEnding(each));
  if (other !== undefined) {
    throw new UsageError(
      `${other.child.ref}: no unplanned ending of care is to be reviewed, as of the others. Nothing was saved.`,
      'Plan them apart.',
    );
  }
  const left = OF_CARE.find((each) => options[each] !== undefined);
  if (left !== undefined || options.time !== undefined) {
    throw new UsageError(
      `${refs}: care has ended, and the review of its ending takes --meeting, --venue, --mode, --chair, --because and --tell.`,
      `irotool review plan ${refs} --meeting "DAY TIME"`,
    );
  }
  requireFlags(context, options.meeting === undefined ? ['--meeting'] : []);
  const meeting = meetingTyped(
    context,
    options.meeting ??
      (await askText(context, {
        message: 'Meeting (day and time)',
        check: (text) => checkMeeting(context, text),
      })),
  );
  const asked = options.meeting === undefined && options.venue === undefined;
  const before = planIn(children[0]!.story, 'exit review')?.fact.attributes.venue;
  const venue =
    options.venue ??
    (asked
      ? await askText(context, { message: 'Where (or the link)', offer: before, optional: true })
      : before);
  const attributes = {
    meeting: meeting.on,
    ...arrangementsTyped(
      toRecord(context, unit.db),
      given({ venue: venue || undefined, mode: options.mode }),
      meeting.time,
    ),
    ...given({
      chair: chair === null ? undefined : String(chair.id),
      because: options.because,
      tell: options.tell,
    }),
  };
  const saved = await recordAll(
    context,
    unit,
    children.map(({ child }) => ({
      child,
      facts: [{ on, kind: EXIT_REVIEW_PLANNED.kind, attributes } satisfies Fact],
      heading: `${child.ref}: a review of the ending of care, planned for ${meetingWords(meeting)}.`,
      notes: [],
    })),
  );
  if (!saved) return undefined;
  const rows = children.map(({ child }) => [child.ref, `exit review planned for ${meetingWords(meeting)}.`]);
  printRows(context, rows, [{ whole: true }, { wraps: true }], 0);
  for (const { child } of children) context.say(`Next: irotool letter pack ${child.ref} --of ending`);
  return undefined;
}
