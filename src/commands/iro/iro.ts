/**
 * `iro allocate` and `iro change`: who a child's independent reviewing officer (IRO) is. Code, and no steps: who it
 * might be is shown or asked with caseloads, and independence and family are looked at before anything is saved.
 */

import { childNamed, filled, toRecord } from '../../cases/find';
import { iroChoices, iroNamed, iroNotes, refuseSharedInFamily } from '../../cases/people/iros';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { type IroOfChild, iroOn, irosOf, periodOn } from '../../core/children/iro-record';
import { type Fact, given } from '../../core/events/fact';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { dayDone } from '../../recording/days/day-done';
import { independenceOf } from '../../recording/people/ask-iro';
import { admit, recordAs } from '../../recording/saving';
import { printScreen, sayScreen } from '../../screens/show';
import type { Child } from '../../store/children';
import { type Person, personById } from '../../store/people/people';
import { quotedName } from '../../ui/as-typed';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';
import { inRows } from '../../ui/rows';

export interface IroOptions {
  readonly on?: string;
  readonly independent?: string;
  readonly because?: string;
  readonly reason?: string;
}

/** Runs `iro allocate REF [NAME]`. */
export async function allocate(
  context: Context,
  [ref, typed]: readonly [string, string | undefined],
  options: IroOptions,
): Promise<ExitCode | undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const { iros, period } = knownIros(context, unit, child, { on, kind: 'iro-allocated', attributes: {} });
  const had = iros.findLast((each) => each.period === period && each.iro !== null);
  if (had) {
    throw new UserError(
      `${child.ref} has an IRO already: ${nameOf(unit, had)}. Nothing was saved.`,
      `For another: irotool iro change ${child.ref} NAME --reason "…"`,
    );
  }
  const name = typed ?? (await chosen(context, unit, child));
  if (name === undefined) return EXIT.usage;
  const iro = iroNamed(toRecord(context, unit.db), name);
  await save(context, unit, child, { on, kind: 'iro-allocated', attributes: {} }, iro, options);
  return undefined;
}

/** Runs `iro change REF NAME --reason TEXT`. */
export async function change(
  context: Context,
  [ref, typed]: readonly [string, string],
  options: IroOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const { iros, period } = knownIros(context, unit, child, { on, kind: 'iro-changed', attributes: {} });
  const iro = iroNamed(toRecord(context, unit.db), typed);
  const before = iroBefore(child, iros, period, on);
  if (before.iro === iro.id) {
    throw new UserError(
      `${iro.name} is the IRO of ${child.ref} already. Nothing was saved.`,
      `To see them: irotool iro show ${child.ref}`,
    );
  }
  requireFlags(context, options.reason === undefined ? ['--reason'] : []);
  const reason = filled(
    options.reason ?? (await askText(context, { message: 'Why is it another IRO?' })),
    '--reason',
  );
  const fact: Fact = { on, kind: 'iro-changed', attributes: { reason } };
  if (!(await save(context, unit, child, fact, iro, options))) return undefined;
  sayScreen(context, [
    'The child, the carers and the parents are to be told who it is now, and the care plan must name the new IRO (reg 5(1)(d)).',
    `Then: irotool iro named ${child.ref}. The child told: irotool iro told ${child.ref}`,
  ]);
  return undefined;
}

/** The IROs recorded, and the period of care of a fact; refused where it cannot have happened. */
function knownIros(
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
function iroBefore(child: Child, iros: readonly IroOfChild[], period: number, on: IsoDate): IroOfChild {
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

function nameOf(unit: Unit, { iro, from }: IroOfChild): string {
  return `${iro === null ? 'someone' : personById(unit.db, iro)?.name}, since ${plainDate(from)}`;
}

/** Looks at independence, family and caseload, then records; false where the person said no. */
async function save(
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
async function chosen(context: Context, unit: Unit, child: Child): Promise<string | undefined> {
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
