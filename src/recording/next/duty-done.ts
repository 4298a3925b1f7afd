import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import {
  actionsOwed,
  dutiesOwed,
  heldSince,
  isOneOfSeveral,
  needsMore,
  type OneMeant,
  whyNotOwed,
} from '../../core/checks/owed';
import { chronologyOf } from '../../core/engine/chronology';
import type { Duty } from '../../core/engine/duty';
import { bareEvent, type Fact, specOf } from '../../core/events/fact';
import { eventWords } from '../../core/events/words';
import type { Rule } from '../../core/rules/rule';
import { birthday, type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { type About, choicesIn, commandFor } from '../../steps/next/command';
import type { Child } from '../../store/children';
import type { DutyOf } from '../duty-typed';

export interface DoneOptions {
  readonly on?: string;
  readonly review?: string;
  readonly which?: string;
}

/** `done invite K77`: the duty was typed first. */
export function refuseSwapped(unit: Unit, words: readonly string[]): void {
  const [first, ...rest] = words;
  const isDuty = (word: string): boolean => unit.engine.rules.some((rule) => rule.id === word.toLowerCase());
  if (!isDuty(first!) || isDuty(words.at(-1)!)) return;
  throw new UsageError('The duty comes last.', `irotool done ${rest.join(' ')} ${first}`);
}

/** The fact that meets a child's duty, and the duty that it meets (null for an undated action). */
export function stepFor(
  context: Context,
  unit: Unit,
  { child, rule, meant }: DutyOf,
  on: IsoDate,
  options: DoneOptions,
): { fact: Fact; duty: Duty | null; held: number | null } {
  const { facts, reckoning } = reckoned(context, unit, child);
  const [pattern] = rule.metBy;
  const meeting = unit.engine.briefs.get(rule.id)?.meeting;
  if (meeting === 'review' || meeting === 'conference') {
    const command = commandFor(rule, aboutOf(child, on, { ref: null, review: null }));
    const choice = choicesIn(command);
    // The day is the one that was typed; none is made up.
    const dated = options.on === undefined ? command : command.replace('--on DATE', `--on ${on}`);
    throw new UserError(
      `"${rule.id}" is a ${meeting}: say how it was held.${choice === null ? '' : ` ${choice}`}`,
      dated,
    );
  }
  const held = meant.review === null ? heldSince(rule, on, chronologyOf(facts, child.born)) : null;
  const duty = onlyOne(child, rule, dutiesOwed(rule, reckoning.duties, meant, held, context.today));
  const owed = duty ?? onlyOne(child, rule, actionsOwed(rule, reckoning.actions, meant));
  if (owed === null) {
    throw new UserError(
      `${child.ref} does not owe "${rule.id}": ${whyNotOwed(rule, reckoning.duties, context.today)}.`,
      `To see what is owed: irotool due --child ${child.ref}`,
    );
  }
  const { attributes: may } = specOf(pattern!)!;
  const attributes = {
    ...(pattern!.key !== undefined && !isOneOfSeveral(rule) && { [pattern!.key]: pattern!.value! }),
    ...(may.review && owed.review !== null && { review: String(owed.review) }),
    ...(may.ref && owed.ref !== null && { ref: owed.ref }),
  };
  if (needsMore(rule, attributes)) {
    throw new UserError(`"${rule.id}" needs more than a tick.`, commandFor(rule, aboutOf(child, on, owed)));
  }
  if (duty && on < duty.arose && rule.doneSince === undefined) {
    throw new UserError(
      `${child.ref}: “${rule.duty}” has been asked for since ${longDate(duty.arose)} only (${eventWords(duty.from.event)}), so it was not done on ${longDate(on)}. Nothing was saved.`,
      `Check the day. If it is right, put the other right: irotool child show ${child.ref} --ids`,
    );
  }
  return { fact: { on, ...bareEvent(pattern!), attributes }, duty, held };
}

/** Of which child, and of which of several. */
function aboutOf({ ref, born }: Child, on: IsoDate, owed: OneMeant): About {
  const isUnderFour = born !== null && on < birthday(born, 4);
  return { ref, isUnderFour, which: owed.ref, review: owed.review };
}

/** The first; of several that only their own reference tells apart, which one must be said. */
function onlyOne<T extends { readonly ref: string | null }>(
  child: Child,
  rule: Rule,
  open: readonly T[],
): T | null {
  const refs = [...new Set(open.map(({ ref }) => ref))];
  if (refs.length < 2) return open[0] ?? null;
  throw new UsageError(
    `${child.ref} has ${refs.length} of those: ${refs.join(', ')}.`,
    `Say which: irotool done ${child.ref} ${rule.id} --which ${refs[0]}`,
  );
}
