/**
 * A chronology read once, in order: each fact becomes a moment that knows its period of care, its
 * review, which clock runs, whether the child is placed for adoption. Nothing here knows any limit
 * or any rule.
 */

import type { Fact } from '../events/fact';
import { inOrder } from '../events/order';
import { birthday, type IsoDate } from '../time/dates';
import { giveStepsToEndings, withEndingSteps } from './ending-steps';
import { EIGHTEENTH_BIRTHDAY, type Meeting, type Moment, type Story } from './moment';
import { readSeries } from './series';
import { StoryReader } from './story-reader';

const read = new WeakMap<readonly Fact[], { readonly born: IsoDate | null; readonly story: Story }>();

/**
 * Reads facts, in any order, into a story; a list that was read before is not read again. Facts after today are
 * the caller's to leave out.
 */
export function readStory(facts: readonly Fact[], born: IsoDate | null): Story {
  const known = read.get(facts);
  if (known && known.born === born) return known.story;
  const story = storyOf(facts, born);
  read.set(facts, { born, story });
  return story;
}

/** The same, of a list that nobody will ask for again: what is kept of many at once is dear. */
export function storyOf(facts: readonly Fact[], born: IsoDate | null): Story {
  const inTurn = inOrder(withEndingSteps(facts));
  const series = readSeries(inTurn);
  const ordered = withBirthday(withExceeded(inTurn, series.exceeded), born);
  const reader = new StoryReader(born, series);
  for (const fact of ordered) reader.read(fact);
  numberSteps(reader.moments, reader.meetings);
  giveStepsToEndings(reader.moments);
  return {
    moments: reader.moments,
    periods: reader.periods,
    longTermFostering: reader.longTermFostering,
    born,
    idle: reader.idle,
    notes: [...reader.idle].map(([{ on, kind }, why]) => `${on} ${kind} does nothing: ${why}`),
  };
}

/** The day from which there was too much of short breaks comes before what happened on it. */
function withExceeded(facts: Fact[], exceeded: readonly Fact[]): Fact[] {
  return exceeded.reduce((all, fact) => {
    const at = all.findIndex(({ on }) => on >= fact.on);
    return [...all.slice(0, at), fact, ...all.slice(at)];
  }, facts);
}

function withBirthday(facts: Fact[], born: IsoDate | null): Fact[] {
  if (born === null) return facts;
  const on = birthday(born, 18);
  const after = facts.findIndex((fact) => fact.on > on);
  const moment: Fact = { on, kind: EIGHTEENTH_BIRTHDAY, attributes: {} };
  const at = after < 0 ? facts.length : after;
  return [...facts.slice(0, at), moment, ...facts.slice(at)];
}

/** A plan, a sitting, or a step before a meeting belongs to the review it names, or the next to be held. */
function numberSteps(moments: Moment[], meetings: readonly Meeting[]): void {
  const next = new Map<number, number>();
  for (const meeting of meetings) {
    if (meeting.number !== null) next.set(meeting.period, meeting.number + 1);
  }
  for (let at = moments.length - 1; at >= 0; at--) {
    const moment = moments[at]!;
    if (moment.period === null) continue;
    moment.nextReview = next.get(moment.period) ?? 1;
    if (moment.isReview) {
      if (moment.review !== null) next.set(moment.period, moment.review);
    } else if (moment.meeting === null) {
      const named = moment.fact.attributes.review;
      moment.review = named === undefined ? moment.nextReview : Number(named);
    }
  }
}
