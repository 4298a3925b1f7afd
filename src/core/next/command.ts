/**
 * What to type once a step has been taken: the command of each kind of event that meets a duty, with
 * real references, and words in capitals only for what must be typed. Pure.
 */
import { type Described, specOf } from '../events/fact';
import type { Rule } from '../rules/rule';

/** Of which child, and of which of several. */
export interface About {
  readonly ref: string;
  /** Before their 4th birthday a child has one participation code. */
  readonly isUnderFour: boolean;
  /** Whom or what it is about, by its own reference: a tag, a recommendation, a complaint. */
  readonly which: string | null;
  /** The review, where it is not the one that a command takes of itself. */
  readonly review: number | null;
}

/** The code of a child under 4; else it is to be chosen. */
export const participation = (isUnderFour: boolean): string => (isUnderFour ? 'PN0' : 'CODE');

type Words = (about: About) => string;

const ofReview = ({ review }: About): string => (review === null ? '' : ` --review ${review}`);

const prepare =
  (flags: string): Words =>
  (about) =>
    `review prepare ${about.ref}${ofReview(about)} ${flags}`;

const after =
  (flags: string): Words =>
  (about) =>
    `review after ${about.ref}${ofReview(about)} ${flags}`;

const which = (about: About): string => about.which ?? 'WHICH';

/** `today` stands for the day on which the step is taken, and can be typed as it is. */
const COMMANDS: Readonly<Record<string, Words>> = {
  'iro-allocated': ({ ref }) => `iro allocate ${ref}`,
  'iro-named-in-care-plan': ({ ref }) => `iro named ${ref}`,
  'child-told-of-rights': ({ ref }) => `iro told ${ref}`,
  'complaint-answered': (about) =>
    `iro complaint ${about.ref} --answered ${which(about)} --outcome "OUTCOME"`,
  'iro-visited': prepare('--iro-visited today'),
  'child-consulted': prepare('--child-consulted today'),
  'unit-notified': prepare('--notified today'),
  'list-returned': prepare('--list-returned today'),
  'sw-iro-discussed': prepare('--discussed today'),
  'invitations-sent': prepare('--invited today'),
  'documents-received': prepare('--documents all'),
  'records-current': prepare('--records-current today'),
  'iro-saw-child': prepare('--seen today'),
  'child-concern-taken-up': (about) => `review prepare ${about.ref} --concern-taken-up ${which(about)}`,
  'written-reasons-sent': (about) => `review not-invite ${about.ref} ${which(about)} --reasons-sent today`,
  'exclusion-looked-at': (about) => `review not-invite ${about.ref} ${which(about)} --looked-at OUTCOME`,
  'review-held': ({ ref, isUnderFour }) =>
    `review hold ${ref} --on DATE --code ${participation(isUnderFour)}`,
  'exit-review-held': ({ ref }) => `review hold ${ref} --exit --on DATE`,
  'adoption-review-held': ({ ref }) => `review hold ${ref} --adoption --on DATE`,
  'review-called': ({ ref }) => `review call-early ${ref} --decision DECISION --why "WHY"`,
  'decisions-sent': after('--decisions-sent today'),
  'decisions-received': after('--received today'),
  'manager-responded': after('--response ANSWER'),
  'disagreement-resolved': after('--resolved "HOW"'),
  'care-plan-updated': after('--care-plan-updated today'),
  'plans-copied': after('--copied WHO'),
  'record-completed': after('--record-completed today'),
  'third-review-endorsed': after('--endorsed-by NAME'),
  'monitoring-form-completed': (about) => `review monitor ${about.ref}${ofReview(about)}`,
  'record-distributed': (about) => `review distribute ${about.ref}${ofReview(about)} --all`,
  'ending-approved': ({ ref }) => `child left ${ref} --approved-by NAME --on DATE`,
  'iro-consulted-on-ending': ({ ref }) => `child left ${ref} --iro-consulted DATE`,
  'conference-members-asked': ({ ref }) => `child protection ${ref} --asked "WHO"`,
  'protection-plan-kept': ({ ref }) => `child protection ${ref} --kept "WHY"`,
  'midway-checked': ({ ref }) => `review midway ${ref} --findings "FINDINGS"`,
  'recommendation-resolved': (about) => `recommendation resolve ${about.ref} ${which(about)} --how "HOW"`,
};

/** What the capitals stand for, where they have to be one of a few words. */
const CHOICES: readonly (readonly [word: string, says: string])[] = [
  ['CODE', 'CODE is the participation code, PN1 to PN7.'],
  ['ANSWER', 'ANSWER is agreed or disagreed.'],
  ['OUTCOME', 'OUTCOME is kept or ended.'],
  ['DECISION', 'DECISION is granted or refused.'],
  ['RECORD', 'RECORD is full, part or none, as the social worker and the IRO decide.'],
];

/** The command that records what meets a rule. */
export function commandFor(rule: Pick<Rule, 'id' | 'metBy'>, about: About): string {
  const event: Described = rule.metBy[0] ?? { kind: '' };
  const words = COMMANDS[event.kind]?.(about) ?? plainWords(rule, event, about);
  return `irotool ${words}`;
}

/** `done`, or the event itself where it says more than a tick can. */
function plainWords({ id }: Pick<Rule, 'id'>, event: Described, { ref, which }: About): string {
  const attributes = Object.entries(specOf(event)?.attributes ?? {});
  const needed = attributes.filter(([name, { required }]) => required && name !== 'ref');
  if (needed.length > 0) {
    const ours = which === null ? [] : [`ref=${which}`];
    return ['record', ref, event.kind, ...ours, ...needed.map(([name]) => `${name}="TEXT"`)].join(' ');
  }
  return `done ${ref} ${id}${which === null ? '' : ` --which ${which}`}`;
}

/** What to know of the words in capitals; null where they say it themselves. */
export function choicesIn(command: string): string | null {
  const found = CHOICES.find(([word]) => new RegExp(`(?<!")\\b${word}\\b`).test(command));
  return found?.[1] ?? null;
}
