/**
 * What becomes of a duty: it is met, it ends unmet, or it is replaced (docs/counting.md).
 */

import { isDeath, THE_CHILD_DIED } from '../events/death';
import { ENDS_PERIOD, matchesPattern, specOf } from '../events/fact';
import { conditionHolds } from '../rules/conditions';
import type { Rule } from '../rules/rule';
import type { IsoDate } from '../time/dates';
import { carryingOut, whyItCouldComeFirst } from './changes';
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from './moment';
import { goesOnAt } from './until-completed';

/** What became of a duty. */
export interface Fate {
  readonly met: Moment | null;
  readonly end: Moment | null;
  readonly replaced: boolean;
  /**
   * True if it was missed whatever its day: it ended by what it was to come before. False if it was not, whatever
   * its day: no law asked for it of this child, or what it was to come before was never done, or could lawfully
   * come first. Null if its day decides.
   */
  readonly missed: boolean | null;
  /** A death, or why what was to come after it could lawfully come first; null if nothing of the kind ended it. */
  readonly endedWhy: string | null;
}

const MET = { end: null, replaced: false, missed: null, endedWhy: null } as const;

/** Follows the story on from the moment a duty arose, to what met, ended or replaced it. */
export function fateOf(rule: Rule, arose: Moment, story: Story, notBefore: IsoDate | null): Fate {
  const before = rule.direction === 'before';
  let met: Moment | null = doneBefore(rule, arose, story) ?? doneOnItsDay(rule, arose, story);
  if (met !== null && !before) return { met, ...MET };
  // A review that nobody had planned: what had not been done by then was not done before it.
  if (before && arose.isReview) {
    return met ? { met, ...MET } : { met, ...MET, end: arose, missed: isMissedAt(rule, arose) };
  }
  const change = rule.endsAt.includes('the change') ? carryingOut(arose, story) : null;
  for (let at = arose.at + 1; at < story.moments.length; at++) {
    const moment = story.moments[at]!;
    if (moment === change || !mayDecide(rule, moment)) continue;
    if (change !== null && moment.on > change.on) break;
    if (met === null && meets(rule, arose, moment, notBefore)) met = moment;
    // A step met is still the old plan's step: a new plan replaces it. Other duties are over when met.
    if (met !== null && !before) return { met, ...MET };
    // What is held on the day of the change came before it; nothing else that is read after it counts.
    if (change !== null && moment.at > change.at) continue;
    if (
      rule.untilCompleted &&
      (goesOnAt(moment) || (arose.adjournedOn !== null && replaces(rule, arose, moment)))
    ) {
      // Done once, it is done for the review; else the next sitting asks for it.
      return { met, ...MET, replaced: met === null };
    }
    if (moment.counts && replaces(rule, arose, moment)) return { met: null, ...MET, replaced: true };
    if (ends(rule, arose, moment)) {
      if (met) return { met, ...MET };
      const endedWhy = isDeath(moment.fact) ? THE_CHILD_DIED : null;
      return { met, ...MET, end: moment, missed: isMissedBy(rule, moment, story), endedWhy };
    }
  }
  if (change === null) return { met, ...MET };
  const endedWhy = whyItCouldComeFirst(change, story);
  return { met, ...MET, end: change, missed: endedWhy === null, endedWhy };
}

/** False of a moment that neither meets, ends nor replaces any duty of the rule: most are such. */
function mayDecide(rule: Rule, { fact, endsCare, endsShortBreaks, endsSeries }: Moment): boolean {
  let kinds = DECIDING.get(rule);
  if (kinds === undefined) {
    const { metBy, replacedBy, endsAt } = rule;
    const patterns = [...metBy, ...replacedBy, ...endsAt.filter((end) => typeof end !== 'string')];
    kinds = new Set([...ALWAYS, ...patterns.map(({ kind }) => kind)]);
    DECIDING.set(rule, kinds);
  }
  return kinds.has(fact.kind) || endsCare || endsShortBreaks || endsSeries !== null;
}

/** The kinds of what may decide a duty of a rule, worked out when it is first asked. */
const DECIDING = new WeakMap<Rule, ReadonlySet<string>>();
/** Of any rule: a death, the 18th birthday, and what a duty goes on past. */
const ALWAYS: readonly string[] = [
  ...ENDS_PERIOD,
  EIGHTEENTH_BIRTHDAY,
  'review-adjourned',
  'review-cancelled',
];

/** Whether what ended a duty makes it missed, or not, whatever its day; null if its day decides. */
function isMissedBy(rule: Rule, ending: Moment, story: Story): boolean | null {
  // The change that it waits for did not come.
  if (rule.endsAt.includes('the change')) return false;
  return isMissedAt(rule, ending) ? !isNotMissed(rule, ending, story) : null;
}

/** What is needed before a review is completed is asked of its second sitting only if it was not done for the first. */
export function isDoneForTheReview(rule: Rule, moment: Moment, story: Story): boolean {
  if (!rule.untilCompleted || moment.adjournedOn === null || moment.isReview) return false;
  return doneBefore(rule, { ...moment, adjournedOn: null }, story) !== null;
}

const isMissedAt = (rule: Rule, { fact }: Moment): boolean =>
  rule.missedAt.some((pattern) => matchesPattern(fact, pattern));

/** While it holds nothing asks for the duty but good practice. */
const isNotMissed = ({ notMissedWhen }: Rule, moment: Moment, story: Story): boolean =>
  notMissedWhen !== undefined && conditionHolds(notMissedWhen, moment, story);

/**
 * A step of the day on which a duty that runs up to a meeting arose: it is read before the plan of its day, and counts
 * for it. What was done before a meeting that was held that day was done for that one, unless it says by its number
 * that it is of this review; the number of a second sitting is that of the first.
 */
function doneOnItsDay(rule: Rule, arose: Moment, story: Story): Moment | null {
  if (rule.direction === 'after') return null;
  const maySay = !arose.isReview && arose.adjournedOn !== arose.on;
  let isSince = true;
  let met: Moment | null = null;
  for (let at = arose.at - 1; at >= 0 && story.moments[at]!.on === arose.on; at--) {
    const moment = story.moments[at]!;
    if (isAnEnd(rule, moment)) isSince = false;
    const says = maySay && moment.fact.attributes.review !== undefined;
    if ((isSince || says) && meets(rule, arose, moment, null)) met = moment;
  }
  return met;
}

const isAnEnd = (rule: Rule, { fact, counts }: Moment): boolean =>
  counts && rule.endsAt.some((end) => typeof end === 'object' && matchesPattern(fact, end));

/**
 * What was done before the duty arose, if the rule lets that count: for this review before it was planned
 * (after the sitting, if one was adjourned); in this period of care, before it ended.
 */
function doneBefore(rule: Rule, arose: Moment, story: Story): Moment | null {
  const { direction, doneSince } = rule;
  if (doneSince === undefined || (doneSince === 'the last review') !== (direction === 'before')) return null;
  for (let at = 0; at < arose.at; at++) {
    const moment = story.moments[at]!;
    if (doneSince === 'care began' && moment.period !== arose.period) continue;
    if (direction === 'before' && arose.adjournedOn !== null && moment.on <= arose.adjournedOn) continue;
    if (meets(rule, arose, moment, null)) return moment;
  }
  return null;
}

function meets(rule: Rule, arose: Moment, moment: Moment, notBefore: IsoDate | null): boolean {
  if (!moment.counts || !rule.metBy.some((pattern) => matchesPattern(moment.fact, pattern))) return false;
  if (notBefore !== null && moment.on < notBefore) return false;
  // An adoption review that was adjourned is completed by an adoption review alone.
  const { kind } = arose.fact.attributes;
  if (arose.fact.kind === 'review-adjourned' && kind === 'adoption' && moment.fact.kind === 'review-held')
    return false;
  const spec = specOf(moment.fact);
  if (rule.direction === 'before' && spec?.belongs === 'before') {
    return moment.period === arose.period && moment.review === arose.review;
  }
  if (spec?.belongs === 'after' && arose.meeting !== null) return moment.meeting === arose.meeting;
  return sameMatter(arose, moment) && sameOfEach(rule, arose, moment);
}

/**
 * The same of what the rule keeps apart within one case: the answer of one stage meets no other. An event that cannot
 * say which it is of, such as a referral that was considered, is of each that is open.
 */
function sameOfEach({ forEach }: Rule, arose: Moment, { fact }: Moment): boolean {
  if (forEach === undefined || !(forEach in (specOf(fact)?.attributes ?? {}))) return true;
  return arose.fact.attributes[forEach] === fact.attributes[forEach];
}

/** The same `ref` if the duty has one; the same period of care if both belong to one. */
function sameMatter(arose: Moment, moment: Moment): boolean {
  const ref = arose.fact.attributes.ref;
  if (ref !== undefined) return moment.fact.attributes.ref === ref;
  if (specOf(arose.fact)?.belongs === 'own' || specOf(moment.fact)?.belongs === 'own') {
    return true;
  }
  return arose.period === null || moment.period === null || arose.period === moment.period;
}

function replaces(rule: Rule, arose: Moment, moment: Moment): boolean {
  return (
    rule.replacedBy.some((pattern) => matchesPattern(moment.fact, pattern)) &&
    sameMatter(arose, moment) &&
    sameOfEach(rule, arose, moment)
  );
}

function ends(rule: Rule, arose: Moment, moment: Moment): boolean {
  if (isDeath(moment.fact)) return endsAtDeath(rule);
  return rule.endsAt.some((end) => {
    if (end === 'the change') return false;
    if (end === 'eighteen') return moment.fact.kind === EIGHTEENTH_BIRTHDAY;
    // The end of a series ends what began with it; what began within a stay that goes on ends with that stay.
    const began = arose.fact.kind === 'became-looked-after';
    const ofCare = end === 'care' || end === 'short breaks' || (began && end.kind === 'ceased-looked-after');
    if (ofCare && moment.endsSeries !== null) {
      return moment.endsSeries === 'all' || moment.endsSeries === arose.period;
    }
    if (end === 'care') return moment.endsCare;
    if (end === 'short breaks') return moment.endsShortBreaks;
    // What began with a series of short breaks goes on between its stays.
    if (moment.withinSeries && began) return false;
    return moment.counts && matchesPattern(moment.fact, end) && !isOfAnother(arose, moment);
  });
}

/** A death ends whatever ends at all, but what only its own matter ends, by its reference: an open dispute goes on. */
export const endsAtDeath = ({ endsAt }: Pick<Rule, 'endsAt'>): boolean =>
  endsAt.some((end) => typeof end === 'string' || specOf(end)?.attributes.ref === undefined);

/** True if both say which one they are of (a recommendation, a dispute, a kind of change) and it is not the same. */
function isOfAnother(arose: Moment, moment: Moment): boolean {
  const differs = (name: string): boolean => {
    const [a, b] = [arose.fact.attributes[name], moment.fact.attributes[name]];
    return a !== undefined && b !== undefined && a !== b;
  };
  return differs('ref') || (moment.fact.kind === 'change-withdrawn' && differs('kind'));
}
