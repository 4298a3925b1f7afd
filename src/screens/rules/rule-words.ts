/**
 * A rule as a person reads it.
 */

import { type EventPattern, specOf } from '../../core/events/fact';
import { CONDITIONS, CONDITIONS_ON_DUE_DAY, type Condition } from '../../core/rules/conditions';
import type { DaysOfForce } from '../../core/rules/force';
import { type Citation, type Limit, limitWords, type Pack, type Rule } from '../../core/rules/rule';
import { addMonths, earliest, type IsoDate, plainDate } from '../../core/time/dates';
import { sourceOf } from '../../law/shipped';
import { type Column, inRows, type Part, rowLines } from '../../ui/rows';
import { LAW } from '../../ui/states';
import { roleWords, WIDE } from '../../ui/words';
import { placeWords, readWords } from '../explain/citation';

/** True if any of its sources was last read over a year before today. */
export function isStale(rule: Rule, today: IsoDate): boolean {
  return oldestCheck(rule) < addMonths(today, -12);
}

/** The day on which the source read longest ago was read. */
export function oldestCheck(rule: Rule): IsoDate {
  // Every rule has a source: the grammar refuses one without.
  return earliest(sourcesOf(rule).map((source) => source.checked))!;
}

/** Every source of a rule: those of its limits, and of what eased it. */
export function sourcesOf({ limits, easements = [] }: Rule): Citation[] {
  return [...limits, ...easements].flatMap(({ source }) => source);
}

/** `in force from 1 April 2026 until 30 April 2026`; by the due day where that is what is said. */
export function daysWords({ from, until, dueFrom, dueUntil }: DaysOfForce): string {
  const span = (first: IsoDate | undefined, last: IsoDate | undefined): string =>
    [...(first ? [`from ${plainDate(first)}`] : []), ...(last ? [`until ${plainDate(last)}`] : [])].join(' ');
  const [event, due] = [span(from, until), span(dueFrom, dueUntil)];
  return [
    ...(event === '' ? [] : [`in force ${event}`]),
    ...(due === '' ? [] : [`for what was due ${due}`]),
  ].join(', ');
}

/** Below this width a limit is told by `rules show` alone. */
const ROOM_FOR_LIMIT = 76;

/** A line for each rule: its id, its duty, its limit and whether it is law; who acts and whose it is where there is room. */
export const listRows =
  (rules: readonly Rule[], withCheck: boolean): Part =>
  (width) => {
    const isPiped = !Number.isFinite(width);
    const isWide = width >= WIDE;
    const hasLimit = isWide || (width >= ROOM_FOR_LIMIT && !withCheck);
    const headings = [
      ...['rule', 'duty'],
      ...(hasLimit ? ['limit'] : []),
      ...(isWide ? ['who'] : []),
      ...['force'],
      ...(isPiped ? ['pack'] : []),
      ...(withCheck ? ['read'] : []),
    ];
    const rows = rules.map((rule) => [
      rule.id,
      isPiped ? rule.duty : (rule.short ?? rule.duty),
      ...(hasLimit ? [limitsInBrief(rule)] : []),
      ...(isWide ? [roleWords(rule.who)] : []),
      rule.force === 'statutory' ? LAW : rule.force,
      ...(isPiped ? [packsOf(rule).join(' and ')] : []),
      ...(withCheck ? [plainDate(oldestCheck(rule))] : []),
    ]);
    const columns = headings.map((heading): Column => {
      if (heading === 'limit') return { wraps: true, min: 15 };
      return heading === 'duty' && !hasLimit ? { wraps: true, min: 18 } : { whole: true };
    });
    return rowLines([headings, ...rows], columns, width);
  };

function packsOf(rule: Rule): string[] {
  return [...new Set(rule.limits.map((limit) => limit.pack))];
}

/** `3 months or 91 days`, `10 working days before`. */
export function limitsInBrief(rule: Rule): string {
  const limits = [...new Set(rule.limits.map(limitWords))].join(' or ');
  return rule.direction === 'before' ? `${limits} before` : limits;
}

/** `rules show`: everything a rule says, in words. */
export function ruleParts(
  rule: Rule,
  pack: Pack,
  scenarios: readonly string[],
  { today, withScenarios }: { readonly today: IsoDate; readonly withScenarios: boolean },
): Part[] {
  const rows: string[][] = [];
  const part = (name: string, texts: readonly string[]): void => {
    texts.forEach((text, at) => {
      rows.push([at === 0 ? name : '', text]);
    });
  };
  part('Who', [roleWords(rule.who)]);
  part(
    'Limit',
    rule.limits.map((limit) => `${limitSentence(rule, limit)} (${limitFacts(limit).join(', ')})`),
  );
  if (rule.limits.length > 1) part('', ['Whichever comes first.']);
  if (rule.notBefore !== undefined) part('Not before', [`${rule.notBefore} days after it arose`]);
  if (rule.onceInCareFor !== undefined)
    part('Asked', [`once care has lasted ${rule.onceInCareFor} working days`]);
  part('Runs from', rule.events.map(patternWords));
  part('When', [
    ...(rule.when ? [conditionWords(rule.when)] : []),
    ...(rule.whenOnDueDay ? [conditionWords(rule.whenOnDueDay)] : []),
  ]);
  part('Met by', rule.metBy.map(patternWords));
  if (rule.forEach !== undefined) part('', [`For each ${rule.forEach} by itself.`]);
  if (rule.untilCompleted)
    part('', ['Needed before the review is completed: over an adjournment it goes on.']);
  if (rule.doneSince !== undefined) part('', [`What was done since ${rule.doneSince} counts.`]);
  if (rule.whenNotDone !== undefined)
    part('', ['While it is not recorded it is an action to settle, without a date.']);
  part('Ends at', rule.endsAt.length === 0 ? ['never'] : rule.endsAt.map(endWords));
  part('Missed at', rule.missedAt.map(patternWords));
  if (rule.notMissedWhen) part('Not missed', [`if ${conditionWords(rule.notMissedWhen)}`]);
  part('Replaced by', rule.replacedBy.map(patternWords));
  if (rule.whenPassed) part('When passed', [PASSED_WORDS[rule.whenPassed]]);
  part('Force', [rule.force, ...(rule.days ? [daysWords(rule.days)] : [])]);
  const others = pack.rules.filter((other) => other.id === rule.id && other.days !== rule.days);
  part(
    'Other days',
    others.map(({ days }) => daysWords(days!)),
  );
  for (const { days, note } of rule.easements ?? []) {
    part('Eased', [`${daysWords(days)}: done late, it is marked eased.${note ? ` ${note}` : ''}`]);
  }
  for (const citation of sourcesOf(rule)) part('Source', sourceWords(citation, today, pack));
  if (rule.note) part('Note', [rule.note]);
  part('Scenarios', scenarioWords(scenarios, rule.id, withScenarios));
  return [`${rule.id}: ${rule.duty}`, '', inRows(rows, [{}, { wraps: true }])];
}

/** How many there are, or each of them: some rules have a hundred. */
function scenarioWords(names: readonly string[], id: string, each: boolean): string[] {
  if (names.length === 0) return ['none'];
  return each ? [...names] : [`${names.length}: irotool rules show ${id} --scenarios`];
}

const PASSED_WORDS = {
  deemed: 'deemed: not done in time, it is taken as agreed, and is never overdue',
  lapsed: 'lapsed: a right not used in time is gone, and is never overdue',
} as const;

const COUNTING_WORDS = {
  'from that day': ', that day being day 1 if it is a working day',
  'from the first sitting': ', from the first sitting where it was adjourned',
  'from the last review': ', from the last review of either kind (its first sitting where it was adjourned)',
  'from the start of the clock': ', from the day care began',
} as const;

function limitFacts({ force, pack, when, days }: Limit): string[] {
  return [
    force,
    `pack ${pack}`,
    ...(when ? [`if ${conditionWords(when)}`] : []),
    ...(days ? [daysWords(days)] : []),
  ];
}

function limitSentence(rule: Rule, limit: Limit): string {
  const words = limitWords(limit);
  if (typeof limit.count === 'string') return words === 'undated' ? 'no date: an action to settle' : words;
  const ways = new Set([rule.counting, limit.counting]);
  const counting = [...ways].map((way) => (way ? COUNTING_WORDS[way] : '')).join('');
  if (rule.direction === 'before') {
    return limit.count.amount === 0 ? 'on or before the meeting' : `at least ${words} before the meeting`;
  }
  return limit.count.amount === 0 ? 'on or before that day' : `within ${words}${counting}`;
}

function patternWords(pattern: EventPattern): string {
  const kind = pattern.key ? `${pattern.kind} ${pattern.key}=${pattern.value}` : pattern.kind;
  const days = daysWords({
    ...(pattern.from && { from: pattern.from }),
    ...(pattern.until && { until: pattern.until }),
  });
  const says = [specOf(pattern)?.says, days].filter(Boolean).join('; ');
  return says ? `${says} (${kind})` : kind;
}

function endWords(end: Rule['endsAt'][number]): string {
  if (end === 'care') return 'care: the child is no longer looked after, is placed for adoption or is 18';
  if (end === 'eighteen') return 'eighteen: the child turns 18';
  if (end === 'the change') return 'the change: what was proposed is carried out, by the event of its kind';
  return end === 'short breaks' ? 'short breaks: the series of short breaks ends' : patternWords(end);
}

function conditionWords({ name, not, from, until }: Condition): string {
  const { says } = { ...CONDITIONS, ...CONDITIONS_ON_DUE_DAY }[name];
  const days = daysWords({ ...(from && { from }), ...(until && { until }) });
  return `${not ? 'it is not so that ' : ''}${says}${days === '' ? '' : `; ${days}`} (${not ? 'not ' : ''}${name})`;
}

function sourceWords(citation: Citation, today: IsoDate, pack: Pack): string[] {
  const source = sourceOf(pack, citation.id);
  const stale = citation.checked < addMonths(today, -12) ? ' That is over a year ago.' : '';
  return [
    placeWords(citation, pack),
    `Grade: ${citation.grade}. ${readWords(citation)}${stale}`,
    ...(source ? [source.address] : []),
    ...(source?.note ? [`Take care: ${source.note}`] : []),
  ];
}
