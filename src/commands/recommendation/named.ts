/** Commands about one decision or recommendation, by its reference. Their steps are in steps/recommendation.ts. */
import { filled } from '../../cases/find';
import { recommendationNamed, refuseSettled } from '../../cases/recommendation';
import type { Context } from '../../context';
import type { Fact } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { lastAbout, stateOf } from '../../core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../core/reviews/recommendations';
import { said } from '../../core/reviews/record';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import {
  CHECK,
  DONE,
  ESCALATE,
  type OfRecommendation,
  OVERTAKEN,
  RESOLVED,
  TRACKED,
} from '../../steps/recommendation';
import { newCase, type Step } from '../../steps/step';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askChoice, askText, requireFlags } from '../../ui/prompts';

type Command = (context: Context, args: readonly [string, string], options: Options) => Promise<undefined>;

const command =
  (steps: readonly Step<OfRecommendation>[], more: Partial<StepCommand<OfRecommendation>> = {}): Command =>
  (context, [ref, which], options) =>
    runSteps(
      { steps, caseOf: (read, _, by) => caseOf(read.child, openOne(read, which, by)), ...more },
      context,
      ref,
      options,
    );

function caseOf({ ref }: Child, recommendation: Recommendation): OfRecommendation {
  const called = `${ref} ${recommendation.ref}`;
  return {
    ...newCase(called),
    ref: recommendation.ref,
    about: null,
    recommendation,
  };
}

/** The one that was named; refused if it is settled, or was made after the day. */
function openOne({ context, child, reckoning }: Read, which: string, by: IsoDate | null): Recommendation {
  const found = recommendationNamed(child, recommendationsIn(reckoning.story), which);
  refuseSettled(child, found);
  const on = by ?? context.today;
  if (on >= found.madeOn) return found;
  throw new UserError(
    `${child.ref} ${found.ref} was made on ${plainDate(found.madeOn)}, after ${plainDate(on)}. Nothing was saved.`,
    'Check --on.',
  );
}

/** Tracking ends with what settles it, and it may have begun after that. */
function withTracking({ recommendation, ref }: OfRecommendation, how: string, settling: Fact): Fact[] {
  if (!recommendation || stateOf(recommendation) !== 'tracked') return [settling];
  const since = lastAbout(recommendation, 'recommendation-tracked')!.on;
  const on = settling.on > since ? settling.on : since;
  return [settling, { on, kind: 'recommendation-resolved', attributes: { ref, how } }];
}

export const done = command([DONE], {
  unasked: true,
  factsOf: (of, fact) => withTracking(of, 'carried out', fact),
});
export const overtaken = command([OVERTAKEN], {
  unasked: true,
  factsOf: (of, fact) => withTracking(of, 'overtaken by events', fact),
});
export const check = command(CHECK, { unasked: true });
export const resolve = command([RESOLVED], { unasked: true });

/** Taken that very day to the same manager already, it is taken to the dispute process alone. */
export const escalate: Command = (context, args, options) =>
  command(ESCALATE, {
    factsOf({ recommendation }, fact) {
      const last = recommendation && lastAbout(recommendation, fact.kind);
      const isAgain = last?.on === fact.on && said(last, 'to') === fact.attributes.to;
      return options.dispute && fact.kind === 'recommendation-escalated' && isAgain ? [] : [fact];
    },
  })(context, args, options);

/** Runs `recommendation track REF [WHICH] --by D [--about TEXT]`. */
export function track(
  context: Context,
  [ref, which]: readonly [string, string | undefined],
  options: Options,
): Promise<undefined> {
  if (which !== undefined && options.about !== undefined) {
    throw new UsageError(
      '--about is for one that is not on the list yet, and then its reference is given for you.',
      `irotool recommendation track ${ref} --about "…" --by DATE`,
    );
  }
  if (which !== undefined) return command([TRACKED])(context, [ref, which], options);
  return runSteps({ steps: [TRACKED], caseOf: matterOf }, context, ref, options);
}

/** What is tracked: one on the list, or something new with a reference of its own. */
async function matterOf(read: Read, options: Options, by: IsoDate | null): Promise<OfRecommendation> {
  const { context, unit, child, reckoning } = read;
  requireFlags(
    context,
    ['about', 'by'].flatMap((name) => (options[name] === undefined ? [`--${name}`] : [])),
  );
  const open = recommendationsIn(reckoning.story).filter(
    (each) => !isSettledRecommendation(each) && each.madeOn <= (by ?? context.today),
  );
  const chosen =
    options.about !== undefined || open.length === 0
      ? null
      : await askChoice<string | null>(context, 'Which?', [
          ...open.map((each) => ({ name: `${each.ref}  ${each.text ?? ''}`.trim(), value: each.ref })),
          { name: 'something that is not on the list', value: null },
        ]);
  if (chosen !== null) return caseOf(child, openOne(read, chosen, by));
  const about = options.about ?? (await askText(context, { message: 'What is tracked?' }));
  const ref = nextReference('T', factsOf(unit.db, child.id));
  const called = `${child.ref} ${ref}`;
  return {
    ...newCase(called),
    ref,
    about: filled(String(about), '--about'),
    recommendation: null,
  };
}
