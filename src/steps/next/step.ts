/**
 * The one thing to do next for a child: what happened at a meeting that has passed, then what the law
 * had wanted already, then an IRO, then today's meeting; then what has a day, the earliest first, in
 * the order of a review's life; then what has none. Pure: today is an argument.
 */
import { compare } from '../../core/compare';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import { isOfLaw, lawByOf } from '../../core/engine/standing';
import { participation } from '../../core/events/codes';
import { byDate, dateOf, nextStep as nextWithTracked } from '../../core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../core/reviews/recommendations';
import { birthday, type IsoDate } from '../../core/time/dates';
import { datedSteps } from './dated';
import {
  actionStep,
  askedActions,
  asksLastReview,
  comingMeeting,
  isAfter,
  isReview,
  kindOf,
  type NextStep,
  openDuties,
  planning,
  ruleOf,
  type Situation,
  stepOf,
} from './situation';

/** What there is to do; if there is nothing, the day on which there will be. */
export interface WhatNext {
  readonly step: NextStep | null;
  readonly until: { readonly on: IsoDate; readonly what: string } | null;
}

/** What is further off than this waits for what has no day, and for what is past its own. */
const SOON = 20;

/** What to do next; or of what is to be done soon the first that is not left for later, by its command. */
export function nextStep(now: Situation, left?: ReadonlySet<string>): WhatNext {
  const dated = datedSteps(now);
  const soon = now.calendar.addWorkingDays(now.today, SOON);
  const inOrder = [
    meetingPassed(now),
    overdueByLaw(now),
    iroMissing(now),
    ...meetingToday(now),
    ...dated.flatMap(({ day, step }) => (day <= soon ? [step] : [])),
    withoutDay(now),
    pastTheirDate(now),
    ...(left ? [] : dated.flatMap(({ step }) => (isOther(now, step.duty) ? [] : [step]))),
  ];
  const step = inOrder.find((each) => each !== null && !left?.has(each.command)) ?? null;
  return { step, until: step === null ? nextDay(now) : null };
}

function meetingPassed(now: Situation): NextStep | null {
  const action = askedActions(now).find(({ id }) => id === SAY_WHAT_HAPPENED);
  if (!action) return null;
  return {
    what: action.what,
    duty: action.id,
    dutyWords: action.what,
    due: null,
    review: action.review,
    who: action.who,
    command: holding(now, action.since),
    besides: `Where it was adjourned: irotool review adjourn ${now.ref}. Where it did not take place: irotool review cancel ${now.ref}`,
  };
}

/** The command that says how a review was held. */
function holding(now: Situation, on: IsoDate): string {
  const open = openDuties(now).filter(({ rule }) => isReview(rule));
  const isAdoption = open.length > 0 && open.every(({ rule }) => kindOf(rule) === 'adoption-review-held');
  const code = participation(now.born !== null && on < birthday(now.born, 4));
  return `irotool review hold ${now.ref} --on ${on} ${isAdoption ? '--adoption' : `--code ${code}`}`;
}

function overdueByLaw(now: Situation): NextStep | null {
  const overdue = openDuties(now)
    .map((duty) => ({ duty, lawBy: lawByOf(duty) }))
    .filter(({ duty, lawBy }) => duty.due < now.today && isOfLaw(duty.due, lawBy, now.today))
    // What the law had wanted first; of what it wanted on one day, the review.
    .sort(
      (one, other) =>
        compare(one.lawBy!, other.lawBy!) ||
        Number(isReview(other.duty.rule)) - Number(isReview(one.duty.rule)),
    );
  for (const { duty } of overdue) {
    if (!isReview(duty.rule)) return stepOf(now, duty);
    // A meeting is planned: what remains to be done for it comes in its turn.
    if (comingMeeting(now) === null) return planning(now, duty);
  }
  return null;
}

function iroMissing(now: Situation): NextStep | null {
  const { inCare, iroId } = now.standing;
  const isAdult = now.born !== null && birthday(now.born, 18) <= now.today;
  if (!inCare || iroId !== null || isAdult) return null;
  const duty = openDuties(now).find(({ rule }) => kindOf(rule) === 'iro-allocated');
  if (duty) return stepOf(now, duty);
  const rule = now.rules.find((each) => kindOf(each) === 'iro-allocated');
  return {
    what: rule?.duty ?? 'Allocate an independent reviewing officer',
    duty: null,
    dutyWords: null,
    due: null,
    who: 'unit',
    command: `irotool iro allocate ${now.ref}`,
  };
}

/** On the day itself the child is seen, and the review held; what was not done for it is past doing. */
function meetingToday(now: Situation): NextStep[] {
  if (comingMeeting(now) !== now.today) return [];
  const open = openDuties(now);
  const seeing = open.find(({ rule }) => kindOf(rule) === 'iro-saw-child');
  const before = seeing ? [stepOf(now, seeing)] : [];
  const review = open.find(({ rule }) => isReview(rule));
  const hold = {
    what: 'Hold the review',
    duty: review?.rule.id ?? null,
    dutyWords: review?.rule.duty ?? null,
    due: review?.due ?? now.today,
    review: review?.review ?? null,
    who: 'iro',
    command: holding(now, now.today),
  };
  return [...before, hold];
}

/** The action that has waited longest. */
function withoutDay(now: Situation): NextStep | null {
  for (const action of askedActions(now)) {
    const rule = ruleOf(now, action.id);
    if (rule && (!isReview(rule) || asksLastReview(rule))) return actionStep(now, action, rule);
  }
  return null;
}

function openRecommendations({ story }: Situation): Recommendation[] {
  return recommendationsIn(story)
    .filter((each) => !isSettledRecommendation(each) && dateOf(each) !== null)
    .sort(byDate);
}

/** A decision or recommendation whose date has passed. */
function pastTheirDate(now: Situation): NextStep | null {
  const late = openRecommendations(now).find((each) => dateOf(each)! < now.today);
  if (!late) return null;
  const duty = openDuties(now).find(
    ({ rule, ref }) => kindOf(rule) === 'recommendation-resolved' && ref === late.ref,
  );
  const { ref } = late;
  const child = now.ref;
  const ways = {
    check: {
      what: `Look at ${ref} with the social worker`,
      command: `irotool recommendation check ${child} ${ref} --finding "FINDING"`,
    },
    escalate: {
      what: `Take ${ref} to a manager`,
      command: `irotool recommendation escalate ${child} ${ref} --to NAME`,
    },
    dispute: {
      what: `Open a dispute about ${ref}`,
      command: `irotool recommendation escalate ${child} ${ref} --to NAME --dispute`,
    },
    done: {
      what: `See whether ${ref} was carried out`,
      command: `irotool recommendation done ${child} ${ref}`,
    },
  };
  const way = late.trackedBy === null ? 'done' : nextWithTracked(late, now.today);
  if (way === null) return null;
  return {
    ...ways[way],
    duty: duty?.rule.id ?? null,
    dutyWords: null,
    due: dateOf(late),
    who: late.trackedBy === null ? late.owner : 'iro',
    besides:
      way === 'done'
        ? `If events have overtaken it: irotool recommendation overtaken ${child} ${ref}`
        : `If it is resolved: irotool recommendation resolve ${child} ${ref}`,
  };
}

/** A duty that is no step of a review: it comes up when it falls due, and not before. */
function isOther(now: Situation, id: string | null): boolean {
  const rule = id === null ? undefined : ruleOf(now, id);
  return rule !== undefined && rule.direction !== 'before' && !isAfter(rule) && !isReview(rule);
}

/** When there is something again: the meeting, or the first thing that falls due. */
function nextDay(now: Situation): WhatNext['until'] {
  const meeting = comingMeeting(now);
  const days = [
    ...(meeting === null ? [] : [{ on: meeting, what: 'the meeting' }]),
    ...openDuties(now)
      .filter(({ rule }) => meeting === null || !isReview(rule))
      .map(({ due, rule }) => ({ on: due, what: rule.duty })),
    ...openRecommendations(now).map((each) => ({ on: dateOf(each)!, what: `${each.ref} is to be done` })),
  ];
  return days.reduce<WhatNext['until']>((first, day) => (first && first.on <= day.on ? first : day), null);
}
