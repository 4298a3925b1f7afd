/**
 * Invented lives that turn about one kind of case: a remand, a dispute, a conference, pathway planning, a determination,
 * the beginning and end of care. Nothing else happens on the day of a thing, so that no order has to be known.
 */
import type { Fact } from '../../../src/core/events/fact';
import { addDays, addMonths, birthday, isoDate } from '../../../src/core/time/dates';
import { type Life, seeded } from './lives';

type Told = readonly [kind: string, attributes?: Readonly<Record<string, string>>];

/** What may happen; `DAY` is a day within the next weeks. */
const REMANDS: readonly Told[] = [
  ['remanded', { to: 'youth-detention' }],
  ['remanded', { to: 'local-authority' }],
  ['remand-plan-made', { kind: 'detention-placement-plan' }],
  ['remand-plan-made', { kind: 'care-plan' }],
  ['remand-plan-made', { kind: 'placement-plan' }],
  ['remand-ended'],
  ['legal-status-changed', { basis: 'C2' }],
  ['legal-status-changed', { basis: 'J1' }],
];
const CARE: readonly Told[] = [
  ['review-held'],
  ['ceased-looked-after'],
  ['ceased-looked-after', { unplanned: 'yes' }],
  ['exit-review-held'],
  ['became-looked-after', { basis: 'V2' }],
  ['became-looked-after', { basis: 'J1' }],
];
const DISPUTES: readonly Told[] = ['D1', 'D2'].flatMap((ref): Told[] => [
  ['dispute-opened', { ref, by: 'DAY' }],
  ['dispute-opened', { ref }],
  ['dispute-stage-raised', { ref, stage: 'professionals-meeting', by: 'DAY' }],
  ['dispute-stage-raised', { ref, stage: 'senior-manager', formal: 'yes', by: 'DAY' }],
  ['dispute-stage-raised', { ref, stage: 'senior-manager', formal: 'yes' }],
  ['dispute-stage-raised', { ref, stage: 'chief-executive', formal: 'yes', by: 'DAY' }],
  ['dispute-stage-answered', { ref, stage: 'senior-manager', answer: 'no' }],
  ['dispute-stage-answered', { ref, stage: 'professionals-meeting', answer: 'no' }],
  ['dispute-stage-answered', { ref, stage: 'chief-executive', answer: 'no' }],
  ['dispute-stage-skipped', { ref, stage: 'professionals-meeting', why: 'on leave' }],
  ['cafcass-considered', { ref, outcome: 'not-referred', why: 'promised' }],
  ['cafcass-referred', { ref }],
  ['dispute-resolved', { ref }],
]);
const CONFERENCES: readonly Told[] = [
  ['strategy-discussion'],
  ['transfer-in-notified', { from: 'Leeds' }],
  ['initial-conference-held'],
  ['initial-conference-held', { outcome: 'no-plan' }],
  ['review-conference-held'],
  ['review-conference-held', { outcome: 'end' }],
  ['protection-plan-ended'],
  ['conference-cancelled', { reason: 'snow' }],
  ['enquiries-ended'],
  ['conference-members-asked'],
  ['protection-plan-kept', { why: 'the school' }],
  ...['health', 'teacher'].flatMap((ref): Told[] => [
    ['conference-report-asked', { ref, by: 'DAY' }],
    ['conference-report-received', { ref }],
  ]),
  ...['father', 'aunt'].flatMap((ref): Told[] => [
    ['conference-excluded', { ref, why: 'threats' }],
    ['conference-exclusion-told', { ref }],
    ['conference-exclusion-lifted', { ref }],
  ]),
];
const PATHWAYS: readonly Told[] = [
  ['pathway-review-asked', { from: 'young-person', by: 'DAY' }],
  ['pathway-review-asked', { from: 'authority' }],
  ['pathway-plan-reviewed'],
  ['pathway-review-planned', { meeting: 'DAY' }],
];
const MECHANISM: readonly Told[] = ['Q1', 'Q2'].flatMap((ref): Told[] => [
  ['determination-sent', { ref, kind: 'fostering' }],
  ['determination-sent', { ref, kind: 'adoption' }],
  ['determination-sent', { ref, kind: 'fostering', conviction: 'own' }],
  ['determination-sent', { ref, kind: 'protected-information' }],
  ['irm-applied', { ref }],
  ['representations-made', { ref }],
  ['irm-notified', { ref }],
  ['irm-papers-sent', { ref }],
]);

/** What each kind of life begins with, and what may happen in it. */
const KINDS: readonly (readonly [begins: readonly Told[], then: readonly Told[]])[] = [
  [[['became-looked-after', { basis: 'J1' }]], [...REMANDS, ...REMANDS, ...CARE]],
  [[['became-looked-after', { basis: 'V2' }]], [...REMANDS, ...REMANDS, ...CARE]],
  [[['became-looked-after', { start: 'before' }]], CARE],
  [[], DISPUTES],
  [[['strategy-discussion']], [...CONFERENCES, ...CARE]],
  [[['pathway-plan-made']], PATHWAYS],
  [[], MECHANISM],
];

/** Of a thing that happens while the child is in care, whether that is so; of one that starts care, that it is not. */
function mayHappen(kind: string, inCare: boolean, adult: boolean): boolean {
  if (kind === 'became-looked-after') return !inCare && !adult;
  const isOfCare = [...REMANDS, ...CARE].some(([other]) => other === kind) && kind !== 'exit-review-held';
  return !isOfCare || inCare;
}

/** The life of a seed. */
export function caseLifeOf(seed: number): Life {
  const random = seeded(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const [begins, then] = KINDS[seed % KINDS.length]!;
  let day = addDays(isoDate('2015-01-01'), upTo(11 * 365));
  const start = day;
  const born = upTo(3) === 0 ? addMonths(addDays(start, 20 + upTo(200)), -18 * 12) : null;
  const adultOn = born === null ? null : birthday(born, 18);
  const facts: Fact[] = [];
  let inCare = false;
  const steps = [...begins, ...Array.from({ length: 4 + upTo(16) }, () => then[upTo(then.length)]!)];
  for (const [kind, attributes = {}] of steps) {
    const isAdult = adultOn !== null && day >= adultOn;
    if (!mayHappen(kind, inCare, isAdult)) continue;
    const by = addDays(day, upTo(40));
    const said = Object.entries(attributes).map(([name, text]) => [name, text === 'DAY' ? by : text]);
    facts.push({ on: day, kind, attributes: Object.fromEntries(said) as Record<string, string> });
    if (kind === 'became-looked-after') inCare = true;
    if (kind === 'ceased-looked-after') inCare = false;
    day = addDays(day, 1 + upTo(upTo(4) === 0 ? 60 : 9));
  }
  if (upTo(6) === 0 && facts.length > 0) facts.push({ on: day, kind: 'child-died', attributes: {} });
  const goLive = upTo(4) === 0 ? addDays(start, upTo(60)) : null;
  return { facts, born, goLive, today: addDays(facts.at(-1)?.on ?? start, upTo(50) - 10) };
}
