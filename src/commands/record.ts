/**
 * `record` and `strike`: any event on a chronology, and the striking out of a mistake.
 */

import type { Context, Unit } from '../context';
import { type IsoDate, longDate, readDate } from '../core/dates';
import { eventSpec, type Fact } from '../core/events';
import { readFact, readPairs } from '../core/facts';
import { didYouMean, UsageError, UserError } from '../errors';
import { reckon, refreshChild } from '../store/agenda';
import { childById } from '../store/children';
import { factsOf, findEvent, strikeEvent } from '../store/chronology';
import { personById } from '../store/people';
import { askText, canAsk, confirm, requireFlags } from '../ui/prompts';
import { childNamed, personNamed } from './find';
import { movedDates, record as save, upTo } from './saving';

/** Runs `record REF EVENT [key=value…]`. */
export async function record(
  context: Context,
  [ref, kind, words]: readonly [string, string, string[]],
  options: { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = options.on === undefined ? context.today : context.date(options.on, '--on', 'past');
  const pairs = readPairs(words);
  if (pairs === null) {
    throw new UsageError(`"${words[0]}" is not key=value.`, `irotool record ${child.ref} ${kind} key=value`);
  }
  const fact = await completeFact(context, unit, on, kind, pairs);
  const saved = await save(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: ${factWords(unit, fact)} on ${longDate(on)}.`,
  });
  if (saved) context.print(`${child.ref}  ${kind} on ${longDate(on)}: recorded.`);
  return undefined;
}

/** The fact as typed, with what it needs and was not given asked for. */
async function completeFact(
  context: Context,
  unit: Unit,
  on: IsoDate,
  kind: string,
  typed: Record<string, string>,
): Promise<Fact> {
  const pairs = { ...typed };
  const spec = eventSpec(kind);
  if (spec && canAsk(context)) {
    for (const [name, attribute] of Object.entries(spec.attributes)) {
      if (attribute.required && pairs[name] === undefined)
        pairs[name] = await askText(context, { message: name });
    }
  }
  if (spec?.attributes.iro && pairs.iro !== undefined) {
    pairs.iro = String(personNamed(unit.db, pairs.iro, 'iro', 'IRO').id);
  }
  const { fact, faults } = readFact(on, kind, pairs, didYouMean, (text) => readDate(text, context.today));
  if (!fact) throw new UsageError(faults.join(' '), `irotool record --help`);
  return fact;
}

/** A fact in words: `legal-status-changed (basis C2)`, with a person's name for their number. */
export function factWords(unit: Pick<Unit, 'db'>, fact: Fact): string {
  const attributes = Object.entries(fact.attributes).map(([name, value]) => {
    const person = name === 'iro' ? personById(unit.db, Number(value)) : undefined;
    return `${name} ${person?.name ?? value}`;
  });
  return attributes.length === 0 ? fact.kind : `${fact.kind} (${attributes.join(', ')})`;
}

/** Runs `strike EVENT-ID --why "…"`. */
export async function strike(
  context: Context,
  [typed]: readonly [string],
  options: { readonly why?: string },
): Promise<undefined> {
  const unit = await context.open();
  const event = /^\d+$/.test(typed) ? findEvent(unit.db, Number(typed)) : undefined;
  if (!event) {
    throw new UserError(
      `There is no event ${typed}.`,
      'The numbers are beside each line of: irotool child show REF',
    );
  }
  if (event.struck) throw new UserError(`Event ${event.id} is struck out already.`);
  const child = childById(unit.db, event.childId)!;
  requireFlags(context, options.why === undefined ? ['--why'] : []);
  const why = options.why ?? (await askText(context, { message: 'Why is it struck out?' }));
  if (why.trim() === '') throw new UsageError('--why needs a reason.');
  const facts = factsOf(unit.db, child.id);
  const left = facts.filter((fact) => fact.id !== event.id);
  const before = reckon(upTo(facts, context.today), child.born, unit.engine);
  const after = reckon(upTo(left, context.today), child.born, unit.engine);
  refuseStranding(child.ref, before, after);
  context.say(`${child.ref}: striking out ${factWords(unit, event)} of ${longDate(event.on)}.`);
  for (const line of movedDates(before, after, context.today)) context.say(`  ${line}`);
  if (!(await confirm(context, 'Strike it out?'))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  unit.save(() => {
    strikeEvent(unit.db, event.id, why.trim());
    refreshChild(unit.db, child, unit.engine);
  });
  context.print(`${child.ref}  event ${event.id} struck out. It stays on the chronology, with the reason.`);
  return undefined;
}

/** Striking out the start of care would leave what follows outside care: that comes off first. */
function refuseStranding(
  ref: string,
  before: { story: { notes: readonly string[] } },
  after: { story: { notes: readonly string[] } },
): void {
  const stranded = after.story.notes.find((note) => !before.story.notes.includes(note));
  if (stranded === undefined) return;
  throw new UserError(
    `${ref}: without it, ${stranded.replace(' does nothing:', ' would count for nothing:')}.`,
    `Strike that one out first. The numbers are in: irotool child show ${ref}`,
  );
}
