/**
 * What an older irotool spoilt as it merged two records: with a tag of a person it renamed what only looked
 * like one (a paper called `health` among those that are missing), and it did not rename what an action that
 * was settled is about. Pure.
 */

import { eventSpec, type Fact } from '../events/fact';
import { listOf } from '../events/reading';
import type { AttributeType } from '../events/spec';
import type { Numbered } from './merging';
import { isMatter, type OtherNames, typeOf } from './rewording';

/** An event with what it should say instead. */
export interface Spoilt {
  readonly id: number;
  readonly attribute: string;
  readonly is: string;
  readonly should: string;
}

/** Finds it, among the facts of the record that went and those that its merging entered under the other. */
export function spoiltBy(
  first: readonly Fact[],
  entered: readonly Numbered[],
  refOfAction: NonNullable<OtherNames['refOfAction']>,
): Spoilt[] {
  const taken = new Set<Fact>();
  const pairs = entered.flatMap((now) => {
    const was = first.find((each) => !taken.has(each) && isSameBut(each, now));
    if (was === undefined) return [];
    taken.add(was);
    return [{ was, now }];
  });
  const renamed = new Map<string, string>();
  for (const { was, now } of pairs) {
    for (const [name, type] of typesOf(was)) {
      if (!isRenamable(type)) continue;
      const [before, after] = [partsOf(was, name, type), partsOf(now, name, type)];
      before.forEach((part, at) => {
        if (part !== after[at]) renamed.set(keyOf(type, part), after[at]!);
      });
    }
  }
  const ofActionNow = (is: string, said: string, of: AttributeType | undefined): string =>
    of === undefined || is !== said ? is : (renamed.get(keyOf(of, said)) ?? said);
  return pairs.flatMap(({ was, now }) =>
    typesOf(was).flatMap(([attribute, type]): Spoilt[] => {
      const is = now.attributes[attribute]!;
      const said = was.attributes[attribute]!;
      const should =
        type === 'of-action'
          ? ofActionNow(is, said, refOfAction(was.attributes.action ?? ''))
          : isRenamable(type) || isReview(type)
            ? is
            : said;
      return should === is ? [] : [{ id: now.id, attribute, is, should }];
    }),
  );
}

const typesOf = (fact: Fact): [string, AttributeType | undefined][] =>
  Object.keys(fact.attributes).map((name) => [name, typeOf(fact, name)]);

const isList = (type: AttributeType | undefined): boolean => typeof type === 'object' && 'list' in type;
const isReview = (type: AttributeType | undefined): boolean =>
  type === 'review' || type === 'numbered-review';

/** A tag of a person, or the reference of a matter: what a merging has to rename. */
function isRenamable(type: AttributeType | undefined): type is AttributeType {
  if (type === undefined) return false;
  if (typeof type === 'object') return 'list' in type && type.of === 'people';
  return type === 'who' || type === 'someone' || type === 'disputed' || isMatter(type);
}

const keyOf = (type: AttributeType, part: string): string =>
  isMatter(type) ? `${String(type)} ${part}` : `person ${part.toLowerCase()}`;

const partsOf = ({ attributes }: Fact, name: string, type: AttributeType | undefined): readonly string[] =>
  isList(type) ? listOf(attributes[name]) : [attributes[name]!];

/** True of one and the same event, but for what a merging renamed or renumbered. */
function isSameBut(was: Fact, now: Fact): boolean {
  if (was.on !== now.on || was.kind !== now.kind || eventSpec(was.kind) === undefined) return false;
  const names = Object.keys(was.attributes);
  if (names.length !== Object.keys(now.attributes).length) return false;
  return names.every((name) => {
    const type = typeOf(was, name);
    if (now.attributes[name] === undefined) return false;
    if (isReview(type) || type === 'who' || type === 'disputed') return true;
    const [before, after] = [partsOf(was, name, type), partsOf(now, name, type)];
    return (
      before.length === after.length &&
      before.every((part, at) => part === after[at] || isNumbered(part, after[at]!))
    );
  });
}

/** `health-2` of `health`. */
const isNumbered = (part: string, other: string): boolean =>
  other.startsWith(`${part}-`) && /^\d+$/.test(other.slice(part.length + 1));
