/** `review prepare`: the steps before a meeting, for one child or for brothers and sisters. What they are is in steps/before-review.ts. */
import { childrenNamed } from '../../cases/children-named';
import { reviewList } from '../../cases/meeting/participants';
import { reckoned } from '../../cases/reckoned';
import { beingPrepared } from '../../cases/review/preparation';
import type { Context, Unit } from '../../context';
import { concernsIn } from '../../core/children/concerns';
import { chronologyOf } from '../../core/engine/chronology';
import { forThisSitting } from '../../core/reviews/papers';
import { reviewOn } from '../../core/reviews/preparation';
import { momentsOf } from '../../core/reviews/record';
import { longDate } from '../../core/time/dates';
import { type ExitCode, UsageError } from '../../errors';
import {
  asOfReviewNamed,
  type OfReviewNamed,
  togetherBefore,
} from '../../recording/planning/together-before';
import type { StepCommand } from '../../recording/steps/command';
import { inTurn } from '../../recording/steps/in-turn';
import { isAnyTyped, type Options } from '../../recording/steps/options';
import { runSteps } from '../../recording/steps/run';
import { preparationsShown } from '../../screens/preparation';
import { present, type Shown } from '../../screens/show';
import { BEFORE_REVIEW } from '../../steps/before-review';
import type { Child } from '../../store/children';
import { isOnlyShown } from '../../ui/prompts';
import { refAndReview } from '../../ui/words';

const COMMAND: StepCommand<OfReviewNamed> = {
  steps: BEFORE_REVIEW,
  unasked: 'if typed',
  caseOf({ context, unit, child, facts, reckoning }, options, _, last): OfReviewNamed {
    const review = typeof options.review === 'string' ? options.review.trim() : undefined;
    // Refuses a review that the child does not have.
    const list = review === undefined ? null : reviewList(unit, child, reckoning, context.today, review);
    const { story } = reckoning;
    const known = chronologyOf(facts, child.born);
    const on: OfReviewNamed['on'] = (day) => reviewOn(known, day, list?.number);
    const target = on(last ?? context.today);
    return {
      label: refAndReview(child.ref, target?.record.number ?? null),
      again: child.ref,
      record: forThisSitting(target?.record ?? { moments: [] }),
      ref: child.ref,
      story,
      concerns: concernsIn(story, story.periods.length - 1),
      review,
      target,
      on,
      // Nobody if nothing was recorded on the list: what would be proposed was perhaps not sent.
      invited: ({ record }) =>
        momentsOf(record, 'participant-listed').length === 0
          ? []
          : reviewList(unit, child, reckoning, context.today, String(record.number))
              .participants.filter(
                ({ part, exclusion }) => part === 'invited' && (exclusion === null || exclusion.isForPart),
              )
              .map(({ ref }) => ref),
    };
  },
  show: ({ context, unit, child }, options) => preparations(context, unit, [child], options),
  doneOn: ({ target }, kind) => {
    const step = kind === 'document-received' ? 'documents-received' : kind;
    return target?.steps.find((each) => each.kind === step)?.on ?? null;
  },
  factsOf: (of, fact) => [asOfReviewNamed(of, fact)],
  heading: ({ target }) => `before the meeting${target?.plan ? ` of ${longDate(target.plan.meeting)}` : ''}`,
  together: togetherBefore,
};

/** Runs `review prepare REF…`: records the steps typed; without any, asks for them, or shows those of all in one list. */
export async function prepare(
  context: Context,
  [refs]: readonly [string[]],
  options: Options,
): Promise<ExitCode | undefined> {
  if (!isAnyTyped(BEFORE_REVIEW, options) && isOnlyShown(context)) {
    const unit = await context.open();
    return present(context, preparations(context, unit, childrenNamed(unit, refs), options));
  }
  return inTurn(context, refs, (own, ref) => runSteps(COMMAND, own, ref, options));
}

function preparations(context: Context, unit: Unit, children: readonly Child[], options: Options): Shown {
  if (options.on !== undefined) throw new UsageError('--on goes with a step.');
  const review = typeof options.review === 'string' ? options.review : undefined;
  const all = children.map((child) => {
    const { reckoning } = reckoned(context, unit, child);
    return beingPrepared({ context, unit, child, reckoning }, review);
  });
  return preparationsShown(context, unit, all);
}
