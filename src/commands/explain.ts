/**
 * `explain`: why this date. The rule and its source, the count with every day skipped, the other
 * limits, and what follows if it is met.
 */

import type { Context, Unit } from '../context';
import type { Calendar, SkippedDay } from '../core/calendar';
import { addDays, addMonths, type IsoDate, longDate, plainDate, shortDate } from '../core/dates';
import { eventSpec } from '../core/events';
import { type Citation, type Limit, limitWords } from '../core/rules';
import { type DeadlineJson, deadlineOn } from '../core/standing';
import type { Duty } from '../core/timetable';
import { UserError } from '../errors';
import { shippedLaw } from '../law/shipped';
import type { Child } from '../store/children';
import { screenWidth } from '../ui/screen';
import { lateness, listed, wrap } from '../ui/words';
import { childNamed, ruleNamed } from './find';
import { reckoned } from './saving';

/** One limit counted day by day, so that the sum can be checked by hand. */
export interface Count {
  readonly limit: string;
  readonly from: IsoDate;
  readonly due: IsoDate;
  readonly working: boolean;
  /** Working days of the count, in order; empty for calendar limits. */
  readonly days: readonly IsoDate[];
  readonly skipped: readonly SkippedDay[];
}

/** Runs `explain REF [DUTY]`. */
export async function explain(
  context: Context,
  [ref, id]: readonly [string, string | undefined],
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  if (id !== undefined) ruleNamed(unit.engine.rules, id, child.ref);
  const { reckoning } = reckoned(context, unit, child);
  const { statutory } = unit.engine.calendars;
  const all = reckoning.duties.map((duty) => ({
    duty,
    deadline: deadlineOn(duty, context.today, statutory),
  }));
  const asked = all.filter(({ duty, deadline }) =>
    id === undefined ? isOpenStanding(deadline) : duty.rule.id === id,
  );
  const shown = id === undefined ? asked : latestOrOpen(asked);
  if (context.flags.json) {
    context.json({
      schema: 1,
      deadlines: shown.map(({ duty, deadline }) => ({
        child: { ref: child.ref, name: child.name },
        ...deadline,
        count: countsOf(duty, unit),
      })),
    });
    return undefined;
  }
  if (shown.length === 0) throw nothingOwed(child, id);
  context.print(
    shown.map(({ duty, deadline }) => words(context, unit, child, duty, deadline).join('\n')).join('\n\n'),
  );
  return undefined;
}

const isOpenStanding = (deadline: DeadlineJson): boolean =>
  deadline.standing === 'upcoming' || deadline.standing === 'overdue';

/** What is open of one duty; where nothing is, the last that there was. */
function latestOrOpen<T extends { deadline: DeadlineJson }>(asked: readonly T[]): T[] {
  const open = asked.filter(({ deadline }) => isOpenStanding(deadline));
  return open.length > 0 ? open : asked.slice(-1);
}

function nothingOwed(child: Child, id: string | undefined): UserError {
  return new UserError(
    id === undefined ? `${child.ref} owes nothing.` : `Nothing has given rise to "${id}" for ${child.ref}.`,
    `To see the chronology: irotool child show ${child.ref}`,
  );
}

function words(context: Context, unit: Unit, child: Child, duty: Duty, deadline: DeadlineJson): string[] {
  const width = screenWidth(context.io, context.flags);
  const { rule } = duty;
  const decisive = rule.limits[duty.decisive.at]!;
  const review = duty.review === null ? '' : `/${duty.review}`;
  const left = lateness(deadline.workingDaysLeft, deadline.daysLeft);
  const standing =
    deadline.standing === 'upcoming'
      ? `upcoming, ${left === 'today' ? 'due today' : left.replace('in ', '')}${left === 'today' ? '' : ' left'}`
      : deadline.standing === 'overdue'
        ? `overdue, ${left}`
        : `${deadline.standing}${deadline.metOn ? ` on ${longDate(deadline.metOn)}` : ''}`;
  const lines = [
    `${child.ref}${review}  ${rule.duty}`,
    `     due ${longDate(duty.due)}`,
    `     ${standing}`,
    '',
    ...wrap(sentence(duty, decisive), width),
  ];
  const part = (name: string, texts: readonly string[]): void => {
    texts.forEach((text, at) => {
      wrap(text, width - 11).forEach((line, inner) => {
        lines.push(`  ${(at === 0 && inner === 0 ? name : '').padEnd(9)}${line}`);
      });
    });
  };
  if (duty.compressed) {
    part('Planned', [
      `The meeting was planned on ${longDate(duty.arose)}, after the day this should have been done by (${longDate(duty.idealDue!)}). So it is due at once.`,
    ]);
  }
  part(
    'Source',
    decisive.source.map((citation) => citationWords(citation, decisive)),
  );
  const counts = countsOf(duty, unit);
  const counted = counts[duty.limits.indexOf(duty.limits.find((limit) => limit.at === duty.decisive.at)!)]!;
  part('Count', countWords(counted, unit.engine.calendars.statutory));
  if (counted.working) part('Skipped', [skippedWords(counted.skipped)]);
  if (!counted.working && deadline.lastWorkingDay !== duty.due) {
    part('Note', [
      `${longDate(duty.due)} is not a working day, and nothing rolls forward: the last working day is ${longDate(deadline.lastWorkingDay)}.`,
    ]);
  }
  part('Others', otherLimits(duty));
  if (duty.notBefore) part('Not', [`before ${longDate(duty.notBefore)}`]);
  if (deadline.provisional) {
    part('Note', [
      `Provisional: bank holidays are published to ${plainDate(unit.engine.calendars.statutory.horizon)}, and beyond that the usual eight are counted.`,
    ]);
  }
  if (duty.began) part('Began', [`It first sat on ${longDate(duty.began)} and was completed later.`]);
  part('Then', whatFollows(duty, unit));
  if (rule.note) part('Reading', [rule.note]);
  return lines;
}

function sentence(duty: Duty, decisive: Limit): string {
  const { rule } = duty;
  const says = eventSpec(duty.from.event)?.says ?? duty.from.event;
  const limit = limitWords(decisive);
  if (rule.direction === 'before') {
    const meeting = longDate(duty.countedFrom);
    const amount = typeof decisive.count === 'string' ? 0 : decisive.count.amount;
    const by = amount === 0 ? 'on or before the meeting' : `at least ${limit} before the meeting`;
    return `A meeting is planned for ${meeting}. ${rule.duty}: ${by}.`;
  }
  if (decisive.count === 'by the date given') {
    return `The child ${says} on ${longDate(duty.from.on)}, and the date given was ${longDate(duty.due)}.`;
  }
  const how = rule.counting === 'from that day' ? `${limit} beginning with that day` : `${limit} of that day`;
  return `The child ${says} on ${longDate(duty.from.on)}. ${rule.duty}: within ${how}.`;
}

const GRADE_WORDS = {
  primary: 'Text read',
  quoted: 'Read as another source quotes it',
  source: 'Read in the procedure or advice page named',
  unverified: 'UNVERIFIED: from memory',
} as const;

function citationWords({ id, at, grade, checked }: Citation, limit: Limit): string {
  const title = shippedLaw().sources[id]?.title ?? id;
  const force = limit.force.charAt(0).toUpperCase() + limit.force.slice(1);
  return `${title}${at === null ? '' : `, ${at}`}. ${force}. ${GRADE_WORDS[grade]} on ${plainDate(checked)}.`;
}

/** Each limit of a duty with the days that make it up. */
export function countsOf(duty: Duty, unit: Pick<Unit, 'engine'>): Count[] {
  return duty.limits.map(({ at, due }) => {
    const limit = duty.rule.limits[at]!;
    const calendar =
      limit.force === 'practice' ? unit.engine.calendars.practice : unit.engine.calendars.statutory;
    const working = typeof limit.count !== 'string' && limit.count.unit === 'working days';
    const base = { limit: limitWords(limit), from: duty.countedFrom, due, working };
    if (!working) return { ...base, days: [], skipped: [] };
    const forward = due >= duty.countedFrom;
    // Forwards the day itself is not counted, unless the count begins with it; backwards neither.
    const includesFirst = duty.rule.counting === 'from that day';
    const [a, b] = forward
      ? [includesFirst ? addDays(duty.countedFrom, -1) : duty.countedFrom, due]
      : [addDays(due, -1), addDays(duty.countedFrom, -1)];
    const skipped = calendar.skippedBetween(a, b);
    const missing = new Set(skipped.map((day) => day.on));
    const days: IsoDate[] = [];
    for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (!missing.has(day)) days.push(day);
    return { ...base, days: forward ? days : days.reverse(), skipped };
  });
}

/** Day 1, the days either side of a holiday, and the last: enough to check by hand. */
function countWords(counted: Count, calendar: Calendar): string[] {
  const { days } = counted;
  if (!counted.working) {
    return [`${counted.limit} from ${longDate(counted.from)} is ${longDate(counted.due)}.`];
  }
  if (days.length === 0) return [`${longDate(counted.due)} itself.`];
  const shown = new Set([0, days.length - 1]);
  days.forEach((day, at) => {
    const next = days[at + 1];
    if (next === undefined) return;
    const [from, to] = day < next ? [day, next] : [next, day];
    if (
      calendar
        .skippedBetween(from, to)
        .some((skipped) => skipped.why !== 'Saturday' && skipped.why !== 'Sunday')
    ) {
      shown.add(at).add(at + 1);
    }
  });
  const parts = [...shown]
    .sort((a, b) => a - b)
    .map(
      (at, order) =>
        `${shortDate(days[at]!)} is ${order === 0 ? 'day ' : ''}${order === 0 ? at + 1 : `day ${at + 1}`}`,
    );
  return [`${parts.join('; ')}.`];
}

function skippedWords(skipped: readonly SkippedDay[]): string {
  const holidays = skipped.filter((day) => day.why !== 'Saturday' && day.why !== 'Sunday');
  const weekends = skipped.length > holidays.length ? ['weekends'] : [];
  const parts = [...weekends, ...holidays.map((day) => `${shortDate(day.on)} (${day.why})`)];
  return parts.length === 0 ? 'none' : parts.join('; ');
}

function otherLimits(duty: Duty): string[] {
  return duty.limits
    .filter((limit) => limit.at !== duty.decisive.at)
    .map(({ at, due }) => {
      const limit = duty.rule.limits[at]!;
      const than = due === duty.due ? 'the same day' : longDate(due);
      return `${limitWords(limit)} (${limit.force}, pack ${limit.pack}): ${than}`;
    });
}

/** For a first review still to be held: when the second would be due. */
function whatFollows(duty: Duty, unit: Unit): string[] {
  if (duty.rule.id !== 'review-first' || duty.metOn !== null) return [];
  const second = unit.engine.rules.find((rule) => rule.id === 'review-second');
  if (!second) return [];
  const dues = second.limits.flatMap((limit) => {
    if (typeof limit.count === 'string') return [];
    const { amount, unit: of } = limit.count;
    if (of === 'months') return [{ on: addMonths(duty.due, amount), words: limitWords(limit) }];
    return of === 'days' ? [{ on: addDays(duty.due, amount), words: limitWords(limit) }] : [];
  });
  const first = dues.reduce<IsoDate | null>((best, { on }) => (best === null || on < best ? on : best), null);
  if (first === null) return [];
  const limits = listed(dues.map((each) => each.words));
  const basis = dues.length === 1 ? limits : `the earlier of ${limits}`;
  return [
    `If it were held on ${longDate(duty.due)}, the second would be due by ${longDate(first)} (${basis}).`,
  ];
}
