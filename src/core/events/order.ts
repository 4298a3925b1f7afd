/**
 * The order in which the facts of one day are read (docs/counting.md), whatever order they were entered in.
 */

import { compare } from '../compare';
import { MATTERS } from '../engine/matters';
import type { IsoDate } from '../time/dates';
import { isDeath } from './death';
import { ENDS_PERIOD, type EventPattern, type Fact, matchesPattern, placeOf, specOf } from './fact';
import { DISPUTE_STAGE_RAISED, OF_A_DISPUTE } from './matters/disputes';
import { isOfAStage, stageOrder } from './matters/stages-of-a-day';
import { MEETINGS, type MeetingKind } from './meetings';

/** Endings that make room for what follows on the same day. */
const FIRST = new Set([
  'placement-ended',
  'long-term-foster-ended',
  'adoption-placement-ended',
  'review-cancelled',
]);
/** On a day when one period of care ends and another starts, these belong to the one that starts. */
const OPENING = new Set([
  'legal-status-changed',
  'placement-started',
  'long-term-foster-designated',
  'adoption-authorised',
  'placed-for-adoption',
  'iro-allocated',
  'review-planned',
]);
/** What lasts from one event to another. */
interface Lasting {
  readonly opens: EventPattern;
  readonly closes: readonly EventPattern[];
}

/** What may end and be begun anew on one day: the old one ends before the new one begins. */
const RENEWED: readonly Lasting[] = [
  ...MATTERS,
  { opens: { kind: 'adoption-authorised' }, closes: [{ kind: 'adoption-authority-ended' }] },
];
/** What makes room by its end, unless it began on that day and was not going on: then it ends after it began. */
const MAKES_ROOM: readonly Lasting[] = [
  ['placed-for-adoption', 'adoption-placement-ended'],
  ['long-term-foster-designated', 'long-term-foster-ended'],
].map(([opens, closes]) => ({
  opens: { kind: opens! },
  closes: [closes!, ...ENDS_PERIOD].map((kind) => ({ kind })),
}));
const LASTING = [...RENEWED, ...MAKES_ROOM];
/** The kinds of what opens or closes any of them: most facts do neither. */
const OF_LASTING: ReadonlySet<string> = new Set(
  LASTING.flatMap(({ opens, closes }) => [opens, ...closes].map(({ kind }) => kind)),
);
/** On the day care ends they are of that ending: what was awaited when it was recorded is here. */
const OF_THE_ENDING = new Set(['ending-approved', 'iro-consulted-on-ending']);
/** On the day of the manager's answer a dispute comes of it. */
const OF_THE_ANSWER: ReadonlySet<string> = new Set(OF_A_DISPUTE.map(({ kind }) => kind));
/** What tells two events of a kind apart on one day. */
const TELLING_APART: readonly string[] = [
  'ref',
  'stage',
  'review',
  'kind',
  'action',
  'by',
  'document',
  'to',
  'told',
  'of',
];

/** The attributes that tell an event from another of its kind and day: all of them, if it is a pack's own. */
export const tellingApart = (fact: Fact): readonly string[] =>
  fact.own === undefined ? TELLING_APART : Object.keys(fact.own.attributes);

/** What replaces an earlier one of its day is of the same by these. */
export const REPLACED_BY: readonly string[] = ['ref', 'review'];

/** Facts by day, then in the order of one day; an event repeated on a day is read once. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const sorted = byDay(facts);
  const ordered: Fact[] = [];
  let open = false;
  const lasting = new Set<Lasting>();
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.on === sorted[from]!.on) to++;
    const day = to - from === 1 ? [sorted[from]!] : oneDay(sorted.slice(from, to), open, lasting);
    for (const fact of day) {
      if (fact.kind === 'became-looked-after') open = true;
      else if (ENDS_PERIOD.has(fact.kind)) open = false;
      ordered.push(fact);
      if (!OF_LASTING.has(fact.kind)) continue;
      for (const matter of LASTING) {
        if (matchesPattern(fact, matter.opens)) lasting.add(matter);
        else if (isOneOf(matter.closes, fact)) lasting.delete(matter);
      }
    }
    from = to;
  }
  return ordered;
}

/** As they are kept they are by day already. */
function byDay(facts: readonly Fact[]): readonly Fact[] {
  const isByDay = facts.every(({ on }, at) => at === 0 || facts[at - 1]!.on <= on);
  return isByDay ? facts : [...facts].sort((a, b) => compare(a.on, b.on));
}

const isOneOf = (patterns: readonly EventPattern[], fact: Fact): boolean =>
  patterns.some((pattern) => matchesPattern(fact, pattern));

function oneDay(facts: readonly Fact[], open: boolean, lasting: ReadonlySet<Lasting>): Fact[] {
  const on = facts[0]!.on;
  const has = (kind: string): boolean => facts.some((fact) => fact.kind === kind);
  const ends = has('ceased-looked-after');
  const restarts = open && ends && has('became-looked-after');
  const exits = ends && has('exit-review-held');
  const renewed = RENEWED.filter((each) => lasting.has(each)).filter(({ closes }) =>
    facts.some((fact) => isOneOf(closes, fact)),
  );
  const begunToday = MAKES_ROOM.filter((each) => !lasting.has(each) && has(each.opens.kind));
  const sat = (what: MeetingKind): boolean =>
    MEETINGS.some((each) => each.what === what && each.heldBy.some(has)) ||
    (what === 'review' && has('review-adjourned'));

  const rank = (fact: Fact): number => {
    const { kind } = fact;
    if (kind === 'became-looked-after') return restarts ? 80 : 0;
    if (restarts && OPENING.has(kind)) return 90;
    // One that began on this day ends after it; any other makes room.
    if (FIRST.has(kind)) return begunToday.some(({ closes }) => isOneOf(closes, fact)) ? 35 : 10;
    if (ENDS_PERIOD.has(kind)) return 60;
    if (kind === 'exit-review-held') return exits ? 70 : 30;
    const meeting = MEETINGS.find(({ plans }) => plans === kind);
    // The next, fixed on the day of one.
    if (meeting && isForLater(fact, on) && sat(meeting.what)) return 40;
    // A conference held on the day for which it was planned comes after its plan.
    if (meeting?.what === 'conference' && !isForLater(fact, on)) return 20;
    if (renewed.some(({ opens }) => matchesPattern(fact, opens))) return 35;
    // The next check, fixed on the day of one.
    if (kind === 'midway-check-planned' && (fact.attributes.by ?? '') > on && has('midway-checked'))
      return 40;
    if (ends && OF_THE_ENDING.has(kind)) return 65;
    const spec = specOf(fact);
    if (spec?.belongs === 'after') return exits ? 75 : 50;
    if (OF_THE_ANSWER.has(kind) && has('manager-responded')) return exits ? 76 : 51;
    return spec?.belongs === 'before' || spec?.beforeMeeting ? 20 : 30;
  };

  // What a fact says tells it from others of its kind alone.
  const entries = facts.map((fact, at) => {
    const alone = !facts.some(({ kind }, other) => other !== at && kind === fact.kind);
    const place = placeOf(isOfAStage(fact) ? DISPUTE_STAGE_RAISED.kind : fact.kind);
    const stage = stageOrder(fact, facts);
    return { fact, rank: rank(fact), place, stage, alone, written: alone ? '' : attributesWritten(fact) };
  });
  entries.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.place - b.place ||
      compare(a.stage, b.stage) ||
      compare(a.fact.kind, b.fact.kind) ||
      // Of two ends of care on one day the death is the one that counts.
      Number(isDeath(b.fact)) - Number(isDeath(a.fact)) ||
      (a.fact.id ?? 0) - (b.fact.id ?? 0) ||
      compare(a.written, b.written),
  );
  /** What was said last of each thing. */
  const said = new Map<string, string>();
  return entries
    .filter(({ fact, alone, written }) => {
      if (alone) return true;
      const replaces = specOf(fact)?.replaces;
      const names = replaces ? REPLACED_BY : tellingApart(fact);
      const identity = [fact.kind, ...names.map((name) => fact.attributes[name] ?? '')].join('|');
      const last = said.get(identity);
      said.set(identity, written);
      // What replaces an earlier one is a repeat only if it says all that the last one says.
      return replaces ? last !== written : last === undefined;
    })
    .map(({ fact }) => fact);
}

function isForLater(plan: Fact, day: IsoDate): boolean {
  const meeting = plan.attributes.meeting;
  return meeting !== undefined && meeting > day;
}

function attributesWritten(fact: Fact): string {
  return Object.keys(fact.attributes)
    .sort()
    .map((name) => `${name}=${fact.attributes[name]}`)
    .join(' ');
}
