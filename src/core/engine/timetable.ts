/**
 * The engine: facts + rules + calendar -> duties, each with every date it turns on. Pure, and
 * without a today: what a duty's standing is on a given day is standing.ts.
 *
 * docs/counting.md says how days are counted and how a duty lives. It arises here; its limits are
 * counted in counting.ts; what meets, ends or replaces it is in fate.ts.
 */

import { othersPassed, type ToMeetByKind, toMeet } from '../children/meetings-to-come';
import { compare } from '../compare';
import { type Fact, matchesPattern, specOf } from '../events/fact';
import { conditionHolds, conditionHoldsOnDueDay } from '../rules/conditions';
import { isDueIn, isRaisedIn } from '../rules/force';
import type { Rule } from '../rules/rule';
import { addDays, type IsoDate } from '../time/dates';
import { openAction, passedMeeting } from './actions';
import { askedOf } from './asked';
import { countedFrom, countLimits, decisiveOf, originOf } from './counting';
import type { Action, Calendars, CountedLimit, Duty } from './duty';
import { endsAtDeath, fateOf, isDoneForTheReview } from './fate';
import { EIGHTEENTH_BIRTHDAY, type Meeting, type Moment, type Story } from './moment';
import { reviewNumber } from './review-number';
import { readStory, storyOf } from './story';
import { goingOn, unplanned } from './until-completed';

export interface Timetable {
  readonly duties: readonly Duty[];
  /** Open ones only: an action met, settled or ended leaves the list. */
  readonly actions: readonly Action[];
  /** What is asked besides, that no rule asks for: kept apart, for a pack's scenarios know its rules alone. */
  readonly asked: readonly Action[];
  /** Of each kind of meeting the one that is planned, or that is owed and is not. */
  readonly meetings: ToMeetByKind;
  readonly story: Story;
}

export interface TimetableOptions {
  readonly born?: IsoDate | null;
  /** The day the unit began to use the tool. */
  readonly goLive?: IsoDate | null;
}

/** The whole timetable of one child's facts. Leave out facts after today before calling. */
export function timetable(
  facts: readonly Fact[],
  rules: readonly Rule[],
  calendars: Calendars,
  options: TimetableOptions = {},
): Timetable {
  const story = readStory(facts, options.born ?? null);
  const { duties, actions } = dutiesIn(story, rules, calendars, options.goLive ?? null, null);
  for (const plan of story.moments) {
    if (plan.fact.kind !== 'review-planned') continue;
    const action = passedMeeting(plan, story);
    if (action) actions.push(action);
  }
  actions.sort((a, b) => compare(a.since, b.since) || compare(a.id, b.id));
  return {
    duties,
    actions,
    asked: [...askedOf(story), ...othersPassed(story)],
    meetings: toMeet(duties, story, rules, calendars),
    story,
  };
}

/** Which duties of a rule are wanted, if not all: so that no more of a story is followed than is asked for. */
export interface WantedOfRule {
  /** Whether a duty that arises at this moment may be one of them. */
  mayBe(moment: Moment): boolean;
  /** Whether one with these limits is. */
  isOne(moment: Moment, limits: readonly CountedLimit[]): boolean;
}

/** The same for each rule; null for one of which all are wanted. */
export type Wanted = (rule: Rule) => WantedOfRule | null;

/** The duties of one child's facts that are wanted, in order, with the story that they tell. */
export function dutiesWanted(
  facts: readonly Fact[],
  rules: readonly Rule[],
  calendars: Calendars,
  { born = null, goLive = null }: TimetableOptions,
  wanted: Wanted,
): Pick<Timetable, 'duties' | 'story'> {
  const story = storyOf(facts, born);
  return { story, duties: dutiesIn(story, rules, calendars, goLive, wanted).duties };
}

/** Each rule asked of each moment: duties with a day, in order, and actions without one. */
function dutiesIn(
  story: Story,
  rules: readonly Rule[],
  calendars: Calendars,
  goLive: IsoDate | null,
  wanted: Wanted | null,
): { duties: Duty[]; actions: Action[] } {
  const byKind = new Map<string, Moment[]>();
  for (const moment of story.moments) {
    const same = byKind.get(moment.fact.kind);
    if (same) same.push(moment);
    else byKind.set(moment.fact.kind, [moment]);
  }
  const duties: Duty[] = [];
  const actions: Action[] = [];
  for (const rule of rules) {
    if (!rule.untilCompleted && !rule.events.some(({ kind }) => byKind.has(kind))) continue;
    const wantedOf = wanted === null ? null : wanted(rule);
    const goesOn = rule.untilCompleted
      ? [...goingOn(story, rules, calendars), ...unplanned(story, rule)]
      : [];
    const all = arisings(rule, byKind, story, goLive, goesOn, wantedOf);
    for (const moment of all) {
      const limits = countLimits(rule, moment, story, calendars);
      if (limits === null) continue;
      if (limits.length > 0) {
        if (wantedOf !== null && !wantedOf.isOne(moment, limits)) continue;
        const duty = live(rule, moment, story, limits);
        if (duty === null || isTakenUpAgain(duty, moment, all)) continue;
        if (rule.whenNotDone === undefined || duty.metOn !== null) {
          duties.push(duty);
          continue;
        }
      }
      const action = openAction(rule, moment, story);
      if (action) actions.push(action);
    }
  }
  duties.sort(
    (a, b) => compare(a.due, b.due) || compare(a.rule.id, b.rule.id) || compare(a.from.on, b.from.on),
  );
  return { duties, actions };
}

/** The moments at which a duty arises, in order; one meeting raises it once. */
function arisings(
  rule: Rule,
  byKind: ReadonlyMap<string, readonly Moment[]>,
  story: Story,
  goLive: IsoDate | null,
  goesOn: readonly Moment[],
  wanted: WantedOfRule | null,
): Moment[] {
  const found: Moment[] = [];
  const raisedBy = new Set<Meeting>();
  const isOfUnit = isReviewStep(rule) || rule.force === 'practice';
  // What the unit did of it then, or somebody else, is not known here.
  const isBefore = ({ on, fact }: Moment): boolean =>
    (goLive !== null && on < goLive) || fact.attributes.earlier === 'yes';
  const mayBe = (moment: Moment): boolean => wanted === null || wanted.mayBe(moment);
  const happened = rule.events.flatMap((pattern) =>
    (byKind.get(pattern.kind) ?? []).filter(
      (moment) => mayBe(moment) && matchesPattern(moment.fact, pattern),
    ),
  );
  for (const moment of goesOn.length === 0 ? happened : [...happened, ...goesOn.filter(mayBe)]) {
    // A stay of a series that goes on is no beginning of care, and no end of it.
    if (!moment.counts || moment.withinSeries || (isOfUnit && isBefore(moment))) continue;
    if (specOf(moment.fact)?.belongs === 'closing' && moment.period === null) continue;
    if (!isRaisedIn(rule.days, moment.on) || isSuspended(rule, moment)) continue;
    if (rule.when && !conditionHolds(rule.when, moment, story)) continue;
    if (isDoneForTheReview(rule, moment, story)) continue;
    if (moment.isReview && moment.meeting !== null) {
      if (raisedBy.has(moment.meeting)) continue;
      raisedBy.add(moment.meeting);
    }
    found.push(moment);
  }
  return rule.events.length > 1 || goesOn.length > 0 ? found.sort((a, b) => a.at - b.at) : found;
}

/**
 * What ends at 18, with an adoption or at a death does not arise after it. A duty that ends with care does not arise while the child is
 * placed for adoption either; steps before a meeting do while placed, because adoption reviews are planned too.
 */
function isSuspended(rule: Rule, moment: Moment): boolean {
  if (moment.dead) return endsAtDeath(rule);
  const { adult, adopted } = moment;
  if (adult && rule.endsAt.includes('eighteen')) return true;
  if (adopted && rule.endsAt.some((end) => typeof end !== 'string' && end.kind === 'adoption-order-made'))
    return true;
  if (!rule.endsAt.includes('care')) return false;
  return rule.direction === 'after' ? moment.suspended : adult || adopted;
}

/** A step before a meeting or after a review, whoever's pack it is in. */
function isReviewStep(rule: Rule): boolean {
  return (
    rule.direction === 'before' ||
    rule.metBy.every((pattern) => {
      const belongs = specOf(pattern)?.belongs;
      return belongs === 'before' || belongs === 'after';
    })
  );
}

/**
 * The same duty arises again when the adoption placement that broke it off ends: the list has it once. One
 * already past its day when the child was placed was missed, and stays.
 */
function isTakenUpAgain(duty: Duty, arose: Moment, all: readonly Moment[]): boolean {
  const { rule, from, metOn, endedOn, due } = duty;
  if (metOn !== null || endedOn === null || endedOn > due) return false;
  return all.some((moment) => {
    if (moment.takesUp === null || moment.at <= arose.at || moment.period !== arose.period) return false;
    const again = originOf(rule, moment);
    return again.on === from.on && again.event === from.event;
  });
}

/** The duty that arose at a moment, followed to its end; null if there is none, or it was replaced. */
function live(rule: Rule, moment: Moment, story: Story, limits: readonly CountedLimit[]): Duty | null {
  const decisive = decisiveOf(limits);
  // Asked of the base's limit, which comes first: a pack that tightens it must not lose the duty.
  if (rule.whenOnDueDay && !conditionHoldsOnDueDay(rule.whenOnDueDay, limits[0]!.due, moment)) {
    return null;
  }
  if (!isDueIn(rule.days, limits[0]!.due)) return null;
  // A step whose day had gone when it was planned; a review whose day passed while the child was placed.
  const compressed = (rule.direction === 'before' || moment.takesUp !== null) && decisive.due < moment.on;
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
    missed: fate.missed,
    endedWhy: fate.endedWhy,
    review: reviewNumber(rule, moment, fate, story),
    ref: moment.fact.attributes.ref ?? null,
    // By the day that the law asks for: a council's own earlier one was never eased, and eases nothing.
    easement:
      rule.easements?.find(({ days }) => isRaisedIn(days, moment.on) && isDueIn(days, limits[0]!.due)) ??
      null,
  };
}

/** The day the review that met the duty first sat, if the duty had arisen by then. */
function firstSittingOf(met: Moment | null, arose: Moment): IsoDate | null {
  const sat = met?.firstSitting ?? null;
  return sat !== null && arose.fact.kind !== 'review-adjourned' && sat >= arose.on ? sat : null;
}
