/** `review plan REF --suggest`: days and times on which the next review might be held. */

import type { Suggested } from '../../cases/meeting/suggested';
import type { Context } from '../../context';
import { type Against, type Engagement, inSpans, type Suggestion } from '../../core/reviews/suggestions';
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { quotedName } from '../../ui/as-typed';
import type { Choice } from '../../ui/prompts';
import { inRows, type Part } from '../../ui/rows';
import { count, dayIn, listed } from '../../ui/words';
import type { Shown } from '../show';

/** The proposed days. */
export const suggestionsShown = (context: Context, found: Suggested, chair: string | undefined): Shown => ({
  json: () => ({
    suggestions: found.suggestions.map(({ on, time, lastSafe, invitationsInTime }) => ({
      on,
      time,
      lastSafe,
      invitationsInTime,
    })),
    due: found.due,
    lastSafeDay: found.lastSafeDay,
    inviteFrom: found.inviteFrom,
  }),
  screen: () => screen(context, found, chair),
});

function screen(context: Context, found: Suggested, chair: string | undefined): Part[] {
  const rows = found.suggestions.map((day) => [
    dayIn(day.on, context.today),
    sayTime(day.time),
    whyGood(day, found, context.today),
  ]);
  const spans = inSpans(found.notProposed).map(({ from, to, against }) => [
    from === to ? dayIn(from, context.today) : `${dayIn(from, context.today)} to ${dayIn(to, context.today)}`,
    whyNot(against),
  ]);
  return [
    ...introduction(found),
    ...(rows.length > 0 ? ['', inRows(rows, [{ whole: true }, { whole: true }, { wraps: true }])] : []),
    ...(spans.length > 0 ? ['', 'Not proposed:', inRows(spans, [{ whole: true }, { wraps: true }])] : []),
    '',
    `To plan it: ${toType(found, chair)}`,
  ];
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
      : 'invite today, with less time than is asked for',
    free,
    day.insteadOf.length > 0 ? `not earlier: ${engagedWords(day.insteadOf)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** The last day in time that is free, if the last safe day itself is not. */
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
    engagements.map(({ what, ref, time }) =>
      time === null
        ? `the ${what} of ${ref}, at a time not recorded`
        : `the ${what} of ${ref} at ${sayTime(time)}`,
    ),
  );
}

function toType({ children, suggestions }: Suggested, chair: string | undefined): string {
  const [first] = suggestions;
  return [
    'irotool review plan',
    ...children.map(({ child }) => child.ref),
    `--meeting "${first ? `${first.on} ${first.time}` : 'DAY TIME'}"`,
    ...(chair === undefined ? [] : [`--chair ${quotedName(chair)}`]),
    ...(first && !first.inTime ? ['--late-because "…" --agreed-by NAME'] : []),
  ].join(' ');
}
