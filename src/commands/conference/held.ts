/** `conference hold|after`: a child protection conference is held, and what follows. Its steps are in steps/conference/. */

import { conferenceJson } from '../../cases/conference/account';
import { type Context, quietly } from '../../context';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { asCase, readingOf, refuseOfLater, runOfItsKind } from '../../recording/conference/case';
import { askNext, itemsOf, plannedNext } from '../../recording/conference/held';
import { askDecisions } from '../../recording/decisions/asked';
import { decisionsIn } from '../../recording/decisions/lines';
import { type NextOptions, refuseLooseNext } from '../../recording/next/next-meeting';
import { runOfOne } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import type { StepCommand } from '../../recording/steps/run';
import { AFTER_CONFERENCE_HELD, type OfHeldConference } from '../../steps/conference/after';
import { HOLD_INITIAL, HOLD_REVIEW } from '../../steps/conference/held';
import { canAsk } from '../../ui/prompts';

type Items = NextOptions & { readonly item?: readonly string[]; readonly decisions?: string };
type HoldCommand = (
  context: Context,
  args: readonly [string],
  options: Options & Items,
) => Promise<undefined>;

/** Runs `conference hold REF --outcome OUTCOME`. */
export const hold: HoldCommand = async (context, [ref], { item = [], decisions, ...given }) => {
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
  refuse(read, of, facts) {
    const { label, conference } = of;
    const { heldOn } = conference;
    const early = facts.find(({ on }) => heldOn !== null && on < heldOn);
    if (!early) return refuseOfLater(read, of, facts);
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
export const after = runOfOne(AFTER);
