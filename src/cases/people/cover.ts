/** Who is told in a manager’s absence. The manager is told too: a report that waits for somebody is not lost. */
import { isSameName } from '../../core/names/likeness';
import { plainDate } from '../../core/time/dates';
import type { Away } from '../../core/time/working-week';
import { didYouMean, UsageError, UserError } from '../../errors';
import { coveredBy, findPeople, listPeople, type Person, personById } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { leaveOf } from '../../store/working-days';
import { listed, roleWords } from '../../ui/words';
import { neverBecause } from './absence';
import type { Naming } from './naming';
import { MAY_COVER, TOLD } from './roles';
import { calling } from './the-person';
import { wholeName } from './whole-name';

/** The person typed for `--cover`, by name, or by number if several share it. */
export function coverTyped(
  naming: Naming,
  of: Pick<Person, 'role'> & { id?: number },
  typed: string,
): Person {
  const { db } = naming;
  if (!TOLD.includes(of.role)) {
    throw new UsageError(
      `--cover is for a ${TOLD.map(roleWords).join(' or ')}, whom report overdue tells; not for ${roleWords(of.role)}.`,
    );
  }
  const may = MAY_COVER.flatMap((role) => listPeople(db, role)).filter(({ active }) => active);
  const found = may.filter(({ id, name }) => isSameName(name, typed) || String(id) === typed.trim());
  if (found.length > 1) {
    const who = found.map(({ id, role }) => `${id}, ${roleWords(role)}`).join('; ');
    throw new UsageError(
      `${found.length} people have that name: ${who}.`,
      `Say which: --cover ${found[0]!.id}`,
    );
  }
  const [cover] = found;
  if (cover === undefined) {
    const others = may.filter(({ id }) => id !== of.id).map(({ name }) => name);
    const whole = wholeName(naming, others, typed, 'colleague');
    if (whole !== null) return coverTyped(naming, of, whole);
    throw noCover(db, typed, may);
  }
  if (cover.id === of.id) throw new UsageError(`${cover.name} cannot be told in their own absence.`);
  return cover;
}

function noCover(db: Db, typed: string, may: readonly Person[]): UserError {
  const roles = listed(MAY_COVER.map(roleWords));
  const known = findPeople(db, typed).find(({ role }) => MAY_COVER.includes(role));
  if (known) {
    return new UserError(
      `${known.name} is marked as left, so cannot be told in anyone’s absence. Nothing was saved.`,
      `If that is wrong: irotool person edit ${calling(db, known)} --back`,
    );
  }
  const names = may.map(({ name }) => name);
  return new UserError(
    `There is nobody "${typed.trim()}" among those who may be told in a manager’s absence (${roles}).${didYouMean(typed, names)}`,
    'To see everyone: irotool person list',
  );
}

/** What to say when someone is named who could not be told. */
export function cautionOn(db: Db, cover: Person): string[] {
  const because = neverBecause(cover);
  if (because === null) return [];
  return [
    `${cover.name} ${because}, so cannot be told. To record one: irotool person edit ${calling(db, cover)} --email ADDRESS`,
  ];
}

/** What to say when leave is recorded of someone whom reports go to. */
export function coverNotes(db: Db, person: Person, away: Away): string[] {
  if (!TOLD.includes(person.role)) return [];
  const cover = person.coverId === null ? undefined : personById(db, person.coverId);
  if (cover === undefined) {
    return [
      `Note: nobody is told of what is late in their place. To name someone: irotool person edit ${calling(db, person)} --cover NAME`,
    ];
  }
  const never = neverBecause(cover);
  if (never !== null) {
    return [`Note: ${cover.name}, who covers, ${never}: nobody is told of what is late in their place.`];
  }
  const together = leaveOf(db, cover.id).find(({ from, to }) => from <= away.to && to >= away.from);
  if (together === undefined) return [`${cover.name} is told of what is late in their place.`];
  const [from, to] = [together.from, together.to].map(plainDate);
  return [`Note: ${cover.name}, who covers, is away then too: ${from} to ${to}.`];
}

/** What to say when someone leaves who was to be told in the absence of others. */
export function noteOnCovered(db: Db, { id, name }: Person): string[] {
  return coveredBy(db, id).map(
    (covered) =>
      `${name} was to be told when ${covered.name} is away. To name another: irotool person edit ${calling(db, covered)} --cover NAME`,
  );
}
