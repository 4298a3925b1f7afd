/** What is asked and made of a conference that was held: the outline of its plan, and the conference that looks at it again. */

import type { DayAndTime } from '../../cases/meeting/in-words';
import { tagOrWords } from '../../cases/people/someone';
import { quietly } from '../../context';
import { withNew } from '../../core/engine/chronology';
import { isOwedOnItsDay } from '../../core/engine/standing';
import { type Fact, given } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import {
  INITIAL_CONFERENCE_HELD,
  REVIEW_CONFERENCE_HELD,
  REVIEW_CONFERENCE_PLANNED,
} from '../../core/events/protection';
import { PLAN_OUTCOME_SET } from '../../core/events/protection/conference';
import { isMetBy } from '../../core/rules/by-purpose';
import { dayAndTime, type IsoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { reckon } from '../../store/agenda/reckoning';
import { askText } from '../../ui/prompts';
import { decisionTyped } from '../decisions/typed';
import { checkMeeting } from '../meeting-typed';
import { type NextOptions, nextTyped } from '../next/next-meeting';
import type { Read } from '../steps/run';
import { wrongWith } from '../wrong-with';

/** The conference at which the plan is looked at again: not fixed, for Enter alone. */
export async function askNext(
  { context, unit, child, facts }: Read,
  on: IsoDate,
  outcome: string,
): Promise<NextOptions> {
  const kind = outcome === 'plan' ? INITIAL_CONFERENCE_HELD.kind : REVIEW_CONFERENCE_HELD.kind;
  const { duties } = reckon(withNew(facts, [{ on, kind, attributes: { outcome } }]), child.born, unit.engine);
  const due = duties.find(
    (duty) => isMetBy(duty.rule, REVIEW_CONFERENCE_HELD.kind) && isOwedOnItsDay(duty),
  )?.due;
  const by = due === undefined ? '' : `; due by ${longDate(due)}`;
  const nextMeeting = await askText(context, {
    message: `Next conference (Enter: not fixed${by})`,
    optional: true,
    check: (typed) => {
      const wrong = checkMeeting(context, typed, on);
      return wrong === true
        ? wrongWith(() => refuseNotAfter(nextTyped(quietly(context), { nextMeeting: typed }, on)!, on))
        : wrong;
    },
  });
  if (nextMeeting === '') return {};
  context.talk.total++;
  const nextVenue = await askText(context, { message: 'Where (or the link)', optional: true });
  return { nextMeeting, ...(nextVenue !== '' && { nextVenue }) };
}

/** What the plan is to achieve, numbered on: P1, P2; `P1: …` gives an outcome that there is other words. */
export function itemsOf(
  { context, unit, child, facts: known }: Read,
  items: readonly string[],
  [held]: readonly Fact[],
): { fact: Fact; words: string }[] {
  const { on } = held!;
  const made: Fact[] = [];
  return items.map((typed) => {
    const [, named, rest] = /^\s*(P\d+)\s*:\s*(.*)$/is.exec(typed) ?? [];
    const { text, owner, by } = decisionTyped(context, '--item', rest ?? typed, on);
    const ref = named?.toUpperCase() ?? nextReference('P', [...known, ...made]);
    const attributes = given({
      ref,
      text,
      owner: owner === undefined ? undefined : tagOrWords(context, unit, child, owner, on),
      by,
    });
    const fact = { on, kind: PLAN_OUTCOME_SET.kind, attributes };
    made.push(fact);
    return { fact, words: `outcome ${ref} of the plan` };
  });
}

function refuseNotAfter(meeting: DayAndTime, on: IsoDate): void {
  if (meeting.on > on) return;
  throw new UserError(
    `--next-on: ${longDate(meeting.on)} is not after the conference of ${longDate(on)}. Nothing was saved.`,
    'Check the day of the next conference.',
  );
}

/** The review conference that is planned with it. */
export function plannedNext(
  { context, child: { ref } }: Read,
  options: NextOptions,
  [held]: readonly Fact[],
): { fact: Fact; words: string }[] {
  const { on, attributes } = held!;
  const meeting = nextTyped(context, options, on);
  if (meeting === undefined) return [];
  if (['end', 'no-plan'].includes(attributes.outcome ?? '')) {
    throw new UserError(
      `${ref}: there is no plan to be reviewed, so no next conference is planned. Nothing was saved.`,
      'Leave out --next-on, or check --outcome.',
    );
  }
  refuseNotAfter(meeting, on);
  const said = {
    ...{ meeting: meeting.on, time: meeting.time ?? undefined, venue: options.nextVenue },
    chair: attributes.chair,
  };
  const fact = { on, kind: REVIEW_CONFERENCE_PLANNED.kind, attributes: given(said) };
  return [{ fact, words: `review conference planned for ${dayAndTime(meeting.on, meeting.time)}` }];
}
