/** How far a review has been prepared, as `review prepare` shows it: on the screen, or as JSON. */

import { meetingWords } from '../../../cases/meeting-words';
import { reviewList } from '../../../cases/participants';
import { reckoned } from '../../../cases/reckoned';
import { calledOf, everyoneIn } from '../../../cases/who';
import type { Context, Unit } from '../../../context';
import { type Concern, concernsIn } from '../../../core/children/concerns';
import type { Duty } from '../../../core/engine/duty';
import type { PeriodOfCare } from '../../../core/engine/moment';
import { isOpen, standable, standingOn } from '../../../core/engine/standing';
import {
  forThisSitting,
  PAPER_WORDS,
  papersReceived,
  papersWanted,
  wantedWords,
} from '../../../core/reviews/papers';
import { type Preparation, preparationOf, type Step, viewsIn } from '../../../core/reviews/preparation';
import { said } from '../../../core/reviews/record';
import type { IsoDate } from '../../../core/time/dates';
import type { Child } from '../../../store/children';
import { rowLines } from '../../../ui/rows';
import { screenWidth } from '../../../ui/screen';
import { dayIn } from '../../../ui/words';
import { sayLines } from '../../saving';

/** A review being prepared, with what is owed for it. */
export interface BeingPrepared extends Preparation {
  readonly child: Child;
  readonly number: number;
  readonly concerns: readonly Concern[];
  readonly duties: readonly Duty[];
  /** False once care has ended: no step of a review is recorded any more. */
  readonly inCare: boolean;
}

/** The next review of a child, or the one that was named. */
export function beingPrepared(
  context: Context,
  unit: Unit,
  child: Child,
  review: string | undefined,
): BeingPrepared {
  const { reckoning } = reckoned(context, unit, child);
  const { period, number } = reviewList(unit, child, reckoning, context.today, review);
  return {
    ...preparationOf(reckoning.story, period, number),
    child,
    number,
    concerns: concernsIn(reckoning.story, period),
    inCare: goesOnOn(reckoning.story.periods.at(-1), context.today),
    duties: reckoning.duties.filter(
      (duty) => duty.review === number && isOpen(standingOn(standable(duty), context.today)),
    ),
  };
}

const goesOnOn = (last: PeriodOfCare | undefined, today: IsoDate): boolean =>
  last !== undefined && (last.to === null || last.goesOn || last.to > today);

/** Prints how far each review has been prepared. */
export function printPreparations(context: Context, unit: Unit, reviews: readonly BeingPrepared[]): void {
  if (context.flags.json) {
    context.json({ schema: 1, reviews: reviews.map((review) => asJson(context, review)) });
    return;
  }
  context.print(reviews.map((review) => screen(context, unit, review).join('\n')).join('\n\n'));
  const invitable = reviews.filter(
    ({ steps, inCare }) => inCare && steps.some(({ kind, on }) => kind === 'invitations-sent' && on === null),
  );
  if (invitable.length > 0) {
    const refs = invitable.map(({ child }) => child.ref).join(' ');
    sayLines(context, [`To record a step: irotool review prepare ${refs} --invited today`]);
  }
}

function screen(context: Context, unit: Unit, review: BeingPrepared): string[] {
  const { child, number, plan, record } = review;
  const width = screenWidth(context.io, context.flags);
  const day = (on: IsoDate | null): string => (on === null ? 'not recorded' : dayIn(on, context.today));
  const when =
    plan === null ? 'no date is fixed' : `planned for ${meetingWords({ on: plan.meeting, time: plan.time })}`;
  const everyone = everyoneIn(unit, child, context.today);
  const rows = [
    ...review.steps.flatMap((step) => [
      [step.what, day(step.on), step.on === null ? dueWords(context, review, step.kind) : outcomeOf(step)],
      ...(step.kind === 'documents-received'
        ? papersOf(context, review).map(({ words, on }) => [`  ${words}`, day(on), ''])
        : []),
    ]),
    ...viewsIn(record).map(({ ref, how, on }) => [`Views of ${calledOf(everyone, ref)}`, day(on), how ?? '']),
    ...review.concerns.map(({ ref, takenUpOn, raisedOn }) => [
      `Concern ${ref} of the child`,
      takenUpOn === null
        ? `raised ${dayIn(raisedOn, context.today)}`
        : `taken up ${dayIn(takenUpOn, context.today)}`,
      takenUpOn === null ? 'to be taken up' : '',
    ]),
  ];
  return [
    ...rowLines([[`${child.ref}/${number}`, when]], [{ whole: true }, { wraps: true }], width, 0),
    ...rowLines(rows, [{ wraps: true, min: 24 }, {}, {}], width),
  ];
}

/** How the child was not seen; empty for any other step. */
function outcomeOf({ kind, moment }: Step): string {
  const outcome = kind === 'iro-saw-child' && moment ? said(moment, 'outcome') : null;
  return outcome === null || outcome === 'seen' ? '' : `not seen: ${outcome}`;
}

function dueOf({ duties }: BeingPrepared, kind: string): IsoDate | null {
  return duties.find(({ rule }) => rule.metBy.some((pattern) => pattern.kind === kind))?.due ?? null;
}

function dueWords({ today }: Context, review: BeingPrepared, kind: string): string {
  const due = dueOf(review, kind);
  if (due === null) return '';
  return `${due < today ? 'was due' : 'by'} ${dayIn(due, today)}`;
}

interface PaperRow {
  readonly document: string;
  readonly words: string;
  readonly required: boolean;
  readonly on: IsoDate | null;
}

/** Each paper that is asked for, and any other that has come. */
function papersOf(context: Context, { child, plan, record }: BeingPrepared): PaperRow[] {
  const received = papersReceived(forThisSitting(record));
  const wanted = papersWanted(child.born, plan?.meeting ?? context.today);
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

function asJson(context: Context, review: BeingPrepared): object {
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
    documents: papersOf(context, review).map(({ document, required, on }) => ({ document, required, on })),
    views: viewsIn(record),
    concerns,
    wishes,
  };
}
