/**
 * `record` and `strike`: any event on a chronology, and the striking out of a mistake.
 */

import { withDetermination } from '../cases/determination';
import { factShown } from '../cases/fact-words';
import { colleagueNamed, subjectNamed, toRecord } from '../cases/find';
import { type Context, quietly, type Unit } from '../context';
import type { Fact } from '../core/events/fact';
import { readFact, readPairs } from '../core/events/reading';
import { vocabularyOf } from '../core/events/vocabulary';
import { eventWords } from '../core/events/words';
import { type IsoDate, longDate } from '../core/time/dates';
import { didYouMean, UsageError, UserError } from '../errors';
import { dayReader, exampleOf, readTyped } from '../recording/fact-typed';
import { record as save } from '../recording/saving';
import { wrongWith } from '../recording/wrong-with';
import type { Child } from '../store/children';
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
  const typedFact = await completeFact(context, unit, child, { on, kind, attributes: pairs });
  const fact = withDetermination(context, unit, child.ref, typedFact);
  const saved = await save(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: ${factShown(unit, fact)} on ${longDate(on)}.`,
    tellFlag: 'tell="…"',
    despite: options.despiteNoContact === true,
  });
  if (saved) context.print(`${child.ref}  ${eventWords(kind)} on ${longDate(on)}: recorded.`);
  return undefined;
}

/** The fact as typed, with what it needs and was not given asked for. */
async function completeFact(context: Context, unit: Unit, child: Child, typed: Fact): Promise<Fact> {
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
  return readTyped(context, unit, child, { on, kind, attributes: pairs });
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
    if (attribute.kind === 'colleague') return colleagueNamed(toRecord(context, unit.db), attribute, text);
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
