/** Which independent reviewing officer (IRO) a child has, and is given: chosen, held against family and independence, recorded. */
import { filled } from '../../cases/find';
import { iroChoices, iroNotes, refuseSharedInFamily } from '../../cases/people/iros';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { type IroOfChild, iroOn, irosOf, periodOn } from '../../core/children/iro-record';
import { type Fact, given } from '../../core/events/fact';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { printScreen, sayScreen } from '../../screens/show';
import type { Child } from '../../store/children';
import { type Person, personById } from '../../store/people/people';
import { quotedName } from '../../ui/as-typed';
import { askChoice, canAsk } from '../../ui/prompts';
import { inRows } from '../../ui/rows';
import { admit, recordAs } from '../saving';
import { independenceOf } from './ask-iro';

export interface IroOptions {
  readonly on?: string;
  readonly independent?: string;
  readonly because?: string;
  readonly reason?: string;
}

/** The IROs recorded, and the period of care of a fact; refused where it cannot have happened. */
export function knownIros(
  context: Context,
  unit: Unit,
  child: Child,
  fact: Fact,
): { iros: readonly IroOfChild[]; period: number } {
  const { facts, reckoning } = reckoned(context, unit, child);
  const iros = irosOf(reckoning.story);
  const period = periodOn(reckoning.story.periods, fact.on);
  // Before anything is asked. A second allocation of one day has words of its own.
  if (period === null || fact.on > context.today) admit([fact], facts, child, context, unit);
  return { iros, period: period! };
}

/** The IRO whom a change of that day follows. */
export function iroBefore(
  child: Child,
  iros: readonly IroOfChild[],
  period: number,
  on: IsoDate,
): IroOfChild {
  const before = iroOn(iros, period, on);
  if (before) return before;
  const first = iros.find((each) => each.period === period);
  throw first
    ? new UserError(
        `${child.ref} had no IRO before ${plainDate(first.from)}. Nothing was saved.`,
        `Check --on, or: irotool iro show ${child.ref}`,
      )
    : new UserError(
        `${child.ref} has no IRO yet. Nothing was saved.`,
        `To allocate one: irotool iro allocate ${child.ref} NAME`,
      );
}

export function iroInWords(unit: Unit, { iro, from }: IroOfChild): string {
  return `${iro === null ? 'someone' : personById(unit.db, iro)?.name}, since ${plainDate(from)}`;
}

/** Looks at independence, family and caseload, then records; false where the person said no. */
export async function saveIro(
  context: Context,
  unit: Unit,
  child: Child,
  fact: Fact,
  iro: Person,
  options: IroOptions,
): Promise<boolean> {
  const because = filled(options.because, '--because');
  refuseSharedInFamily(unit, child, iro, because);
  const independent = await independenceOf(context, child.ref, iro, options.independent);
  const said = given({ iro: String(iro.id), independent, because });
  sayScreen(context, iroNotes(unit, child, iro, independent));
  const facts = [{ ...fact, attributes: { ...said, ...fact.attributes } }];
  return recordAs(context, unit, `${iro.name} is the IRO from ${longDate(fact.on)}`, { child, facts });
}

/** Whom to allocate: asked for where somebody can be asked; else shown who it might be, and what to type. */
export async function chosenIro(context: Context, unit: Unit, child: Child): Promise<string | undefined> {
  const { choices, suggested } = iroChoices(unit, child.ref, undefined);
  const [first] = choices;
  if (!first) {
    throw new UserError('No IROs are recorded yet.', 'To add one: irotool person add --role iro --name NAME');
  }
  if (canAsk(context)) return askChoice(context, 'IRO', choices);
  const rows = choices.map(({ value, note }) => [value, note]);
  printScreen(context, [`${child.ref}  who might be the IRO`, inRows(rows, [{}, { wraps: true }])]);
  context.say(
    `No IRO was named, and nothing was saved. For one: irotool iro allocate ${child.ref} ${quotedName(suggested ?? first.value)}`,
  );
  return undefined;
}
