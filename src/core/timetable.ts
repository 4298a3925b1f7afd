/**
 * The engine: facts + rules + calendar -> duties, each with every date it turns on. Pure, and
 * without a today: what a duty's standing is on a given day is standing.ts.
 *
 * docs/counting.md says how days are counted and how a duty lives: it arises, is met, ends, or is
 * replaced. Each of those words is one function below.
 */
import type { Calendar } from './calendar';
import { CONDITIONS, CONDITIONS_ON_DUE_DAY, isCondition, isConditionOnDueDay } from './conditions';
import { addDays, addMonths, type IsoDate, isoDate } from './dates';
import { type EventPattern, eventSpec, type Fact, matchesPattern } from './events';
import type { Citation, Condition, Force, Limit, Rule } from './rules';
import { EIGHTEENTH_BIRTHDAY, type Meeting, type Moment, type Origin, readStory, type Story } from './story';

/** Working days, and working days less the council's own closed days (practice limits only). */
export interface Calendars {
  readonly statutory: Calendar;
  readonly practice: Calendar;
}

/** One limit of a duty, counted. */
export interface CountedLimit {
  /** Its place among the rule's limits. */
  readonly at: number;
  readonly due: IsoDate;
  readonly provisional: boolean;
}

/** A duty with a date. */
export interface Duty {
  readonly rule: Rule;
  /** The day it arose: the event's day. */
  readonly arose: IsoDate;
  /** The event and day that its interval runs from. */
  readonly from: Origin;
  /** The day the count starts at: `from.on`, or the meeting for a step before one. */
  readonly countedFrom: IsoDate;
  readonly limits: readonly CountedLimit[];
  /** The limit that decides: the earliest; the base's where equal. */
  readonly decisive: CountedLimit;
  readonly due: IsoDate;
  readonly notBefore: IsoDate | null;
  readonly compressed: boolean;
  readonly idealDue: IsoDate | null;
  readonly metOn: IsoDate | null;
  /** The first sitting of the review that met it, where that was another day. */
  readonly began: IsoDate | null;
  /** The day it ended unmet, which may be a birthday still to come. */
  readonly endedOn: IsoDate | null;
  /** What ends it is the 18th birthday, not a fact. */
  readonly endsOfItself: boolean;
  /** It ended by what makes it missed, whatever the day. */
  readonly missed: boolean;
  readonly review: number | null;
  readonly ref: string | null;
}

/** Something to do that no law or procedure puts a number of days to. */
export interface Action {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly since: IsoDate;
  /** It is not asked on or before this day. */
  readonly silentUntil: IsoDate | null;
  /** The day it ends of itself (the 18th birthday), though still open today. */
  readonly endsOn: IsoDate | null;
  readonly review: number | null;
  readonly source: readonly Citation[];
  readonly force: Force | null;
}

export interface Timetable {
  readonly duties: readonly Duty[];
  /** Open ones only: an action met, settled or ended leaves the list. */
  readonly actions: readonly Action[];
  readonly story: Story;
}

export interface TimetableOptions {
  readonly born?: IsoDate | null;
  /** The day the unit began to use the tool. */
  readonly goLive?: IsoDate | null;
}

export const SAY_WHAT_HAPPENED = 'say-what-happened';
export const SAY_WHAT_HAPPENED_WORDS = 'Say what happened at the planned meeting';

const REVIEW_KINDS = new Set(['review-held', 'adoption-review-held']);

/** The whole timetable of one child's facts. Leave out facts after today before calling. */
export function timetable(
  facts: readonly Fact[],
  rules: readonly Rule[],
  calendars: Calendars,
  options: TimetableOptions = {},
): Timetable {
  const story = readStory(facts, options.born ?? null);
  const byKind = new Map<string, Moment[]>();
  for (const moment of story.moments) {
    const same = byKind.get(moment.fact.kind);
    if (same) same.push(moment);
    else byKind.set(moment.fact.kind, [moment]);
  }
  const duties: Duty[] = [];
  const actions: Action[] = [];
  for (const rule of rules) {
    for (const moment of arisings(rule, byKind, story, options.goLive ?? null)) {
      const limits = countLimits(rule, moment, calendars);
      if (limits.length === 0) {
        const action = openAction(rule, moment, story);
        if (action) actions.push(action);
        continue;
      }
      const duty = live(rule, moment, story, limits);
      if (duty) duties.push(duty);
    }
  }
  for (const plan of byKind.get('review-planned') ?? []) {
    const action = passedMeeting(plan, story);
    if (action) actions.push(action);
  }
  duties.sort(
    (a, b) => compare(a.due, b.due) || compare(a.rule.id, b.rule.id) || compare(a.from.on, b.from.on),
  );
  actions.sort((a, b) => compare(a.since, b.since) || compare(a.id, b.id));
  return { duties, actions, story };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// ---- It arises ------------------------------------------------------------------------------

/** The moments at which a duty arises, in order; one meeting raises it once. */
function arisings(
  rule: Rule,
  byKind: ReadonlyMap<string, readonly Moment[]>,
  story: Story,
  goLive: IsoDate | null,
): Moment[] {
  const found: Moment[] = [];
  const raisedBy = new Set<Meeting>();
  const heedsGoLive = goLive !== null && (isReviewStep(rule) || rule.force === 'practice');
  for (const pattern of rule.events) {
    for (const moment of byKind.get(pattern.kind) ?? []) {
      if (!matchesPattern(moment.fact, pattern)) continue;
      if (!moment.counts || (heedsGoLive && moment.on < goLive)) continue;
      if (eventSpec(moment.fact.kind)?.belongs === 'closing' && moment.period === null) continue;
      if (isSuspended(rule, moment)) continue;
      if (rule.when && !conditionHolds(rule.when, moment, story)) continue;
      if (moment.isReview && moment.meeting !== null) {
        if (raisedBy.has(moment.meeting)) continue;
        raisedBy.add(moment.meeting);
      }
      found.push(moment);
    }
  }
  return rule.events.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
}

/**
 * A duty that ends with care does not arise while the child is placed for adoption or after 18;
 * steps before a meeting do while placed, because adoption reviews are planned too.
 */
function isSuspended(rule: Rule, moment: Moment): boolean {
  if (!rule.endsAt.includes('care')) return false;
  return rule.direction === 'after' ? moment.suspended : moment.adult;
}

/** A step before a meeting or after a review, whoever's pack it is in. */
function isReviewStep(rule: Rule): boolean {
  return (
    rule.direction === 'before' ||
    rule.metBy.every((pattern) => {
      const belongs = eventSpec(pattern.kind)?.belongs;
      return belongs === 'before' || belongs === 'after';
    })
  );
}

function conditionHolds(condition: Condition, moment: Moment, story: Story): boolean {
  if (!isCondition(condition.name)) return true;
  return CONDITIONS[condition.name].holds(moment, story) !== condition.not;
}

// ---- Its limits are counted -----------------------------------------------------------------

function countLimits(rule: Rule, moment: Moment, calendars: Calendars): CountedLimit[] {
  const counted: CountedLimit[] = [];
  rule.limits.forEach((limit, at) => {
    const count = countLimit(rule, limit, moment, calendars);
    if (count) counted.push({ at, ...count });
  });
  return counted;
}

function countLimit(
  rule: Rule,
  limit: Limit,
  moment: Moment,
  calendars: Calendars,
): Omit<CountedLimit, 'at'> | null {
  if (limit.count === 'undated') return null;
  if (limit.count === 'by the date given') {
    const by = moment.fact.attributes.by;
    return by === undefined ? null : { due: isoDate(by), provisional: false };
  }
  const calendar = limit.force === 'practice' ? calendars.practice : calendars.statutory;
  const from = countedFrom(rule, moment);
  const { unit } = limit.count;
  const amount = rule.direction === 'before' ? -limit.count.amount : limit.count.amount;
  switch (unit) {
    case 'working days': {
      const due =
        rule.counting === 'from that day'
          ? calendar.addWorkingDaysBeginningWith(from, amount)
          : calendar.addWorkingDays(from, amount);
      return { due, provisional: !calendar.isKnown(from, due) };
    }
    case 'days':
      return { due: addDays(from, amount), provisional: false };
    case 'weeks':
      return { due: addDays(from, amount * 7), provisional: false };
    case 'months':
      return { due: addMonths(from, amount), provisional: false };
  }
}

/** The event and day the interval runs from; from a first sitting where the rule says so. */
function originOf(rule: Rule, moment: Moment): Origin {
  const own: Origin = { event: moment.fact.kind, on: moment.on };
  if (rule.counting === 'from the last review') return moment.lastReview ?? own;
  if (rule.counting === 'from the first sitting') {
    const sat = moment.meeting?.firstSitting ?? null;
    return sat === null ? own : { event: 'review-adjourned', on: sat };
  }
  return own;
}

function countedFrom(rule: Rule, moment: Moment): IsoDate {
  return rule.direction === 'before' ? isoDate(moment.fact.attributes.meeting!) : originOf(rule, moment).on;
}

/** The earliest limit; the base's, which comes first, where two fall on one day. */
function decisiveOf(limits: readonly CountedLimit[]): CountedLimit {
  return limits.reduce((best, limit) => (limit.due < best.due ? limit : best));
}

// ---- It is met, ends, or is replaced --------------------------------------------------------

function live(rule: Rule, moment: Moment, story: Story, limits: readonly CountedLimit[]): Duty | null {
  const decisive = decisiveOf(limits);
  // Asked of the base's limit, which comes first: a pack that tightens it must not lose the duty.
  if (rule.whenOnDueDay && !conditionHoldsOnDueDay(rule.whenOnDueDay, limits[0]!.due, moment, story)) {
    return null;
  }
  const compressed = rule.direction === 'before' && decisive.due < moment.on;
  const notBefore = rule.notBefore === undefined ? null : addDays(moment.on, rule.notBefore);
  const fate = fateOf(rule, moment, story, notBefore);
  if (fate.replaced) return null;
  return {
    rule,
    arose: moment.on,
    from: originOf(rule, moment),
    countedFrom: countedFrom(rule, moment),
    limits,
    decisive,
    due: compressed ? moment.on : decisive.due,
    notBefore,
    compressed,
    idealDue: compressed ? decisive.due : null,
    metOn: fate.met?.on ?? null,
    began: firstSittingOf(fate.met, moment),
    endedOn: fate.end?.on ?? null,
    endsOfItself: fate.end?.fact.kind === EIGHTEENTH_BIRTHDAY,
    missed: fate.end !== null && rule.missedAt.some((p) => matchesPattern(fate.end!.fact, p)),
    review: reviewNumber(rule, moment, fate.met),
    ref: moment.fact.attributes.ref ?? null,
  };
}

function conditionHoldsOnDueDay(condition: Condition, due: IsoDate, moment: Moment, story: Story): boolean {
  if (!isConditionOnDueDay(condition.name)) return true;
  return CONDITIONS_ON_DUE_DAY[condition.name].holds(due, moment, story) !== condition.not;
}

interface Fate {
  readonly met: Moment | null;
  readonly end: Moment | null;
  readonly replaced: boolean;
}

/** Follows the story on from the moment a duty arose, to what met, ended or replaced it. */
function fateOf(rule: Rule, arose: Moment, story: Story, notBefore: IsoDate | null): Fate {
  const before = rule.direction === 'before';
  let met: Moment | null = before && rule.doneSinceLastReview ? doneBefore(rule, arose, story) : null;
  for (let at = firstToRead(rule, arose, story); at < story.moments.length; at++) {
    const moment = story.moments[at]!;
    if (moment === arose) continue;
    if (met === null && meets(rule, arose, moment, notBefore)) met = moment;
    if (moment.at < arose.at) continue;
    // A step met is still the old plan's step: a new plan replaces it. Other duties are over when met.
    if (met !== null && !before) return { met, end: null, replaced: false };
    if (moment.counts && replaces(rule, arose, moment)) return { met: null, end: null, replaced: true };
    if (ends(rule, moment)) return { met, end: met ? null : moment, replaced: false };
  }
  return { met, end: null, replaced: false };
}

/** Steps are read before a plan made on the same day, and count for it. */
function firstToRead(rule: Rule, arose: Moment, story: Story): number {
  let at = arose.at;
  if (rule.direction === 'before') {
    while (at > 0 && story.moments[at - 1]!.on === arose.on) at--;
  }
  return at;
}

/** What was done for this review before it was planned; since the sitting, where one was adjourned. */
function doneBefore(rule: Rule, arose: Moment, story: Story): Moment | null {
  for (let at = 0; at < arose.at; at++) {
    const moment = story.moments[at]!;
    if (arose.adjournedOn !== null && moment.on < arose.adjournedOn) continue;
    if (meets(rule, arose, moment, null)) return moment;
  }
  return null;
}

function meets(rule: Rule, arose: Moment, moment: Moment, notBefore: IsoDate | null): boolean {
  if (!moment.counts || !rule.metBy.some((pattern) => matchesPattern(moment.fact, pattern))) return false;
  if (notBefore !== null && moment.on < notBefore) return false;
  const spec = eventSpec(moment.fact.kind);
  if (rule.direction === 'before' && spec?.belongs === 'before') {
    return moment.period === arose.period && moment.review === arose.review;
  }
  if (spec?.belongs === 'after' && arose.meeting !== null) return moment.meeting === arose.meeting;
  return sameMatter(arose, moment);
}

/** The same `ref` where the duty has one; the same period of care where both belong to one. */
function sameMatter(arose: Moment, moment: Moment): boolean {
  const ref = arose.fact.attributes.ref;
  if (ref !== undefined) return moment.fact.attributes.ref === ref;
  if (eventSpec(arose.fact.kind)?.belongs === 'own' || eventSpec(moment.fact.kind)?.belongs === 'own') {
    return true;
  }
  return arose.period === null || moment.period === null || arose.period === moment.period;
}

function replaces(rule: Rule, arose: Moment, moment: Moment): boolean {
  return rule.replacedBy.some((pattern) => matchesPattern(moment.fact, pattern)) && sameMatter(arose, moment);
}

function ends(rule: Rule, moment: Moment): boolean {
  return rule.endsAt.some((end) => {
    if (end === 'care') return moment.endsCare;
    if (end === 'short breaks') return moment.endsShortBreaks;
    return moment.counts && matchesPattern(moment.fact, end);
  });
}

/** The day the review that met the duty first sat, where the duty had arisen by then. */
function firstSittingOf(met: Moment | null, arose: Moment): IsoDate | null {
  const sat = met?.isReview ? (met.meeting?.firstSitting ?? null) : null;
  return sat !== null && arose.fact.kind !== 'review-adjourned' && sat >= arose.on ? sat : null;
}

function reviewNumber(rule: Rule, arose: Moment, met: Moment | null): number | null {
  if (rule.direction === 'before') return arose.review;
  if (rule.metBy.some((pattern) => REVIEW_KINDS.has(pattern.kind))) {
    return met?.review ?? arose.nextReview;
  }
  return arose.meeting?.number ?? null;
}

// ---- Undated actions ------------------------------------------------------------------------

function openAction(rule: Rule, moment: Moment, story: Story): Action | null {
  const fate = fateOf(rule, moment, story, null);
  if (fate.met || fate.replaced || isSettled(rule.id, moment.at, moment.on, story)) return null;
  if (fate.end && fate.end.fact.kind !== EIGHTEENTH_BIRTHDAY) return null;
  return {
    id: rule.id,
    what: rule.duty,
    who: rule.who,
    since: moment.on,
    silentUntil: null,
    endsOn: fate.end?.on ?? null,
    review: reviewNumber(rule, moment, null),
    source: rule.source,
    force: rule.force,
  };
}

function isSettled(id: string, after: number, from: IsoDate, story: Story): boolean {
  return story.moments.some(
    (moment) =>
      moment.fact.kind === 'action-settled' &&
      moment.fact.attributes.action === id &&
      moment.at > after &&
      moment.on >= from,
  );
}

const AFTER_PLAN = new Set(['review-held', 'adoption-review-held', 'review-adjourned', 'review-cancelled']);

/** A meeting day that passed with nothing recorded. */
function passedMeeting(plan: Moment, story: Story): Action | null {
  if (!plan.counts) return null;
  const meeting = isoDate(plan.fact.attributes.meeting!);
  let endsOn: IsoDate | null = null;
  for (const moment of story.moments.slice(plan.at + 1)) {
    if (moment.fact.kind === EIGHTEENTH_BIRTHDAY) {
      endsOn = moment.on;
      continue;
    }
    if (moment.endsCare) return null;
    if (moment.counts && (AFTER_PLAN.has(moment.fact.kind) || moment.fact.kind === 'review-planned')) {
      return null;
    }
  }
  if (isSettled(SAY_WHAT_HAPPENED, plan.at, meeting, story)) return null;
  return {
    id: SAY_WHAT_HAPPENED,
    what: SAY_WHAT_HAPPENED_WORDS,
    who: 'unit',
    since: meeting,
    silentUntil: meeting,
    endsOn,
    review: plan.review,
    source: [],
    force: null,
  };
}
