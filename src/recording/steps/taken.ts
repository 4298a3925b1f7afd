/** Steps that were typed, as facts of their case, each with what is said of it. */
import { theirName } from '../../cases/meeting/participants';
import { wordsFor } from '../../cases/people/someone';
import { calledOf, everyoneIn } from '../../cases/people/who';
import { keptAs } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { eventWords } from '../../core/events/words';
import { momentsOf, said } from '../../core/reviews/record';
import { earliest, type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { codeWords } from '../../law/shipped';
import type { Around, Case, InWords, Step } from '../../steps/step';
import { factsOf } from '../../store/chronology';
import { personById } from '../../store/people/people';
import { listed } from '../../ui/words';
import type { Read, StepCommand } from './command';
import type { TypedStep } from './options';
import { factsTyped } from './typed';

export interface TakenStep {
  /** What was said, and the facts that it comes to. */
  readonly said: Fact;
  readonly facts: readonly Fact[];
  /** `decisions sent on Friday 20 March 2026` */
  readonly words: string;
  readonly notes: readonly string[];
  readonly afterwards: readonly string[];
}

interface Saying<C> {
  readonly step: Step<C>;
  readonly fact: Fact;
}

/** If they were asked for, parts of a list that the case has already are left as they are. */
export function asTaken<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  of: C,
  typed: readonly TypedStep<C>[],
  isAsked: boolean,
): TakenStep[] {
  const said = typed.flatMap((each) =>
    factsTyped(read, of, each)
      .filter((fact) => !(isAsked && each.step.each && isKnown(of, each.step, fact)))
      .map((fact) => ({ step: each.step, fact: withReference(read, each.step, fact) })),
  );
  const informalBy = (on: IsoDate): IsoDate | null => informalDay(read, on);
  const before = { of, informalBy, facts: said.map(({ fact }) => fact) };
  const steps = said.map(({ step, fact }): Saying<C> => ({ step, fact: withOtherwise(step, fact, before) }));
  const around = { of, informalBy, facts: steps.map(({ fact }) => fact) };
  return steps.map(({ step, fact: spoken }, at) => {
    const wrong = step.refusal(spoken, around);
    if (wrong) throw new UserError(`${of.label}: ${wrong[0]} Nothing was saved.`, wrong[1] ?? '');
    const notes = [
      step.often ? null : (command.already?.(of, spoken) ?? null),
      gapBefore(step, around, at),
      ...step.notes(spoken, around),
    ];
    return {
      said: spoken,
      facts: command.factsOf?.(of, spoken) ?? [spoken],
      words: `${step.words(spoken, inWords(read, spoken.on), of)}${step.saysWhen ? '' : ` on ${longDate(spoken.on)}`}`,
      notes: notes.filter((note) => note !== null),
      afterwards: step.afterwards(spoken, around).filter((line) => line !== null),
    };
  });
}

const isKnown = ({ record }: Case, { by }: Step, { kind, attributes }: Fact): boolean =>
  momentsOf(record, kind).some((moment) => said(moment, keptAs(by)) === attributes[keptAs(by)]);

/** The next free reference, if the step's events have one. */
function withReference({ unit, child }: Read, { numbered }: Step, fact: Fact): Fact {
  if (numbered === undefined) return fact;
  const known = factsOf(unit.db, child.id);
  const said = Object.entries(fact.attributes);
  const same = known.find(
    ({ on, kind, attributes }) =>
      on === fact.on && kind === fact.kind && said.every(([name, words]) => attributes[name] === words),
  );
  if (same && said.length > 0) {
    throw new UserError(
      `${child.ref} already has the same “${eventWords(fact.kind)}” of ${plainDate(fact.on)}: ${same.attributes.ref}. Nothing was saved.`,
      'If this is another, say what it is about in other words.',
    );
  }
  const ref = nextReference(numbered, known);
  return { ...fact, attributes: { ref, ...fact.attributes } };
}

/** With what stands if nothing was typed; in the order in which the event describes what it says. */
function withOtherwise<C>({ event, otherwise }: Step<C>, fact: Fact, around: Around<C>): Fact {
  const kept: Record<string, string> = { ...fact.attributes };
  for (const [name, value] of Object.entries(otherwise)) {
    const words = kept[keptAs(name)] ?? value(around, fact.on);
    if (words !== null) kept[keptAs(name)] = words;
  }
  const names = Object.keys(event.attributes).filter((name) => kept[name] !== undefined);
  return { ...fact, attributes: Object.fromEntries(names.map((name) => [name, kept[name]!])) };
}

/** What is said if the event that usually comes first has not: on record, or in the same command before. */
function gapBefore<C extends Case>(
  { follows }: Step<C>,
  { of, facts }: Pick<Around<C>, 'of' | 'facts'>,
  at: number,
): string | null {
  if (!follows) return null;
  const { kind } = follows.event;
  const { on } = facts[at]!;
  const before = [...momentsOf(of.record, kind), ...facts.slice(0, at).filter((fact) => fact.kind === kind)];
  if (before.length === 0) return follows.gap;
  const first = earliest(before.map((each) => each.on))!;
  return first <= on
    ? null
    : `“${eventWords(kind)}” is recorded of ${plainDate(first)}, after this: check the days.`;
}

function informalDay({ unit: { engine, pack } }: Read, on: IsoDate): IsoDate | null {
  const [first] = pack.stages ?? [];
  if (!first || first.formal || first.days === null) return null;
  return engine.calendars.statutory.addWorkingDays(on, first.days);
}

function inWords({ unit, child }: Read, on: IsoDate): InWords {
  const everyone = everyoneIn(unit, child, on);
  return {
    listed,
    called: (tags) => listed(tags.map((tag) => calledOf(everyone, tag))),
    someone: (recorded) => wordsFor(everyone, recorded),
    the: (tag) => theirName({ called: calledOf(everyone, tag) }),
    colleague: (id) => personById(unit.db, id)?.name ?? 'someone no longer recorded',
    code: codeWords,
  };
}
