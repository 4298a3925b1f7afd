/** `dispute`: opened, taken from stage to stage, Cafcass considered, resolved. Its steps are in steps/dispute.ts. */
import { disputeNamed } from '../../cases/dispute';
import { tagOrWords } from '../../cases/people/someone';
import type { Context, Unit } from '../../context';
import { stageAt, stagesToCome } from '../../core/children/disputes';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { earliest, type IsoDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { disputeShown } from '../../screens/matters/disputes';
import { CAFCASS, NOTED, type OfDispute, OPENED, RESOLVED, STAGES } from '../../steps/dispute';
import { newCase, type Step } from '../../steps/step';

type Args = readonly [string, string | undefined];
type Command = (context: Context, args: Args, options: Options) => Promise<undefined>;

/** What is the same of a dispute that is being opened and of one that there is. */
function around({ engine, pack }: Unit): Pick<OfDispute, 'ladder' | 'workingDaysAfter' | 'lastFormalDay'> {
  const calendar = engine.calendars.statutory;
  const workingDaysAfter = (on: IsoDate, days: number): IsoDate => calendar.addWorkingDays(on, days);
  return {
    ladder: pack.stages ?? [],
    workingDaysAfter,
    lastFormalDay(on) {
      const days = engine.rules
        .filter(({ events }) => events.some(({ kind }) => kind === 'dispute-made-formal'))
        .flatMap(({ limits }) => limits)
        .flatMap(({ count }) =>
          typeof count === 'object' && count.unit === 'working days'
            ? workingDaysAfter(on, count.amount)
            : [],
        );
      return earliest(days) ?? null;
    },
  };
}

const command =
  (steps: readonly Step<OfDispute>[], more: Partial<StepCommand<OfDispute>> = {}): Command =>
  (context, [ref, which], options) => {
    const caseOf = (read: Read, _: Options, by: IsoDate | null): OfDispute => oneOf(read, which, by);
    return runSteps(
      {
        steps,
        caseOf,
        doneOn: () => null,
        show: (read) => disputeShown(read, oneOf(read, which, null).dispute!),
        ...more,
      },
      context,
      ref,
      options,
    );
  };

/** A dispute as it stood by the day of the steps. */
function oneOf(
  { context, unit, child, facts }: Read,
  which: string | undefined,
  by: IsoDate | null,
): OfDispute {
  const more = around(unit);
  const on = by ?? context.today;
  const whole = disputeNamed(child.ref, readStory(facts, child.born), more.ladder, which);
  const called = `${child.ref} ${whole.ref}`;
  if (on < whole.openedOn) {
    throw new UserError(
      `${called} was opened on ${plainDate(whole.openedOn)}, after ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const dispute = disputeNamed(child.ref, readStory(upTo(facts, on), child.born), more.ladder, whole.ref);
  const { formalOn } = dispute;
  return {
    ...newCase(called),
    dispute,
    ...more,
    lastFormalDay: (day) => more.lastFormalDay(formalOn ?? day),
  };
}

/** Nothing more is done of one that is settled. */
function refuseResolved(_: Read, { label, dispute }: OfDispute): void {
  if (!dispute?.resolved) return;
  throw new UserError(
    `${label} was resolved on ${plainDate(dispute.resolved.on)}. Nothing was saved.`,
    `To see it: irotool dispute show ${label}`,
  );
}

export const open: Command = (context, [ref], options) =>
  runSteps(
    {
      steps: [OPENED],
      caseOf: ({ unit, child }) => ({
        ...newCase(child.ref),
        dispute: null,
        ...around(unit),
      }),
    },
    context,
    ref,
    options,
  );

/** Runs `dispute stage REF [WHICH]`: the next stage, its answer, or that it is left out; alone it shows the dispute. */
export const stage: Command = (context, args, options) =>
  command(STAGES, {
    caseOf(read, _, by) {
      const of = oneOf(read, args[1], by);
      const isTaken = options.to !== undefined || options.skip !== undefined;
      refuseResolved(read, of);
      if (options.stage === undefined) refuseRepeated(read, of, options, by ?? context.today);
      if (isTaken && options.stage === undefined && stagesToCome(of.dispute!).length === 0) {
        throw new UserError(
          `${of.label} has been through every stage: ${stageAt(of.dispute!)?.what} was the last. Nothing was saved.`,
          `It is resolved, or goes to Cafcass: irotool dispute resolve ${of.label}, or irotool dispute cafcass ${of.label}`,
        );
      }
      return of;
    },
    factsOf: ({ dispute }, fact) => [...madeFormal(dispute?.formalOn ?? null, fact), fact],
  })(context, args, options);

/** Typed once more, it would be the next stage: nobody means that without a word. */
function refuseRepeated(
  { context, unit, child }: Read,
  { label, dispute }: OfDispute,
  { to, skip }: Options,
  on: IsoDate,
): void {
  const next = dispute && stagesToCome(dispute)[0];
  const last = dispute?.stages.findLast(({ raisedOn, skipped }) => (raisedOn ?? skipped?.on) === on);
  if (!next || !last) return;
  const isRaised = typeof to === 'string' && tagOrWords(context, unit, child, to, on) === last.raised?.to;
  if (!isRaised && (skip === undefined || skip !== last.skipped?.why)) return;
  throw new UserError(
    `${label}: “${last.what}” was ${last.skipped ? 'left out' : 'raised'} on that day already. Nothing was saved.`,
    `To go on to the next on the same day, say which: --stage ${next.name}`,
  );
}

/** From the first formal stage the days over all of them run. */
const madeFormal = (formalOn: IsoDate | null, { on, kind, attributes: { ref, formal } }: Fact): Fact[] =>
  kind === 'dispute-stage-raised' && formal === 'yes' && formalOn === null
    ? [{ on, kind: 'dispute-made-formal', attributes: { ref: ref! } }]
    : [];

export const note = command(NOTED);

export const cafcass = command([CAFCASS], {
  factsOf: ({ dispute }, fact) =>
    fact.attributes.outcome === 'referred'
      ? [fact, { on: fact.on, kind: 'cafcass-referred', attributes: { ref: dispute!.ref } }]
      : [fact],
});

export const resolve = command([RESOLVED], { refuse: refuseResolved });

/** Shown whole: it takes no step. */
export const show = command([]);
