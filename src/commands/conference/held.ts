/** `conference hold|after`: a child protection conference is held, and what follows. Its steps are in steps/conference/. */

import { conferenceJson } from '../../cases/conference/account';
import { tagOrWords } from '../../cases/people/someone';
import type { Context } from '../../context';
import { type Fact, given } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { PLAN_OUTCOME_SET } from '../../core/events/protection/conference';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { AFTER_CONFERENCE_HELD, type OfHeldConference } from '../../steps/conference/after';
import { HOLD_INITIAL, HOLD_REVIEW } from '../../steps/conference/held';
import { decisionTyped } from '../review/decisions-typed';
import { asCase, readingOf, runOfItsKind } from './conference';

type Items = { readonly item?: readonly string[] };
type Held = (context: Context, args: readonly [string], options: Options & Items) => Promise<undefined>;

/** Runs `conference hold REF --outcome OUTCOME`. */
export const hold: Held = (context, [ref], { item = [], ...options }) => {
  const { outcome } = options;
  const isReview = outcome === 'continue' || outcome === 'end';
  const isInitial = outcome === 'plan' || outcome === 'no-plan';
  return runOfItsKind(context, ref, options, [HOLD_INITIAL, HOLD_REVIEW], {
    isReview: isReview ? true : isInitial ? false : undefined,
    more: {
      together: (read, _, facts) => ({ facts: itemsOf(read, item, facts), notes: [] }),
    },
  });
};

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
      owner: owner === undefined ? undefined : tagOrWords(unit, child, owner, on),
      by,
    });
    const fact = { on, kind: PLAN_OUTCOME_SET.kind, attributes };
    made.push(fact);
    return { fact, words: `outcome ${ref} of the plan` };
  });
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
