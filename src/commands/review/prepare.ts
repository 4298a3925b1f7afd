/** `review prepare`: the steps before a meeting, for one child or for brothers and sisters. What they are is in steps/before-review.ts. */
import { childrenNamed } from '../../cases/children-named';
import { reviewList } from '../../cases/meeting/participants';
import { reckoned } from '../../cases/reckoned';
import { beingPrepared } from '../../cases/review/preparation';
import type { Context, Unit } from '../../context';
import { concernsIn } from '../../core/children/concerns';
import { chronologyOf, withNew } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import { DOCUMENT_RECEIVED, DOCUMENTS_RECEIVED } from '../../core/events/before-review';
import { type Fact, specOf } from '../../core/events/fact';
import {
  forThisSitting,
  type PaperForIro,
  papersCompleteOn,
  papersMissing,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../core/reviews/papers';
import { preparationOf, reviewOn, STEPS } from '../../core/reviews/preparation';
import { momentsOf } from '../../core/reviews/record';
import { earliest, type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { type ExitCode, UsageError } from '../../errors';
import type { Read, StepCommand, Together } from '../../recording/steps/command';
import { inTurn } from '../../recording/steps/in-turn';
import { isAnyTyped, type Options, type TypedStep } from '../../recording/steps/options';
import { runSteps } from '../../recording/steps/run';
import { preparationsShown } from '../../screens/preparation';
import { present, type Shown } from '../../screens/show';
import { BEFORE_REVIEW, type OfPreparation } from '../../steps/before-review';
import type { Child } from '../../store/children';
import { isOnlyShown } from '../../ui/prompts';
import { listed, refAndReview } from '../../ui/words';

interface Of extends OfPreparation {
  readonly review: string | undefined;
  /** How far it has been prepared on the day of the last step. */
  readonly target: ReturnType<typeof reviewOn>;
}

/** A step as one of the review that was named. */
const ofReview = ({ review }: Of, fact: Fact): Fact =>
  review !== undefined && specOf(fact)?.belongs === 'before'
    ? { ...fact, attributes: { ...fact.attributes, review } }
    : fact;

const COMMAND: StepCommand<Of> = {
  steps: BEFORE_REVIEW,
  unasked: 'if typed',
  caseOf({ context, unit, child, facts, reckoning }, options, _, last): Of {
    const review = typeof options.review === 'string' ? options.review.trim() : undefined;
    // Refuses a review that the child does not have.
    const list = review === undefined ? null : reviewList(unit, child, reckoning, context.today, review);
    const { story } = reckoning;
    const known = chronologyOf(facts, child.born);
    const on: Of['on'] = (day) => reviewOn(known, day, list?.number);
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
  factsOf: (of, fact) => [ofReview(of, fact)],
  heading: ({ target }) => `before the meeting${target?.plan ? ` of ${longDate(target.plan.meeting)}` : ''}`,
  together,
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

/** With the last of the papers that are asked for, all have come; and what is not recorded before these steps. */
function together(read: Read, of: Of, facts: readonly Fact[], steps: readonly TypedStep<Of>[]): Together {
  const papers = steps.find(({ step }) => step.event === DOCUMENT_RECEIVED);
  const more = papers ? papersTogether(of, facts, papers.on) : { facts: [], notes: [] };
  const all = [...facts, ...more.facts.map(({ fact }) => fact)];
  return { facts: more.facts, notes: [...more.notes, ...gapsBefore(read, of, all)] };
}

function papersTogether(of: Of, facts: readonly Fact[], day: IsoDate): Together {
  const review = of.on(day);
  const received = papersReceived(forThisSitting(review?.record ?? { moments: [] }));
  const came = facts.filter(({ kind }) => kind === DOCUMENT_RECEIVED.kind);
  for (const { on, attributes } of came) {
    const paper = attributes.document as PaperForIro;
    received.set(paper, earliest([on, received.get(paper) ?? on])!);
  }
  const complete = review?.steps.find(({ kind }) => kind === 'documents-received')?.on ?? null;
  if (complete !== null) {
    const since = `All papers are recorded already, since ${plainDate(complete)}.`;
    return { facts: [], notes: came.length === 0 ? [since] : [] };
  }
  const wanted = papersWanted(of.story, review?.plan?.meeting ?? day);
  const on = papersCompleteOn(wanted, received);
  if (on === null) {
    const missing = listed(papersMissing(wanted, received).map(wantedWords));
    return { facts: [], notes: [`Still to reach the IRO: ${missing}.`] };
  }
  const fact = ofReview(of, { on, kind: DOCUMENTS_RECEIVED.kind, attributes: {} });
  return { facts: [{ fact, words: `all papers with the IRO on ${longDate(on)}` }], notes: [] };
}

/** Steps that come before the last of these and are not recorded, in a sentence. */
function gapsBefore({ unit, child, facts: known }: Read, { target }: Of, facts: readonly Fact[]): string[] {
  if (target === null) return [];
  // Only what the unit's rules ask for: other steps have no place in the order.
  const asked = new Set(unit.engine.rules.flatMap(({ metBy }) => metBy.map(({ kind }) => kind)));
  const last = STEPS.findLastIndex(({ kind }) => asked.has(kind) && facts.some((fact) => fact.kind === kind));
  const { period, number } = target.record;
  const open = preparationOf(readStory(withNew(known, facts), child.born), period, number!).steps.filter(
    ({ kind, on }, at) => at < last && on === null && asked.has(kind),
  );
  const words = listed(open.map(({ what }) => `“${what}”`));
  return open.length === 0 ? [] : [`Not recorded before that: ${words}.`];
}
