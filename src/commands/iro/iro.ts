/**
 * `iro allocate` and `iro change`: who a child's independent reviewing officer (IRO) is. Code, and no steps: who it
 * might be is shown or asked with caseloads, and independence and family are looked at before anything is saved.
 */

import { filled, toRecord } from '../../cases/find';
import { iroNamed } from '../../cases/people/iros';
import { childOpened } from '../../cases/reckoned';
import type { Context } from '../../context';
import type { Fact } from '../../core/events/fact';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { dayDone } from '../../recording/days/day-done';
import {
  chosenIro,
  type IroOptions,
  iroBefore,
  iroInWords,
  knownIros,
  saveIro,
} from '../../recording/people/iro-typed';
import { sayScreen } from '../../screens/show';
import { askText, requireFlags } from '../../ui/prompts';

/** Runs `iro allocate REF [NAME]`. */
export async function allocate(
  context: Context,
  [ref, typed]: readonly [string, string | undefined],
  options: IroOptions,
): Promise<ExitCode | undefined> {
  const { unit, child } = await childOpened(context, ref);
  const on = dayDone(context, options.on);
  const { iros, period } = knownIros(context, unit, child, { on, kind: 'iro-allocated', attributes: {} });
  const had = iros.findLast((each) => each.period === period && each.iro !== null);
  if (had) {
    throw new UserError(
      `${child.ref} has an IRO already: ${iroInWords(unit, had)}. Nothing was saved.`,
      `For another: irotool iro change ${child.ref} NAME --reason "…"`,
    );
  }
  const name = typed ?? (await chosenIro(context, unit, child));
  if (name === undefined) return EXIT.usage;
  const iro = iroNamed(toRecord(context, unit.db), name);
  await saveIro(context, unit, child, { on, kind: 'iro-allocated', attributes: {} }, iro, options);
  return undefined;
}

/** Runs `iro change REF NAME --reason TEXT`. */
export async function change(
  context: Context,
  [ref, typed]: readonly [string, string],
  options: IroOptions,
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
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
  if (!(await saveIro(context, unit, child, fact, iro, options))) return undefined;
  sayScreen(context, [
    'The child, the carers and the parents are to be told who it is now, and the care plan must name the new IRO (reg 5(1)(d)).',
    `Then: irotool iro named ${child.ref}. The child told: irotool iro told ${child.ref}`,
  ]);
  return undefined;
}
