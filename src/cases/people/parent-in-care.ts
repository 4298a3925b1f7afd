/** A mother or father of a child who is looked after too. */
import type { Unit } from '../../context';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { childrenOf, parentsInCare } from '../../store/child-details';
import type { Child } from '../../store/children';
import { iroIdOf } from '../../store/people/caseloads';
import { personById } from '../../store/people/people';
import { childNamed } from '../find';

/**
 * The looked-after mother or father of `--parent`: null if an empty one takes away what was
 * recorded, undefined if nothing was typed. Refused if it cannot be, also for those recorded
 * already if the date of birth changes.
 */
export function parentTyped(
  unit: Unit,
  child: Child,
  typed: string | undefined,
  born: IsoDate | undefined,
): Child | null | undefined {
  const parent = typed === undefined ? undefined : typed.trim() === '' ? null : childNamed(unit.db, typed);
  const corrected = { ref: child.ref, born: born ?? child.born };
  if (parent) refuseParent(unit, child, parent);
  const parents = parent === null ? [] : parentsInCare(unit.db, child.id);
  for (const each of parent ? [...parents, parent] : parents) refuseYounger(each, corrected);
  for (const each of childrenOf(unit.db, child.id)) refuseYounger(corrected, each);
  return parent;
}

function refuseParent(unit: Unit, child: Child, parent: Child): void {
  if (parent.id === child.id) {
    throw new UserError(
      `${child.ref} cannot be a mother or father of ${child.ref}. Nothing was saved.`,
      'Check --parent.',
    );
  }
  if (childrenOf(unit.db, child.id).some(({ id }) => id === parent.id)) {
    throw new UserError(
      `${child.ref} is recorded as a mother or father of ${parent.ref}. Nothing was saved.`,
      `Check --parent. To take that away: irotool child edit ${parent.ref} --parent ""`,
    );
  }
}

type Born = Pick<Child, 'ref' | 'born'>;

function refuseYounger(parent: Born, child: Born): void {
  if (parent.born === null || child.born === null || parent.born < child.born) return;
  throw new UserError(
    `${parent.ref} was born on ${plainDate(parent.born)} and ${child.ref} on ${plainDate(child.born)}, so ${parent.ref} cannot be a mother or father of ${child.ref}. Nothing was saved.`,
    'Check both dates of birth, and which of the two is the parent.',
  );
}

/** Where a child and their looked-after mother or father have one IRO. */
export function sharedIroNote({ db }: Unit, child: Child, parent: Child | null | undefined): string[] {
  if (!parent) return [];
  const iro = iroIdOf(db, child.id);
  if (iro === null || iro !== iroIdOf(db, parent.id)) return [];
  return [
    `Note: ${personById(db, iro)?.name} is the IRO of ${child.ref} and of ${parent.ref}, and a looked-after parent and child do not share one (IRO Handbook; unverified). For another: irotool iro change ${child.ref} NAME --reason "…"`,
  ];
}
