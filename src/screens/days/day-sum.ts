/** A sum of working days in words, with the days that do not count. */

import type { Calendar } from '../../core/time/calendar';
import {
  daysBetween,
  longDate,
  plainDate,
  shortDate,
  shortDateWithYear,
  yearOf,
} from '../../core/time/dates';
import type { DaySum } from '../../core/time/day-sum';
import { inRows, type Part } from '../../ui/rows';
import { count } from '../../ui/words';

export function sumWords(sum: DaySum, calendar: Calendar): Part[] {
  const rows = [...skippedRows(sum)];
  const calendarDays = Math.abs(daysBetween(sum.from, sum.to));
  rows.push(['In all', count(calendarDays, 'calendar day')]);
  const lines = [
    answerWords(sum),
    inRows(
      rows.map(([name, text]) => [name!, text!]),
      [{}, { wraps: true }],
      2,
    ),
  ];
  if (sum.provisional) lines.push(provisionalWords(sum, calendar));
  return lines;
}

function answerWords({ from, to, count: amount, answer }: DaySum): string {
  if (typeof answer === 'string') {
    const way = amount < 0 ? 'before' : 'after';
    if (amount === 0) return `${longDate(to)} itself.`;
    return `${longDate(to)} is the ${ordinal(Math.abs(amount))} working day ${way} ${longDate(from)}.`;
  }
  const working = `${amount} working ${Math.abs(amount) === 1 ? 'day' : 'days'}`;
  return to < from
    ? `${working}: back from ${longDate(from)} to ${longDate(to)}, which is not counted.`
    : `${working}: after ${longDate(from)}, up to and including ${longDate(to)}.`;
}

/** Weekends as a number of days; each holiday on a line of its own. */
function skippedRows({ from, to, skipped }: DaySum): string[][] {
  const named = skipped.filter((day) => day.why !== 'Saturday' && day.why !== 'Sunday');
  const weekend = skipped.length - named.length;
  const dayOf = yearOf(from) === yearOf(to) ? shortDate : shortDateWithYear;
  const texts = [
    ...(weekend > 0 ? [`weekends: ${count(weekend, 'day')}`] : []),
    ...named.map((day) => `${dayOf(day.on)} (${day.why})`),
  ];
  return (texts.length === 0 ? ['none'] : texts).map((text, at) => [at === 0 ? 'Skipped' : '', text]);
}

/** Why the answer is not certain: which end of the published list the count goes past. */
function provisionalWords({ from, to }: DaySum, { first, horizon }: Calendar): string {
  const past = [from, to].some((day) => day > horizon);
  const before = [from, to].some((day) => day < first);
  const ends = [
    ...(before ? [`the list here begins on ${plainDate(first)}`] : []),
    ...(past ? [`bank holidays are published to ${plainDate(horizon)}`] : []),
  ];
  return `Provisional: ${ends.join(' and ')}; outside that the usual eight a year are counted.`;
}

/** `1st`, `20th`, `22nd`. */
function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
