/** Brothers and sisters of one family, linked with each other at once: `child link K1 K2 K3 --siblings`. */
import { childNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { listed } from '../../core/in-words';
import { UsageError } from '../../errors';
import { present } from '../../screens/show';
import { addSibling, type Child, siblingsOf } from '../../store/children';

/** Links a child with all who were typed with them. `besides`: what was typed that goes with one of a child’s people. */
export function linkSiblings(
  context: Context,
  unit: Unit,
  child: Child,
  besides: readonly unknown[],
): Promise<undefined> {
  const refs = context.talk.turn?.refs ?? [child.ref];
  if (besides.some((each) => each !== undefined)) {
    throw new UsageError(
      '--siblings takes the references of brothers and sisters, and nothing else.',
      `irotool child link ${refs.join(' ')} --siblings`,
    );
  }
  const others = refs.filter((ref) => ref !== child.ref).map((ref) => childNamed(unit.db, ref));
  if (others.length === 0) {
    throw new UsageError(
      `Name all of them: whose brother or sister is ${child.ref}?`,
      `irotool child link ${child.ref} REF --siblings`,
    );
  }
  unit.save(() => {
    for (const { id } of others) addSibling(unit.db, child.id, id);
  });
  return present(context, {
    json: () => ({
      child: { ref: child.ref },
      siblings: siblingsOf(unit.db, child.id).map(({ ref }) => ref),
    }),
    screen: () => ({
      said: [],
      parts: [
        `${child.ref}  brothers and sisters: ${listed(siblingsOf(unit.db, child.id).map(({ ref }) => ref))}.`,
      ],
    }),
  });
}

/** Whom the brothers and sisters of a child have besides, and the child has not: perhaps they are of one family. */
export function notLinkedYet({ db }: Unit, { id, ref }: Pick<Child, 'id' | 'ref'>): string[] {
  const own = siblingsOf(db, id).map((each) => each.ref);
  const theirs = siblingsOf(db, id).flatMap((each) => siblingsOf(db, each.id).map((other) => other.ref));
  const others = [...new Set(theirs)].filter((other) => other !== ref && !own.includes(other)).sort();
  if (others.length === 0) return [];
  return [
    `${listed(own)} ${own.length === 1 ? 'has' : 'have'} ${listed(others)} as brother or sister too, and ${ref} has not. If they are of one family: irotool child link ${[ref, ...own, ...others].join(' ')} --siblings`,
  ];
}
