/**
 * Facts of one record as another would have them: with its tags of people, its references of
 * decisions and its numbers of reviews. Pure.
 */
import type { IsoDate } from './dates';
import { eventSpec, type Fact } from './events';
import { listOf } from './facts';
import type { Story } from './moment';
import { disputeAbout } from './recommendations';

/** Events whose `ref` is the tag of one of the child's people. */
export const OF_PEOPLE: ReadonlySet<string> = new Set([
  'participant-listed',
  'not-invited',
  'written-reasons-sent',
  'exclusion-looked-at',
  'views-given',
  'record-sent',
]);

/** What a `ref` is a reference in: decisions and recommendations share theirs. Null where it is a tag. */
function familyOf(kind: string): string | null {
  if (OF_PEOPLE.has(kind)) return null;
  const [word] = kind.split('-');
  if (word === 'decision') return 'recommendation';
  return word === 'cafcass' ? 'dispute' : word!;
}

/** The matter that a fact is about: `recommendation 2.1`; null where it is about none. */
function matterOf({ kind, attributes }: Fact): string | null {
  const family = attributes.ref === undefined ? null : familyOf(kind);
  return family === null ? null : `${family} ${attributes.ref}`;
}

/** A fact with people called by other tags, and matters by other references. The very fact where nothing changes. */
export function renamed<F extends Fact>(
  fact: F,
  tags: ReadonlyMap<string, string>,
  matters: ReadonlyMap<string, string> = new Map(),
): F {
  const attributes = Object.fromEntries(
    Object.entries(fact.attributes).map(([name, value]) => {
      if (name === 'ref' && !OF_PEOPLE.has(fact.kind)) {
        return [name, matters.get(matterOf(fact) ?? '') ?? value];
      }
      // A dispute says which recommendation it is about.
      const disputed = fact.kind === 'dispute-opened' && name === 'about' ? matters.get(value) : undefined;
      if (disputed !== undefined) return [name, disputeAbout(disputed)];
      return [name, withTags(fact.kind, name, value, tags)];
    }),
  );
  const isSame = Object.entries(attributes).every(([name, value]) => fact.attributes[name] === value);
  return isSame ? fact : { ...fact, attributes };
}

function withTags(kind: string, name: string, value: string, tags: ReadonlyMap<string, string>): string {
  const type = eventSpec(kind)?.attributes[name]?.type;
  const tag = (text: string): string => tags.get(text.toLowerCase()) ?? text;
  if (type === 'text') return tag(value);
  if (typeof type === 'object' && 'list' in type && type.list === 'any')
    return listOf(value).map(tag).join(',');
  return value;
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
  const family = familyOf(fact.kind);
  for (let number = 2; ; number++) {
    const ref = `${fact.attributes.ref}-${number}`;
    if (!used.has(`${family} ${ref}`)) return ref;
  }
}

/**
 * Facts with the number that each one's review has in the whole story. The very fact where it stays the
 * same.
 */
export function renumbered<F extends Fact>(facts: readonly F[], own: Story, whole: Story): F[] {
  const moments = new Map(own.moments.map((moment) => [moment.fact, moment]));
  return facts.map((fact) => {
    const moment = moments.get(fact);
    const name = NAMES_OF_REVIEWS.find((each) => Number(fact.attributes[each]) > 0);
    // A complaint may be made after care ended: it is of the period before it.
    const period = moment?.period ?? own.periods.findLastIndex(({ from }) => from <= fact.on);
    if (name === undefined || !moment || period < 0) return fact;
    const said = fact.attributes[name]!;
    const review = String(numberIn(Number(said), { on: fact.on, period }, own, whole));
    return review === said ? fact : { ...fact, attributes: { ...fact.attributes, [name]: review } };
  });
}

/** Attributes that are a review's number. */
const NAMES_OF_REVIEWS = ['review', 'about-review'];

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
