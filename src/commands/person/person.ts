/** `person`: IROs, social workers, managers and the others of a unit. */
import { toRecord, toShow } from '../../cases/find';
import { leftBehind, managed, refuseTwin, unknownTeams } from '../../cases/people/colleagues';
import { cautionOn, coverTyped, noteOnCovered } from '../../cases/people/cover';
import { roleMeant } from '../../cases/people/role-words';
import { ROLES } from '../../cases/people/roles';
import { thePerson } from '../../cases/people/the-person';
import type { Context, Unit } from '../../context';
import { listed } from '../../core/in-words';
import { UsageError } from '../../errors';
import { checkName, nameTyped } from '../../recording/name-typed';
import { askReach } from '../../recording/people/ask-reach';
import { askRole } from '../../recording/people/ask-role';
import { addressTyped, oneLineTyped, orNone } from '../../recording/people/details-typed';
import {
  isSomeoneNew,
  type PersonOptions,
  teamAsked,
  teamNote,
  teamsTyped,
} from '../../recording/people/person-typed';
import { isToKeep, reachKept } from '../../recording/people/to-keep';
import { peopleShown, personShown } from '../../screens/people/colleagues';
import { present } from '../../screens/show';
import { addManages, addPerson, changePerson, listPeople, setMoreTeams } from '../../store/people/people';
import { askText, requireFlags } from '../../ui/prompts';
import { roleWords } from '../../ui/words';

/** Runs `person add`. */
export async function add(context: Context, _args: readonly [], options: PersonOptions): Promise<undefined> {
  const missing = (['name', 'role'] as const).filter((key) => options[key] === undefined);
  requireFlags(
    context,
    missing.map((key) => `--${key}`),
  );
  const unit = await context.open();
  const naming = toRecord(context, unit.db);
  const typed = options.name ?? (await askText(context, { message: 'Name', check: checkName }));
  const name = nameTyped(typed, '--name');
  const role = roleMeant(options.role ?? (await askRole(context, ROLES))).role;
  refuseTwin(unit.db, name, role);
  if (!(await isSomeoneNew(context, unit.db, name, role, options))) return undefined;
  const manages = managed(naming, role, options.manages);
  const teams = await teamsTyped(context, unit.db, role, {
    ...options,
    team: options.team ?? (missing.length === 0 ? undefined : await teamAsked(context, role)),
  });
  const cover = options.cover === undefined ? null : coverTyped(naming, { role }, options.cover);
  const typedOf = {
    email: options.email === undefined ? undefined : addressTyped(options.email, '--email'),
    telephone: options.telephone === undefined ? undefined : oneLineTyped(options.telephone, '--telephone'),
  };
  // Whoever typed all that is needed is asked nothing.
  const reach =
    missing.length === 0
      ? typedOf
      : await askReach(context, typedOf, {}, { email: addressTyped, telephone: oneLineTyped });
  const details = { team: teams?.[0], ...reach };
  const newTeams = unknownTeams(unit.db, teams);
  if (missing.length > 0) {
    const kept = [
      ['Team', teams && listed(teams)],
      ['Manages', listed(manages.map((each) => each.name))],
      ['Covered by', cover?.name],
      ...reachKept(reach),
    ] as const;
    if (!(await isToKeep(context, `${name}, ${roleWords(role)}`, kept))) return undefined;
  }
  const id = unit.save(() => {
    // Looked at again inside the transaction: another irotool may have added them meanwhile.
    refuseTwin(unit.db, name, role);
    const added = addPerson(unit.db, { name, role, ...details });
    for (const each of manages) addManages(unit.db, added, each.id);
    if (teams) setMoreTeams(unit.db, added, teams.slice(1));
    if (cover) changePerson(unit.db, added, { coverId: cover.id });
    return added;
  });
  return report(context, unit, id, [
    `${name} is added as ${roleWords(role)}.`,
    ...newTeams.map(teamNote),
    ...(cover ? cautionOn(unit.db, cover) : []),
  ]);
}

/** Runs `person list`. */
export async function list(context: Context, _args: readonly [], options: PersonOptions): Promise<undefined> {
  const role = options.role === undefined ? undefined : roleMeant(options.role).role;
  const unit = await context.open();
  return present(context, peopleShown(context, unit, listPeople(unit.db, role)));
}

/** Runs `person show NAME`. */
export async function show(
  context: Context,
  [name]: readonly [string],
  options: PersonOptions,
): Promise<undefined> {
  const unit = await context.open();
  return present(context, personShown(context, unit, thePerson(toShow(context, unit.db), name, options)));
}

/** Runs `person edit NAME`. */
export async function edit(
  context: Context,
  [typed]: readonly [string],
  options: PersonOptions,
): Promise<undefined> {
  const { newName, team, manages: managesName, cover, email, telephone, left, back } = options;
  const asked = [newName, team, managesName, cover, email, telephone, left, back];
  if (asked.every((each) => each === undefined)) {
    throw new UsageError('Say what is to change.', 'Such as: irotool person edit NAME --email ADDRESS');
  }
  if (left && back) throw new UsageError('Someone cannot have left and be back.', 'Give --left or --back.');
  const unit = await context.open();
  const naming = toRecord(context, unit.db);
  const person = thePerson(naming, typed, options);
  const name = nameTyped(newName, '--new-name');
  if (name !== undefined) {
    refuseTwin(unit.db, name, person.role, person.id);
    if (!(await isSomeoneNew(context, unit.db, name, person.role, options, person))) return undefined;
  }
  const manages = managed(naming, person.role, managesName);
  const teams = await teamsTyped(context, unit.db, person.role, options);
  const coverer = cover === undefined || cover === '' ? null : coverTyped(naming, person, cover);
  const change = {
    name,
    team: teams === undefined ? undefined : (teams[0] ?? null),
    email: orNone(email, '--email', addressTyped),
    telephone: orNone(telephone, '--telephone'),
    active: left ? false : back ? true : undefined,
    coverId: cover === undefined ? undefined : (coverer?.id ?? null),
  };
  const newTeams = unknownTeams(unit.db, teams);
  unit.save(() => {
    changePerson(unit.db, person.id, change);
    for (const each of manages) addManages(unit.db, person.id, each.id);
    if (teams) setMoreTeams(unit.db, person.id, teams.slice(1));
  });
  const notes = [`${name ?? person.name} is changed.`, ...newTeams.map(teamNote)];
  if (coverer) notes.push(...cautionOn(unit.db, coverer));
  const behind = left ? [...leftBehind(unit.db, person), ...noteOnCovered(unit.db, person)] : [];
  return report(context, unit, person.id, [...notes, ...behind]);
}

function report(context: Context, unit: Unit, id: number, notes: readonly string[]): Promise<undefined> {
  for (const note of notes) context.say(note);
  return present(
    context,
    personShown(context, unit, listPeople(unit.db).find((person) => person.id === id)!),
  );
}
