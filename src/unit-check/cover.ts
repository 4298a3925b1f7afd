/** Who is told while a manager is away: that somebody is, and can be. */

import { absenceOn } from '../cases/people/absence';
import { TOLD } from '../cases/people/roles';
import { calling } from '../cases/people/the-person';
import { type IsoDate, plainDate } from '../core/time/dates';
import { advice, type Finding, fault, orSound } from '../screens/findings';
import { listPeople, type Person, personById } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { leaveOf } from '../store/working-days';

/** Looks at everyone who is told, as they stand today, and at the leave to come. Two may cover for each other. */
export function checkCover(db: Db, today: IsoDate): Finding[] {
  const people = TOLD.flatMap((role) => listPeople(db, role)).filter(({ active }) => active);
  const findings = people.flatMap((person) => [...checkWho(db, person), ...checkWhen(db, person, today)]);
  return [...orSound(findings, 'cover', 'Nobody is away, or soon to be, without somebody who is told.')];
}

/** Whether whoever covers could be told, on any day. */
function checkWho(db: Db, person: Person): Finding[] {
  const cover = person.coverId === null ? undefined : personById(db, person.coverId);
  if (cover === undefined) return [];
  if (!cover.active) {
    return [fault('cover', `${cover.name}, who covers for ${person.name}, has left.`, another(db, person))];
  }
  if (cover.email !== null || TOLD.includes(cover.role)) return [];
  return [
    fault(
      'cover',
      `${cover.name}, who covers for ${person.name}, has no e-mail address.`,
      `To record it: irotool person edit ${calling(db, cover)} --email ADDRESS`,
    ),
  ];
}

const another = (db: Db, person: Person): string =>
  `To name another: irotool person edit ${calling(db, person)} --cover NAME`;

/** Today’s absence without anyone is a fault; one to come is worth seeing to while there is time. */
function checkWhen(db: Db, person: Person, today: IsoDate): Finding[] {
  const cover = person.coverId === null ? undefined : personById(db, person.coverId);
  // Of one who has left it is said already.
  if (cover?.active === false) return [];
  const theirs = cover === undefined ? [] : leaveOf(db, cover.id);
  const absence = absenceOn(db, person, today);
  const now: Finding[] = [];
  if (
    absence !== null &&
    (cover === undefined || theirs.some(({ from, to }) => from <= today && today <= to))
  ) {
    const found = `${person.name} is away to ${plainDate(absence.until)} and nobody is told in their place: ${absence.nobodyBecause}.`;
    now.push(fault('cover', found, cover ? another(db, person) : first(db, person)));
  }
  const after = absence?.until ?? today;
  const later = leaveOf(db, person.id).filter(({ from }) => from > after);
  const alone = later.flatMap(({ from, to }): Finding[] => {
    const days = from === to ? `on ${plainDate(from)}` : `from ${plainDate(from)} to ${plainDate(to)}`;
    if (cover === undefined) {
      const found = `${person.name} is to be away ${days} and nobody covers.`;
      return [advice('cover', found, first(db, person))];
    }
    if (!theirs.some((each) => each.from <= to && each.to >= from)) return [];
    const found = `${person.name} is to be away ${days}, and ${cover.name}, who covers, is away then too.`;
    return [advice('cover', found, another(db, person))];
  });
  return [...now, ...alone];
}

const first = (db: Db, person: Person): string =>
  `To name someone: irotool person edit ${calling(db, person)} --cover NAME`;
