/**
 * Who should be offered a part in a looked-after review, and who should be there and is not recorded.
 * By role and by the child's circumstances on the day of the review; what was decided about a person
 * is laid over it in participants.ts. Pure.
 */

import { detentionOn } from '../children/detention';
import { proceedingsIn } from '../children/proceedings';
import type { Story } from '../engine/moment';
import type { PARTS } from '../events/codes';
import { ageOn, birthday, type IsoDate } from '../time/dates';

export type PartInReview = (typeof PARTS)[number];

/** Someone of a child's review: `child`, `iro`, `social-worker`, or one of the child's people. */
export interface Someone {
  /** By which events speak of them. */
  readonly ref: string;
  /** A person's role; that of the three who have no tag is their ref. */
  readonly role: string;
  readonly hasResponsibility: boolean;
}

/** What about the child decides who should come. */
export interface Circumstances {
  readonly on: IsoDate;
  readonly born: IsoDate | null;
  /** The placement's code or words; null if none is recorded. */
  readonly placement: string | null;
  readonly withParents: boolean;
  /** In youth detention accommodation. */
  readonly detained: boolean;
  readonly forAdoption: boolean;
  readonly inProceedings: boolean;
  /** What the child needs to take part, as it was written. */
  readonly needs: string | null;
  /** Someone brings a legal adviser to support them. */
  readonly withLegalAdviser: boolean;
  /** Languages in which someone on the list needs an interpreter. */
  readonly languages: readonly string[];
}

/** The part that someone is offered. `none`: they are on the list only if it is so decided. */
export interface PartOffered {
  readonly ref: string;
  readonly part: PartInReview;
  /** Why, if it is not simply that they should be there. */
  readonly why: string | null;
}

/** Someone who should be there and is not recorded. */
export interface Gap {
  /** The role, or `responsibility` for anyone with parental responsibility. */
  readonly who: string;
  /** In words, after "Missing:". */
  readonly why: string;
}

/** Roles that look after the child day by day. */
export const CARING: readonly string[] = ['carer', 'adopter', 'residential-worker'];
/** In every review, or wherever they are recorded: a review is offered to them without asking. */
const COMES: readonly string[] = [
  'child',
  'iro',
  'social-worker',
  'parent',
  ...CARING,
  'supervising-social-worker',
  'link-worker',
  'teacher',
  'personal-adviser',
  'independent-visitor',
  'advocate',
  'interpreter',
  'guardian',
  'council-lawyer',
];

/** True if the child is asked before such a person is invited: health, family and others. */
export function isAskedFirst({ role, hasResponsibility }: Someone): boolean {
  return !COMES.includes(role) && !hasResponsibility;
}

/** True if not inviting them takes reasons: the child, a parent, a carer, who has responsibility. */
export function isOwedReasons({ role, hasResponsibility }: Someone): boolean {
  return role === 'child' || role === 'parent' || hasResponsibility || CARING.includes(role);
}

const FOSTER_CODE = /^U[1-6]\b/i;
const HOME_CODE = /^K2\b/i;
const WITH_PARENTS = /^P1\b|\bwith (?:(?:own|birth|the|their|his|her) )?parents?\b/i;

/** True of a placement with foster carers. */
export function isFoster(placement: string | null): boolean {
  return placement !== null && (FOSTER_CODE.test(placement) || /foster/i.test(placement));
}

/** True of a placement in a children's home. */
export function isResidential(placement: string | null): boolean {
  if (placement === null) return false;
  return HOME_CODE.test(placement) || /children['’]?s['’]? home|residential/i.test(placement);
}

/** The child's circumstances on a day, from the story; `languages` from the review's list. */
export function circumstancesOn(
  story: Story,
  on: IsoDate,
  said: Pick<Circumstances, 'needs' | 'languages' | 'withLegalAdviser'>,
): Circumstances {
  let placement: string | null = null;
  let withParents = false;
  let forAdoption = false;
  for (const { fact, counts, placedForAdoption, on: day } of story.moments) {
    if (day > on) break;
    // An eighteenth birthday is a moment too; it carries the state of the day.
    forAdoption = placedForAdoption;
    if (!counts) continue;
    switch (fact.kind) {
      case 'placement-started':
        placement = fact.attributes.kind ?? null;
        withParents = WITH_PARENTS.test(placement ?? '');
        break;
      case 'placed-with-parents':
        withParents = true;
        break;
      case 'placement-ended':
      case 'ceased-looked-after':
        placement = null;
        withParents = false;
        break;
    }
  }
  const then = story.moments.filter((moment) => moment.on <= on).map(({ fact }) => fact);
  const inProceedings = proceedingsIn(then) !== null;
  const detained = detentionOn(story, on) !== null;
  return { on, born: story.born, placement, withParents, detained, forAdoption, inProceedings, ...said };
}

/** What each is offered on that day, and who should be there and is not recorded. */
export function whoShouldCome(
  people: readonly Someone[],
  circumstances: Circumstances,
): { readonly offers: readonly PartOffered[]; readonly missing: readonly Gap[] } {
  return {
    offers: people.map((someone) => ({ ref: someone.ref, ...offerFor(someone, circumstances) })),
    missing: gapsIn(people, circumstances),
  };
}

function offerFor(someone: Someone, circumstances: Circumstances): Omit<PartOffered, 'ref'> {
  const { role } = someone;
  if (role === 'parent' && circumstances.forAdoption) {
    return { part: 'none', why: 'birth parents come only if social worker and IRO so decide' };
  }
  if (role === 'guardian') {
    return circumstances.inProceedings
      ? { part: 'distribution', why: 'invited where that is right' }
      : { part: 'none', why: 'no court proceedings run' };
  }
  if (role === 'council-lawyer' && !circumstances.withLegalAdviser) {
    return { part: 'none', why: 'no legal adviser comes' };
  }
  if (role === 'personal-adviser' && !hasReached(16, circumstances)) {
    return { part: 'none', why: 'from the 16th birthday' };
  }
  if (isAskedFirst(someone)) return { part: 'none', why: 'only after asking the child' };
  return { part: 'invited', why: null };
}

const hasReached = (age: number, { born, on }: Circumstances): boolean =>
  born !== null && on >= birthday(born, age);

/** From the 5th birthday up to the 16th. */
export function isOfSchoolAge(circumstances: Pick<Circumstances, 'born' | 'on'>): boolean {
  const { born, on } = circumstances;
  return born !== null && on >= birthday(born, 5) && on < birthday(born, 16);
}

function gapsIn(people: readonly Someone[], circumstances: Circumstances): Gap[] {
  const { placement, forAdoption, withParents, inProceedings, born, on } = circumstances;
  const has = (...roles: readonly string[]): boolean => people.some(({ role }) => roles.includes(role));
  const gaps: Gap[] = [];
  const gap = (who: string, why: string): void => {
    gaps.push({ who, why });
  };

  if (!has('social-worker')) gap('social-worker', 'no social worker is recorded.');
  // Whoever adopts shares responsibility from placement; birth parents come only by decision.
  if (!forAdoption && !people.some(({ hasResponsibility }) => hasResponsibility)) {
    gap('responsibility', 'nobody with parental responsibility is recorded.');
  }
  if (!has(...CARING) && !(withParents && has('parent'))) {
    gap('carer', whoeverCares(circumstances));
  }
  if (isFoster(placement) && !has('supervising-social-worker')) {
    gap(
      'supervising-social-worker',
      'no supervising social worker is recorded, and the child is in foster care.',
    );
  }
  if (isResidential(placement) && !has('link-worker')) {
    gap('link-worker', 'no link worker is recorded, and the child is in a children’s home.');
  }
  if (isOfSchoolAge(circumstances) && !has('teacher')) {
    gap('teacher', `no teacher is recorded, and the child is of school age (${ageOn(born!, on)}).`);
  }
  if (hasReached(16, circumstances) && !has('personal-adviser')) {
    gap('personal-adviser', `no personal adviser is recorded, and the child is ${ageOn(born!, on)}.`);
  }
  if (inProceedings && !has('guardian')) {
    gap('guardian', 'no children’s guardian is recorded, and court proceedings run.');
  }
  if (circumstances.withLegalAdviser && !has('council-lawyer')) {
    gap('council-lawyer', 'no lawyer of the council is recorded, and a legal adviser comes.');
  }
  return [...gaps, ...neededOf(people, circumstances)];
}

function whoeverCares({ detained, forAdoption }: Circumstances): string {
  if (detained) return 'nobody is recorded who works where the child is detained.';
  return forAdoption ? 'no adopter or carer is recorded.' : 'no carer is recorded.';
}

/** Those who are missing only if someone was recorded to need them. */
const NEEDED: readonly (readonly [role: string, called: RegExp, words: string])[] = [
  ['independent-visitor', /\bindependent visitor/i, 'independent visitor'],
  ['advocate', /\badvoca(?:te|cy)/i, 'advocate'],
  ['interpreter', /\binterpret(?:er|ing|ation)/i, 'interpreter'],
];

function neededOf(people: readonly Someone[], { needs, languages }: Circumstances): Gap[] {
  return NEEDED.flatMap(([role, called, words]) => {
    if (people.some((someone) => someone.role === role)) return [];
    const spoken = role === 'interpreter' ? languages : [];
    if (!called.test(needs ?? '') && spoken.length === 0) return [];
    const which = spoken.length === 0 ? '' : ` (${spoken.join(', ')})`;
    return [{ who: role, why: `no ${words} is recorded, and one is needed${which}.` }];
  });
}
