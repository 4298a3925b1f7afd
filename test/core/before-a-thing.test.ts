/**
 * A duty that the law, the guidance or a council wants done *before* something is never met where it was not
 * done before it, never unmet where it was, and never ends but for what the rule says ends it. Over invented
 * lives, of every rule of that kind in every pack: the rules are listed from the packs, not here.
 */
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../src/core/engine/duty';
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../../src/core/engine/moment';
import { standable, standingOn } from '../../src/core/engine/standing';
import { type Fact, matchesPattern, REVIEW_KINDS } from '../../src/core/events/fact';
import type { Rule } from '../../src/core/rules/rule';
import type { IsoDate } from '../../src/core/time/dates';
import { comesBefore, EVERY_PACK } from './support/before-rules';
import { reckon } from './support/engine';
import { livelier } from './support/livelier';
import { lifeOf } from './support/lives';

const LIVES = 700;
const FAR = '2100-01-01' as IsoDate;

interface Seen {
  readonly rule: Rule;
  readonly duty: Duty;
  readonly story: Story;
  /** What to show if it is wrong. */
  readonly said: readonly unknown[];
}

/** Every duty of the rules that come before one kind of thing, over all lives and packs. */
function everyDuty(of: ReturnType<typeof comesBefore>, test: (seen: Seen) => void): void {
  const met = new Map<Rule['id'], { met: number; unmet: number }>();
  const tried = new Set<string>();
  for (const [pack, rules] of EVERY_PACK) {
    // What a pack has from another as it is was tried there.
    const wanted = rules.filter((rule) => comesBefore(rule) === of && !tried.has(JSON.stringify(rule)));
    for (const rule of wanted) tried.add(JSON.stringify(rule));
    for (const { id, whenNotDone } of wanted) {
      // While it is not done it may have no date, and be no duty at all.
      if (!met.has(id)) met.set(id, { met: 0, unmet: whenNotDone === undefined ? 0 : 4 });
    }
    if (wanted.length === 0) continue;
    const others = rules.filter((rule) => rule.events.some(({ kind }) => kind === 'review-adjourned'));
    const asked = [...wanted, ...others.filter((rule) => !wanted.includes(rule))];
    const own = wanted.flatMap((rule) => rule.metBy.flatMap((pattern) => pattern.own ?? []));
    for (let seed = 1; seed <= LIVES; seed++) {
      const life = livelier(seed, own);
      const { duties, story } = reckon(life.facts, asked, { born: life.born });
      for (const duty of duties) {
        if (!wanted.includes(duty.rule)) continue;
        met.get(duty.rule.id)![duty.metOn === null ? 'unmet' : 'met']++;
        test({ rule: duty.rule, duty, story, said: [pack, seed, duty.rule.id, duty.arose, duty.due] });
      }
    }
  }
  // Each rule has lived both ways, or nothing was tried.
  for (const [id, seen] of met)
    expect({ id, lived: seen.met > 3 && seen.unmet > 3 }).toEqual({ id, lived: true });
}

const afterAll = (duty: Duty): string => standingOn(standable(duty), FAR);

const isMetBy = (rule: Rule, { fact }: Moment): boolean =>
  rule.metBy.some((pattern) => matchesPattern(fact, pattern));

describe('what is to be done before a meeting', () => {
  /** The moment at which the duty arose: the plan, the sitting or cancellation it goes on from, the review itself. */
  const arising = ({ rule, duty, story }: Seen): Moment =>
    story.moments.find(
      (moment) =>
        moment.on === duty.arose &&
        moment.fact.kind === duty.from.event &&
        moment.counts &&
        (!rule.events.some((pattern) => matchesPattern(moment.fact, pattern)) ||
          moment.fact.attributes.meeting === duty.countedFrom),
    )!;

  /** What ends it: the meeting, held or not; the end of care; by the rule's own words. */
  function closing(seen: Seen, arose: Moment): Moment | undefined {
    if (arose.isReview) return arose;
    const { rule, story } = seen;
    return story.moments.find((moment) => {
      if (moment.at <= arose.at) return false;
      if (moment.fact.kind === 'child-died') return true;
      if (moment.fact.kind === EIGHTEENTH_BIRTHDAY)
        return rule.endsAt.includes('eighteen') || rule.endsAt.includes('care');
      if (!moment.counts) return false;
      if (rule.endsAt.includes('care') && moment.endsCare) {
        // A series of short breaks that ends is this one, or another child’s care entirely.
        return (
          moment.endsSeries === null || moment.endsSeries === 'all' || moment.endsSeries === arose.period
        );
      }
      return (
        rule.endsAt.some((end) => typeof end === 'object' && matchesPattern(moment.fact, end)) &&
        (!isOfReviews(rule) || moment.period === arose.period)
      );
    });
  }

  /** Which meetings of the rule are held: an earlier one has its own steps. */
  const isHeld = (rule: Rule, { fact, counts }: Moment): boolean =>
    counts && (isOfReviews(rule) ? REVIEW_KINDS.has(fact.kind) : fact.kind === 'review-conference-held');
  const isOfReviews = (rule: Rule): boolean => rule.events.some(({ kind }) => kind === 'review-planned');

  /** True if a step is of the meeting: it names it, or no other was held between the two. */
  function isOfTheMeeting(step: Moment, arose: Moment, closes: Moment | undefined, seen: Seen): boolean {
    if (step.period !== arose.period && isOfReviews(seen.rule)) return false;
    // On one day what is called off is read first, then the steps before a meeting, then the meeting.
    if (closes !== undefined && step.on > closes.on) return false;
    if (closes?.fact.kind === 'review-cancelled' && step.on === closes.on) return false;
    const named = isOfReviews(seen.rule) ? step.fact.attributes.review : undefined;
    if (named !== undefined) return Number(named) === (arose.isReview ? arose.review : arose.nextReview);
    const last = closes?.at ?? Number.POSITIVE_INFINITY;
    // A step on the day of a meeting is of that meeting, and comes before it.
    return !seen.story.moments.some(
      (moment) =>
        moment.on >= step.on &&
        moment.at < last &&
        isHeld(seen.rule, moment) &&
        (!isOfReviews(seen.rule) || moment.period === arose.period) &&
        // The other half of one meeting.
        !(closes && moment.meeting !== null && moment.meeting === closes.meeting),
    );
  }

  /** What is unmet when its meeting is held was missed if its day had gone, or if the rule says so; not what no law asks for. */
  function becomes({ rule, duty }: Seen, closes: Moment): string {
    const isMissing = rule.missedAt.some((pattern) => matchesPattern(closes.fact, pattern));
    if (isMissing && closes.placedForAdoption && !closes.remanded && rule.notMissedWhen !== undefined)
      return 'ended';
    return isMissing || closes.on > duty.due ? 'missed' : 'ended';
  }

  it('is met by a step of that meeting and before it, and by nothing else', () => {
    everyDuty('a meeting', (seen) => {
      const { rule, duty, story, said } = seen;
      const arose = arising(seen);
      const closes = closing(seen, arose);
      const steps = story.moments.filter(
        (moment) =>
          moment.counts &&
          isMetBy(rule, moment) &&
          isOfTheMeeting(moment, arose, closes, seen) &&
          (rule.doneSince === 'the last review' || moment.on >= duty.arose) &&
          // Over an adjournment the papers and a talk are asked for again.
          (arose.adjournedOn === null ||
            arose.isReview ||
            rule.untilCompleted ||
            moment.on > arose.adjournedOn),
      );
      if (duty.metOn !== null) {
        expect([...said, 'met', steps.some(({ on }) => on === duty.metOn)]).toEqual([...said, 'met', true]);
        return;
      }
      expect([...said, 'unmet', steps.map(({ on }) => on)]).toEqual([...said, 'unmet', []]);
      expect([...said, afterAll(duty)]).toEqual([
        ...said,
        closes === undefined ? 'overdue' : becomes(seen, closes),
      ]);
    });
  });
});

describe('what is to be done before a change', () => {
  const CARRIES: Readonly<Record<string, string>> = {
    'care-plan': 'care-plan-changed',
    'placement-end': 'placement-ended',
    'placement-with-parents': 'placed-with-parents',
    'end-of-accommodation': 'ceased-looked-after',
    'end-of-detention': 'ceased-looked-after',
  };
  const A_MOVE = ['placement-ended', 'placement-started', 'long-term-foster-ended'];

  /** It could not wait, or nobody decided it: a death, an adoption, a parent who took the child home. */
  function couldComeFirst({ fact, on }: Moment, story: Story): boolean {
    const { emergency, immediate, reason } = fact.attributes;
    const ofTheMove = (other: Moment): boolean =>
      other.on === on && A_MOVE.includes(other.fact.kind) && other.fact.attributes.emergency !== undefined;
    return (
      emergency !== undefined ||
      immediate === 'yes' ||
      ['E2', 'E4B', 'E11', 'E12', 'E17'].includes(reason ?? '') ||
      (A_MOVE.includes(fact.kind) && story.moments.some(ofTheMove))
    );
  }

  /** The first event that puts the change into effect; a stay of a series of short breaks that ends is none. */
  const carriedOut = (proposal: Moment, { moments }: Story): Moment | undefined =>
    moments.find(
      (moment) =>
        moment.fact.kind === CARRIES[proposal.fact.attributes.kind!] &&
        moment.counts &&
        moment.on >= proposal.on &&
        moment.period === proposal.period &&
        !moment.adult &&
        !moment.withinSeries,
    );

  const isWithdrawn = (proposal: Moment, { fact }: Moment): boolean =>
    fact.kind === 'change-withdrawn' &&
    (fact.attributes.kind === undefined || fact.attributes.kind === proposal.fact.attributes.kind);

  function whatBecomes(rule: Rule, proposal: Moment, story: Story, due: IsoDate): string {
    const carried = carriedOut(proposal, story);
    for (const moment of story.moments) {
      if (carried && moment.on > carried.on) break;
      if (moment.at <= proposal.at || moment === carried) continue;
      if (isMetBy(rule, moment) && moment.counts && moment.period === proposal.period) {
        return moment.on <= due ? 'met' : 'late';
      }
      // Read after the change on its day, only what comes before it counts.
      if (carried && moment.at > carried.at) continue;
      const ends =
        isWithdrawn(proposal, moment) ||
        moment.fact.kind === 'child-died' ||
        (moment.endsCare && (moment.period === proposal.period || moment.endsSeries !== null)) ||
        moment.fact.kind === EIGHTEENTH_BIRTHDAY;
      if (ends && (moment.counts || moment.fact.kind === EIGHTEENTH_BIRTHDAY)) {
        return 'ended';
      }
    }
    if (!carried) return 'overdue';
    return couldComeFirst(carried, story) ? 'ended' : 'missed';
  }

  it('is met by that day alone, missed without it, and ends for a reason that the law gives', () => {
    everyDuty('a change', ({ rule, duty, story, said }) => {
      const proposal = story.moments.find(
        ({ fact, on, counts }) => counts && fact.kind === 'change-proposed' && on === duty.arose,
      )!;
      const kind = proposal.fact.attributes.kind;
      expect([...said, kind, afterAll(duty)]).toEqual([
        ...said,
        kind,
        whatBecomes(rule, proposal, story, duty.due),
      ]);
    });
  });

  it('is asked without a day only until the change is carried out', () => {
    let asked = 0;
    for (let seed = 1; seed <= LIVES; seed++) {
      const life = livelier(seed);
      const { actions, story } = reckon(life.facts, 'england', { born: life.born });
      for (const action of actions.filter(({ id }) => id === 'review-before-change')) {
        const proposal = story.moments.find(
          ({ fact, on, counts }) => counts && fact.kind === 'change-proposed' && on === action.since,
        )!;
        asked++;
        expect([seed, action.since, carriedOut(proposal, story)?.on]).toEqual([
          seed,
          action.since,
          undefined,
        ]);
      }
    }
    expect(asked).toBeGreaterThan(5);
  });
});

describe('what is to be done before care ends', () => {
  /** What an ending carries of it itself, by the event that shows it. */
  const carries = ({ attributes }: Fact, kind: string, on: IsoDate): boolean =>
    (kind === 'ending-approved' && attributes['approved-by'] !== undefined) ||
    (kind === 'iro-consulted-on-ending' && attributes['iro-consulted'] === on);

  it('is met by what was done in that care by the day it ended, late after it, and once only', () => {
    everyDuty('the end of care', ({ rule, duty, story, said }) => {
      expect([...said, duty.due, duty.endedOn]).toEqual([...said, duty.arose, null]);
      const ending = story.moments.find(
        ({ fact, on, counts }) => counts && fact.kind === 'ceased-looked-after' && on === duty.arose,
      )!;
      const { from } = story.periods[ending.period!]!;
      const shown = story.moments.filter((moment) => isMetBy(rule, moment) && moment.counts);
      const inThatCare = shown.filter(
        ({ on, period, fact }) =>
          on >= from && on <= duty.arose && (period === ending.period || fact.attributes.of),
      );
      if (duty.metOn === null) {
        expect([...said, inThatCare.map(({ on }) => on)]).toEqual([...said, []]);
        return;
      }
      const [kind] = rule.metBy.map((pattern) => pattern.kind);
      const isShown = shown.some(({ on }) => on === duty.metOn) || carries(ending.fact, kind!, duty.metOn);
      expect([...said, duty.metOn, isShown]).toEqual([...said, duty.metOn, true]);
      expect([...said, afterAll(duty)]).toEqual([...said, duty.metOn <= duty.arose ? 'met' : 'late']);
      if (duty.metOn <= duty.arose) expect([...said, duty.metOn >= from]).toEqual([...said, true]);
    });
  });

  it('serves one ending alone', () => {
    for (let seed = 1; seed <= LIVES; seed++) {
      const { facts, born } = lifeOf(seed);
      const { duties } = reckon(facts, 'england', { born });
      for (const [rule, kind] of [
        ['ending-approval', 'ending-approved'],
        ['ending-iro-consulted', 'iro-consulted-on-ending'],
      ] as const) {
        const met = duties.filter((duty) => duty.rule.id === rule && duty.metOn !== null);
        const given = facts.filter(
          (fact) =>
            fact.kind === kind ||
            fact.attributes[kind === 'ending-approved' ? 'approved-by' : 'iro-consulted'] !== undefined,
        );
        expect([seed, rule, met.length <= given.length]).toEqual([seed, rule, true]);
      }
    }
  });
});
