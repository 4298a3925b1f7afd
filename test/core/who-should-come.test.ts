import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/core/engine/story';
import type { Fact } from '../../src/core/events/fact';
import { exclusionsOn, lastExclusionOf, standingExclusions } from '../../src/core/reviews/exclusions';
import { manyInvited, participantsIn } from '../../src/core/reviews/participants';
import { reviewRecords } from '../../src/core/reviews/record';
import {
  type Circumstances,
  circumstancesOn,
  isAskedFirst,
  isFoster,
  isOwedReasons,
  isResidential,
  type Someone,
  whoShouldCome,
} from '../../src/core/reviews/who-should-come';
import { isoDate } from '../../src/core/time/dates';

const DAY = isoDate('2026-03-13');

/** `2026-03-02 placement-started kind=U1` */
function facts(...lines: string[]): Fact[] {
  return lines.map((line, at) => {
    const [on, kind, ...pairs] = line.split(' ');
    const attributes = Object.fromEntries(
      pairs.map((pair) => pair.split('=').map((part) => part.replaceAll('_', ' ')) as [string, string]),
    );
    return { on: isoDate(on!), kind: kind!, attributes, id: at + 1 };
  });
}

const CARE = '2026-03-02 became-looked-after basis=V2';

/** A child of ten with a placement that asks for nobody in particular. */
const ordinary: Circumstances = {
  on: DAY,
  born: isoDate('2015-05-02'),
  placement: null,
  withParents: false,
  detained: false,
  forAdoption: false,
  inProceedings: false,
  needs: null,
  languages: [],
  withLegalAdviser: false,
};

const someone = (role: string, hasResponsibility = false): Someone => ({
  ref: role,
  role,
  hasResponsibility,
});

/** Social worker, mother, carer and teacher: nobody is missing of a child of ten. */
const USUAL = [someone('social-worker'), someone('parent', true), someone('carer'), someone('teacher')];

const missing = (people: readonly Someone[], circumstances: Partial<Circumstances> = {}): string[] =>
  whoShouldCome(people, { ...ordinary, ...circumstances }).missing.map(({ who }) => who);

const offered = (who: Someone, circumstances: Partial<Circumstances> = {}): string =>
  whoShouldCome([who], { ...ordinary, ...circumstances }).offers[0]!.part;

describe('who is offered a part', () => {
  it.each([
    'child',
    'iro',
    'social-worker',
    'parent',
    'carer',
    'adopter',
    'residential-worker',
    'supervising-social-worker',
    'link-worker',
    'teacher',
    'independent-visitor',
    'advocate',
    'interpreter',
  ])('invites the %s', (role) => expect(offered(someone(role))).toBe('invited'));

  it.each(['health', 'relative', 'other', 'supporter', 'manager', 'legal-adviser'])(
    'leaves out the %s until the child was asked',
    (role) => {
      expect(offered(someone(role))).toBe('none');
      expect(isAskedFirst(someone(role))).toBe(true);
    },
  );

  it('invites whoever has parental responsibility, whatever else they are', () => {
    expect(offered(someone('relative', true))).toBe('invited');
    expect(isAskedFirst(someone('relative', true))).toBe(false);
  });

  it('invites a personal adviser from the 16th birthday, not the day before', () => {
    const born = isoDate('2010-03-14');
    expect(offered(someone('personal-adviser'), { born, on: isoDate('2026-03-13') })).toBe('none');
    expect(offered(someone('personal-adviser'), { born, on: isoDate('2026-03-14') })).toBe('invited');
  });

  it('puts the guardian on the distribution list while proceedings run', () => {
    expect(offered(someone('guardian'), { inProceedings: true })).toBe('distribution');
    expect(offered(someone('guardian'))).toBe('none');
  });

  it('does not invite birth parents of a child placed for adoption; adopters come', () => {
    expect(offered(someone('parent', true), { forAdoption: true })).toBe('none');
    expect(offered(someone('adopter'), { forAdoption: true })).toBe('invited');
  });

  it('owes reasons to child, parent, carer and whoever has responsibility', () => {
    const owed = ['child', 'parent', 'carer', 'adopter', 'residential-worker'];
    expect(owed.every((role) => isOwedReasons(someone(role)))).toBe(true);
    expect(isOwedReasons(someone('relative', true))).toBe(true);
    expect(['relative', 'teacher', 'iro'].some((role) => isOwedReasons(someone(role)))).toBe(false);
  });
});

describe('who is missing', () => {
  it('is nobody if the usual people are recorded', () => {
    expect(missing(USUAL)).toEqual([]);
  });

  it.each([
    ['social-worker', 'social-worker'],
    ['parent', 'responsibility'],
    ['carer', 'carer'],
    ['teacher', 'teacher'],
  ])('names the gap that is left without the %s', (role, gap) => {
    expect(missing(USUAL.filter((each) => each.role !== role))).toEqual([gap]);
  });

  it('asks for parental responsibility, not only for a parent', () => {
    expect(missing([...USUAL.filter(({ role }) => role !== 'parent'), someone('parent')])).toEqual([
      'responsibility',
    ]);
  });

  it.each([
    ['2021-03-14', []],
    ['2021-03-13', ['teacher']],
    ['2010-03-14', ['teacher']],
    ['2010-03-13', ['personal-adviser']],
  ])('of a child born on %s: %j', (born, gaps) => {
    expect(
      missing(
        USUAL.filter(({ role }) => role !== 'teacher'),
        { born: isoDate(born) },
      ),
    ).toEqual(gaps);
  });

  it('says nothing of school if the date of birth is not recorded', () => {
    expect(
      missing(
        USUAL.filter(({ role }) => role !== 'teacher'),
        { born: null },
      ),
    ).toEqual([]);
  });

  it.each([
    ['U1', 'supervising-social-worker'],
    ['u6', 'supervising-social-worker'],
    ['Foster care with relatives', 'supervising-social-worker'],
    ['K2', 'link-worker'],
    ["a children's home", 'link-worker'],
    ['The Elms, residential', 'link-worker'],
  ])('in %s the %s', (placement, role) => {
    expect(missing(USUAL, { placement })).toEqual([role]);
    expect(missing([...USUAL, someone(role)], { placement })).toEqual([]);
  });

  it.each(['U7', 'K1', 'P2', 'hospital'])('asks for neither in %s', (placement) => {
    expect(isFoster(placement) || isResidential(placement)).toBe(false);
    expect(missing(USUAL, { placement })).toEqual([]);
  });

  it('is no carer where the child lives with a parent', () => {
    const people = USUAL.filter(({ role }) => role !== 'carer');
    expect(missing(people, { withParents: true })).toEqual([]);
    expect(missing(people, { withParents: false })).toEqual(['carer']);
  });

  it('is the guardian while proceedings run', () => {
    expect(missing(USUAL, { inProceedings: true })).toEqual(['guardian']);
    expect(missing([...USUAL, someone('guardian')], { inProceedings: true })).toEqual([]);
  });

  it('asks for no birth parent if the child is placed for adoption', () => {
    expect(missing([someone('social-worker'), someone('teacher')], { forAdoption: true })).toEqual(['carer']);
    expect(
      missing([...USUAL.slice(0, 1), someone('adopter'), someone('teacher')], { forAdoption: true }),
    ).toEqual([]);
  });

  it.each([
    ['An advocate, please', 'advocate'],
    ['Interpreter (Tigrinya)', 'interpreter'],
    ['Would like an independent visitor', 'independent-visitor'],
  ])('by what is recorded as needed: %s', (needs, role) => {
    expect(missing(USUAL, { needs })).toEqual([role]);
    expect(missing([...USUAL, someone(role)], { needs })).toEqual([]);
    expect(missing(USUAL, { needs: 'A ramp and large print' })).toEqual([]);
  });

  it('is the interpreter whom someone on the list needs', () => {
    const { missing: gaps } = whoShouldCome(USUAL, { ...ordinary, languages: ['Polish'] });
    expect(gaps).toEqual([
      { who: 'interpreter', why: 'no interpreter is recorded, and one is needed (Polish).' },
    ]);
  });
});

describe('the council’s lawyer', () => {
  it('comes if a legal adviser does, and is missing if none is recorded', () => {
    const brought = { ...ordinary, withLegalAdviser: true };
    expect(whoShouldCome(USUAL, brought).missing).toEqual([
      { who: 'council-lawyer', why: 'no lawyer of the council is recorded, and a legal adviser comes.' },
    ]);
    const people = [...USUAL, someone('council-lawyer')];
    expect(whoShouldCome(people, brought).missing).toEqual([]);
    expect(whoShouldCome(people, brought).offers.at(-1)).toMatchObject({ part: 'invited' });
    expect(whoShouldCome(people, ordinary).offers.at(-1)).toMatchObject({ part: 'none' });
  });
});

describe('the circumstances of a day', () => {
  const on = (day: string, ...lines: string[]): Circumstances =>
    circumstancesOn(readStory(facts(CARE, ...lines), isoDate('2015-05-02')), isoDate(day), {
      needs: null,
      languages: [],
      withLegalAdviser: false,
    });

  it('hold the placement until it ends', () => {
    const lines = ['2026-03-02 placement-started kind=U1', '2026-03-10 placement-ended'];
    expect(on('2026-03-09', ...lines).placement).toBe('U1');
    expect(on('2026-03-10', ...lines).placement).toBeNull();
  });

  it('know a placement with parents by its code, its words or its event', () => {
    expect(on('2026-03-13', '2026-03-10 placement-started kind=P1').withParents).toBe(true);
    expect(on('2026-03-13', '2026-03-10 placement-started kind=at_home_with_parents').withParents).toBe(true);
    expect(on('2026-03-13', '2026-03-10 placed-with-parents').withParents).toBe(true);
    expect(on('2026-03-13', '2026-03-10 placement-started kind=with_foster_parents').withParents).toBe(false);
    const moved = ['2026-03-10 placed-with-parents', '2026-03-11 placement-started kind=U1'];
    expect(on('2026-03-13', ...moved).withParents).toBe(false);
  });

  it('know whether proceedings run', () => {
    const lines = ['2026-03-05 proceedings-started', '2026-03-12 proceedings-ended'];
    expect(on('2026-03-04', ...lines).inProceedings).toBe(false);
    expect(on('2026-03-05', ...lines).inProceedings).toBe(true);
    expect(on('2026-03-12', ...lines).inProceedings).toBe(false);
  });

  it('know a placement for adoption and its end', () => {
    const lines = ['2026-03-05 placed-for-adoption', '2026-03-12 adoption-placement-ended'];
    expect(on('2026-03-04', ...lines).forAdoption).toBe(false);
    expect(on('2026-03-05', ...lines).forAdoption).toBe(true);
    expect(on('2026-03-12', ...lines).forAdoption).toBe(false);
  });
});

describe('decisions not to invite', () => {
  const DECIDED = '2026-03-10 not-invited ref=mother concern=x by=2026-03-30 part=all';
  const story = (...lines: string[]) => readStory(facts(CARE, ...lines), null);

  it('stand until they are ended, from one review to the next', () => {
    const held = story(DECIDED, '2026-03-24 review-held');
    expect(standingExclusions(held).map(({ ref, review }) => [ref, review])).toEqual([['mother', 1]]);
    const ended = story(
      DECIDED,
      '2026-03-24 review-held',
      '2026-03-25 exclusion-looked-at ref=mother outcome=ended',
    );
    expect(standingExclusions(ended)).toEqual([]);
    expect(exclusionsOn(ended, 0, isoDate('2026-03-24'))).toHaveLength(1);
    expect(exclusionsOn(ended, 0, isoDate('2026-03-09'))).toEqual([]);
  });

  it('give the day fixed last, and the day the reasons were sent', () => {
    const [kept] = standingExclusions(
      story(
        DECIDED,
        '2026-03-11 written-reasons-sent ref=mother',
        '2026-03-12 exclusion-looked-at ref=mother outcome=kept by=2026-06-30',
      ),
    );
    expect(kept).toMatchObject({
      lookAgainBy: '2026-06-30',
      reasonsSentOn: '2026-03-11',
      decidedOn: '2026-03-10',
    });
  });

  it('do not last into another period of care', () => {
    const again = story(DECIDED, '2026-04-01 ceased-looked-after', '2026-05-01 became-looked-after basis=V2');
    expect(standingExclusions(again)).toEqual([]);
    expect(lastExclusionOf(again, 'mother')).toBeUndefined();
  });
});

describe('the list of a review', () => {
  const people = [someone('child'), someone('parent', true), someone('health')];
  const listFor = (number: number, ...lines: string[]) => {
    const story = readStory(facts(CARE, ...lines), null);
    const records = reviewRecords(story);
    const { offers } = whoShouldCome(people, ordinary);
    return participantsIn(
      people,
      offers,
      records.find((record) => record.number === number),
      records.filter((record) => record.number! < number),
      standingExclusions(story),
    );
  };

  it('is the offer if nothing was recorded, and what was recorded elsewhere', () => {
    const list = listFor(1, '2026-03-10 participant-listed ref=health part=invited child-wishes=yes');
    expect(list.map(({ ref, part, isProposed }) => [ref, part, isProposed])).toEqual([
      ['child', 'invited', true],
      ['parent', 'invited', true],
      ['health', 'invited', false],
    ]);
    expect(list[2]!.childWishes).toBe('yes');
  });

  it('takes the last word on each, of this review only', () => {
    const lines = [
      '2026-03-10 participant-listed ref=health part=invited',
      '2026-03-11 participant-listed ref=health part=none',
      '2026-03-20 review-held',
    ];
    expect(listFor(1, ...lines)[2]).toMatchObject({ part: 'none', isProposed: false });
    expect(listFor(2, ...lines)[2]).toMatchObject({ part: 'none', isProposed: true });
  });

  it('keeps an interpreter and needs for the next review, but no delegate', () => {
    const lines = [
      '2026-03-10 participant-listed ref=parent part=invited interpreter=Polish needs=a_ramp delegate=X',
      '2026-03-20 review-held',
    ];
    expect(listFor(2, ...lines)[1]).toMatchObject({ interpreter: 'Polish', needs: 'a ramp', delegate: null });
    const ended = [...lines, '2026-03-21 participant-listed ref=parent part=invited interpreter=none'];
    expect(listFor(2, ...ended)[1]!.interpreter).toBeNull();
  });

  it('offers to consult whoever is not invited, and to invite whoever misses a part', () => {
    const all = listFor(1, '2026-03-10 not-invited ref=parent concern=x part=all');
    expect(all[1]).toMatchObject({ part: 'consulted', isProposed: true });
    const some = listFor(1, '2026-03-10 not-invited ref=parent concern=x part=some');
    expect(some[1]).toMatchObject({ part: 'invited', isProposed: true });
    expect(some[1]!.exclusion?.isForPart).toBe(true);
  });

  it('says that there are many from thirteen', () => {
    const [one] = listFor(1);
    expect(manyInvited(Array.from({ length: 12 }, () => one!))).toBeNull();
    expect(manyInvited(Array.from({ length: 13 }, () => one!))).toBe(13);
  });
});
