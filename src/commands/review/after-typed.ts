/** What was typed for the steps after a review, read and checked; what they lack is asked for. */

import { filled } from '../../cases/find';
import type { Context } from '../../context';
import { earliest, type IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';
import { dayDone } from '../day-done';
import { choicesTyped, choiceTyped } from './choice-typed';

export interface AfterOptions {
  readonly review?: string;
  readonly decisionsSent?: string;
  readonly sentTo?: string;
  readonly redacted?: string;
  readonly received?: string;
  readonly response?: string;
  readonly responded?: string;
  readonly about?: string;
  readonly told?: string;
  readonly manager?: string;
  readonly resolved?: string;
  readonly dispute?: true;
  readonly carePlanUpdated?: string;
  readonly plans?: string;
  readonly copied?: string;
  readonly recordCompleted?: string;
  readonly endorsedBy?: string;
  readonly poorPractice?: string;
  readonly goodPractice?: string;
  readonly on?: string;
  readonly despiteNoContact?: true;
}

/** What was typed, with its dates read and its words checked; nothing here has looked at the review. */
export interface TypedSteps {
  readonly on: IsoDate;
  readonly decisionsSent: IsoDate | undefined;
  readonly sentTo: string | undefined;
  readonly redacted: string | undefined;
  readonly received: IsoDate | undefined;
  readonly response: string | undefined;
  readonly responded: IsoDate;
  readonly about: string | undefined;
  readonly told: string | undefined;
  readonly manager: string | undefined;
  readonly resolved: string | undefined;
  readonly dispute: boolean;
  readonly carePlanUpdated: IsoDate | undefined;
  readonly plans: string | undefined;
  readonly copied: string | undefined;
  readonly recordCompleted: IsoDate | undefined;
  readonly endorsedBy: string | undefined;
  readonly poorPractice: string | undefined;
  readonly goodPractice: string | undefined;
}

/** True where a step was typed, or what goes with one. */
export function hasSteps(options: AfterOptions): boolean {
  const { review: _review, on: _on, despiteNoContact: _despite, ...steps } = options;
  return Object.keys(steps).length > 0;
}

/** Reads what was typed, and asks for what it needs and lacks. */
export async function readSteps(context: Context, options: AfterOptions): Promise<TypedSteps> {
  const response = await responseTyped(context, options);
  const about = await aboutTyped(context, { ...options, ...(response && { response }) });
  refuseLeftOver(options);
  const day = (typed: string | undefined, flag: string): IsoDate | undefined =>
    typed === undefined ? undefined : context.date(typed, flag, 'past');
  const on = dayDone(context, options.on);
  return {
    on,
    decisionsSent: day(options.decisionsSent, '--decisions-sent'),
    sentTo: filled(options.sentTo, '--sent-to'),
    redacted: filled(options.redacted, '--redacted'),
    received: day(options.received, '--received'),
    response,
    responded: day(options.responded, '--responded') ?? on,
    about,
    told: filled(options.told, '--told'),
    manager: filled(options.manager, '--manager'),
    resolved: filled(options.resolved, '--resolved'),
    dispute: options.dispute === true,
    carePlanUpdated: day(options.carePlanUpdated, '--care-plan-updated'),
    plans: choicesTyped('care-plan-updated', 'plans', '--plans', options.plans),
    copied: filled(options.copied, '--copied'),
    recordCompleted: day(options.recordCompleted, '--record-completed'),
    endorsedBy: filled(options.endorsedBy, '--endorsed-by'),
    poorPractice: filled(options.poorPractice, '--poor-practice'),
    goodPractice: filled(options.goodPractice, '--good-practice'),
  };
}

const ANSWERS = [
  { name: 'Agreed', value: 'agreed' },
  { name: 'Disagreed', value: 'disagreed' },
];

async function responseTyped(context: Context, options: AfterOptions): Promise<string | undefined> {
  const { response, responded } = options;
  if (response !== undefined) return choiceTyped('manager-responded', 'answer', '--response', response);
  if (responded === undefined) return undefined;
  requireFlags(context, ['--response']);
  return askChoice(context, 'What did the manager answer?', ANSWERS);
}

/** What `--about` says belongs to one thing: the manager's answer and its dispute, or the practice. */
async function aboutTyped(context: Context, options: AfterOptions): Promise<string | undefined> {
  const { response, dispute, poorPractice, goodPractice } = options;
  const about = filled(options.about, '--about');
  const answer = response !== undefined || dispute === true;
  const things = [answer, poorPractice !== undefined, goodPractice !== undefined].filter(Boolean);
  if (about !== undefined && things.length > 1) {
    throw new UsageError(
      '--about can be of one thing only: the manager’s answer, the poor practice or the good practice.',
      'Record each in a command of its own.',
    );
  }
  if (about !== undefined && things.length === 0) {
    throw new UsageError('--about goes with --response, --dispute, --poor-practice or --good-practice.');
  }
  if (about !== undefined) return about;
  if (response === 'disagreed') {
    requireFlags(context, ['--about']);
    return askText(context, { message: 'What does the manager disagree with?' });
  }
  if (things.length !== 1 || answer || !canAsk(context)) return undefined;
  const which = poorPractice === undefined ? 'good' : 'poor';
  const asked = await askText(context, { message: `What was the ${which} practice?`, optional: true });
  return asked === '' ? undefined : asked;
}

/** Flags that only say more of a step, where that step was not typed. */
function refuseLeftOver(options: AfterOptions): void {
  if (options.plans !== undefined && options.carePlanUpdated === undefined) {
    throw new UsageError('--plans goes with --care-plan-updated.');
  }
  if (options.sentTo !== undefined && options.decisionsSent === undefined) {
    throw new UsageError('--sent-to goes with --decisions-sent.');
  }
  if (options.redacted !== undefined && options.decisionsSent === undefined) {
    throw new UsageError('--redacted goes with --decisions-sent; of the record: irotool review distribute');
  }
  if (options.told !== undefined && options.response?.trim().toLowerCase() !== 'disagreed') {
    throw new UsageError('--told goes with --response disagreed.');
  }
  const manager = options.manager !== undefined;
  const answered = [options.response, options.responded, options.received].some(
    (typed) => typed !== undefined,
  );
  if (manager && !answered) throw new UsageError('--manager goes with --response or --received.');
  if (options.resolved !== undefined && options.dispute) {
    throw new UsageError('A disagreement is resolved, or it goes to the dispute process: not both.');
  }
}

/** The earliest day among them: of two reviews with one number, it says which is meant. */
export function earliestDay(steps: TypedSteps): IsoDate | null {
  const dated = [steps.decisionsSent, steps.received, steps.carePlanUpdated, steps.recordCompleted];
  if (steps.response !== undefined) dated.push(steps.responded);
  const undated = [steps.resolved, steps.copied, steps.endorsedBy, steps.poorPractice, steps.goodPractice];
  if (steps.dispute || undated.some((said) => said !== undefined)) dated.push(steps.on);
  return earliest(dated.filter((day) => day !== undefined)) ?? null;
}
