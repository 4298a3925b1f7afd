/**
 * `review plan`: the date of the next review, of one child or of brothers and sisters. Code and no list of steps: the day
 * is proposed, and held against duties, diaries and the reasons that only a late day or a change of plan needs.
 */

import { isOfEnding } from '../../cases/ending/to-review';
import { toRecord } from '../../cases/find';
import { chairNotes, chairsOf, chairTyped } from '../../cases/meeting/chairing';
import { clashNotes } from '../../cases/meeting/clashes';
import { type DayAndTime, meetingWords } from '../../cases/meeting/in-words';
import { chairKept, placeNotes } from '../../cases/meeting/place-kept';
import { reasonNotes, reasonsKept } from '../../cases/meeting/plan-reasons';
import { suggested } from '../../cases/meeting/suggested';
import { childrenToPlan, type ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { type Fact, given } from '../../core/events/fact';
import { UsageError } from '../../errors';
import { dayDone } from '../../recording/days/day-done';
import { arrangementsTyped } from '../../recording/meeting-typed';
import {
  askMeeting,
  dayFixed,
  firstDay,
  isAsItStands,
  meetingMeant,
  type PlanOptions,
} from '../../recording/planning/meeting';
import { reasonsFor } from '../../recording/planning/reasons';
import { admit, recordAll } from '../../recording/saving';
import { headingOf, laterPlanNotes, siblingNotes, toldAgain } from '../../screens/review/planned';
import { suggestionsShown } from '../../screens/review/suggestions';
import { present, printRows } from '../../screens/show';
import { factsOf } from '../../store/chronology';
import { planOfEnding } from './plan-ending';

/** Runs `review plan REF… --meeting "D HH:MM"`, or `review plan REF… --suggest`. */
export async function plan(
  context: Context,
  [refs]: readonly [string[]],
  options: PlanOptions,
): Promise<undefined> {
  const unit = await context.open();
  if (options.suggest && options.meeting !== undefined) {
    throw new UsageError('--suggest proposes days and records nothing.', 'Leave out --meeting or --suggest.');
  }
  const on = options.suggest ? context.today : dayDone(context, options.on);
  const children = childrenToPlan(context, unit, refs, on);
  const chair = chairTyped(toRecord(context, unit.db), options.chair) ?? chairKept(unit, children);
  if (children.some(isOfEnding)) return planOfEnding(context, unit, children, options, chair, on);
  if (options.suggest) {
    const from = firstDay(context, options);
    const found = suggested(context, unit, children, chair, from);
    return present(context, suggestionsShown(context, found, options.chair));
  }
  const { meeting, isKept, kept, where } = await meetingMeant(context, children, options, () =>
    askMeeting(context, unit, children, chair, options),
  );
  const reasons = await reasonsFor(context, unit, children, meeting.on, options);
  const arrangements = {
    ...arrangementsTyped(toRecord(context, unit.db), where, meeting.time),
    ...given({ chair: chair === null ? undefined : String(chair.id) }),
  };

  const planned = children.map((each) => {
    const others = children.filter((other) => other !== each).map(({ child }) => child.ref);
    const attributes = {
      meeting: meeting.on,
      ...arrangements,
      ...reasonsKept(reasons, each, children, meeting.on),
      ...(others.length > 0 ? { with: others.join(',') } : {}),
    };
    const day = options.on === undefined ? dayFixed(each, meeting, on) : on;
    return { each, fact: { on: day, kind: 'review-planned', attributes } satisfies Fact };
  });
  if (options.meeting === undefined && !isKept && planned.every(isAsItStands)) {
    const refs = children.map(({ child }) => child.ref).join(' ');
    context.say(`${refs}: it is planned so already. Nothing was changed.`);
    context.say(`Another time or place: irotool review plan ${refs} --time "16:30" --venue "…"`);
    return undefined;
  }
  // All of them first: nothing is said of one child where another's plan is refused.
  for (const { each, fact } of planned) {
    admit([fact], factsOf(unit.db, each.child.id), each.child, context, unit);
  }
  const chairs = chairsOf(unit, chair, children);
  const taken = clashNotes(context, unit, {
    ...{ what: 'review', meeting, venue: where.venue, chairs },
    children: children.map(({ child }) => child),
  });
  const saved = await recordAll(
    context,
    unit,
    planned.map(({ each, fact }, at) => ({
      child: each.child,
      facts: [fact],
      heading: headingOf(context, unit, each, fact, meeting),
      notes: [
        ...chairNotes(unit, chair, each),
        ...(at === 0 ? taken : []),
        ...placeNotes(each, kept, where.venue),
        ...reasonNotes(reasons, each, meeting.on),
        ...siblingNotes(context, unit, each, children, chair !== null),
        ...laterPlanNotes(each, fact),
      ],
    })),
  );
  if (saved) printPlanned(context, unit, children, meeting);
  return undefined;
}

function printPlanned(context: Context, unit: Unit, children: readonly ToPlan[], meeting: DayAndTime): void {
  const rows = children.flatMap((each) => [
    [each.child.ref, `review planned for ${meetingWords(meeting)}.`],
    ...toldAgain(context, unit, each, meeting).map((sentence) => ['', sentence]),
  ]);
  printRows(context, rows, [{ whole: true }, { wraps: true }], 0);
}
