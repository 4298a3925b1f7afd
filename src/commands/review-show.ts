/**
 * `review show` and `review list`: a review's plan, its steps and what is still owed.
 */

import type { Context, Unit } from '../context';
import { type IsoDate, longDate, plainDate, sayTime } from '../core/dates';
import type { Story } from '../core/moment';
import { dayOf, plansOf, planThatStands, reviewRecords, sittingOf } from '../core/review-record';
import { type DeadlineJson, deadlineOn } from '../core/standing';
import { UserError } from '../errors';
import { type Child, listChildren } from '../store/children';
import { personById } from '../store/people';
import { rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import { dayIn } from '../ui/words';
import { childNamed } from './find';
import { reckoned } from './saving';
import { standingWords } from './standing-words';

/** One review as both commands show it. */
interface Review {
  readonly number: number;
  readonly period: number;
  readonly plannedOn: IsoDate | null;
  readonly meeting: IsoDate | null;
  readonly time: string | null;
  readonly venue: string | null;
  readonly mode: string | null;
  readonly chair: string | null;
  readonly lateBecause: string | null;
  readonly agreedBy: string | null;
  readonly adjournedOn: IsoDate | null;
  readonly heldOn: IsoDate | null;
  readonly code: string | null;
  readonly onPapers: boolean;
}

/** The reviews of a child, from the chronology: each with the plan that stood last. */
function reviewsOf(unit: Unit, story: Story): Review[] {
  return reviewRecords(story).flatMap((record) => {
    if (record.number === null) return [];
    const plan = plansOf(record).at(-1);
    const sitting = sittingOf(record);
    const chair = sitting?.chair ?? plan?.chair ?? null;
    return [
      {
        number: record.number,
        period: record.period,
        plannedOn: plan?.on ?? null,
        meeting: planThatStands(record)?.meeting ?? (sitting ? (plan?.meeting ?? null) : null),
        time: plan?.time ?? null,
        venue: plan?.venue ?? null,
        mode: plan?.mode ?? null,
        chair: chair === null ? null : (personById(unit.db, chair)?.name ?? null),
        lateBecause: plan?.lateBecause ?? null,
        agreedBy: plan?.agreedBy ?? null,
        adjournedOn: dayOf(record, 'review-adjourned'),
        heldOn: sitting?.on ?? null,
        code: sitting?.code ?? null,
        onPapers: sitting?.onPapers ?? false,
      },
    ];
  });
}

/** Runs `review list [REF]`. */
export async function list(context: Context, [ref]: readonly [string | undefined]): Promise<undefined> {
  const unit = await context.open();
  if (ref === undefined) return listPlanned(context, unit);
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const reviews = reviewsOf(unit, reckoning.story);
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, reviews });
    return undefined;
  }
  if (reviews.length === 0) {
    throw new UserError(`${child.ref} has no reviews yet.`, `To plan one: irotool review plan ${child.ref}`);
  }
  const width = screenWidth(context.io, context.flags);
  const { periods } = reckoning.story;
  const lines = reviews.flatMap((review, at) => {
    const isNew = periods.length > 1 && review.period !== reviews[at - 1]?.period;
    const heading = isNew ? [`In care from ${longDate(periods[review.period]!.from)}`] : [];
    return [...heading, ...rowLines([[`${child.ref}/${review.number}`, reviewWords(review)]], ROW, width, 0)];
  });
  context.print(lines.join('\n'));
  return undefined;
}

const ROW = [{}, { wraps: true }] as const;

function reviewWords(review: Review): string {
  const parts: string[] = [];
  if (review.heldOn) {
    parts.push(`held ${longDate(review.heldOn)}`);
    if (review.code) parts.push(review.code);
    if (review.onPapers) parts.push('on papers');
  } else if (review.meeting) {
    parts.push(`planned for ${longDate(review.meeting)}${review.time ? `, ${sayTime(review.time)}` : ''}`);
    if (review.venue) parts.push(review.venue);
  } else parts.push('no date fixed');
  if (review.adjournedOn) parts.push(`first sat ${longDate(review.adjournedOn)}`);
  return parts.join(', ');
}

function listPlanned(context: Context, unit: Unit): undefined {
  const planned = listChildren(unit.db)
    .filter((child) => child.meeting !== null)
    .sort((a, b) => (a.meeting! < b.meeting! ? -1 : 1));
  if (context.flags.json) {
    context.json({
      schema: 1,
      meetings: planned.map(({ ref, name, meeting, iro }) => ({ child: { ref, name }, meeting, iro })),
    });
    return undefined;
  }
  if (planned.length === 0) {
    context.print('No meetings are planned.');
    return undefined;
  }
  const rows = planned.map((child) => [
    dayIn(child.meeting!, context.today),
    child.ref,
    child.iro ?? 'no IRO yet',
    child.meeting! < context.today ? 'passed: was it held?' : '',
  ]);
  context.print(rowLines(rows, [{}, {}, {}, {}], screenWidth(context.io, context.flags)).join('\n'));
  return undefined;
}

/** Runs `review show REF [--review N]`. */
export async function show(
  context: Context,
  [ref]: readonly [string],
  options: { readonly review?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const reviews = reviewsOf(unit, reckoning.story);
  const review = chosen(child, reviews, options.review);
  const period = reckoning.story.periods[review.period]!;
  const deadlines = reckoning.duties
    .filter((duty) => duty.review === review.number && duty.arose >= period.from)
    .filter((duty) => period.to === null || duty.arose <= period.to)
    .map((duty) => deadlineOn(duty, context.today, unit.engine.calendars.statutory));
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, review, deadlines });
    return undefined;
  }
  context.print(screen(context, child, review, deadlines).join('\n'));
  return undefined;
}

function chosen(child: Child, reviews: readonly Review[], typed: string | undefined): Review {
  const found =
    typed === undefined ? reviews.at(-1) : reviews.findLast((review) => review.number === Number(typed));
  if (found) return found;
  throw new UserError(
    typed === undefined ? `${child.ref} has no reviews yet.` : `${child.ref} has no review ${typed}.`,
    typed === undefined
      ? `To plan one: irotool review plan ${child.ref}`
      : `To see them: irotool review list ${child.ref}`,
  );
}

function screen(
  context: Context,
  child: Child,
  review: Review,
  deadlines: readonly DeadlineJson[],
): string[] {
  const width = screenWidth(context.io, context.flags);
  const facts: [string, string | null][] = [
    ['Where', review.venue],
    ['How', review.mode],
    ['Chair', review.chair],
    ['Planned on', review.plannedOn && plainDate(review.plannedOn)],
    ['Late because', review.lateBecause],
    ['Agreed by', review.agreedBy],
  ];
  const rows = facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return [
    ...rowLines([[`${child.ref}/${review.number}`, reviewWords({ ...review, venue: null })]], ROW, width, 0),
    ...rowLines(rows, [{ min: 13 }, { wraps: true }], width, 2),
    '',
    ...rowLines(
      deadlines.map((deadline) => [
        dayIn(deadline.due, context.today),
        deadline.duty,
        standingWords(deadline, context.today),
      ]),
      [{}, { wraps: true, min: 20 }, {}],
      width,
    ),
  ];
}
