/** `child people` and `child unlink`: family, carers, school and others. `child link` is child-link.ts. */

import { childNamed } from '../../cases/find';
import { theirName } from '../../cases/meeting/participants';
import { ROLES } from '../../cases/people/roles';
import { isToTheChild, refuseTwoOfAWord, whoNamed } from '../../cases/people/who';
import type { Context, Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import { barsOn } from '../../core/privacy/bars';
import { longDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { dayDone } from '../../recording/day-done';
import { barOf, childPeopleParts, childPersonJson } from '../../screens/people';
import { present } from '../../screens/show';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { type ChildPerson, changeChildPerson, everyoneOf, peopleOf } from '../../store/people/child-people';

export { link } from './link';

/** Runs `child people REF [--all]`. */
export async function people(
  context: Context,
  [ref]: readonly [string],
  options: { readonly all?: true },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
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
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const person = linkedNamed(context, unit, child, typed);
  const on = dayDone(context, options.on);
  const called = theirName({ called: person.relationship ?? person.tag.replaceAll('-', ' ') });
  if (on > context.today) {
    throw new UserError(`${plainDate(on)} has not come yet. Nothing was saved.`, 'Check --on.');
  }
  if (person.from !== null && on < person.from) {
    throw new UserError(
      `${child.ref}: ${called} is among the child’s people only from ${plainDate(person.from)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  unit.save(() => changeChildPerson(unit.db, person.id, { until: on }));
  context.print(`${child.ref}  ${person.tag}: no longer among the child’s people from ${longDate(on)}.`);
  return undefined;
}

/** One of the child's people by tag or name, whose link has not ended. */
function linkedNamed(context: Context, unit: Unit, child: Child, typed: string): ChildPerson {
  const wanted = typed.trim().toLowerCase();
  const everyone = everyoneOf(unit.db, child.id);
  refuseTwoOfAWord(
    child,
    everyone.map((each) => ({ ref: each.tag.toLowerCase(), person: each })),
    typed,
  );
  const byTag = everyone.filter(({ tag }) => tag.toLowerCase() === wanted);
  const byName = byTag.length > 0 ? byTag : everyone.filter(({ name }) => isSameName(name, typed));
  const found = byName.length > 0 ? byName : everyone.filter((each) => isToTheChild(each, typed));
  const now = found.filter(({ until }) => until === null);
  if (now.length > 1) {
    throw new UsageError(
      `${child.ref} has ${now.length} people of that name.`,
      `Say which: ${now.map(({ tag }) => tag).join(', ')}.`,
    );
  }
  if (now[0]) return now[0];
  if (found[0]) {
    throw new UserError(
      `${child.ref}: “${found[0].tag}” is no longer among the child’s people, from ${plainDate(found[0].until!)}.`,
      `To see everyone: irotool child people ${child.ref} --all`,
    );
  }
  // Nobody at all is a mistake that whoNamed explains; those of every review are recorded elsewhere.
  const { called } = whoNamed(context, unit, child, typed, context.today);
  throw new UserError(
    `${called[0]!.toUpperCase()}${called.slice(1)} is not one of those linked to ${child.ref}.`,
    `To see those who are: irotool child people ${child.ref}`,
  );
}
