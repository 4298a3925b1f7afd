/** Someone who is no longer with a child or an applicant: who was meant, and the day from which it is so. */
import type { Context, Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { type ChildPerson, changeChildPerson, everyoneOf } from '../../store/people/child-people';
import { theirName } from '../meeting/participants';
import { isToTheChild, refuseTwoOfAWord, whoNamed } from './who';

interface Around {
  readonly today: IsoDate;
  /** `among the child’s people` */
  readonly among: string;
}

/** The link ends and is kept. Refused on a day that has not come, or before the link began. */
export function endLink(
  unit: Unit,
  { ref }: Pick<Child, 'ref'>,
  { id, from, tag, relationship }: ChildPerson,
  on: IsoDate,
  { today, among }: Around,
): void {
  if (on > today) throw new UserError(`${plainDate(on)} has not come yet. Nothing was saved.`, 'Check --on.');
  if (from !== null && on < from) {
    const called = theirName({ called: relationship ?? tag.replaceAll('-', ' ') });
    throw new UserError(
      `${ref}: ${called} is ${among} only from ${plainDate(from)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  unit.save(() => changeChildPerson(unit.db, id, { until: on }));
}

/** One of the child's people by tag or name, whose link has not ended. */
export function linkedNamed(context: Context, unit: Unit, child: Child, typed: string): ChildPerson {
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
