/** Steps as they are shown: each with its due day, the day it was done, its standing and what it said. */
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { deadlineOn, type Standing } from '../../core/engine/standing';
import { codeInWords } from '../../core/events/codes';
import { keptAs } from '../../core/events/event';
import { listOf } from '../../core/events/lists';
import { lastOf, said } from '../../core/reviews/record';
import { type IsoDate, isIsoDate } from '../../core/time/dates';
import type { Shown } from '../../screens/show';
import { standingWords } from '../../screens/standing-words';
import { type Case, type Step, toType } from '../../steps/step';
import { inRows } from '../../ui/rows';
import { dayIn } from '../../ui/words';

/** A step as the screen and its JSON have it. */
export interface StepSeen<S> {
  readonly step: S;
  readonly due: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** As a deadline's; null if no duty asks for the step. */
  readonly standing: Standing | null;
  readonly words: string;
}

/** The steps that are recorded, and those that are to come. */
export function stepsSeen<C extends Case>(
  context: Context,
  unit: Unit,
  of: C,
  steps: readonly Step<C>[],
  dutyOf: (kind: string) => Duty | undefined,
): StepSeen<Step<C>>[] {
  const { today } = context;
  return steps
    .filter((step) => lastOf(of.record, step.event.kind) !== undefined || (step.isOwed?.(of) ?? true))
    .map((step) => {
      const duty = dutyOf(step.event.kind);
      const deadline = duty && deadlineOn(duty, today, unit.engine.calendars.statutory);
      // If it was entered twice, the day that met the duty is the day it was done.
      const doneOn = deadline?.metOn ?? lastOf(of.record, step.event.kind)?.on ?? null;
      const done = doneOn === null ? 'not recorded' : `done ${dayIn(doneOn, today)}`;
      const words = deadline ? standingWords(deadline, today) : done;
      return { step, due: deadline?.due ?? null, doneOn, standing: deadline?.standing ?? null, words };
    });
}

/** What stands around the list of steps. */
export interface AroundSteps {
  /** After the case's label. */
  readonly title: string;
  /** `review after` */
  readonly command: string;
  readonly json: object;
}

/** The steps, and how to record the first that is not. */
export function stepsShown(
  { today }: Context,
  of: Case,
  seen: readonly StepSeen<Step>[],
  { title, command, json }: AroundSteps,
): Shown {
  const steps = seen.map(({ step, due, doneOn, standing }) => ({
    step: step.event.kind,
    due,
    doneOn,
    standing,
  }));
  const rows = seen.map(({ step, due, words }) => [
    due === null ? '' : dayIn(due, today),
    [step.what, saidOf(of, step, today)].filter(Boolean).join(': '),
    words,
  ]);
  const parts = [
    `${of.label}  ${title}`,
    inRows([['due', 'step', ''], ...rows], [{}, { wraps: true, min: 24 }, {}]),
  ];
  const next = seen.find(({ doneOn }) => doneOn === null)?.step;
  const said = next ? [`Next: irotool ${commandFor(next, command, of.again)}`] : [];
  return { json: () => ({ ...json, steps }), screen: () => ({ parts, said }) };
}

const commandFor = (step: Step, command: string, again: string): string =>
  step.command?.replace('REF', again) ?? `${command} ${again} ${toType(step)}`;

/** What a step said besides its day: in the order of its flags. */
function saidOf({ record }: Case, { event, flags }: Step, today: IsoDate): string {
  const last = lastOf(record, event.kind);
  return Object.keys(flags)
    .filter((name) => name !== 'on')
    .flatMap((name) => {
      const value = said(last, keptAs(name));
      if (value === null) return [];
      const { kind, label } = event.attributes[keptAs(name)]!;
      // A yes is what its label says.
      const called = label || keptAs(name).replaceAll('-', ' ');
      if (kind === 'yesNo') return [value === 'yes' ? called : `${called}: no`];
      const isWritten = ['text', 'someone', 'disputed'].includes(kind);
      if (isIsoDate(value)) return [dayIn(value, today)];
      return [isWritten ? value : listOf(value).map(codeInWords).join(', ')];
    })
    .join('; ');
}
