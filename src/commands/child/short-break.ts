/** `child short-break`: a stay of a series of short breaks, or the end of the series. Its steps are in steps/short-break.ts. */
import { quietly } from '../../context';
import { plainDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { latestPeriod, runOfOne } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import type { Read, StepCommand } from '../../recording/steps/run';
import type { OfChild } from '../../steps/care';
import { SHORT_BREAK } from '../../steps/short-break';
import { requireFlags } from '../../ui/prompts';

interface OfStay extends OfChild {
  /** It is said where the child stays, or with whom. */
  readonly isPlaced: boolean;
}

const COMMAND: StepCommand<OfStay> = {
  steps: SHORT_BREAK,
  caseOf(read, options) {
    const { placement, carer } = options;
    refuseTogether(read, options);
    return { ...latestPeriod(read), isPlaced: placement !== undefined || carer !== undefined };
  },
  factsOf: ({ isPlaced }, fact) =>
    fact.kind === 'became-looked-after' && !isPlaced
      ? [fact, { on: fact.on, kind: 'placement-started', attributes: {} }]
      : [fact],
  // There is nothing to show: what is missing is refused.
  show(read, options) {
    refuseTogether(read, options);
    return { screen: () => [] };
  },
};

/** Runs `child short-break REF --from D [--to D]`, `… --to D`, or `… --series-ended`. */
export const shortBreak = runOfOne(COMMAND);

/** Days that are not said, or not of one thing. */
function refuseTogether({ context, reckoning: { story } }: Read, options: Options): void {
  const { from, to, on, seriesEnded } = options;
  if (seriesEnded) return;
  if (on !== undefined) {
    throw new UsageError('--on and --why go with --series-ended; a stay has --from and --to.');
  }
  const isOpen = story.periods.at(-1)?.to === null;
  requireFlags(context, from === undefined && !isOpen ? ['--from'] : []);
  if (from === undefined && to === undefined) {
    throw new UsageError('Say which days: --from DATE, --to DATE, or both.');
  }
  if (typeof from !== 'string' || typeof to !== 'string') return;
  const began = quietly(context).date(from, '--from', 'past');
  const ended = quietly(context).date(to, '--to', 'past');
  if (began <= ended) return;
  throw new UsageError(
    `--to (${plainDate(ended)}) is before --from (${plainDate(began)}).`,
    `If they are the wrong way round: --from ${ended} --to ${began}`,
  );
}
