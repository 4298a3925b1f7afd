/** What a command of steps has of its own, and what it is given. */
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import type { Fact } from '../../core/events/fact';
import type { IsoDate } from '../../core/time/dates';
import type { Shown } from '../../screens/show';
import type { Case, Step } from '../../steps/step';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import type { StoredFact } from '../../store/chronology';
import type { Options, TypedStep } from './options';
import type { AroundSteps } from './screen';

/** What is the command's own. */
export interface StepCommand<C extends Case> {
  readonly steps: readonly Step<C>[];
  /** Whom the references are of, if not children. */
  find?(unit: Unit, ref: string): Child;
  /** What the steps are of. The earliest day typed and that of the last step; null if they are only looked at. */
  caseOf(around: Read, options: Options, by: IsoDate | null, last: IsoDate | null): C | Promise<C>;
  /** Shown without a step, instead of the list of steps. */
  show?(read: Read, options: Options): Shown;
  /** What is recorded, by what was typed: its own questions, instead of one step after another. */
  answers?(read: Read, options: Options): Options | Promise<Options>;
  /** More that is asked once all of its steps is known. */
  askMore?(read: Read, steps: readonly TypedStep<C>[]): Promise<void>;
  /** What stands around the list of its steps; a command that is one step has none. */
  shown?(child: Child, of: C): AroundSteps;
  /** The step as facts of the case: its own, and what comes with it. */
  factsOf?(of: C, fact: Fact): readonly Fact[];
  dutyOf?(of: C, duties: readonly Duty[], kind: string): Duty | undefined;
  /** The day on which a step was done; null if it is open. Else that of the last such event of the case. */
  doneOn?(of: C, kind: string): IsoDate | null;
  /** Shows what a day is asked of; gives the day that Enter takes, if any. */
  opening?(read: Read): IsoDate | null;
  /** What is wrong with a day for the case, said while it can be typed again; or true. */
  checkDay?(of: C, on: IsoDate): string | true;
  /** A sentence if a step is recorded already, on another day. */
  already?(of: C, fact: Fact): string | null;
  /** Refuses facts that cannot be of this case. */
  refuse?(read: Read, of: C, facts: readonly Fact[]): void;
  /** What follows from all of the steps together: more facts, each in words, and notes. */
  together?(read: Read, of: C, facts: readonly Fact[], steps: readonly TypedStep<C>[]): Together;
  /** More to write in the same transaction. */
  also?(read: Read, of: C, facts: readonly Fact[]): void;
  /** Above the dates that move, if not what is recorded, step by step. */
  heading?(of: C, facts: readonly Fact[]): string;
  /** More that a step came to, after "recorded." */
  cameTo?(context: Context, of: C, fact: Fact, duties: readonly Duty[]): string | null;
  /** What `--json` gives once it is saved, instead of what was recorded in words. */
  json?(read: Read): object;
  /** It is saved without a question: always, or if it was typed and not asked for. */
  readonly unasked?: true | 'if typed';
}

export interface Together {
  readonly facts: readonly { readonly fact: Fact; readonly words: string }[];
  readonly notes: readonly string[];
}

/** A child as it was read; if a command was typed for several, also who all of them are. */
export interface Read {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly children: readonly Child[];
  readonly facts: readonly StoredFact[];
  readonly reckoning: Reckoning;
}
