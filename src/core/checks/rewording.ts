/**
 * Facts of one record as another would have them: with its tags of people, its references of
 * decisions and its numbers of reviews. Pure.
 */

import type { Story } from '../engine/moment';
import type { AttributeSpec } from '../events/attribute';
import { type Fact, specOf } from '../events/fact';
import { listOf } from '../events/lists';
import { disputeAbout } from '../reviews/recommendations';
import type { IsoDate } from '../time/dates';

/** What is called otherwise in the other record. */
export interface OtherNames {
  /** Tags of people, by the tag in small letters. */
  readonly tags?: ReadonlyMap<string, string>;
  /** References of matters, by `recommendation 2.1`. */
  readonly matters?: ReadonlyMap<string, string>;
  /** What an action's `ref` is, by the action's id: that of the facts from which it arises. */
  readonly refOfAction?: (action: string) => AttributeSpec | undefined;
}

/** What is known of an attribute of a fact; undefined if the list of events does not know it. */
export const attributeSpec = (fact: Fact, name: string): AttributeSpec | undefined =>
  specOf(fact)?.attributes[name];

/** The matter that a fact is about: `recommendation 2.1`; null if it is about none. */
export function matterOf(fact: Fact): string | null {
  const { ref } = fact.attributes;
  const matter = attributeSpec(fact, 'ref')?.matter;
  return ref === undefined || matter === undefined ? null : `${matter} ${ref}`;
}

/** The people of whom a fact speaks, by what the record calls them: in small letters. */
export const tagsIn = (fact: Fact): string[] =>
  Object.entries(fact.attributes).flatMap(([name, value]) =>
    ['who', 'someone', 'people', 'tags'].includes(attributeSpec(fact, name)?.kind ?? '')
      ? listOf(value).map((tag) => tag.toLowerCase())
      : [],
  );

/** A fact with people called by other tags, and matters by other references. The very fact if nothing changes. */
export function renamed<F extends Fact>(fact: F, names: OtherNames): F {
  const attributes = Object.fromEntries(
    Object.entries(fact.attributes).map(([name, value]) => {
      const known = attributeSpec(fact, name);
      const is = known?.kind === 'ofAction' ? names.refOfAction?.(fact.attributes.action ?? '') : known;
      return [name, is === undefined ? value : otherName(value, is, names)];
    }),
  );
  const isSame = Object.entries(attributes).every(([name, value]) => fact.attributes[name] === value);
  return isSame ? fact : { ...fact, attributes };
}

function otherName(value: string, { kind, matter }: AttributeSpec, { tags, matters }: OtherNames): string {
  const tag = (text: string): string => tags?.get(text.toLowerCase()) ?? text;
  if (kind === 'who' || kind === 'someone') return tag(value);
  if (kind === 'people') return listOf(value).map(tag).join(',');
  if (kind === 'refTo') return matters?.get(`${matter} ${value}`) ?? value;
  // A dispute says which recommendation it is about.
  const disputed = kind === 'disputed' ? matters?.get(value) : undefined;
  return disputed === undefined ? value : disputeAbout(disputed);
}

/**
 * References that two records use for different matters, each with what the first's becomes. A matter
 * of which both hold one and the same event is the same.
 */
export function sameMatters(theirs: readonly Fact[], own: readonly Fact[]): Map<string, string> {
  const used = new Set(own.flatMap((fact) => matterOf(fact) ?? []));
  const fresh = new Map<string, string>();
  for (const fact of theirs) {
    const matter = matterOf(fact);
    if (matter === null || !used.has(matter) || fresh.has(matter)) continue;
    const ofMatter = theirs.filter((each) => matterOf(each) === matter);
    if (ofMatter.some((each) => own.some((other) => isOne(each, other)))) continue;
    fresh.set(matter, freshReference(fact, [...own, ...theirs]));
  }
  return fresh;
}

function isOne(a: Fact, b: Fact): boolean {
  const names = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  return (
    a.on === b.on &&
    a.kind === b.kind &&
    [...names].every((name) => a.attributes[name] === b.attributes[name])
  );
}

function freshReference(fact: Fact, all: readonly Fact[]): string {
  const used = new Set(all.flatMap((each) => matterOf(each) ?? []));
  for (let number = 2; ; number++) {
    const ref = `${fact.attributes.ref}-${number}`;
    if (!used.has(`${attributeSpec(fact, 'ref')?.matter} ${ref}`)) return ref;
  }
}

/**
 * Facts with the number that each one's review has in the whole story. The very fact if it stays the
 * same.
 */
export function renumbered<F extends Fact>(facts: readonly F[], own: Story, whole: Story): F[] {
  const moments = new Map(own.moments.map((moment) => [moment.fact, moment]));
  return facts.map((fact) => {
    const moment = moments.get(fact);
    const name = Object.keys(fact.attributes).find(
      (each) => isReview(attributeSpec(fact, each)) && Number(fact.attributes[each]) > 0,
    );
    // A complaint may be made after care ended: it is of the period before it.
    const period = moment?.period ?? own.periods.findLastIndex(({ from }) => from <= fact.on);
    if (name === undefined || !moment || period < 0) return fact;
    const said = fact.attributes[name]!;
    const review = String(numberIn(Number(said), { on: fact.on, period }, own, whole));
    return review === said ? fact : { ...fact, attributes: { ...fact.attributes, [name]: review } };
  });
}

/** True of an attribute that is a review's number. */
export const isReview = (attribute: AttributeSpec | undefined): boolean =>
  attribute?.kind === 'review' || attribute?.kind === 'numberedReview';

function numberIn(
  number: number,
  { on, period }: { readonly on: IsoDate; readonly period: number },
  own: Story,
  whole: Story,
): number {
  const held = reviewsOf(own, period);
  const meeting = held.find((each) => each.number === number);
  if (meeting) {
    const same = whole.moments.find(
      (moment) => moment.isReview && moment.on === meeting.on && moment.meeting!.number !== null,
    );
    return same?.meeting?.number ?? number;
  }
  // One that is still to be held comes as long after the last as it did.
  const last = held.at(-1)?.number ?? 0;
  const wholePeriod = whole.periods.findLastIndex(({ from, to }) => from <= on && (to === null || on <= to));
  const lastOfAll = reviewsOf(whole, wholePeriod).at(-1)?.number ?? 0;
  return number > last ? number - last + lastOfAll : number;
}

function reviewsOf({ moments }: Story, period: number): { readonly number: number; readonly on: string }[] {
  return moments.flatMap(({ isReview, meeting, on }) =>
    isReview && meeting?.period === period && meeting.number !== null ? [{ number: meeting.number, on }] : [],
  );
}
