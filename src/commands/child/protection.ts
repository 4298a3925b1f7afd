/** `child protection`: a child protection plan beside the care plan. Its steps are in steps/protection.ts. */

import { everyoneIn } from '../../cases/people/who';
import { childRead } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { isPractitioner } from '../../core/children/conference-list';
import { conferencesOf, heldAs } from '../../core/children/conferences';
import { periodOn } from '../../core/children/iro-record';
import { protectionPlanOf } from '../../core/children/protection-plan';
import { upTo } from '../../core/engine/chronology';
import type { Story } from '../../core/engine/moment';
import { isStillOwed } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import {
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_REPORT_ASKED,
  CONFERENCE_REPORT_RECEIVED,
} from '../../core/events/protection/conference';
import { takenIn } from '../../core/reviews/record';
import type { Rule } from '../../core/rules/rule';
import { UsageError, UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { protectionPlanShown } from '../../screens/courses/protection-plan';
import type { Shown } from '../../screens/show';
import { notOnAPlan, type OfProtection, PROTECTION } from '../../steps/protection';
import { newCase } from '../../steps/step';
import type { Child } from '../../store/children';

const COMMAND: StepCommand<OfProtection> = {
  steps: PROTECTION,
  caseOf: ({ context, child, facts, reckoning }, _, by) => ({
    isInCare: periodOn(reckoning.story.periods, by ?? context.today) !== null,
    ...newCase(child.ref),
    plan: protectionPlanOf(readStory(upTo(facts, by ?? context.today), child.born), by ?? context.today),
  }),
  show,
};

/** Runs `child protection REF`: what was asked and decided of the plan; alone, shows it. */
export async function protection(
  context: Context,
  [ref]: readonly [string],
  options: Options,
): Promise<undefined> {
  if (String(options.asked).trim().toLowerCase() !== 'all') return runSteps(COMMAND, context, ref, options);
  const { unit, child, reckoning } = await childRead(context, ref);
  const { story } = reckoning;
  const of = { plan: protectionPlanOf(story, context.today), again: child.ref };
  const [wrong, next] = notOnAPlan({ on: context.today }, { of }) ?? [];
  if (wrong !== undefined) throw new UserError(`${child.ref}: ${wrong} Nothing was saved.`, next ?? '');
  const asked = practitionersOf(context, unit, child, story);
  if (asked.length === 0) {
    throw new UserError(
      `${child.ref}: no practitioner is recorded who came to its last conference, was invited or asked to report. Nothing was saved.`,
      `Name them: irotool child protection ${child.ref} --asked health,teacher`,
    );
  }
  return runSteps(COMMAND, context, ref, { ...options, asked: asked.join(',') });
}

/**
 * The practitioners of the last conference that was held, by tag: who came, was invited, was to report or did, or is in
 * the core group. One who could not come may object all the same.
 */
function practitionersOf(context: Context, unit: Unit, child: Child, story: Story): string[] {
  const last = conferencesOf(story, context.today).findLast(({ heldOn }) => heldOn !== null);
  const held = last && heldAs(last);
  const tags = [
    ...(held ? [...held.attended, ...held.coreGroup] : []),
    ...(last ? takenIn(last, CONFERENCE_INVITATIONS_SENT).flatMap(({ to }) => to) : []),
    ...(last ? takenIn(last, CONFERENCE_REPORT_ASKED).map(({ ref }) => ref) : []),
    ...(last ? takenIn(last, CONFERENCE_REPORT_RECEIVED).map(({ ref }) => ref) : []),
  ];
  const members = new Set(tags.map((tag) => tag.toLowerCase()));
  return everyoneIn(unit, child, context.today)
    .filter(
      ({ ref, person }) => members.has(ref.toLowerCase()) && isPractitioner({ role: person?.role ?? ref }),
    )
    .map(({ ref }) => ref);
}

function show({ context, unit, child, reckoning }: Read, { on }: Options): Shown {
  if (on !== undefined) throw new UsageError('--on goes with --asked, --answers, --kept or --ended.');
  const plan = protectionPlanOf(reckoning.story, context.today);
  const next = reckoning.duties.find((duty) => isOfPlan(duty.rule) && isStillOwed(duty, context.today));
  const practitioners = practitionersOf(context, unit, child, reckoning.story);
  const { inCare: isInCare } = reckoning.standing;
  return protectionPlanShown(child, plan, { next, isInCare, practitioners });
}

/** A rule of the plan, whatever pack it is of: one that ends with it. */
const isOfPlan = ({ endsAt }: Rule): boolean =>
  endsAt.some((end) => typeof end === 'object' && end.kind === 'protection-plan-ended');
