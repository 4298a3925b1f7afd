/** What holds of every command of steps, and the machine that runs them. */
import { describe, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table';
import { optionsOf } from '../../src/command-table/step-options';
import { CARE_PLAN_UPDATED, DECISIONS_SENT, MANAGER_RESPONDED } from '../../src/core/events/after-review';
import { EXCLUSION_LOOKED_AT, NOT_INVITED, WRITTEN_REASONS_SENT } from '../../src/core/events/before-review';
import { keptAs } from '../../src/core/events/event';
import { refuseLeftOver } from '../../src/recording/steps/left-over';
import { isAnyTyped, type Options, takenOf } from '../../src/recording/steps/options';
import { STEPS_OF } from '../../src/steps/commands';
import {
  type Case,
  flag,
  inSentence,
  lastSaid,
  nameOf,
  optionOf,
  type Step,
  saidWith,
  stepsOf,
  toType,
} from '../../src/steps/step';

const named = (step: Step, attribute: string): string => `${step.event.kind} ${attribute}`;

describe.each<[string, readonly Step[]]>(Object.entries(STEPS_OF))('the steps of %s', (command, steps) => {
  const spec = SPECS.find(({ name }) => name === command || name.startsWith(`${command} <`))!;

  it('are options of their command, each flag once', () => {
    const names = spec.options!.map(([flags]) => flags.split(' ')[0]);
    expect(names).toEqual([...new Set(names)]);
    for (const [flags] of optionsOf(steps)) expect(names).toContain(flags.split(' ')[0]);
  });

  it('say with each flag an attribute that their event has', () => {
    const wrong = steps.flatMap((step) =>
      Object.keys(step.flags)
        .filter((name) => name !== 'on' && step.event.attributes[keptAs(name)] === undefined)
        .map((name) => named(step, name)),
    );
    expect(wrong).toEqual([]);
  });

  it('are taken by a flag of their own, or by another command that there is', () => {
    for (const step of steps) {
      if (step.command === undefined) {
        expect([
          step.event.kind,
          Boolean(step.always ?? step.takenBy ?? step.byAny ?? step.flags[step.by]),
        ]).toEqual([step.event.kind, true]);
      } else {
        const other = step.command.replace(' REF', ' <ref>');
        expect(SPECS.filter(({ name }) => name.startsWith(other)).map(({ name }) => name)).toHaveLength(1);
      }
    }
  });

  it('ask and need only what is said before: a condition names an attribute above it, and one of its choices', () => {
    for (const step of steps) {
      const names = Object.keys(step.flags);
      for (const [name, { when, needed }] of Object.entries(step.flags)) {
        for (const condition of [when, needed === true ? undefined : needed]) {
          if (condition === undefined) continue;
          expect(names.indexOf(condition[0])).toBeGreaterThanOrEqual(0);
          expect(names.indexOf(condition[0])).toBeLessThan(names.indexOf(name));
          expect(step.event.attributes[keptAs(condition[0])]!.choices).toContain(condition[1]);
        }
      }
    }
  });

  it('have a question for whatever must be said', () => {
    const silent = steps.flatMap((step) =>
      Object.entries(step.flags)
        .filter(([, { needed, ask }]) => needed !== undefined && ask === undefined)
        .map(([name]) => named(step, name)),
    );
    expect(silent).toEqual([]);
  });

  it('are said in one way by each flag that several share', () => {
    const helps = new Map<string, Set<string>>();
    for (const each of steps) {
      for (const [flags, help] of optionsOf([each])) {
        helps.set(nameOf(flag(flags)), (helps.get(nameOf(flag(flags))) ?? new Set()).add(`${flags} ${help}`));
      }
    }
    expect([...helps.values()].filter((all) => all.size > 1)).toEqual([]);
  });
});

interface OfOne extends Case {
  readonly isOpen: boolean;
}
const step = stepsOf<OfOne>();
const SENT = step(DECISIONS_SENT, {
  what: 'Decisions sent',
  flags: { on: flag('--sent <date>', 'they were sent'), redacted: flag('--redacted <text>') },
});
const ANSWERED = step(MANAGER_RESPONDED, {
  what: 'The answer',
  by: 'answer',
  flags: {
    answer: flag('--answer <agreed|disagreed>'),
    about: flag('--about <text>', undefined, { about: 'the answer', needed: ['answer', 'disagreed'] }),
    to: flag('--told <list>', undefined, { when: ['answer', 'disagreed'], elsewhere: 'elsewhere: iro told' }),
    on: flag('--answered <date>', 'and its day'),
  },
  words: ({ answer, to }, { called }) => `answered ${answer}, told to ${called(to)}`,
  notes: ({ about }, { of }) => [of.isOpen && about === null ? 'It is not said of what.' : null],
});
const UPDATED = step(CARE_PLAN_UPDATED, {
  what: 'Care plan updated',
  flags: { on: flag('--updated <date>', 'it was updated') },
  notWith: [DECISIONS_SENT, 'One or the other.'],
});
const STEPS = [SENT, ANSWERED, UPDATED];

const KEPT_OUT = step(NOT_INVITED, {
  what: 'Not invited',
  by: 'ref',
  flags: {
    ref: flag('<who>'),
    concern: flag('--concern <text>', undefined, { ask: 'Why?', needed: true }),
    by: flag('--look-again <date>'),
  },
});
const REASONS = step(WRITTEN_REASONS_SENT, {
  what: 'Reasons sent',
  insteadOf: NOT_INVITED,
  flags: { on: flag('--reasons-sent <date>', 'the reasons were sent') },
});
const LOOKED = step(EXCLUSION_LOOKED_AT, {
  what: 'Looked at again',
  by: 'outcome',
  insteadOf: NOT_INVITED,
  flags: {
    outcome: flag('--looked-at <kept|ended>'),
    by: flag('--look-again <date>', undefined, { when: ['outcome', 'kept'] }),
  },
});
const OF_SOMEONE = [KEPT_OUT, REASONS, LOOKED];
const CASE: OfOne = { label: 'K1/1', again: 'K1', record: { moments: [] }, isOpen: true };
const answered = {
  on: '2026-03-13',
  kind: 'manager-responded',
  attributes: { answer: 'disagreed', to: 'iro,child' },
} as never;

describe('a step', () => {
  it('takes the help of an option from the attribute, unless the flag has its own', () => {
    expect(optionsOf([SENT, ANSWERED])).toEqual([
      ['--sent <date>', 'they were sent'],
      ['--redacted <text>', 'what was taken out'],
      ['--answer <agreed|disagreed>', 'the manager’s answer'],
      ['--about <text>', 'what the manager disagrees with'],
      ['--told <list>', 'who was told in writing of a disagreement, by tag'],
      ['--answered <date>', 'and its day'],
    ]);
  });

  it('gives what its event says, typed, to its words and notes', () => {
    const inWords = { listed: String, called: (tags: readonly string[]) => tags.join(' and ') } as never;
    expect(ANSWERED.words(answered, inWords, CASE)).toBe('answered disagreed, told to iro and child');
    const around = { of: CASE, facts: [answered], informalBy: () => null };
    expect(ANSWERED.notes(answered, around)).toEqual(['It is not said of what.']);
    expect(ANSWERED.notes(answered, { ...around, of: { ...CASE, isOpen: false } })).toEqual([null]);
    expect(SENT.words(answered, inWords, CASE)).toBe('decisions sent');
  });

  it('reads another step of the same command, else what is on record', () => {
    const moment = { fact: answered, on: '2026-03-02', counts: true } as never;
    const record = {
      moments: [{ ...(moment as object), fact: { ...(answered as object), on: '2026-03-02' } }],
    };
    const around = { of: { ...CASE, record } as never, facts: [answered], informalBy: () => null };
    expect(saidWith(around, MANAGER_RESPONDED)).toMatchObject({ on: '2026-03-13', to: ['iro', 'child'] });
    expect(saidWith(around, DECISIONS_SENT)).toBeUndefined();
    expect(lastSaid(around, MANAGER_RESPONDED)!.on).toBe('2026-03-13');
    expect(lastSaid({ ...around, facts: [] }, MANAGER_RESPONDED)!.on).toBe('2026-03-02');
    expect(lastSaid({ ...around, facts: [] }, DECISIONS_SENT)).toBeUndefined();
  });

  it('says what to type for it', () => {
    expect(STEPS.map(toType)).toEqual(['--sent DATE', '--answer agreed|disagreed', '--updated DATE']);
    expect(optionOf(flag('--care-plan-updated <date>'))).toBe('carePlanUpdated');
    expect(OF_SOMEONE.map(toType)).toEqual(['WHO', '--reasons-sent DATE', '--looked-at kept|ended']);
  });

  it('has no option for an argument of the command', () => {
    expect(optionsOf(OF_SOMEONE).map(([flags]) => flags)).toEqual([
      '--concern <text>',
      '--look-again <date>',
      '--reasons-sent <date>',
      '--looked-at <kept|ended>',
    ]);
  });

  it('keeps its capitals in a sentence if they are an abbreviation', () => {
    expect(inSentence('Decisions sent')).toBe('decisions sent');
    expect(inSentence('IRO told')).toBe('IRO told');
  });
});

describe('what was typed', () => {
  it('takes a step by its own flag or by its day, and by no other', () => {
    expect(takenOf(STEPS, { answer: 'agreed' })).toEqual([ANSWERED]);
    expect(takenOf(STEPS, { answered: 'today' })).toEqual([ANSWERED]);
    expect(takenOf(STEPS, { about: 'x' })).toEqual([]);
    expect(isAnyTyped(STEPS, { about: 'x' })).toBe(true);
    expect(isAnyTyped(STEPS, { on: 'today', review: '1' })).toBe(false);
  });

  it.each<[object, Step<never>[]]>([
    [{}, []],
    [{ who: 'mother' }, [KEPT_OUT]],
    [{ who: 'mother', reasonsSent: 'today' }, [REASONS]],
    [{ who: 'mother', lookedAt: 'kept', lookAgain: '1/4' }, [LOOKED]],
    [{ who: 'mother', reasonsSent: 'today', concern: 'x' }, [KEPT_OUT, REASONS]],
    [{ who: 'mother', reasonsSent: 'today', lookAgain: '1/4' }, [KEPT_OUT, REASONS]],
  ])(
    '%j: what an argument takes, another step stands in the place of, unless more of it is said',
    (options, taken) => {
      expect(takenOf<Step<never>>(OF_SOMEONE, options as Options)).toEqual(taken);
    },
  );

  it('takes a step by any of some of its flags', () => {
    const asked = step(MANAGER_RESPONDED, {
      what: 'Asked',
      by: 'answer',
      byAny: ['answer', 'about'],
      flags: {
        answer: flag('--answer <agreed|disagreed>'),
        about: flag('--about <text>'),
        name: flag('--by <name>'),
      },
    });
    expect(takenOf([asked], { about: 'x' })).toEqual([asked]);
    expect(takenOf([asked], { by: 'x' })).toEqual([]);
    expect(() => refuseLeftOver([asked], { by: 'x' })).toThrow('--by goes with --answer.');
  });

  it.each([
    [{ redacted: 'x' }, '--redacted goes with --sent.'],
    [{ about: 'x' }, '--about goes with --answer.'],
    [{ told: 'iro' }, '--told goes with --answer disagreed; elsewhere: iro told'],
    [{ answer: 'agreed', told: 'iro' }, '--told goes with --answer disagreed; elsewhere: iro told'],
    [{ sent: 'today', updated: 'today' }, 'One or the other.'],
  ])('%j is refused', (options, message) => {
    expect(() => refuseLeftOver(STEPS, options)).toThrow(message);
  });

  it('names no argument among what a flag goes with: it is there', () => {
    const options = { who: 'mother', lookedAt: 'ended', lookAgain: '1/4' };
    expect(() => refuseLeftOver(OF_SOMEONE, options)).toThrow('--look-again goes with --looked-at kept.');
  });

  it.each([
    { sent: 'today', redacted: 'x' },
    { answer: ' Disagreed ', told: 'iro', about: 'x' },
    { answer: 'agreed', about: 'x' },
    { updated: 'today' },
    {},
  ])('%j is taken', (options) => {
    expect(() => refuseLeftOver(STEPS, options)).not.toThrow();
  });
});
