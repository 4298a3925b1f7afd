/**
 * Invented lives: chronologies that could have happened, told step by step from numbers, so that
 * fast-check can shrink them and a seeded generator can make thousands.
 */

import type { Fact } from '../../../src/core/events/fact';
import {
  addDays,
  addMonths,
  birthday,
  daysBetween,
  type IsoDate,
  isoDate,
} from '../../../src/core/time/dates';

/** One step of a life: how many days on, which of the things that can happen, and a number for its detail. */
interface Step {
  readonly gap: number;
  /** From 0 up to, and not including, 1. */
  readonly pick: number;
  readonly detail: number;
}

export interface Life {
  readonly facts: readonly Fact[];
  readonly born: IsoDate | null;
  readonly goLive: IsoDate | null;
  /** The day it is looked at; facts may lie after it. */
  readonly today: IsoDate;
}

/** Days between two things that happen: mostly a few, now and then a season. */
export const GAPS = [0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 14, 20, 30, 45, 60, 91];

/** What ends is read first on a day: these would be of a child who had come back. */
const BEFORE_A_RETURN = ['adoption-review-held', 'placed-for-adoption'];
/** A sitting adjourned on the day a review was completed would be that review's own. */
const REVIEWS = ['review-held', 'adoption-review-held'];
const ORDINARY = ['V2', 'C1', 'C2', 'E1', 'D1'];
const REMAND = ['J1', 'J2', 'J3'];
const SHORT_BREAKS = ['V3', 'V4'];
const CHANGES = ['care-plan', 'placement-end', 'placement-with-parents', 'end-of-accommodation'];
const BEFORE = [
  ...['child-consulted', 'unit-notified', 'sw-iro-discussed', 'invitations-sent'],
  ...['documents-received', 'iro-saw-child'],
];
const AFTER = [
  ...['decisions-sent', 'decisions-received', 'manager-responded', 'care-plan-updated'],
  ...['record-completed', 'record-distributed', 'monitoring-form-completed'],
];

/** What happens beside the timetable: read, and told on the screens, and nothing is owed for it. */
const BESIDE_CARE: readonly (readonly [kind: string, attributes?: Readonly<Record<string, string>>])[] = [
  ['iro-informed', { of: 'a move' }],
  ['iro-named-in-care-plan'],
  ['child-told-of-rights', { told: 'iro,court' }],
  ['child-wishes-court', { adult: 'mother' }],
  ['child-visited', { child: 'seen-alone' }],
  ['meeting-not-needed', { factors: 'settled' }],
  ['care-plan-changed', { emergency: 'a fire' }],
  ['care-plan-changed'],
  ['change-withdrawn', { kind: 'care-plan' }],
  ['change-withdrawn'],
  ['review-call-withdrawn'],
  ['short-break-series-ended'],
  ['short-breaks-exceeded'],
  ['child-wishes-recorded', { hours: 'outside-school' }],
  ['participant-listed', { ref: 'mother', part: 'invited' }],
  ['views-given', { ref: 'mother', how: 'letter' }],
  ['iro-visit-arranged'],
  ['iro-visited'],
  ['list-returned'],
  ['list-amended', { change: 'an aunt' }],
  ['records-current', { household: 'a baby' }],
  ['document-received', { document: 'report' }],
];
const BESIDE_A_REVIEW: typeof BESIDE_CARE = [
  ['decision-made', { ref: '1.1', text: 'a tutor' }],
  ['third-review-endorsed', { name: 'a manager' }],
  ['plans-copied', { to: 'mother' }],
  ['record-sent', { ref: 'mother', record: 'full' }],
  ['poor-practice-raised', { to: 'a manager' }],
  ['good-practice-reported', { to: 'a manager' }],
  ['monitoring-sent', { to: 'the managers' }],
  ['decision-done', { ref: '1.1' }],
  ['decision-overtaken', { ref: '1.1', why: 'a move' }],
  ['recommendation-checked', { ref: '1.1', finding: 'slow' }],
  ['recommendation-escalated', { ref: '1.1', to: 'a manager' }],
];
const BESIDE_ALL: typeof BESIDE_CARE = [
  ['conference-members-asked'],
  ['protection-plan-kept', { why: 'the school' }],
  ['enquiries-ended'],
  ['cafcass-referred', { ref: 'a matter' }],
  ['contact-barred', { ref: 'father', order: 'a non-molestation order' }],
  ['contact-bar-ended', { ref: 'father' }],
  ['review-conference-planned', { meeting: '2028-12-01' }],
  ['conference-reports-received'],
  ['initial-conference-planned', { meeting: '2028-12-01' }],
  ['conference-participant-listed', { ref: 'mother' }],
  ['conference-invitations-sent', { to: 'mother' }],
  ['conference-explained', { by: 'chair' }],
  ['conference-reports-shared', { to: 'mother' }],
  ['conference-cancelled', { reason: 'snow' }],
  ['conference-decision-sent', { to: 'mother' }],
  ['outline-plan-sent', { to: 'mother' }],
  ['support-offered', { kind: 'early-help' }],
  ['plan-outcome-set', { ref: 'P1', text: 'a clean home' }],
  ['conference-member-answered', { ref: 'health', view: 'keep' }],
  ['conference-excluded', { ref: 'father', why: 'threats' }],
  ['conference-exclusion-told', { ref: 'father', how: 'letter' }],
  ['conference-exclusion-lifted', { ref: 'father' }],
  ['conference-support-reminded', { to: 'mother' }],
  ['conference-report-asked', { ref: 'health', by: '2028-12-01' }],
  ['conference-report-received', { ref: 'health' }],
  ['conference-summed-up'],
  ['plan-outcome-closed', { ref: 'P1', how: 'achieved' }],
  ['protection-plan-updated'],
  ['protection-plan-in-care-plan'],
  ['support-answered', { 'taken-up': 'yes' }],
  ['legal-planning-meeting-held'],
];
const OF_ADOPTION: typeof BESIDE_CARE = [
  ['adoption-matched', { with: 'adopter' }],
  ['birth-parent-decided', { ref: 'mother', answer: 'not-invited', why: 'threats' }],
  ['adoption-visited'],
];
const OF_SECURE: typeof BESIDE_CARE = [
  ['secure-panel-appointed', { members: 'a,b,c', chair: 'a', independent: 'c' }],
  ['secure-review-planned', { meeting: '2028-12-01' }],
  ['secure-report-given', { ref: 'mother', said: 'she is settled' }],
  ['secure-outcome-told', { to: 'mother' }],
];
const OF_REMAND: typeof BESIDE_CARE = [
  ['remanded', { to: 'youth-detention' }],
  ['remand-plan-made', { kind: 'detention-placement-plan' }],
  ['remanded', { to: 'local-authority' }],
  ['remand-plan-made', { kind: 'care-plan' }],
  ['remand-ended'],
];
const OF_PATHWAY: typeof BESIDE_CARE = [
  ['personal-adviser-named', { ref: 'adviser' }],
  ['pathway-assessed'],
  ['pathway-copied', { kind: 'plan' }],
  ['pathway-review-asked', { from: 'young-person', reason: 'move' }],
  ['pathway-review-planned', { meeting: '2028-12-01' }],
];
/** Each of the dispute that is chosen; the day that a stage names is given where it is told. */
const OF_A_DISPUTE: typeof BESIDE_CARE = [
  ['dispute-stage-raised', { stage: 'team-manager' }],
  ['dispute-stage-answered', { stage: 'team-manager', answer: 'no' }],
  ['dispute-stage-skipped', { stage: 'team-manager', why: 'on leave' }],
  ['dispute-stage-raised', { stage: 'service-manager', formal: 'yes' }],
  ['dispute-noted', { text: 'a talk' }],
  ['legal-advice-taken', { from: 'a solicitor' }],
  ['cafcass-considered', { outcome: 'not-referred', why: 'it moves' }],
];

interface Now {
  inCare: boolean;
  /** Every period so far. */
  periods: number;
  basis: string;
  planned: boolean;
  adjourned: boolean;
  /** A review of any kind was held, ever. */
  reviewed: boolean;
  /** Reviews of either kind in this period. */
  reviews: number;
  authorised: boolean;
  placed: boolean;
  /** Some lives turn about adoption: placed early, and brought back. */
  readonly aboutAdoption: boolean;
  /** And some about short breaks. */
  readonly aboutBreaks: boolean;
  unplanned: boolean;
  /** Stays of a series of short breaks (V3) that has not ended, and the child is home from one. */
  series: boolean;
  /** Days away in stays of it that ended. */
  away: number;
  atHome: boolean;
  fostered: boolean;
  secure: boolean;
  protected: boolean;
  inCourt: boolean;
  pathway: boolean;
  tracked: string[];
  disputes: string[];
  /** Those not invited, and the child's concerns: raised, and not ended or taken up. */
  kept: string[];
  concerns: string[];
  complaints: string[];
  asked: boolean;
  midway: boolean;
  disagreed: boolean;
  /** What the last ending still awaits. */
  awaited: string[];
  /** The day care last began. */
  began: IsoDate;
  refs: number;
}

type Happening = readonly [weight: number, kind: string, attributes?: Readonly<Record<string, string>>];

const choose = <T>(from: readonly T[], by: number): T => from[by % from.length]!;

/** Now and then what is of the adoption, the secure placement or the remand; else what is of any care. */
function besideCare(now: Now, detail: number): (typeof BESIDE_CARE)[number] {
  const isOfRemand = REMAND.includes(now.basis);
  const own = now.authorised ? OF_ADOPTION : now.secure ? OF_SECURE : isOfRemand ? OF_REMAND : BESIDE_CARE;
  return detail % 6 === 0 ? choose(own, Math.floor(detail / 6)) : choose(BESIDE_CARE, detail);
}

/** Now and then what is of a dispute or of pathway planning; else what needs nothing before it. */
function besideAll(now: Now, by: IsoDate, detail: number): (typeof BESIDE_CARE)[number] {
  const at = Math.floor(detail / 3);
  if (detail % 3 === 0 && now.disputes.length > 0) {
    const [kind, said] = choose(OF_A_DISPUTE, at);
    const named = kind === 'dispute-stage-raised' && at % 3 !== 0 ? { by } : {};
    return [kind, { ref: choose(now.disputes, at), ...said, ...named }];
  }
  if (detail % 3 === 1 && now.pathway) return choose(OF_PATHWAY, at);
  return choose(BESIDE_ALL, detail);
}

/** Everything that can happen next, each with its weight. */
function possible(now: Now, day: IsoDate, detail: number): Happening[] {
  const by = addDays(day, detail % 60);
  const dated = (number: number, on: IsoDate): Record<string, string> => (number % 4 === 1 ? {} : { by: on });
  const can: Happening[] = [
    [1, detail % 3 === 0 ? 'transfer-in-notified' : 'strategy-discussion'],
    [1, now.protected ? 'core-group-held' : 'initial-conference-held'],
    [1, 'dispute-opened', { ref: `matter-${now.refs}` }],
    [1, 'dispute-made-formal', { ref: `matter-${now.refs}` }],
  ];
  can.push([1, now.inCourt ? 'proceedings-ended' : 'proceedings-started']);
  can.push([1, ...besideAll(now, by, detail)]);
  if (now.reviewed) can.push([3, ...choose(BESIDE_A_REVIEW, detail)]);
  if (now.inCare) can.push([4, ...besideCare(now, detail)]);
  if (now.protected) {
    can.push([2, 'review-conference-held', detail % 3 === 0 ? { outcome: 'end' } : {}]);
    can.push([1, 'protection-plan-ended']);
  }
  if (now.disputes.length > 0) can.push([1, 'dispute-resolved', { ref: choose(now.disputes, detail) }]);
  if (now.reviewed) {
    for (const kind of AFTER) {
      const answer = kind === 'manager-responded' && detail % 2 === 0 ? { answer: 'disagreed' } : {};
      can.push([2, kind, answer]);
    }
  }
  if (now.disagreed) can.push([2, 'disagreement-resolved', { how: 'they met' }]);
  can.push([1, 'complaint-made', { ref: `matter-${now.refs}` }]);
  if (now.complaints.length > 0) can.push([2, 'complaint-answered', { ref: choose(now.complaints, detail) }]);
  for (const kind of now.awaited)
    can.push([3, kind, kind === 'ending-approved' ? { 'approved-by': 'x' } : {}]);
  if (now.kept.length > 0) {
    const ref = choose(now.kept, detail);
    const look = detail % 3 === 0 ? { outcome: 'ended' } : { outcome: 'kept', ...dated(detail, by) };
    can.push([3, 'exclusion-looked-at', { ref, ...look }], [2, 'written-reasons-sent', { ref }]);
  }
  const settles = choose(['early-review-decide', 'child-concern', 'disagreement', 'complaint'], detail);
  can.push([1, 'action-settled', { action: settles }]);
  can.push([
    1,
    now.pathway ? choose(['pathway-plan-reviewed', 'pathway-ended'], detail) : 'pathway-plan-made',
  ]);
  if (!now.inCare) {
    if (now.unplanned) {
      can.push([4, 'exit-review-held'], [2, 'exit-review-planned', { meeting: addDays(day, detail % 45) }]);
    }
    if (now.atHome) {
      can.push([12, 'review-held'], [4, 'review-planned', { meeting: addDays(day, detail % 45) }]);
      can.push([30, 'became-looked-after', { basis: 'V3' }], [3, 'iro-allocated']);
      can.push([3, 'became-looked-after', { basis: choose(ORDINARY, detail) }]);
      can.push([8, 'short-break-series-ended'], ...BEFORE.map((kind): Happening => [1, kind]));
      return can;
    }
    const ordinaryOnly = detail % 10 < 6;
    const basis = now.aboutBreaks
      ? 'V3'
      : ordinaryOnly
        ? choose(ORDINARY, detail)
        : choose([...SHORT_BREAKS, ...REMAND], detail);
    const start = now.periods === 0 && detail % 7 === 0 ? { start: 'before' } : {};
    const named = detail % 3 === 0 && basis === 'V2' ? {} : { basis };
    can.push([30, 'became-looked-after', { ...named, ...start }]);
    return can;
  }
  const ordinary = !now.placed || REMAND.includes(now.basis);
  can.push([4, 'iro-allocated'], [1, 'iro-changed'], [1, 'placement-started']);
  can.push([1, 'placement-ended', detail % 3 === 0 ? { emergency: 'a fire' } : {}]);
  can.push([8, 'review-planned', { meeting: addDays(day, detail % 45) }]);
  for (const kind of BEFORE) can.push([2, kind]);
  if (now.planned) can.push([2, 'review-cancelled']);
  const isAdoption = now.authorised && detail % 3 === 0;
  if (!now.adjourned) can.push([3, 'review-adjourned', isAdoption ? { kind: 'adoption' } : {}]);
  if (ordinary) {
    const papers = detail % 5 === 0 ? { meeting: 'no' } : {};
    const number = now.reviews === 0 && detail % 6 === 0 ? { number: String(1 + (detail % 4)) } : {};
    can.push([12, 'review-held', { ...papers, ...number }]);
    const change = choose(CHANGES, detail);
    can.push([3, 'change-proposed', { kind: change, ...(detail % 4 === 0 ? {} : { by }) }]);
    can.push([1, 'review-called', { reason: 'a move', ...(detail % 4 === 0 ? {} : { by }) }]);
    can.push([1, 'placed-with-parents', detail % 3 === 0 ? {} : { immediate: 'yes' }]);
  }
  if (!now.placed) {
    can.push([
      1,
      'legal-status-changed',
      { basis: choose([...ORDINARY, ...SHORT_BREAKS, ...REMAND], detail) },
    ]);
    can.push([1, now.fostered ? 'long-term-foster-ended' : 'long-term-foster-designated']);
    const isShort = SHORT_BREAKS.includes(now.basis) || now.series;
    if (isShort) can.push([now.aboutBreaks ? 60 : now.series ? 12 : 1, 'ceased-looked-after']);
    else if (!now.authorised) can.push([now.aboutAdoption ? 20 : 1, 'adoption-authorised']);
    else can.push([now.aboutAdoption ? 15 : 3, 'placed-for-adoption'], [1, 'adoption-authority-ended']);
  } else {
    can.push([now.aboutAdoption ? 12 : 1, 'adoption-placement-ended']);
    can.push([1, 'adoption-order-made']);
  }
  if (!ordinary || now.authorised) can.push([8, 'adoption-review-held']);
  can.push([
    1,
    now.secure
      ? choose(['secure-review-held', 'secure-placement-ended'], detail)
      : 'secure-placement-started',
  ]);
  const whom = now.kept.length > 0 && detail % 2 === 0 ? choose(now.kept, detail) : `matter-${now.refs}`;
  can.push([2, 'not-invited', { ref: whom, concern: 'threats', ...dated(detail, by) }]);
  can.push([2, 'early-review-asked', { 'asked-by': 'mother', reason: 'contact' }]);
  if (now.asked) can.push([2, 'early-review-refused', { why: 'soon enough' }]);
  can.push([2, 'midway-check-planned', { by }]);
  if (now.midway) can.push([2, 'midway-checked', { findings: 'on course' }]);
  can.push([1, 'child-concern-raised', { ref: `matter-${now.refs}` }]);
  if (now.concerns.length > 0) {
    can.push([2, 'child-concern-taken-up', { ref: choose(now.concerns, detail) }]);
  }
  can.push([1, 'recommendation-tracked', { by, ref: `matter-${now.refs}` }]);
  if (now.tracked.length > 0) can.push([1, 'recommendation-resolved', { ref: choose(now.tracked, detail) }]);
  const before = addDays(day, -(detail % 9));
  const awaits = choose(
    [
      { approval: 'awaited', consultation: 'awaited' },
      { 'approved-by': 'x', 'iro-consulted': before < now.began ? now.began : before },
      {},
    ],
    detail,
  );
  const home = detail % 4 === 0 ? { reason: 'E4B' } : {};
  can.push([
    2,
    'ceased-looked-after',
    { ...(detail % 2 === 0 ? { unplanned: 'yes' } : {}), ...home, ...awaits },
  ]);
  return can;
}

function happen(now: Now, kind: string, attributes: Readonly<Record<string, string>>): void {
  switch (kind) {
    case 'became-looked-after':
      now.inCare = true;
      if (now.atHome && attributes.basis === 'V3') {
        now.atHome = false;
        break;
      }
      Object.assign(now, { atHome: false, series: attributes.basis === 'V3', away: 0 });
      Object.assign(now, { inCare: true, basis: attributes.basis ?? '', planned: false, adjourned: false });
      Object.assign(now, { reviews: 0, placed: false, authorised: false, unplanned: false });
      Object.assign(now, { asked: false, midway: false, concerns: [], awaited: [] });
      now.periods++;
      break;
    case 'short-breaks-exceeded':
      now.series = false;
      break;
    case 'short-break-series-ended':
      Object.assign(now, { series: false, atHome: false });
      break;
    case 'ceased-looked-after':
      if (now.series) {
        Object.assign(now, { inCare: false, atHome: true, placed: false, secure: false });
        break;
      }
      Object.assign(now, { inCare: false, planned: false, placed: false, secure: false });
      now.unplanned = attributes.unplanned === 'yes';
      now.awaited = attributes.approval ? ['ending-approved', 'iro-consulted-on-ending'] : [];
      break;
    case 'legal-status-changed':
      now.basis = attributes.basis!;
      if (!SHORT_BREAKS.includes(now.basis)) now.series = false;
      break;
    case 'review-planned':
      now.planned = true;
      break;
    case 'review-cancelled':
      now.planned = false;
      break;
    case 'review-adjourned':
      Object.assign(now, { adjourned: true, planned: false });
      break;
    case 'review-held':
    case 'adoption-review-held':
      Object.assign(now, { adjourned: false, planned: false, reviewed: true });
      now.reviews++;
      break;
    case 'exit-review-held':
      Object.assign(now, { unplanned: false, reviewed: true });
      break;
    case 'ending-approved':
    case 'iro-consulted-on-ending':
      now.awaited = now.awaited.filter((awaited) => awaited !== kind);
      break;
    case 'not-invited':
      if (!now.kept.includes(attributes.ref!)) now.kept.push(`matter-${now.refs++}`);
      break;
    case 'exclusion-looked-at':
      if (attributes.outcome === 'ended') now.kept = now.kept.filter((ref) => ref !== attributes.ref);
      break;
    case 'child-concern-raised':
      now.concerns.push(`matter-${now.refs++}`);
      break;
    case 'complaint-made':
      now.complaints.push(`matter-${now.refs++}`);
      break;
    case 'early-review-asked':
      now.asked = true;
      break;
    case 'midway-check-planned':
      now.midway = true;
      break;
    case 'manager-responded':
      now.disagreed = attributes.answer === 'disagreed';
      break;
    case 'adoption-authority-ended':
      now.authorised = false;
      break;
    case 'adoption-authorised':
      now.authorised = true;
      break;
    case 'placed-for-adoption':
      now.placed = true;
      break;
    case 'adoption-placement-ended':
      now.placed = false;
      break;
    case 'long-term-foster-designated':
    case 'long-term-foster-ended':
      now.fostered = kind === 'long-term-foster-designated';
      break;
    case 'secure-placement-started':
    case 'secure-placement-ended':
      now.secure = kind === 'secure-placement-started';
      break;
    case 'initial-conference-held':
    case 'protection-plan-ended':
      now.protected = kind === 'initial-conference-held';
      break;
    case 'review-conference-held':
      now.protected = attributes.outcome !== 'end';
      break;
    case 'proceedings-started':
    case 'proceedings-ended':
      now.inCourt = kind === 'proceedings-started';
      break;
    case 'pathway-plan-made':
    case 'pathway-ended':
      now.pathway = kind === 'pathway-plan-made';
      break;
    case 'recommendation-tracked':
      now.tracked.push(`matter-${now.refs++}`);
      break;
    case 'recommendation-resolved':
      now.tracked = now.tracked.filter((ref) => ref !== attributes.ref);
      break;
    case 'dispute-opened':
    case 'dispute-made-formal':
      now.disputes.push(`matter-${now.refs++}`);
      break;
    case 'dispute-resolved':
      now.disputes = now.disputes.filter((ref) => ref !== attributes.ref);
      break;
  }
}

interface Telling {
  readonly start: IsoDate;
  /** Days from the start of the story to the 18th birthday; null where the birth is not known. */
  readonly adultIn: number | null;
  /** Days from the start of the story to go-live; null where there is none. */
  readonly liveIn: number | null;
  /** Which of the days of the life it is looked at, and how long after. */
  readonly lookAt: number;
  readonly steps: readonly Step[];
}

function weighed(can: readonly Happening[], pick: number): Happening {
  let place = pick * can.reduce((sum, [weight]) => sum + weight, 0);
  for (const happening of can) {
    place -= happening[0];
    if (place < 0) return happening;
  }
  return can[0]!;
}

/** Lives end while the bank holidays are still published. */
const LAST = isoDate('2028-06-30');

/** Tells a life that could have happened. Nothing of one kind happens twice on a day, or care after 18. */
export function tell({ start, adultIn, liveIn, lookAt, steps }: Telling): Life {
  const born = adultIn === null ? null : addMonths(addDays(start, adultIn), -18 * 12);
  const adultOn = born === null ? null : birthday(born, 18);
  const facts: Fact[] = [];
  const now: Now = {
    ...{
      inCare: false,
      periods: 0,
      basis: '',
      planned: false,
      adjourned: false,
      reviewed: false,
      reviews: 0,
    },
    aboutAdoption: lookAt % 6 === 5,
    aboutBreaks: lookAt % 6 === 4,
    ...{
      authorised: false,
      placed: false,
      unplanned: false,
      series: false,
      away: 0,
      atHome: false,
      fostered: false,
      secure: false,
    },
    ...{ protected: false, inCourt: false, pathway: false, tracked: [], disputes: [], refs: 1 },
    ...{ kept: [], concerns: [], complaints: [], asked: false, midway: false },
    ...{ disagreed: false, awaited: [], began: start },
  };
  let day = start;
  let ofToday = new Set<string>();
  for (const { gap, pick, detail } of steps) {
    if (gap > 0) ofToday = new Set();
    day = addDays(day, gap);
    if (day > LAST) break;
    const can = possible(now, day, detail).filter(
      ([, kind]) =>
        !ofToday.has(kind) &&
        !(kind === 'became-looked-after' && adultOn !== null && day >= adultOn) &&
        !(kind === 'review-adjourned' && REVIEWS.some((review) => ofToday.has(review))) &&
        !(kind === 'adoption-review-held' && ofToday.has('review-adjourned')) &&
        !(kind === 'adoption-placement-ended' && BEFORE_A_RETURN.some((other) => ofToday.has(other))),
    );
    const happening = weighed(can, pick);
    const [, kind, attributes = {}] = happening;
    // Coming back on the day of leaving starts afresh; nothing else follows the end of care on its day.
    const add = (what: string, how: Readonly<Record<string, string>>): void => {
      facts.push({ on: day, kind: what, attributes: how });
      ofToday.add(what);
      if (what === 'ceased-looked-after') {
        const stay = daysBetween(now.began, day);
        now.away += stay;
        // More than regulation 48 allows, so that its series is over: 75 days of any time are enough here.
        if (stay > 17 || now.away > 75) now.series = false;
      }
      happen(now, what, how);
      if (what === 'became-looked-after') now.began = day;
    };
    add(kind, attributes);
    if (kind === 'adoption-order-made' && !ofToday.has('ceased-looked-after')) add('ceased-looked-after', {});
    // What came before the ending, entered after it.
    if (kind === 'ceased-looked-after' && detail % 4 === 1) {
      const before = addDays(day, -(detail % 9));
      const on = before < now.began ? now.began : before;
      facts.push({ on, kind: 'ending-approved', attributes: { 'approved-by': 'x' } });
      facts.push({ on, kind: 'iro-consulted-on-ending', attributes: {} });
    }
    if (kind === 'ceased-looked-after' || kind === 'adoption-order-made') {
      day = addDays(day, 1);
      ofToday = new Set();
    }
  }
  // Nothing follows a death.
  if (lookAt % 8 === 0 && facts.length > 0) facts.push({ on: day, kind: 'child-died', attributes: {} });
  const last = facts.at(-1)?.on ?? start;
  const middle = facts[lookAt % Math.max(facts.length, 1)]?.on ?? start;
  return {
    facts,
    born,
    goLive: liveIn === null ? null : addDays(start, liveIn),
    today: lookAt % 3 === 0 ? addDays(last, lookAt % 200) : addDays(middle, lookAt % 40),
  };
}

/** Numbers from a seed, from 0 up to 1: the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The life of a seed, begun between 2015 and 2026. */
export function lifeOf(seed: number): Life {
  const random = seeded(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const steps: Step[] = [];
  for (let left = 3 + upTo(45); left > 0; left--) {
    steps.push({ gap: choose(GAPS, upTo(1000)), pick: random(), detail: upTo(1000) });
  }
  return tell({
    start: addDays(isoDate('2015-01-01'), upTo(11 * 365)),
    adultIn: upTo(3) === 0 ? 30 + upTo(800) : null,
    liveIn: upTo(3) === 0 ? upTo(400) : null,
    lookAt: upTo(1000),
    steps,
  });
}
