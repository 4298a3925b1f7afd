/** A fact as it was typed, `key=value`, held against the list of events. */
import { colleagueNamed, toRecord } from '../cases/find';
import { tagOrWords } from '../cases/people/someone';
import { whoFound } from '../cases/people/who';
import { type Context, quietly, type Unit } from '../context';
import type { AttributeSpec } from '../core/events/attribute';
import type { Fact } from '../core/events/fact';
import { listOf } from '../core/events/lists';
import { readFact } from '../core/events/reading';
import { vocabularyOf } from '../core/events/vocabulary';
import type { IsoDate } from '../core/time/dates';
import { readDate } from '../core/time/typed-dates';
import { didYouMean, nearest, UsageError } from '../errors';
import type { Child } from '../store/children';

/** Reads a typed date: what is to come is so from the day of the event, what happened had happened by today. */
export const dayReader =
  (context: Context, on: IsoDate) =>
  (text: string, name: string, lies: AttributeSpec['lies']): IsoDate | null => {
    const from = lies === 'future' ? on : context.today;
    return readDate(text, from, lies) === null ? null : context.date(text, name, lies, from);
  };

/**
 * The attributes as they were typed, held against the list of events. `kept` are those that were not typed, and are as
 * a fact keeps them.
 */
export function readTyped(
  context: Context,
  unit: Unit,
  child: Child,
  { on, kind, attributes }: Fact,
  kept: ReadonlySet<string> = new Set(),
): Fact {
  const spec = vocabularyOf(unit.pack).spec(kind);
  const pairs: Record<string, string> = { ...attributes };
  for (const [name, attribute] of Object.entries(spec?.attributes ?? {})) {
    const typed = pairs[name];
    if (typed === undefined || typed.trim() === '' || kept.has(name)) continue;
    pairs[name] = whomTyped(context, unit, child, attribute, typed, on);
  }
  const { fact, faults } = readFact(
    on,
    kind,
    pairs,
    vocabularyOf(unit.pack),
    didYouMean,
    dayReader(quietly(context), on),
  );
  if (!fact) throw new UsageError(faults.join(' '), exampleOf(unit, child.ref, kind));
  return fact;
}

/**
 * Whom an attribute names, as every command reads them: a colleague's number, a tag. What is nobody's on that day stays
 * as it was typed: it may be someone who is no longer there, and a tag that nobody has or had is refused where it is kept.
 */
function whomTyped(
  context: Context,
  unit: Unit,
  child: Child,
  attribute: AttributeSpec,
  typed: string,
  on: IsoDate,
): string {
  const tagOf = (who: string): string => whoFound(context, unit, child, who, on)?.ref ?? who;
  switch (attribute.kind) {
    case 'colleague':
      return String(colleagueNamed(toRecord(context, unit.db), attribute, typed).id);
    case 'who':
      return tagOf(typed);
    case 'people':
      return [...new Set(listOf(typed).map(tagOf))].join(',');
    case 'someone':
      return tagOrWords(context, unit, child, typed, on);
    default:
      return typed;
  }
}

/** What to type: `irotool record K77 review-called reason=… [by=…]`. */
export function exampleOf({ pack }: Unit, ref: string, kind: string): string {
  const vocabulary = vocabularyOf(pack);
  const spec = vocabulary.spec(kind);
  if (!spec) {
    const near = nearest(kind, vocabulary.kinds);
    return near === undefined
      ? 'Events are such as iro-allocated, placement-started, legal-status-changed and review-called.'
      : `irotool record ${ref} ${near} --on DATE`;
  }
  const names = Object.keys(spec.attributes);
  const needed = names.filter((name) => spec.attributes[name]!.required);
  const others = names.filter((name) => !needed.includes(name));
  // A few of them say how it goes: the help of `record` has them all.
  const shown = [...needed.map((name) => `${name}=…`), ...others.slice(0, 3).map((name) => `[${name}=…]`)];
  return ['irotool record', ref, kind, ...shown, ...(others.length > 3 ? ['…'] : [])].join(' ');
}
