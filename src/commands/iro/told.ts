/**
 * `iro named`, `iro told` and `iro show`: the independent reviewing officer (IRO) in the care plan,
 * what the child was told, and all that is recorded of a child's IROs.
 */

import { childNamed, filled } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { irosOf, RIGHTS } from '../../core/children/iro-record';
import { listOf } from '../../core/events/lists';
import { longDate } from '../../core/time/dates';
import { didYouMean, UsageError } from '../../errors';
import { listed } from '../../ui/words';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record, sayLines } from '../saving';
import { RIGHT_WORDS } from './words';

export { show } from './show';

/** Runs `iro named REF`: the IRO is named in the care plan. */
export async function named(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const { reckoning } = reckoned(context, unit, child);
  const isKnown = irosOf(reckoning.story).some(({ iro, from }) => iro !== null && from <= on);
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'iro-named-in-care-plan', attributes: {} }],
    heading: `${child.ref}: the IRO is named in the care plan on ${longDate(on)} (reg 5(1)(d)).`,
    unasked: true,
  });
  if (!isKnown) {
    sayLines(context, [
      `Note: no IRO of ${child.ref} is recorded by then. To allocate one: irotool iro allocate ${child.ref} NAME`,
    ]);
  }
  if (saved) context.print(`${child.ref}  IRO named in the care plan on ${longDate(on)}: recorded.`);
  return undefined;
}

/** Runs `iro told REF`: what the child was told of the IRO and of their rights. */
export async function told(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string; readonly of?: string; readonly leaflets?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = dayDone(context, options.on);
  const rights = rightsTyped(filled(options.of, '--of'));
  const leaflets = filled(options.leaflets, '--leaflets');
  const of = listed(rights.map((right) => RIGHT_WORDS[right]));
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'child-told-of-rights', attributes: given({ told: rights.join(','), leaflets }) }],
    heading: `${child.ref}: the child was told on ${longDate(on)} of ${of}.`,
    unasked: true,
  });
  if (!saved) return undefined;
  const missing = RIGHTS.filter((right) => !rights.includes(right));
  if (missing.length > 0) {
    sayLines(context, [`What is still to be told: irotool iro show ${child.ref}`]);
  }
  context.print(`${child.ref}  child told of IRO and rights on ${longDate(on)}: recorded.`);
  return undefined;
}

/** What was typed for `--of`, in the order of the list; all of it where nothing was. */
function rightsTyped(typed: string | undefined): readonly (typeof RIGHTS)[number][] {
  if (typed === undefined) return RIGHTS;
  const words = listOf(typed.toLowerCase());
  const wrong = words.find((word) => !(RIGHTS as readonly string[]).includes(word));
  if (wrong !== undefined || words.length === 0) {
    const near = didYouMean(wrong ?? '', RIGHTS);
    throw new UsageError(`--of is a list of ${RIGHTS.join(', ')}; not "${wrong ?? typed}".${near}`);
  }
  return RIGHTS.filter((right) => words.includes(right));
}
