/** `dispute`: opened, taken from stage to stage, Cafcass considered, resolved. Its steps are in steps/dispute.ts. */
import type { Context } from '../../context';
import { stageAt, stagesToCome } from '../../core/children/disputes';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import {
  aroundDispute,
  disputeOn,
  refuseRepeated,
  refuseResolved,
  withFormal,
} from '../../recording/disputes/case';
import type { Options } from '../../recording/steps/options';
import { type Read, runSteps, type StepCommand } from '../../recording/steps/run';
import { disputeShown } from '../../screens/matters/disputes';
import { CAFCASS, NOTED, type OfDispute, OPENED, RESOLVED, STAGES } from '../../steps/dispute';
import { newCase, type Step } from '../../steps/step';

type Args = readonly [string, string | undefined];
type Command = (context: Context, args: Args, options: Options) => Promise<undefined>;

const command =
  (steps: readonly Step<OfDispute>[], more: Partial<StepCommand<OfDispute>> = {}): Command =>
  (context, [ref, which], options) => {
    const caseOf = (read: Read, _: Options, by: IsoDate | null): OfDispute => disputeOn(read, which, by);
    return runSteps(
      {
        steps,
        caseOf,
        doneOn: () => null,
        show: (read) => disputeShown(read, disputeOn(read, which, null).dispute!),
        ...more,
      },
      context,
      ref,
      options,
    );
  };

export const open: Command = (context, [ref], options) =>
  runSteps(
    {
      steps: [OPENED],
      caseOf: ({ unit, child }) => ({
        ...newCase(child.ref),
        dispute: null,
        ...aroundDispute(unit),
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
      const of = disputeOn(read, args[1], by);
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
    factsOf: ({ dispute }, fact) => [...withFormal(dispute?.formalOn ?? null, fact), fact],
  })(context, args, options);

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
