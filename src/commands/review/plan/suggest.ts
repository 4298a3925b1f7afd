/** `review plan REF --suggest`: days and times on which the next review might be held. */

import type { ToPlan } from '../../../cases/to-plan';
import type { Context, Unit } from '../../../context';
import type { Duty } from '../../../core/engine/duty';
import { wishesOutsideSchool } from '../../../core/reviews/planning';
import {
  type Against,
  type Engagement,
  inSpans,
  noticeIn,
  type Suggestion,
  type Suggestions,
  suggestDays,
} from '../../../core/reviews/suggestions';
import { addDays, type IsoDate, longDate, sayTime } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import type { Person } from '../../../store/people/people';
import type { Choice } from '../../../ui/prompts';
import { rowLines } from '../../../ui/rows';
import { screenWidth } from '../../../ui/screen';
import { count, dayIn, listed, wrap } from '../../../ui/words';
import { chairsOf, diariesOf } from './chairing';

export interface SuggestOptions {
  readonly from?: string;
  readonly chair?: string;
}

interface Suggested extends Suggestions {
  readonly children: readonly ToPlan[];
  readonly chairs: readonly Person[];
  readonly due: IsoDate | null;
  readonly notice: number;
}

/** The days to propose to these children's review, all of them together. */
export function suggested(
  context: Context,
  unit: Unit,
  children: readonly ToPlan[],
  chair: Person | null,
  options: SuggestOptions,
): Suggested {
  const out = children.find((each) => !each.reviewsGoOn);
  if (out) {
    throw new UserError(
      `${out.child.ref} is not looked after, so there is no review to plan.`,
      `To see the record: irotool child show ${out.child.ref}`,
    );
  }
  const from = firstDay(context, options);
  const chairs = chairsOf(unit, chair, children);
  const dues = children.flatMap(({ due }) => (due ? [due] : []));
  const first = dues.reduce<Duty | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
  const notBefore = dues.flatMap((duty) => duty.notBefore ?? []);
  const due = first?.due ?? null;
  const notice = noticeIn(unit.engine.rules, context.today);
  const answer = suggestDays(
    {
      today: context.today,
      from,
      due,
      notBefore: notBefore.sort().at(-1) ?? null,
      notice,
      diaries: diariesOf(context, unit, chairs, children),
      outsideSchool: children.flatMap(({ child, story }) => (wishesOutsideSchool(story) ? [child.born] : [])),
    },
    unit.engine.calendars.statutory,
  );
  return { ...answer, children, chairs, due, notice };
}

const FURTHEST_DAYS = 731;

function firstDay(context: Context, { from: typed }: SuggestOptions): IsoDate {
  if (typed === undefined) return context.today;
  const from = context.date(typed, '--from', 'future');
  if (from <= addDays(context.today, FURTHEST_DAYS)) return from;
  throw new UsageError(`--from: ${longDate(from)} is more than two years away.`);
}

/** Shows the proposed days; records nothing. */
export function showSuggestions(context: Context, found: Suggested, options: SuggestOptions): undefined {
  if (context.flags.json) {
    context.json({
      schema: 1,
      suggestions: found.suggestions.map(({ on, time, lastSafe, invitationsInTime }) => ({
        on,
        time,
        lastSafe,
        invitationsInTime,
      })),
      due: found.due,
      lastSafeDay: found.lastSafeDay,
      inviteFrom: found.inviteFrom,
    });
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  const rows = found.suggestions.map((day) => [
    dayIn(day.on, context.today),
    sayTime(day.time),
    whyGood(day, found, context.today),
  ]);
  const spans = inSpans(found.notProposed).map(({ from, to, against }) => [
    from === to ? dayIn(from, context.today) : `${dayIn(from, context.today)} to ${dayIn(to, context.today)}`,
    whyNot(against),
  ]);
  context.print(
    [
      ...introduction(found).flatMap((sentence) => wrap(sentence, width)),
      ...(rows.length > 0
        ? ['', ...rowLines(rows, [{ whole: true }, { whole: true }, { wraps: true }], width)]
        : []),
      ...(spans.length > 0
        ? ['', 'Not proposed:', ...rowLines(spans, [{ whole: true }, { wraps: true }], width)]
        : []),
      '',
      ...wrap(`To plan it: ${toType(found, options)}`, width),
    ].join('\n'),
  );
  return undefined;
}

/** The proposed days as choices at a question; each stands for what would be typed. */
export function suggestionChoices(context: Context, found: Suggested): Choice<string>[] {
  return found.suggestions.map((day) => ({
    name: `${dayIn(day.on, context.today)}, ${sayTime(day.time)}: ${whyGood(day, found, context.today)}`,
    value: `${day.on} ${day.time}`,
  }));
}

function introduction(found: Suggested): string[] {
  const { children, chairs, due, lastSafeDay, inviteFrom, are, notice, suggestions } = found;
  const sentences = children.map(({ child, due: own, standing }) => {
    const planned = standing ? ` It is planned for ${longDate(standing.meeting)}.` : '';
    return own
      ? `${child.ref}: “${own.rule.duty}” is due by ${longDate(own.due)}.${planned}`
      : `${child.ref}: no duty says by when the next review is to be held.${planned}`;
  });
  if (lastSafeDay !== null) sentences.push(`The last safe day is ${longDate(lastSafeDay)}.`);
  const days = count(notice, 'working day');
  sentences.push(`Invitations sent today, ${days} ahead, are in time for ${longDate(inviteFrom)} or later.`);
  if (suggestions.some(({ afterSchool }) => afterSchool)) {
    sentences.push('The child asked for a time outside school hours.');
  }
  if (chairs.length === 0) sentences.push('There is no IRO yet, so nobody’s diary was looked at.');
  if (are === 'without notice') {
    sentences.push(
      `No day is in time for the review and for the invitations too. These are in time for the review; invite at once, with less than ${days}’ notice.`,
    );
  } else if (are === 'late' && due !== null) {
    const why =
      lastSafeDay === null
        ? 'The day it was due has passed.'
        : 'None of the days asked for is both free and in time.';
    sentences.push(`${why} These are the soonest: say why it is late, and who agreed.`);
  }
  if (suggestions.length === 0) sentences.push('No day is free.');
  return sentences;
}

function whyGood(day: Suggestion, found: Suggested, today: IsoDate): string {
  const { chairs, due } = found;
  const free = chairs.length === 0 ? '' : `${listed(chairs.map(({ name }) => name))} free`;
  return [
    day.lastSafe ? 'the last safe day' : due === null ? '' : day.inTime ? 'in time' : 'after the due day',
    day.afterSchool ? 'after school' : '',
    isLastFree(day, found) ? 'the last that is free' : '',
    day.invitationsInTime
      ? `invite by ${dayIn(day.inviteBy, today)}`
      : `invite today: it was best by ${dayIn(day.inviteBy, today)}`,
    free,
    day.insteadOf.length > 0 ? `not earlier: ${engagedWords(day.insteadOf)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** The last day in time that is free, where the last safe day itself is not. */
function isLastFree(day: Suggestion, { due, suggestions }: Suggested): boolean {
  return due !== null && day.inTime && !day.lastSafe && day === suggestions.at(-1);
}

function whyNot(against: Against): string {
  switch (against.kind) {
    case 'holiday':
      return against.name;
    case 'leave':
      return `${against.who} is on leave`;
    case 'not working':
      return `${against.who} does not work then`;
    case 'engaged':
      return `${against.who} has ${engagedWords(against.engagements)}`;
  }
}

function engagedWords(engagements: readonly Engagement[]): string {
  return listed(
    engagements.map(({ ref, time }) =>
      time === null
        ? `the review of ${ref}, at a time not recorded`
        : `the review of ${ref} at ${sayTime(time)}`,
    ),
  );
}

function toType({ children, suggestions }: Suggested, { chair }: SuggestOptions): string {
  const [first] = suggestions;
  return [
    'irotool review plan',
    ...children.map(({ child }) => child.ref),
    `--meeting "${first ? `${first.on} ${first.time}` : 'DAY TIME'}"`,
    ...(chair === undefined ? [] : [`--chair "${chair}"`]),
    ...(first && !first.inTime ? ['--late-because "…" --agreed-by NAME'] : []),
  ].join(' ');
}
