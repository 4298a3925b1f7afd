/**
 * A second count of what lasts beside the ordinary reviews: authority and placement for adoption, protection and
 * pathway plans, secure placements, recommendations, formal disputes. Written from the law alone: it walks the
 * days forward with the duties owed in hand, and shares nothing with the program.
 */
import { dayOf, eighteenth, months, type NaiveFact, type NaiveLife, workingDays, written } from './naive';

interface Owed {
  readonly rule: string;
  readonly due: number;
  readonly metBy: string;
  readonly ref: string | undefined;
  /** The first day on which it can be met. */
  readonly notBefore: number;
  met: number | null;
  ended: number | null;
}

export const MATTERS_COUNTED: ReadonlySet<string> = new Set([
  ...[
    'adoption-first-unplaced',
    'adoption-later-unplaced',
    'adoption-first-placed',
    'adoption-second-placed',
  ],
  ...['adoption-later-placed', 'adoption-after-return', 'cp-initial-conference', 'cp-transfer-in-conference'],
  'cp-core-group',
  ...['cp-review-first', 'cp-review-later', 'secure-first', 'secure-later', 'pathway-review'],
  ...['recommendation', 'dispute'],
]);

/** What practice alone asks for, so that nothing arises of it before the day the unit went live. */
const OF_PRACTICE: ReadonlySet<string> = new Set(['recommendation-tracked', 'transfer-in-notified']);

const ORDER = [
  ...[
    'became-looked-after',
    'legal-status-changed',
    'review-adjourned',
    'review-held',
    'adoption-authorised',
  ],
  ...['adoption-authority-ended', 'adoption-review-held', 'placed-for-adoption', 'adoption-order-made'],
  ...[
    'strategy-discussion',
    'transfer-in-notified',
    'enquiries-ended',
    'initial-conference-held',
    'core-group-held',
  ],
  ...['review-conference-held', 'protection-plan-ended', 'secure-placement-started', 'secure-review-held'],
  ...['secure-placement-ended', 'pathway-plan-made', 'pathway-plan-reviewed', 'pathway-ended'],
  ...['recommendation-tracked', 'recommendation-resolved', 'dispute-made-formal', 'dispute-resolved'],
];
const LAST = ['ceased-looked-after', 'child-died'];
/** What begins, and what ends it: by turns on one day, whichever stood before it. */
const TURNS = [
  ['initial-conference-held', ['protection-plan-ended', 'review-conference-held end'], 'cp-'],
  ['secure-placement-started', ['secure-placement-ended'], 'secure-'],
  ['pathway-plan-made', ['pathway-ended'], 'pathway-'],
  ['adoption-authorised', ['adoption-authority-ended'], 'authority'],
] as const;

const said = ({ kind, attributes }: NaiveFact): string =>
  attributes.outcome === 'end' ? `${kind} end` : kind;

class Walk {
  owed: Owed[] = [];
  inCare = false;
  placed = false;
  adopted = false;
  remanded = false;
  over = false;
  sincePlaced = 0;
  sat: number | null = null;
  satForAdoption = false;
  /** The ordinary review of this day, from its first sitting. */
  ordinary: { readonly on: number; readonly from: number } | null = null;
  /** What goes on now, and what has ended, by what began it. */
  lasting = new Map<string, boolean>();

  owe(rule: string, due: number, metBy: string, ref?: string, notBefore = 0): void {
    const isForEver = rule === 'recommendation' || rule === 'dispute';
    if (this.over && !isForEver && rule !== 'pathway-review') return;
    if (rule.startsWith('adoption-') && this.adopted) return;
    this.owed.push({ rule, due, metBy, ref, notBefore, met: null, ended: null });
  }

  meet(kind: string, on: number, ref?: string): void {
    for (const duty of this.owed) {
      const isOpen = duty.met === null && duty.ended === null && duty.notBefore <= on;
      if (isOpen && duty.metBy === kind && (duty.ref === undefined || duty.ref === ref)) duty.met = on;
    }
  }

  end(on: number, ...of: string[]): void {
    for (const duty of this.owed) {
      if (duty.met === null && duty.ended === null && of.some((start) => duty.rule.startsWith(start)))
        duty.ended = on;
    }
  }

  read(fact: NaiveFact, later: readonly NaiveFact[]): void {
    const on = dayOf(fact.on);
    const { basis = '', by, ref, kind: ofKind } = fact.attributes;
    const { kind } = fact;
    switch (kind) {
      case 'became-looked-after':
        Object.assign(this, {
          inCare: true,
          placed: false,
          adopted: false,
          sat: null,
          satForAdoption: false,
        });
        this.remanded = basis.startsWith('J');
        this.lasting.delete('adoption-authorised');
        break;
      case 'legal-status-changed':
        this.remanded = basis.startsWith('J');
        break;
      case 'review-adjourned':
        if (this.sat !== null) break;
        this.sat = on;
        this.satForAdoption = ofKind === 'adoption';
        break;
      case 'review-held':
        this.ordinary = { on, from: this.satForAdoption ? on : (this.sat ?? on) };
        if (!this.satForAdoption) this.sat = null;
        break;
      case 'adoption-authorised':
        this.lasting.set(kind, true);
        if (!this.placed) this.owe('adoption-first-unplaced', months(on, 3), 'adoption-review-held');
        break;
      case 'adoption-authority-ended':
        this.lasting.set('adoption-authorised', false);
        this.end(on, 'adoption-first-unplaced', 'adoption-later-unplaced');
        break;
      case 'adoption-review-held': {
        if (!this.inCare) break;
        this.meet(kind, on);
        const from = this.ordinary?.on === on ? this.ordinary.from : (this.sat ?? on);
        this.sat = null;
        this.satForAdoption = false;
        if (this.placed) {
          this.sincePlaced++;
          const [rule, count] = this.sincePlaced === 1 ? (['second', 3] as const) : (['later', 6] as const);
          this.owe(`adoption-${rule}-placed`, months(from, count), kind);
        } else if (this.lasting.get('adoption-authorised') ?? !comesLater(later)) {
          this.owe('adoption-later-unplaced', months(from, 6), kind);
        }
        break;
      }
      case 'placed-for-adoption':
        this.end(on, 'adoption-first-unplaced', 'adoption-later-unplaced', 'adoption-after-return');
        Object.assign(this, { placed: true, sincePlaced: 0 });
        this.lasting.set('adoption-authorised', true);
        if (!this.remanded) Object.assign(this, { sat: null, satForAdoption: false });
        this.owe('adoption-first-placed', on + 28, 'adoption-review-held');
        break;
      case 'adoption-placement-ended':
        if (!this.placed) break;
        this.placed = false;
        this.end(on, 'adoption-first-placed', 'adoption-second-placed', 'adoption-later-placed');
        if (later.some((next) => dayOf(next.on) === on && next.kind === 'ceased-looked-after')) break;
        this.owe('adoption-after-return', on + 42, 'adoption-review-held', undefined, on + 28);
        break;
      case 'adoption-order-made':
        this.end(on, 'adoption-', 'secure-');
        this.adopted = true;
        break;
      case 'strategy-discussion':
        this.owe('cp-initial-conference', workingDays(on, 15), 'initial-conference-held');
        break;
      case 'transfer-in-notified':
        this.owe('cp-transfer-in-conference', workingDays(on, 15), 'initial-conference-held');
        break;
      case 'enquiries-ended':
        this.end(on, 'cp-initial-conference', 'cp-transfer-in-conference');
        break;
      case 'initial-conference-held':
        if (fact.attributes.outcome === 'no-plan') {
          this.meet(kind, on);
          break;
        }
        this.lasting.set(kind, true);
        this.meet(kind, on);
        this.owe('cp-core-group', workingDays(on, 10), 'core-group-held');
        this.owe('cp-review-first', months(on, 3), 'review-conference-held');
        break;
      case 'core-group-held':
        if (this.lasting.get('initial-conference-held') !== false) this.meet(kind, on);
        break;
      case 'review-conference-held':
        if (this.lasting.get('initial-conference-held') === false) break;
        this.meet(kind, on);
        if (said(fact) === kind) this.owe('cp-review-later', months(on, 6), kind);
        else this.endPlan(on);
        break;
      case 'protection-plan-ended':
        this.endPlan(on);
        break;
      case 'secure-placement-started':
        this.lasting.set(kind, true);
        if (!this.adopted) this.owe('secure-first', months(on, 1), 'secure-review-held');
        break;
      case 'secure-review-held':
        if (!this.inCare || this.lasting.get('secure-placement-started') === false) break;
        this.meet(kind, on);
        if (!this.adopted) this.owe('secure-later', months(on, 3), kind);
        break;
      case 'secure-placement-ended':
        this.lasting.set('secure-placement-started', false);
        this.end(on, 'secure-');
        break;
      case 'pathway-plan-made':
      case 'pathway-plan-reviewed':
        if (kind === 'pathway-plan-made') this.lasting.set(kind, true);
        else if (this.lasting.get('pathway-plan-made') === false) break;
        else this.meet(kind, on);
        this.owe('pathway-review', months(on, 6), 'pathway-plan-reviewed');
        break;
      case 'pathway-ended':
        this.lasting.set('pathway-plan-made', false);
        this.end(on, 'pathway-');
        break;
      case 'recommendation-tracked':
        // Tracked again, it has another day.
        this.owed = this.owed.filter(
          (duty) => duty.rule !== 'recommendation' || duty.ref !== ref || duty.met !== null,
        );
        this.owe('recommendation', dayOf(by!), 'recommendation-resolved', ref);
        break;
      case 'dispute-made-formal':
        this.owe('dispute', workingDays(on, 20), 'dispute-resolved', ref);
        break;
      case 'recommendation-resolved':
      case 'dispute-resolved':
        this.meet(kind, on, ref);
        break;
      case 'ceased-looked-after':
      case 'child-died':
        this.end(on, 'adoption-', 'secure-');
        Object.assign(this, { inCare: false, placed: false, adopted: false });
        if (kind === 'child-died') this.end(on, 'cp-', 'pathway-');
        break;
    }
  }

  endPlan(on: number): void {
    this.lasting.set('initial-conference-held', false);
    this.end(on, 'cp-core', 'cp-review');
  }
}

/** Nothing was known of the authority: the first that is heard of it, in this care, is that it is given. */
function comesLater(later: readonly NaiveFact[]): boolean {
  const end = later.findIndex(({ kind }) => LAST.includes(kind));
  const told = ['adoption-authorised', 'placed-for-adoption', 'adoption-authority-ended'];
  const first = later.slice(0, end < 0 ? undefined : end).find(({ kind }) => told.includes(kind));
  return first?.kind === 'adoption-authorised';
}

/** The facts of one day, as they follow one another. */
function ofOneDay(day: readonly NaiveFact[], walk: Walk): NaiveFact[] {
  const has = (what: string): boolean => day.some((fact) => said(fact) === what);
  const returns = walk.inCare && has('ceased-looked-after') && has('became-looked-after');
  const place = (fact: NaiveFact): number => {
    const { kind } = fact;
    if (LAST.includes(kind)) return 200;
    if (kind === 'became-looked-after' && returns) return 300;
    if (kind === 'adoption-placement-ended') {
      return walk.placed || !has('placed-for-adoption') ? -1 : ORDER.indexOf('placed-for-adoption') + 0.5;
    }
    const turn = TURNS.find(([begins, ends]) => begins === kind && ends.some(has));
    return turn && walk.lasting.get(kind) === true ? 100 : ORDER.indexOf(kind);
  };
  const known = day.filter(
    ({ kind }) => ORDER.includes(kind) || LAST.includes(kind) || kind === 'adoption-placement-ended',
  );
  return [...known].sort((a, b) => place(a) - place(b));
}

/** Every deadline of those rules on the life's today, as lines in order. */
export function naiveMatters({ facts, born, goLive, today }: NaiveLife): string[] {
  const walk = new Walk();
  const adultOn = born === null ? Number.POSITIVE_INFINITY : eighteenth(born);
  const known = facts.filter(({ on }) => on <= today);
  const days = [...new Set(known.map(({ on }) => on))].sort();
  const comeOfAge = (by: number): void => {
    if (adultOn < by) walk.end(adultOn, 'adoption-', 'secure-', 'cp-');
  };
  for (const on of days) {
    comeOfAge(dayOf(on));
    walk.over = dayOf(on) >= adultOn;
    const after = known.filter((fact) => fact.on > on).sort((a, b) => (a.on < b.on ? -1 : 1));
    const day = ofOneDay(
      known.filter((fact) => fact.on === on),
      walk,
    );
    for (const [at, fact] of day.entries()) {
      if (OF_PRACTICE.has(fact.kind) && goLive !== null && on < goLive) continue;
      walk.read(fact, [...day.slice(at + 1), ...after]);
    }
  }
  comeOfAge(dayOf(today) + 1);
  return walk.owed
    .map(({ rule, due, met, ended }) => {
      const isLate = (day: number): boolean => day > due;
      let standing = isLate(dayOf(today)) ? 'overdue' : 'upcoming';
      if (met !== null) standing = isLate(met) ? 'late' : 'met';
      else if (ended !== null) standing = isLate(ended) ? 'missed' : 'ended';
      return `${rule} due ${written(due)} ${standing}`;
    })
    .sort();
}
