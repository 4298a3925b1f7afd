/**
 * What a rule is. Rules are data (data/rules/*.yaml, a council's own folder); the grammar is in
 * data/README.md. The words here are the ones of the YAML.
 */

import type { EventSpec } from '../events/event';
import type { EventPattern } from '../events/fact';
import type { MeetingKind } from '../events/meetings';
import type { IsoDate } from '../time/dates';
import type { Condition } from './conditions';
import { type DaysOfForce, isDueIn, isRaisedIn } from './force';
import type { Stage } from './stages';

export const FORCES = ['statutory', 'guidance', 'practice'] as const;
export type Force = (typeof FORCES)[number];

export const GRADES = ['primary', 'quoted', 'source', 'unverified'] as const;
export type Grade = (typeof GRADES)[number];

/** Who owes a duty, in every pack: one may name others. */
export const ROLES = [
  'unit',
  'iro',
  'social-worker',
  'manager',
  'service-manager',
  'chair',
  'applicant',
] as const;
/** One of these, or a pack's own; its words are its own, with spaces for hyphens. */
export type Role = string;

export const UNITS = ['working days', 'days', 'weeks', 'months'] as const;
export type CountUnit = (typeof UNITS)[number];

export const COUNTINGS = [
  'from that day',
  'from the first sitting',
  'from the last review',
  'from the start of the clock',
] as const;
export type CountedFrom = (typeof COUNTINGS)[number];
/** The day itself is day 1, if it is a working day. */
export type Inclusive = Extract<CountedFrom, 'from that day'>;

/** An instrument that rules cite: an Act, regulations, guidance, a council's procedure. */
export interface Source {
  readonly title: string;
  readonly address: string;
  /** What must be said wherever it is cited. */
  readonly note?: string;
}

/** Where a limit is written: an instrument by its id, and the place in it. */
export interface Citation {
  readonly id: string;
  /** A place such as `reg 33(1)`; null if none may be printed. */
  readonly at: string | null;
  readonly grade: Grade;
  /** The day on which a person last read it. */
  readonly checked: IsoDate;
}

/** So many days from the event, or from the date that the event carries in the attribute `of`. */
export interface Count {
  readonly amount: number;
  readonly unit: CountUnit;
  readonly of?: string | undefined;
}

/** One limit of a duty: a count, the date the event itself names, or none (an undated action). */
export interface Limit {
  readonly count: Count | 'by the date given' | 'undated';
  readonly force: Force;
  readonly source: readonly Citation[];
  /** The pack that set it. */
  readonly pack: string;
  /** Of this limit alone; else as the rule counts. */
  readonly counting?: Inclusive;
  /**
   * Of this limit alone: it is asked for only if the condition holds when the event happens; for a step before a
   * meeting, of how the child stands at the meeting.
   */
  readonly when?: Condition;
  /** It is asked for on these days only; always if there are none. */
  readonly days?: DaysOfForce;
}

/** `care began`: in the same period of care, for what comes before its end. */
export const DONE_SINCE = ['the last review', 'care began'] as const;
export type DoneSince = (typeof DONE_SINCE)[number];

/**
 * `care`: the child is no longer looked after. `short breaks`: the short-break clock ends. `eighteen`: the
 * child's 18th birthday. `the change`: what was proposed is carried out.
 */
export const END_WORDS = ['care', 'short breaks', 'eighteen', 'the change'] as const;
export type EndWord = (typeof END_WORDS)[number];

/**
 * For a time the law let a duty be done after its day if it could not be done by then: what was done late
 * and due on those days is `eased`.
 */
export interface Easement {
  readonly days: DaysOfForce;
  readonly source: readonly Citation[];
  readonly note?: string;
}

export interface Rule {
  readonly id: string;
  readonly duty: string;
  /** What it is called on a screen under a hundred columns, if not the same. */
  readonly short?: string;
  readonly who: Role;
  /** `after` counts forward from the events; `before` counts back from the meeting they fix. */
  readonly direction: 'after' | 'before';
  readonly events: readonly EventPattern[];
  /** The base's limit first, then those of the packs that tighten it. */
  readonly limits: readonly Limit[];
  readonly counting?: CountedFrom;
  /** Calendar days before which it cannot be met. */
  readonly notBefore?: number;
  readonly metBy: readonly EventPattern[];
  /** Empty if it never ends. */
  readonly endsAt: readonly (EventPattern | EndWord)[];
  readonly replacedBy: readonly EventPattern[];
  /** What tells several apart that one case has at once, such as the stages of a dispute. */
  readonly forEach?: string;
  /** Ended by one of these it is `missed`, whatever its due day. */
  readonly missedAt: readonly EventPattern[];
  /** What was done since then counts, even before the duty arose. */
  readonly doneSince?: DoneSince;
  /** While nothing shows that it was done it is an action without a date, not a deadline. */
  readonly whenNotDone?: 'undated';
  /** While it holds, what `missedAt` ends was not missed: nothing asks for it but good practice. */
  readonly notMissedWhen?: Condition;
  /** Of an ending that a person records: asked once care has lasted so many working days. */
  readonly onceInCareFor?: number;
  /** Needed before the review is completed: it goes on over an adjournment. */
  readonly untilCompleted?: true;
  readonly when?: Condition;
  readonly whenOnDueDay?: Condition;
  readonly whenPassed?: 'deemed' | 'lapsed';
  readonly force: Force;
  readonly source: readonly Citation[];
  /** The pack that first made the rule. */
  readonly pack: string;
  readonly note?: string;
  /** The rule is in force on these days only; always if there are none. */
  readonly days?: DaysOfForce;
  readonly easements?: readonly Easement[];
}

/** A practice duty of the pack that this one extends, which this council does without. */
export interface Dropped {
  readonly id: string;
  readonly reason: string;
  /** The pack that dropped it. */
  readonly pack: string;
}

export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly extends: string | null;
  /** A change of law is a second rule of the same id, in force on other days. */
  readonly rules: readonly Rule[];
  readonly dropped?: readonly Dropped[];
  /** The pack's own instruments, and those of the packs that it extends. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The pack's own events, and those of the packs that it extends. */
  readonly events?: readonly EventSpec[];
  /** Who may owe a duty besides those of every pack. */
  readonly roles?: readonly string[];
  /** What people call those roles, besides their names. */
  readonly called?: Readonly<Record<string, readonly string[]>>;
  /** It is no council's pack by itself: another takes its rules with `with`, from a day on. */
  readonly addition?: true;
  /** How many agencies beside social care a child protection conference needs. */
  readonly quorum?: number;
  /** The ladder of a dispute, its first step first. */
  readonly stages?: readonly Stage[];
}

/** `20 working days`, `1 month`, `5 working days of told`, `by the date given`, `undated`. */
export function limitWords(limit: Pick<Limit, 'count'>): string {
  if (typeof limit.count === 'string') return limit.count;
  const { amount, unit, of } = limit.count;
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}${of === undefined ? '' : ` of ${of}`}`;
}

/** True if the day of the event is day 1 of the limit. */
export function beginsThatDay(rule: Pick<Rule, 'counting'>, limit: Pick<Limit, 'counting'>): boolean {
  return (limit.counting ?? rule.counting) === 'from that day';
}

/** What of a rule is in force on a day: for an event of that day, or what is due on it. */
export function inForceOn(rule: Rule, on: IsoDate): Rule {
  const isInForce = ({ days }: { readonly days?: DaysOfForce }): boolean =>
    isRaisedIn(days, on) && isDueIn(days, on);
  const { easements, ...rest } = rule;
  const eased = easements?.filter(isInForce) ?? [];
  return {
    ...rest,
    limits: rule.limits.filter(isInForce),
    replacedBy: rule.replacedBy.filter((pattern) => isRaisedIn(pattern, on)),
    ...(eased.length > 0 ? { easements: eased } : {}),
  };
}

/** The rule of an id as it stood for an event of one day that falls due on another; else the first of that id. */
export function ruleAsOf(
  rules: readonly Rule[],
  id: string,
  on: IsoDate,
  due: IsoDate | null = null,
): Rule | undefined {
  const entries = rules.filter((rule) => rule.id === id);
  return (
    entries.find(({ days }) => isRaisedIn(days, on) && (due === null || isDueIn(days, due))) ?? entries[0]
  );
}

/** What a list says of a rule: kept apart, so that a list need not read the whole pack. */
export interface RuleInBrief {
  readonly id: string;
  readonly duty: string;
  readonly short?: string;
  readonly who: Role;
  /** Met by holding a meeting of this kind, null if by none. */
  readonly meeting: MeetingKind | null;
  /** And by an adoption review alone. */
  readonly isAdoption: boolean;
  /** The places of its statutory limits among its limits. */
  readonly law: readonly number[];
}

export interface PackInBrief {
  readonly title: string;
  readonly rules: readonly RuleInBrief[];
}
