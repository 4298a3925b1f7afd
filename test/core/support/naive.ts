/**
 * A second count of the reviews of a looked-after child, the steps before a meeting, the duties after
 * a review, and what is to be done of an exclusion, a request, a check or an ending, written from the law and the procedure alone. It shares nothing with the program:
 * its own dates, its own working days (one after another, from gov.uk's list as published), and its
 * own way of getting there. The program asks of each duty what became of it; this walks the days
 * forward with the duties owed in hand.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface NaiveFact {
  readonly on: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface NaiveLife {
  readonly facts: readonly NaiveFact[];
  readonly born: string | null;
  readonly goLive: string | null;
  readonly today: string;
}

const MILLISECONDS = 86_400_000;
/** A day is a number here: days since 1 January 1970. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;
export const written = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

const published = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../data/govuk/bank-holidays.json', import.meta.url)), 'utf8'),
) as { 'england-and-wales': { events: { date: string }[] } };
const holidays = new Set(published['england-and-wales'].events.map(({ date }) => date));

function works(day: number): boolean {
  const weekday = new Date(day * MILLISECONDS).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(written(day));
}

/** The Nth working day after a day (negative: before), which is itself not counted. */
export function workingDays(from: number, count: number): number {
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += Math.sign(count);
    if (works(day)) left--;
  }
  return day;
}

/** The same day number some months on, or that month's last day. */
export function months(from: number, count: number): number {
  const [year, month, day] = written(from).split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + count, Math.min(day, last)) / MILLISECONDS;
}

export function eighteenth(born: string): number {
  const on = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  return written(dayOf(on)) === on ? dayOf(on) : dayOf(`${on.slice(0, 4)}-03-01`);
}

interface Meeting {
  readonly on: number;
  /** Of an ending that was not planned: never one with another review. */
  readonly exit: boolean;
}

interface Owed {
  readonly rule: string;
  readonly due: number;
  readonly arose: number;
  readonly metBy: string;
  /** A step before this plan's meeting. */
  readonly plan: number | null;
  /** A duty after this meeting. */
  readonly meeting: Meeting | null;
  readonly compressed: boolean;
  /** The day it is counted from, of a review in the chain. */
  readonly from?: number;
  /** The change that is to wait for it. */
  readonly change?: string;
  /** The day on which that change was carried out, with no review by then. */
  carriedOn?: number;
  met: number | null;
  ended: number | null;
  missed: boolean;
}

const isOver = ({ met, ended }: Owed): boolean => met !== null || ended !== null;

/** [rule, working days before the meeting, what meets it, asked again for the second sitting] */
const STEPS: readonly (readonly [string, number, string, boolean])[] = [
  ['child-consult', 20, 'child-consulted', false],
  ['sw-iro-discuss', 15, 'sw-iro-discussed', false],
  ['invite', 10, 'invitations-sent', true],
  ['documents', 3, 'documents-received', true],
  ['see-child', 0, 'iro-saw-child', false],
];
const RECORDS: readonly (readonly [string, number, string])[] = [
  ['decisions-record', 5, 'decisions-sent'],
  ['care-plan-update', 10, 'care-plan-updated'],
  ['record-full', 15, 'record-completed'],
  ['record-distribute', 20, 'record-distributed'],
];
/** They come before care ends, and are nobody's chain. */
const OF_AN_ENDING = ['ending-approval', 'ending-iro-consulted'];
const CHAIN = [
  ...['iro-allocate', 'review-first', 'review-second', 'review-later', 'review-resume', 'review-early'],
  ...['review-before-change', 'review-placed-home', 'short-break-review-first', 'short-break-review-later'],
  ...['not-invited-look-again', 'midway-check', 'review-meeting-yearly'],
];
/** What is asked without a day, and whether its force is practice, and whether the end of care ends it. */
const ASKS: Readonly<Record<string, readonly [practice: boolean, endsWithCare: boolean]>> = {
  'not-invited-reasons': [false, false],
  // Where no day was fixed.
  'not-invited-look-again': [true, true],
  'early-review-decide': [false, true],
  'child-concern': [true, true],
  disagreement: [true, false],
  complaint: [true, false],
  'ending-approval': [false, false],
  'ending-iro-consulted': [false, false],
};
export const ASKED: ReadonlySet<string> = new Set(Object.keys(ASKS));
/** What goes on after care, and not after a death or the 18th birthday. */
const ENDS_AT_A_DEATH = ['not-invited-reasons', 'ending-approval', 'ending-iro-consulted'];
/** Those of a day that a council has from its own practice. */
const PRACTICE = ['iro-allocate', 'not-invited-look-again', 'midway-check'];
/** Every rule that is counted here. */
export const COUNTED: ReadonlySet<string> = new Set([
  ...CHAIN,
  ...STEPS.map(([rule]) => rule),
  ...RECORDS.map(([rule]) => rule),
  ...['manager-response', 'unit-notice', 'monitoring-form'],
  ...OF_AN_ENDING,
]);

// What makes room comes first, then the steps before a meeting, then the rest as the list has it.
const ROOM = ['placement-ended', 'long-term-foster-ended', 'adoption-placement-ended', 'review-cancelled'];
const TABLE = [
  ...[
    'legal-status-changed',
    'iro-allocated',
    'long-term-foster-designated',
    'child-concern-raised',
    'child-concern-taken-up',
  ],
  ...['review-planned', 'early-review-asked', 'early-review-refused', 'review-called'],
  ...['change-proposed', 'placed-with-parents', 'review-adjourned', 'review-held', 'exit-review-held'],
  ...['written-reasons-sent', 'exclusion-looked-at', 'midway-check-planned', 'midway-checked'],
  ...['adoption-authorised', 'adoption-review-held', 'placed-for-adoption', 'adoption-order-made'],
  ...['change-withdrawn', 'review-call-withdrawn', 'care-plan-changed'],
  ...['short-break-series-ended', 'short-breaks-exceeded'],
  ...['complaint-made', 'complaint-answered', 'action-settled'],
  // A review of either kind, and then what follows it.
  ...['decisions-sent', 'decisions-received', 'manager-responded', 'disagreement-resolved'],
  ...['dispute-opened', 'care-plan-updated', 'record-completed'],
  ...['record-distributed', 'monitoring-form-completed', 'ceased-looked-after', 'child-died'],
  ...['ending-approved', 'iro-consulted-on-ending'],
];
/** What puts each kind of change into effect. */
const PUTS_INTO_EFFECT: Readonly<Record<string, readonly string[]>> = {
  'care-plan-changed': ['care-plan'],
  'placement-ended': ['placement-end'],
  'placed-with-parents': ['placement-with-parents'],
  'ceased-looked-after': ['end-of-accommodation', 'end-of-detention'],
};
const OF_REVIEWS = ['review-planned', 'review-held', 'iro-allocated'];
const BEFORE = [...STEPS.map(([, , kind]) => kind), 'unit-notified', 'not-invited'];

function place(fact: NaiveFact, day: readonly NaiveFact[], fostered: boolean): number {
  if (fact.kind === 'became-looked-after') return -1;
  // Begun and ended on this day: there was none before to make room.
  if (fact.kind === 'long-term-foster-ended' && !fostered) {
    return 10 + TABLE.indexOf('long-term-foster-designated') + 0.5;
  }
  if (ROOM.includes(fact.kind)) return 0;
  if (BEFORE.includes(fact.kind)) return 1;
  const sat = day.some(({ kind }) =>
    ['review-held', 'adoption-review-held', 'review-adjourned'].includes(kind),
  );
  if (fact.kind === 'review-planned' && sat && fact.attributes.meeting! > fact.on) {
    return 10 + TABLE.indexOf('action-settled') + 0.5;
  }
  // The next check, fixed on the day of one.
  if (fact.kind === 'midway-check-planned' && fact.attributes.by! > fact.on) {
    return 10 + TABLE.indexOf('midway-checked') + 0.5;
  }
  const at = TABLE.indexOf(fact.kind);
  return at < 0 ? 5 : 10 + at;
}

function inOrder(facts: readonly NaiveFact[]): NaiveFact[] {
  const days = new Map<string, NaiveFact[]>();
  for (const fact of facts) days.set(fact.on, [...(days.get(fact.on) ?? []), fact]);
  let fostered = false;
  return [...days.keys()].sort().flatMap((on) => {
    const day = days.get(on)!;
    const before = fostered;
    const ordered = [...day].sort((a, b) => place(a, day, before) - place(b, day, before));
    for (const { kind } of ordered) {
      if (kind === 'long-term-foster-designated') fostered = true;
      if (['long-term-foster-ended', 'ceased-looked-after', 'child-died'].includes(kind)) fostered = false;
    }
    return ordered;
  });
}

/**
 * Of stays that are over: the day from which one had gone on for more than seventeen days, or the series had
 * come to more than seventy-five in twelve months. It comes first on its day.
 */
function withTooMuch(facts: readonly NaiveFact[]): NaiveFact[] {
  const all = [...facts];
  /** The nights away of the series, and the first of the stay that goes on. */
  let nights: number[] = [];
  let since: number | null = null;
  let inCare = false;
  for (const { kind, attributes, on } of facts) {
    if (kind === 'became-looked-after') {
      if (attributes.basis !== 'V3') nights = [];
      if (attributes.basis === 'V3' && !inCare) since = dayOf(on);
      inCare = true;
    }
    const isNoLonger = kind === 'legal-status-changed' && attributes.basis !== 'V3';
    if (isNoLonger || ['short-breaks-exceeded', 'short-break-series-ended'].includes(kind)) {
      [nights, since] = [[], null];
    }
    if (kind !== 'ceased-looked-after' && kind !== 'child-died') continue;
    inCare = false;
    for (let night = since ?? Number.POSITIVE_INFINITY; night < dayOf(on); night++) {
      nights.push(night);
      const day = night + 1;
      const inYear = nights.filter((each) => each >= months(day, -12)).length;
      if (day - since! <= 17 && inYear <= 75) continue;
      const at = all.findIndex((fact) => dayOf(fact.on) >= day);
      all.splice(at, 0, { on: written(day), kind: 'short-breaks-exceeded', attributes: {} });
      nights = [];
      break;
    }
    since = null;
  }
  return all;
}

/** Walks the days of a life up to today. */
class Walk {
  owed: Owed[] = [];
  inCare = false;
  /** The day this period of care began. */
  began = 0;
  placed = false;
  adult = false;
  /** Adopted, and the end of care perhaps not recorded yet. */
  adopted = false;
  remanded = false;
  status = '';
  shortBreaks = false;
  /** The day the long-term foster placement began. */
  fostered: number | null = null;
  /** Care began before the unit knew, and no review is recorded yet. */
  unknownStart = false;
  /** Reviews on the ordinary clock that count towards which one is next. */
  held = 0;
  /** When the clock began (null before the unit knew) that an adoption placement breaks off, and the meetings since, of either kind. */
  clockBegan: number | null = null;
  meetings: number[] = [];
  /** Numbered as if others came before it that nobody recorded. */
  unrecorded = false;
  /** Short breaks of which each stay is recorded (V3), and the child is at home between two of them. */
  series = false;
  atHome = false;
  sat: number | null = null;
  /** What sat was said to be an adoption review. */
  satForAdoption = false;
  /** The last review of either kind, from its first sitting. */
  last: number | null = null;
  /** The last time each kind of change was put into effect. */
  effects = new Map<string, { on: number; lawful: boolean }>();
  plans = 0;
  /** A meeting is planned, and nothing has been said of it yet. */
  expected = false;
  meeting: Meeting | null = null;
  /** What is asked without a day: of whom or what, since when, after which meeting. */
  asks: { rule: string; ref: string; since: number; meeting: Meeting | null }[] = [];
  /** The fact by which the care that goes on will end. */
  coming: NaiveFact | undefined;
  /** What came before the ending to come: since when it is so. */
  beforeEnding = new Map<string, number>();
  /** Steps done since the last review: the first day, and the last, of each. */
  done = new Map<string, { first: number; days: number[] }>();

  constructor(
    readonly york: boolean,
    readonly goLive: number | null,
  ) {}

  owe(rule: string, arose: number, due: number, metBy: string, of: Partial<Owed> = {}): Owed | null {
    const forgiven = PRACTICE.includes(rule) || !(CHAIN.includes(rule) || OF_AN_ENDING.includes(rule));
    if (forgiven && this.goLive !== null && arose < this.goLive) return null;
    const state = { plan: null, meeting: null, compressed: false, met: null, ended: null, missed: false };
    const duty = { rule, arose, due, metBy, ...state, ...of };
    this.owed.push(duty);
    return duty;
  }

  /** No duty of a looked-after child arises while placed for adoption, or from 18. */
  get clockRuns(): boolean {
    return !this.adult && !this.adopted && (!this.placed || this.remanded);
  }

  open(test: (duty: Owed) => boolean): Owed[] {
    return this.owed.filter((duty) => !isOver(duty) && test(duty));
  }

  meet(kind: string, on: number, test: (duty: Owed) => boolean = () => true): void {
    for (const duty of this.open((each) => each.metBy === kind && test(each))) duty.met = on;
  }

  ask(rule: string, since: number, ref = ''): void {
    const [practice, endsWithCare] = ASKS[rule]!;
    if (practice && this.goLive !== null && since < this.goLive) return;
    if (endsWithCare && !(this.clockRuns && this.inCare)) return;
    if (this.adult && ENDS_AT_A_DEATH.includes(rule)) return;
    this.asks.push({ rule, ref, since, meeting: this.meeting });
  }

  answered(rule: string, ref = '', meeting?: Meeting | null): void {
    this.asks = this.asks.filter(
      (ask) => ask.rule !== rule || ask.ref !== ref || (meeting !== undefined && ask.meeting !== meeting),
    );
  }

  /** To be looked at again on the day fixed, or with no day. */
  lookAgain(on: number, ref: string, by: string | undefined): void {
    if (by === undefined) this.ask('not-invited-look-again', on, ref);
    else if (this.clockRuns && this.inCare) {
      this.owe('not-invited-look-again', on, dayOf(by), `exclusion-looked-at ${ref}`);
    }
  }

  endSteps(on: number, held: boolean): void {
    for (const duty of this.open((each) => each.plan !== null)) {
      duty.ended = on;
      if (!held || duty.rule !== 'see-child') continue;
      // Of a child placed for adoption the regulation asks nothing, so nothing of it was missed.
      if (this.placed && !this.remanded) duty.ended = Math.min(on, duty.due);
      else duty.missed = true;
    }
    this.plans++;
    this.expected = false;
  }

  /** A review is held: the child was to be seen before it, planned or not. */
  unplanned(on: number): void {
    if (this.expected || this.meeting?.on === on || this.adult) return;
    if (this.placed && !this.remanded) return;
    const duty = this.owe('see-child', on, on, 'iro-saw-child', { plan: this.plans });
    if (duty) duty.met = this.done.get('iro-saw-child')?.first ?? null;
  }

  /** The steps are over, but a child not yet seen is to be seen before the review that sat is completed. */
  sitOn(on: number, sat: number | null): void {
    const unseen = sat !== null && !this.done.has('iro-saw-child');
    if (unseen)
      this.owed = this.owed.filter((duty) => duty.rule !== 'see-child' || duty.plan === null || isOver(duty));
    this.endSteps(on, false);
    this.expected = sat !== null;
    if (unseen && !this.adult) {
      const last = workingDays(sat, 20);
      // Called off when the last day had gone, it is due at once.
      const of = { plan: this.plans, compressed: last < on };
      this.owe('see-child', on, Math.max(last, on), 'iro-saw-child', of);
    }
  }

  /** There is no child any more of whom it could be asked. */
  endWithTheChild(): void {
    this.asks = this.asks.filter(({ rule }) => !ENDS_AT_A_DEATH.includes(rule));
  }

  endCare(on: number, ends: (rule: string) => boolean = () => true): void {
    for (const duty of this.open((each) => CHAIN.includes(each.rule) && ends(each.rule))) duty.ended = on;
    this.asks = this.asks.filter(({ rule }) => !ASKS[rule]![1]);
    this.endSteps(on, false);
  }

  /** A change was made that a review was to come before: without one it is too late for it. */
  putIntoEffect(change: string, on: number, lawful: boolean): void {
    this.effects.set(change, { on, lawful });
    for (const duty of this.open((each) => each.change === change)) {
      duty.carriedOn = duty.ended = on;
      duty.missed = !lawful;
    }
  }

  /** A review on the day of a change came before it. */
  heldInTime(on: number): void {
    for (const duty of this.owed) {
      if (duty.carriedOn !== on || duty.met !== null) continue;
      duty.met = on;
      duty.ended = null;
      duty.missed = false;
    }
  }

  read({ kind, attributes, on: date }: NaiveFact): void {
    const on = dayOf(date);
    // A parent took the child home, or it could not wait.
    const { reason = '', emergency, immediate } = attributes;
    const lawful = reason === 'E4B' || reason === 'E2' || emergency !== undefined || immediate === 'yes';
    if (this.inCare && !this.adult) {
      // A stay of a series that is over is no end of accommodation.
      const isStay = this.series && kind === 'ceased-looked-after';
      for (const change of isStay ? [] : (PUTS_INTO_EFFECT[kind] ?? []))
        this.putIntoEffect(change, on, lawful);
    }
    // A series may have come to an end of itself: what is of its reviews then falls outside care.
    if (!this.inCare && (OF_REVIEWS.includes(kind) || BEFORE.includes(kind))) return;
    if (BEFORE.includes(kind)) this.step(kind, on);
    switch (kind) {
      case 'became-looked-after':
        this.begin(on, attributes);
        break;
      case 'long-term-foster-designated':
        this.fostered ??= on;
        break;
      case 'long-term-foster-ended':
        this.fostered = null;
        for (const duty of this.open(({ rule }) => rule === 'review-meeting-yearly')) duty.ended = on;
        break;
      case 'legal-status-changed':
        if (this.placed && this.remanded && !attributes.basis!.startsWith('J')) {
          this.endCare(on, (rule) => rule !== 'iro-allocate');
        }
        this.remanded = attributes.basis!.startsWith('J');
        this.status = attributes.basis!;
        if (!['V3', 'V4'].includes(attributes.basis!)) this.ordinary(on);
        // Stays are no longer recorded: the end of care is that.
        if (attributes.basis === 'V4') this.series = false;
        break;
      case 'iro-allocated':
        this.meet(kind, on);
        break;
      case 'review-planned':
        this.plan(on, dayOf(attributes.meeting!));
        break;
      case 'review-cancelled':
        this.sitOn(on, this.sat);
        break;
      case 'not-invited': {
        const ref = attributes.ref!;
        this.answered('not-invited-reasons', ref);
        this.answered('not-invited-look-again', ref);
        this.owed = this.owed.filter((duty) => duty.metBy !== `exclusion-looked-at ${ref}` || isOver(duty));
        this.ask('not-invited-reasons', on, ref);
        this.lookAgain(on, ref, attributes.by);
        break;
      }
      case 'written-reasons-sent':
        this.answered('not-invited-reasons', attributes.ref);
        break;
      case 'exclusion-looked-at': {
        const ref = attributes.ref!;
        this.answered('not-invited-look-again', ref);
        this.meet(`${kind} ${ref}`, on);
        if (attributes.outcome === 'kept') this.lookAgain(on, ref, attributes.by);
        break;
      }
      case 'midway-check-planned':
        this.owed = this.owed.filter((duty) => duty.rule !== 'midway-check' || isOver(duty));
        if (this.clockRuns) this.owe('midway-check', on, dayOf(attributes.by!), 'midway-checked');
        break;
      case 'midway-checked':
        this.meet(kind, on);
        break;
      case 'early-review-asked':
        this.ask('early-review-decide', on);
        break;
      case 'early-review-refused':
        this.answered('early-review-decide');
        break;
      case 'child-concern-raised':
        this.ask('child-concern', on, attributes.ref);
        break;
      case 'child-concern-taken-up':
        this.answered('child-concern', attributes.ref);
        break;
      case 'complaint-made':
        this.ask('complaint', on, attributes.ref);
        break;
      case 'complaint-answered':
        this.answered('complaint', attributes.ref);
        break;
      case 'manager-responded':
        if (this.meeting && attributes.answer === 'disagreed') this.ask('disagreement', on);
        break;
      case 'disagreement-resolved':
        this.answered('disagreement', '', this.meeting);
        break;
      case 'dispute-opened':
        this.answered('disagreement');
        break;
      case 'ending-approved':
        this.endingStep('ending-approval', on);
        break;
      case 'iro-consulted-on-ending':
        this.endingStep('ending-iro-consulted', on);
        break;
      case 'action-settled':
        this.asks = this.asks.filter(({ rule }) => rule !== attributes.action);
        break;
      case 'review-called':
        this.answered('early-review-decide');
        this.owed = this.owed.filter((duty) => duty.rule !== 'review-early' || isOver(duty));
        if (attributes.by && this.clockRuns)
          this.owe('review-early', on, dayOf(attributes.by), 'review-held');
        break;
      case 'change-proposed':
        if (attributes.by && this.clockRuns) {
          const of = { change: attributes.kind! };
          this.owe('review-before-change', on, dayOf(attributes.by), 'review-held', of);
          // The placement had ended on the very day.
          const effect = this.effects.get(attributes.kind!);
          if (effect?.on === on) this.putIntoEffect(attributes.kind!, on, effect.lawful);
        }
        break;
      case 'change-withdrawn': {
        const which = attributes.kind;
        for (const duty of this.open(({ rule }) => rule === 'review-before-change')) {
          if (which === undefined || which === duty.change) duty.ended = on;
        }
        break;
      }
      case 'review-call-withdrawn':
        for (const duty of this.open(({ rule }) => rule === 'review-early')) duty.ended = on;
        break;
      case 'placed-with-parents':
        // Regulation 15(1): a child in the authority's care.
        if (
          attributes.immediate === 'yes' &&
          this.clockRuns &&
          ['', 'C1', 'C2', 'E1'].includes(this.status)
        ) {
          this.owe('review-placed-home', on, workingDays(on, 10), 'review-held');
        }
        break;
      case 'review-adjourned':
        this.sitOn(on, on);
        this.sat = on;
        this.satForAdoption = attributes.kind === 'adoption';
        if (this.clockRuns) this.owe('review-resume', on, workingDays(on, 20), 'the same review');
        break;
      case 'review-held':
        this.review(on, attributes);
        break;
      case 'adoption-review-held':
        this.unplanned(on);
        this.endSteps(on, true);
        this.meet('the same review', on);
        // With an ordinary review on the day it is one meeting, and that one had its own beginning.
        this.last = this.meeting?.on === on ? this.last : (this.sat ?? on);
        this.sat = null;
        this.complete(on);
        break;
      case 'placed-for-adoption':
        this.placed = true;
        // Who is to be the IRO is owed all the same.
        if (this.remanded) break;
        this.endCare(on, (rule) => rule !== 'iro-allocate');
        // A review that sat is over: none that comes later completes it.
        this.sat = null;
        this.satForAdoption = false;
        break;
      case 'adoption-placement-ended': {
        const stood = this.placed && !this.remanded;
        this.placed = false;
        if (stood && this.clockRuns && this.inCare) this.takeUp(on);
        break;
      }
      case 'adoption-order-made':
        this.endCare(on);
        this.adopted = true;
        break;
      case 'exit-review-held':
        this.complete(on, true);
        break;
      case 'decisions-received':
        if (this.meeting) {
          this.owe('manager-response', on, workingDays(on, 5), 'manager-responded', {
            meeting: this.meeting,
          });
        }
        break;
      case 'child-died':
        this.endCare(on);
        this.endWithTheChild();
        this.inCare = this.series = this.atHome = false;
        break;
      case 'short-breaks-exceeded':
        this.ordinary(on);
        break;
      case 'short-break-series-ended':
        if (!this.series) break;
        this.endCare(on);
        this.series = false;
        if (this.atHome) this.inCare = this.atHome = false;
        break;
      case 'ceased-looked-after':
        // A stay of a series is over, and the series is not.
        if (this.series) {
          this.atHome = true;
          this.placed = false;
          this.fostered = null;
          break;
        }
        this.endCare(on);
        this.inCare = false;
        if (attributes.reason === 'E2') break;
        this.ending('ending-approval', on, attributes.approval, attributes['approved-by'] ? on : null);
        this.ending(
          'ending-iro-consulted',
          on,
          attributes.consultation,
          attributes['iro-consulted'] ? dayOf(attributes['iro-consulted']) : null,
        );
        break;
    }
    if (this.meeting) this.meet(kind, on, (duty) => duty.meeting === this.meeting);
  }

  begin(on: number, { basis = '', start }: Readonly<Record<string, string>>): void {
    this.inCare = true;
    // A further stay of the series: its clock has gone on.
    if (this.atHome && basis === 'V3') {
      this.atHome = false;
      this.status = basis;
      return;
    }
    if (this.atHome) this.endCare(on);
    this.atHome = false;
    this.series = basis === 'V3';
    this.expected = false;
    this.fostered = null;
    this.began = on;
    this.effects.clear();
    this.placed = this.adopted = false;
    this.sat = this.last = null;
    this.held = 0;
    this.done.clear();
    this.beforeEnding.clear();
    this.remanded = basis.startsWith('J');
    this.status = basis;
    this.shortBreaks = basis === 'V3' || basis === 'V4';
    this.unknownStart = start === 'before';
    this.clockBegan = this.unknownStart ? null : on;
    this.meetings = [];
    this.unrecorded = false;
    if (this.unknownStart) return;
    this.owe('iro-allocate', on, workingDays(on, 5), 'iro-allocated');
    if (this.shortBreaks) {
      this.owe('short-break-review-first', on, months(on, 3), 'review-held', { from: on });
    } else this.owe('review-first', on, workingDays(on, 20), 'review-held', { from: on });
  }

  /** Short breaks have become ordinary care: the first review is twenty working days from then. */
  ordinary(on: number): void {
    if (!this.shortBreaks) return;
    for (const duty of this.open((each) => each.rule.startsWith('short-break'))) duty.ended = on;
    this.series = this.shortBreaks = this.unknownStart = this.unrecorded = false;
    this.clockBegan = on;
    this.meetings = [];
    if (this.clockRuns) this.owe('review-first', on, workingDays(on, 20), 'review-held', { from: on });
  }

  /** The placement ended: the review is owed that its place in the chain asks for, and on the list once. */
  takeUp(on: number): void {
    const known = this.meetings.length;
    if (known === 0 && this.clockBegan === null) return;
    const many = known > 1 || this.unrecorded || (known === 1 && this.clockBegan === null);
    const from = known === 0 ? this.clockBegan! : this.last!;
    const york = (days: number): number => (this.york ? from + days : Number.POSITIVE_INFINITY);
    let [rule, counted] = ['review-first', workingDays(from, 20)];
    if (this.shortBreaks && known === 0) [rule, counted] = ['short-break-review-first', months(from, 3)];
    else if (this.shortBreaks) [rule, counted] = ['short-break-review-later', months(from, 6)];
    else if (many) [rule, counted] = ['review-later', Math.min(months(from, 6), york(183))];
    else if (known === 1) [rule, counted] = ['review-second', Math.min(months(from, 3), york(91))];
    if (!this.shortBreaks) this.held = Math.max(this.held, many ? 2 : known);
    // Broken off, not past its day: this is the same one again.
    this.owed = this.owed.filter(
      (duty) => !(duty.rule === rule && duty.from === from && duty.ended !== null && duty.ended <= duty.due),
    );
    this.owe(rule, on, Math.max(counted, on), 'review-held', { from, compressed: counted < on });
  }

  /** Approved or consulted before care ended, or to be so; not asked where the ending says nothing of it. */
  ending(rule: string, on: number, said: string | undefined, given: number | null): void {
    if (this.adult) return;
    const done = given ?? this.beforeEnding.get(rule);
    if (done !== undefined) this.owe(rule, on, on, '', { met: done });
    else if (said !== undefined) this.ask(rule, on);
  }

  /** It is of the ending to come, if that waits for it; else of the last that does; else of the one to come. */
  endingStep(rule: string, on: number): void {
    const awaits = rule === 'ending-approval' ? 'approval' : 'consultation';
    const { reason, [awaits]: awaited } = this.coming?.attributes ?? {};
    if (this.inCare && awaited && reason !== 'E2' && !this.beforeEnding.has(rule)) {
      this.beforeEnding.set(rule, on);
      return;
    }
    const waiting = this.asks.findLast((ask) => ask.rule === rule);
    if (waiting) {
      this.asks = this.asks.filter((ask) => ask !== waiting);
      this.owe(rule, waiting.since, waiting.since, '', { met: on });
    } else if (this.inCare && !this.beforeEnding.has(rule)) this.beforeEnding.set(rule, on);
  }

  step(kind: string, on: number): void {
    const done = this.done.get(kind);
    if (done) done.days.push(on);
    else this.done.set(kind, { first: on, days: [on] });
    this.meet(kind, on, (duty) => duty.plan !== null);
  }

  /** A new plan takes the place of one not yet over; what was done since the last review counts. */
  plan(on: number, meeting: number): void {
    const seen = ({ rule, met }: Owed): boolean => this.sat !== null && rule === 'see-child' && met !== null;
    this.owed = this.owed.filter((duty) => duty.plan !== this.plans || seen(duty));
    this.expected = true;
    if (this.adult || this.adopted) return;
    const steps = this.york ? [...STEPS, ['unit-notice', 20, 'unit-notified', false] as const] : STEPS;
    for (const [rule, before, metBy, again] of steps) {
      if (this.sat !== null && !again && rule !== 'see-child') continue;
      // The child was seen for the first sitting: that is for the review.
      if (this.sat !== null && rule === 'see-child' && this.done.has(metBy)) continue;
      const ideal = workingDays(meeting, -before);
      const of = { plan: this.plans, compressed: ideal < on };
      const duty = this.owe(rule, on, Math.max(ideal, on), metBy, of);
      // Invitations count from the day of the plan; what was done by the first sitting was done for that one.
      const sitting = this.sat === null ? 0 : this.sat + 1;
      const since = rule === 'see-child' ? 0 : Math.max(sitting, rule === 'invite' ? on : 0);
      const already = this.done.get(metBy)?.days.find((day) => day >= since);
      if (duty && already !== undefined) duty.met = already;
    }
  }

  review(on: number, { number, meeting = 'yes' }: Readonly<Record<string, string>>): void {
    const goesOn = this.sat !== null && !this.satForAdoption;
    const from = goesOn ? this.sat! : on;
    if (goesOn) this.meet('the same review', on);
    // Others came before it that nobody recorded, and how the first of them stood is not known.
    const unrecorded = number !== undefined && Number(number) > 1 && this.last === null;
    if (unrecorded) this.forgetFirst();
    if (unrecorded) this.unrecorded = true;
    this.meet('review-held', on);
    this.heldInTime(on);
    this.answered('early-review-decide');
    if (meeting === 'yes') this.met(from, on);
    for (const duty of this.open(({ rule }) => rule === 'midway-check')) duty.ended = on;
    this.unplanned(on);
    this.endSteps(on, true);
    const isFirst = this.held === 0 && !this.unknownStart && !unrecorded;
    if (this.shortBreaks) {
      if (this.clockRuns) this.owe('short-break-review-later', on, months(from, 6), 'review-held', { from });
    } else {
      if (this.clockRuns && isFirst) {
        const due = Math.min(months(from, 3), this.york ? from + 91 : Number.POSITIVE_INFINITY);
        this.owe('review-second', on, due, 'review-held', { from });
      } else if (this.clockRuns) this.later(on, from);
      this.held++;
    }
    this.unknownStart = false;
    this.last = from;
    if (goesOn) this.sat = null;
    this.complete(on);
  }

  /** There was a meeting: in a long-term placement that is by then over a year old the next is due in a year. */
  met(from: number, on: number): void {
    this.meet('review-held with a meeting', on);
    const due = months(from, 12);
    if (this.fostered === null || months(this.fostered, 12) >= due || !this.clockRuns) return;
    this.owe('review-meeting-yearly', on, due, 'review-held with a meeting');
  }

  /** Of this period of care: what was owed in one before it stays as it was. */
  forgetFirst(): void {
    const firsts = ['review-first', 'short-break-review-first'];
    this.owed = this.owed.filter(({ rule, arose }) => !firsts.includes(rule) || arose < this.began);
  }

  later(arose: number, from: number): void {
    const due = Math.min(months(from, 6), this.york ? from + 183 : Number.POSITIVE_INFINITY);
    this.owe('review-later', arose, due, 'review-held', { from });
  }

  /** A review of any kind is complete: its records fall due, once for one meeting. */
  complete(on: number, exit = false): void {
    this.done.clear();
    if (!exit && !this.meetings.includes(on)) this.meetings.push(on);
    if (this.meeting?.on === on && !this.meeting.exit && !exit) return;
    this.meeting = { on, exit };
    const records = this.york
      ? [...RECORDS, ['monitoring-form', 5, 'monitoring-form-completed'] as const]
      : RECORDS;
    for (const [rule, within, metBy] of records) {
      this.owe(rule, on, workingDays(on, within), metBy, { meeting: this.meeting });
    }
  }
}

function standing({ rule, due, met, ended, missed, change }: Owed, today: number): string {
  if (met !== null && met <= due) return 'met';
  if (rule === 'manager-response' && today > due) return 'deemed';
  if (met !== null) return 'late';
  // What was to come before a change is missed if the change was made without it, and by nothing else.
  if (ended !== null) return missed || (ended > due && change === undefined) ? 'missed' : 'ended';
  return today > due ? 'overdue' : 'upcoming';
}

/**
 * Every deadline of a life on its today and every action still asked, as lines in order:
 * `review-first due 2026-03-30 met`, `child-concern since 2026-03-30 open`.
 */
export function naively(life: NaiveLife, pack: string): string[] {
  const walk = new Walk(pack === 'york', life.goLive === null ? null : dayOf(life.goLive));
  const today = dayOf(life.today);
  const adultOn = life.born === null ? Number.POSITIVE_INFINITY : eighteenth(life.born);
  let cameOfAge = false;
  const comeOfAge = (day: number): void => {
    if (cameOfAge || adultOn > today || day <= adultOn) return;
    cameOfAge = true;
    walk.endCare(adultOn);
    walk.endWithTheChild();
  };
  const ordered = withTooMuch(inOrder(life.facts).filter(({ on }) => dayOf(on) <= today));
  for (const [at, fact] of ordered.entries()) {
    const day = dayOf(fact.on);
    comeOfAge(day);
    walk.adult = day >= adultOn;
    const after = ordered.slice(at + 1).filter(({ on }) => dayOf(on) <= today);
    const next = after.find(({ kind }) => ['ceased-looked-after', 'child-died'].includes(kind));
    walk.coming = next?.kind === 'ceased-looked-after' ? next : undefined;
    walk.read(fact);
  }
  comeOfAge(Number.POSITIVE_INFINITY);
  const owed = walk.owed.map((duty) => {
    const compressed = duty.compressed ? ' compressed' : '';
    return `${duty.rule} due ${written(duty.due)} ${standing(duty, today)}${compressed}`;
  });
  const asked = walk.asks.map(({ rule, since }) => `${rule} since ${written(since)} open`);
  return [...owed, ...asked].sort();
}
