/** How far a review has been prepared, with what is owed for it: what the screen and its JSON share. */

import type { Context, Unit } from '../../context';
import { type Concern, concernsIn } from '../../core/children/concerns';
import type { Duty } from '../../core/engine/duty';
import type { PeriodOfCare, Story } from '../../core/engine/moment';
import { isStillOwed } from '../../core/engine/standing';
import {
  forThisSitting,
  PAPER_WORDS,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../core/reviews/papers';
import { type Preparation, preparationOf, viewsIn } from '../../core/reviews/preparation';
import { said } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { reviewList } from '../meeting/participants';

/** A review being prepared, with what is owed for it. */
export interface BeingPrepared extends Preparation {
  readonly child: Child;
  readonly story: Story;
  readonly number: number;
  readonly concerns: readonly Concern[];
  readonly duties: readonly Duty[];
  /** False once care has ended: no step of a review is recorded any more. */
  readonly inCare: boolean;
}

/** A child as it was read. */
interface Read {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly reckoning: Reckoning;
}

/** The next review of a child, or the one that was named. */
export function beingPrepared(
  { context: { today }, unit, child, reckoning }: Read,
  review: string | undefined,
): BeingPrepared {
  const { story, duties } = reckoning;
  const { period, number } = reviewList(unit, child, reckoning, today, review);
  return {
    ...preparationOf(story, period, number),
    ...{ child, story, number },
    concerns: concernsIn(story, period),
    inCare: goesOnOn(story.periods.at(-1), today),
    duties: duties.filter((duty) => duty.review === number && isStillOwed(duty, today)),
  };
}

const goesOnOn = (last: PeriodOfCare | undefined, today: IsoDate): boolean =>
  last !== undefined && (last.to === null || last.goesOn || last.to > today);

/** The day by which a step is owed; null if no duty asks for it. */
export function dueOf({ duties }: BeingPrepared, kind: string): IsoDate | null {
  return duties.find(({ rule }) => rule.metBy.some((pattern) => pattern.kind === kind))?.due ?? null;
}

interface PaperRow {
  readonly document: string;
  readonly words: string;
  readonly required: boolean;
  readonly on: IsoDate | null;
}

/** Each paper that is asked for, and any other that has come. */
export function papersOf({ story, plan, record }: BeingPrepared, today: IsoDate): PaperRow[] {
  const received = papersReceived(forThisSitting(record));
  const wanted = papersWanted(story, plan?.meeting ?? today);
  const rows = wanted.map((choice): PaperRow => {
    const paper = choice.find((each) => received.has(each)) ?? choice[0];
    const on = received.get(paper) ?? null;
    return { document: paper, words: on ? PAPER_WORDS[paper] : wantedWords(choice), required: true, on };
  });
  const others = [...received].filter(([paper]) => rows.every(({ document }) => document !== paper));
  return [
    ...rows,
    ...others.map(([paper, on]) => ({ document: paper, words: PAPER_WORDS[paper], required: false, on })),
  ];
}

/** As it is published. */
export function preparationJson(review: BeingPrepared, today: IsoDate): object {
  const { child, number, plan, record, steps, concerns, wishes } = review;
  return {
    child: { ref: child.ref, name: child.name },
    review: number,
    meeting: plan?.meeting ?? null,
    steps: steps.map(({ kind, what, on, moment }) => ({
      step: kind,
      what,
      on,
      due: on === null ? dueOf(review, kind) : null,
      outcome: kind === 'iro-saw-child' ? said(moment ?? undefined, 'outcome') : null,
    })),
    documents: papersOf(review, today).map(({ document, required, on }) => ({ document, required, on })),
    views: viewsIn(record),
    concerns,
    wishes,
  };
}
