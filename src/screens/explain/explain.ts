/** Why a date is what it is, as `explain` shows it. */
import { wasItHeld } from '../../cases/due';
import type { Unit } from '../../context';
import type { Action, Duty } from '../../core/engine/duty';
import {
  type DeadlineJson,
  isDeadlineOfLaw,
  isOpen,
  isOverByItsDay,
  isTakenUp,
  type Standing,
} from '../../core/engine/standing';
import { vocabularyOf } from '../../core/events/vocabulary';
import { capital, withOwn } from '../../core/in-words';
import { isOfReview } from '../../core/rules/by-purpose';
import {
  beginsThatDay,
  type Citation,
  type Force,
  type Limit,
  limitWords,
  type Pack,
} from '../../core/rules/rule';
import { addDays, addMonths, earliest, type IsoDate, longDate, plainDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { ownHolidays } from '../../store/holidays';
import { isApplicant } from '../../store/subjects';
import { lateness, latenessOn } from '../../ui/lateness';
import { besides, indented, type Part } from '../../ui/rows';
import { LATE, LAW, TODAY } from '../../ui/states';
import { listed, refAndReview, wrap } from '../../ui/words';
import { placeWords, readWords, weakWords } from './citation';
import { type CountedLine, countsOf, countWords, skippedWords } from './count';

interface Explained {
  readonly duty: Duty;
  readonly deadline: DeadlineJson;
  /** The day of the meeting that is planned, if it has not passed. */
  readonly planned: IsoDate | null;
}

/** How it is shown; `withSources`: when and how each source was read, too. */
interface Shown {
  readonly today: IsoDate;
  readonly withSources: boolean;
}

/** Lines with a name in the margin, the text beside it. */
function part(name: string, texts: readonly string[]): Part {
  return (width) =>
    texts
      .flatMap((text) => wrap(text, width - 11))
      .map((line, at) => `  ${(at === 0 ? name : '').padEnd(9)}${line}`);
}

export function dutyLines(
  unit: Unit,
  child: Child,
  { duty, deadline, planned }: Explained,
  { today, withSources }: Shown,
): Part[] {
  const { rule } = duty;
  const decisive = rule.limits[duty.decisive.at]!;
  const counted = countsOf(duty, unit)[duty.limits.indexOf(duty.decisive)]!;
  const title = `${refAndReview(child.ref, duty.review)}  ${withOwn(rule.duty, duty.ref)}`;
  const dueOn = `due ${longDate(duty.due)}`;
  return [
    (width) => besides(title, dueOn, width) ?? [...wrap(title, width), `     ${dueOn}`],
    indented(standingWords(unit, deadline, duty, today), 5),
    '',
    sentence(unit, child, duty, decisive, deadline.standing),
    part('Planned', plannedWords(duty)),
    part('Source', sourceWords(decisive.source, decisive.force, unit.pack, withSources)),
    part('Count', [countWords(counted)]),
    part('Skipped', counted.working ? [skippedWords(counted.skipped)] : []),
    part('Others', otherLimits(duty)),
    part('Not', duty.notBefore ? [`before ${longDate(duty.notBefore)}`] : []),
    part('Note', noteWords(unit, duty, deadline, counted)),
    part('Began', duty.began ? [`It first sat on ${longDate(duty.began)}.`] : []),
    part('Then', isOpen(deadline.standing) ? whatFollows(duty, planned, unit) : []),
    part('Reading', rule.note ? [rule.note] : []),
  ];
}

/** `LATE by 2 working days, past a limit of LAW`, `in 3 working days`, `met on Tuesday 3 March 2026`. */
function standingWords(unit: Unit, deadline: DeadlineJson, duty: Duty, today: IsoDate): string {
  const { endedWhy, endedOn } = duty;
  const { standing, metOn } = deadline;
  const left = lateness(deadline);
  const isLaw = isDeadlineOfLaw(deadline, today);
  if (standing === 'overdue') {
    return `${LATE} by ${left.replace(' late', '')}${isLaw ? `, past a limit of ${LAW}` : ''}`;
  }
  if (standing === 'upcoming') {
    if (isOverByItsDay(duty)) return `not owed by then: the child is 18 on ${longDate(endedOn!)}`;
    return `${deadline.daysLeft === 0 ? TODAY : left}${isLaw ? `, a limit of ${LAW}` : ''}`;
  }
  const words = { met: 'met', late: 'met', deemed: 'taken as agreed' };
  const ended = endedWhy === null ? 'no longer owed' : `no longer owed: ${endedWhy}`;
  const word = words[standing as keyof typeof words] ?? (standing === 'ended' ? ended : standing);
  if (metOn === null) return word;
  const by = standing === 'late' ? `, ${latenessOn(deadline.due, metOn, unit)}` : '';
  return `${word}${standing === 'deemed' ? '; answered' : ''} on ${longDate(metOn)}${by}`;
}

/** Something to do that has no date: what it is and where it comes from. */
export function actionLines(unit: Unit, child: Child, action: Action, { withSources }: Shown): Part[] {
  const passed = wasItHeld(action.id, longDate(action.since));
  return [
    `${refAndReview(child.ref, action.review)}  ${passed ?? action.what}`,
    ...(passed === null ? [`     since ${longDate(action.since)}`] : []),
    '     to settle: nothing puts a number of days to it',
    ...(action.source.length === 0
      ? []
      : ['', part('Source', sourceWords(action.source, action.force, unit.pack, withSources))]),
  ];
}

function plannedWords(duty: Duty): string[] {
  if (!duty.compressed) return [];
  if (isTakenUp(duty)) {
    return [
      `It was due by ${longDate(duty.idealDue!)}, while the child was placed for adoption. The placement ended on ${longDate(duty.arose)}. So it is due at once.`,
    ];
  }
  return [
    `The meeting was planned on ${longDate(duty.arose)}, after the day this should have been done by (${longDate(duty.idealDue!)}). So it is due at once.`,
  ];
}

function noteWords(unit: Unit, duty: Duty, deadline: DeadlineJson, counted: CountedLine): string[] {
  const notes: string[] = lateHolidays(unit, counted);
  if (deadline.lastWorkingDay !== duty.due) {
    notes.push(
      `${longDate(duty.due)} is not a working day, and nothing rolls forward: the last working day is ${longDate(deadline.lastWorkingDay)}.`,
    );
  }
  if (deadline.eased && duty.easement) {
    const texts = duty.easement.source.map((citation) => placeWords(citation, unit.pack));
    notes.push(
      `Eased: for what was due then the law let it be held later (${listed(texts)}). It is counted apart from what was late.`,
    );
  }
  if (deadline.provisional) {
    const published = plainDate(unit.engine.calendars.statutory.horizon);
    notes.push(
      `Provisional: bank holidays are published to ${published}, and beyond that the usual eight are counted.`,
    );
  }
  return notes;
}

/** Days of the count on which the unit's own list of bank holidays says otherwise than the one that ships. */
function lateHolidays(unit: Unit, { from, due }: CountedLine): string[] {
  const [first, last] = from < due ? [from, due] : [due, from];
  return ownHolidays(unit.db)
    .changes.filter(({ on }) => on >= first && on <= last)
    .map(({ on, name, source }) => {
      const is = name === null ? 'is no bank holiday' : `is a bank holiday that came late (${name})`;
      return `${longDate(on)} ${is}: ${source}.`;
    });
}

function sentence(unit: Unit, child: Child, duty: Duty, decisive: Limit, standing: Standing): string {
  const toBeDone = `It ${standing === 'upcoming' ? 'is' : 'was'} to be done`;
  const { rule } = duty;
  const who = isApplicant(unit.db, child.id) ? 'applicant' : 'child';
  const says = vocabularyOf(unit.pack).spec(duty.from.event)?.says ?? duty.from.event;
  const limit = limitWords(decisive);
  if (rule.direction === 'before') {
    const meeting = longDate(duty.countedFrom);
    const amount = typeof decisive.count === 'string' ? 0 : decisive.count.amount;
    const by = amount === 0 ? 'on or before the meeting' : `at least ${limit} before the meeting`;
    return `A meeting is planned for ${meeting}. ${toBeDone} ${by}.`;
  }
  if (decisive.count === 'by the date given') {
    return `The ${who} ${says} on ${longDate(duty.from.on)}, and the date given was ${longDate(duty.due)}.`;
  }
  if (typeof decisive.count === 'object' && decisive.count.of !== undefined && duty.decisive.from) {
    const { of } = decisive.count;
    return `The ${who} ${says} on ${longDate(duty.from.on)}; “${of}” is ${longDate(duty.decisive.from)}. ${toBeDone} within ${limitWords({ count: { ...decisive.count, of: undefined } })} of that day.`;
  }
  const how = beginsThatDay(rule, decisive) ? `${limit} beginning with that day` : `${limit} of that day`;
  return `The ${who} ${says} on ${longDate(duty.from.on)}. ${toBeDone} within ${how}.`;
}

/** Each source, with how it was read if that is asked for; a weak grade is always said. */
function sourceWords(
  citations: readonly Citation[],
  force: Force | null,
  pack: Pack,
  withSources: boolean,
): string[] {
  const as = force === null ? '' : ` ${capital(force)}.`;
  return citations.map((citation) => {
    const read = withSources ? readWords(citation) : weakWords(citation);
    return `${placeWords(citation, pack)}.${as}${read === '' ? '' : ` ${read}`}`;
  });
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

/** For a first review still to be held: when the second would be due, if it were held as planned. */
function whatFollows(duty: Duty, planned: IsoDate | null, unit: Unit): string[] {
  if (duty.rule.when?.name !== 'ordinary-clock-starts' || !isOfReview(duty.rule)) return [];
  const held = planned ?? duty.due;
  const second = unit.engine.rules.find((rule) => rule.when?.name === 'first-review' && isOfReview(rule));
  const dues = (second?.limits ?? []).flatMap((limit) => {
    if (typeof limit.count === 'string') return [];
    const { amount, unit: of } = limit.count;
    if (of === 'months') return [{ on: addMonths(held, amount), words: limitWords(limit) }];
    return of === 'days' ? [{ on: addDays(held, amount), words: limitWords(limit) }] : [];
  });
  const first = earliest(dues.map(({ on }) => on));
  if (first === undefined) return [];
  const limits = listed(dues.map((each) => each.words));
  const basis = dues.length === 1 ? limits : `the earlier of ${limits}`;
  return [`If it were held on ${longDate(held)}, the second would be due by ${longDate(first)} (${basis}).`];
}
