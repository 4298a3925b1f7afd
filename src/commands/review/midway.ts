/** `review midway`: the IRO's check between two reviews. */

import { childNamed, filled } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import type { Fact } from '../../core/events/fact';
import { type MidwayChecks, midwayChecks, midwayDue } from '../../core/reviews/midway';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count, dayIn, wrap } from '../../ui/words';
import { dayDone } from '../day-done';
import { record } from '../saving';
import { nextReviewDueBy } from './next-review-due';

export interface MidwayOptions {
  readonly on?: string;
  readonly plan?: string;
  readonly findings?: string;
}

/** Runs `review midway REF [--plan D] [--findings TEXT]`; without either, shows the checks. */
export async function midway(
  context: Context,
  [ref]: readonly [string],
  options: MidwayOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const checks = midwayChecks(reckoning.story);
  const findings = filled(options.findings, '--findings');
  if (options.plan === undefined && findings === undefined) return show(context, unit, child, checks);

  const on = dayDone(context, options.on);
  const by = options.plan === undefined ? null : context.date(options.plan, '--plan', 'future');
  if (by !== null) refuseImpossible(child, checks, by, on);
  const facts: Fact[] = [];
  const sentences: string[] = [];
  if (findings !== undefined) {
    facts.push({ on, kind: 'midway-checked', attributes: { findings } });
    sentences.push(`midway check made on ${longDate(on)}`);
  }
  if (by !== null) {
    facts.push({ on, kind: 'midway-check-planned', attributes: { by } });
    sentences.push(`midway check planned for ${longDate(by)}`);
  }
  const words = sentences.join('; ');
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: ${words}.`,
    notes: [
      ...(checks.lastReview === null ? ['No review has been held yet in this period of care.'] : []),
      ...(by === null ? [] : afterNextReview(context, unit, reckoning, by)),
    ],
    unasked: true,
  });
  if (saved) context.print(`${child.ref}  ${words}.`);
  return undefined;
}

/** A check is between two reviews, and cannot be planned for a day that has gone. */
function refuseImpossible(child: Child, { lastReview }: MidwayChecks, by: IsoDate, on: IsoDate): void {
  if (lastReview !== null && by <= lastReview) {
    throw new UserError(
      `${child.ref}: a midway check on ${longDate(by)} would not be after the last review, ${longDate(lastReview)}. Nothing was saved.`,
      'Choose a later day.',
    );
  }
  if (by < on) {
    throw new UserError(
      `${child.ref}: ${longDate(by)} is before the day it is planned, ${longDate(on)}. Nothing was saved.`,
      `If the check was made: irotool review midway ${child.ref} --on ${by} --findings "…"`,
    );
  }
}

function afterNextReview(context: Context, unit: Unit, reckoning: Reckoning, by: IsoDate): string[] {
  const { meeting } = reckoning.standing;
  const due = nextReviewDueBy(context, unit, reckoning);
  if (meeting !== null && by >= meeting) {
    return [`The next review is planned for ${longDate(meeting)}: that is not midway.`];
  }
  return due !== null && by >= due ? [`The next review is due by ${longDate(due)}: that is not midway.`] : [];
}

/** The unit's own number of weeks after a review; null where none is set. */
function weeksSet({ settings }: Unit): number | null {
  const weeks = settings.get('midway-check');
  return weeks === undefined ? null : Number(weeks);
}

function show(context: Context, unit: Unit, child: Child, checks: MidwayChecks): undefined {
  const weeks = weeksSet(unit);
  const offered = weeks === null ? null : midwayDue(checks, weeks);
  const { lastReview, planned, made } = checks;
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref: child.ref, name: child.name },
      lastReview,
      planned: planned && { by: planned.by, plannedOn: planned.on },
      offered,
      made,
    });
    return undefined;
  }
  const { today } = context;
  const width = screenWidth(context.io, context.flags);
  const rows = [
    ...made.map(({ on, findings }) => [dayIn(on, today), 'made', findings]),
    ...(planned ? [[dayIn(planned.by, today), planned.by < today ? 'planned, passed' : 'planned', '']] : []),
  ];
  const lines = rowLines(rows, [{ whole: true }, {}, { wraps: true }], width);
  if (rows.length === 0) lines.push(`${child.ref} has no midway check planned or made.`);
  if (offered !== null && lastReview !== null) {
    const day = offered < today ? today : offered;
    lines.push(
      ...wrap(
        `${count(weeks!, 'week')} after the review of ${plainDate(lastReview)} ${offered < today ? 'was' : 'is'} ${longDate(offered)}. To plan it: irotool review midway ${child.ref} --plan ${day}`,
        width,
      ),
    );
  } else if (planned) {
    lines.push(...wrap(`When it is made: irotool review midway ${child.ref} --findings "…"`, width));
  } else if (rows.length === 0) {
    lines.push(...wrap(`To plan one: irotool review midway ${child.ref} --plan DATE`, width));
  }
  context.print(lines.join('\n'));
  return undefined;
}
