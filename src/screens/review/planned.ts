/** What is said of a review planned: the steps whose day has gone, whom to tell, what stays as it was. */

import { type DayAndTime, meetingWords } from '../../cases/meeting/in-words';
import { invitedWords } from '../../cases/meeting/participants';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { upTo, withNew } from '../../core/engine/chronology';
import { isStillOwed, isTakenUp } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { invitedSince, standingPlan } from '../../core/reviews/planning';
import { lastOf, said } from '../../core/reviews/record';
import { longDate, plainDate } from '../../core/time/dates';
import { reckon } from '../../store/agenda/reckoning';
import { findChild, siblingsOf } from '../../store/children';
import { factsInPassing } from '../../store/chronology';
import { personById } from '../../store/people/people';
import { placeWords } from '../../ui/plan-words';
import { canAsk } from '../../ui/prompts';
import { listed } from '../../ui/words';

/** `K1: review planned for …`, with what it takes the place of and the steps to be done at once. */
export function headingOf(
  context: Context,
  unit: Unit,
  each: ToPlan,
  fact: Fact,
  meeting: DayAndTime,
): string {
  const { child, standing } = each;
  const isMoved = standing !== null && (standing.meeting !== meeting.on || standing.time !== meeting.time);
  const instead = isMoved
    ? `, in place of ${meetingWords({ on: standing.meeting, time: standing.time })}`
    : '';
  const { venue = null, mode = null } = fact.attributes;
  // Whoever is asked whether to save sees where it is too.
  const where = canAsk(context) && (venue ?? mode) !== null ? `, ${placeWords(venue, mode)}` : '';
  const planned = `${child.ref}: review planned for ${meetingWords(meeting)}${where}${instead}.`;
  return [planned, ...stepsToDoNow(unit, each, fact)].join(' ');
}

/** The steps that are due on the day of planning, because their own day had gone by then. */
function stepsToDoNow(unit: Unit, { child, facts }: ToPlan, fact: Fact): string[] {
  const { duties } = reckon(withNew(facts, [fact]), child.born, unit.engine);
  const steps = duties.filter(
    (duty) => duty.compressed && !isTakenUp(duty) && duty.arose === fact.on && isStillOwed(duty, fact.on),
  );
  if (steps.length === 0) return [];
  const each = steps.map(({ rule }) => `“${rule.duty}”`);
  return [`Less time is left than is asked for: do now ${listed(each)}.`];
}

/** Whom to tell if invitations had gone out for the plan that stood. */
export function toldAgain(context: Context, unit: Unit, each: ToPlan, meeting: DayAndTime): string[] {
  const { child, record, standing } = each;
  const invited = record && standing ? invitedSince(record, standing) : null;
  if (invited === null || !standing) return [];
  const who = invitedWords(context, unit, child, invited);
  const what =
    standing.meeting !== meeting.on ? 'new date' : standing.time !== meeting.time ? 'new time' : 'change';
  return [`To be told of the ${what}: ${who}.`];
}

/** What is worth saying of brothers and sisters: planned with this child, or left where they were. */
export function siblingNotes(
  context: Context,
  unit: Unit,
  each: ToPlan,
  children: readonly ToPlan[],
  chairNamed: boolean,
): string[] {
  const notes: string[] = [];
  const others = children.filter((other) => other !== each);
  const siblings = new Set(siblingsOf(unit.db, each.child.id).map(({ id }) => id));
  if (others.length > 0 && !others.some(({ child }) => siblings.has(child.id))) {
    const refs = listed(others.map(({ child }) => child.ref));
    notes.push(`${each.child.ref} is not recorded as a brother or sister of ${refs}.`);
  }
  const iros = [...new Set(children.flatMap(({ iroId }) => iroId ?? []))];
  if (!chairNamed && iros.length > 1 && each === children[0]) {
    const names = iros.flatMap((id) => personById(unit.db, id)?.name ?? []);
    notes.push(`Their IROs are ${listed(names)}: --chair says who chairs.`);
  }
  return [...notes, ...leftBehind(context, unit, each, children)];
}

/** Brothers and sisters whose plan was of the same meeting, and who keep it. */
function leftBehind(
  context: Context,
  unit: Unit,
  { record, standing }: ToPlan,
  children: readonly ToPlan[],
): string[] {
  if (!record || !standing) return [];
  return listOf(said(lastOf(record, 'review-planned'), 'with') ?? '').flatMap((ref) => {
    const other = findChild(unit.db, ref);
    if (!other || children.some(({ child }) => child.id === other.id)) return [];
    const plan = standingPlan(readStory(upTo(factsInPassing(unit.db, other.id), context.today), other.born));
    if (plan?.meeting !== standing.meeting) return [];
    return [
      `${other.ref} was planned for the same meeting, and keeps ${longDate(plan.meeting)}. To move it too: irotool review plan ${other.ref}`,
    ];
  });
}

/** If the plan is entered late: a plan made after it stands all the same. */
export function laterPlanNotes({ child, facts }: ToPlan, fact: Fact): string[] {
  const plan = standingPlan(readStory(withNew(facts, [fact]), child.born));
  if (plan === null || facts.every(({ id }) => id !== plan.event)) return [];
  return [
    `The plan of ${plainDate(plan.on)}, for ${longDate(plan.meeting)}, was made later and still stands.`,
  ];
}
