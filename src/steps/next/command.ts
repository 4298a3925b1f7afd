/**
 * What to type once a step has been taken: the command of each kind of event that meets a duty, with real references,
 * and words in capitals only for what must be typed. If the event is a step, its description says how it is typed. Pure.
 */

import { participation } from '../../core/events/codes';
import { keptAs } from '../../core/events/event';
import { type Described, specOf } from '../../core/events/fact';
import { either } from '../../core/in-words';
import type { Rule } from '../../core/rules/rule';
import { STEPS_OF } from '../commands';
import { nameOf, type Step, toType } from '../step';

/** Of which child, and of which of several. */
export interface About {
  readonly ref: string;
  /** Before their 4th birthday a child has one participation code. */
  readonly isUnderFour: boolean;
  /** Whom or what it is about, by its own reference: a tag, a recommendation, a complaint. */
  readonly which: string | null;
  /** The review, if it is not the one that a command takes of itself. */
  readonly review: number | null;
}

type Words = (about: About) => string;

const ofReview = ({ review }: About): string => (review === null ? '' : ` --review ${review}`);
const which = (about: About): string => about.which ?? 'WHICH';

/** The commands that are code, by what they record. `today` can be typed as it is. */
const COMMANDS: Readonly<Record<string, Words>> = {
  'iro-allocated': ({ ref }) => `iro allocate ${ref}`,
  'complaint-answered': (about) =>
    `iro complaint ${about.ref} --answered ${which(about)} --outcome "OUTCOME"`,
  'documents-received': (about) => `review prepare ${about.ref}${ofReview(about)} --documents all`,
  'written-reasons-sent': (about) => `review not-invite ${about.ref} ${which(about)} --reasons-sent today`,
  'exclusion-looked-at': (about) => `review not-invite ${about.ref} ${which(about)} --looked-at OUTCOME`,
  'review-held': ({ ref, isUnderFour }) =>
    `review hold ${ref} --on DATE --code ${participation(isUnderFour)}`,
  'exit-review-planned': ({ ref }) => `review plan ${ref} --meeting "DAY TIME"`,
  'exit-review-held': ({ ref }) => `review hold ${ref} --exit --on DATE`,
  'adoption-review-held': ({ ref }) => `review hold ${ref} --adoption --on DATE`,
  'initial-conference-held': ({ ref }) => `conference hold ${ref} --on DATE --outcome plan|no-plan`,
  'review-conference-held': ({ ref }) => `conference hold ${ref} --on DATE --outcome continue|end`,
  'review-called': ({ ref }) => `review call-early ${ref} --decision DECISION --why "WHY"`,
  'record-distributed': (about) => `review distribute ${about.ref}${ofReview(about)} --all`,
  'ending-approved': ({ ref }) => `child left ${ref} --approved-by NAME --on DATE`,
  'iro-consulted-on-ending': ({ ref }) => `child left ${ref} --iro-consulted DATE`,
  'recommendation-resolved': (about) => `recommendation resolve ${about.ref} ${which(about)} --how "HOW"`,
};

/** What the capitals of those commands stand for, if they have to be one of a few words. */
const CHOICES: readonly (readonly [word: string, says: string])[] = [
  ['CODE', 'CODE is the participation code, PN1 to PN7.'],
  ['OUTCOME', 'OUTCOME is kept or ended.'],
  ['DECISION', 'DECISION is granted or refused.'],
  ['RECORD', 'RECORD is full, part or none, as the social worker and the IRO decide.'],
];

/** What to type for what a step asks, with the reference of its case: the command, its flags, and what they are to say. */
export function commandOfStep(step: Step, again: string, typed: Readonly<Record<string, string>>): string {
  const [command] = Object.entries<readonly Step[]>(STEPS_OF).find(([, steps]) => steps.includes(step))!;
  const about: About = { ref: again, isUnderFour: false, which: null, review: null };
  const said = Object.entries(step.flags)
    .filter(([name, { needed }]) => name === step.by || name in typed || needed === true)
    .map(([name, flag]) => `${nameOf(flag)} ${typed[name] ?? valueWord({ ...step, by: name }, about)}`);
  return ['irotool', command, again, ...said].join(' ');
}

/** What the capitals of what must be said stand for, if it is one of a few words; null if it is not. */
export function choicesOf(
  { event, by, flags }: Step,
  typed: Readonly<Record<string, string>>,
): string | null {
  const choices = flags[by]?.only ?? event.attributes[keptAs(by)]?.choices ?? [];
  return by in typed || choices.length === 0 ? null : `${by.toUpperCase()} is ${either(choices)}.`;
}

/** The step that records an event, with its command, if there is one the command that is that step alone; null if no list of steps has it. */
export function stepOf(kind: string): { readonly command: string; readonly step: Step } | null {
  const found = Object.entries<readonly Step[]>(STEPS_OF).flatMap(([command, steps]) =>
    steps
      .filter((each) => each.event.kind === kind && each.command === undefined)
      .map((step) => ({ command, step })),
  );
  return found.find(({ step }) => step.always === true) ?? found[0] ?? null;
}

/** `review after K1 --response ANSWER`: as its description says that it is typed. */
function stepWords(kind: string, about: About): string | null {
  const found = stepOf(kind);
  if (!found) return null;
  const { command, step } = found;
  const isOfReview = step.event.belongs === 'before' || step.event.belongs === 'after';
  const head = `${command} ${about.ref}${isOfReview ? ofReview(about) : ''}`;
  const flag = step.flags[step.by];
  if (step.takenBy) return `${head} ${toType(step)}`;
  return step.always || flag === undefined
    ? head
    : `${head} ${nameOf(flag)} ${valueWord(step, about)}`.trim();
}

/** What to type after the flag of a step: `today`, `ANSWER`, `"WHY"`, or the reference it is about. */
function valueWord({ event, by, flags }: Step, about: About): string {
  const [, value = ''] = flags[by]!.flags.split(' ');
  const spec = event.attributes[keptAs(by)];
  const word = /^<(text|list)>$/.test(value) ? by : value.slice(1, -1);
  if (value === '') return '';
  if (by === 'on') return 'today';
  if (spec?.kind === 'refTo' || (by === 'ref' && about.which !== null)) return which(about);
  if (spec?.kind === 'people') return 'WHO';
  if (spec?.kind === 'oneOf') return by.toUpperCase();
  return value !== '<name>' && spec?.kind === 'text' ? `"${word.toUpperCase()}"` : word.toUpperCase();
}

/** The command that records what meets a rule. */
export function commandFor(rule: Pick<Rule, 'id' | 'metBy'>, about: About): string {
  const event: Described = rule.metBy[0] ?? { kind: '' };
  const words =
    COMMANDS[event.kind]?.(about) ?? stepWords(event.kind, about) ?? plainWords(rule, event, about);
  return `irotool ${words}`;
}

/** `done`, or the event itself if it says more than a tick can. */
function plainWords({ id }: Pick<Rule, 'id'>, event: Described, { ref, which }: About): string {
  const attributes = Object.entries(specOf(event)?.attributes ?? {});
  const needed = attributes.filter(([name, { required }]) => required && name !== 'ref');
  if (needed.length > 0) {
    const ours = which === null ? [] : [`ref=${which}`];
    return ['record', ref, event.kind, ...ours, ...needed.map(([name]) => `${name}="TEXT"`)].join(' ');
  }
  return `done ${ref} ${id}${which === null ? '' : ` --which ${which}`}`;
}

/** What to know of the words in capitals; null if they say it themselves. */
export function choicesIn(command: string): string | null {
  const isIn = (word: string): boolean => new RegExp(`(?<!")\\b${word}\\b`).test(command);
  const found = CHOICES.find(([word]) => isIn(word));
  if (found) return found[1];
  const steps = Object.values<readonly Step[]>(STEPS_OF).flat();
  const step = steps.find(
    ({ by, flags }) => flags[by] && command.includes(`${nameOf(flags[by])} ${by.toUpperCase()}`),
  );
  const choices = step?.event.attributes[keptAs(step.by)]?.choices ?? [];
  return choices.length === 0 ? null : `${step!.by.toUpperCase()} is ${either(choices)}.`;
}
