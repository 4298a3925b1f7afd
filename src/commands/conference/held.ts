/** `conference hold|after`: a child protection conference is held, and what follows. Its steps are in steps/conference/. */

import { conferenceJson } from '../../cases/conference/account';
import type { Meeting } from '../../cases/meeting/in-words';
import { tagOrWords } from '../../cases/people/someone';
import { type Context, quietly } from '../../context';
import { withNew } from '../../core/engine/chronology';
import { isKept } from '../../core/engine/standing';
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
import { askDecisions } from '../../recording/decisions/asked';
import { decisionsIn } from '../../recording/decisions/lines';
import { decisionTyped } from '../../recording/decisions/typed';
import { checkMeeting } from '../../recording/meeting-typed';
import { type NextOptions, nextTyped, refuseLooseNext } from '../../recording/next/next-meeting';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { wrongWith } from '../../recording/wrong-with';
import { AFTER_CONFERENCE_HELD, type OfHeldConference } from '../../steps/conference/after';
import { HOLD_INITIAL, HOLD_REVIEW } from '../../steps/conference/held';
import { reckon } from '../../store/agenda/reckoning';
import { askText, canAsk } from '../../ui/prompts';
import { asCase, readingOf, runOfItsKind } from './conference';

type Items = NextOptions & { readonly item?: readonly string[]; readonly decisions?: string };
type Held = (context: Context, args: readonly [string], options: Options & Items) => Promise<undefined>;

/** Runs `conference hold REF --outcome OUTCOME`. */
export const hold: Held = async (context, [ref], { item = [], decisions, ...given }) => {
  const { nextOn, nextAt, nextVenue, nextMeeting, ...options } = given;
  const next = { nextOn, nextAt, nextVenue, nextMeeting } as NextOptions;
  refuseLooseNext(next);
  const by =
    typeof options.on === 'string' ? quietly(context).date(options.on, '--on', 'past') : context.today;
  let items = [...item, ...(decisions === undefined ? [] : await decisionsIn(context, decisions, by))];
  let planned = next;
  const { outcome } = options;
  const isAsked = canAsk(context) && Object.keys(given).length === 0;
  if (isAsked) context.talk.total = ALWAYS_ASKED;
  const isReview = outcome === 'continue' || outcome === 'end';
  const isInitial = outcome === 'plan' || outcome === 'no-plan';
  return runOfItsKind(context, ref, options, [HOLD_INITIAL, HOLD_REVIEW], {
    isReview: isReview ? true : isInitial ? false : undefined,
    more: {
      // Of one that has a plan, what it is to achieve and when it is looked at again.
      async askMore(read, [step]) {
        const decided = step!.texts.get('outcome');
        if (!isAsked) return;
        if (decided !== 'plan' && decided !== 'continue') {
          read.context.talk.total = read.context.talk.at;
          return;
        }
        if (items.length === 0) items = await askDecisions(read.context, step!.on, 'point of the plan');
        planned = await askNext(read, step!.on, decided);
      },
      // Enter takes the day that was planned, once it has come.
      opening(read) {
        const meeting = asCase(readingOf(read, options, 'coming', null)).plan?.meeting ?? null;
        return meeting !== null && meeting <= context.today ? meeting : null;
      },
      together: (read, _, facts) => ({
        facts: [...itemsOf(read, items, facts), ...plannedNext(read, planned, facts)],
        notes: [],
      }),
    },
  });
};

/** How many questions there are at the least, the outline of the plan and the next conference among them. */
const ALWAYS_ASKED = 11;

/** The conference at which the plan is looked at again: not fixed, for Enter alone. */
async function askNext(
  { context, unit, child, facts }: Read,
  on: IsoDate,
  outcome: string,
): Promise<NextOptions> {
  const kind = outcome === 'plan' ? INITIAL_CONFERENCE_HELD.kind : REVIEW_CONFERENCE_HELD.kind;
  const { duties } = reckon(withNew(facts, [{ on, kind, attributes: { outcome } }]), child.born, unit.engine);
  const due = duties.find((duty) => isMetBy(duty.rule, REVIEW_CONFERENCE_HELD.kind) && isKept(duty))?.due;
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
function itemsOf(
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

function refuseNotAfter(meeting: Meeting, on: IsoDate): void {
  if (meeting.on > on) return;
  throw new UserError(
    `--next-on: ${longDate(meeting.on)} is not after the conference of ${longDate(on)}. Nothing was saved.`,
    'Check the day of the next conference.',
  );
}

/** The review conference that is planned with it. */
function plannedNext(
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

const AFTER: StepCommand<OfHeldConference> = {
  steps: AFTER_CONFERENCE_HELD,
  caseOf(read, options, by) {
    const reading = readingOf(read, options, 'held', by);
    const open = reading.outcomes.filter(({ closed }) => closed === null);
    return {
      ...asCase(reading),
      again: reading.again,
      outcomes: open.map(({ ref, set }) => ({ ref, text: set.text })),
    };
  },
  checkDay: ({ conference: { heldOn } }, on) =>
    heldOn === null || on >= heldOn || `The conference was held on ${longDate(heldOn)}.`,
  dutyOf: ({ conference: { heldOn } }, duties, kind) =>
    duties.find(
      ({ rule, from }) => from.on === heldOn && rule.metBy.some((pattern) => pattern.kind === kind),
    ),
  refuse(_, { label, conference: { heldOn } }, facts) {
    const early = facts.find(({ on }) => heldOn !== null && on < heldOn);
    if (!early) return;
    throw new UserError(
      `${label} was held on ${longDate(heldOn!)}, after ${longDate(early.on)}. Nothing was saved.`,
      'Check the date.',
    );
  },
  shown: (child, of) => ({
    title: `after the conference of ${longDate(of.conference.heldOn!)}`,
    command: 'conference after',
    json: { child: { ref: child.ref, name: child.name }, conference: conferenceJson(of.conference) },
  }),
};

/** Runs `conference after REF`: without a step, shows or asks for what is to come. */
export const after = (context: Context, [ref]: readonly [string], options: Options): Promise<undefined> =>
  runSteps(AFTER, context, ref, options);
