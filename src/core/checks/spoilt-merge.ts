/**
 * What an older irotool spoilt as it merged two records: with a tag of a person it renamed what only looked
 * like one (a paper called `health` among those that are missing), and it did not rename what an action that
 * was settled is about. Pure.
 */

import type { Numbered } from '../engine/chronology';
import { type AttributeSpec, isList, type Kind } from '../events/attribute';
import { type Fact, specOf } from '../events/fact';
import { listOf } from '../events/lists';
import { attributeSpec, isReview, type OtherNames } from './rewording';

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
    for (const [name, known] of attributesOf(was)) {
      if (!isRenamable(known)) continue;
      const [before, after] = [partsOf(was, name, known), partsOf(now, name, known)];
      before.forEach((part, at) => {
        if (part !== after[at]) renamed.set(keyOf(known, part), after[at]!);
      });
    }
  }
  const ofActionNow = (is: string, said: string, of: AttributeSpec | undefined): string =>
    of === undefined || is !== said ? is : (renamed.get(keyOf(of, said)) ?? said);
  return pairs.flatMap(({ was, now }) =>
    attributesOf(was).flatMap(([attribute, known]): Spoilt[] => {
      const is = now.attributes[attribute]!;
      const said = was.attributes[attribute]!;
      const should =
        known?.kind === 'ofAction'
          ? ofActionNow(is, said, refOfAction(was.attributes.action ?? ''))
          : isRenamable(known) || isReview(known)
            ? is
            : said;
      return should === is ? [] : [{ id: now.id, attribute, is, should }];
    }),
  );
}

const attributesOf = (fact: Fact): [string, AttributeSpec | undefined][] =>
  Object.keys(fact.attributes).map((name) => [name, attributeSpec(fact, name)]);

const RENAMABLE: ReadonlySet<Kind> = new Set<Kind>(['who', 'people', 'someone', 'disputed', 'refTo']);

/** A tag of a person, or the reference of a matter: what a merging has to rename. */
const isRenamable = (attribute: AttributeSpec | undefined): attribute is AttributeSpec =>
  attribute !== undefined && RENAMABLE.has(attribute.kind);

const keyOf = ({ matter }: AttributeSpec, part: string): string =>
  matter === undefined ? `person ${part.toLowerCase()}` : `${matter} ${part}`;

const partsOf = ({ attributes }: Fact, name: string, known: AttributeSpec | undefined): readonly string[] =>
  known && isList(known.kind) ? listOf(attributes[name]) : [attributes[name]!];

/** True of one and the same event, but for what a merging renamed or renumbered. */
function isSameBut(was: Fact, now: Fact): boolean {
  if (was.on !== now.on || was.kind !== now.kind || specOf(was) === undefined) return false;
  const names = Object.keys(was.attributes);
  if (names.length !== Object.keys(now.attributes).length) return false;
  return names.every((name) => {
    const known = attributeSpec(was, name);
    if (now.attributes[name] === undefined) return false;
    if (isReview(known) || known?.kind === 'who' || known?.kind === 'disputed') return true;
    const [before, after] = [partsOf(was, name, known), partsOf(now, name, known)];
    return (
      before.length === after.length &&
      before.every((part, at) => part === after[at] || isNumbered(part, after[at]!))
    );
  });
}

/** `health-2` of `health`. */
const isNumbered = (part: string, other: string): boolean =>
  other.startsWith(`${part}-`) && /^\d+$/.test(other.slice(part.length + 1));
