/**
 * Which matters a review has to consider: those of every review, and those that its number, the child's
 * age, placement and legal status add. Pure; only the labels are words.
 */

import { meetingMayBeLeftOutFrom } from '../engine/long-term-fostering';
import type { Moment, Story } from '../engine/moment';
import { MATTERS_CONSIDERED } from '../events/codes';
import { listOf } from '../events/lists';
import { birthday } from '../time/dates';
import { adoptionMatters, isAdoptionReview } from './adoption-matters';
import { circumstancesOn, isFoster } from './who-should-come';

export type MatterConsidered = (typeof MATTERS_CONSIDERED)[number];

/** Each matter in a few words. */
export const MATTER_WORDS: Readonly<Record<MatterConsidered, string>> = {
  changes: 'what has changed, and whether the last decisions were carried out',
  'legal-status': 'the legal status',
  permanence: 'the plan for permanence',
  contact: 'contact with family and others',
  placement: 'the placement',
  safeguarding: 'the child’s safety',
  education: 'education and the personal education plan',
  leisure: 'leisure and interests',
  health: 'health and the health plan',
  identity: 'identity, religion, race and culture',
  advice: 'advice and support, and whether the child understands them',
  'leaving-care': 'the time after care',
  wishes: 'what the child wishes and feels, and the IRO’s view',
  'independent-visitor': 'an independent visitor',
  visits: 'how often the social worker visits',
  'delegated-authority': 'who may decide what for the child',
  milestones: 'milestones, and a plan if the first one fails',
  'permanence-plan': 'the permanence plan and its timescale',
  'parallel-plan': 'a parallel plan, and why permanence is not reached',
  'staying-put': 'staying put with the carers after 18',
  'section-20': 'drift in section 20 care, and requests to return home',
  remand: 'whether the needs that come with remand are met',
  'ready-to-move': 'whether the young person is ready and prepared to move',
  'adoption-plan': 'whether the child should still be placed for adoption',
  needs: 'the child’s needs, welfare and development, and what has to change for them',
  'parental-responsibility': 'who exercises parental responsibility, and how',
  'adoption-support': 'adoption support, and whether the need for it is to be assessed again',
  'not-placed': 'why the child is not placed yet, and what further steps are to be taken',
  'review-frequency': 'how often the reviews are held',
};

/** A matter that a review has to consider. */
export interface ToConsider {
  readonly matter: MatterConsidered;
  /** Why this review has to; null for what every review does. */
  readonly because: string | null;
}

/** What only some reviews consider. */
const ONLY_SOME: ReadonlySet<MatterConsidered> = new Set([
  'leaving-care',
  'visits',
  'milestones',
  'permanence-plan',
  'parallel-plan',
  'staying-put',
  'section-20',
  'remand',
  'ready-to-move',
  'adoption-plan',
  'needs',
  'parental-responsibility',
  'adoption-support',
  'not-placed',
  'review-frequency',
]);

/**
 * What a review has to consider, in the order of the list. One meeting that is both kinds considers what either does.
 * Nothing is laid down here for the review of an unplanned ending.
 */
export function whatToConsider(story: Story, sitting: Moment): ToConsider[] {
  const isOrdinary = sitting.fact.kind === 'review-held';
  const forAdoption = isAdoptionReview(sitting, story) ? adoptionMatters(sitting, story) : [];
  const because = new Map([...forAdoption, ...(isOrdinary ? addedBy(story, sitting) : [])]);
  return MATTERS_CONSIDERED.flatMap((matter): ToConsider[] => {
    if (isOrdinary && !ONLY_SOME.has(matter)) return [{ matter, because: null }];
    const why = because.get(matter);
    return why === undefined ? [] : [{ matter, because: why }];
  });
}

function addedBy(story: Story, sitting: Moment): [MatterConsidered, string][] {
  const added: [MatterConsidered, string][] = [];
  const { on, onShortBreaks } = sitting;
  const number = sitting.meeting?.number ?? null;
  const isSixteen = story.born !== null && on >= birthday(story.born, 16);
  const { placement } = circumstancesOn(story, on, {
    needs: null,
    languages: [],
    withLegalAdviser: false,
  });
  if (isSixteen) added.push(['leaving-care', 'the child is 16 or over']);
  if (isWithParentsUnassessed(story, sitting)) {
    added.push(['visits', 'the child was placed with a parent before the assessment']);
  }
  // A short break is not meant to last: no permanence is planned for it (our reading).
  if (number === 2 && !onShortBreaks) {
    const why = 'it is the second review';
    added.push(['milestones', why], ['permanence-plan', why]);
  }
  if (number === 3 && !onShortBreaks && !isPermanent(story, sitting)) {
    added.push(['parallel-plan', 'it is the third review']);
  }
  if (isSixteen && isFoster(placement) && !wasReviewedSince16(story, sitting)) {
    added.push(['staying-put', 'it is the first review after 16, in foster care']);
  }
  if (legalStatusAt(story, sitting) === 'V2') added.push(['section-20', 'the child is in section 20 care']);
  if (sitting.remanded) added.push(['remand', 'the child is remanded or detained']);
  if (isSixteen && isToMove(story, sitting)) {
    added.push(['ready-to-move', 'the child is 16 or over, and a move was proposed']);
  }
  return added;
}

/** Since the review before, it was proposed to end the placement. */
function isToMove(story: Story, sitting: Moment): boolean {
  const earlier = before(story, sitting);
  const last = earlier.findLast(({ isReview }) => isReview)?.at ?? -1;
  return earlier.some(
    ({ at, fact }) =>
      at > last && fact.kind === 'change-proposed' && fact.attributes.kind === 'placement-end',
  );
}

/** Permanence has been reached as far as the chronology can tell: an adoptive or a long-term placement. */
function isPermanent(story: Story, { on, placedForAdoption }: Moment): boolean {
  return placedForAdoption || meetingMayBeLeftOutFrom(story, on) !== null;
}

function before(story: Story, sitting: Moment): Moment[] {
  return story.moments.filter(
    ({ at, counts, period }) => counts && at < sitting.at && period === sitting.period,
  );
}

/** The last placement with a parent was made before the assessment, and no other placement followed. */
function isWithParentsUnassessed(story: Story, sitting: Moment): boolean {
  const earlier = before(story, sitting);
  const placed = earlier.findLast(({ fact }) => fact.kind === 'placed-with-parents');
  if (placed?.fact.attributes.immediate !== 'yes') return false;
  return !earlier.some(
    ({ fact, on }) =>
      on > placed.on && (fact.kind === 'placement-started' || fact.kind === 'placement-ended'),
  );
}

function wasReviewedSince16(story: Story, sitting: Moment): boolean {
  const since = birthday(story.born!, 16);
  return story.moments.some(({ at, on, isReview }) => at < sitting.at && isReview && on >= since);
}

function legalStatusAt(story: Story, sitting: Moment): string | undefined {
  return before(story, sitting).findLast(({ fact }) => fact.attributes.basis !== undefined)?.fact.attributes
    .basis;
}

/** The matters that are neither among those considered nor named in what was written of the others. */
export function leftOpen(
  required: readonly ToConsider[],
  considered: string | undefined,
  explanation: string | undefined,
): ToConsider[] {
  const settled = new Set([...listOf(considered), ...mattersNamed(explanation)]);
  return required.filter(({ matter }) => !settled.has(matter));
}

/**
 * The matters that a sentence names by their codes, with hyphens or spaces: `staying put: not before the
 * summer`. The longest first, so that `permanence plan` is not read as permanence too.
 */
export const mattersNamed = (text: string | undefined): MatterConsidered[] => namedIn(text).named;

/** True if a sentence says more than the matters that it names: why they were not considered. */
export const saysMore = (text: string): boolean => /[\p{L}\p{N}]/u.test(namedIn(text).besides);

function namedIn(text = ''): { readonly named: MatterConsidered[]; readonly besides: string } {
  let besides = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = new Set<MatterConsidered>();
  for (const matter of [...MATTERS_CONSIDERED].sort((a, b) => b.length - a.length)) {
    const code = ` ${matter.replaceAll('-', ' ')} `;
    if (!besides.includes(code)) continue;
    named.add(matter);
    besides = besides.replaceAll(code, ' ; ');
  }
  return { named: MATTERS_CONSIDERED.filter((matter) => named.has(matter)), besides };
}
