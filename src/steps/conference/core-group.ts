/** A core group of a child protection plan met: after its conference, or of a child in care beside the care plan. */
import { CORE_GROUP_HELD } from '../../core/events/protection';
import { type Case, flag, type Step, stepsOf } from '../step';

/** The step of either command, with what each has of its own. */
export const coreGroupMet = <C extends Case>(
  more: Pick<Step<C>, 'isOwed' | 'next'> & Partial<Pick<Step<C>, 'refusal'>>,
): Step<C> => ({
  ...stepsOf<C>()(CORE_GROUP_HELD, {
    what: 'Core group met',
    often: true,
    flags: {
      on: flag('--core-group <date>', 'the core group met', { ask: 'Core group met on' }),
      attended: flag('--core-group-came <list>', 'who came', { ask: 'Who came' }),
      next: flag('--core-group-next <date>', undefined, { ask: 'It meets again on' }),
    },
  }),
  ...more,
});
