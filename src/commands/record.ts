/**
 * `record` and `strike`: any event on a chronology, and the striking out of a mistake.
 */

import { withDetermination } from '../cases/determination';
import { factWords } from '../cases/fact-words';
import { colleagueNamed, subjectNamed } from '../cases/find';
import { type Context, quietly, type Unit } from '../context';
import type { AttributeSpec } from '../core/events/attribute';
import type { Fact } from '../core/events/fact';
import { readFact, readPairs } from '../core/events/reading';
import { vocabularyOf } from '../core/events/vocabulary';
import { eventWords } from '../core/events/words';
import { type IsoDate, longDate } from '../core/time/dates';
import { readDate } from '../core/time/typed-dates';
import { didYouMean, nearest, UsageError, UserError } from '../errors';
import { record as save } from '../recording/saving';
import { wrongWith } from '../recording/wrong-with';
import { askText, canAsk } from '../ui/prompts';

/** Runs `record REF EVENT [key=value…]`. */
export async function record(
  context: Context,
  [ref, typed, words]: readonly [string, string, string[]],
  options: { readonly on?: string; readonly despiteNoContact?: true },
): Promise<undefined> {
  const unit = await context.open();
  const kind = typed.toLowerCase();
  const child = subjectNamed(unit.db, ref);
  const on = options.on === undefined ? context.today : context.date(options.on, '--on', 'past');
  const pairs = readPairs(words);
  if (pairs === null) {
    throw new UsageError(
      'After the event come its attributes, as key=value.',
      exampleOf(unit, child.ref, kind),
    );
  }
  const typedFact = await completeFact(context, unit, child.ref, { on, kind, attributes: pairs });
  const fact = withDetermination(context, unit, child.ref, typedFact);
  const saved = await save(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: ${factWords(unit, fact)} on ${longDate(on)}.`,
    tellFlag: 'tell="…"',
    despite: options.despiteNoContact === true,
  });
  if (saved) context.print(`${child.ref}  ${eventWords(kind)} on ${longDate(on)}: recorded.`);
  return undefined;
}

/** The fact as typed, with what it needs and was not given asked for. */
async function completeFact(context: Context, unit: Unit, ref: string, typed: Fact): Promise<Fact> {
  const { on, kind } = typed;
  const pairs: Record<string, string> = { ...typed.attributes };
  const spec = vocabularyOf(unit.pack).spec(kind);
  if (spec && canAsk(context)) {
    for (const [name, attribute] of Object.entries(spec.attributes)) {
      if (attribute.required && pairs[name] === undefined) {
        pairs[name] = await askText(context, {
          message: vocabularyOf(unit.pack).named(kind).own === undefined ? name : attribute.help,
          check: (text) => checkAttribute(quietly(context), unit, on, kind, name, text),
        });
      }
    }
  }
  return readTyped(context, unit, ref, { on, kind, attributes: pairs });
}

/** What is wrong with one attribute as it was answered, or true. */
function checkAttribute(
  context: Context,
  unit: Unit,
  on: IsoDate,
  kind: string,
  name: string,
  text: string,
): string | true {
  const attribute = vocabularyOf(unit.pack).spec(kind)!.attributes[name]!;
  return wrongWith(() => {
    if (attribute.kind === 'colleague') return colleagueNamed(unit.db, attribute, text);
    const { faults } = readFact(
      on,
      kind,
      { [name]: text },
      vocabularyOf(unit.pack),
      didYouMean,
      dayReader(context, on),
    );
    // The others have not been asked for yet.
    const [fault] = faults.filter((each) => !each.startsWith(`"${kind}" needs `));
    if (fault !== undefined) throw new UserError(fault, '');
    return undefined;
  });
}

/** Reads a typed date: what is to come is so from the day of the event, what happened had happened by today. */
const dayReader =
  (context: Context, on: IsoDate) =>
  (text: string, name: string, lies: AttributeSpec['lies']): IsoDate | null => {
    const from = lies === 'future' ? on : context.today;
    return readDate(text, from, lies) === null ? null : context.date(text, name, lies, from);
  };

/** The attributes as they were typed, held against the list of events. */
function readTyped(context: Context, unit: Unit, ref: string, { on, kind, attributes }: Fact): Fact {
  const spec = vocabularyOf(unit.pack).spec(kind);
  const pairs: Record<string, string> = { ...attributes };
  for (const [name, attribute] of Object.entries(spec?.attributes ?? {})) {
    if (attribute.kind !== 'colleague' || pairs[name] === undefined) continue;
    pairs[name] = String(colleagueNamed(unit.db, attribute, pairs[name]).id);
  }
  const { fact, faults } = readFact(
    on,
    kind,
    pairs,
    vocabularyOf(unit.pack),
    didYouMean,
    dayReader(quietly(context), on),
  );
  if (!fact) throw new UsageError(faults.join(' '), exampleOf(unit, ref, kind));
  return fact;
}

/** What to type: `irotool record K77 review-called reason=… [by=…]`. */
function exampleOf({ pack }: Unit, ref: string, kind: string): string {
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
