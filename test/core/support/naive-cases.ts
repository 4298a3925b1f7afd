/**
 * A second count of what the other two leave out: remands, disputes from stage to stage, the reports and exclusions of
 * a conference, a child on a plan who comes into care, pathway reviews that are asked for, determinations, the end of
 * care that was not planned, and care that began before the unit knew. Written from the law and the procedure alone, it
 * walks the days forward with what is owed in hand, and shares nothing with the program.
 */
import { dayOf, eighteenth, type NaiveFact, type NaiveLife, workingDays, written } from './naive';

/** Those of which a council's practice alone asks, so that none arises before the day it went live. */
const PRACTICE = ['dispute-informal-day', 'dispute-stage', 'cp-report', 'exit-review', 'protection-plan-'];
/** Those that York alone has. */
const OF_YORK = ['exit-review', 'protection-plan-ask', 'protection-plan-decide'];
/** What goes on at 18, and what goes on after a death too. */
const GO_ON_AT_18 = ['dispute-', 'cafcass-', 'pathway-', 'irm-'];
const GO_ON_AFTER_A_DEATH = ['dispute-', 'irm-'];

export const CASES_COUNTED: ReadonlySet<string> = new Set([
  ...['remand-detention-plan', 'remand-care-plan', 'remand-placement-plan'],
  ...['dispute-informal-day', 'dispute-stage', 'cafcass-consider', 'cp-report', 'cp-exclusion-told'],
  ...['pathway-review-early', 'irm-apply-fostering', 'irm-apply-adoption', 'irm-papers'],
  ...['last-review-unknown', ...OF_YORK],
]);

interface Owed {
  readonly rule: string;
  readonly since: number;
  /** Null if nobody says by when. */
  readonly due: number | null;
  readonly ref: string;
  readonly stage: string;
  met: number | null;
  ended: number | null;
}

const isOpen = ({ met, ended }: Owed): boolean => met === null && ended === null;

/** Forty working days of which the day of the letter is the first, if it is one. */
function fortyFrom(letter: number): number {
  return workingDays(letter - 1, 40);
}

class Walk {
  owed: Owed[] = [];
  adult = false;
  dead = false;
  inCare = false;
  /** The child is looked after because of a remand and nothing else. */
  byRemand = false;
  remandedHere = false;
  began = 0;
  onAPlan = false;
  /** A plan ended and none has begun since: a review conference is of none. */
  planIsOver = false;
  /** The day care last ended. */
  left = 0;

  constructor(
    readonly york: boolean,
    readonly goLive: number,
  ) {}

  owe(rule: string, since: number, due: number | null, ref = '', stage = ''): void {
    if (!this.york && OF_YORK.includes(rule)) return;
    if (since < this.goLive && PRACTICE.some((each) => rule.startsWith(each))) return;
    if (this.adult && !GO_ON_AT_18.some((each) => rule.startsWith(each))) return;
    if (this.dead && !GO_ON_AFTER_A_DEATH.some((each) => rule.startsWith(each))) return;
    this.owed.push({ rule, since, due, ref, stage, met: null, ended: null });
  }

  each(rule: string, ref: string | undefined, take: (duty: Owed) => void): void {
    for (const duty of this.owed) {
      if (isOpen(duty) && duty.rule === rule && (ref === undefined || duty.ref === ref)) take(duty);
    }
  }

  meet(rule: string, on: number, ref?: string): void {
    this.each(rule, ref, (duty) => {
      duty.met = on;
    });
  }

  end(rule: string, on: number, ref?: string): void {
    this.each(rule, ref, (duty) => {
      duty.ended = on;
    });
  }

  /** Asked for again: the new one takes the place of the old. */
  replace(rule: string, ref: string | undefined, stage?: string): void {
    this.owed = this.owed.filter(
      (duty) =>
        !isOpen(duty) ||
        duty.rule !== rule ||
        (ref !== undefined && duty.ref !== ref) ||
        (stage !== undefined && duty.stage !== stage),
    );
  }

  endAll(on: number, but: readonly string[]): void {
    for (const duty of this.owed) {
      if (isOpen(duty) && !but.some((each) => duty.rule.startsWith(each))) duty.ended = on;
    }
  }

  read({ on: date, kind, attributes }: NaiveFact): void {
    const on = dayOf(date);
    const { ref = '', stage = '', by } = attributes;
    const day = by === undefined ? null : dayOf(by);
    if (kind.startsWith('dispute-') || kind.startsWith('cafcass-'))
      this.dispute(kind, on, ref, stage, day, attributes);
    else if (attributes.ref?.startsWith('Q')) this.determination(kind, on, ref, attributes);
    else if (kind.startsWith('remand')) this.remand(kind, on, attributes);
    else if (kind.startsWith('pathway-')) this.pathway(kind, on, day);
    else this.conference(kind, on, ref, day, attributes.outcome);
    switch (kind) {
      case 'became-looked-after':
        Object.assign(this, { inCare: true, began: on, remandedHere: false });
        this.byRemand = attributes.basis?.startsWith('J') === true;
        if (attributes.start === 'before') this.owe('last-review-unknown', on, null);
        if (this.onAPlan) this.owe('protection-plan-ask', on, null);
        break;
      case 'legal-status-changed':
        if (!attributes.basis!.startsWith('J')) this.byRemand = false;
        break;
      case 'review-held':
        this.meet('last-review-unknown', on);
        break;
      case 'ceased-looked-after':
        this.inCare = false;
        this.left = on;
        for (const rule of ['remand-detention-plan', 'remand-care-plan', 'remand-placement-plan'])
          this.end(rule, on);
        for (const rule of ['last-review-unknown', 'protection-plan-ask', 'protection-plan-decide'])
          this.end(rule, on);
        if (attributes.unplanned === 'yes') this.owe('exit-review', on, null);
        break;
      case 'exit-review-held':
        // It is of the ending that it follows.
        for (const duty of this.owed) {
          if (isOpen(duty) && duty.rule === 'exit-review' && duty.since === this.left) duty.met = on;
        }
        break;
      case 'child-died':
        this.dead = true;
        this.endAll(on, GO_ON_AFTER_A_DEATH);
        break;
    }
  }

  remand(kind: string, on: number, { to, kind: plan }: Readonly<Record<string, string>>): void {
    if (kind === 'remand-ended' || to === 'local-authority') this.end('remand-detention-plan', on);
    if (kind === 'remand-ended' || to === 'youth-detention') {
      this.end('remand-care-plan', on);
      this.end('remand-placement-plan', on);
    }
    if (plan === 'detention-placement-plan') this.meet('remand-detention-plan', on);
    if (plan === 'care-plan') this.meet('remand-care-plan', on);
    if (plan === 'placement-plan') this.meet('remand-placement-plan', on);
    if (to === 'youth-detention') this.owe('remand-detention-plan', on, workingDays(on, 10));
    if (to !== 'local-authority') return;
    this.owe('remand-placement-plan', on, workingDays(on, 5));
    // There is no care plan yet of a child whom nothing but remand brought into care.
    if (!this.remandedHere && this.byRemand) this.owe('remand-care-plan', on, workingDays(on, 5));
    this.remandedHere = true;
  }

  dispute(
    kind: string,
    on: number,
    ref: string,
    stage: string,
    by: number | null,
    { formal }: Readonly<Record<string, string>>,
  ): void {
    if (kind === 'dispute-stage-raised' || kind === 'dispute-resolved')
      this.meet('dispute-informal-day', on, ref);
    switch (kind) {
      case 'dispute-opened':
        if (by !== null) this.owe('dispute-informal-day', on, by, ref);
        break;
      case 'dispute-stage-raised':
        this.replace('dispute-stage', ref, stage);
        this.replace('cafcass-consider', ref, stage);
        this.end('dispute-stage', on, ref);
        if (by !== null) this.owe('dispute-stage', on, by, ref, stage);
        if (formal === 'yes') this.owe('cafcass-consider', on, by, ref, stage);
        break;
      case 'dispute-stage-answered':
        this.each('dispute-stage', ref, (duty) => {
          if (duty.stage === stage) duty.met = on;
        });
        break;
      case 'cafcass-considered':
      case 'cafcass-referred':
        this.meet('cafcass-consider', on, ref);
        break;
      case 'dispute-resolved':
        this.end('dispute-stage', on, ref);
        this.end('cafcass-consider', on, ref);
        break;
    }
  }

  conference(kind: string, on: number, ref: string, by: number | null, outcome?: string): void {
    if (kind === 'review-conference-held' && this.planIsOver) return;
    const isHeld = kind === 'initial-conference-held' || kind === 'review-conference-held';
    const isOver = kind === 'protection-plan-ended' || (isHeld && outcome === 'end');
    if (isHeld || isOver || kind === 'conference-cancelled' || kind === 'enquiries-ended')
      this.end('cp-report', on);
    if (isOver || kind === 'protection-plan-kept') {
      this.meet('protection-plan-ask', on);
      this.meet('protection-plan-decide', on);
    }
    // A review conference that goes on with a plan says that there is one, whenever it began.
    if (kind === 'review-conference-held') this.onAPlan = true;
    if (isOver) Object.assign(this, { onAPlan: false, planIsOver: true });
    if (kind === 'initial-conference-held' && outcome !== 'no-plan') {
      Object.assign(this, { onAPlan: true, planIsOver: false });
    }
    switch (kind) {
      case 'conference-report-asked':
        this.replace('cp-report', ref);
        this.owe('cp-report', on, by, ref);
        break;
      case 'conference-report-received':
        this.meet('cp-report', on, ref);
        break;
      case 'conference-excluded':
        this.replace('cp-exclusion-told', ref);
        this.owe('cp-exclusion-told', on, null, ref);
        break;
      case 'conference-exclusion-told':
      case 'conference-exclusion-lifted':
        this.meet('cp-exclusion-told', on, ref);
        break;
      case 'conference-members-asked':
        this.meet('protection-plan-ask', on);
        this.owe('protection-plan-decide', on, null);
        break;
    }
  }

  pathway(kind: string, on: number, by: number | null): void {
    if (kind === 'pathway-plan-reviewed') this.meet('pathway-review-early', on);
    if (kind !== 'pathway-review-asked') return;
    this.replace('pathway-review-early', undefined);
    this.owe('pathway-review-early', on, by);
  }

  determination(kind: string, on: number, ref: string, said: Readonly<Record<string, string>>): void {
    switch (kind) {
      case 'determination-sent':
        if (said.conviction !== undefined) break;
        if (said.kind === 'fostering') this.owe('irm-apply-fostering', on, on + 28, ref);
        if (said.kind === 'adoption') this.owe('irm-apply-adoption', on, fortyFrom(on), ref);
        break;
      case 'irm-applied':
      case 'representations-made':
        this.meet('irm-apply-fostering', on, ref);
        this.meet('irm-apply-adoption', on, ref);
        break;
      case 'irm-notified':
        this.owe('irm-papers', on, workingDays(on, 10), ref);
        break;
      case 'irm-papers-sent':
        this.meet('irm-papers', on, ref);
        break;
    }
  }
}

function standing({ rule, due, met, ended }: Owed, today: number): string {
  const late = (on: number): boolean => on > due!;
  if (met !== null && !late(met)) return 'met';
  // A right that was not used in time has passed, whatever was done after.
  if (rule.startsWith('irm-apply-')) return late(today) ? 'lapsed' : 'upcoming';
  if (met !== null) return 'late';
  if (ended !== null) return late(ended) ? 'missed' : 'ended';
  return late(today) ? 'overdue' : 'upcoming';
}

/** Every deadline and open action of those rules on the life's today, as lines in order. */
export function naiveCases({ facts, born, goLive, today }: NaiveLife, pack: string): string[] {
  const walk = new Walk(pack === 'york', goLive === null ? Number.NEGATIVE_INFINITY : dayOf(goLive));
  const adultOn = born === null ? Number.POSITIVE_INFINITY : eighteenth(born);
  for (const fact of facts.filter(({ on }) => on <= today)) {
    if (adultOn < dayOf(fact.on)) walk.endAll(adultOn, GO_ON_AT_18);
    walk.adult = dayOf(fact.on) >= adultOn;
    walk.read(fact);
  }
  if (adultOn <= dayOf(today)) walk.endAll(adultOn, GO_ON_AT_18);
  return walk.owed
    .flatMap((duty) => {
      if (duty.due !== null) return [`${duty.rule} due ${written(duty.due)} ${standing(duty, dayOf(today))}`];
      return isOpen(duty) ? [`${duty.rule} since ${written(duty.since)} open`] : [];
    })
    .sort();
}
