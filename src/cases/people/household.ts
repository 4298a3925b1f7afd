/**
 * Who looks after a child who has moved: the old household's part ends on the day, so that no invitation and
 * no address goes there, and whoever looks after the child now takes it up.
 */
import type { Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import { CARING, isFoster } from '../../core/reviews/who-should-come';
import type { IsoDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import {
  addChildPerson,
  type ChildPerson,
  changeChildPerson,
  everyoneOf,
  peopleOf,
} from '../../store/people/child-people';
import { listed } from '../../ui/words';
import { addToPeople } from './linking';
import { freeTag } from './tags';
import { theirWords } from './who';

/** What becomes of those who looked after the child. */
export const OLD_CARER = ['still-in-touch', 'no-longer'] as const;
export type OldCarer = (typeof OLD_CARER)[number];

/** A child's household on the day of a move. */
export interface Household {
  readonly on: IsoDate;
  /** Whoever looks after the child from then on: the tag, and the name of somebody new. */
  readonly carer: string | undefined;
  readonly newName: string | undefined;
  /** Those who no longer do. */
  readonly leaving: readonly ChildPerson[];
  /** Those of the placement, who may have gone with it. */
  readonly ofPlacement: readonly ChildPerson[];
}

/** What a move makes of the household: `carer` as typed; `everyoneLeaves` though one of them goes on looking after the child. */
export function householdAfter(
  { db }: Unit,
  { id }: Child,
  on: IsoDate,
  carer: string | undefined,
  everyoneLeaves: boolean,
): Household {
  const people = peopleOf(db, id, on);
  const same = carer === undefined ? undefined : people.find((person) => isCalled(person, carer));
  const left = people.filter((person) => CARING.includes(person.role) && person !== same);
  // If one of them goes on looking after the child, the others of that household do too.
  const isSameHousehold = same !== undefined && CARING.includes(same.role);
  const leaving = isSameHousehold && !everyoneLeaves ? [] : left;
  const newName = same === undefined ? carer : undefined;
  return {
    on,
    carer: newName === undefined ? same?.tag.toLowerCase() : freeTag(tagsOf(db, id), 'carer'),
    newName,
    leaving,
    ofPlacement:
      leaving.length === 0
        ? []
        : people.filter(({ role }) => role === 'supervising-social-worker' || role === 'link-worker'),
  };
}

const isCalled = ({ tag, name }: ChildPerson, typed: string): boolean =>
  tag.toLowerCase() === typed.toLowerCase() || isSameName(name, typed);

const tagsOf = (db: Unit['db'], childId: number): string[] =>
  everyoneOf(db, childId).map(({ tag }) => tag.toLowerCase());

/** Saves it, inside a transaction: `to` is the placement, as it is recorded. */
export function saveHousehold(
  unit: Unit,
  child: Child,
  { on, carer, newName, leaving }: Household,
  old: OldCarer | undefined,
  to: string,
): void {
  for (const person of leaving) changeChildPerson(unit.db, person.id, { until: on });
  if (old === 'still-in-touch') for (const person of leaving) keepInTouch(unit, child, person, on);
  if (newName === undefined) return;
  addToPeople(unit, child, newName, 'carer', {
    tag: carer,
    role: 'carer',
    link: { relationship: isFoster(to) ? 'foster carer' : undefined, from: on },
    details: { email: undefined, telephone: undefined, address: undefined },
  });
}

/** Someone who looked after the child, among the child's people as that and no more: not told where the child lives. */
function keepInTouch({ db }: Unit, { id }: Child, person: ChildPerson, on: IsoDate): void {
  const { name, email, telephone, address } = person;
  addChildPerson(
    db,
    id,
    {
      name,
      role: 'other',
      email: email ?? undefined,
      telephone: telephone ?? undefined,
      address: address ?? undefined,
    },
    {
      tag: freeTag(tagsOf(db, id), 'former-carer'),
      relationship: `former ${theirWords(person)}`,
      contact: person.contact,
      from: on,
    },
  );
}

/** What is worth saying of it before it is saved. */
export function householdNotes(
  { ref }: Child,
  { carer, newName, leaving, ofPlacement }: Household,
  old: OldCarer | undefined,
  isWithParents: boolean,
): string[] {
  const who = listed(leaving.map(({ tag }) => tag));
  const notes = ofPlacement.map(
    ({ tag }) =>
      `${tag} stays among the child’s people. If they belonged to the placement that ended: irotool child unlink ${ref} ${tag}`,
  );
  if (leaving.length > 0) {
    notes.unshift(
      old === 'still-in-touch'
        ? `No longer looking after the child: ${who}. Still in touch, they are invited only if it is so decided, and are not told where the child lives.`
        : `No longer looking after the child, nor among the child’s people: ${who}.`,
    );
  }
  if (newName !== undefined) {
    notes.push(
      `Looking after the child now, and recorded as ${carer}. For their address and telephone: irotool child link ${ref} --tag ${carer} --address "…" --telephone "…"`,
    );
  } else if (carer === undefined && leaving.length > 0 && !isWithParents) {
    notes.push(`Who looks after the child now is not recorded: irotool child link ${ref} NAME --role carer`);
  }
  return notes;
}
