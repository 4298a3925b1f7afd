/** `child people` and `child unlink`: family, carers, school and others. `child link` is child-link.ts. */

import { ROLES } from '../../cases/people/roles';
import { endLink, linkedNamed } from '../../cases/people/unlinking';
import { childOpened } from '../../cases/reckoned';
import type { Context } from '../../context';
import { barsOn } from '../../core/privacy/bars';
import { longDate } from '../../core/time/dates';
import { dayDone } from '../../recording/days/day-done';
import { barOf, childPeopleParts, childPersonJson } from '../../screens/people/of-child';
import { present } from '../../screens/show';
import { factsOf } from '../../store/chronology';
import { everyoneOf, peopleOf } from '../../store/people/child-people';

export { link } from './link';

/** Runs `child people REF [--all]`. */
export async function people(
  context: Context,
  [ref]: readonly [string],
  options: { readonly all?: true },
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  const shown = (
    options.all ? everyoneOf(unit.db, child.id) : peopleOf(unit.db, child.id, context.today)
  ).sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const bars = barsOn(factsOf(unit.db, child.id), context.today);
  const none = `${child.ref} has nobody recorded yet. To add someone: irotool child link ${child.ref} NAME --role parent`;
  return present(context, {
    json: () => ({
      child: { ref: child.ref, name: child.name },
      people: shown.map((person) => childPersonJson(person, barOf(person, bars))),
    }),
    screen: () =>
      shown.length === 0
        ? { parts: [], said: [none] }
        : childPeopleParts(`${child.ref}  The child’s people`, shown, bars),
  });
}

/** Runs `child unlink REF WHO [--on D]`: the link ends and is kept. */
export async function unlink(
  context: Context,
  [ref, typed]: readonly [string, string],
  options: { readonly on?: string },
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  const person = linkedNamed(context, unit, child, typed);
  const on = dayDone(context, options.on);
  endLink(unit, child, person, on, { today: context.today, among: 'among the child’s people' });
  context.print(`${child.ref}  ${person.tag}: no longer among the child’s people from ${longDate(on)}.`);
  return undefined;
}
